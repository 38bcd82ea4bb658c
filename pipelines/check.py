"""Whether every published number stands in its words, or has its arithmetic, and every figure its capture.

The readers of pipelines/parse are not asked again: the number is looked for in the words, and sums are worked out anew.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import product
from sqlite3 import Connection

from db.captures import CaptureFolder
from pipelines.parse import text

DIGITS = re.compile(r"(?<![\w.,])\.?\d[\d,]*(?:\.\d+)?")
ISO_DURATION = re.compile(r"P(?=\d|T\d)[\dYMWDTHS.]+")
SPELLED = re.compile(rf"(?<![\w.,]){text.NUMBER}", re.I)
ONE = re.compile(r"\b(?:an?|one|single|full|per|each)\b", re.I)
NONE = re.compile(r"\bfree\b|\bno (?:cost|charge|fees?|tuition)\b|\bnone\b|\bwaived\b", re.I)

FIGURES = """
select figure, source, listing, status, printed, value_min, value_max, kind, unit from {table}
where value_min is not null or value_max is not null order by figure
"""

VALUED = {"published", "computed", "conflicting", "implied"}

NOT_OF_A_FIGURE = """
select id, '{column}', {column} from programs p where {column} is not null and not exists (
    select 1 from figures f where f.program_id = p.id and {where} and f.{bound} = p.{column})
"""

HEADLINES = (
    ("price_total_min", "value_min", "f.kind = 'price' and f.shown"),
    ("price_total_max", "value_max", "f.kind = 'price' and f.shown"),
    ("months_min", "value_min", "f.kind = 'length' and f.unit = 'months'"),
    ("months_max", "value_max", "f.kind = 'length' and f.unit = 'months'"),
    ("clock_hours", "value_min", "f.kind = 'length' and f.unit = 'hours' and f.shown"),
    ("credits", "value_min", "f.kind = 'length' and f.unit = 'credits' and f.shown"),
)  # fmt: skip
"""Numbers of `programs`, and the figures of which one must state them."""


@dataclass(frozen=True)
class Violation:
    """A published number that cannot be defended: where it stands, and what is wrong, in one sentence."""

    where: str
    wrong: str


def violations(db: Connection, captures: CaptureFolder) -> Iterator[Violation]:
    """All that is wrong in a published database, whose captures lie in this folder."""
    bands = dict(db.execute("select awlevel, months from vocab_award_level").fetchall())
    for table in ("figures", "ended_figures"):
        for figure, source, listing, status, printed, low, high, kind, unit in db.execute(FIGURES.format(table=table)):
            if wrong := what_is_wrong(status, printed, low, high, bands):
                yield Violation(f"{table} {figure}: {source} {listing} {kind} {unit}", wrong)
    for column, bound, where in HEADLINES:
        sql = NOT_OF_A_FIGURE.format(column=column, bound=bound, where=where)
        for program, name, value in db.execute(sql):
            yield Violation(f"programs {program}: {name}", f"{value} is the number of none of its figures")
    for figure, url in db.execute("select figure, url from figures where capture is null order by figure"):
        yield Violation(f"figures {figure}", f"no capture of {url} was kept")
    kept = "select distinct kept_sha256 from captures where capture in (select capture from figures)"
    for (sha256,) in db.execute(f"{kept} order by 1"):
        if wrong := captures.what_is_wrong(sha256):
            yield Violation(f"captures {sha256}", wrong)


@lru_cache(maxsize=65_536)
def numbers_in(words: str) -> frozenset[Decimal]:
    """Every number that the words state, in digits or spelled out."""
    found = {as_number(digits) for digits in DIGITS.findall(words)}
    found |= {as_number(d) for duration in ISO_DURATION.findall(words) for d in re.findall(r"\d+(?:\.\d+)?", duration)}
    return frozenset(found)


@lru_cache(maxsize=65_536)
def spelled_in(words: str) -> frozenset[Decimal]:
    """Numbers that are spelled, or mixed, or only meant: "one and a half", "2 1/2", "a year", "free"."""
    plain = text.clean(words).replace("-", " ")
    found = {value for match in SPELLED.finditer(plain) if (value := text.number(match[0])) is not None}
    found |= {Decimal(1)} if ONE.search(plain) else set()
    found |= {Decimal(0)} if NONE.search(plain) else set()
    return frozenset(found)


def as_number(digits: str) -> Decimal:
    """1,290.50 -> 1290.5"""
    return Decimal(digits.rstrip(",").replace(",", "")).normalize()


def what_is_wrong(status: str, printed: str, low: float | None, high: float | None, bands: dict[int, str]) -> str:
    """Why a figure's bounds are not proven by its words, "" if they are."""
    values = {Decimal(str(value)).normalize() for value in (low, high) if value is not None}
    if status not in VALUED:
        return f"a figure that is {status} has a value" if values else ""
    if status == "implied":
        level = re.fullmatch(r"AWLEVEL=(\d+)", printed)
        words = bands.get(int(level[1]), "") if level else ""
    else:
        words = printed
    missing = values - numbers_in(words)
    if missing and (missing := missing - spelled_in(words)):
        return f"{', '.join(f'{value:f}' for value in sorted(missing))} does not occur in {words!r}"
    return wrong_sum(printed) if status == "computed" else ""


TERM = re.compile(r"(?P<left>.+?) (?P<sign>[x/]) (?P<right>.+?) = (?P<result>.+)")


@lru_cache(maxsize=65_536)
def wrong_sum(arithmetic: str) -> str:
    """The step of an arithmetic that does not hold, "" if all do.

    >>> wrong_sum("14 credits x 142 = 1,988 + fees 14 credits x 18 = 252 = 2,240")
    ''
    >>> wrong_sum("30 weeks / 4.345 = 7.9 months")
    '30 weeks / 4.345 = 7.9 months'
    """
    for step in arithmetic.split("; "):
        terms = step.split(" + ")
        if len(terms) > 1:
            terms[-1], _, total = terms[-1].rpartition(" = ")
            parts = [ends(term.rpartition(" = ")[2]) for term in terms]
            if not holds(total, (sum(choice) for choice in product(*parts))):
                return step
        for term in terms:
            if (found := TERM.fullmatch(term)) and not holds(found["result"], results(found)):
                return term
    return ""


def results(term: re.Match) -> Iterator[Decimal]:
    """What the ends of a product or quotient may be."""
    for left, right in product(ends(term["left"]), ends(term["right"])):
        yield left * right if term["sign"] == "x" else left / right


def holds(said: str, worked_out) -> bool:
    """Whether each number of a result is one that was worked out, rounded as it is printed."""
    possible = list(worked_out)
    return bool(DIGITS.search(said)) and all(
        any(abs(value - result) <= Decimal(5).scaleb(-len(digits.partition(".")[2]) - 1) for result in possible)
        for digits in DIGITS.findall(said.replace("-", " "))
        for value in (as_number(digits),)
    )


def ends(words: str) -> list[Decimal]:
    """The one number of an operand, or both ends of a range."""
    return [as_number(digits) for digits in DIGITS.findall(words.replace("-", " "))]
