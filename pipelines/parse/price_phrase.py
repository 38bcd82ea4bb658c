"""What the prices of one phrase or table row say about each other."""

import re
from collections.abc import Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import NamedTuple

from .price_cues import GENERIC, LINE, Cue
from .price_layout import BARE_RATE, FURTHEST, Line
from .price_reading import WHOLE, is_small_fee
from .values import Price

_SAID = attrgetter(*(field.name for field in fields(Price) if field.name not in ("printed", "why")))
# What costs less is the rate of something else, or a fee.
_LOWEST = {"program": 100, "year": 300, "term": 60, "course": 20, "credit": 15}
_LOWEST_COST = {"year": 600, "term": 300}  # of anything that is only said to cost
# Colleges tell residents apart by rates, seldom by the price of a program; and "the rate" is seldom that of one.
_LOWEST_RATE = 500
_LOWEST_BARE_RATE = 1000
_LISTED_APART = frozenset(["fees", "books", "supplies", "registration_fee", "application_fee", "sales_tax"])
_LIVING = frozenset(["room_board", "transportation", "personal"])
_CONDITION = re.compile(
    r"\b(?:eligib|qualif|if you|for (?:senior|veteran|resident|adult|member|employee|those)|high school|dual|grant"
    r"|after|waive|with )",
    re.I,
)


class Found(NamedTuple):
    """A price, the line it was read from, and the cues of the text the line stands in."""

    price: Price
    line: Line
    cues: Sequence[Cue]


def together(found: Sequence[Found], public: bool) -> list[Price]:
    """What the prices of one phrase or row say about each other; each is said once."""
    phrase = _Phrase(found)
    prices = [(_among(price, line, phrase), line) for price, line, _ in found]
    rates = [line.amount.most for price, line in prices if _is_by_residency(price) and _is_trifling(price, line)]
    kept: dict[tuple, Price] = {}
    for price, line in prices:
        free = price.amount_max == 0 and price.component in WHOLE and _CONDITION.search(price.printed)
        a_rate = _is_by_residency(price) and any(line.amount.least <= FURTHEST * rate for rate in rates)
        if not (free or a_rate or _is_trifling(price, line) or (public and _is_of_some_time(price, line))):
            kept.setdefault(_SAID(price), price)
    return [*kept.values()]


def _is_by_residency(price: Price) -> bool:
    return price.basis == "program" and price.residency != "any" and price.component in WHOLE


def _is_trifling(price: Price, line: Line) -> bool:
    """Whether a price is too small to be one; 0 is not: it says that study is free."""
    least = _LOWEST.get(price.basis, 0)
    if line.label.component == "total" and line.label.rank == GENERIC:
        least = _LOWEST_COST.get(price.basis, least)
    if price.basis == "program" and (price.residency != "any" or line.label.what == "rate"):
        least = _LOWEST_BARE_RATE if line.why == BARE_RATE else _LOWEST_RATE
    small = line.label.what == "bare_fee" and is_small_fee(line)
    return price.component in WHOLE and (0 < line.amount.most < least or small)


def _is_of_some_time(price: Price, line: Line) -> bool:
    """Whether it is tuition by residency and no words say of what: a public college's is of a year or of a term."""
    return price.component != "total" and _is_by_residency(price) and not line.basis


class _Phrase:
    """What a phrase holds as a whole."""

    def __init__(self, found: Sequence[Found]):
        lines = [one.line for one in found]
        texts = {id(one.cues): one.cues for one in found}.values()
        cues = [cue for text in texts for cue in text]
        prices = [one.price for one in found]
        self.parts = {price.what if price.component == "other" else price.component for price in prices}
        self.rates = [p for p in prices if p.component.startswith("tuition") and p.basis in ("credit", "term", "year")]
        self.parts_basis = _basis_of_parts(found)
        self.names_tuition = any(
            line.label.component.startswith("tuition") and line.label.what not in ("fee", "bare_fee") for line in lines
        )
        self.costs_more = any(cue.what == "extra" for cue in cues)
        self.charges_schools = any(cue.what == "accreditation_cost" for cue in cues)
        self.includes = any(cue.kind == "include" for cue in cues)
        self.books_within = any(
            line.label.component == "books" and any(cue.kind == "include" and cue.value for cue in line.left)
            for line in lines
        )


def _basis_of_parts(found: Sequence[Found]) -> str:
    """The rate of one part, if the parts make up the total: "tuition per quarter $1,250, fees $118, total $1,368"."""
    total = next((index for index, (_, line, _) in enumerate(found) if line.label.what == "total"), 0)
    rates = [line.basis for _, line, _ in found[:total] if line.basis in ("term", "year")]
    parts = [price.amount_min or 0 for price, _, _ in found[:total]]
    return rates[0] if len(rates) == 1 and len(parts) > 1 and sum(parts) == found[total].price.amount_min else ""


def _among(price: Price, line: Line, phrase: _Phrase) -> Price:
    """A price in the light of the others printed with it."""
    price = _part_of(price, line, phrase)
    return replace(price, basis=phrase.parts_basis) if _takes_basis(price, line, phrase) else price


def _takes_basis(price: Price, line: Line, phrase: _Phrase) -> bool:
    return bool(phrase.parts_basis) and not line.basis and price.basis == "program"


def _part_of(price: Price, line: Line, phrase: _Phrase) -> Price:
    """A price as part of a list, or as its total."""
    if phrase.charges_schools:
        return replace(price, component="other", what="accreditation_cost", basis="one_time")
    if price.component == "total" and phrase.parts & _LIVING:
        return replace(price, component="other", what="cost_of_attendance")
    a_fee = line.label.what == "fee" or (line.label.what == "bare_fee" and price.residency == "out_of_state")
    if price.component == "tuition" and a_fee and phrase.names_tuition:
        return replace(price, component="fees")
    summed = line.label.what == "total" or price.component == "total"
    if line.label.component == "total" and summed and price.component != "other" and "fees" in phrase.parts:
        basis = price.basis if price.component == "tuition" else _rate_of(price, line, phrase)
        price = replace(price, component="tuition_and_fees", basis=basis) if basis else price
    of_parts = line.label.what == "total" or line.label.rank == LINE or price.includes_books
    of_parts = of_parts or (phrase.includes and not phrase.costs_more)
    apart = phrase.costs_more or phrase.parts & _LISTED_APART
    apart = apart and not phrase.parts & {"tuition", "tuition_and_fees"}
    if price.component == "total" and apart and not of_parts:
        price = replace(price, component="tuition")  # "registration $50, program cost $1,450"
    if price.includes_books is None and price.component in ("tuition", "tuition_and_fees") and "books" in phrase.parts:
        price = replace(price, includes_books=phrase.books_within)
    return price


def _rate_of(price: Price, line: Line, phrase: _Phrase) -> str:
    """The basis of a total beside rates if it is not even two of them: the total of a term, not of a program."""
    for rate in phrase.rates:
        same = rate.residency in (price.residency, "any") and not line.basis
        if same and price.amount_min and rate.amount_min and price.amount_min < 2 * rate.amount_min:
            return rate.basis
    return ""
