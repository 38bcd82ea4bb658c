"""Tables: rows of a label and its value, rows of a label and a value per column, tuition by residency, programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crawler.extract.labels import INSTALMENT, MONEY, RESIDENCY, beside, kind_of, labelled
from crawler.extract.tree import Element, flow, is_silent
from crawler.extract.words import Phrases, Words, squeeze

WIDEST = 40
LONGEST_CELL = 400
"""Characters above which a cell is text, and its table a way to lay out a page."""

# Columns that say for whom or at which pace the row's fact holds, or nothing at all.
_NEUTRAL = re.compile(
    r"|amount|details?|value|description|full[- ]time|part[- ]time|day|evening|weekend|online|on[- ]campus|program"
    r"|(?:estimated )?costs?|(?:20)?\d\d ?[-–/] ?(?:20)?\d\d(?: .*)?",
    re.I,
)


_ASIDE = re.compile(r"\([^)]*\)")

# A table with what it costs to live is a student's budget of a year, whatever its other rows are called.
_LIVING = Phrases("room, housing, living, transportation, travel, personal, board, food")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or the part of one under a heading across it, with its spans filled in.

    caption  the table's caption, section  the heading across the table above these rows
    header   the label of each column, () if the table has none
    rows     the rows below; lines of a cell are parted by line feeds
    """

    caption: str
    section: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def grids(body: Element) -> list[Grid]:
    """Every table of data on the page, in sections."""
    return [grid for table in body.iter("table") for grid in sections(table)]


def sections(table: Element) -> list[Grid]:
    """A table as grids; none if it lays out a part of the page."""
    if next(table.iterdescendants("table", "h1", "h2", "form"), None) is not None:
        return []
    caption = table.find("caption")
    rows = [*_rows(table)]
    if max((len(cells) for cells, _ in rows), default=0) < 2:
        return []
    if any(len(cell) > LONGEST_CELL for cells, _ in rows for cell in cells):
        return []
    return arrange("" if caption is None else squeeze(flow(caption)), rows)


def arrange(title: str, rows: Sequence[tuple[tuple[str, ...], bool]]) -> list[Grid]:
    """Rows of cells, each with whether it heads its columns, as grids."""
    signs = {place for place in range(max(len(cells) for cells, _ in rows)) if all(map(_is_sign, _column(rows, place)))}
    rows = [(tuple(cell for place, cell in enumerate(cells) if place not in signs), heads) for cells, heads in rows]
    header: tuple[str, ...] = ()
    parts: list[tuple[str, list[tuple[str, ...]]]] = [("", [])]
    for cells, heads in rows:
        own = parts[-1][1]
        if len(cells) > 1 and len(set(cells)) == 1:
            parts.append((cells[0], []))
        elif heads and not own:
            header = tuple(map(beside, header, cells)) if len(header) == len(cells) else cells
        elif not header and not own and _is_header(cells):
            header = cells
        elif any(cells) and (not header or len(cells) == len(header)):
            own.append(cells)
    return [Grid(title, section, header, tuple(own)) for section, own in parts if own]


def _is_header(cells: tuple[str, ...]) -> bool:
    """Whether a row that is not marked as a header holds labels: all but its first cell, or most of a wide one."""
    heads = [_heads(cell) for cell in cells[1:]]
    mostly = len(heads) > 2 and sum(heads) * 2 > len(heads) and not any(map(_DIGIT.search, cells))
    return bool(heads) and (all(heads) or mostly)


_DIGIT = re.compile(r"\d")


def _column(rows: Sequence[tuple[tuple[str, ...], bool]], place: int) -> list[str]:
    return [cells[place] for cells, _ in rows if place < len(cells)]


def _is_sign(cell: str) -> bool:
    """Whether a cell holds nothing, or the sign of a sum that is drawn as a table: "Tuition + Kit = Total"."""
    return cell.strip() in ("", "+", "=", "-", "–", "|", "&")


def read(grid: Grid, heading: str) -> list[Words]:
    """The facts of one program in a table. A table of several programs or tracks is left alone."""
    header = grid.header
    if header and all(map(kind_of, header)):
        if len(grid.rows) != 1:
            return []  # several rows under labels are several programs or tracks
        return [found for label, value in zip(header, grid.rows[0], strict=True) for found in labelled(label, value)]
    words: list[Words] = []
    is_budget = any(_LIVING.search(row[0]) for row in grid.rows) or bool(
        INSTALMENT.search(f"{grid.caption} {grid.section}")
    )
    for label, *values in grid.rows:
        label = squeeze(label)
        own: list[Words] = []
        if pairs := _pairs((label, *values)):
            own += [found for name, value in pairs for found in labelled(name, value)]
        elif len(values) == 1:
            own += labelled(label, squeeze(values[0])) or _by_residency(grid, heading, label, values[0])
        elif not header:
            own += _noted(label, values)
        elif kind_of(label):
            for column, value in zip(header[1:], values, strict=True):
                own += labelled(beside(label, column), squeeze(value)) or _under_label(label, column, squeeze(value))
        elif RESIDENCY.search(label):
            own += [
                Words(found.kind, beside(found.label, label), found.text)
                for column, value in zip(header[1:], values, strict=True)
                for found in labelled(squeeze(column), squeeze(value))
                if found.kind == "price"
            ]
        notes = [squeeze(value) for value in values if not MONEY.search(value)]  # "Per semester" in a column of its own
        words += [with_basis(one, *notes) for one in own]
    return [with_basis(one, grid.section, grid.caption) for one in words if not (is_budget and one.kind == "price")]


def columns(grid: Grid) -> list[tuple[str, list[Words]]]:
    """(column that names a program, words of its cells) of a table with a label in each row."""
    if len(grid.header) < 3 or any(map(_heads, grid.header[1:])):
        return []
    return [
        (name, [found for row in grid.rows for found in labelled(squeeze(row[0]), squeeze(row[place]))])
        for place, name in enumerate(grid.header)
        if place
    ]


def programs(grid: Grid) -> list[tuple[str, list[Words]]]:
    """(cell that names a program, words of its row) of a table with a program in each row; [] if it is none."""
    columns = [*map(_column_kind, grid.header)]
    if sum(map(bool, columns[1:])) == 0:
        return []
    found = []
    for name, *cells in grid.rows:
        words = [
            w for column, cell in zip(grid.header[1:], cells, strict=True) for w in labelled(column, squeeze(cell))
        ]
        found.append((name, [with_basis(w, grid.section, grid.caption) for w in words]))
    return found


BASIS = re.compile(
    r"\b(?:of|for) (?:the|this|our) (?:entire |whole |full |complete )?program\b"
    r"|\b(?:per|each|a|an|by the) (?:semester |quarter |academic )?(?:(?:credit|clock)(?: hour)?|hour|unit|term"
    r"|semester|quarter|year|course|month)|\bannual(?:ly)?\b|\byearly\b"
    r"|/ ?(?:credit|cr|unit|term|semester|year|hour)\b",
    re.I,
)


_YEAR = re.compile(r"\b20\d\d ?[-–/] ?(?:20)?\d\d\b")


def with_basis(words: Words, *around: str) -> Words:
    """The words of a price, labelled too by the first text around them that says the basis ("Per semester"), where
    neither they nor their label do."""
    if words.kind != "price" or BASIS.search(words.label) or BASIS.search(words.text):
        return words
    text = next(filter(BASIS.search, around), "")
    if not text:
        return words
    # No more of it: "Tuition per credit" above a table names the charge of its first row only.
    said = [match[0] for match in (_YEAR.search(text), BASIS.search(text)) if match]
    return replace(words, label=beside(" ".join(said), words.label))


def _column_kind(column: str) -> str:
    return kind_of(squeeze(column))


def _heads(cell: str) -> bool:
    return bool(kind_of(squeeze(cell)))


def _pairs(cells: Sequence[str]) -> list[tuple[str, str]]:
    """A row of several labels, each with its value after it: "Length | 9 months | Tuition | $9,106"."""
    if len(cells) < 4 or len(cells) % 2:
        return []
    names = [*map(squeeze, cells[::2])]
    if sum(bool(kind_of(name)) for name in names) < 2 or any(map(_DIGIT.search, names)):
        return []
    return [*zip(names, map(squeeze, cells[1::2]), strict=True)]


def _noted(label: str, values: Sequence[str]) -> list[Words]:
    """A row of a label, one amount, and remarks: "Tuition | $9,106 | Equivalent to $13.08 per clock hour"."""
    filled = [squeeze(value) for value in values if value.strip()]
    amounts = [value for value in filled if MONEY.match(value)]
    if kind_of(label) == "price":
        return labelled(label, amounts[0]) if len(set(amounts)) == 1 else []
    return labelled(label, filled[0]) if len(filled) == 1 else []


def _under_label(label: str, column: str, value: str) -> list[Words]:
    """A cell whose row names the fact; of the columns that are no label, only harmless ones are understood."""
    if not (_NEUTRAL.fullmatch(_ASIDE.sub("", column).strip()) or RESIDENCY.search(column)):
        return []
    return [Words(words.kind, beside(label, column), words.text) for words in labelled(label, value)]


def _by_residency(grid: Grid, heading: str, resident: str, value: str) -> list[Words]:
    """A row named after a residency, in a table whose header, caption or heading says that it holds tuition."""
    if not RESIDENCY.search(resident):
        return []
    for subject in (*grid.header[1:2], grid.section or grid.caption or heading):
        if kind_of(subject) == "price":
            words = labelled(subject, squeeze(value))
            found = [Words(one.kind, beside(subject, resident), one.text) for one in words]
            return [with_basis(one, *grid.header[1:2]) for one in found]
    return []


def _rows(table: Element) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The cells of each row with all spans filled in, and whether they head their columns."""
    held: dict[int, tuple[int, str]] = {}  # column -> rows still covered by a cell from above, and its text
    for row in table.iter("tr"):
        cells: list[str] = []
        own = [cell for cell in row.iterchildren("td", "th") if not is_silent(cell)]
        for cell in own:
            while held.get(len(cells), (0, ""))[0]:
                _take(held, cells)
            text = flow(cell).strip()
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for _ in range(across):
                if down > 1:
                    held[len(cells)] = (down - 1, text)
                cells.append(text)
        while held.get(len(cells), (0, ""))[0]:
            _take(held, cells)
        pair = len(cells) == 2 and _heads(cells[0]) and any(map(str.isdigit, cells[1]))
        all_heads = not pair and all(cell.tag == "th" for cell in own)
        yield tuple(cells), len(cells) > 1 and (all_heads or (not pair and row.getparent().tag == "thead"))


def _take(held: dict[int, tuple[int, str]], cells: list[str]) -> None:
    column = len(cells)
    left, text = held[column]
    held[column] = (left - 1, text)
    cells.append(text)


def _span(cell: Element, name: str) -> int:
    value = cell.get(name)
    if value is None:
        return 1
    return min(max(int(value), 1), WIDEST) if value.isascii() and value.isdigit() and len(value) < 5 else 1
