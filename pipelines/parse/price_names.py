"""What the words around an amount call it: the nearest words first, then the label, the amount before, the heading."""

from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile, zip_longest

from . import price_words as words
from .price_changes import changed_price
from .price_cues import FLOW, GENERIC, LINE, Cue
from .price_layout import (
    CHANGES,
    LIKE_BEFORE,
    NAMED_AFTER,
    NAMED_BEFORE,
    REACH,
    SENTENCE_BEFORE,
    Around,
    Label,
    Line,
    chunks,
    clause,
    ends_clause,
    groups,
    is_cut,
    label,
    outside_brackets,
    said,
)

_PREPOSITIONS = frozenset(["for", "in", "of", "to", "toward"])
_ADJECTIVES = frozenset(["x", "non", "refundable", "nonrefundable", "initial", "required", "minimum", "in", "of", "a"])
_LEADING = frozenset(["a", "an", "the", "of", "and", "up", "to", "about", "approximately", *_ADJECTIVES, "-"])
_CONNECTIVES = frozenset(["", *words.SMALL_WORDS.split()])
_HEADED = frozenset([*_CONNECTIVES, *words.MODES.split()])
_INSTALLMENT = Label("other", FLOW, "installment")
_CAP = Label("other", FLOW, "fee_cap")
_PAPERS = frozenset(["fees", "books", "supplies"])
_AT_ONCE = frozenset(["down_payment", "discount"])  # "$500 down", "$300 off": of the amount before
_OVER = frozenset(["than", "over", "beyond", "above", "exceed", "exceeding"])
_VERBS = frozenset(["is", "are", "be", "will", "can", "may", "must", "should", "open", "begin", "begins", "start"])
_PRONOUNS = frozenset(["it", "this", "that", "these", "they", "total"])
_NEAR = 6  # cues before an amount that may say that it comes on top, or that it is due
_NO_PROGRAMS = frozenset(["certification", "hour", "day", "week", "month"])


def name(line: Line, around: Around) -> int:
    """Sets the label of a line and why; returns how many cues after the amount it took."""
    sentence, *earlier = chunks(line.left, "stop")
    own = _own(sentence, later=bool(around.lines))
    amount_first = own is None and (around.amount_first or (bool(line.left) and line.left[-1].kind == "joint"))
    behind, used = _behind(line.right, line.is_last, amount_first)
    if changed := changed_price(line, around):
        line.label, line.why = changed, CHANGES
    elif behind and _is_behind(own, behind, sentence, line.right):
        on_top = behind.component == "tuition" and bool(line.left) and line.left[-1].kind == "surcharge"
        line.label, line.why = Label("fees", LINE) if on_top else behind, NAMED_AFTER
        return used
    elif own and own.component == "tuition" and (line.left[-1].kind == "surcharge" or _is_added(line.right)):
        line.label, line.why = Label("fees", LINE), "it comes on top"
    elif own is None or (own.rank == GENERIC and own.component != "tuition"):
        line.label, line.why = _unnamed(line, own, earlier, around)
    else:
        line.label, line.why = own, NAMED_BEFORE
    ruling = label([*around.headed, *around.named]) if line.label and line.label.rank == GENERIC else None
    if ruling and ruling.rank == FLOW:
        line.label, line.why = ruling, "the heading says it is no price"
    return used if behind and line.label and behind.what == line.label.what == "previous_price" else 0


def _is_added(right: Sequence[Cue]) -> bool:
    """ "The fee for this option is $300 and is added to the tuition" """
    return any(cue.kind == "surcharge" and then.value == "to" for cue, then in pairwise(right[:6]))


def is_amount_first(cues: Sequence[Cue]) -> bool:
    """Whether labels follow their amounts: nothing names the first before it, and something the last after it."""
    positions = [index for index, cue in enumerate(cues) if cue.kind == "amount"]
    if not _is_unnamed(clause(cues[: positions[0]], "stop", "cell")):
        return False
    return _behind(cues[positions[-1] + 1 :], True, True)[0] is not None


def _own(sentence: Sequence[Cue], later: bool) -> Label | None:
    """The label in the nearest cell that has one; words that count only beside an amount, in the nearest."""
    nearest = True
    for cell in chunks(sentence, "cell"):
        if found := _outside_brackets(cell if nearest else [cue for cue in cell if cue.kind != "beside"], later):
            return found
        nearest = nearest and not cell
    return None


def _outside_brackets(cues: Sequence[Cue], later: bool = False) -> Label | None:
    """The label of a clause; what closed brackets add may name a part, but never turns a price into something else.

    later: whether an amount of the text stands before the clause, so that what it includes are the parts of that.
    """
    depth = sum((cue.kind == "open") - (cue.kind == "close") for cue in cues)
    if depth > 0:  # the amount itself is in brackets
        named = [cue for cue in cues[-2:-1] if cue.kind == "label" and cues[-1].kind == "open"]
        part = any(cue.kind == "include" and (later or not cue.value) for cue in cues)
        return label(named) if named and part else label(cues)  # "does not include books ($900)"
    plain, whole = label(outside_brackets(cues)), label(cues)
    if (plain and plain.rank != GENERIC) or whole is None or whole.rank == FLOW:
        return plain
    return whole


def _behind(right: Sequence[Cue], last: bool, amount_first: bool) -> tuple[Label | None, int]:
    """The label after an amount, and how many cues it takes; none if it introduces the next amount instead."""
    near = _speaking(right)
    found = groups(near)
    first = next(said(near), None)
    if first is not None and first.kind == "beside":
        used = near.index(first) + 1
        at_once = used == 1 and first.what in _AT_ONCE
        if at_once or last or not _introduces(right[used:], amount_first):
            return label(near[:used], nearest_first=False), used
    explained = [found[0] + found[1]] if len(found) > 1 and _explains(found[0][-1], found[1][0], near) else []
    for group in [*explained, found[0], found[0][:1]] if found else []:
        used = near.index(group[-1]) + 1
        if near[0].kind == "open" and any(cue.kind == "include" for cue in right[used : used + 2]):
            return None, 0  # "(books not included)"
        if last or not _introduces(right[used:], amount_first):
            behind = label(near[:used], nearest_first=False)
            return (Label("fees", LINE) if behind and behind.what == "bare_fee" else behind), used
    return None, 0


def _explains(first: Cue, second: Cue, near: Sequence[Cue]) -> bool:
    """Whether a second label says what the first is: "fee for the exam", "tuition increase", "if a book is lost"."""
    adjacent = near.index(second) == near.index(first) + 1
    return first.rank == GENERIC or (second.rank == FLOW and (adjacent or near[0].value == "if"))


def _speaking(right: Sequence[Cue]) -> list[Cue]:
    """The cues after an amount, to the end of its clause, cell or bracket."""
    near: list[Cue] = []
    depth = 0
    for cue in right[:REACH]:
        labelled = any(c.kind in ("label", "beside") for c in near)
        depth += (cue.kind == "open") - (cue.kind == "close")
        apart = cue.kind == "joint" and (not labelled or cue.value == "plu")
        if cue.kind in ("stop", "cell") or depth < 0 or apart:
            break
        near.append(cue)
    return near


def _introduces(rest: Sequence[Cue], amount_first: bool) -> bool:
    """Whether a label followed by `rest` and then an amount names that amount."""
    near = [*takewhile(lambda cue: not ends_clause(cue), rest)]
    if near and (near[-1].kind in ("colon", "dash") or near[-1].value == "..."):
        return True
    for cue, following in zip_longest(near, near[1:]):
        if cue.value == "/" and following is not None and following.kind == "label":
            continue  # "makeup hours/state board review $8"
        if cue.kind in ("joint", "close"):
            return False
        if cue.kind in ("colon", "dash", "band") or cue.value in ("is", "are", "will"):
            return True
        if cue.value == "of":
            return following is None or following.kind != "label"  # not "for late payment of tuition"
        if cue.kind == "equals":
            break
        if cue.kind == "word" and cue.value not in ("%", "*", "~"):
            return False
    return not amount_first and not is_cut(rest)


def _is_behind(own: Label | None, behind: Label, sentence: Sequence[Cue], right: Sequence[Cue]) -> bool:
    """Whether the words after the amount name it better than the words before it."""
    if own is None:
        return True
    if own.rank == FLOW:
        return False
    if [cue.kind for cue in right[:3]] == ["open", "label", "close"] and own.component in _PAPERS:
        return True  # "books, supplies and fees: $460 (books)"
    led = [*dropwhile(lambda cue: cue.value in _LEADING or cue.kind == "open", reversed(sentence))]
    tail = [cue for cue in led[:1] if cue.kind != "word"] or [None]
    if own.rank == GENERIC and right[0].kind == "label" and behind.component.startswith("tuition"):
        return True  # "charges $4,250 tuition"
    joined = tail[-1] is not None and tail[-1].kind in ("include", "joint")
    described = next((cue.value in _PREPOSITIONS for cue in right if cue.kind != "basis"), False)
    if behind.rank == FLOW:
        position = next(index for index, cue in enumerate(right) if cue.rank == FLOW or cue.kind == "beside")
        at_once = all(cue.value in _ADJECTIVES or cue.kind in ("number", "basis") for cue in right[:position])
        ruled = any(cue.value in _PREPOSITIONS for cue in right[max(0, position - 2) : position])
        return at_once or (own.rank == GENERIC and (ruled or right[0].value == "if"))
    return joined or (own.rank == GENERIC and described and behind.rank == LINE)


def _unnamed(line: Line, own: Label | None, earlier: Sequence[list[Cue]], around: Around) -> tuple[Label | None, str]:
    """The label of an amount that its own clause calls "cost" at best, and why."""
    behind = takewhile(lambda cue: cue.kind not in ("stop", "cell", "joint", "open", "label"), line.right[:4])
    sentence = clause(line.left, "stop")
    near = [*sentence[-_NEAR:], *behind]
    if _is_overload(line.left):
        return Label("tuition", GENERIC), "a rate for more than a full load"
    if any(cue.kind == "surcharge" for cue in near) and not (own and own.what == "total"):
        return Label("fees", LINE), "it comes on top"
    if own:
        return own, NAMED_BEFORE
    if line.left and line.left[-1].kind == "equals" and len(around.lines) > 1:
        parts = [other for other in around.lines if other.label and other.label.component != "other"]
        summed = parts and sum(other.amount.low or 0 for other in around.lines) == line.amount.low
        return (Label("total", GENERIC, "total") if summed else None), "the sum of the amounts before"
    if any(cue.kind == "due" for cue in near):
        return _INSTALLMENT, "due at a time and not named"
    whole = any(cue.value == "in" and cue.kind == "stop" for cue in line.left)  # "is included in the $4,000"
    if whole:
        return None, ""
    found = next(filter(None, map(_outside_brackets, earlier)), None)
    if found and (found.rank == FLOW or _leads_on(found, line.left[: len(line.left) - len(sentence)], sentence)):
        return found, SENTENCE_BEFORE
    open_to = _is_open_to_a_heading(sentence, line.right)
    found = label(around.named)
    if found and (open_to or found.rank == FLOW):
        return found, "named by the label"
    before = _before(line, around)
    if before and before.label and _continues(line, before):
        return _inherited(line, before, around)
    found = label(around.headed)
    if found and (open_to or found.rank == FLOW):
        return found, "named by the heading"
    return None, ""


def _is_open_to_a_heading(sentence: Sequence[Cue], right: Sequence[Cue]) -> bool:
    """Whether nothing else names an amount but a program: "Welding - $4,500", no "Gas: $400", "you could earn $900"."""
    if any(cue.kind == "beside" for cue in sentence) or [cue.value for cue in right[:1]] == ["per"]:
        return False  # or it is per nobody knows what
    named = [cue for cue in sentence if cue.kind in ("word", "noun") and cue.value not in _HEADED]
    set_off = bool(sentence) and sentence[-1].kind in ("colon", "dash", "cell")
    programs = any(cue.kind == "noun" and cue.value not in _NO_PROGRAMS for cue in named)
    return not named or (programs and (set_off or named[-1].kind == "noun"))


def _leads_on(found: Label, before: Sequence[Cue], sentence: Sequence[Cue]) -> bool:
    """Whether a sentence speaks of what those before it name: they head it or ask for it, or it says "this"."""
    if found.component != "other" and _is_unnamed(sentence):
        return True
    stated = any(cue.kind == "word" and cue.value in _VERBS for cue in before)
    asked = before[-1].value in ("?", "...") and label(clause(before[:-1], "stop")) == found
    heads = not stated and found.component == "other"
    return heads or asked or any(cue.value in _PRONOUNS for cue in sentence)


def _is_overload(cues: Sequence[Cue]) -> bool:
    """Whether it is asked of students in "more than 21 hours": the rate of a credit on top of a flat price."""
    return any(
        over.value in _OVER and count.kind == "number" and unit.value in ("hour", "credit", "unit")
        for over, count, unit in zip(cues, cues[1:], cues[2:], strict=False)
    )


def _before(line: Line, around: Around) -> Line | None:
    """The line that a line may go on with: the last, or if it says for whom it is the last with a label."""
    whom = any(cue.kind == "residency" for cue in [*line.left, *line.right[:4]])
    rated = any(cue.what == "per" for cue in line.right[:1])
    for other in reversed(around.lines):
        aside = rated and other.label and other.label.what == "increase" and not other.basis  # ", a $4 increase, and"
        if (other.label or not whom) and not aside:
            return other
        if aside and any(cue.kind == "stop" for cue in other.left):
            return None  # what an earlier sentence speaks of
    return None


def _inherited(line: Line, before: Line, around: Around) -> tuple[Label | None, str]:
    if before.label.what == "previous_price":
        said = [cue for other in around.lines for cue in other.left if cue.rank != FLOW and cue.kind != "beside"]
        return label(said), CHANGES
    if before.basis == "program" and any(cue.value in ("month", "week") for cue in line.right[:2]):
        return _INSTALLMENT, "a part of the amount before"
    if line.amount.low is None and before.basis not in ("", "program"):
        return _CAP, "a limit of the rate before"
    return before.label, LIKE_BEFORE


def _bracket(right: Sequence[Cue]) -> Sequence[Cue]:
    """What brackets after an amount begin with: "$125 (Locker)" names it."""
    return [cue for cue in right[1:2] if right[0].kind == "open" and cue.kind in ("word", "noun")]


def _continues(line: Line, before: Line) -> bool:
    """Whether an amount goes on with the one before: unnamed, and in no new sentence but about whom it is for."""
    if _is_parallel(line):
        return True
    if not (_is_unnamed(clause(line.left, "stop")) and _is_unnamed(_bracket(line.right))):
        return False
    if line.right and line.right[0].value == "is":
        return False  # "and $2,582 is for other things"
    kinds = {cue.kind for cue in line.left}
    if line.left and line.left[-1].kind == "stop" and line.right and line.right[0].what == "per":
        return before.label.component.startswith("tuition")  # "The two-year program is $5,200. $2,600 per year"
    kinds_near = kinds | {cue.kind for cue in line.right[:4]}
    parallel = before.residency or before.pace or before.label.component != "other"
    return "stop" not in kinds or bool(parallel and kinds_near & {"residency", "pace", "band"})


def _is_parallel(line: Line) -> bool:
    """ "Books ($900 for the diploma and $400 for the certificate)": said of each what it is for."""
    edges = [cue.value for cue in (*line.left[:1], *line.right[:1])]
    one_clause = all(cue.kind not in ("stop", "cell", "label") for cue in line.left)
    return edges == ["for", "for"] and line.left[-1].kind == "joint" and one_clause


def _is_unnamed(left: Sequence[Cue]) -> bool:
    """Whether only small words lead to an amount: a noun that no table knows may be its label ("Dosimeter $85")."""
    near = [cue for cue in left[-4:] if cue.kind not in ("joint", "open", "close", "stop", "cell", "basis", "include")]
    return all(
        cue.kind not in ("word", "number", "noun") or (cue.kind != "noun" and cue.value in _CONNECTIVES) for cue in near
    )
