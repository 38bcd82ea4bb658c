"""A page with several programs, taken apart: a section for each, a row of a table for each, a line for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, count, takewhile

from crawler.extract import facts, names, tables
from crawler.extract.facts import Stated
from crawler.extract.label_lines import TAG, alone, price_tag
from crawler.extract.labels import AWARD, MONEY, kind_of, labelled
from crawler.extract.measures import DURATION
from crawler.extract.outline import BOLD, Line
from crawler.extract.words import Program, Words, squeeze, words

_FACTS = frozenset(("price", "length"))
_PROGRAM_COLUMN = re.compile(
    r"(?:(?:career |certificate |academic |degree |our )?(?:programs?|certificates?|diplomas?|degrees?|majors?|training"
    r"|classes|class|course of study)(?: (?:names?|titles?|of study|offered))?)?",
    re.I,
)
_DEGREE = re.compile(
    r"\bassociates?(?:['’]s)? (?:of|in) (?:(?:applied|occupational) )?(?:arts|science|studies)\b", re.I
)
_COURSE_COLUMN = re.compile(r"courses?(?: (?:names?|titles?))?", re.I)
_OUR_AWARD = re.compile(r"\b(?:certificates?|diplomas?|associate[’']?s? degrees?)\b", re.I)
LONGEST_LEAD = 4
FEWEST_ENTRIES = 3
"""Lines between a heading and its list; entries that make a list."""
_DIGIT = re.compile(r"\d")
_LINE = re.compile(r"(.{3,90}?)(?:\s*[:|]\s*|\s+[–—-]+\s+|\s*[,(]\s*(?=\$?\d))(.*\d.*)")


def several(lines: Sequence[Line], stated: Sequence[Stated], fewest: int, is_offer: bool) -> list[Program]:
    """The programs of a page that describes at least `fewest`, each with its own words; [] if it does not.

    is_offer  the page's own name says that it offers programs: then a heading need not name a field that we know
    """
    readers = (
        lambda: _rows(lines, is_list=fewest == 1),
        lambda: _columns(lines),
        lambda: _sections(lines, stated, fewest, is_offer),
        lambda: _entries(lines),
        lambda: _listed(lines),
    )
    for reader in readers:
        if len(found := reader()) >= fewest:
            return _keyed(found)
    return []


def _keyed(found: Sequence[Program]) -> list[Program]:
    """The programs with anchors that differ."""
    keyed: dict[str, Program] = {}
    for program in found:
        slug = names.slug(program.name)
        numbered = (f"{slug}-{number}" for number in count(2))
        anchor = next(key for key in chain(filter(None, (program.anchor, slug)), numbered) if key not in keyed)
        keyed[anchor] = Program(program.name, program.words, anchor)
    return [*keyed.values()]


def _priced(lines: Sequence[Line], start: int, end: int) -> list[Words]:
    """The amount of a box that prints one amount and nothing that names it: the price tag of what the box offers."""
    amounts = [line.text for line in lines[start + 1 : end] if "$" in line.text or line.grid is not None]
    return [price_tag(amounts[0])] if len(amounts) == 1 and TAG.fullmatch(amounts[0]) else []


def _sections(lines: Sequence[Line], stated: Sequence[Stated], fewest: int, is_offer: bool) -> list[Program]:
    """Sections under headings of one rank that name programs, of which at least `fewest` state a price or a length."""
    headings = [(place, line) for place, line in enumerate(lines) if _rank(line)]
    for rank in sorted({_rank(line) for _, line in headings}):
        named = [place for place, line in headings if _rank(line) == rank and names.may_name_program(line.text)]
        if len(named) < fewest or not (is_offer or any(names.names_program(lines[place].text) for place in named)):
            continue
        ends = [_end(lines, place, rank) for place in named]
        own = [[s.words for s in stated if place <= s.place < end] for place, end in zip(named, ends, strict=True)]
        tags = [_priced(lines, place, end) for place, end in zip(named, ends, strict=True)]
        if sum(map(bool, tags)) > 1:  # one tag alone may be of anything
            own = [
                found if any(one.kind == "price" for one in found) else found + tag
                for found, tag in zip(own, tags, strict=True)
            ]
        # Of a list of programs the name alone may state a fact: "Associate of Science in Nursing".
        awarded = [fewest == 1 and _is_award_in(lines[place].text) for place in named]
        pairs = zip(own, awarded, strict=True)
        if sum(is_awarded or any(one.kind in _FACTS for one in found) for found, is_awarded in pairs) >= fewest:
            return [
                Program(name, facts.of_program(name, found), lines[place].anchor)
                for place, found, is_awarded in zip(named, own, awarded, strict=True)
                if (found or is_awarded) and (name := names.without_figures(lines[place].text))
            ]
    return []


def _rank(line: Line) -> int:
    """The rank of a heading; the terms of a definition list are the lowest."""
    return line.rank or (BOLD + 1 if line.tag == "dt" else 0)


def _is_award_in(name: str) -> bool:
    """Whether a name says its award and its field."""
    return bool(AWARD.search(name)) and names.has_subject(AWARD.sub(" ", _DEGREE.sub(" ", name)))


def _end(lines: Sequence[Line], start: int, rank: int) -> int:
    """Where the section of a heading ends: at the next heading of its rank or above."""
    for place in range(start + 1, len(lines)):
        if 0 < _rank(lines[place]) <= rank:
            return place
    return len(lines)


def _rows(lines: Sequence[Line], is_list: bool) -> list[Program]:
    """The rows of tables whose first column names programs."""
    found = []
    for line in lines:
        if line.grid is not None and _of_programs(line.grid, is_list):
            for cell, stated in tables.programs(line.grid):
                name, *rest = [*filter(None, map(squeeze, cell.split("\n")))] or [""]
                own = [*stated, *(one for text in rest for one in alone(text))]
                if names.has_subject(name) and not kind_of(name) and any(one.kind in _FACTS for one in own):
                    found.append(Program(name, facts.of_program(name, own)))
    return found


def _columns(lines: Sequence[Line]) -> list[Program]:
    """The columns of tables whose header names programs."""
    found = []
    for line in lines:
        if line.grid is not None and all(map(names.names_program, map(squeeze, line.grid.header[1:]))):
            for name, stated in tables.columns(line.grid):
                if any(one.kind in _FACTS for one in stated):
                    found.append(Program(squeeze(name), facts.of_program(squeeze(name), stated)))
    return found


def _of_programs(grid: tables.Grid, is_list: bool) -> bool:
    if not grid.header:
        return False
    first = squeeze(grid.header[0]).strip(" :")
    kinds = {kind_of(squeeze(column)) for column in grid.header[1:]}
    if any(names.COURSE_CODE.search(row[0]) for row in grid.rows):
        return False
    return bool(
        (_PROGRAM_COLUMN.fullmatch(first) and kinds & _FACTS)
        or (_COURSE_COLUMN.fullmatch(first) and (is_list or "price" in kinds) and kinds & _FACTS)
        or (_PROGRAM_COLUMN.fullmatch(first) and any(DURATION.search(row[0]) for row in grid.rows))
    )


def _entries(lines: Sequence[Line]) -> list[Program]:
    """Lines that name a program and its figure: "Phlebotomy Technician: 120 hours, $1,500"."""
    found = []
    for line in lines:
        is_short = len(line.text) < 200 and not 0 < line.rank < BOLD
        may_be = is_short and _DIGIT.search(line.text) and names.has_subject(line.text)
        match = _LINE.fullmatch(line.text) if may_be else None
        name = match[1].strip(" :") if match else ""
        if names.names_program(name) and not kind_of(name):
            found.append((name, match[2], line.heading))
    are_tagged = sum(text.count("$") == 1 for _, text, _ in found) > 1
    read = ((name, [*_figures(text, heading, are_tagged and text.count("$") == 1)]) for name, text, heading in found)
    return [Program(name, facts.of_program(name, own)) for name, own in read if own]


def _listed(lines: Sequence[Line]) -> list[Program]:
    """The entries of a list whose heading names an award, below one length that holds for all of them."""
    found = []
    for place, line in enumerate(lines):
        if not (line.rank and names.is_other_page(line.text)):
            continue
        items = place + 1
        while (
            items < len(lines) and lines[items].tag != "li" and not lines[items].rank and items - place <= LONGEST_LEAD
        ):
            items += 1
        lead = [line.text, *(one.text for one in lines[place + 1 : items])]
        lengths = [one for text in lead for one in alone(text, ("length",))]
        award = next(filter(_OUR_AWARD.search, lead), "")
        entries = [*takewhile(lambda one: one.tag == "li", lines[items:])]
        if award and len(lengths) == 1 and len(entries) >= FEWEST_ENTRIES:
            stated = [*lengths, words("award", "", award)]
            found += [Program(one.text, tuple(stated)) for one in entries if names.may_name_program(one.text)]
    return found


def _figures(text: str, heading: str, is_tagged: bool) -> Iterator[Words]:
    """What the rest of such a line states: a length, and a price if something says that it is the price."""
    for part in _PARTS.split(text):
        yield from alone(part)
        if not MONEY.search(part):
            continue
        if kind_of(heading) == "price":
            yield from labelled(heading, part)
        elif ":" in part:
            label, _, value = part.partition(":")
            yield from labelled(label.strip(), value.strip())
        elif is_tagged and TAG.fullmatch(part.strip()):
            yield price_tag(part.strip())


_PARTS = re.compile(r"\s*[|;–—()]\s*|\s+-\s+|,\s+|\.\s+|\.$")
