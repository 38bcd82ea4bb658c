"""The lines of a page in reading order, each under its heading: one walk over the tree, which every reader shares."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.extract.tables import Grid, sections
from crawler.extract.tree import BLOCKS, HEADINGS, is_silent, kept, raised
from crawler.extract.words import squeeze

RANKS = {tag: rank for rank, tag in enumerate(HEADINGS, 1)} | {"summary": 7, "button": 7, "caption": 7, "legend": 7}
BOLD = 8
"""The rank of a line that is bold throughout: below every heading."""

_BOLD = frozenset(("b", "strong"))
_INLINE = frozenset(("span", "strong", "b", "em", "i", "small", "label", "u", "font", "a"))
LONGEST_HEADING = 120

_ELSEWHERE = re.compile(
    r"(?:related|other|similar|more)\b.{0,20}\b(?:programs|courses|degrees|certificates)|you (?:may|might) also .*"
    r"|(?:\w+ ){0,2}(?:testimonials?|reviews)|.*\b(?:stories|graduates? says?|students? says?|alumni says?)"
    r"|(?:latest |recent |in the )?(?:news|posts|events)|(?:latest|recent|upcoming) .*|explore (?:our )?other .*"
    r"|messages? from our .*|(?:program |entry |admission )?(?:prerequisites|requirements)"
    r"|(?:admissions?|entrance|enrollment) requirements|.*\b(?:polic(?:y|ies)|refunds?|cancellations?|privacy|dispute"
    r"|terms and conditions|financial aid|scholarships?|payment (?:plans?|options))\b.*",
    re.I,
)


@dataclass(slots=True)
class Line:
    """One printed line, or a table.

    text    the line on one line; pieces  its parts where inline elements part it ("36 Weeks", "Program length")
    tag     of its block; rank  1 to 8 if it is a heading, 0 if not
    heading the heading above it; anchor  for a heading the id of its part of the page, "" if it has none
    box     of which block the line's own block is a part: lines of one small box belong together
    grid    the table that stands here; its text is ""
    """

    text: str
    pieces: tuple[str, ...]
    tag: str
    rank: int
    heading: str
    anchor: str
    own: int
    box: int
    grid: Grid | None = None


def lines_of(body: HtmlElement) -> list[Line]:
    """The lines of the body that speak for its programs, in reading order."""
    return _speaking(_Walk(body).lines)


class _Walk:
    """Collects the text of a tree, of whatever depth, into lines."""

    def __init__(self, body: HtmlElement):
        self.lines: list[Line] = []
        self.pending: list[str | None] = []
        self.heading = ""
        self.bold = 0
        self.is_plain = False
        self.blocks = [0]
        self.tags = ["body"]
        self.anchors = [""]
        self.count = 0
        self.kept = kept(body)
        self.walk(body)
        self.end()

    def walk(self, body: HtmlElement) -> None:
        todo: list[HtmlElement | tuple[str, HtmlElement]] = [body]
        while todo:
            item = todo.pop()
            if type(item) is tuple:
                tag, element = item
                self.leave(tag)
            else:
                element, tag = item, item.tag
                if type(tag) is str and (item in self.kept or not is_silent(item)) and self.enter(tag, item):
                    todo.append((tag, item))
                    if len(item):
                        todo.extend(reversed(item))
                    continue
            if element.tail and element is not body:
                self.add(element.tail)

    def enter(self, tag: str, element: HtmlElement) -> bool:
        """Take what the element itself says; False if its children are not to be walked."""
        if tag in BLOCKS or tag == "button":
            self.end()
            if tag == "table" and (grids := sections(element)):
                for grid in grids:
                    self.lines.append(Line("", (), "table", 0, self.heading, "", self.count, self.blocks[-1], grid))
                return False
            self.count += 1
            self.blocks.append(self.count)
            self.tags.append(tag)
            self.anchors.append(element.get("id") or "")
        elif tag == "br":
            self.end()
            return False
        elif tag == "sup":
            self.add(raised(element))
            return False
        elif tag in _INLINE:
            self.pending.append(None)
            self.bold += tag in _BOLD
        if element.text:
            self.add(element.text)
        return True

    def leave(self, tag: str) -> None:
        if tag in BLOCKS or tag == "button":
            self.end()
            self.blocks.pop()
            self.tags.pop()
            self.anchors.pop()
        elif tag in _INLINE:
            self.pending.append(None)
            self.bold -= tag in _BOLD

    def add(self, text: str) -> None:
        if text and not text.isspace():
            self.is_plain = self.is_plain or not self.bold
        self.pending.append(text)

    def end(self) -> None:
        """The pending text is a line."""
        pending, self.pending = self.pending, []
        is_plain, self.is_plain = self.is_plain, False
        if not pending:
            return
        text = squeeze("".join([part for part in pending if part]))
        if not text:
            return
        tag = self.tags[-1]
        rank = RANKS.get(tag, 0)
        if not rank and not is_plain and len(text) <= LONGEST_HEADING:
            rank = BOLD
        anchor = next(filter(None, reversed(self.anchors[-3:])), "") if rank else ""
        own, last = self.blocks[-1], self.lines[-1] if self.lines else None
        if rank and last and last.rank == rank and last.own == own and last.grid is None:  # a heading of two lines
            self.heading = last.text = f"{last.text} {text}"
            return
        heading, box = self.heading, self.blocks[-2] if len(self.blocks) > 1 else 0
        pieces = _pieces(pending) if None in pending else ()
        self.lines.append(Line(text, pieces, tag, rank, heading, anchor, own, box))
        if rank:
            self.heading = text


def _pieces(pending: list[str | None]) -> tuple[str, ...]:
    pieces: list[str] = []
    open_piece: list[str] = []
    for part in [*pending, None]:
        if part is not None:
            open_piece.append(part)
        elif open_piece:
            if text := squeeze("".join(open_piece)):
                pieces.append(text)
            open_piece = []
    return tuple(pieces) if len(pieces) > 1 else ()


def _speaking(lines: list[Line]) -> list[Line]:
    """The lines without the sections that speak of something else, up to the next heading of the same rank."""
    found: list[Line] = []
    silent = 0
    for line in lines:
        if silent and line.rank and line.rank <= silent:
            silent = 0
        if not silent and 0 < line.rank < BOLD and _ELSEWHERE.fullmatch(line.text.strip(" :?!.*")):
            silent = line.rank
        if not silent:
            found.append(line)
    return found
