"""One amount and the words that name it -> a Price."""

import re
from collections.abc import Sequence
from decimal import Decimal

from .price_cues import Cue
from .price_layout import NAMED_AFTER, Line, clause
from .price_words import ANY_FEE, SMALL_WORDS
from .values import Context, Price

WHOLE = frozenset(["tuition", "tuition_and_fees", "total"])
"""The components that answer what a program costs."""

_HIGHEST = Decimal(100_000)  # what costs more is a building or a budget
_LOWEST_FEE = {"fee": Decimal(300), "bare_fee": Decimal(200)}  # that may be all that a course asks: "course fee", "fee"
_LOWEST_FEE_RATE = {"credit": {"bare_fee": Decimal(20)}}
_FEE_RATES = ("credit", "term", "course")  # of a "course fee", which without a rate may be all that a course asks
_SEMESTER_HOUR = Decimal(25)  # a public college's "per hour" is an hour of class below, a credit above
_CREDIT_HOUR = Decimal(35)  # what costs more "per hour" is a credit at any school
_HOURLY = Decimal(200)  # a wage below this is by the hour
_NAMELESS = frozenset([*ANY_FEE.split(), *SMALL_WORDS.split()])
_YEAR = re.compile(r"(?<![\d$.,])(20\d\d) ?[-/] ?(?:20)?(\d\d)(?![\d,]|\.\d)|\bAY ?'?(\d\d) ?[-/] ?'?(\d\d)\b", re.I)
_FRACTION = re.compile(r"\b1 ?/ ?\d+ of\b|\d ?% of\b", re.I)


def line_price(line: Line, text: str, year: str, context: Context) -> Price:
    """The price of a line that has a label; `text` is where its cues come from, `year` its academic year or ""."""
    name = _own_name(line, line.label.component, text)
    component, what = _component(line, name, text)
    basis = _basis(line, component, what, context)
    if component == "total" and basis != "program":
        summed = what == "total" and all(cue.value != "of" for cue in line.left[-1:])  # not "for a total of"
        with_fees = summed or any(cue.value == "fees" and cue.kind == "label" for cue in line.left)
        component = "tuition_and_fees" if with_fees else "tuition"
    start = line.left[0].start if line.left else line.amount.start
    end = line.right[-1].end if line.right else line.amount.end
    return Price(
        amount_min=line.amount.low,
        amount_max=line.amount.high,
        basis=basis,
        component=component,
        residency=line.residency or "any",
        includes_books=_books(line) if line.label.includes_books is None else line.label.includes_books,
        what=what if component == "other" else name,
        pace=line.pace,
        academic_year=year,
        printed=text[start:end].strip(" |,;")[:300],
        why=line.why,
    )


def _component(line: Line, name: str, text: str) -> tuple[str, str]:
    """The component of a line and its `what`, in the light of its size and of its rate."""
    component, what = line.label.component, line.label.what
    fraction = _FRACTION.search(text, max(0, line.amount.start - 60), line.amount.start)
    if line.amount.huge or line.amount.most > _HIGHEST:
        return "other", "funding"
    if fraction or (line.basis == "week" and component != "other"):
        return "other", "installment"
    if what == "enrollment_fee":  # per unit it is what California calls tuition
        return ("tuition", "") if line.basis == "credit" else ("other", "registration_fee")
    if component == "fees" and what == "surcharge" and not line.basis:
        return "other", what
    course_fee = component == "tuition" and what == "fee" and (is_small_fee(line) or line.basis in _FEE_RATES)
    if course_fee or (component == "supplies" and name.endswith("_fee") and line.basis in _FEE_RATES):
        return "fees", what
    return component, what


def _basis(line: Line, component: str, what: str, context: Context) -> str:
    largest = line.amount.most
    if component != "other":
        if line.basis == "hour":
            by_credit = component == "fees" or line.residency or context.calendar or largest >= _CREDIT_HOUR
            credit = by_credit and (component == "fees" or largest >= _SEMESTER_HOUR)
            return "credit" if credit else "clock_hour"
        return line.basis or "program"
    if what == "wage" and line.basis != "week":
        return line.basis or ("hour" if largest < _HOURLY else "year")
    return "one_time" if line.basis in ("", "program", "hour", "week") else line.basis


def _own_name(line: Line, component: str, text: str) -> str:
    """What distinguishes one fee or supply from another: "technology fee" is technology_fee, bare "fees" nothing."""
    if component not in ("fees", "supplies"):
        return ""
    for cues in (line.right, line.left) if line.why == NAMED_AFTER else (line.left,):
        index = max((i for i, cue in enumerate(cues) if cue.value == component), default=None)
        if index is not None:
            first = index
            while first and index - first < 3 and cues[first - 1].kind in ("word", "noun") and _names(cues[first - 1]):
                first -= 1
            last = index + (cues[index + 1 : index + 2] != [] and cues[index + 1].value == "fee")
            name = re.sub(r"[^a-z0-9]+", "_", text[cues[first].start : cues[last].end].lower()).strip("_")
            return "" if name == component else name
    return ""


def _names(cue: Cue) -> bool:
    return not cue.value or (str(cue.value).isalpha() and cue.value not in _NAMELESS)


def _books(line: Line) -> bool | None:
    """Whether the sentences around the amount say that books are in the price."""
    if line.label.component not in WHOLE:
        return None
    for cues in (line.right, clause(line.left, "stop")):
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


def is_small_fee(line: Line) -> bool:
    """Whether a fee without a rate is too small to be the tuition of a course: it is one of the fees beside it."""
    lowest = _LOWEST_FEE if line.basis in ("", "program", "term", "course") else _LOWEST_FEE_RATE.get(line.basis, {})
    return 0 < line.amount.least < lowest.get(line.label.what, 0)


def years(text: str) -> list[tuple[int, str]]:
    """Positions and names of academic years: "2026-27", "2026-2027", "AY 26-27" are all "2026-27"."""
    found = []
    for match in _YEAR.finditer(text):
        first, second = int((match[1] or match[3])[-2:]), int(match[2] or match[4])
        if second == (first + 1) % 100:
            found.append((match.start(), f"20{first:02}-{second:02}"))
    return found


def year_of(line: Line, printed: Sequence[tuple[int, str]]) -> str:
    """The academic year printed last before an amount, else the first after it."""
    before = [year for position, year in printed if position < line.amount.start]
    return (before[-1] if before else printed[0][1]) if printed else ""
