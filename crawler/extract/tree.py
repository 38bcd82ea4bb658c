"""The page as a tree, without the parts that do not speak for the program, and as lines under their headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree, html
from lxml.html import HtmlElement

from crawler.extract.words import listed, squeeze

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    (
        *HEADINGS,
        *listed("""
    address, article, aside, blockquote, body, caption, center, dd, details, dialog, div, dl, dt, fieldset, figcaption
    figure, footer, form, header, hr, li, main, nav, ol, p, pre, section, summary, table, tbody, td, tfoot, th, thead
    tr, ul"""),
    )
)

# Furniture of the page; struck-out text is a former price.
_SILENT = frozenset(
    listed("""
    script, style, noscript, template, svg, iframe, select, option, button, textarea, nav, footer, blockquote, dialog
    del, s, strike""")
)
# A class or id that begins a word with one of these: "site-footer", "related_programs", but not "has-sidebar".
_ELSEWHERE = re.compile(
    r"(?:^|\s)(?:(?!has|with|no)[a-z0-9]+[_-]+)*(?:related|testimonials?|reviews?|breadcrumbs?"
    r"|cookies?|modal|popup|navbar|menu|sidebar|footer|masthead|demo-banner)(?:$|[\s_-])",
    re.I,
)
# An aside speaks for something else, unless it calls itself the facts of the program.
_FACTS = re.compile(r"(?:^|[\s_-])(?:(?:quick|key|program)[\s_-]?)?(?:facts?|factbar|glance|stats)", re.I)
_ELSEWHERE_HEADING = re.compile(
    r"(?:related|other|similar|more) (?:programs|courses|degrees)|you (?:may|might) also (?:like|enjoy)|testimonials?"
    r"|(?:student|success|alumni) stories|.*\b(?:graduates?|students?|alumni) says?",
    re.I,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.I)
_FOOTNOTE = re.compile(r"[\d*†‡§a-z]", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its text, the tag of its block, and the nearest heading above it."""

    text: str
    tag: str
    heading: str


def parse(page: bytes | str) -> HtmlElement | None:
    """The tree of a page, None if it holds no element. What is valid UTF-8 is UTF-8, whatever the page declares."""
    text = page if isinstance(page, str) else _decode(page)
    text = text.replace("\0", "").lstrip("\ufeff")
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return None


def speaking(root: HtmlElement) -> HtmlElement:
    """The body of the page, with everything removed that does not speak for its program. Changes the tree."""
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    body = root.find("body")
    if body is None:
        return root
    keep = _with_ancestors(body)
    for element in list(body.iter(etree.Element)):
        if element.getparent() is not None and element not in keep and _silent(element):
            _drop(element)
    for heading in list(body.iter(*HEADINGS)):
        if _ELSEWHERE_HEADING.fullmatch(text_of(heading).strip(" :?!.")):
            _drop_section(heading)
    return body


def text_of(element: HtmlElement, without: tuple[str, ...] = ()) -> str:
    """The text of an element on one line, with a space wherever a block or a line ends.

    without  the tags of children that are not part of it, though forgotten end tags put them there
    """
    parts: list[str] = []
    _collect(element, parts, without)
    return squeeze("".join(parts))


def lines_of(body: HtmlElement) -> tuple[Line, ...]:
    """The lines of the page in reading order."""
    found: list[Line] = []
    pending: list[str] = []
    heading = ""

    def end(tag: str) -> None:
        nonlocal heading
        text = squeeze("".join(pending))
        pending.clear()
        if text:
            found.append(Line(text, tag, heading))
            if tag in HEADINGS:
                heading = text

    def walk(element: HtmlElement, tag: str) -> None:
        pending.append(element.text or "")
        for child in element:
            if child.tag in _BLOCKS:
                end(tag)
                walk(child, child.tag)
                end(child.tag)
            elif child.tag == "br":
                end(tag)
            elif child.tag == "sup":
                pending.append(_raised(child))
            else:
                walk(child, tag)
            pending.append(child.tail or "")

    walk(body, "body")
    end("body")
    return tuple(found)


def _decode(page: bytes) -> str:
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(page[:4096])
        try:
            return page.decode(declared[1].decode() if declared else "cp1252", "replace")
        except LookupError:
            return page.decode("cp1252", "replace")


def _collect(element: HtmlElement, parts: list[str], without: tuple[str, ...]) -> None:
    parts.append(element.text or "")
    for child in element:
        if child.tag in without:
            continue
        edge = " " if child.tag in _BLOCKS or child.tag == "br" else ""
        parts.append(edge)
        if child.tag == "sup":
            parts.append(_raised(child))
        else:
            _collect(child, parts, without)
        parts.extend((edge, child.tail or ""))


def _raised(sup: HtmlElement) -> str:
    """Raised text, kept apart from what it is raised beside: "$4,150" with a footnote 1 is not "$4,1501"."""
    text = squeeze(sup.text_content())
    return "" if _FOOTNOTE.fullmatch(text) else text if text.isalpha() else f" {text}"


def _with_ancestors(body: HtmlElement) -> set[HtmlElement]:
    """The page's main heading and all that holds it: a hero in a header, a wrapper of class "with menu"."""
    headings = list(body.iter("h1"))
    speaking = [h for h in headings if not any(_silent(a) for a in h.iterancestors())]
    heroes = [h for h in headings if all(a.tag == "header" or not _silent(a) for a in h.iterancestors())]
    chosen = (speaking or heroes)[:1]
    return {body, *body.iter("main"), *chosen, *(a for h in chosen for a in h.iterancestors())}


def _silent(element: HtmlElement) -> bool:
    if element.tag == "body":
        return False
    if "hidden" in element.attrib or element.get("aria-hidden") == "true" or element.get("role") == "dialog":
        return True
    marks = f"{element.get('class', '')} {element.get('id', '')}"
    if element.tag == "aside":
        return not _FACTS.search(f"{marks} {element.get('aria-label', '')}")
    if element.tag == "header":  # the header of a section belongs to the section
        return not any(a.tag in ("main", "article", "section") for a in element.iterancestors())
    style = element.get("style", "").replace(" ", "").lower()
    return element.tag in _SILENT or "display:none" in style or bool(_ELSEWHERE.search(marks))


def _drop(element: HtmlElement) -> None:
    """Remove an element, leave the text after it, and never let its neighbours run together."""
    element.tail = f" {element.tail or ''}"
    element.drop_tree()


def _drop_section(heading: HtmlElement) -> None:
    """Remove a heading and what stands under it, up to the next heading of its rank."""
    ranked = HEADINGS[: HEADINGS.index(heading.tag) + 1]
    while (
        heading.getparent() is not None
        and heading.getparent().tag not in ("body", "main", "article")
        and (len(heading.getparent()) == 1)
    ):
        heading = heading.getparent()
    if heading.getparent() is None:
        return
    for element in list(heading.itersiblings()):
        if element.tag in ranked or next(element.iter(*ranked), None) is not None:
            break
        _drop(element)
    _drop(heading)
