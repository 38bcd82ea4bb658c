"""What a school's tuition pages and disclosures say, and which of its programs they say it of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.extract.tuition_table import Costs
from crawler.extract.words import Page, Program, Words, phrases

MOST_COST_PAGES = 20
"""Tuition pages, disclosures and the like that are asked of one school."""

_COST_WORDS = phrases("tuition and fees, tuition fees, tuition, fees, costs, cost, program costs, disclosure, pricing")
_GENERIC = phrases("""
    program*, certificate*, diploma*, degree*, training, course*, class, associate of applied science
    associate of science, associate of arts, associate, in, of, the, and, aas, as, aa, aos, cert""")
_CREDITS = re.compile(r"\bcredits?\b", re.I)
_AMOUNT = re.compile(r"\$ ?\d|^[\d,.]+$|\bfree\b", re.I)
_EXTRA = phrases(
    "books, textbooks, supplies, tools, kit, uniform*, equipment, materials, exam, registration, application"
)
_STUDY = phrases("tuition, total, program, course")


@dataclass(frozen=True, slots=True)
class Row:
    """What one tuition page says of the program that it names."""

    url: str
    program: str
    words: tuple[Words, ...]


class CostBook:
    """Rows by the names of programs, and general prices of a credit, as they come in.

    programs  address of a tuition page or disclosure -> the programs that it describes
    """

    def __init__(self):
        self.rows: list[Row] = []
        self.rates: dict[tuple[Words, ...], str] = {}
        self.programs: dict[str, tuple[Program, ...]] = {}

    def take(self, url: str, costs: Costs, page: Page | None) -> bool:
        """Enter what a page says; False if it says nothing that we understand."""
        programs = page.programs if page else ()
        named = [(row.program, row.words) for row in costs.rows] or [(one.name, one.words) for one in programs]
        self.rows += [Row(url, name, words) for name, words in named]
        self.programs[url] = programs
        if costs.rates:
            self.rates.setdefault(costs.rates, url)
        return bool(named or costs.rates)

    def words_of(self, program: Program) -> list[tuple[Words, str]]:
        """(words, address) of the one row that names this program, exactly; else, for a program of credits that
        prints no price, the one general price of a credit. Two that differ are none."""
        rows = [row for row in self.rows if same_name(row.program, program.name)]
        said = {frozenset((w.kind, w.label, w.text) for w in row.words) for row in rows}
        if len(said) == 1:
            own = {(w.kind, w.text) for w in program.words}
            return [(word, rows[0].url) for word in rows[0].words if (word.kind, word.text) not in own]
        if said or len(self.rates) != 1 or states_price(program) or not is_of_credits(program):
            return []
        ((rates, url),) = self.rates.items()
        return [(word, url) for word in rates]


def states_price(program: Program) -> bool:
    """Whether the program's own page prints what study costs, and not only books or tools."""
    return any(word.kind == "price" and _is_of_study(word) for word in program.words)


def _is_of_study(word: Words) -> bool:
    said = f"{word.label} {word.text}"
    return bool(_AMOUNT.search(word.text)) and not (_EXTRA.search(said) and not _STUDY.search(said))


def is_of_credits(program: Program) -> bool:
    """Whether the program's page measures it in credits."""
    return any(word.kind == "length" and _CREDITS.search(f"{word.label} {word.text}") for word in program.words)


def same_name(one: str, other: str) -> bool:
    """Whether two printed names are the same but for case, punctuation and the words "tuition and fees"."""
    return _plain(one) == _plain(other) != []


def likeness(name: str) -> str:
    """What two names of one school have in common if they may name one program: their words without the award's."""
    return " ".join(sorted(set(_plain(_GENERIC.sub(" ", name)))))


def _plain(name: str) -> list[str]:
    return re.findall(r"\w+", _COST_WORDS.sub(" ", name.lower().replace("&", " and ")))
