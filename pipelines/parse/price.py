"""Printed words -> prices. A wrong price is worse than none: an amount that nothing names is left out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from . import money
from .price_cues import FLOW, GENERIC, LINE, Cue, is_money, scan
from .price_layout import Label, Line, chunks
from .price_lines import read_lines
from .price_words import ANY_FEE, SMALL_WORDS
from .text import clean
from .values import Context, Price

_HIGHEST = Decimal(100_000)  # what costs more is a building or a budget
_LOWEST = {"program": Decimal(100), "year": Decimal(300), "term": Decimal(60)}  # what costs less is a rate or a fee
_LOWEST_COST = {"year": Decimal(600), "term": Decimal(300)}  # of anything that is only said to cost
_LOWEST_BY_RESIDENCY = Decimal(500)  # of a program; colleges tell residents apart by rates, seldom by sums
_LOWEST_FEE = {"fee": Decimal(300), "bare_fee": Decimal(200)}  # that may be all that a course asks: "course fee", "fee"
_SEMESTER_HOUR = Decimal(25)  # a public college's "per hour" is an hour of class below, a credit above
_HOURLY = Decimal(200)  # a wage below this is by the hour
_FEE_RATES = ("credit", "term", "course")  # of a "course fee", which without a rate may be all that a course asks
_LISTED_APART = frozenset(["fees", "books", "supplies", "registration_fee", "application_fee", "sales_tax"])
_NAMELESS = frozenset([*ANY_FEE.split(), *SMALL_WORDS.split()])
_WHOLE = frozenset(["tuition", "tuition_and_fees", "total"])
_LIVING = frozenset(["room_board", "transportation", "personal"])
_CONDITION = re.compile(
    r"\b(?:eligib|qualif|if you|for (?:senior|veteran|resident|adult|member|employee|those)|high school|dual|grant"
    r"|after|waive|with )",
    re.I,
)
_YEAR = re.compile(r"(?<![\d$.,])(20\d\d) ?[-/] ?(?:20)?(\d\d)(?![\d,]|\.\d)|\bAY ?'?(\d\d) ?[-/] ?'?(\d\d)\b", re.I)
_FRACTION = re.compile(r"\b1 ?/ ?\d+ of\b|\d ?% of\b", re.I)


class _Found(NamedTuple):
    """A price, the line it was read from, and the cues of the text the line stands in."""

    price: Price
    line: Line
    cues: Sequence[Cue]


def read(words: str, context: Context = Context()) -> list[Price]:
    """The prices, and the money that is no price (component "other"), that printed words state.

    `context.label` and `context.heading` name what the words themselves leave unnamed; a heading in cells
    ("Program | Books | Tuition") is the header of the table whose row `words` is. Never raises; [] if nothing is sure.
    """
    text = clean(words)
    header = _cells(clean(context.heading))
    row = _cells(text)
    if len(header) > 1 and len(row) in (len(header), len(header) - 1):
        found = _read_row(row, header[len(header) - len(row) :], context)
    else:
        found = _read(text, context)
    return _together(found, context.public is True)


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.rstrip(" |").split("|")]


def _read_row(row: Sequence[str], header: Sequence[str], context: Context) -> list[_Found]:
    """Each cell is read under the head of its own column; the cells without money are the name of the row."""
    named = [money.plain(cell) is None and not money.amounts(cell) for cell in row]
    cells = [*zip(named, row, header, strict=True)]
    heads = [words for is_name, cell, column in cells if is_name for words in (column, cell)]
    found: list[_Found] = []
    for is_name, cell, column in cells:
        if not is_name:
            found += _read(cell, replace(context, label=column, heading=" ".join([*heads, context.label])))
    return found


def _read(text: str, context: Context) -> list[_Found]:
    label, heading = clean(context.label), clean(context.heading)
    named = scan(label) if label else []
    headed = scan(heading) if heading else []
    cues = _bare_number(text, named) or scan(text)
    years = _years(text)
    around = "".join([year for _, year in [*_years(label), *_years(heading)]][:1])
    attendance = any(cue.what == "cost_of_attendance" for cue in [*named, *headed])
    found = []
    for line in read_lines(cues, named, headed):
        if attendance and line.label and not line.basis:
            line.label = Label("other", FLOW, "cost_of_attendance")  # a year's budget, whatever its lines are called
        if line.label:
            price = _price(line, text, _year_of(line, years) or around, context)
            if line.why == "like the amount before" and found and price.component == found[-1].price.component:
                price = replace(price, what=found[-1].price.what)
            found.append(_Found(price, line, cues))
    return found


def _bare_number(text: str, named: Sequence[Cue]) -> list[Cue]:
    """A number alone under a label that speaks of money is an amount: "Tuition": "4,250"."""
    value = money.plain(text)
    speaks = any(cue.kind in ("label", "residency") or (cue.kind, cue.what) == ("basis", "per") for cue in named)
    if value is None or not speaks or not is_money(text.strip("*+~ ")):
        return []
    return [Cue("amount", money.Amount(0, len(text), value, value), 0, len(text))]


def _price(line: Line, text: str, year: str, context: Context) -> Price:
    amount = line.amount
    component, what = line.label.component, line.label.what
    if amount.huge or amount.most > _HIGHEST:
        component, what = "other", "funding"
    if component == "tuition" and what == "fee" and (_is_small_fee(line) or line.basis in _FEE_RATES):
        component = "fees"
    if what == "enrollment_fee":  # per unit it is what California calls tuition
        component, what = ("tuition", "") if line.basis == "credit" else ("other", "registration_fee")
    if line.basis == "week" and component != "other":
        component, what = "other", "installment"
    if _FRACTION.search(text, max(0, amount.start - 60), amount.start):
        component, what = "other", "installment"
    basis = _basis(line, component, what, context)
    if component == "total" and basis != "program":
        summed = what == "total" and all(cue.value != "of" for cue in line.left[-1:])  # not "for a total of"
        with_fees = summed or any(cue.value == "fees" and cue.kind == "label" for cue in line.left)
        component = "tuition_and_fees" if with_fees else "tuition"
    if component == "fees" and what == "surcharge" and not line.basis:
        component, basis = "other", "one_time"
    start = line.left[0].start if line.left else amount.start
    end = line.right[-1].end if line.right else amount.end
    return Price(
        amount_min=amount.low,
        amount_max=amount.high,
        basis=basis,
        component=component,
        residency=line.residency or "any",
        includes_books=_books(line) if line.label.includes_books is None else line.label.includes_books,
        what=what if component == "other" else _own_name(line, component, text),
        pace=line.pace,
        academic_year=year,
        printed=text[start:end].strip(" |,;")[:300],
        why=line.why,
    )


def _basis(line: Line, component: str, what: str, context: Context) -> str:
    largest = line.amount.most
    if component != "other":
        if line.basis == "hour":
            credit = component == "fees" or ((line.residency or context.calendar) and largest >= _SEMESTER_HOUR)
            return "credit" if credit else "clock_hour"
        return line.basis or "program"
    if what == "wage" and line.basis != "week":
        return line.basis or ("hour" if largest < _HOURLY else "year")
    return "one_time" if line.basis in ("", "program", "hour", "week") else line.basis


def _own_name(line: Line, component: str, text: str) -> str:
    """What distinguishes one fee or supply from another: "technology fee" is technology_fee, bare "fees" nothing."""
    if component not in ("fees", "supplies"):
        return ""
    for cues in (line.right, line.left) if line.why == "named after the amount" else (line.left,):
        index = max((i for i, cue in enumerate(cues) if cue.value == component), default=None)
        if index is not None:
            first = index
            while first and index - first < 3 and cues[first - 1].kind in ("word", "noun") and _names(cues[first - 1]):
                first -= 1
            name = re.sub(r"[^a-z0-9]+", "_", text[cues[first].start : cues[index].end].lower()).strip("_")
            return "" if name == component else name
    return ""


def _names(cue: Cue) -> bool:
    return not cue.value or (str(cue.value).isalpha() and cue.value not in _NAMELESS)


def _books(line: Line) -> bool | None:
    """Whether the sentences around the amount say that books are in the price."""
    if line.label.component not in _WHOLE:
        return None
    for cues in (line.right, next(chunks(line.left, "stop"))):
        polarity = None
        negated = False
        for cue in cues:
            if cue.kind == "word" and cue.value in ("not", "no"):
                negated = True
            elif cue.kind == "include":
                polarity = bool(cue.value) and not negated
            elif cue.kind == "stop":
                negated = False
            elif cue.kind == "label" and cue.value == "books" and polarity is not None:
                return polarity
    return None


def _years(text: str) -> list[tuple[int, str]]:
    """Positions and names of academic years: "2026-27", "2026-2027", "AY 26-27" are all "2026-27"."""
    found = []
    for match in _YEAR.finditer(text):
        first, second = int((match[1] or match[3])[-2:]), int(match[2] or match[4])
        if second == (first + 1) % 100:
            found.append((match.start(), f"20{first:02}-{second:02}"))
    return found


def _year_of(line: Line, years: Sequence[tuple[int, str]]) -> str:
    """The academic year printed last before an amount, else the first after it."""
    before = [year for position, year in years if position < line.amount.start]
    return (before[-1] if before else years[0][1]) if years else ""


def _together(found: Sequence[_Found], public: bool) -> list[Price]:
    """What the prices of one phrase or row say about each other; each is said once."""
    phrase = _Phrase(found)
    kept: dict[Price, Price] = {}
    for price, line, _ in found:
        read = _among(price, line, phrase)
        free = read.amount_max == 0 and read.component in _WHOLE and _CONDITION.search(read.printed)
        if not (free or _is_trifling(read, line) or (public and _is_of_some_time(read, line))):
            kept.setdefault(replace(read, printed="", why=""), read)
    return [*kept.values()]


def _is_trifling(price: Price, line: Line) -> bool:
    """Whether a price is too small to be one; 0 is not: it says that study is free."""
    least = _LOWEST.get(price.basis, Decimal(0))
    if line.label.component == "total" and line.label.rank == GENERIC:
        least = _LOWEST_COST.get(price.basis, least)
    if price.basis == "program" and price.residency != "any":
        least = _LOWEST_BY_RESIDENCY
    small = line.label.what == "bare_fee" and _is_small_fee(line)
    return price.component in _WHOLE and (0 < line.amount.least < least or small)


def _is_small_fee(line: Line) -> bool:
    """Whether a fee without a rate is too small to be the tuition of a course: it is one of the fees beside it."""
    flat = line.basis in ("", "program", "term", "course")
    return flat and 0 < line.amount.least < _LOWEST_FEE.get(line.label.what, 0)


def _is_of_some_time(price: Price, line: Line) -> bool:
    """Whether it is tuition by residency and no words say of what: a public college's is of a year or of a term."""
    tuition = price.component in ("tuition", "tuition_and_fees")
    return tuition and price.basis == "program" and price.residency != "any" and not line.basis


class _Phrase:
    """What a phrase holds as a whole."""

    def __init__(self, found: Sequence[_Found]):
        lines = [one.line for one in found]
        cues = [cue for one in found for cue in one.cues]
        prices = [one.price for one in found]
        self.parts = {price.what if price.component == "other" else price.component for price in prices}
        self.rates = [p for p in prices if p.component.startswith("tuition") and p.basis in ("credit", "term", "year")]
        self.names_tuition = any(
            line.label.component.startswith("tuition") and line.label.what != "fee" for line in lines
        )
        self.charges_schools = any(cue.what == "accreditation_cost" for cue in cues)
        self.includes = any(cue.kind == "include" for cue in cues)
        self.books_within = any(
            line.label.component == "books" and any(cue.kind == "include" and cue.value for cue in line.left)
            for line in lines
        )


def _among(price: Price, line: Line, phrase: _Phrase) -> Price:
    """A price in the light of the others printed with it."""
    if phrase.charges_schools:
        return replace(price, component="other", what="accreditation_cost", basis="one_time")
    if price.component == "total" and phrase.parts & _LIVING:
        return replace(price, component="other", what="cost_of_attendance")
    if price.component == "tuition" and line.label.what == "fee" and phrase.names_tuition:
        return replace(price, component="fees")
    if line.label.component == "total" and price.component != "other" and "fees" in phrase.parts:
        basis = price.basis if price.component == "tuition" else _rate_of(price, line, phrase)
        price = replace(price, component="tuition_and_fees", basis=basis) if basis else price
    of_parts = line.label.what == "total" or line.label.rank == LINE or price.includes_books or phrase.includes
    apart = phrase.parts & _LISTED_APART and not phrase.parts & {"tuition", "tuition_and_fees"}
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
