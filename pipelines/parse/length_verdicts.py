"""Measures -> verdicts: which is the length of the program, which of a part, which is no length at all."""

import re
from decimal import Decimal

from pipelines.parse.length_grammar import Line, rule
from pipelines.parse.length_measures import Measure
from pipelines.parse.length_rules import LOADS, NONE, PART, RULES, TIME, TOTAL, UNKNOWN, WORK, Verdict
from pipelines.parse.length_words import TRADES, WHAT_OF

_REACH = 20  # tokens before a measure that can tell what it is the length of
_CLAUSE_REACH = 60
_FEW_WORDS = 16  # tokens beside the measures, at most, of a label or a cell
_BARE_WORDS = 3
_WEEK_DAYS, _DAY_HOURS, _SUBJECT_HOURS, _COURSE_CREDITS, _TERM_CREDITS = 7, 12, 60, 5, 24
_LEAST_LIMIT = {"weeks": Decimal("1.08"), "hours": Decimal("1.4"), "credits": Decimal("1.4")}
_MOST_LIMIT = Decimal("1.6")

_BOUNDARY = rule("stop|cell|dash|of_which")
_STOP = rule("stop")
_FINISH_IN = rule("finish in(filler){0,2}$")
_CUE = rule("cue|accreditation|high_school")
_PROGRAM = rule("program|a_course|courses|length|finish|study|total")
_AWARD = rule("program|a_course|length|total")
_SENTENCE = rule("link|allow|take")
_PART_WORD = rule("part")
_COURSE_CODE = rule("course_code")
_SAME_LENGTH = rule("|close?(to|open|slash|colon|comma(?=link of))(filler|link|total){0,2}")
_OR = rule("to|slash")
_SAME_UNIT = rule("cell|length open(filler){0,2}")
_DURING = rule("of(noun|program|a_course){1,5}comma?(noun|link|finish|spend|allow|with|filler){0,8}")
_INCLUDING = rule(".*(with|of_which|consist)|(?!close).*open(?!.*close)")
_OPEN, _CLOSE = (rule(name).pattern for name in ("open", "close"))
_OF_A_PART = rule("(article|det|quality|pace|facet|word){0,3}(?P<it>part)(session)?(link|finish|take|consist|allow)")
_ROW_GAP = rule("(cell|comma|open|close|number|hour|quality|dash){0,6}")

_NAME = rule("word|subject")
_SPEAKS = rule("program|a_course|courses|length|total|link|allow|take")
_MOST_OF_A_SUBJECT = {"hours": 899, "credits": 12, "days": 30}
_ANY_TRADE = "(?:" + "|".join(re.escape(trade).replace(r"\ ", "[ -]") for trade in TRADES) + ")"
_RANK = r"(?:\w{1,3}|full|part|time|days?|nights?|evenings?|class|level|training)"
_TRADE_BEFORE = re.compile(rf"\b{_ANY_TRADE}(?:\W{{1,3}}{_RANK}\b){{0,5}}\W*$", re.I)
_TRADE_NEXT = re.compile(rf"[ -]{_ANY_TRADE}\b", re.I)
_TRADE_AFTER = re.compile(rf"\W*(?:\w+\W+){{0,2}}{_ANY_TRADE}\b", re.I)

_UNNAMED = Verdict(TOTAL, "", "nothing says otherwise")
_WEEKLY = ("weekly_load", "daily_load")


def verdicts(line: Line, found: list[Measure]) -> list[Verdict]:
    """The verdict of every measure of the line, in their order; none is UNKNOWN."""
    given = [_by_rules(line, found, at) for at in range(len(found))]
    _set_sentences_apart(line, found, given)
    _settle(line, found, given)
    _set_shares_apart(line, found, given)
    _set_parts_apart(line, found, given)
    _set_limits_apart(line, found, given)
    _set_terms_apart(line, found, given)
    _set_days_apart(found, given)
    return given


def _by_rules(line: Line, found: list[Measure], at: int) -> Verdict:
    """The words inside the measure, then the rules over what stands after and before it, then its clause."""
    measure = found[at]
    start = found[at - 1].last if at else 0
    stop = found[at + 1].first if at + 1 < len(found) else len(line.codes)
    for token in line.tokens[slice(*measure.named)]:
        if token.name == "klass" and measure.unit == "hours":
            return Verdict(PART, "classroom", "it is named inside")
        if token.name in ("part", "facet", "cue", "ordinal"):
            return _part(WHAT_OF.get(token.word, "remainder"), "it is named inside")
    limit = _is_limit(line, measure)
    largest = measure.high or measure.low
    for verdict, before, after, _, least, most in RULES[measure.unit]:
        if not least <= largest <= most:
            continue
        match = before and before.search(line.codes, max(start, measure.first - _REACH), measure.first)
        if before and not match:
            continue
        match = after.match(line.codes, measure.last, stop) if after else match
        if not match:
            continue
        if verdict.kind == UNKNOWN or (limit and verdict.kind == TOTAL and not after):
            break
        if verdict.what == "*":
            word = line.tokens[match.start("it")].word
            return _part(LOADS.get(word.removesuffix("s")) or WHAT_OF.get(word, word), verdict.why)
        return verdict
    return _in_clause(line, measure)


def _part(what: str, why: str) -> Verdict:
    return Verdict(PART, what, why) if what else Verdict(NONE, "", why)


def _in_clause(line: Line, measure: Measure) -> Verdict:
    """What the clause is about. A limit that must be met is not the length."""
    start = max(
        (match.end() for match in _BOUNDARY.finditer(line.codes, max(0, measure.first - _CLAUSE_REACH), measure.first)),
        default=0,
    )
    end = _BOUNDARY.search(line.codes, measure.last)
    clause = slice(start, end.start() if end else len(line.codes))
    cue = _CUE.search(line.codes, clause.start, clause.stop)
    if cue:
        return _part(WHAT_OF[line.tokens[cue.start()].word], "its clause is about something else")
    if _is_limit(line, measure):
        return Verdict(PART, "max_timeframe", "a limit, not a length")
    return Verdict(UNKNOWN)


def _is_limit(line: Line, measure: Measure) -> bool:
    """ "Complete the program in no longer than 8 semesters", "must be completed within 3 years" """
    if measure.unit not in TIME:
        limits = ("within", "hard_max") if measure.unit == "hours" else ("within",)
        return measure.bound in limits and (measure.low is None or measure.bound == "within")
    if measure.bound == "hard_max":
        return measure.low is None
    if measure.bound == "within" or _FINISH_IN.search(line.codes, max(0, measure.first - 6), measure.first):
        stop = _STOP.search(line.codes, measure.last)
        begin = max(0, measure.first - _REACH)
        begin = max((match.end() for match in _STOP.finditer(line.codes, begin, measure.first)), default=begin)
        sentence = line.tokens[begin : stop.start() if stop else None]
        return any(token.word == "must" for token in sentence)
    return False


def _set_sentences_apart(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """In "The externship consists of 160 hours to be completed in 8 weeks" no length is the program's."""
    for at, measure in enumerate(found):
        stops = (match.end() for match in _STOP.finditer(line.codes, 0, measure.first))
        subject = _OF_A_PART.match(line.codes, max(stops, default=0), measure.first)
        if subject and given[at].kind in (UNKNOWN, TOTAL):
            given[at] = _part(WHAT_OF[line.tokens[subject.start("it")].word], "its sentence is about a part")


def _settle(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """Decide what nothing near decided: by the measure beside it, by what it is a part of, or as the program's."""
    said = _speaks_of_programs(line, found)
    loaded = any(verdict.what in _WEEKLY for verdict in given)
    for at, measure in enumerate(found):
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
            said
            or (loaded and measure.unit in TIME)
            or _is_sum(found, given, at)
            or _TRADE_NEXT.match(line.text, line.end_of(measure.last))
        ):
            given[at] = _UNNAMED
        else:
            given[at] = Verdict(PART, "unclear", "no program is near it")


def _speaks_of_programs(line: Line, found: list[Measure]) -> bool:
    """A sentence must name a program or its completion; a label or a cell, which has no verb, need not."""
    if _PROGRAM.search(line.codes):
        return True
    free = len(line.tokens) - sum(measure.last - measure.first for measure in found)
    return free <= _FEW_WORDS and not _SENTENCE.search(line.codes) and not _PART_WORD.search(line.codes)


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
    if _SPEAKS.search(line.codes, measure.last, end.start() if end else len(line.codes)):
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
        bare = free <= 1 and not (measure.labelled and measure.named[0] == measure.named[1])
        return not bare and value <= (_DAY_HOURS if _AWARD.search(line.codes) else _SUBJECT_HOURS)
    if measure.unit == "days":
        longer = any(other.unit in TIME for other in found if other is not measure)
        return longer or loaded or not (named or free <= _BARE_WORDS)
    return measure.unit == "credits" and value <= _COURSE_CREDITS


def _is_sum(found: list[Measure], given: list[Verdict], at: int) -> bool:
    """ "860 hours (700 theory hours, 160 externship hours)" """
    parts = [
        other.low or 0
        for other, verdict in zip(found, given, strict=True)
        if verdict.kind == PART and other.unit == found[at].unit
    ]
    return len(parts) > 1 and sum(parts) == found[at].low


def _beside(line: Line, found: list[Measure], given: list[Verdict], at: int) -> Verdict | None:
    """What the measure next to it is, where the two are one length in two units, or one row in one unit.

    "300 hours (16 weeks)", "29 weeks or 696 hours of lab"; "20 hours | 30 hours"
    """
    bracket = _bracket(line, found[at])
    outside = next((other for other in range(at) if found[other].last == bracket), at)
    if given[outside].kind == PART:
        return given[outside]
    for other, joint in ((at - 1, _SAME_LENGTH), (at + 1, _OR)):
        if 0 <= other < len(found) and given[other].kind != UNKNOWN and given[other].what != "unclear":
            first, second = sorted((at, other))
            if found[other].unit == found[at].unit:
                joint = _SAME_UNIT
            if joint.fullmatch(line.codes, found[first].last, found[second].first):
                return given[other]
    return None


def _bracket(line: Line, measure: Measure) -> int:
    """Where the bracket opens that the measure stands in; -1 if it stands in none."""
    opens = line.codes.rfind(_OPEN, 0, measure.first)
    return opens if opens > line.codes.rfind(_CLOSE, 0, measure.first) else -1


def _includes(line: Line, whole: Measure, part: Measure) -> bool:
    """ "900 hours including 160 hours at a site", "142 hours (80 hours in class and 40 hours online)" """
    if whole.unit != part.unit or _STOP.search(line.codes, whole.last, part.first):
        return False
    return bool(_INCLUDING.match(line.codes, whole.last, part.first))


def _set_shares_apart(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """ "In the first 8 weeks of the program there are 200 hours of training": the hours are those of these weeks."""
    for at in range(1, len(found)):
        before, measure = found[at - 1], found[at]
        some = given[at - 1].what == "remainder" and before.unit in TIME and measure.unit in WORK
        if some and given[at].kind == TOTAL and _DURING.fullmatch(line.codes, before.last, measure.first):
            given[at] = Verdict(PART, "part", "it is done in a part of the time")


def _set_parts_apart(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """Beside parts, an unnamed total is a part too, unless it holds them all; so are those that add up to a total."""
    for at, measure in enumerate(found):
        peers = [other for other, peer in enumerate(found) if other != at and peer.unit == measure.unit]
        shares = [other for other in peers if _is_share(given[other])]
        outer = [other for other in shares if _bracket(line, found[other]) < 0]
        parts = sum(found[other].low or 0 for other in outer or shares)
        if given[at] == _UNNAMED and (measure.high or measure.low) < parts:
            given[at] = Verdict(PART, "part", "it stands among parts")
        shares = [other for other in peers if given[other].kind == TOTAL or _is_share(given[other])]
        unnamed = [other for other in shares if given[other] == _UNNAMED]
        if given[at].kind == TOTAL and any(_adds_up(found, some, measure) for some in (unnamed, shares)):
            for other in shares:
                given[other] = Verdict(PART, "part", "it adds up to another")


def _adds_up(found: list[Measure], parts: list[int], whole: Measure) -> bool:
    return len(parts) > 1 and sum(found[part].low or 0 for part in parts) == whole.low


def _is_share(verdict: Verdict) -> bool:
    """A part that is a share of the program, as a weekly load and a limit are not."""
    return verdict.kind == PART and verdict.what not in (*_WEEKLY, "max_timeframe")


def _set_limits_apart(line: Line, found: list[Measure], given: list[Verdict]) -> None:
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


def _set_days_apart(found: list[Measure], given: list[Verdict]) -> None:
    """ "3-Day Barbering, 34 weeks" is held on three days of each week."""
    totals = [one.unit for one, verdict in zip(found, given, strict=True) if verdict.kind == TOTAL]
    longer = any(unit in TIME and unit != "days" for unit in totals)
    for at, measure in enumerate(found if longer else ()):
        if measure.unit == "days" and given[at].kind == TOTAL and (measure.high or measure.low) <= _WEEK_DAYS:
            given[at] = Verdict(PART, "weekly_load", "the days of a week")


def _set_terms_apart(line: Line, found: list[Measure], given: list[Verdict]) -> None:
    """The credits under a list of courses are those of one term, unless they are too many."""
    for at, measure in enumerate(found):
        few = measure.unit == "credits" and (measure.high or measure.low) <= _TERM_CREDITS
        if few and given[at].kind == TOTAL and _COURSE_CODE.search(line.codes, 0, measure.first):
            given[at] = Verdict(PART, "term", "it ends a list of courses")
