"""Decides what no word near a measure decides: by the measures beside it, and by what the whole line speaks of."""

import re

from pipelines.parse.length_apart import adds_up
from pipelines.parse.length_evidence import ENOUGH, weigh
from pipelines.parse.length_grammar import Line, rule
from pipelines.parse.length_measures import Measure
from pipelines.parse.length_rules import LOAD_NAMES, PART, TIME, TOTAL, UNKNOWN, UNNAMED, Verdict
from pipelines.parse.length_words import TRADES
from pipelines.parse.text import any_of

_BARE_WORDS = 3
_DAY_HOURS, _TERM_HOURS, _SUBJECT_HOURS, _COURSE_CREDITS = 12, 21, 60, 5

_BOUNDARY = rule("stop|cell|dash|of_which")
_STOP = rule("stop")
_PROGRAM = rule("program|a_course|courses|length|finish|study|total")
_AWARD = rule("program|a_course|length|total")
_SAME_LENGTH = rule("|close?(to|open|slash|colon|comma(?=link of))(filler|link|total){0,2}")
_OR = rule("to|slash")
_SAME_UNIT = rule("cell|length open(filler){0,2}")
_INCLUDING = rule("(?!.*(program)with).*(with|of_which|consist)|(?!close).*open(?!to)(?!.*close)")

_NAME = rule("word|subject")
_SPEAKS = rule("program|a_course|courses|length|total|link|allow|take")
_SPEAKS_AFTER = rule("program|a_course|courses|length|total|link|allow|take|of study")
_MOST_OF_A_SUBJECT = {"hours": 899, "credits": 12, "days": 30}
_ANY_TRADE = any_of(TRADES, space="[ -]")
_RANK = r"(?:\w{1,3}|full|part|time|days?|nights?|evenings?|class|level|training)"
_TRADE_BEFORE = re.compile(rf"\b{_ANY_TRADE}(?:\W{{1,3}}{_RANK}\b){{0,5}}\W*$", re.I)
_TRADE_NEXT = re.compile(rf"[ -]{_ANY_TRADE}\b", re.I)
_TRADE_AFTER = re.compile(rf"\W*(?:\w+\W+){{0,2}}{_ANY_TRADE}\b", re.I)


def settle(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """Decide what nothing near decided: by the measure beside it, by what it is a part of, or as the program's."""
    loaded = any(verdict.what in LOAD_NAMES for verdict in given)
    for at in sorted(range(len(found)), key=lambda at: found[at].unit == "days"):
        measure = found[at]
        if given[at].kind != UNKNOWN:
            continue
        same = _beside(line, found, given, at)
        if same:
            given[at] = same
        elif any(_includes(line, found[other], measure) and given[other].kind == TOTAL for other in range(at)):
            given[at] = Verdict(PART, "part", "it is included in another")
        elif _is_too_little(line, found, measure, loaded):
            given[at] = Verdict(PART, "unclear", "too little for a program")
        elif _is_a_subject(line, found, given, at):
            given[at] = Verdict(PART, "subject", "the name of its row is not a program's")
        elif (
            _has_enough(line, found, measure, loaded)
            or _is_sum(found, given, at)
            or _TRADE_NEXT.match(line.text, line.end_of(measure.last))
        ):
            given[at] = UNNAMED
        else:
            given[at] = Verdict(PART, "unclear", "too little says that it is the program's")


def _has_enough(line: Line, found: list[Measure], measure: Measure, loaded: bool) -> bool:
    """Whether what weighs for the program is enough; its parts, its weekly load and a trade's name weigh too."""
    weight = weigh(line, found, measure) + (loaded and measure.unit in TIME)
    if weight < ENOUGH:
        parts = any(other.first > measure.first and _includes(line, measure, other) for other in found)
        named = _TRADE_BEFORE.search(line.text[: line.tokens[measure.first].start])
        weight += 2 * parts + bool(named)
    return weight >= ENOUGH


def _is_a_subject(line: Line, found: list[Measure], given: list[Verdict], at: int) -> bool:
    """ "Scalp Care | 50 hours", not "Class B CDL: 80 hours": a row has a name, and it is not that of a trade.

    A row that says how long in another unit too is a program's.
    """
    measure = found[at]
    if measure.labelled or (measure.high or measure.low) > _MOST_OF_A_SUBJECT.get(measure.unit, 0):
        return False
    others = (one.unit for one, verdict in zip(found, given, strict=True) if verdict.kind in (TOTAL, UNKNOWN))
    if any(unit != measure.unit for unit in others):
        return False
    start = found[at - 1].last if at else 0
    if not _NAME.search(line.codes, start, measure.first) or _SPEAKS.search(line.codes, start, measure.first):
        return False
    end = _BOUNDARY.search(line.codes, measure.last)
    if _SPEAKS_AFTER.search(line.codes, measure.last, end.start() if end else len(line.codes)):
        return False
    few = measure.unit == "hours" and (measure.high or measure.low) <= _SUBJECT_HOURS
    if few or line.tokens[start].name == "subject":
        return True
    name = line.text[line.tokens[start].start : line.tokens[measure.first].start]
    return not _TRADE_BEFORE.search(name) and not _TRADE_AFTER.match(line.text, line.end_of(measure.last))


def _is_too_little(line: Line, found: list[Measure], measure: Measure, loaded: bool) -> bool:
    """A few credits are a course's, a few hours a day's or a subject's.

    Days are a program's only where nothing is longer, and a program is named.
    """
    value = measure.high or measure.low
    free = len(line.tokens) - (measure.last - measure.first)
    named = bool(_PROGRAM.search(line.codes))
    if measure.unit == "hours":
        if measure.labelled:
            return value <= _TERM_HOURS
        return free > 1 and value <= (_DAY_HOURS if _AWARD.search(line.codes) else _SUBJECT_HOURS)
    if measure.unit == "days":
        longer = any(other.unit in TIME for other in found if other is not measure)
        return longer or loaded or not (named or free <= _BARE_WORDS)
    return measure.unit == "credits" and value <= _COURSE_CREDITS


def _is_sum(found: list[Measure], given: list[Verdict], at: int) -> bool:
    """ "860 hours (700 theory hours, 160 externship hours)" """
    unit = found[at].unit
    parts = [other for other, verdict in enumerate(given) if verdict.kind == PART and found[other].unit == unit]
    return adds_up(found, parts, found[at])


def _beside(line: Line, found: list[Measure], given: list[Verdict], at: int) -> Verdict | None:
    """What the measure next to it is, where the two are one length in two units, or one row in one unit.

    "300 hours (16 weeks)", "29 weeks or 696 hours of lab"; "20 hours | 30 hours"
    """
    bracket = line.bracket_of(found[at].first)
    outside = next((other for other in range(at) if found[other].last == bracket), at)
    if given[outside].kind == PART:
        return given[outside]
    for other, joint in ((at - 1, _SAME_LENGTH), (at + 1, _OR)):
        if 0 <= other < len(found) and given[other].kind != UNKNOWN and given[other].what != "unclear":
            first, second = sorted((at, other))
            if found[other].unit == found[at].unit or given[other].what == "term":
                joint = _SAME_UNIT
                if any(token.name == "total" for token in line.tokens[slice(*found[at].named)]):
                    continue  # "186 clinical hours | 483 total hours"
            if joint.fullmatch(line.codes, found[first].last, found[second].first):
                return given[other]
    return None


def _includes(line: Line, whole: Measure, part: Measure) -> bool:
    """ "900 hours including 160 hours at a site", "142 hours (80 hours in class and 40 hours online)" """
    is_more = (part.low or 0) > (whole.high or whole.low)
    if whole.unit != part.unit or is_more or _STOP.search(line.codes, whole.last, part.first):
        return False
    return bool(_INCLUDING.match(line.codes, whole.last, part.first))
