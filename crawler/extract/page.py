"""Reads a page: `read_page(page, url)`.

Each shape that pages take has a reader. What the most trusted one states comes first; all that they state is kept, so
that a page which contradicts itself is seen to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lxml import etree

from crawler.extract import (
    charges,
    disclosure,
    facts,
    jsonld,
    microdata,
    names,
    outline,
    programs,
    prose,
    tree,
    verdict,
)
from crawler.extract.facts import Stated
from crawler.extract.outline import BOLD, Line
from crawler.extract.words import Page, Program, Words, squeeze

__all__ = ["Page", "Program", "Words", "read_page"]

_FACTS = frozenset(("price", "length", "award", "cip"))
_ALL_TEXT = etree.XPath("string()")
_NAME_LABEL = re.compile(r"(?:program|course) (?:name|title)(?:\s*[:–-]+\s*|\s*$)", re.I)


def read_page(page: bytes | str | tree.Element, url: str) -> Page:
    """The programs that a page describes, with the words that state their facts.

    page  its bytes, its text, or its tree, which may be changed
    url   its address: a page of charges may name its program there

    A page that gives no program says in `rejected` why. Broken markup is read as far as it goes; nothing that a page
    may hold raises an error.
    """
    root = tree.parse(page) if isinstance(page, bytes | str) else page
    if root is None:
        return Page(url, "", (), verdict.EMPTY)
    title = squeeze(root.findtext(".//title") or "")
    scripts = [*root.iter("script")]
    if disclosed := disclosure.programs(scripts):
        return _disclosed(url, title, disclosed)
    data = [*jsonld.nodes(scripts), *microdata.nodes(root)]
    if why := verdict.of_data(jsonld.types(data)):
        return Page(url, title, (), why)
    body = root.find("body")
    lines, footers = outline.lines_of(root if body is None else body)
    name = _name(lines, title, url)
    if why := verdict.of_names(name, title, url) or verdict.of_lines(lines):
        return Page(url, title, (), why)
    if not names.names_program(name) and (why := verdict.of_school(lines)):
        return Page(url, title, (), why)
    stated = facts.read(lines)
    if not any(s.is_labelled for s in stated) and (why := verdict.of_article(lines)):
        return Page(url, title, (), why)
    found, why = _programs(name, title, url, lines, stated, data)
    institution = _of_footers(footers)
    if len(found) > 1:
        own = {one for program in found for one in program.words}
        institution += [s.words for s in stated if s.words.kind == "accreditation" and s.words not in own]
    of_school = None if found else charges.of_school(name, lines, stated)
    return Page(url, title, tuple(found), why, tuple(dict.fromkeys(institution)), of_school)


def _disclosed(url: str, title: str, disclosed: Sequence[Program]) -> Page:
    found = [program for program in disclosed if not _is_higher(program.words)]
    if len(found) == 1:
        found = [Program(found[0].name, found[0].words)]
    return Page(url, title, tuple(found), "" if found else verdict.HIGHER)


def _programs(
    name: str, title: str, url: str, lines: Sequence[Line], stated: Sequence[Stated], data: Sequence[jsonld.Node]
) -> tuple[list[Program], str]:
    """The programs, or why there are none."""
    is_named = names.names_program(name)
    is_list = not is_named and (names.is_other_page(name) or names.is_school(name))
    if found := programs.several(lines, stated, 1 if is_list else 2, names.is_offer(name)):
        found = [_with_data(program, lines, data) for program in found]
        found = [program for program in found if not _is_higher(program.words) and not verdict.is_higher(program.name)]
        return found, "" if found else verdict.HIGHER
    if is_list:
        if listed := _of_data(lines, data):
            return listed, ""
        is_priced = any(s.words.kind == "price" and s.is_labelled for s in stated)
        name = names.from_address(url) if is_priced else ""
        if not name:
            return [], verdict.OTHER
        is_named = True
    words = [s.words for s in facts.without_parts(stated, lines)]
    if node := jsonld.matching(data, name):
        words += _as_tuition(jsonld.read(node, lines), words)
    program = Program(name, facts.of_program(name, words, title))
    if _is_higher(program.words):
        return [], verdict.HIGHER
    figures = [s for s in stated if s.words.kind in _FACTS and facts.is_stated(s.words)]
    is_stated = any(s.is_labelled for s in figures) or len({s.words.kind for s in figures}) > 1
    if node or is_named or is_stated:
        kinds = {one.kind for one in program.words if one.label != "title" and facts.is_stated(one)}
        if kinds & _FACTS or (kinds and is_named and names.says_program(f"{name} {title}")):
            return [program], ""
    return [], verdict.BARE


def _as_tuition(offered: Sequence[Words], printed: Sequence[Words]) -> list[Words]:
    """The words of the page's data; where the page prints tuition, a price that the data do not name is tuition too."""
    if not any(one.kind == "price" and "tuition" in f"{one.label} {one.text}".lower() for one in printed):
        return [*offered]
    return [replace(one, label=f"tuition, {one.label}") if one.label in jsonld.UNNAMED else one for one in offered]


def _with_data(program: Program, lines: Sequence[Line], data: Sequence[jsonld.Node]) -> Program:
    node = jsonld.matching(data, program.name)
    if node is None:
        return program
    words = facts.of_program(program.name, [*program.words, *jsonld.read(node, lines)])
    return Program(program.name, words, program.anchor)


def _of_data(lines: Sequence[Line], data: Sequence[jsonld.Node]) -> list[Program]:
    """The programs that only the page's data describe."""
    found = []
    for node in jsonld.programs(data):
        name = jsonld.name_of(node)
        words = facts.of_program(name, jsonld.read(node, lines))
        if name and any(one.kind in _FACTS for one in words) and not _is_higher(words):
            found.append(Program(name, words, names.slug(name)))
    return found


def _is_higher(words: Sequence[Words]) -> bool:
    """Whether all awards that the words name are above our scope."""
    awards = [one.text for one in words if one.kind == "award"]
    return bool(awards) and all(map(verdict.is_higher, awards))


def _name(lines: Sequence[Line], title: str, url: str) -> str:
    """What the page calls its subject: what a label calls the program's name; else the main heading, unless that says
    nothing and a part of the title, another heading, a line of its own or the address names a program."""
    for line, below in pairwise(lines):
        label = line.pieces[0] if line.pieces else line.text
        if match := _NAME_LABEL.match(label):
            return label[match.end() :] or (line.pieces[1] if line.pieces else below.text)
    main = [line.text for line in lines if line.rank == 1]
    if named := names.program_in(main[:2]):
        return named
    if main and (names.is_other_page(main[0]) or names.may_name_program(main[0])):
        return main[0]
    parts = names.parts_of(title)
    lesser = [line.text for line in lines if 1 < line.rank < BOLD]
    if parts and names.is_other_page(parts[0]) and sum(map(names.names_program, lesser)) > 1:
        return parts[0]
    if named := names.program_in([*parts, *lesser[:3]]):
        return named
    for text in (*parts[:1], *lesser[:2]):
        if names.is_other_page(text):
            return text
    first = next(iter([*main, *parts, *lesser]), "")
    if not first or names.is_other_page(first):
        own = (line.text for line in lines if line.rank in (0, BOLD) and names.says_program(line.text))
        return first or next(filter(names.names_program, own), "") or names.from_address(url)
    return first


def _of_footers(footers: Sequence[tree.Element]) -> list[Words]:
    """What the footers say of the school's accreditation."""
    speaking = (outline.lines_of_footer(footer) for footer in footers if "ccredit" in _ALL_TEXT(footer))
    return [one for lines in speaking for _, one in prose.read(lines, [{"accreditation"}] * len(lines))]
