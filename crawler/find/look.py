"""Looks at one page once: its programs, its costs, and where it leads. Pure, so that another process may do it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from crawler.extract import tree
from crawler.extract.links import Link, Links, read_links, selected
from crawler.extract.page import read_page
from crawler.extract.pointed import take_pointed, with_pointed
from crawler.extract.tuition_table import Costs, read_costs
from crawler.extract.words import Page
from crawler.find.platforms import platform_of

ARCHIVED = "archived catalog"
NO_LINKS, NO_COSTS = Links(()), Costs()


@dataclass(frozen=True, slots=True)
class Wants:
    """What shall be looked for.

    platform  the product that the site is made with, where it is not known yet
    pointed   kind of fact, or "name" -> CSS of where it stands
    chosen    names of further selectors -> CSS of links
    """

    programs: bool = False
    costs: bool = False
    platform: bool = False
    pointed: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page showed. `page` is None unless programs or costs were wanted and the page holds an element at all."""

    links: Links = NO_LINKS
    chosen: dict[str, list[Link]] = field(default_factory=dict)
    page: Page | None = None
    costs: Costs = NO_COSTS
    platform: str = ""
    is_archived: bool = False


def look(body: bytes, url: str, wants: Wants) -> Seen:
    """Everything that is wanted of a page, from one parse of it."""
    root = tree.parse(body)
    if root is None:
        return Seen(page=Page(url, "", (), "The page is empty."))
    links = read_links(root, url)
    chosen = {name: selected(root, url, css) for name, css in wants.chosen.items() if css}
    is_archived = ARCHIVED.encode() in body.lower() and _says_archived(root)
    costs, page = NO_COSTS, None
    if wants.costs:
        costs = read_costs(root)
        root = tree.parse(body)  # reading changes the tree
    if wants.programs or wants.costs:
        pointed = take_pointed(root, wants.pointed) if wants.pointed else ()
        page = with_pointed(read_page(root, url), pointed)
    return Seen(links, chosen, page, costs, platform_of(body).name if wants.platform else "", is_archived)


def _says_archived(root: Element) -> bool:
    """Whether the page itself is of an archived catalog; a choice among catalogs names archived ones too."""
    texts = root.xpath("//text()[not(ancestor::a or ancestor::option[not(@selected)] or ancestor::script)]")
    return any(ARCHIVED in text.lower() for text in texts)
