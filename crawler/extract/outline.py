"""The lines of a page in reading order, each under its heading: one walk over the tree, which every reader shares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from lxml import etree

from crawler.extract.labels import kind_of
from crawler.extract.tables import Grid, arrange, sections
from crawler.extract.tree import BLOCKS, HEADINGS, Element, is_silent, kept, raised
from crawler.extract.words import squeeze

RANKS = {tag: rank for rank, tag in enumerate(HEADINGS, 1)} | {"summary": 7, "button": 7, "caption": 7, "legend": 7}
CHOICE = "choice"
BOLD = 8
"""The rank of a line that is bold throughout: below every heading."""

# What an element is to the walk, by its tag.
_ROLES = dict.fromkeys(BLOCKS, "block") | dict.fromkeys(
    ("span", "em", "i", "small", "label", "u", "font", "a"), "inline"
)
_ROLES |= {"b": "bold", "strong": "bold", "br": "break", "input": "input", "sup": "raised", "table": "table"}
LONGEST_HEADING = 120

_ELSEWHERE = re.compile(
    r"(?:related|other|similar|more)\b.{0,20}\b(?:programs|courses|degrees|certificates)|you (?:may|might) also .*"
    r"|(?:\w+ ){0,2}(?:testimonials?|reviews)|.*\b(?:stories|graduates? says?|students? says?|alumni says?)"
    r"|(?:latest |recent |in the )?(?:news|posts|events)|(?:latest|recent|upcoming) .*|explore (?:our )?other .*"
    r"|messages? from our .*|(?:entry |admission )?(?:prerequisites|requirements)"
    r"|(?:admissions?|entrance|enrollment) requirements"
    r"|(?!.*\b(?:tuition|costs?|fees)\b).*\b(?:polic(?:y|ies)|refunds?|cancellations?|privacy|dispute"
    r"|terms and conditions|financial aid|scholarships?|payment (?:plans?|options))\b.*",
    re.I,
)


@dataclass(slots=True)
class Line:
    """One printed line, or a table.

    text    the line on one line; pieces  its parts where inline elements part it ("36 Weeks", "Program length")
    tag     of its block, CHOICE for an answer of a form; rank  1 to 8 if it is a heading, 0 if not
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


def lines_of(body: Element) -> tuple[list[Line], list[Element]]:
    """The lines of the body that speak for its programs, in reading order; and its footers, which do not."""
    lines, outer, footers = _walk(body, kept(body))
    return _speaking(_with_boxed_tables(lines, outer)), footers


def lines_of_footer(footer: Element) -> list[Line]:
    """The lines of a footer, where being of a footer's class silences nothing."""
    return _walk(footer, {element for element in footer.iter(*BLOCKS, "span") if element.tag not in ("nav", "form")})[0]


def _walk(body: Element, always: set[Element]) -> tuple[list[Line], list[int], list[Element]]:
    """All lines of a tree, of whatever depth; of each block by its number the one that it is part of; the footers.

    always  what speaks wherever it stands

    This loop is most of what reading costs, so it is one function.
    """
    lines: list[Line] = []
    pending: list[str | None] = []  # the texts of the open line; None where an inline element begins or ends
    heading = ""
    bold = 0
    is_plain = False  # whether some text of the open line is not bold
    is_choice = False  # whether a box to tick stands in it
    blocks: list[tuple[int, str, Element]] = [(0, "body", body)]  # those that are open: number, tag, element
    outer = [0]
    footers: list[Element] = []

    def end() -> None:
        nonlocal heading, is_plain, is_choice
        has_parts = len(pending) > 1
        text = squeeze("".join(filter(None, pending)) if has_parts else pending[0] or "")
        if text:
            own, tag, _ = blocks[-1]
            if is_choice:
                tag = CHOICE
            rank = RANKS.get(tag, 0)
            is_short = len(text) <= LONGEST_HEADING
            if not rank and is_short and (not is_plain or _is_shouted(text)):
                rank = BOLD
            last = lines[-1] if rank and lines else None
            if last and last.rank == rank and last.own == own and last.grid is None:
                heading = last.text = f"{last.text} {text}"  # a heading of two lines
            else:
                anchor = next((name for *_, one in blocks[:-4:-1] if (name := one.get("id"))), "") if rank else ""
                pieces = _pieces(pending) if has_parts and is_short and None in pending else ()
                box = blocks[-2][0] if len(blocks) > 1 else 0
                lines.append(Line(text, pieces, tag, rank, heading, anchor, own, box))
                if rank:
                    heading = text
        pending.clear()
        is_plain = is_choice = False

    walk = etree.iterwalk(body, ("start", "end"))
    skipped = False
    for event, item in walk:
        tag = item.tag
        role = _ROLES.get(tag)
        if event == "start":
            if is_silent(item) and item not in always:
                if tag == "footer" or "footer" in item.get("class", "") + item.get("id", ""):
                    footers.append(item)
                skipped = True
            elif role == "block" or role == "table":
                if pending:
                    end()
                if role == "table" and (grids := sections(item)):
                    own = len(outer) - 1
                    lines += [Line("", (), "table", 0, heading, "", own, blocks[-1][0], grid) for grid in grids]
                    skipped = True
                else:
                    outer.append(blocks[-1][0])
                    blocks.append((len(outer) - 1, tag, item))
            elif role == "inline" or role == "bold":
                if pending:
                    pending.append(None)
                bold += role == "bold"
            elif role == "break":
                if pending:
                    end()
            elif role == "input":
                is_choice = is_choice or item.get("type") in ("checkbox", "radio")
            elif role == "raised":
                pending.append(raised(item))
                skipped = True
            if skipped:
                walk.skip_subtree()
                continue
            text = item.text
        else:  # the end of an element, and the text after it
            if skipped:
                skipped = False
            elif role == "block" or role == "table":
                if pending:
                    end()
                blocks.pop()
            elif role == "inline" or role == "bold":
                if pending:
                    pending.append(None)
                bold -= role == "bold"
            if item is body:
                break
            text = item.tail
        if text:
            if not text.isspace():
                pending.append(text)
                if not bold:
                    is_plain = True
            elif pending:
                pending.append(" ")
    if pending:
        end()
    return lines, outer, footers


def _is_shouted(text: str) -> bool:
    """Whether a line is in capitals, as a heading is where a page knows no headings."""
    return text.isupper() and not any(map(str.isdigit, text))


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


def _with_boxed_tables(lines: list[Line], outer: list[int]) -> list[Line]:
    """The lines, with those that stand in rows of boxes below a row of labels put together as tables."""
    if not any(one.box == other.box and kind_of(one.text) and kind_of(other.text) for one, other in pairwise(lines)):
        return lines
    rows: list[list[Line]] = [[*group] for _, group in groupby(lines, key=lambda line: line.box)]
    found: list[Line] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        end = at + 1
        if len(row) > 1 and all(kind_of(line.text) for line in row[1:]) and _is_row(row):
            while end < len(rows) and outer[rows[end][0].box] == outer[row[0].box] and _is_row(rows[end]):
                end += 1
        cells = [(tuple(line.text for line in one), False) for one in rows[at:end] if len(one) == len(row)]
        has_values = not any(kind_of(cell) for one, _ in cells[1:] for cell in one)
        if len(cells) > 2 and has_values and (grids := arrange("", cells)):
            first = row[0]
            found += [Line("", (), "table", 0, first.heading, "", first.own, outer[first.box], grid) for grid in grids]
        else:
            found += [line for one in rows[at:end] for line in one]
        at = end
    return found


def _is_row(row: list[Line]) -> bool:
    return len({line.own for line in row}) == len(row) and all(line.grid is None for line in row)


@lru_cache(maxsize=4096)
def _is_elsewhere(heading: str) -> bool:
    return len(heading) <= LONGEST_HEADING and bool(_ELSEWHERE.fullmatch(heading.strip(" :?!.*")))


def _speaking(lines: list[Line]) -> list[Line]:
    """The lines without the sections that speak of something else, up to the next heading of the same rank."""
    found: list[Line] = []
    silent = 0
    for line in lines:
        if silent and line.rank and line.rank <= silent:
            silent = 0
        if not silent and 0 < line.rank < BOLD and _is_elsewhere(line.text):
            silent = line.rank
        if not silent:
            found.append(line)
    return found
