"""Reads a tuition page: tables whose rows are programs and whose columns are charges."""

from __future__ import annotations

import re

from crawler.extract import tree
from crawler.extract.labels import beside, kind_of, labelled
from crawler.extract.tables import Grid, grids
from crawler.extract.words import TuitionRow, Words, squeeze

__all__ = ["TuitionRow", "Words", "read_tuition_table"]

_PROGRAM = re.compile(
    r"(?:(?:programs?|courses?|certificates?|diplomas?|degrees?|majors?|training)"
    r"(?: (?:names?|titles?|of study))?)?",
    re.I,
)
_BASIS = re.compile(
    r"\b(?:per|each|a|an|by the) (?:semester |quarter )?(?:credit|clock hour|hour|unit|term|semester"
    r"|quarter|year|course|month)|\bannual\b|/ ?(?:credit|cr|unit|term|semester|year|hour)\b",
    re.I,
)


def read_tuition_table(html: bytes | str, url: str) -> tuple[TuitionRow, ...]:
    """The rows of every table whose first column is a program and another a price; () if the page has none.

    The label of a cell is its column's header, with the table's caption where only this says the basis ("per credit").
    Rows that name a charge ("Application fee") and columns that we do not know are left out. `url` is the page's
    address, for the sake of the caller's symmetry with `read_page`.
    """
    root = tree.parse(html)
    if root is None:
        return ()
    return tuple(row for grid in grids(tree.speaking(root)) if _of_programs(grid) for row in _rows(grid))


def _of_programs(grid: Grid) -> bool:
    return bool(
        grid.header
        and _PROGRAM.fullmatch(grid.header[0].strip(" :"))
        and any(kind_of(column) == "price" for column in grid.header[1:])
    )


def _rows(grid: Grid) -> list[TuitionRow]:
    basis = next(filter(_BASIS.search, (grid.section, grid.caption)), "")
    found = []
    for program, *cells in grid.rows:
        if not program or kind_of(program):  # a charge
            continue
        words = [
            word
            for column, cell in zip(grid.header[1:], cells, strict=True)
            for word in labelled(column, squeeze(cell))
        ]
        if words:
            found.append(TuitionRow(squeeze(program), tuple(_with_basis(word, basis) for word in words)))
    return found


def _with_basis(words: Words, basis: str) -> Words:
    if not basis or words.kind != "price" or _BASIS.search(words.label):
        return words
    return Words(words.kind, beside(basis, words.label), words.text)
