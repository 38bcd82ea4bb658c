"""What the words around a measure weigh for and against its being the whole program, where no rule tells: a table."""

import re
from typing import NamedTuple

from pipelines.parse.length_grammar import Line, rule
from pipelines.parse.length_measures import Measure
from pipelines.parse.length_rules import TIME, WORK

ENOUGH = 2
"""The weight that makes a measure the program's: less is not knowing, which harms nobody."""

_BARE_WORDS, _LABEL_WORDS, _ROW_WORDS = 3, 8, 24  # tokens beside the measures of a bare length, a label and a row

_STOP, _CLOSE = rule("stop"), rule("close")
_ASKED = rule("length.*stop")
_MARKED = rule("cell|colon|dash|open")
_VERB = rule("link|allow|take|spend")
_SIZE = {"hours": 60, "credits": 9, "days": 5, "weeks": 4, "months": 3, "terms": 2, "years": 1}
"""What a program has at least, as a rule."""


class Mark(NamedTuple):
    """What a class of words is worth when it stands before the measure in its sentence, and when it stands after."""

    words: re.Pattern[str]
    before: int
    after: int


MARKS = [
    Mark(rule("program|a_course"), 2, 2),
    Mark(rule("courses"), 1, 1),
    Mark(rule("length|total"), 2, 1),
    Mark(rule("finish"), 2, 1),
    Mark(rule("study"), 1, 1),
    Mark(rule("consist"), 1, 0),
    Mark(rule("part"), -2, -1),
    Mark(rule("session|sequence"), -4, -1),
    Mark(rule("cue|ago|entry|applicant|experience|high_school"), -2, -1),
    Mark(rule("state|quality year link|ordinal term"), -2, 0),
    Mark(rule("negation|rate|begin|enroll|season|ordinal"), -1, 0),
]


def weigh(line: Line, found: list[Measure], measure: Measure) -> int:
    """The marks of the sentence that the measure stands in, its form, its size and the measures beside it."""
    stops = [match.end() for match in _STOP.finditer(line.codes, 0, measure.first)]
    start = stops[-1] if stops else 0
    stop = _STOP.search(line.codes, measure.last)
    end = stop.start() if stop else len(line.codes)
    inside = [other for other in found if start <= other.first < end]
    following = min((other.first for other in inside if other.first > measure.first), default=end)
    close = _CLOSE.search(line.codes, measure.last, following) if line.bracket_of(measure.first) >= 0 else None
    following = close.start() if close else following
    weight = sum(
        mark.before * bool(mark.words.search(line.codes, start, measure.last))
        + mark.after * bool(mark.words.search(line.codes, measure.last, following))
        for mark in MARKS
    )
    free = end - start - sum(other.last - other.first for other in inside)
    weight += 2 * (
        free <= (_ROW_WORDS if _MARKED.search(line.codes, start, end) else _LABEL_WORDS)
        and not _VERB.search(line.codes, start, end)
        and (min(free, measure.first - start) <= _BARE_WORDS or not line.text[line.tokens[start].start].islower())
    )
    weight += any((other.unit in TIME) != (measure.unit in TIME) for other in inside)
    weight += bool(_ASKED.search(line.codes, 0, start))
    return weight + ((measure.high or measure.low) >= _SIZE[measure.unit])
