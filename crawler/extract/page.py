"""Reads the page of one program: `read_page(html, url)`.

Each shape that pages take has a reader, and the readers stand in an order of trust. For each kind of fact the first
reader that states it is believed, with all that it says of this kind; the others are not asked.
"""

from __future__ import annotations

import re
from itertools import chain

from lxml.html import HtmlElement

from crawler.extract import definitions, jsonld, label_lines, prose, tables, tree
from crawler.extract.view import View
from crawler.extract.words import KINDS, Page, Program, Words, phrases, squeeze, words

__all__ = ["Page", "Program", "Words", "read_page"]

# What is printed with a label, then what is hidden in the page for machines, then what sentences say.
READERS = (tables.read, definitions.read, label_lines.read, jsonld.read, prose.read)

_FIGURE = {"price": re.compile(r"\d|\bfree\b", re.I), "length": re.compile(rf"\d|{prose.DURATION.pattern}", re.I)}
_FACTS = frozenset(("price", "length", "award", "cip"))

_MISSING = phrases("""
    404, not found, page could not be found, page cannot be found, page can't be found
    page does not exist, page unavailable, no longer available, no longer offered, no longer exists, server error
    domain for sale, domain is for sale, domain name for sale, just a moment, access denied, verify you are human
    are you human, are you a robot, under construction, site maintenance""")
_HIGHER = phrases("""
    bachelor*, baccalaureate, master of, master's degree, master’s degree, master's in, master’s in, master's program
    doctor of, doctoral, doctorate, graduate certificate, graduate degree, graduate program
    B.S., B.A., BS in, BA in, BSN, B.S.N., MBA, M.B.A., PhD, Ph.D.""")
_OTHER_PAGE = re.compile(
    r"(?:our |all |academic |career )?(?:programs?|courses|certificates|degrees)(?: (?:of study|offered|overview))?"
    r"|(?:tuition|costs?|fees|financial aid|scholarships?|admissions?)(?:,? (?:and|&) (?:\w+ ?){1,3})?,?(?: [\d–-]+)?"
    r"|(?:course|program) (?:selection|list|schedule)|(?:about|contact|welcome)\b.*|apply(?: now)?|how to apply|news"
    r"|events|home|careers|net price calculator|faqs?",
    re.I,
)

# A sentence about another award of the same school says nothing of this one: "our A.A.S. is accredited by ...".
_FAMILIES = {
    "associate": re.compile(r"\bassociate(?:[’']?s)?\b|\bA\.?\s?A\.?\s?S\b|\bA\.?O\.?S\b|\bA\.[AS]\.", re.I),
    "certificate": re.compile(r"\bcertificates?\b|\bdiplomas?\b", re.I),
    "higher": re.compile(r"\bbachelor|\bmaster[’']?s\b|\bB\.[SA]\.", re.I),
}
_ADMISSION = re.compile(r"\bhigh school diplomas?\b|\bcertificates? (?:to operate|of approval)\b", re.I)


def read_page(page: bytes | str | HtmlElement, url: str) -> Page:
    """The programs that a page describes, with the words that state their facts.

    A page gives one program or none, and then `rejected` says why. Broken markup is read as far as it goes; nothing
    that a page may hold raises an error.
    """
    root = page if isinstance(page, HtmlElement) else tree.parse(page)
    if root is None:
        return Page(url, "", (), "The page is empty.")
    title = squeeze(root.findtext(".//title") or "")
    data = jsonld.nodes(root)
    body = tree.speaking(root)
    name = _name(body, title)
    if why := _unfit(name, title):
        return Page(url, title, (), why)
    program = Program(name, _read(View(name, body, tree.lines_of(body), data)))
    if not any(found.kind in _FACTS and found.label != "title" for found in program.words):
        return Page(url, title, (), "The page prints no length, price or award of a program.")
    return Page(url, title, (program,))


def _read(view: View) -> tuple[Words, ...]:
    said = [reader(view) for reader in READERS]
    if prose.AWARD.search(view.name):
        said.append([words("award", "title", view.name)])
    own = _families(view.name) or _families(" ".join(w.text for w in chain(*said) if w.kind == "award"))
    believed = (_first(kind, said, own) for kind in KINDS)
    return tuple(dict.fromkeys(chain(*believed)))


def _first(kind: str, said: list[list[Words]], own: set[str]) -> list[Words]:
    """The words of the most trusted reader that states the kind. "See the tuition page" states a price only if no
    other reader prints one."""
    by_reader = [[w for w in found if w.kind == kind and not _of_another_award(w, own)] for found in said]
    figure = _FIGURE.get(kind)
    stating = [found for found in by_reader if found and (not figure or any(figure.search(w.text) for w in found))]
    return next(chain(stating, filter(None, by_reader)), [])


def _of_another_award(found: Words, own: set[str]) -> bool:
    named = _families(found.text)
    return found.kind != "award" and bool(own and named) and not own & named


def _families(text: str) -> set[str]:
    text = _ADMISSION.sub(" ", text)
    return {family for family, pattern in _FAMILIES.items() if pattern.search(text)}


def _name(body: HtmlElement, title: str) -> str:
    """The main heading, or else the title without the name of the school."""
    headings = (tree.text_of(heading) for heading in body.iter("h1"))
    return next(filter(None, headings), "") or re.split(r"\s+[|–—·»-]\s+", title)[0]


def _unfit(name: str, title: str) -> str:
    """One sentence why a page with this heading describes no program of ours, "" if it may."""
    if not name:
        return "The page has neither a heading nor a title."
    if _MISSING.search(name) or _MISSING.search(title):
        return "The page says that it does not exist or cannot be shown."
    if _HIGHER.search(name):
        return "The page describes a bachelor's or graduate program."
    if _OTHER_PAGE.fullmatch(name.strip(" .!:")):
        return "The page is about the school, its list of programs or its charges, not about one program."
    return ""
