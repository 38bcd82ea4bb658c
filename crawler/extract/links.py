"""The links of a page: where they lead, what they are called, and whether they stand in its menus."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.cssselect import CSSSelector
from lxml.etree import _Element as Element

from crawler.extract.words import squeeze

_MENUS = ("nav", "header", "footer")
_OTHER_MENUS = etree.XPath("//*[@role='navigation']")
_REFRESH = re.compile(r"\s*\d+(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_BLANK = re.compile(r"[\t\r\n]")
LONGEST = 120
"""Characters of a link's text that are looked at."""


class Link(NamedTuple):
    """A link: its absolute address without fragment, its text (or its title), and whether it stands in a menu."""

    url: str
    text: str
    in_menu: bool


@dataclass(frozen=True, slots=True)
class Links:
    """What a page says of other addresses.

    canonical  the address that the page gives as its own, "" if none
    refresh    the address that it sends its reader to, "" if none
    """

    links: tuple[Link, ...]
    canonical: str = ""
    refresh: str = ""


def read_links(root: Element, url: str) -> Links:
    """The links of a page at `url`, in their order, each address once in a menu and once outside of menus."""
    base = _join(url, next(iter(root.xpath("//base/@href")), ""))
    join = _Joiner(base)
    menus = _in_menus(root)
    found: dict[tuple[str, bool], Link] = {}
    for element in root.iter("a", "area", "frame"):
        address = join(element.get("href") or element.get("src") or "")
        key = (address, element in menus)
        if address and key not in found:
            found[key] = Link(*key[:1], _text(element), key[1])
    canonical = next(iter(root.xpath("//link[@rel='canonical']/@href")), "")
    return Links(tuple(found.values()), join(canonical), join(_refresh(root)))


def _in_menus(root: Element) -> set[Element]:
    """The links that stand in menus, and the menus that stand in others."""
    found: set[Element] = set()
    for menu in (*root.iter(*_MENUS), *_OTHER_MENUS(root)):
        if menu not in found:
            found.update(menu.iter("a", *_MENUS))
    return found


def selected(root: Element, url: str, css: str) -> list[Link]:
    """The links that a CSS selector finds, each once, in their order."""
    join = _Joiner(_join(url, next(iter(root.xpath("//base/@href")), "")))
    links = (Link(join(a.get("href", "")), _text(a), False) for a in CSSSelector(css)(root))
    return list({link.url: link for link in links if link.url}.values())


class _Joiner:
    """urljoin with the two commonest forms of address taken first: it is a third of the cost of reading links."""

    def __init__(self, base: str):
        self.base = base
        parts = urlsplit(base)
        self.origin = f"{parts.scheme}://{parts.netloc}"

    def __call__(self, href: str) -> str:
        """The absolute address of an href, "" if it leads to no page."""
        href = _BLANK.sub("", href.strip()).partition("#")[0]
        if not href:
            return ""
        if href[0] == "/" and href[:2] != "//" and "/." not in href:
            return self.origin + href
        if _SCHEME.match(href):
            return _join("", href) if href[:4].lower() == "http" else ""
        return _join(self.base, href)


def _join(base: str, href: str) -> str:
    try:
        return urlsplit(urljoin(base, href)).geturl()
    except ValueError:  # "http://[not an address"
        return ""


def _text(element: Element) -> str:
    if text := squeeze("".join(element.itertext()) if len(element) else element.text or ""):
        return text[:LONGEST]
    image = element.find(".//img")
    named = (element.get("title"), element.get("aria-label"), image.get("alt") if image is not None else "")
    return squeeze(next(filter(None, named), ""))[:LONGEST]


def _refresh(root: Element) -> str:
    for meta in root.iter("meta"):
        if meta.get("http-equiv", "").lower() == "refresh" and (match := _REFRESH.match(meta.get("content", ""))):
            return match[1]
    return ""
