"""Which words stand to which amount: clauses and cells around one amount, and columns whose labels come first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from . import price_words as words
from .money import Amount
from .price_cues import FLOW, GENERIC, LINE, Cue

NAMED_BEFORE = "named before the amount"
NAMED_AFTER = "named after the amount"
SENTENCE_BEFORE = "named a sentence before"
LIKE_BEFORE = "like the amount before"
CHANGES = "a price that changes"
BARE_RATE = "a bare rate"
BARE_PRICE = "a bare price of a program"
"""Reasons of a reading, as people are told them, that later rules ask for."""

BARE = 200  # what costs less and is not named is no program's price
FURTHEST = 8  # how many times over a stranger may pay what a neighbour pays


class Label(NamedTuple):
    """What an amount is said to be. rank as in price_cues; includes_books as the words of the label itself say."""

    component: str
    rank: int
    what: str = ""
    includes_books: bool | None = None


@dataclass(slots=True, eq=False)
class Line:
    """One amount and its reading; an amount that nothing names has no label. `left` and `right` are its own cues."""

    cue: Cue
    left: list[Cue]
    right: list[Cue]
    is_last: bool
    label: Label | None = None
    basis: str = ""
    residency: str = ""
    pace: str = ""
    why: str = ""

    @property
    def amount(self) -> Amount:
        return self.cue.value


class Around(NamedTuple):
    """What stands around a line: the cues of the label beside the text and of the heading above, the lines before.

    amount_first, whom_after: whether labels, and residencies, follow their amounts
    studied: whether words of study stand by the amounts
    basis: of the list that the line stands in, "" if none heads it
    """

    named: Sequence[Cue]
    headed: Sequence[Cue]
    amount_first: bool
    whom_after: bool
    studied: bool
    basis: str
    lines: list[Line]


REACH = 12  # cues after an amount that may still speak of it


def ends_clause(cue: Cue) -> bool:
    """Whether a cue ends a sentence or a cell; dots may lead to a price, or stand for what is left out."""
    return cue.kind in ("stop", "cell") and cue.value != "..."


def is_cut(between: Sequence[Cue]) -> bool:
    """Whether what stands between two amounts ends a clause: neither names the other. A row has a cell for each."""
    return any(ends_clause(cue) for cue in between[:-1]) or (bool(between) and between[-1].kind == "stop")


def segments(cues: Sequence[Cue]) -> Iterator[tuple[int, int, list[int]]]:
    """The stretches of a text that no clause's end cuts: where each starts and ends, and where its amounts are."""
    positions = [index for index, cue in enumerate(cues) if cue.kind == "amount"]
    start = 0
    held: list[int] = []
    for index, following in zip(positions, [*positions[1:], len(cues)], strict=False):
        held.append(index)
        if following == len(cues) or is_cut(cues[index + 1 : following]):
            yield start, following, held
            start, held = index + 1, []


def chunks(cues: Sequence[Cue], *separators: str) -> Iterator[list[Cue]]:
    """The stretches between separators, the last first."""
    chunk: list[Cue] = []
    for cue in reversed(cues):
        if cue.kind in separators:
            yield chunk[::-1]
            chunk = []
        else:
            chunk.append(cue)
    yield chunk[::-1]


def clause(cues: Sequence[Cue], *separators: str) -> Sequence[Cue]:
    """What follows the last separator."""
    for index in range(len(cues) - 1, -1, -1):
        if cues[index].kind in separators:
            return cues[index + 1 :]
    return cues


def groups(cues: Sequence[Cue]) -> list[list[Cue]]:
    """Labels coordinated with one another ("tuition, fees and books"), in order; not what a clause "includes"."""
    found: list[list[Cue]] = []
    near = joined = mentioned = within = False
    for before, cue in zip([None, *cues], cues, strict=False):
        if cue.kind == "include":
            extra = bool(cue.value) and bool(found) and found[-1][-1].what == "extra"
            found = [] if extra else found  # "other costs include a lab coat ($45)"
            mentioned = not extra
        elif cue.value == "with" and found:
            within = True  # "total with books and fees"
        elif cue.kind in ("stop", "cell"):
            mentioned = within = False
        elif cue.kind == "colon" and before is not None and before.kind == "include" and not before.value:
            found, mentioned = [], False  # "tuition does not include: lab fee $60"
        if cue.kind == "label" and not mentioned and (cue.rank == FLOW or not within):
            money_after = cue.rank == FLOW and found and found[-1][-1].rank != FLOW  # "tuition, waived for"
            one = found and near and (joined or found[-1][0].what == "total" or _one_name(found[-1][-1], cue))
            if one and not money_after:
                found[-1].append(cue)
            else:
                found.append([cue])
            near, joined = True, False
        elif cue.kind == "joint":
            joined = True
        elif cue.kind != "noun" and (cue.kind != "word" or cue.value not in _BETWEEN_LABELS):
            near = False
    return found


def _one_name(first: Cue, second: Cue) -> bool:
    """Whether two labels side by side name one thing: "tuition cost", "textbook supplies", "exam books" ..."""
    papers = ("books", "supplies")
    if GENERIC in (first.rank, second.rank) or first.value == second.value:
        return True
    return second.value != "tuition" if first.value == "other" else first.value in papers and second.value in papers


_BETWEEN_LABELS = frozenset(["", *words.BETWEEN_LABELS.split()])


def outside_brackets(cues: Sequence[Cue]) -> list[Cue]:
    """The cues that stand in no closed brackets; those after a bracket that is still open stay out as well."""
    outside: list[Cue] = []
    depth = 0
    for cue in cues:
        depth += (cue.kind == "open") - (cue.kind == "close")
        if depth <= 0:
            outside.append(cue)
    return outside


def label(cues: Sequence[Cue], nearest_first: bool = True) -> Label | None:
    """What a clause says its amount is: money that is no price, else the nearest named part, else a "cost" or "fee"."""
    if not cues:
        return None
    found = groups(cues)
    if not found:
        return _beside(cues, nearest_first)
    beside = _beside(cues, nearest_first)
    flows = [cue for group in found for cue in group if cue.rank == FLOW]
    if flows or beside:
        return Label("other", FLOW, flows[-1 if nearest_first else 0].what) if flows else beside
    ordered = found[::-1] if nearest_first else found
    if _sums_up(found[-1][0], cues):
        return Label("total", GENERIC, "total")
    named = next((group for group in ordered if any(cue.rank == LINE for cue in group)), ordered[0])
    return of_group(named)


def of_group(group: Sequence[Cue]) -> Label:
    """What coordinated labels say together."""
    flow = next((cue for cue in group if cue.rank == FLOW), None)
    if flow:
        return Label("other", FLOW, flow.what)
    lines = [cue for cue in group if cue.rank == LINE]
    if lines:
        return _composed(lines)
    generic = max(group, key=lambda cue: cue.what == "total")
    return Label(str(generic.value), generic.rank, generic.what)


def _sums_up(last: Cue, cues: Sequence[Cue]) -> bool:
    """ "is added to tuition for a total cost of": a total that a clause ends with is not what it has named before."""
    before = [cue.value for cue in cues[: cues.index(last)][-2:]]
    return last.what == "total" and (before[-1:] == ["for"] or before in (["for", "a"], ["for", "the"]))


def _beside(cues: Sequence[Cue], nearest_first: bool) -> Label | None:
    adjacent = next(said(reversed(cues) if nearest_first else cues), None)
    return Label("other", FLOW, adjacent.what) if adjacent and adjacent.kind == "beside" else None


def said(cues: Iterable[Cue]) -> Iterator[Cue]:
    """The cues without numbers and punctuation."""
    return (cue for cue in cues if cue.kind not in _MARKS and cue.value not in ("%", "*", "~", ".", ""))


_MARKS = ("open", "close", "colon", "equals", "dash", "number")


def _composed(group: Sequence[Cue]) -> Label:
    """One component for coordinated parts: tuition with fees, with books as well a total, books with supplies books."""
    parts = {part for cue in group for part in str(cue.value).split("_and_")}
    books = True if "books" in parts and len(parts - {"supplies"}) > 1 else None
    if group[0].value == "other" and "tuition" not in parts:
        return Label("other", LINE, next(cue.what for cue in reversed(group) if cue.value == "other"))
    if "tuition" not in parts:
        for part in ("fees", "books", "supplies"):
            if part in parts:
                return Label(part, LINE, group[-1].what, books)
    if parts & {"books", "supplies"}:
        return Label("total", LINE, includes_books=books)
    what = "fee" if all(cue.what == "fee" for cue in group) else ""
    return Label("tuition" if parts == {"tuition"} else "tuition_and_fees", LINE, what)


def residencies(cues: Sequence[Cue]) -> list[str]:
    """The residencies that the cues name, in order; "Illinois residents" after "out-of-district" adds nothing."""
    found: list[str] = []
    for index, cue in enumerate(cues):
        if cue.kind != "residency":
            continue
        negated = index > 0 and cues[index - 1].value == "non"
        if negated:
            found.append("in_state" if cue.value == "in_district" else "out_of_state")
        elif cue.value != "resident":
            found.append(str(cue.value))
        elif not (found and any(c.kind == "residency" for c in cues[max(0, index - 3) : index])):
            nearby = [str(c.value) for c in cues[max(0, index - 2) : index + 5] if c.kind == "word"]
            local = any(word in ("district", "county", "city", "parish") for word in nearby)
            found.append("in_district" if local else "in_state")
    return found


def are_joined(cues: Sequence[Cue]) -> bool:
    """Whether "and" or "or" stands between residencies: one price for "in-state and out-of-state students"."""
    named = [index for index, cue in enumerate(cues) if cue.kind == "residency"]
    between = cues[named[0] : named[-1]] if named else []
    return any(cue.kind == "joint" and cue.value in ("and", "or") for cue in between)
