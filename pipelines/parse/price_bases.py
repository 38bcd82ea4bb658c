"""Per what an amount is: the bases that the cues around it name, and those that hold on from the line before."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from .price_cues import GENERIC, Cue
from .price_layout import CHANGES, FURTHEST, NAMED_AFTER, NAMED_BEFORE, REACH, Around, Line, clause, ends_clause
from .price_products import factor

_HEAVY_LOAD = 21  # credits that no program is made of, and few terms
_STUDIED = ("credit", "clock_hour")
_LOAD_KINDS = frozenset(["open", "close", "number", "joint", "dash"])
_LOAD_UNITS = frozenset(["hour", "hr", "hrs", "credit", "unit", "*"])


def bases(cues: Sequence[Cue]) -> list[str]:
    """The bases that cues name; "15 credits cost" counts credits, and is no "credit cost"."""
    counted = {id(cue) for count, cue in pairwise(cues) if count.kind == "number" and cue.value == "credit"}
    return [str(cue.value) for cue in cues if cue.kind == "basis" and (cue.what == "per" or id(cue) not in counted)]


def take_basis_behind(line: Line, around: Around) -> int:
    """Sets the basis that follows an amount; returns how many cues it took."""
    sentence = clause(line.left, "stop")
    said_before = bool(bases(sentence))
    if line.why == CHANGES:
        said_before = said_before or any(other.basis for other in around.lines)
    for index, cue in enumerate(line.right[:REACH]):
        if cue.kind == "cell" and index == 0 and line.right[1:2] and line.right[1].what == "per":
            continue
        named = line.label and cue.value == line.label.component and (line.is_last or line.why == NAMED_AFTER)
        own = named or (line.is_last and cue.rank == GENERIC)
        if cue.kind in ("stop", "cell") or (cue.kind == "label" and not own):
            break
        next_has = cue.kind == "basis" and not line.is_last and index + 1 == len(line.right)
        if next_has and is_load(sentence) and not factor(line):
            break  # "16 credit hours or more $1,312 Per credit hour $82"
        if cue.kind == "basis" and (_is_dated(line.right[:index]) or (said_before and _is_led(line.right[:index]))):
            break
        if cue.kind == "basis":
            follows = line.right[index + 1].kind if index + 1 < len(line.right) else ""
            if cue.what == "per" or (not said_before and (line.is_last or follows not in ("label", "colon"))):
                line.basis = str(cue.value)
                return index + 1
            break
    return 0


def _is_dated(cues: Sequence[Cue]) -> bool:
    """Whether "school year" stands in brackets after its number: "$1,700 (2025-2026 school year)" dates the price."""
    return bool(cues) and cues[-1].kind == "number" and any(cue.kind == "open" for cue in cues)


def _is_led(cues: Sequence[Cue]) -> bool:
    """Whether something else leads to a basis in brackets: "tuition per term $1,650 part-time (per credit)"."""
    return any(cue.kind == "open" for cue in cues) and cues[0].kind != "open"


def goes_on(line: Line, before: Line) -> bool:
    """Whether a rate holds on: said like the one before, of its size, and with no load of its own ("12-18")."""
    if any(cue.kind == "band" or cue.what == "total" for cue in line.left) or before.basis in ("", "program"):
        return False
    whom = any(cue.kind == "residency" for cue in [*line.left, *line.right[:4]])
    of_its_own = line.why in (NAMED_BEFORE, NAMED_AFTER) and any(map(ends_clause, line.left))
    if of_its_own and not whom and before.basis not in _STUDIED:
        return False
    low, earlier = line.amount.least, before.amount.least
    same = line.label and before.label and line.label.component == before.label.component
    alike = bool(same) and low <= (FURTHEST if whom else 3) * earlier
    return alike or line.why == CHANGES


def basis_of_list(cues: Sequence[Cue], opens: bool) -> str:
    """The basis that heads a list ("Semester 1: tuition $1,320; fees $215"), or a row that opens the text."""
    first = clause(cues, "stop", "cell")
    said = [cue for cue in first if cue.kind != "word"]
    heads = [cue.kind for cue in said[:2]] == ["basis", "colon"] and any(cue.kind == "label" for cue in said)
    if heads:
        return str(said[0].value)
    sentence = clause(cues, "stop")
    return _basis_of_row(sentence) if opens or len(sentence) < len(cues) else ""


def _basis_of_row(cues: Sequence[Cue]) -> str:
    """The basis that is all that the first cell of a row says, but for a load: "Semester 1 (12 hrs) | ..." """
    cell = [*takewhile(lambda cue: cue.kind != "cell", cues)]
    named = [cue for cue in cell if cue.kind not in _LOAD_KINDS and cue.value not in _LOAD_UNITS]
    return str(named[0].value) if len(cell) < len(cues) and [cue.kind for cue in named] == ["basis"] else ""


def is_of_a_load(line: Line) -> bool:
    """ "$432 for 12 credit hours": nobody knows how long the student has taken them."""
    first, count, unit = [*(cue.value for cue in line.right[:3]), "", "", ""][:3]
    counted = str(count).isdigit() and int(str(count)) <= _HEAVY_LOAD
    return first in ("for", "(") and counted and unit in ("credit", "unit", "credit hour")


def is_load(cues: Sequence[Cue]) -> bool:
    """Whether a row is that of a load: "12 credits"."""
    return any(
        count.kind == "number"
        and str(count.value).isdigit()
        and (unit.value in ("credit", "unit") or (unit.value == "hour" and int(str(count.value)) <= _HEAVY_LOAD))
        for count, unit in pairwise(cues)
    )
