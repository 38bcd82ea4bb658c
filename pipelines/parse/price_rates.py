"""What the amounts of a phrase say about each other's rates: one said last for all, one too small, "respectively"."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from .price_cues import LINE
from .price_layout import (
    BARE,
    BARE_RATE,
    CHANGES,
    FURTHEST,
    NAMED_AFTER,
    NAMED_BEFORE,
    Label,
    Line,
    ends_clause,
    residencies,
)

_SMALL = 500  # what costs less, beside a rate like it, is a rate
_FEE_SHARE = 5  # how many times over the tuition exceeds a fee of the same basis


def settle_rates(lines: Sequence[Line]) -> None:
    """Corrects the bases, residencies and labels of the lines of a phrase by those of their neighbours."""
    _share(lines)
    _leave_flat_prices(lines)
    _leave_small_rates(lines)
    _respectively(lines)
    _tell_residents_apart(lines)


def _tell_residents_apart(lines: Sequence[Line]) -> None:
    """ "Philadelphia residents $159, other PA residents $318": residents who pay less than others of the state."""
    in_state = [line for line in lines if line.residency == "in_state"]
    for line, following in pairwise(in_state):
        alike = line.label == following.label and line.basis == following.basis
        named = [[cue.value for cue in one.left if cue.kind == "residency"] for one in (line, following)]
        if alike and named == [["resident"], ["in_state"]] and line.amount.least < following.amount.least:
            line.residency = "in_district"


def _share(lines: Sequence[Line]) -> None:
    """ "$95 in-district, $140 out-of-district per credit": one basis, said last, for prices for different people."""
    for line, following in zip(lines[-2::-1], lines[:0:-1], strict=False):
        if line.basis or not (line.label and following.label):
            continue
        same = line.label.component == following.label.component
        others = line.residency and line.residency != following.residency
        paces = line.pace and line.pace != following.pace and following.basis in ("term", "year")
        one_sentence = all(cue.kind != "stop" for cue in following.left)
        low, high = sorted([line.amount.least, following.amount.least])
        comparable = (others or paces) and high <= FURTHEST * low
        # "2022-23 $158, 2023-24 $162 per credit"
        changed = line.label == following.label and high <= 2 * low and line.amount.most < _SMALL
        changed = changed and not (line.label.what == "fee" and following.why == NAMED_BEFORE)  # another course's fee
        raised = line.why == following.why == CHANGES and high <= 2 * low  # "from $93 to $95 per credit"
        if raised or _is_one_sum(line, following) or (same and (comparable or changed) and one_sentence):
            line.basis = following.basis


def _is_one_sum(line: Line, following: Line) -> bool:
    """ "$164 tuition and $13 fees per credit"."""
    parts = (line.label.component, following.label.component)
    both = {line.why, following.why} == {NAMED_AFTER}
    joined = [cue.value for cue in following.left if cue.kind != "label"] == ["and"]
    return parts == ("tuition", "fees") and both and joined


def _leave_flat_prices(lines: Sequence[Line]) -> None:
    """A full-time price beside a part-time rate per credit is flat for a term or a year: nobody knows which."""
    if any(line.basis == "credit" and line.pace == "part-time" for line in lines):
        for line in lines:
            if line.pace == "full-time" and not line.basis:
                line.label = None


def _leave_small_rates(lines: Sequence[Line]) -> None:
    """A bare rate far below the tuition beside it is some fee: "Tuition $180 per credit | Library $9 per credit".

    One without a unit is no tuition at all if it is small: "Out-of-state exchange $126".
    """
    for line in [line for line in lines if line.why == BARE_RATE]:
        if not line.basis and line.amount.least < BARE:
            line.label = None
            continue
        for other in lines:
            alike = line.basis == other.basis and line.residency in ("", other.residency)
            named = other.label and other.label.component == "tuition" and other.why != BARE_RATE
            if alike and named and line.amount.least * _FEE_SHARE < other.amount.least:
                line.label = Label("fees", LINE)


def _respectively(lines: Sequence[Line]) -> None:
    """ "$95 and $140 for in-state and out-of-state students, respectively": in the order of the amounts."""
    for index, line in enumerate(lines, start=1):
        if any(cue.value == "respectively" for cue in line.right):
            named = residencies([*takewhile(lambda cue: not ends_clause(cue), line.right)])
            for other, residency in zip(lines[index - len(named) : index], named, strict=False):
                other.residency = residency
                other.basis = other.basis or line.basis
