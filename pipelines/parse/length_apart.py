"""What the measures of a line tell of each other, once each has its verdict: each function sets some of them apart."""

from decimal import Decimal

from pipelines.parse.length_grammar import Line, rule
from pipelines.parse.length_measures import Measure
from pipelines.parse.length_rules import (
    LOAD_NAMES,
    NAMED_AFTER,
    NONE,
    PART,
    TIME,
    TOTAL,
    UNKNOWN,
    UNNAMED,
    WORK,
    Verdict,
    part,
)
from pipelines.parse.length_words import WHAT_OF

_WEEK_DAYS, _TERM_CREDITS = 7, 24
_LEAST_HOURS = 4  # for a credit, over a whole program
_LEAST_LIMIT = {"weeks": Decimal("1.08"), "hours": Decimal("1.4"), "credits": Decimal("1.4")}
_MOST_LIMIT = Decimal("1.6")

_STOP = rule("stop")
_TO = rule("to")
_COMMA = rule("comma|slash")
_COURSE_CODE = rule("course_code")
_DURING = rule("of(noun|program|a_course){1,5}comma?(noun|link|finish|spend|allow|with|filler){0,8}")
_OF_A_PART = rule(
    "(article|det|quality|pace|facet|word){0,3}(?P<it>part)(slash part)?(study|session)?"
    "(link|finish|take|consist|allow|in|for)"
)
_NAMED_PART = rule("part|facet")
_ROW_GAP = rule("(cell|comma|open|close|number|hour|quality|dash){0,6}")


def sentences(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """In "The externship consists of 160 hours to be completed in 8 weeks" no length is the program's."""
    for at, measure in enumerate(found):
        subject = _OF_A_PART.match(line.codes, line.sentence_of(measure.first, measure.last)[0], measure.first)
        if subject and given[at].kind in (UNKNOWN, TOTAL):
            given[at] = part(WHAT_OF[line.tokens[subject.start("it")].word], "its sentence is about a part")


def ends(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """What is said of the second of two holds for the first.

    "Six months to a year of experience" is none; "the one-semester, 16-credit certificate" names its program once.
    """
    for at in range(len(found) - 1):
        if given[at + 1] == NAMED_AFTER and _COMMA.fullmatch(line.codes, found[at].last, found[at + 1].first):
            given[at] = given[at + 1]
        times = found[at].unit in TIME and found[at + 1].unit in TIME
        if (
            times
            and given[at + 1].kind in (PART, NONE)
            and _TO.fullmatch(line.codes, found[at].last, found[at + 1].first)
        ):
            given[at] = given[at + 1]


def shares(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """ "In the first 8 weeks of the program there are 200 hours of training": the hours are those of these weeks."""
    for at in range(1, len(found)):
        before, measure = found[at - 1], found[at]
        some = given[at - 1].what == "remainder" and before.unit in TIME and measure.unit in WORK
        if some and given[at].kind == TOTAL and _DURING.fullmatch(line.codes, before.last, measure.first):
            given[at] = Verdict(PART, "part", "it is done in a part of the time")


def parts(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """Beside parts, an unnamed total is a part too, unless it holds them all; so are those that add up to a total."""
    for at, measure in enumerate(found):
        peers = [other for other, peer in enumerate(found) if other != at and peer.unit == measure.unit]
        portions = [other for other in peers if _is_share(given[other])]
        outer = [other for other in portions if line.bracket_of(found[other].first) < 0]
        together = sum(found[other].low or 0 for other in outer or portions)
        if given[at] == UNNAMED and (measure.high or measure.low) < together:
            given[at] = Verdict(PART, "part", "it stands among parts")
        portions = [other for other in peers if given[other].kind == TOTAL or _is_share(given[other])]
        unnamed = [other for other in portions if given[other] == UNNAMED]
        if given[at].kind == TOTAL and any(adds_up(found, some, measure) for some in (unnamed, portions)):
            for other in portions:
                given[other] = Verdict(PART, "part", "it adds up to another")


def sums(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """ "120 hours of theory and 40 hours of clinicals for a total of 160 hours": what all parts before add up to."""
    for at, measure in enumerate(found):
        start = found[at - 1].last if at else 0
        totals = any("total" in token.word.split() for token in line.tokens[start : measure.last])
        if not totals or given[at].kind != PART or _NAMED_PART.search(line.codes, *measure.named):
            continue
        before = [other for other in range(at) if found[other].unit == measure.unit]
        if adds_up(found, before, measure) and all(_is_share(given[other]) for other in before):
            given[at] = Verdict(TOTAL, "", "its parts add up to it")


def adds_up(found: list[Measure], parts: list[int], whole: Measure) -> bool:
    """Whether several parts, given by their places, are together as much as the whole."""
    return len(parts) > 1 and sum(found[part].low or 0 for part in parts) == whole.low


def _is_share(verdict: Verdict) -> bool:
    """A part that is a share of the program, as a weekly load and a limit are not."""
    return verdict.kind == PART and verdict.what not in (*LOAD_NAMES, "max_timeframe")


def limits(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """In the row of a table, "75 weeks, 1765 hours, 89 weeks" ends with the longest time that is allowed.

    It is the program's length over the attendance that is asked for, 67 to 90 %; hours and credits, which two
    programs of one row may have, are such a limit only at about 150 %.
    """
    for unit, least in _LEAST_LIMIT.items():
        same = [at for at, measure in enumerate(found) if measure.unit == unit and given[at].kind == TOTAL]
        if len(same) != 2:
            continue
        first, second = same
        one, two = found[first], found[second]
        exact = one.low and two.low and one.low == one.high and two.low == two.high
        if not exact or two.labelled or not least < two.low / one.low < _MOST_LIMIT:
            continue
        if _ROW_GAP.fullmatch(line.codes, one.last, two.first):
            given[first + 1 : second + 1] = [Verdict(PART, "max_timeframe", "a row ends with it")] * (second - first)


def days(found: list[Measure], given: list[Verdict]) -> None:
    """ "3-Day Barbering, 34 weeks" is held on three days of each week."""
    totals = [one.unit for one, verdict in zip(found, given, strict=True) if verdict.kind == TOTAL]
    longer = any(unit in TIME and unit != "days" for unit in totals)
    for at, measure in enumerate(found if longer else ()):
        if measure.unit == "days" and given[at].kind == TOTAL and (measure.high or measure.low) <= _WEEK_DAYS:
            given[at] = Verdict(PART, "weekly_load", "the days of a week")


def weekly(found: list[Measure], given: list[Verdict]) -> None:
    """ "Credit hours: 41, contact hours: 58" adds up what each course meets in a week: a credit takes 15 or more."""
    totals = [one for one, verdict in zip(found, given, strict=True) if verdict.kind == TOTAL]
    most = max((one.low or 0 for one in totals if one.unit == "credits"), default=0)
    for at, measure in enumerate(found):
        if measure.unit == "hours" and given[at].kind == TOTAL and (measure.high or measure.low) < _LEAST_HOURS * most:
            given[at] = Verdict(PART, "weekly_load", "too few for its credits")


def terms(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """The credits under a list of courses are those of one term, and so is each of several totals, unless many."""
    few = [
        at
        for at, measure in enumerate(found)
        if measure.unit == "credits" and (measure.high or measure.low) <= _TERM_CREDITS and given[at].kind == TOTAL
    ]
    repeated = len(few) > 1 and len(few) == len(found) and all(found[at].labelled for at in few)
    for at in few:
        if repeated or _COURSE_CODE.search(line.codes, 0, found[at].first):
            given[at] = Verdict(PART, "term", "it ends a list of courses")
