"""Printed words -> prices. A wrong price is worse than none: an amount that nothing names is left out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from . import money
from .price_cues import FLOW, Cue, is_money, scan
from .price_layout import LIKE_BEFORE, Label
from .price_lines import read_lines
from .price_phrase import Found, together
from .price_reading import line_price, year_of, years
from .text import clean
from .values import Context, Price

_MONEY = re.compile(r"[$\d]|dollar|USD", re.I)
_cues_around = lru_cache(maxsize=512)(scan)  # a page repeats its headings and labels


def read(words: str, context: Context = Context()) -> list[Price]:
    """The prices, and the money that is no price (component "other"), that printed words state.

    `context.label` and `context.heading` name what the words themselves leave unnamed; a heading in cells
    ("Program | Books | Tuition") is the header of the table whose row `words` is. Never raises; [] if nothing is sure.
    """
    text = clean(words).lstrip("| ")
    if not _MONEY.search(text):
        return []
    header = _cells(clean(context.heading))
    row = _cells(text)
    if len(header) > 1 and len(row) in (len(header), len(header) - 1):
        found = _read_row(row, header[len(header) - len(row) :], context)
    else:
        found = _read(text, context)
    return together(found, context.public is True)


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.rstrip(" |").split("|")]


def _read_row(row: Sequence[str], header: Sequence[str], context: Context) -> list[Found]:
    """Each cell is read under the head of its own column; the cells without money are the name of the row."""
    named = [money.plain(cell) is None and not money.amounts(cell) for cell in row]
    cells = [*zip(named, row, header, strict=True)]
    heads = [words for is_name, cell, column in cells if is_name for words in (column, cell)]
    found: list[Found] = []
    for is_name, cell, column in cells:
        if not is_name:
            found += _read(cell, replace(context, label=column, heading=" ".join([*heads, context.label])))
    return found


def _read(text: str, context: Context) -> list[Found]:
    label, heading = clean(context.label), clean(context.heading)
    named, headed = _cues_around(label), _cues_around(heading)
    cues = _bare_number(text, named) or scan(text)
    printed = years(text)
    around = "".join([year for _, year in [*years(label), *years(heading)]][:1])
    attendance = any(cue.what == "cost_of_attendance" for cue in [*named, *headed])
    found = []
    for line in read_lines(cues, named, headed):
        if attendance and line.label and not line.basis:
            line.label = Label("other", FLOW, "cost_of_attendance")  # a year's budget, whatever its lines are called
        if line.label:
            price = line_price(line, text, year_of(line, printed) or around, context)
            if line.why == LIKE_BEFORE and found and price.component == found[-1].price.component:
                price = replace(price, what=found[-1].price.what)
            found.append(Found(price, line, cues))
    return found


def _bare_number(text: str, named: Sequence[Cue]) -> list[Cue]:
    """A number alone under a label that speaks of money is an amount: "Tuition": "4,250"."""
    value = money.plain(text)
    speaks = any(cue.kind in ("label", "residency") or (cue.kind, cue.what) == ("basis", "per") for cue in named)
    if value is None or not speaks or not is_money(text.strip("*+~ ")):
        return []
    return [Cue("amount", money.Amount(0, len(text), value, value), 0, len(text))]
