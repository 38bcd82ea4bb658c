"""The verdict of every measure of a line: which is the length of the program, which of a part, which is no length."""

from pipelines.parse import length_apart as apart
from pipelines.parse.length_grammar import Line, rule
from pipelines.parse.length_measures import Measure
from pipelines.parse.length_rules import LOADS, PART, RULES, TIME, TOTAL, UNKNOWN, Verdict, part
from pipelines.parse.length_settle import settle
from pipelines.parse.length_words import KINDS_OF_HOURS, TAUGHT_PARTS, WHAT_OF

_REACH = 20  # tokens before a measure that can tell what it is the length of
_CLAUSE_REACH = 60

_BOUNDARY = rule("stop|cell|dash|of_which")
_END = rule("stop|cell|dash|of_which|open|close|with")
_FINISH_IN = rule("finish in(filler){0,2}$")
_LIST = rule("of(noun|facet|part|experience|comma|and|slash){1,20}and(noun|facet|part|experience){1,6}")
_TAUGHT = {"classroom", "theory"}
_PRACTISED = TAUGHT_PARTS - _TAUGHT - {"lab"}
_CUE = rule("cue|accreditation|high_school")
_LAW = Verdict(PART, "state_requirement", "a rule says what it shall be at least")


def verdicts(line: Line, found: list[Measure]) -> list[Verdict]:
    """The verdict of every measure of the line, in their order; none is UNKNOWN."""
    given = [_by_rules(line, found, at) for at in range(len(found))]
    apart.sentences(line, found, given)
    apart.ends(line, found, given)
    settle(line, found, given)
    apart.shares(line, found, given)
    apart.parts(line, found, given)
    apart.sums(line, found, given)
    apart.limits(line, found, given)
    apart.terms(line, found, given)
    apart.days(found, given)
    apart.weekly(found, given)
    return given


def _by_rules(line: Line, found: list[Measure], at: int) -> Verdict:
    """The words inside the measure, then the rules over what stands after and before it, then its clause."""
    measure = found[at]
    start = found[at - 1].last if at else 0
    stop = found[at + 1].first if at + 1 < len(found) else len(line.codes)
    for token in line.tokens[slice(*measure.named)]:
        if measure.unit == "hours" and token.word in KINDS_OF_HOURS:
            return Verdict(PART, KINDS_OF_HOURS[token.word], "it is named inside")
        if token.name in ("part", "facet", "cue", "ordinal"):
            return part(WHAT_OF.get(token.word, "remainder"), "it is named inside")
    limit = _is_limit(line, measure)
    largest = measure.high or measure.low
    reach = max(start, measure.first - _REACH)
    for verdict, before, after, _, least, most in RULES[measure.unit]:
        match = before and before.search(line.codes, reach, measure.first)
        if before and not match:
            continue
        match = after.match(line.codes, measure.last, stop) if after else match
        if match and after and measure.labelled and match.end() == stop < len(line.codes):
            continue  # "Program hours 1500, externship 180 hours": what comes next has a label too
        if not match or not least <= largest <= most:
            continue
        if verdict.kind == UNKNOWN or (limit and verdict.kind == TOTAL and not after):
            break
        if verdict.what == "*":
            word = line.tokens[match.start("it")].word
            if _is_all(line, measure, stop):
                break
            return part(LOADS.get(word.removesuffix("s")) or WHAT_OF.get(word, word), verdict.why)
        return _LAW if verdict.kind == TOTAL and _is_law(line, measure) else verdict
    return _LAW if _is_law(line, measure) else _in_clause(line, measure)


def _is_all(line: Line, measure: Measure, stop: int) -> bool:
    """ "170 hours of lectures, skills practice and clinical experience" are taught and practised: no part is left."""
    listed = _LIST.match(line.codes, measure.last, stop)
    kinds = {WHAT_OF.get(token.word) for token in line.tokens[measure.last : listed.end()]} if listed else set()
    return bool(kinds & _TAUGHT and kinds & _PRACTISED) or kinds >= {"theory", "lab"}


def _in_clause(line: Line, measure: Measure) -> Verdict:
    """What the clause is about. A limit that must be met is not the length."""
    start = max(
        (match.end() for match in _BOUNDARY.finditer(line.codes, max(0, measure.first - _CLAUSE_REACH), measure.first)),
        default=0,
    )
    end = _END.search(line.codes, measure.last)
    clause = slice(start, end.start() if end else len(line.codes))
    cue = _CUE.search(line.codes, clause.start, clause.stop)
    if cue:
        return part(WHAT_OF[line.tokens[cue.start()].word], "its clause is about something else")
    if _is_limit(line, measure):
        return Verdict(PART, "max_timeframe", "a limit, not a length")
    return Verdict(UNKNOWN)


def _is_law(line: Line, measure: Measure) -> bool:
    """ "The course shall include no less than 1,000 hours of instruction" """
    start, _ = line.sentence_of(measure.first, measure.last)
    least = measure.bound in ("bound_min", "over") and measure.high is None
    return least and any(token.word == "shall" for token in line.tokens[start : measure.first])


def _is_limit(line: Line, measure: Measure) -> bool:
    """ "Complete the program in no longer than 8 semesters", "must be completed within 3 years" """
    if measure.unit not in TIME:
        limits = ("within", "hard_max") if measure.unit == "hours" else ("within",)
        return measure.bound in limits and (measure.low is None or measure.bound == "within")
    if measure.bound == "hard_max":
        return measure.low is None
    if measure.bound == "within" or _FINISH_IN.search(line.codes, max(0, measure.first - 6), measure.first):
        return any(token.word == "must" for token in line.tokens[slice(*line.sentence_of(measure.first, measure.last))])
    return False
