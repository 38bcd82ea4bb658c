"""How much of a sentence says that a measure is the program's, where no rule tells: a table of marks, and their sum."""

import re
from typing import NamedTuple

from pipelines.parse.length_grammar import Line, rule
from pipelines.parse.length_measures import Measure
from pipelines.parse.length_rules import TIME

ENOUGH = 3
"""The weight that makes a measure the program's: with less it is not known, which harms nobody."""


class Mark(NamedTuple):
    """What a class of words is worth in the sentence of a measure: up to its unit, and from there to the next one."""

    words: re.Pattern[str]
    before: int
    after: int


MARKS = [
    Mark(rule("program|a_course"), 2, 2),
    Mark(rule("finish"), 2, 2),
    Mark(rule("length|total"), 2, 1),
    Mark(rule("study"), 2, 2),
    Mark(rule("courses"), 1, 1),
    Mark(rule("consist"), 2, 0),
    Mark(rule("session|sequence"), -3, 0),
    Mark(rule("(sequence|facet) of"), -2, 0),
    Mark(rule("part"), -2, 0),
    Mark(rule("cue|ago|entry|applicant|experience|high_school"), -2, -1),
    Mark(rule("state|quality year link|ordinal term"), -2, 0),
    Mark(rule("negation|rate|begin|enroll|season"), -1, 0),
]
_LABEL = 2
_OF_A_SIZE = {"hours": 60, "credits": 9, "days": 5, "weeks": 4, "months": 3, "terms": 2, "years": 1}
"""What few parts of a program have: worth one, as is to stand alone, or a time beside work; a question before, two."""

_BARE_WORDS, _LABEL_WORDS, _ROW_WORDS = 3, 8, 24  # tokens beside the measures of a bare length, a label and a row

_PORTION, _CLOSE = rule("of_which|number of_which"), rule("close")
_ASKED = rule("length.*stop")
_UNIT_AS_LABEL = rule("(quality|credit|hour|day|week|month|term|year)+ colon")
_DIVIDED = rule("cell|colon|dash|open")
_VERB = rule("link|allow|take|spend")


def weigh(line: Line, found: list[Measure], measure: Measure) -> int:
    """The sum of the marks for and against that the measure is the length of the program."""
    start, end = line.sentence_of(measure.first, measure.last)
    beside = [other for other in found if start <= other.first < end]
    bracket = line.bracket_of(measure.first)
    later = (other.first for other in beside if other.first > measure.first and line.bracket_of(other.first) == bracket)
    reach = min(later, default=end)
    close = (_PORTION if bracket < 0 else _CLOSE).search(line.codes, measure.last, reach)
    marks = sum(
        mark.before * bool(mark.words.search(line.codes, start, measure.last))
        + mark.after * bool(mark.words.search(line.codes, measure.last, close.start() if close else reach))
        for mark in MARKS
    )
    free = end - start - sum(other.last - other.first for other in beside)
    return (
        marks
        + _LABEL * _is_label(line, beside, start, end, free)
        + (free == 0 or bool(_UNIT_AS_LABEL.match(line.codes, start)))
        + ((measure.high or measure.low) >= _OF_A_SIZE[measure.unit])
        + any((other.unit in TIME) != (measure.unit in TIME) for other in beside)
        + 2 * bool(_ASKED.search(line.codes, 0, start))
    )


def _is_label(line: Line, measures: list[Measure], start: int, end: int, free: int) -> bool:
    """A sentence has a verb, or is cut out of one; a label is short, and a row is divided."""
    if _VERB.search(line.codes, start, end):
        return False
    bare = free <= _BARE_WORDS or measures[0].first - start <= _BARE_WORDS
    if not bare and line.text[line.tokens[start].start].islower():
        return False
    return free <= (_ROW_WORDS if _DIVIDED.search(line.codes, start, end) else _LABEL_WORDS)
