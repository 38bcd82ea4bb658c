"""Prices that rise and fall: which amount is the old price, which the new one, and which the increase."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from . import money
from .price_cues import FLOW, GENERIC, Cue
from .price_layout import Around, Label, Line, clause, label
from .price_words import RANGES

_PREVIOUS = Label("other", FLOW, "previous_price")
_INCREASE = Label("other", FLOW, "increase")
_CHANGES = ("increase", "previous_price", "funding")
_SETS = frozenset(["set", "setting", "bring", "bringing", "put", "putting"])
_COMES = frozenset(["equate", "amount", "amounting", "equal", "come"])  # "the increase amounts to $90 a year"
_STATED = frozenset(["be", "is", "are"])
_CONDITIONS = frozenset(["if", "with", "after", "following", "under", "once", "when"])


def changes_apart(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Where prices rise or fall, "from $93 to $95" is an old and a new price, unless they "range"."""
    changes = any(cue.what in ("increase", "previous_price") and cue.kind == "label" for cue in cues)
    for earlier, before, cue in zip([None, None, *cues], [None, *cues], cues, strict=False):
        by = before is not None and before.value in ("by", "between")  # "will go up by $14 to $50"
        ranged = earlier is not None and earlier.value in RANGES
        if cue.kind == "amount" and cue.value.seam and changes and not by and not ranged:
            first, second = money.ends(cue.value)
            yield Cue("amount", first, first.start, first.end)
            yield Cue("word", "to", first.end, second.start)
            yield Cue("amount", second, second.start, second.end)
        else:
            yield cue


def changed_price(line: Line, around: Around) -> Label | None:
    """ "from $93": the old price; "to $95": the new one, named by whatever the phrase has named."""
    before = [*[cue for other in around.lines for cue in other.left], *line.left]
    increased = any(other.label and other.label.what == "increase" for other in around.lines)
    if not increased and not any(cue.kind == "label" and cue.what == "increase" for cue in before):
        return None
    near = [cue.value for cue in reversed(line.left[-6:])]
    direction = next((value for value in near[:3] if value in ("from", "to", "by")), None)
    if direction is None and [cue.value for cue in line.right] == ["to"] and near[:1] != ["of"]:
        direction = "from"  # "rose for residents ($93 to $95)"
    if direction is None and not _SETS.isdisjoint(near):
        direction = "to"  # "setting the rate at $95"
    if (direction is None or line.amount.seam) and _is_after_increase(before, line):
        direction = "to"
    if (
        direction == "by"
        or _is_range_of_increases(before)
        or any(cue.what == "increase" for cue in line.right[:1])
        or any(cue.value in _COMES for cue in line.left[-2:])
    ):
        return _INCREASE
    if direction == "from":
        return _PREVIOUS
    if direction == "to":
        sentence = clause(before, "stop")
        flows = (cue.what for cue in sentence if cue.kind == "label" and cue.rank == FLOW)
        other = next((what for what in flows if what not in _CHANGES), "")
        named = ([cue for cue in cues if cue.rank != FLOW] for cues in (sentence, before))
        prices = next((found for found in map(label, named) if found and found.component != "other"), None)
        return Label("other", FLOW, other) if other else prices or Label("tuition", GENERIC)
    return None


def name_reduced(lines: Sequence[Line]) -> None:
    """ "Regular tuition $4,500, now $4,000": the first is the old price."""
    for before, line in pairwise(lines):
        if before.label and line.label and before.label.component == line.label.component:
            now = any(cue.value == "now" for cue in line.left)
            if now and line.amount.most < before.amount.least:
                before.label = _PREVIOUS


def _is_range_of_increases(before: Sequence[Cue]) -> bool:
    """Whether "increases will range from" leads to an amount, and no price is named since."""
    sentence = clause(before, "stop")
    ranged = max((index for index, cue in enumerate(sentence) if cue.value in RANGES), default=0)
    named = [cue for cue in sentence[:ranged] if cue.kind == "label"]
    return bool(named) and named[-1].what == "increase" and all(cue.kind != "label" for cue in sentence[ranged:])


def _is_after_increase(before: Sequence[Cue], line: Line) -> bool:
    """ "If the increase is approved, tuition will be $94": a clause of its own names the new price."""
    sentence = clause(before, "stop")
    comma = max((index for index, cue in enumerate(sentence) if cue.value == ","), default=0)
    led = any(cue.value in _CONDITIONS for cue in sentence[:comma])
    raised = any(cue.what == "increase" for cue in sentence[:comma])
    named = [cue for cue in sentence[comma:] if cue.kind == "label"]
    stated = bool(line.amount.seam) or (bool(line.left) and line.left[-1].value in _STATED)
    return led and raised and stated and bool(named) and all(cue.rank != FLOW for cue in named)
