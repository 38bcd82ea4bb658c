"""The amounts of a text, each with what the words around it say it is: label, basis, residency, pace."""

from collections.abc import Sequence

from . import price_words as words
from .price_bases import bases, basis_of_list, goes_on, is_load, is_of_a_load, take_basis_behind
from .price_changes import changes_apart, name_reduced
from .price_columns import name_columns
from .price_cues import GENERIC, LINE, Cue
from .price_layout import (
    BARE,
    BARE_PRICE,
    BARE_RATE,
    CHANGES,
    NAMED_AFTER,
    REACH,
    SENTENCE_BEFORE,
    Around,
    Label,
    Line,
    are_joined,
    clause,
    label,
    outside_brackets,
    residencies,
    segments,
)
from .price_names import is_amount_first, name
from .price_products import factor, name_products
from .price_rates import settle_rates

_RATES = ("credit", "clock_hour", "course", "term")
_TUITION = Label("tuition", GENERIC)
_SOME_FEE = Label("fees", GENERIC)
_TIME = frozenset(["hour", "day", "week", "month"])
_UNSAID = frozenset(["", *words.SMALL_WORDS.split()])
_FULL_LOAD = 12  # credits in a term that make a student full-time
_BARE_RATES = {"credit": 25, "term": 300, "course": 60}  # what costs less and is not named is some fee's rate
_STUDIES = frozenset(["program", "credit", "course", "clock_hour"])
_SALARY = 22_000  # what costs more, beside a trade and not named, is as likely its salary
_CALLED_RATE = 40  # per credit; what costs less and is called by words that no table knows is some fee's rate
_TIMES = frozenset(["twice", "double", "triple"])


def read_lines(cues: Sequence[Cue], named: Sequence[Cue], headed: Sequence[Cue]) -> list[Line]:
    """The lines of a text's cues; `named` and `headed` are those of the label beside it and of the heading above."""
    cues = [*changes_apart(cues)]
    around = Around(named, headed, False, False, False, "", [])
    start = 0
    for begin, end, positions in segments(cues):
        whom_after = _is_whom_after(cues[begin:end], len(positions))
        around = around._replace(
            amount_first=is_amount_first(cues[begin:end]),
            whom_after=whom_after,
            studied=_is_study(cues[begin:end]),
            basis=basis_of_list(cues[begin : positions[0]], begin == 0) or around.basis,
        )
        for index, following in zip(positions, [*positions[1:], end], strict=False):
            line = Line(cues[index], cues[start:index], cues[index + 1 : following], following == end)
            used = max(name(line, around), _rate(line, around), _whom(line, around))
            around.lines.append(line)
            if not _is_aside(line):  # else what stands before it may name the amount after it
                start = index + 1 + _bracketed(line.right, used)
    if len(around.lines) > 1:
        name_reduced(around.lines)
        name_columns(around.lines, cues, headed)
        name_products(around.lines)
    settle_rates(around.lines)
    return around.lines


def _is_whom_after(cues: Sequence[Cue], count: int) -> bool:
    """Whether residencies follow their amounts: none before the first of several, and one at once after the last."""
    kinds = [cue.kind for cue in cues]
    first, last = kinds.index("amount"), len(kinds) - 1 - kinds[::-1].index("amount")
    return count > 1 and "residency" not in kinds[:first] and "residency" in kinds[last + 1 : last + 3]


def _is_aside(line: Line) -> bool:
    """Whether it is a limit in brackets: "tuition ($50 minimum) $33 per hour"."""
    depth = sum((cue.kind == "open") - (cue.kind == "close") for cue in line.left)
    return depth > 0 and line.label is not None and line.label.what in ("fee_floor", "fee_cap")


def _bracketed(right: Sequence[Cue], used: int) -> int:
    """How many cues after an amount are its own: brackets that follow at once, and "total" before its parts."""
    if [cue.what or cue.kind for cue in right[used : used + 2]] == ["total", "open"]:
        return used + 1
    if [cue.kind for cue in right[used : used + 1]] != ["open"]:
        return used
    return next((index + 1 for index, cue in enumerate(right) if index > used and cue.kind == "close"), used)


def _rate(line: Line, around: Around) -> int:
    """Finds the basis, and with it the label of a bare rate; returns how many cues after the amount it took."""
    used = take_basis_behind(line, around)
    sentence = clause(line.left, "stop")
    whole = line.left if line.why == SENTENCE_BEFORE else sentence
    before = next((other for other in reversed(around.lines) if other.label), None)
    if not line.basis and before and line.why == before.why == CHANGES and goes_on(line, before):
        line.basis = before.basis  # "to $85 a credit hour in the spring semester and to $90"
    for cues in [] if line.basis else [whole, around.named, around.headed]:
        found = bases(cues)
        line.basis = line.basis or (found[-1] if found else "")
    taken = factor(line)
    if taken and line.basis in ("", "hour"):
        line.basis = taken.basis
    repeated = line.right and line.right[0].value == "each"  # "classes are $65 each"
    if _is_generic(line) and not line.basis and is_load(sentence) and not _names_program(sentence):
        line.label = None
        return used
    if not line.basis and (is_of_a_load(line) or (repeated and not _is_line(line))):
        line.label = None
        return used
    if line.label is None:
        line.label, line.why = _bare(line, sentence, around)
    if not line.basis and before and goes_on(line, before):
        line.basis = before.basis
    if not line.basis and line.label and line.label.component != "other" and not _is_more(line, around.lines):
        line.basis = around.basis
    return used


def _is_more(line: Line, before: Sequence[Line]) -> bool:
    """Whether a total is more than all before it, so not theirs: "Fall | Tuition $1,200 | Program total $5,400"."""
    return _is_generic(line) and 0 < sum(other.amount.most for other in before) < line.amount.least


def _is_line(line: Line) -> bool:
    return line.label is not None and line.label.rank == LINE


def _is_generic(line: Line) -> bool:
    return line.label is not None and line.label.rank == GENERIC and line.label.component == "total"


def _bare(line: Line, sentence: Sequence[Cue], around: Around) -> tuple[Label | None, str]:
    """The label of an amount that no word names: a rate, or a price by residency, is tuition; of a program, a total."""
    within = [cue for cue in sentence if cue.kind == "include"]
    if within and line.basis in _RATES and (part := label(sentence[sentence.index(within[-1]) + 1 :])):
        return part, "a part of what is included"
    near = [*sentence, *_own_right(line, around), *around.named]
    if any(cue.what == "room_board" for cue in near):
        return None, ""
    for_some = line.basis != "hour" and any(cue.kind == "residency" for cue in near)
    if for_some and not line.basis and is_load(around.headed):
        return None, ""
    too_small = line.basis in ("", "program") and line.amount.least < BARE
    if line.basis in _RATES or for_some:
        listed = line.basis in ("credit", "term") and sentence and not _is_unsaid(sentence[-1])
        called = listed and any(cue.kind in ("word", "noun") and not _is_unsaid(cue) for cue in sentence)
        if line.amount.least >= _BARE_RATES.get(line.basis, 0):
            # "Maple Hall | $2,900 per semester" may be a room, "Athletics | $28 per credit" a fee
            studied = line.basis != "term" or for_some or around.studied or _is_headed_by_study(sentence, around)
            of_a_fee = called and line.basis == "credit" and line.amount.least < _CALLED_RATE and not for_some
            return (_TUITION if studied and not of_a_fee else None), BARE_RATE
        return (_SOME_FEE if called else None), "a rate too small for tuition"
    contents = [cue.value for cue in line.right[:REACH] if cue.kind == "label" and cue.rank == LINE]
    if line.right and line.right[0].kind == "include" and line.right[0].value and not line.basis and contents:
        return Label("total", LINE), "a price by what it includes"
    if line.right and line.right[0].value == "per" and not line.basis:
        return None, ""  # per nobody knows what
    priced = not too_small and line.amount.least < _SALARY
    programs = not line.basis and priced and _is_of_program(line, sentence, around)
    if (line.basis == "program" and not too_small) or programs:
        before = around.lines[-1].label if around.lines and all(cue.kind != "stop" for cue in line.left) else None
        part = "tuition" if before and before.component == "tuition" else "total"
        return Label(part, GENERIC), BARE_PRICE
    return None, ""


def _is_of_program(line: Line, sentence: Sequence[Cue], around: Around) -> bool:
    """Whether an amount's own cell names a program, or says nothing, and the cells beside or the heading name one."""
    here = [*clause(sentence, "cell"), *_own_right(line, around)]
    silent = all(cue.kind not in ("word", "beside", "include") or _is_unsaid(cue) for cue in here)
    asked = line.left if any(cue.value == "?" for cue in line.left) else sentence
    return _names_program(here) or (silent and _names_program([*around.headed, *around.named, *asked]))


def _names_program(cues: Sequence[Cue]) -> bool:
    """Whether a course or a trade is named, or how many hours or weeks something takes."""
    nouns = ((before, cue) for before, cue in zip([None, *cues], cues, strict=False) if cue.kind == "noun")
    return any(
        cue.value not in _TIME or (before is not None and before.kind == "number" and not is_load([before, cue]))
        for before, cue in nouns
    )


def _is_study(cues: Sequence[Cue]) -> bool:
    """Whether a word of study stands by: a course or a trade, a pace, a load."""
    said = any(cue.kind in ("pace", "band") or cue.what == "cost" or cue.value in _STUDIES for cue in cues)
    return said or _names_program(cues) or is_load(cues)


def _is_headed_by_study(sentence: Sequence[Cue], around: Around) -> bool:
    """Whether the heading or the label speaks of study, and the sentence itself of nothing else."""
    silent = all(cue.kind not in ("word", "beside", "include") or _is_unsaid(cue) for cue in sentence)
    return silent and _is_study([*around.headed, *around.named])


def _is_unsaid(cue: Cue) -> bool:
    return cue.kind in ("word", "noun") and cue.value in _UNSAID


def _whom(line: Line, around: Around) -> int:
    """Finds the residency and the pace; returns how many cues after the amount it took."""
    before = around.lines[-1] if around.lines else None
    sentence = line.left if line.why == SENTENCE_BEFORE else clause(line.left, "stop")
    own = residencies(outside_brackets(sentence)) or residencies(sentence)
    if any(cue.value in _TIMES for cue in sentence[-3:]):
        own = []  # "out-of-county students pay twice the $114 of residents"
    behind = _own_right(line, around)
    tabular = not any(cue.kind in ("word", "stop", "include") for cue in line.left)
    inherited = [before.residency] if before and _is_for_the_same(line, before, tabular) else []
    if before and before.residency and [cue.kind for cue in line.left] == ["open"]:
        inherited = [before.residency]  # "$4,080 for Iowa residents ($170 per credit)"
    if line.why == CHANGES or (line.left and line.left[-1].kind == "equals"):
        inherited = [other.residency for other in around.lines if other.residency][-1:]
    after = [] if own else residencies(behind)
    for found in (own, after, inherited, residencies(around.named), residencies(around.headed)):
        if found:
            joined = are_joined(behind if found is after else sentence)
            line.residency = "any" if len(set(found)) > 1 and joined else found[-1]
            break
    paced = next((cues for cues in (sentence, behind[:4], around.named) if any(c.kind == "pace" for c in cues)), [])
    paces = [str(cue.value) for cue in paced if cue.kind == "pace"]
    line.pace = next(iter(sorted(paces, key=lambda pace: not pace.endswith("time"))), "")
    if not _load(line, around) and inherited and tabular and not line.pace and before.pace.endswith("time"):
        line.pace, line.basis = before.pace, line.basis or before.basis
    if line.label is None and line.residency and line.basis and line.amount.least >= _BARE_RATES.get(line.basis, 0):
        line.label, line.why = _TUITION, BARE_RATE
    taken = {"residency" if not own else "", "pace" if paced is not sentence else ""}
    return max((index + 1 for index, cue in enumerate(behind) if cue.kind in taken), default=0)


def _load(line: Line, around: Around) -> bool:
    """Reads "1-11" and "12-18" credits: the pace, and that a full load has one price a term; whether one is printed."""
    bands = [cue for cue in [*around.headed, *line.left] if cue.kind == "band"]
    counted = [cue.value for cue in [*line.left, *line.right, *around.headed]]
    rated = any(other.basis == "credit" for other in around.lines)
    if not bands or not (rated or "credit" in counted or "unit" in counted):
        return bool(bands)
    least = int("".join(filter(str.isdigit, str(bands[-1].value).replace("-", " ").replace("+", " ").split()[0])))
    full = least >= _FULL_LOAD
    line.pace = line.pace or ("full-time" if full else "part-time")
    line.basis = line.basis or ("term" if full else "")
    return True


def _is_for_the_same(line: Line, before: Line, tabular: bool) -> bool:
    """Whether a residency holds for the next amount: along a row, or for a price in the same sentence."""
    leads = before.residency and not any(cue.kind == "residency" for cue in before.right)
    part = line.label.component if line.label else ""
    apart = any(cue.kind in ("stop", "cell") for cue in line.left)
    sentence = part in ("tuition", "tuition_and_fees", "total") and not apart
    return bool(leads) and part not in ("books", "supplies", "other") and (tabular or sentence)


def _own_right(line: Line, around: Around) -> list[Cue]:
    """The cues after an amount that speak of it and do not introduce the next amount."""
    own: list[Cue] = []
    for index, cue in enumerate(line.right[:REACH]):
        rest = line.right[index + 1 :]
        heads = not rest or rest[0].kind in ("colon", "dash", "basis") or rest[0].value in ("is", "are")
        heads = (heads or [cue.kind for cue in rest[:2]] == ["open", "basis"]) and not around.whom_after
        bracket_over = cue.kind == "joint" and index > 0 and line.right[index - 1].kind == "close"
        named_next = bool(rest) and rest[0].kind == "label" and line.why != NAMED_AFTER
        introduces = not line.is_last and (heads or named_next)
        over = bracket_over and not line.is_last  # "($93) and out-of-state ($120)"
        of_next = (cue.kind in ("residency", "pace") and introduces) or (
            cue.kind == "noun" and named_next and not line.is_last
        )
        if cue.kind in ("stop", "cell", "label") or over or of_next:
            break
        own.append(cue)
    return own
