"""Printed multiplications: "27 credits x $155 = $4,185" is a rate, and what the whole comes to."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from .price_cues import FLOW, GENERIC, Cue
from .price_layout import NAMED_BEFORE, Label, Line

_SIGNS = frozenset(["x", "*", "@", "at", "time"])
_BASES = {
    **dict.fromkeys(["credit", "unit"], "credit"),
    **dict.fromkeys(["hour", "clock", "contact"], "clock_hour"),
    **dict.fromkeys(["semester", "quarter", "term", "trimester"], "term"),
    **dict.fromkeys(["course", "class"], "course"),
}
_DEAREST = {"credit": 1_500, "clock_hour": 150}  # what costs more is the sum: "12 credits at $1,800"
_WHOLE = {"credit": 21, "clock_hour": 100, "term": 3}  # fewer of them may be a part of a program, or a year of it
_BETWEEN = frozenset(["equals", "number", "word", "noun", "dash", "open", "close", "joint", "cell"])


class Factor(NamedTuple):
    """How many times a rate is taken, and of what it is the rate."""

    count: Decimal
    basis: str


def factor(line: Line) -> Factor | None:
    """By what an amount is multiplied: "27 credits x" before it, or "x 4 quarters" after it."""
    if line.left and line.left[-1].value in _SIGNS:
        return _counted(line.left[-5:-1], line)
    right = [cue for cue in line.right[:6] if cue.kind != "basis"]
    if right and right[0].value in ("x", "*", "time"):
        return _counted(right[1:4], line)
    return None


def _counted(cues: Sequence[Cue], line: Line) -> Factor | None:
    """A count and its unit as the cues print them: "27", "credit"."""
    for index, cue in enumerate(cues):
        digits = str(cue.value).replace(",", "")
        if cue.kind == "number" and digits.isdigit():
            units = [str(after.value) for after in cues[index + 1 :]]
            basis = next((_BASES[unit] for unit in units if unit in _BASES), "")
            if basis and line.amount.most <= _DEAREST.get(basis, line.amount.most):
                return Factor(Decimal(digits), basis)
    return None


def name_products(lines: Sequence[Line]) -> None:
    """Names what a multiplication comes to as its clause is named, if so many units make up a program."""
    for line, following in pairwise(lines):
        taken = factor(line)
        if taken is None or any(cue.kind not in _BETWEEN for cue in following.left):
            continue
        named = line.why == NAMED_BEFORE and line.label is not None
        exact = following.amount.low == taken.count * (line.amount.low or 0)
        whole = taken.count > _WHOLE.get(taken.basis, taken.count)
        if line.label and line.label.rank == FLOW:
            following.label = line.label
        elif whole and (exact or (named and following.amount.least > line.amount.least)):
            following.label = line.label if named else Label("tuition", GENERIC)
            following.basis, following.why = "program", "what the multiplication comes to"
        else:
            following.label = None
