"""Tables: rows of a label and its value, rows of a label and a value per column, and tuition by residency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.extract.labels import RESIDENCY, beside, kind_of, labelled
from crawler.extract.tree import text_of
from crawler.extract.view import View
from crawler.extract.words import Words

WIDEST = 40
# Columns that say for whom or at which pace the row's fact holds, or nothing at all.
_NEUTRAL = re.compile(r"amount|details?|value|full[- ]time|part[- ]time|day|evening|weekend|online|on[- ]campus", re.I)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or the part of one under a heading across it, with its spans filled in.

    caption  the table's caption, section  the heading across the table above these rows
    header   the label of each column, () if the table has none
    rows     the rows below, as wide as the header
    """

    caption: str
    section: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read(view: View) -> list[Words]:
    """The facts in the page's tables. A table of several programs or tracks is left alone."""
    return [words for table in grids(view.body) for words in _facts(table)]


def grids(body: HtmlElement) -> list[Grid]:
    """Every table of the page that holds no other table, in sections."""
    return [grid for table in body.iter("table") if table.find(".//table") is None for grid in _sections(table)]


def _facts(grid: Grid) -> list[Words]:
    if grid.header and all(kind_of(cell) for cell in grid.header):
        if len(grid.rows) != 1:
            return []  # several rows under labels are several programs or tracks
        pairs = zip(grid.header, grid.rows[0], strict=True)
        return [words for label, value in pairs for words in labelled(label, value)]
    found = []
    for label, *values in grid.rows:
        if len(values) == 1:
            found += labelled(label, values[0]) or _by_residency(grid, label, values[0])
        elif grid.header and kind_of(label):
            for column, value in zip(grid.header[1:], values, strict=True):
                found += labelled(beside(label, column), value) or _under_label(label, column, value)
    return found


def _under_label(label: str, column: str, value: str) -> list[Words]:
    """A cell whose row names the fact; of the columns that are no label, only harmless ones are understood."""
    if not (_NEUTRAL.fullmatch(column) or RESIDENCY.search(column)):
        return []
    return [Words(words.kind, beside(label, column), words.text) for words in labelled(label, value)]


def _by_residency(grid: Grid, resident: str, value: str) -> list[Words]:
    """A row named after a residency, in a table whose header or caption says that it holds tuition."""
    if not RESIDENCY.search(resident):
        return []
    for subject in (*grid.header[1:2], grid.section or grid.caption):
        if kind_of(subject) == "price":
            return [Words(words.kind, beside(subject, resident), words.text) for words in labelled(subject, value)]
    return []


def _sections(table: HtmlElement) -> list[Grid]:
    caption = table.find("caption")
    title = "" if caption is None else text_of(caption)
    header: tuple[str, ...] = ()
    sections: list[tuple[str, list[tuple[str, ...]]]] = [("", [])]
    for cells, heads in _rows(table):
        rows = sections[-1][1]
        if len(cells) > 1 and len(set(cells)) == 1:
            sections.append((cells[0], []))
        elif heads and not rows:
            header = tuple(map(beside, header, cells)) if len(header) == len(cells) else cells
        elif not header and not rows and len(cells) > 1 and all(kind_of(cell) for cell in cells[1:]):
            header = cells
        elif any(cells) and (not header or len(cells) == len(header)):
            rows.append(cells)
    return [Grid(title, section, header, tuple(rows)) for section, rows in sections if rows]


def _rows(table: HtmlElement) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The cells of each row with all spans filled in, and whether they head their columns."""
    held: dict[int, tuple[int, str]] = {}  # column -> rows still covered by a cell from above, and its text
    for row in table.iter("tr"):
        cells: list[str] = []
        own = list(row.iterchildren("td", "th"))
        for cell in own:
            while held.get(len(cells), (0, ""))[0]:
                _take(held, cells)
            text, down = text_of(cell), _span(cell, "rowspan")
            for _ in range(_span(cell, "colspan")):
                if down > 1:
                    held[len(cells)] = (down - 1, text)
                cells.append(text)
        while held.get(len(cells), (0, ""))[0]:
            _take(held, cells)
        pair = len(cells) == 2 and bool(kind_of(cells[0])) and any(map(str.isdigit, cells[1]))
        all_heads = not pair and all(cell.tag == "th" for cell in own)
        yield tuple(cells), len(cells) > 1 and (all_heads or row.getparent().tag == "thead")


def _take(held: dict[int, tuple[int, str]], cells: list[str]) -> None:
    column = len(cells)
    left, text = held[column]
    held[column] = (left - 1, text)
    cells.append(text)


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1")
    return min(max(int(value), 1), WIDEST) if value.isascii() and value.isdigit() else 1
