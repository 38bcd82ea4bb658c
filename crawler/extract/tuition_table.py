"""Reads a tuition page: tables whose rows are programs and whose columns are charges."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from crawler.extract import tree
from crawler.extract.labels import beside, kind_of, labelled
from crawler.extract.rates import read_rates
from crawler.extract.tables import Grid, grids
from crawler.extract.words import TuitionRow, Words, squeeze

__all__ = ["Costs", "TuitionRow", "Words", "read_costs", "read_tuition_table"]

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


@dataclass(frozen=True, slots=True)
class Costs:
    """What a tuition page says: of programs that it names, and of all programs that are charged by the credit."""

    rows: tuple[TuitionRow, ...] = ()
    rates: tuple[Words, ...] = ()


def read_tuition_table(html: bytes | str | Element, url: str) -> tuple[TuitionRow, ...]:
    """The rows of every table whose first column is a program and another a price; () if the page has none.

    The label of a cell is its column's header, with the table's caption where only this says the basis ("per credit").
    Rows that name a charge ("Application fee") and columns that we do not know are left out. `url` is the page's
    address, for the sake of the caller's symmetry with `read_page`. A tree that is given is changed.
    """
    root = tree.parse(html) if isinstance(html, bytes | str) else html
    if root is None:
        return ()
    return _program_rows(tree.speaking(root))


def read_costs(root: Element) -> Costs:
    """All that a tuition page says of programs: rows by their names, or else the price of a credit of all programs.

    Changes the tree.
    """
    body = tree.speaking(root)
    rows = _program_rows(body)
    return Costs(rows, () if rows else read_rates(body))


def _program_rows(body: Element) -> tuple[TuitionRow, ...]:
    return tuple(row for grid in grids(body) if _of_programs(grid) for row in _rows(grid))


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
        cells = map(squeeze, cells)
        words = [word for column, cell in zip(grid.header[1:], cells, strict=True) for word in labelled(column, cell)]
        if words:
            found.append(TuitionRow(squeeze(program), tuple(_with_basis(word, basis) for word in words)))
    return found


def _with_basis(words: Words, basis: str) -> Words:
    if not basis or words.kind != "price" or _BASIS.search(words.label):
        return words
    return Words(words.kind, beside(basis, words.label), words.text)
