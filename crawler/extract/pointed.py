"""Facts that a source points to by hand: `selectors = {"price": ".cost", "name": "h2.title"}`."""

from __future__ import annotations

from dataclasses import replace

from lxml.cssselect import CSSSelector
from lxml.etree import _Element as Element

from crawler.extract.tree import text_of
from crawler.extract.words import Page, Words, words

NAME = "name"


def take_pointed(root: Element, selectors: dict[str, str]) -> tuple[Words, ...]:
    """The words of what each selector finds, by kind of fact. What is pointed to as the name becomes the page's one
    main heading, which changes the tree."""
    texts = {kind: [text_of(element) for element in CSSSelector(css)(root)] for kind, css in selectors.items()}
    if name := next(filter(None, texts.pop(NAME, [])), ""):
        _head(root, name)
    return tuple(words(kind, "", text) for kind, found in texts.items() for text in found if text)


def with_pointed(page: Page, pointed: tuple[Words, ...]) -> Page:
    """The page's one program, where what was pointed to takes the place of what was found of the same kind."""
    if len(page.programs) != 1 or not pointed:
        return page
    (program,) = page.programs
    kinds = {word.kind for word in pointed}
    others = tuple(word for word in program.words if word.kind not in kinds)
    return replace(page, programs=(replace(program, words=(*others, *pointed)),))


def _head(root: Element, name: str) -> None:
    for heading in root.iter("h1"):
        heading.tag = "h2"
    body = root.find("body")
    heading = root.makeelement("h1")
    heading.text = name
    (root if body is None else body).insert(0, heading)
