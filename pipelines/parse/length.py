"""Printed words -> lengths: how long a program is, and whatever else in the words lasts."""

import re

from pipelines.parse.length_grammar import Line, read_line
from pipelines.parse.length_measures import Measure, measures
from pipelines.parse.length_rules import NONE, TIME, WORK, Verdict
from pipelines.parse.length_verdicts import verdicts
from pipelines.parse.length_words import PACE_OF
from pipelines.parse.text import NUMBER_WORD, clean
from pipelines.parse.values import Context, Length

# Without a unit and a number there is no length: most lines of a page end here. Lower case, as it is much faster.
_UNIT = re.compile(
    r"(?<![a-z])(?:hours?|hrs?|credits?|crs?|sch|units?|sem(?:ester)?s?|quarters?|qtrs?|tri[a-z]*|terms?|days?"
    r"|we?e?ks?|months?|mos?|years?|yrs?)(?![a-z])"
)
_NUMBER = re.compile(rf"[0-9]|(?<![a-z])(?:an?|{NUMBER_WORD})(?![a-z])")
_COUNTED = ("number", "per", "article", "slash", "hyphen")  # before "day": a unit, not a pace


def read(words: str, context: Context = Context()) -> list[Length]:
    """The lengths that the words state, in their order; [] where there is none. Never raises.

    Hours are clock hours; "credit hours", "semester hours", SCH and units are credits. A range has both bounds, "at
    least" and "up to" leave one open. The same length in two units, two paces and two awards are separate values.
    Only `total` is the length of the program. The context gives a unit to a bare number ("Clock hours"), says what it
    is the length of ("Externship"), and names the type of terms that are only called terms.
    """
    around = " | ".join(filter(None, (clean(part).rstrip(" :|") for part in (context.heading, context.label))))
    around = f"{around}: " if around else ""
    text = around + clean(words)
    lower = text.lower()
    if not (_UNIT.search(lower) and _NUMBER.search(lower)):
        return []
    line = read_line(text)
    found = [measure for measure in measures(line) if line.end_of(measure.last) > len(around)]
    return [
        _length(line, measure, verdict, context, len(around), _pace(line, found, measure))
        for measure, verdict in zip(found, verdicts(line, found), strict=True)
        if verdict.kind != NONE
    ]


def _length(line: Line, measure: Measure, verdict: Verdict, context: Context, skip: int, pace: str) -> Length:
    term = measure.term or (context.calendar if measure.unit == "terms" else "")
    start = max(line.tokens[measure.first].start, skip)
    printed = line.text[start : line.end_of(measure.last)].strip()
    kind, what, why = verdict
    return Length(measure.low, measure.high, measure.unit, kind, pace, what, term, printed, why)


def _pace(line: Line, found: list[Measure], measure: Measure) -> str:
    """The pace printed beside the measure, full-time before day; beside a time, it is not said of hours and credits.

    "Day: 36 weeks, evening: 48 weeks" puts it before each, "36 weeks day, 48 weeks evening" after.
    """
    times = [other for other in found if other.unit in TIME]
    if measure.unit in WORK and times:
        return ""
    peers = times or found
    here = peers.index(measure)
    before, end = line.sentence_of(measure.first, measure.last)
    start = max(before, peers[here - 1].last if here else 0)
    stop = min(end, peers[here + 1].first if here + 1 < len(peers) else end)
    leads = len(peers) > 1 and _paces(line, 0, peers[0].first)
    opens = not here or before >= peers[here - 1].last
    said = _paces(line, start, measure.first) if leads or opens else set()
    said = said or (set() if leads else _paces(line, measure.last, stop))
    return next((pace for pace in PACE_OF.values() if pace in said), "")


def _paces(line: Line, start: int, stop: int) -> set[str]:
    said = set()
    for at in range(start, stop):
        name, word = line.tokens[at].name, line.tokens[at].word
        if name == "pace" or (name == "day" and line.tokens[at - 1].name not in _COUNTED):
            said.add(PACE_OF[word])
    return said
