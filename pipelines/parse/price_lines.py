"""The amounts of a text, each with what the words around it say it is: label, basis, residency, pace."""

from collections.abc import Iterator, Sequence

from . import money
from .price_cues import GENERIC, LINE, Cue
from .price_layout import (
    REACH,
    Around,
    Label,
    Line,
    are_joined,
    chunks,
    column_heads,
    column_residencies,
    label,
    one_to_a_cell,
    outside_brackets,
    residencies,
    runs,
)
from .price_names import is_amount_first, name
from .price_products import factor, name_products

_RATES = ("credit", "clock_hour", "course", "term")
_TUITION = Label("tuition", GENERIC)
_BARE_PRICE = "a bare price of a program"
_FULL_LOAD = 12  # credits in a term that make a student full-time
_FURTHEST = 8  # how many times over a stranger may pay what a neighbour pays
_BARE = 200  # what costs less and is not named is no program's price
_BARE_RATES = {"credit": 25, "term": 300, "course": 60}  # what costs less and is not named is some fee's rate
_SMALL = 500  # what costs less, beside a rate like it, is a rate
_TIMES = frozenset(["twice", "double", "triple"])
_FEE_SHARE = 5  # how many times over the tuition exceeds a fee of the same basis
_HEAVY_LOAD = 21  # credits that no program is made of, and few terms


def read_lines(cues: Sequence[Cue], named: Sequence[Cue], headed: Sequence[Cue]) -> list[Line]:
    """The lines of a text's cues; `named` and `headed` are those of the label beside it and of the heading above."""
    cues = [*_changes_apart(cues)]
    around = Around(named, headed, is_amount_first(cues), [])
    positions = [index for index, cue in enumerate(cues) if cue.kind == "amount"]
    start = 0
    for index, following in zip(positions, [*positions[1:], len(cues)], strict=False):
        line = Line(cues[index], cues[start:index], cues[index + 1 : following], following == len(cues))
        used = max(name(line, around), _rate(line, around), _whom(line, around))
        around.lines.append(line)
        if not _is_aside(line):  # else what stands before it may name the amount after it
            start = index + 1 + _bracketed(line.right, used)
    _columns(around.lines, cues, headed)
    name_products(around.lines)
    _shared_rate(around.lines)
    _flat_rate(around.lines)
    _small_rate(around.lines)
    _respectively(around.lines)
    return around.lines


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


def _changes_apart(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Where prices rise or fall, "from $93 to $95" is an old and a new price and no range."""
    changes = any(cue.what in ("increase", "previous_price") and cue.kind == "label" for cue in cues)
    for before, cue in zip([None, *cues], cues, strict=False):
        by = before is not None and before.value == "by"  # "will go up by $14 to $50"
        if cue.kind == "amount" and cue.value.seam and changes and not by:
            first, second = money.ends(cue.value)
            yield Cue("amount", first, first.start, first.end)
            yield Cue("word", "to", first.end, second.start)
            yield Cue("amount", second, second.start, second.end)
        else:
            yield cue


def _rate(line: Line, around: Around) -> int:
    """Finds the basis, and with it the label of a bare rate; returns how many cues after the amount it took."""
    used = _rate_behind(line, around)
    sentence = next(chunks(line.left, "stop"))
    whole = line.left if line.why == "named a sentence before" else sentence
    for cues in [] if line.basis else [whole, around.named, around.headed]:
        found = [str(cue.value) for cue in cues if cue.kind == "basis"]
        line.basis = line.basis or (found[-1] if found else "")
    taken = factor(line)
    if taken and line.basis in ("", "hour"):
        line.basis = taken.basis
    repeated = line.right and line.right[0].value == "each"  # "classes are $65 each"
    if not line.basis and (_is_of_a_load(line) or (repeated and not _is_line(line))):
        line.label = None
        return used
    if line.label is None:
        line.label, line.why = _bare(line, sentence, around)
    before = next((other for other in reversed(around.lines) if other.label), None)
    if not line.basis and before and _goes_on(line, before):
        line.basis = before.basis
    return used


def _is_line(line: Line) -> bool:
    return line.label is not None and line.label.rank == LINE


def _is_of_a_load(line: Line) -> bool:
    """ "$432 for 12 credit hours": nobody knows how long the student has taken them."""
    first, count, unit = [*(cue.value for cue in line.right[:3]), "", "", ""][:3]
    counted = str(count).isdigit() and int(str(count)) <= _HEAVY_LOAD
    return first in ("for", "(") and counted and unit in ("credit", "unit", "credit hour")


def _rate_behind(line: Line, around: Around) -> int:
    said_before = any(cue.kind == "basis" for cue in next(chunks(line.left, "stop")))
    if line.why == "a price that changes":
        said_before = said_before or any(other.basis for other in around.lines)
    for index, cue in enumerate(line.right[:REACH]):
        if cue.kind == "cell" and index == 0 and line.right[1:2] and line.right[1].what == "per":
            continue
        own = (line.label and cue.value == line.label.component) or (line.is_last and cue.rank == GENERIC)
        if cue.kind in ("stop", "cell") or (cue.kind == "label" and not own):
            break
        if cue.kind == "basis" and _is_dated(line.right[:index]):
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


def _goes_on(line: Line, before: Line) -> bool:
    """Whether a rate holds on: said like the one before, of its size, and with no load of its own ("12-18")."""
    if any(cue.kind == "band" for cue in line.left) or before.basis in ("", "program"):
        return False
    whom = any(cue.kind == "residency" for cue in [*line.left, *line.right[:4]])
    low, earlier = line.amount.least, before.amount.least
    same = line.label and before.label and line.label.component == before.label.component
    alike = bool(same) and low <= (_FURTHEST if whom else 3) * earlier
    return alike or line.why == "a price that changes"


def _bare(line: Line, sentence: Sequence[Cue], around: Around) -> tuple[Label | None, str]:
    """The label of an amount that no word names: a rate, or a price by residency, is tuition; of a program, a total."""
    within = [cue for cue in sentence if cue.kind == "include"]
    if within and line.basis in _RATES and (part := label(sentence[sentence.index(within[-1]) + 1 :])):
        return part, "a part of what is included"
    near = [*sentence, *_own_right(line), *around.named]
    for_some = line.basis != "hour" and any(cue.kind == "residency" for cue in near)
    too_small = line.basis in ("", "program") and line.amount.least < _BARE
    if line.basis in _RATES or for_some:
        some_fee = line.amount.least < _BARE_RATES.get(line.basis, 0)
        return (None if some_fee else _TUITION), "a bare rate"
    contents = [cue.value for cue in line.right[:REACH] if cue.kind == "label" and cue.rank == LINE]
    if line.right and line.right[0].kind == "include" and line.right[0].value and not line.basis and contents:
        return Label("total", LINE), "a price by what it includes"
    if line.right and line.right[0].value == "per" and not line.basis:
        return None, ""  # per nobody knows what
    programs = not line.basis and not too_small and any(cue.kind == "noun" for cue in [*near, *around.headed])
    if (line.basis == "program" and not too_small) or programs:
        before = around.lines[-1].label if around.lines and all(cue.kind != "stop" for cue in line.left) else None
        part = "tuition" if before and before.component == "tuition" else "total"
        return Label(part, GENERIC), _BARE_PRICE
    return None, ""


def _whom(line: Line, around: Around) -> int:
    """Finds the residency and the pace; returns how many cues after the amount it took."""
    before = around.lines[-1] if around.lines else None
    sentence = line.left if line.why == "named a sentence before" else next(chunks(line.left, "stop"))
    own = residencies(outside_brackets(sentence)) or residencies(sentence)
    if any(cue.value in _TIMES for cue in sentence[-3:]):
        own = []  # "out-of-county students pay twice the $114 of residents"
    behind = _own_right(line)
    tabular = not any(cue.kind in ("word", "stop", "include") for cue in line.left)
    inherited = [before.residency] if before and _is_for_the_same(line, before, tabular) else []
    if before and before.residency and [cue.kind for cue in line.left] == ["open"]:
        inherited = [before.residency]  # "$4,080 for Iowa residents ($170 per credit)"
    if line.why == "a price that changes":
        inherited = [other.residency for other in around.lines if other.residency][-1:]
    after = [] if own else residencies(behind)
    for found in (own, after, inherited, residencies(around.named), residencies(around.headed)):
        if found:
            line.residency = "any" if len(set(found)) > 1 and are_joined(sentence) else found[-1]
            break
    paced = next((cues for cues in (sentence, behind[:4], around.named) if any(c.kind == "pace" for c in cues)), [])
    paces = [str(cue.value) for cue in paced if cue.kind == "pace"]
    line.pace = next(iter(sorted(paces, key=lambda pace: not pace.endswith("time"))), "")
    if not _load(line, around) and inherited and tabular and not line.pace and before.pace.endswith("time"):
        line.pace, line.basis = before.pace, line.basis or before.basis
    if line.label is None and line.residency and line.basis:
        line.label, line.why = _TUITION, "a bare rate"
    taken = {"residency" if not own else "", "pace" if paced is not sentence else ""}
    return max((index + 1 for index, cue in enumerate(behind) if cue.kind in taken), default=0)


def _load(line: Line, around: Around) -> bool:
    """Reads "1-11" and "12-18" credits: the pace, and that a full load has one price a term; whether one is printed."""
    bands = [cue for cue in line.left if cue.kind == "band"]
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


def _own_right(line: Line) -> list[Cue]:
    """The cues after an amount that speak of it and do not introduce the next amount."""
    own: list[Cue] = []
    for index, cue in enumerate(line.right[:REACH]):
        rest = line.right[index + 1 :]
        heads = not rest or rest[0].kind in ("colon", "dash", "basis") or rest[0].value in ("is", "are")
        bracket_over = cue.kind == "joint" and index > 0 and line.right[index - 1].kind == "close"
        named_next = bool(rest) and rest[0].kind == "label" and line.why != "named after the amount"
        introduces = not line.is_last and (heads or named_next)
        over = bracket_over and not line.is_last  # "($93) and out-of-state ($120)"
        if cue.kind in ("stop", "cell", "label") or over or (cue.kind == "residency" and introduces):
            break
        own.append(cue)
    return own


def _columns(lines: list[Line], cues: Sequence[Cue], headed: Sequence[Cue]) -> None:
    """Names amounts side by side by the heads of their columns; without heads nobody knows which is which."""
    by_start = {line.cue.start: line for line in lines}
    heads = column_residencies(cues) or column_residencies(headed)
    for run in runs(cues):
        cells = [by_start[cues[index].start] for index in run]
        if len(cells) < 2:
            continue
        found = column_heads(cells[0].left, len(cells)) or column_heads(headed, len(cells))
        if found:
            for cell, (head, whom) in zip(cells, found, strict=True):
                cell.label, cell.residency, cell.why = head, whom or cell.residency, "named by its column"
        elif len(heads) == len(cells):
            for cell, head in zip(cells, heads, strict=True):
                cell.residency = head
                cell.label = cell.label or cells[0].label or Label("tuition", GENERIC)
                cell.basis = cell.basis or cells[0].basis
        elif len({(cell.amount.low, cell.amount.high) for cell in cells}) > 1 and not _told_apart(cells):
            rated = [cell for cell in cells if cell.right and cell.right[0].what == "per"]
            for cell in cells:
                cell.label = cell.label if rated == [cell] else None  # "$46/unit $2,760"
    for run in one_to_a_cell(cues):
        if len(run) == len(heads):
            for index, head in zip(run, heads, strict=True):
                by_start[cues[index].start].residency = head


def _told_apart(cells: Sequence[Line]) -> bool:
    """Whether side by side amounts differ in what is printed with each of them."""
    for told in ("basis", "pace"):
        if len({getattr(cell, told) for cell in cells} - {""}) == len(cells):
            return True
    named = all(cell.label and cell.why != _BARE_PRICE for cell in cells)
    return named and len({(cell.label, cell.residency) for cell in cells}) == len(cells)


def _shared_rate(lines: Sequence[Line]) -> None:
    """ "$95 in-district, $140 out-of-district per credit": one basis, said last, for prices for different people."""
    for line, following in zip(lines[-2::-1], lines[:0:-1], strict=False):
        if line.basis or not (line.label and following.label):
            continue
        same = line.label.component == following.label.component
        others = line.residency and line.residency != following.residency
        paces = line.pace and line.pace != following.pace and following.basis in ("term", "year")
        one_sentence = all(cue.kind != "stop" for cue in following.left)
        low, high = sorted([line.amount.least, following.amount.least])
        comparable = (others or paces) and high <= _FURTHEST * low
        changed = high <= 2 * low and line.amount.most < _SMALL  # "2022-23 $158, 2023-24 $162 per credit"
        if _is_one_sum(line, following) or (same and (comparable or changed) and one_sentence):
            line.basis = following.basis


def _is_one_sum(line: Line, following: Line) -> bool:
    """ "$164 tuition and $13 fees per credit"."""
    parts = (line.label.component, following.label.component)
    both = {line.why, following.why} == {"named after the amount"}
    joined = [cue.value for cue in following.left if cue.kind != "label"] == ["and"]
    return parts == ("tuition", "fees") and both and joined


def _flat_rate(lines: Sequence[Line]) -> None:
    """A full-time price beside a part-time rate per credit is flat for a term or a year: nobody knows which."""
    if any(line.basis == "credit" and line.pace == "part-time" for line in lines):
        for line in lines:
            if line.pace == "full-time" and not line.basis:
                line.label = None


def _small_rate(lines: Sequence[Line]) -> None:
    """A bare rate far below the tuition beside it is some fee: "Tuition $180 per credit | Library $9 per credit".

    One without a unit is no tuition at all if it is small: "Out-of-state exchange $126".
    """
    for line in [line for line in lines if line.why == "a bare rate"]:
        if not line.basis and line.amount.least < _BARE:
            line.label = None
            continue
        for other in lines:
            alike = line.basis == other.basis and line.residency in ("", other.residency)
            named = other.label and other.label.component == "tuition" and other.why != "a bare rate"
            if alike and named and line.amount.least * _FEE_SHARE < other.amount.least:
                line.label = Label("fees", LINE)


def _respectively(lines: Sequence[Line]) -> None:
    """ "$95 and $140 for in-state and out-of-state students, respectively": in the order of the amounts."""
    last = lines[-1].right if lines else []
    if any(cue.value == "respectively" for cue in last):
        named = residencies(last)
        for line, residency in zip(lines[-len(named) :] if named else [], named, strict=False):
            line.residency = residency
            line.basis = line.basis or lines[-1].basis
