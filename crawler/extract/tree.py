"""A page as a tree, and what of it speaks for its programs: no navigation, no footer, nothing hidden."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from itertools import islice

from lxml import etree

from crawler.extract.labels import kind_of
from crawler.extract.words import listed, squeeze

Element = etree._Element

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset(
    (
        *HEADINGS,
        *listed("""
    address, article, aside, blockquote, body, button, caption, center, dd, details, dialog, div, dl, dt, fieldset
    figcaption, figure, footer, form, header, hr, li, main, nav, ol, p, pre, section, summary, table, tbody, td, tfoot
    th, thead, tr, ul"""),
    )
)

# Furniture of the page; struck-out text is a former price.
_SILENT = frozenset(
    listed("""
    script, style, noscript, template, svg, iframe, select, option, textarea, nav, footer, blockquote, dialog
    del, s, strike, object, video, audio, canvas, map, head""")
)
# A class or id that begins a word with one of these: "site-footer", "related_programs", but not "has-sidebar".
_ELSEWHERE = re.compile(
    r"(?:^|\s)(?:(?!has|with|no)[a-z0-9]+[_-]+)*(?:related|testimonials?|reviews?|breadcrumbs?"
    r"|cookies?|modal|popup|navbar|menu|footer|masthead|demo-banner|sr-only|visually-hidden"
    r"|screen-reader-text)(?:$|[\s_-])",
    re.I,
)
_SIDEBAR = re.compile(r"(?:^|\s)(?:(?!has|with|no)[a-z0-9]+[_-]+)*sidebar(?:$|[\s_-])", re.I)
# A text that stands in all of these: looking for it first costs a tenth.
_ASIDE_HINT = re.compile(
    "related|testimonial|review|breadcrumb|cookie|modal|popup|navbar|menu|footer|masthead|demo-banner|sr-only"
    "|visually-hidden|screen-reader-text|sidebar",
    re.I,
)
# An aside speaks for something else, unless it calls itself the facts of the program.
_FACTS = re.compile(r"(?:^|[\s_-])(?:(?:quick|key|program)[\s_-]?)?(?:facts?|factbar|glance|stats|details)", re.I)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
# lxml.html's own parser asks Python for the class of every element that is touched; these need none.
_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False)
_BOMS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# What browsers read under these names is Windows-1252, whose curly quotes Latin-1 does not have.
_WINDOWS = frozenset(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "windows-1252"))
_FOOTNOTE = re.compile(r"[\d*†‡§a-z]", re.I)
# Bounds that no honest page reaches, so that a hostile one costs no more than its size.
DEEPEST = 60
MOST_HEADINGS = 20
_TOGGLE = re.compile(r"accordion|toggle|collapse|faq|question|tab\b|panel", re.I)


def parse(page: bytes | str) -> Element | None:
    """The tree of a page, None if it holds no element. What is valid UTF-8 is UTF-8, whatever the page declares."""
    data = page.encode("utf-8", "replace") if isinstance(page, str) else _utf8(page)
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    try:
        return etree.fromstring(data.removeprefix(codecs.BOM_UTF8), _PARSER)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _utf8(page: bytes) -> bytes:
    """A page in UTF-8, read as browsers read it: by a byte-order mark, as UTF-8, then as it declares."""
    if page.isascii():
        return page
    for mark, encoding in _BOMS:
        if page.startswith(mark):
            return page.decode(encoding, "replace").encode("utf-8", "replace")
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(page[:4096])
        name = declared[1].decode().lower() if declared else "windows-1252"
        encoding = "cp1252" if name in _WINDOWS or name.startswith("utf-") else name
        try:
            return page.decode(encoding, "replace").encode()
        except LookupError:
            return page.decode("cp1252", "replace").encode()
    return page


def speaking(root: Element) -> Element:
    """The body of the page, with everything removed that does not speak for its programs. Changes the tree."""
    body = root.find("body")
    if body is None:
        return root
    keep = kept(body)
    for element in [*body.iter(etree.Element)]:
        if element.getparent() is not None and element not in keep and is_silent(element):
            _drop(element)
    return body


def kept(body: Element) -> set[Element]:
    """What speaks wherever it stands: the main heading and all that holds it, be it a hero or of class "with menu"."""
    headings = [*islice(body.iter("h1"), MOST_HEADINGS)]
    silent = {heading: [a for a in heading.iterancestors() if is_silent(a)] for heading in headings}
    speaking = [heading for heading in headings if not silent[heading]]
    heroes = [heading for heading in headings if all(a.tag == "header" for a in silent[heading])]
    chosen = (speaking or heroes)[:1]
    return {body, *body.iter("main"), *chosen, *(a for h in chosen for a in h.iterancestors())}


def is_silent(element: Element) -> bool:
    """Whether an element says nothing of the page's programs: furniture, hidden, or about something else."""
    tag = element.tag
    if tag in _SILENT:
        return True
    if tag == "header":  # the header of a section belongs to the section
        return not any(a.tag in ("main", "article", "section") for a in islice(element.iterancestors(), DEEPEST))
    attributes = element.items()
    if not attributes:
        return tag in ("aside", "button") and not (tag == "aside" and _is_labelled(element))
    standing = _standing(tag, tuple(attributes) if tag != "a" else (("class", element.get("class", "")),))
    return standing != "" and (standing == "silent" or not _is_labelled(element))


@lru_cache(maxsize=8192)
def _standing(tag: str, attributes: tuple[tuple[str, str], ...]) -> str:
    """Where an element stands by its tag and attributes: in the text (""), beside it, or "silent"."""
    given = dict(attributes)
    if tag == "button":  # what opens an accordion heads what it opens
        opens = "aria-expanded" in given or "aria-controls" in given or _TOGGLE.search(given.get("class", ""))
        return "" if opens else "silent"
    if tag == "body":
        return ""
    if _is_hidden(given):
        return "silent"
    marks = f"{given.get('class', '')} {given.get('id', '')}"
    if tag != "aside" and not _ASIDE_HINT.search(marks):
        return ""
    if tag == "aside" or _SIDEBAR.search(marks):
        return "" if _FACTS.search(f"{marks} {given.get('aria-label', '')}") else "beside"
    return "silent" if _ELSEWHERE.search(marks) else ""


def _is_hidden(given: dict[str, str]) -> bool:
    style = given.get("style", "")
    if not (
        "hidden" in given
        or given.get("aria-hidden") == "true"
        or given.get("role") in ("dialog", "navigation")
        or ("none" in style and "display:none" in style.replace(" ", "").lower())
    ):
        return False
    # A closed panel of an accordion or of tabs is there to be opened.
    return given.get("role") != "tabpanel" and not _TOGGLE.search(given.get("class", ""))


def _is_labelled(element: Element) -> bool:
    """Whether what stands beside the page's text has a label of a fact among its headings: "Cost", "Length"."""
    return any(kind_of(text_of(heading)) for heading in element.iter(*HEADINGS, "dt", "th"))


def text_of(element: Element) -> str:
    """The text of an element on one line, with a space wherever a block or a line ends."""
    return squeeze(flow(element))


def flow(element: Element) -> str:
    """The text of an element, with a line feed wherever a block or a line ends."""
    if not len(element):
        return element.text or ""
    parts: list[str] = [element.text or ""]
    todo: list[Element | str] = [*reversed(element)]
    while todo:
        item = todo.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        tag = item.tag
        edge = "\n" if tag in BLOCKS or tag == "br" else ""
        todo.append(edge + (item.tail or ""))
        if not isinstance(tag, str) or tag in _SILENT:
            continue
        parts.append(edge)
        if tag == "sup":
            parts.append(raised(item))
        else:
            parts.append(item.text or "")
            todo.extend(reversed(item))
    return "".join(parts)


def raised(sup: Element) -> str:
    """Raised text, kept apart from what it is raised beside: "$4,150" with a footnote 1 is not "$4,1501"."""
    text = squeeze("".join(sup.itertext()))
    return "" if _FOOTNOTE.fullmatch(text) else text if text.isalpha() else f" {text}"


def _drop(element: Element) -> None:
    """Remove an element, leave the text after it, and never let its neighbours run together."""
    tail, parent, before = f" {element.tail or ''}", element.getparent(), element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    parent.remove(element)
