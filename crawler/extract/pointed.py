"""Facts that a source points to by hand: `selectors = {"price": ".cost", "name": "h1.title"}`."""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from crawler.extract.tree import text_of
from crawler.extract.words import Page, Words, words


def read_pointed(root: HtmlElement, selectors: dict[str, str]) -> dict[str, list[str]]:
    """The texts of what each selector finds: kind of fact, or "name" -> texts. Read before the tree is changed."""
    texts = {kind: [text_of(element) for element in root.cssselect(css)] for kind, css in selectors.items()}
    return {kind: [text for text in found if text] for kind, found in texts.items()}


def with_pointed(page: Page, pointed: dict[str, list[str]]) -> Page:
    """The page's one program, where what was pointed to takes the place of what was found of the same kind."""
    if len(page.programs) != 1 or not any(pointed.values()):
        return page
    (program,) = page.programs
    name = next(iter(pointed.get("name", ())), program.name)
    own: list[Words] = [words(kind, "", text) for kind, found in pointed.items() if kind != "name" for text in found]
    kinds = {word.kind for word in own}
    others = tuple(word for word in program.words if word.kind not in kinds)
    return replace(page, programs=(replace(program, name=name, words=(*others, *own)),))
