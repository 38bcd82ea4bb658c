"""What a tuition page that names no program says of the whole school: its rates, its tuition, its fees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crawler.extract import names
from crawler.extract.facts import MOST, Stated, is_stated
from crawler.extract.measures import DURATION
from crawler.extract.outline import LONGEST_HEADING, Line
from crawler.extract.tables import BASIS
from crawler.extract.words import Phrases, Program, Words

_CHARGES = Phrases("tuition, cost, costs, fee, fees, price, prices, pricing, rates")
_NO_CHARGES = Phrases("""
    refund*, calculator, attendance, assistance, reimbursement*, waiver*, deferment*, discount*, exchange, free
    scholarship*, living, budget, policy, policies, request, payment plan*, archive*, past, previous, why, low""")
# Without one of these, an amount may be of a credit, a term or a year.
_WHOLE = re.compile(
    rf"\b(?:full|total|entire) (?:(?:program|course) )?tuition\b|\b(?:program|course|training)\b|{DURATION.pattern}",
    re.I,
)
_OF_PUPILS = Phrases("kindergarten, preschool, elementary, pre k, grade, grades, child, child's, children")
_ABROAD = Phrases("international, foreign")  # no residency of ours
_FEES = Phrases("fee, fees")
_TUITION = Phrases("tuition")
_AID = Phrases("aid, financing, loan*, grant*, pay, paying, payment*, afford*, fund*")


def of_school(name: str, lines: Sequence[Line], stated: Sequence[Stated]) -> Program | None:
    """The school's charges, under the page's own name; None if the page is not one of charges or states none.

    Not what a heading says is of one program, and nothing at all of a page about aid, refunds or a year's budget.
    """
    if not _CHARGES.search(name) or _NO_CHARGES.search(name) or (_AID.search(name) and "uition" not in name):
        return None
    if any(len(line.text) < LONGEST_HEADING and _OF_PUPILS.search(line.text) for line in lines):
        return None
    is_of_one_trade = any(line.rank and names.is_trade_school(line.text) for line in lines[:10])
    found = tuple(dict.fromkeys(_general(lines, stated, is_of_one_trade)))
    said = [f"{one.label} {one.text}" for one in found]
    says_tuition = any(_TUITION.search(text) or not _FEES.search(text) for text in said)
    return Program(name, found) if says_tuition and len(found) <= MOST["price"] else None


def _general(lines: Sequence[Line], stated: Sequence[Stated], is_of_one_trade: bool) -> Iterator[Words]:
    for one in stated:
        heading = lines[one.place].heading
        about = f"{heading} {one.words.label}"
        said = f"{about} {one.words.text}"
        if one.words.kind != "price" or not is_stated(one.words) or _NO_CHARGES.search(about) or _ABROAD.search(said):
            continue
        is_clear = is_of_one_trade or _WHOLE.search(about) or BASIS.search(said)
        if is_clear and not names.may_name_program(heading):
            yield one.words
