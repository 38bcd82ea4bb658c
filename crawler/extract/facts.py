"""All that lines state, in the order of trust: tables, labelled lines, sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from crawler.extract import hints, label_lines, measures, prose, tables
from crawler.extract.labels import AWARD, INSTALMENT, LONGEST_LABEL, RESIDENCY
from crawler.extract.measures import DURATION
from crawler.extract.names import has_subject
from crawler.extract.outline import Line
from crawler.extract.words import KINDS, Words, words

MOST = {"price": 24, "length": 12}
"""Words of one kind that a program keeps, else 6; a page that states more of it states something else."""

_FIGURE = {"price": re.compile(r"\d|\bfree\b", re.I), "length": re.compile(rf"^[\d,. ]+$|{DURATION.pattern}", re.I)}

# A sentence about another award of the same school says nothing of this one: "our A.A.S. is accredited by ...".
_FAMILIES = {
    "associate": re.compile(r"\bassociate(?:[’']?s)?\b|\bA\.?\s?A\.?\s?S\b|\bA\.?O\.?S\b|\bA\.[AS]\.", re.I),
    "certificate": re.compile(r"\bcertificates?\b|\bdiplomas?\b", re.I),
    "higher": re.compile(r"\bbachelor|\bmaster[’']?s\b|\bB\.[SA]\.", re.I),
}
_WORD = re.compile(r"\w{3,}")
# What is offered beside the program.
_EXTRA = re.compile(
    r"(?:additional|optional|other|related) (?:\w+ ){0,2}(?:training|testing|courses|classes|workshops)\b", re.I
)
_TERM = re.compile(
    r"(?:(?:first|second|third|fourth|fifth|sixth|fall|spring|summer|winter) ?)+(?:semester|quarter|term|year|\b)"
    r"|(?:semester|quarter|term|year|module|phase) (?:\d|one|two|three|four|five|six|I)",
    re.I,
)
FEWEST_PARTS = 3
"""Lines of a name and a length each that are the courses of a program."""
COURSE_CODE_IN = re.compile(r"\b[A-Z]{2,4}[- ]?\d{3,4}[A-Z]?\b")
_ADMISSION = re.compile(r"\bhigh school diplomas?\b|\bcertificates? (?:to operate|of approval)\b", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """Words, the place of the line that states them, and whether a label says what they are."""

    place: int
    words: Words
    is_labelled: bool


def read(lines: Sequence[Line]) -> list[Stated]:
    """The facts of these lines."""
    found = [
        Stated(place, one, True)
        for place, line in enumerate(lines)
        if line.grid is not None
        for one in tables.read(line.grid, line.heading)
    ]
    kinds = [hints.of(line.text) for line in lines]
    found += [Stated(place, one, bool(one.label)) for place, one in label_lines.read(lines, kinds)]
    found = [_with_basis(one, lines) if one.words.kind == "price" else one for one in found]
    found = [one for one in found if not _is_extra(one.words, lines[one.place])]
    # What stands under "Financing" or "Payment plan" is a way to pay.
    found = [one for one in found if one.words.kind != "price" or not INSTALMENT.search(lines[one.place].heading)]
    if not any(one.words.kind == "price" for one in found):
        found += [Stated(place, one, False) for place, one in label_lines.tags(lines)]
    read_already = {(one.place, one.words.kind) for one in found}
    for place, one in prose.read(lines, kinds):
        if _is_extra(one, lines[place]):
            continue
        if (place, one.kind) not in read_already and not (one.kind == "price" and INSTALMENT.search(one.label)):
            found.append(Stated(place, one, False))
    return found


def _with_basis(one: Stated, lines: Sequence[Line]) -> Stated:
    return replace(one, words=tables.with_basis(one.words, lines[one.place].heading))


def without_parts(stated: Sequence[Stated], lines: Sequence[Line]) -> list[Stated]:
    """The facts of one program, without the hours of its courses and its terms: bare lengths beside the code of a
    course or the names of several things in a row, or below the name of a term."""
    beside = {one.place: _beside(one, lines) for one in stated if one.words.kind == "length" and not one.is_labelled}
    tags = Counter(lines[place].tag for place, text in beside.items() if text)
    parts = {
        place
        for place, text in beside.items()
        if text and (COURSE_CODE_IN.search(text) or tags[lines[place].tag] >= FEWEST_PARTS)
    }
    parts |= {place for place in beside if _TERM.match(lines[place].heading)}
    return [one for one in stated if one.place not in parts or one.words.kind != "length" or one.is_labelled]


def _beside(one: Stated, lines: Sequence[Line]) -> str:
    """What a line names beside the bare length that it states, "" if nothing."""
    line = lines[one.place]
    if one.words.label or len(line.pieces) > 2 or not line.text.endswith(one.words.text):
        return ""
    return line.text.removesuffix(one.words.text).strip(" :|,()–—-")


def _is_extra(found: Words, line: Line) -> bool:
    """Whether words are of what is offered beside the program."""
    return found.kind in ("price", "length", "award") and bool(_EXTRA.match(line.heading))


def is_stated(found: Words) -> bool:
    """Whether words state a figure: "see the tuition page" states none."""
    pattern = _FIGURE.get(found.kind)
    return pattern is None or bool(pattern.search(found.text))


def of_program(name: str, stated: Iterable[Words], title: str = "") -> tuple[Words, ...]:
    """What of the stated words is of the program of this name, each once."""
    first: dict[tuple[str, str, str], Words] = {}
    for one in stated:
        first.setdefault((one.kind, one.text, _whose(one)), one)
    said = [one for one in first.values() if not _of_another_name(one, name)]
    awards = [one.text for one in said if one.kind == "award"]
    if not awards:
        said += [words("award", "title", text) for text in (name, title) if AWARD.search(text)][:1]
    own = _families(name) or _families(" ".join(awards))
    return tuple(one for kind in KINDS for one in _of_kind(kind, said, own))


def _whose(found: Words) -> str:
    """Whose price it is: the same amount is printed anew for each residency."""
    resident = RESIDENCY.search(found.label) if found.kind == "price" else None
    return resident[0].lower() if resident else ""


def _of_kind(kind: str, said: Sequence[Words], own: set[str]) -> list[Words]:
    """The words of a kind. "See the tuition page" states a price only if nothing else does."""
    found = [one for one in said if one.kind == kind and not _of_another_award(one, own)]
    if kind == "length":
        found = [*_each_duration_once(found)]
    return (list(filter(is_stated, found)) or found[:1])[: MOST.get(kind, 6)]


def _each_duration_once(found: Iterable[Words]) -> Iterator[Words]:
    """The words that state a duration which none before them states."""
    seen: set[tuple[str, str]] = set()
    for one in found:
        durations = {(number, unit[:4].lower()) for number, unit in measures.NUMBERED.findall(one.text)}
        if not durations or durations - seen:
            yield one
        seen |= durations


def _of_another_name(found: Words, name: str) -> bool:
    """Whether an award that stands alone is named after something else than the program: "CPR Certificate"."""
    if found.kind != "award" or found.label or len(found.text) > LONGEST_LABEL or not has_subject(found.text):
        return False
    return set(_WORD.findall(name.lower())).isdisjoint(_WORD.findall(AWARD.sub(" ", found.text).lower()))


def _of_another_award(found: Words, own: set[str]) -> bool:
    if found.kind == "award" or not own:
        return False
    named = _families(found.text)
    return bool(named) and not own & named


def _families(text: str) -> set[str]:
    text = _ADMISSION.sub(" ", text)
    return {family for family, pattern in _FAMILIES.items() if pattern.search(text)}
