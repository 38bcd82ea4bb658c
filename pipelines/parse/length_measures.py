"""Tokens -> measures: numbers with their bounds and units, wherever they stand and whatever they are lengths of."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pipelines.parse.length_grammar import Line, rule
from pipelines.parse.length_words import (
    CERTIFICATE_WORDS,
    CLOCK_WORDS,
    COURSE_WORDS,
    DEGREE_WORDS,
    TAUGHT_PARTS,
    WHAT_OF,
)

_ONE, _HALF = Decimal(1), Decimal("0.5")
_CALENDAR_YEARS = range(1990, 2041)
_REACH = 20  # tokens that may stand between a number and the words that tell of it
_MOST_MEASURES = 60
_MOST_PARTS = 12
_MOST_CREDITS, _MOST_CERTIFICATE_CREDITS = 150, 72
_LARGEST = {"hours": 9_000, "credits": 200, "days": 999, "weeks": 260, "months": 84, "terms": 16, "years": 6}
_SMALLEST = {"years": _HALF, "credits": _HALF}
_LONGER = {"days": ("weeks", "months", "years"), "weeks": ("months", "years")}
_LONGER |= {"months": ("years",), "terms": ("years",)}
_SMALLER = {"years": ("months", 12), "months": ("weeks", 5), "weeks": ("days", 7)}

_BEFORE = rule("(filler){0,3}(?P<bound>bound)?(filler){0,3}$")
_RANGE = rule(
    "plus?(hyphen?to(approx|article|bound_max|hard_max){0,2}|hyphen|dash|(?P<next>slash)"
    "|(hyphen?(head))?comma?and?(bound_max|hard_max|(?P<floor>bound_min))of?)(?P<high>number)"
)
_LISTED = rule("number hyphen?comma(number hyphen?)?(comma|to|and){0,2}$")
_BRACKETED = rule("open(head)number close")
_NEXT_LABEL = rule("(slash|comma)?")
_UNDER_CREDITS = rule("credit hour?close?(colon|dash|cell|link){1,2}(filler){0,2}$")
_BOUND_LABEL = rule(
    "(?P<bound>bound_min|hard_max)(quality|program|study|total|length){0,3}(head)?"
    "((of|for)(article|det|program|a_course){1,3})?(colon|cell|dash|link){1,2}(filler){0,2}$"
)
_BETWEEN_TWO = rule("between(filler){0,2}$")
_BETWEEN = rule("hyphen?and(?P<high>number)")
_UNIT = rule(
    "((?P<more>plus|or_more)|(?P<less>or_less))?(hyphen|comma(?=quality))?"
    "(?P<named>((quality|institution|grant|facet|part|cue|study|program|a_course|total|pace"
    "|ordinal|open|close|word(?=study?(hour|credit))|slash|hyphen|and)hyphen?){0,5})(?P<head>head)"
)
_UP_TO = rule("(time|hour)to(filler){0,2}$")
_OF_EACH = rule("open?number hyphen?(time)close?hyphen?(?P<head>term)(?!hour|credit)")
_SAME_UNIT = rule("(to(approx|article|(?P<more>bound_min|over)){0,2}|hyphen|dash)(?P<high>number)hyphen?(?P<head>head)")
_UNTIL = rule("to(?P<high>number)close?(edge)")
_OR_TWO = rule("to(?P<high>number)(?!hyphen?(unit))")
_AND_A_HALF = rule("and(?P<half>number)")
_AFTER = rule(
    "close?((?P<more>or_more|plus(?=edge)|(link det?)?bound_min)|(?P<less>or_less|bound_max|hard_max))"
    "(?!(filler|unit){0,3}number)"
)
_LABEL = rule(
    "(?P<least>bound_min|hard_max)?"
    "(?P<named>(quality|institution|facet|part|cue|study|program|a_course|total|sequence|hyphen|word){0,4})"
    "(?P<head>head)(open(pace|word|day|slash){1,3}|dash(pace|day){1,2}(?=colon))?close?"
    "(?P<middle>(link|for|to|of|in|det|article|finish|program|a_course|length|study|quality){0,5}|(in|for|of)(in|noun|to|program){1,12}link"
    "|(link|quality)?(in|for)(in|noun|program){1,8}(?=colon))"
    "(?P<mark>colon cell?|dash|hyphen|cell)?open?(?P<bound>bound)?(filler){0,3}$"
)
_NUMBER_NEXT = rule("(open(pace|word|day|slash){1,3})?close?(?P<mark>colon)?(filler){0,3}(?P<number>number)")
_ONE_UNIT = rule(
    "((?P<bound>bound)|approx|to|length|link|take|finish|in(?=article(term|time)or_less))"
    "article(?P<head>term|time)(?!hour|credit)"
)
_TERMS = {"s": "semester", "q": "quarter", "tr": "trimester", "te": ""}


@dataclass(slots=True)
class Measure:
    """A number or a range with its unit, an open end being None.

    first, last  the tokens it takes, half open
    named        the tokens between the number and its unit, half open
    bound        the class of the word that opens or limits it, "" if there is none
    labelled     whether the unit stands before the number
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    term: str
    first: int
    last: int
    named: tuple[int, int]
    bound: str = ""
    labelled: bool = False


def measures(line: Line) -> list[Measure]:
    """Every measure of the line in its order; what is out of the range of any program of study is left out."""
    found: list[Measure] = []
    for index, token in enumerate(line.tokens):
        taken = found[-1].last if found else 0
        measure = None
        if index < taken or len(found) == _MOST_MEASURES:
            continue
        if token.name == "article" and index > taken:
            measure = _one_unit(line, index)
        elif token.name == "number" and not (index and line.tokens[index - 1].name == "season" and _is_year(token)):
            measure = _suffixed(line, index, taken) or _labelled(line, index, found)
        if measure:
            found.append(measure)
    return _credits_of_degrees(line, [one for one in _without_compounds(line, found) if _is_plausible(one)])


def _is_year(token) -> bool:
    return token.value in _CALENDAR_YEARS and "," not in token.word


def _suffixed(line: Line, index: int, taken: int) -> Measure | None:
    """ "at least 36 to 40 weeks", "120+ clock hours", "54 hours minimum" """
    tokens, codes = line.tokens, line.codes
    low = high = tokens[index].value
    end = index + 1
    before = _BEFORE.search(codes, max(taken, index - _REACH), index)
    first = index
    if before["bound"] and tokens[before.start("bound")].name != "within":
        first = before.start("bound")
    each = _OF_EACH.match(codes, end)
    if each:
        return Measure(low, high, *_unit(line, each), first, each.end(), (end, end))
    between = any(token.name == "between" for token in tokens[before.start() : index])
    if index > 1 and _LISTED.search(codes, max(taken, index - _REACH), index):
        return None
    span = _RANGE.match(codes, end) or (between and _BETWEEN.match(codes, end))
    ranged = bool(span) and _is_range(line, index, span)
    if ranged:
        low, high = sorted((low, tokens[span.start("high")].value))
        end = span.end()
    unit = _UNIT.match(codes, end)
    if not unit or _heads_next(line, unit.end(), index, taken):
        return None
    measure = Measure(low, high, *_unit(line, unit), first, unit.end(), unit.span("named"))
    if measure.unit != "hours" and not ranged and _is_year(tokens[index]):
        return None
    if not ranged:
        _stretch(line, measure)
        label = _BOUND_LABEL.search(codes, max(taken, index - _REACH), index)
        _open(line, measure, before, unit, label)
        up_to = measure.high and _UP_TO.search(codes, max(taken, index - _REACH), index)
        if up_to and tokens[up_to.start() + 1].word != "or":  # "some months to two years"
            measure.low = None
    return measure


def _is_range(line: Line, index: int, span: re.Match[str]) -> bool:
    """Not "Level 2 - 36 weeks", where the first number belongs to the word before it, nor "9 - 5"; "60/61" is one."""
    if span.groupdict().get("next"):
        return line.tokens[span.start("high")].value - line.tokens[index].value == _ONE
    falls = line.tokens[index].value >= line.tokens[span.start("high")].value
    if falls != bool(span.groupdict().get("floor")):
        return False
    small = line.tokens[index].value <= _MOST_PARTS
    numbers_a_part = index and small and line.tokens[index - 1].name in ("word", "sequence", "code", "term", "study")
    return not (line.tokens[index + 1].name == "dash" and numbers_a_part)


def _unit(line: Line, match: re.Match[str]) -> tuple[str, str]:
    """Unit and type of term. Credit hours, semester hours and units are credits."""
    tokens = line.tokens[slice(*match.span("head"))]
    names = {token.name for token in tokens}
    term = next(
        (_TERMS.get(token.word[0]) or _TERMS.get(token.word[:2], "") for token in tokens if token.name == "term"), ""
    )
    if "credit" in names or len(names) > 1:
        return "credits", term
    return tokens[0].name + "s", term


def _heads_next(line: Line, end: int, index: int, taken: int) -> bool:
    """In "Weeks: 36 Hours: 900" and "Weeks 36 Hours 900" the hours are not 36."""
    following = _NUMBER_NEXT.match(line.codes, end)
    if not following:
        return False
    before = _LABEL.search(line.codes, max(taken, index - _REACH), index)
    if following["mark"]:
        return bool(before) or line.tokens[index - 1].name == "sequence" or not _UNIT.match(line.codes, following.end())
    return bool(before) and following.start("number") == end and not _UNIT.match(line.codes, following.end())


def _labelled(line: Line, index: int, found: list[Measure]) -> Measure | None:
    """ "Clock Hours 1,500", "Length (weeks): 36", "Total credits required: 60" """
    tokens, codes = line.tokens, line.codes
    taken = found[-1].last if found else 0
    label = _LABEL.search(codes, max(taken, index - _REACH), index)
    if not label or not _is_label(line, label, found):
        return None
    low = high = tokens[index].value
    end = index + 1
    between = any(token.name == "between" for token in tokens[label.end("head") : index])
    span = _RANGE.match(codes, end) or (between and _BETWEEN.match(codes, end))
    if span:
        if not _is_range(line, index, span) or not (label["mark"] or label["named"] or label["middle"]):
            return None
        high, end = tokens[span.start("high")].value, span.end()
    if _is_loose(line, end, label):
        return None
    first = label.start("least") if label["least"] else label.start("head")
    measure = Measure(low, high, *_unit(line, label), first, end, label.span("named"), labelled=True)
    if not span:
        _open(line, measure, label)
    return measure


def _is_label(line: Line, label: re.Match[str], found: list[Measure]) -> bool:
    """A unit heads a number if it is many ("Week 3" counts, "Weeks: 3" measures) and something marks it as a label."""
    start, end = label.span("head")
    before = line.tokens[start - 1].name if start else "stop"
    if before == "per" or not (line.tokens[end - 1].word.endswith("s") or line.tokens[end - 1].name == "credit"):
        return False
    gap = line.codes[found[-1].last : label.start()] if found and found[-1].labelled else None
    opens = label.start() == 0 or line.tokens[label.start() - 1].name in ("stop", "cell")
    opens = opens or bool(_BRACKETED.match(line.codes, label.start() - 1))
    opens = opens or (gap is not None and bool(_NEXT_LABEL.fullmatch(gap)))
    middle = [token.name for token in line.tokens[slice(*label.span("middle"))]]
    needed = middle and (middle[0] in ("quality", "link") or middle[-1] == "link")
    return bool(label["mark"] or label["named"] or needed or opens)


def _is_loose(line: Line, end: int, label: re.Match[str]) -> bool:
    """Labels in a row and then values ("Tuition | Weeks | 900 | 36") do not say which is which.

    Nor do "3-0-3" and "14 16".
    """
    names = [token.name for token in line.tokens[end : end + 2]]
    several = names[:1] == ["number"] and not _UNIT.match(line.codes, end + 1)
    if several or names in (["hyphen", "number"], ["slash", "number"]):
        return True
    in_cells = any(token.name == "cell" for token in line.tokens[slice(*label.span("mark"))] if label["mark"])
    return in_cells and names in (["cell", "number"], ["cell", "figure"])


def _one_unit(line: Line, index: int) -> Measure | None:
    """ "less than a year", "lasts a year and a half", "takes a year or two" """
    match = _ONE_UNIT.match(line.codes, index - 1)
    if not match:
        return None
    measure = Measure(_ONE, _ONE, *_unit(line, match), index - bool(match["bound"]), match.end(), (index, index))
    _stretch(line, measure)
    _open(line, measure, match)
    more = _OR_TWO.match(line.codes, measure.last)
    if more and measure.low == measure.high and line.tokens[more.start()].word == "or":
        measure.high, measure.last = line.tokens[more.start("high")].value, more.end()
    return measure


def _stretch(line: Line, measure: Measure) -> None:
    """What goes on after the unit: "a year and a half", "12 weeks to 18 weeks"."""
    half = _AND_A_HALF.match(line.codes, measure.last)
    if half and line.tokens[half.start("half")].value == _HALF:
        measure.low, measure.high, measure.last = measure.low + _HALF, measure.high + _HALF, half.end()
    until = _UNTIL.match(line.codes, measure.last)
    if until and line.tokens[until.start()].word == "to" and line.tokens[until.start("high")].value > measure.high:
        measure.high, measure.last = line.tokens[until.start("high")].value, until.end("high")
    second = _SAME_UNIT.match(line.codes, measure.last)
    if not second or line.tokens[second.start()].word == "or" or _unit(line, second)[0] != measure.unit:
        return
    value = line.tokens[second.start("high")].value
    if value > measure.high:
        measure.high, measure.last = (None if second["more"] else value), second.end()


def _open(line: Line, measure: Measure, *matches: re.Match[str]) -> None:
    """At least, at most: one end of an exact value opens. "Over 600 hours" is more, "over two semesters" is not."""
    after = _AFTER.match(line.codes, measure.last)
    if after:
        measure.last = after.end()
    for match in (*matches, after):
        groups = match.groupdict() if match else {}
        for group, name in (("bound", ""), ("least", ""), ("more", "bound_min"), ("less", "bound_max")):
            if groups.get(group) and not measure.bound:
                word = line.tokens[match.end(group) - 1].name
                measure.bound = word if word == "hard_max" or not name else name
    if measure.low != measure.high:
        return
    if measure.bound == "bound_min" or (measure.bound == "over" and measure.unit in ("hours", "credits")):
        measure.high = None
    elif measure.bound in ("bound_max", "hard_max"):
        measure.low = None


def _without_compounds(line: Line, found: list[Measure]) -> list[Measure]:
    """ "1 year and 6 months" is neither of them, and the sum is not printed: both go.

    "6 months to 1 year" is at least the one and at most the other, each in its own unit.
    """
    gone = set()
    for at, (one, two) in enumerate(pairwise(found)):
        gap = [token.word for token in line.tokens[one.last : two.first]]
        unit, limit = _SMALLER.get(one.unit, ("", 0))
        between = gap == ["and"] and _BETWEEN_TWO.search(line.codes, max(0, one.first - _REACH), one.first)
        if gap in ([], ["and"], [","]) and two.unit == unit and two.high is not None and two.high < limit:
            gone |= {at, at + 1}
        elif (
            (gap in (["to"], ["-"]) or between)
            and two.unit in _LONGER.get(one.unit, ())
            and one.low is not None
            and one.high in (None, one.low)
            and two.low in (None, two.high)
        ):
            one.high = two.low = None
    return [measure for at, measure in enumerate(found) if at not in gone]


def _is_plausible(measure: Measure) -> bool:
    value = measure.low if measure.high is None else measure.high
    return _SMALLEST.get(measure.unit, _ONE) <= value <= _LARGEST[measure.unit]


def _credits_of_degrees(line: Line, found: list[Measure]) -> list[Measure]:
    """The bare hours of a degree are credit hours, unless the words speak of clock hours or of what takes them."""
    words = {token.word for token in line.tokens}
    for measure in found:
        if measure.unit == "hours" and _UNDER_CREDITS.search(line.codes, max(0, measure.first - _REACH), measure.first):
            measure.unit = "credits"
    taught = words & CLOCK_WORDS or any(WHAT_OF.get(word) in TAUGHT_PARTS for word in words)
    if words & DEGREE_WORDS and not taught:
        for measure in found:
            if measure.unit == "hours" and (measure.high or measure.low) <= _MOST_CREDITS:
                measure.unit = "credits"
    elif words & CERTIFICATE_WORDS and not taught and not words & COURSE_WORDS:
        found = [one for one in found if one.unit != "hours" or (one.high or one.low) > _MOST_CERTIFICATE_CREDITS]
    return found
