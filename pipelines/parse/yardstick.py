"""Printed lengths -> numbers that can be compared, each with its arithmetic. Nothing here is a printed fact.

Only lengths of the whole program count. Clock hours and credits are never turned into each other or into months.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pipelines.parse.values import Length

WEEKS_PER_MONTH = Decimal("4.345")
MONTHS_PER_YEAR = 12

_TENTH, _CENT = Decimal("0.1"), Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A computed value, how it was come by, and the arithmetic for people. An open end is None.

    basis  months: months | weeks | years; award_level: clock_hours | semester_credits | quarter_credits | weeks |
           months | years | degree_name | conflict (then both ends are None); per_unit: month | credit | clock_hour
    """

    value_min: Decimal | None
    value_max: Decimal | None
    basis: str
    arithmetic: str


def months(lengths: list[Length]) -> Yardstick | None:
    """How many months the program takes, to one decimal: printed months, else weeks / 4.345, else years x 12.

    Lengths that differ (day and evening, two awards) give the range that holds them all. None if no time is printed;
    terms are none, as their length is not known here.
    """
    for unit, how, convert in (
        ("months", "", lambda value: value),
        ("weeks", f" / {WEEKS_PER_MONTH}", lambda value: value / WEEKS_PER_MONTH),
        ("years", f" x {MONTHS_PER_YEAR}", lambda value: value * MONTHS_PER_YEAR),
    ):
        ranges = _totals(lengths, unit)
        if not ranges:
            continue
        converted = [tuple(_rounded(end and convert(end), _TENTH) for end in ends) for ends in ranges]
        lows, highs = zip(*converted, strict=True)
        steps = (
            f"{_span(before)} {unit}{how} = {_span(after)} months" if how else f"{_span(before)} months, as printed"
            for before, after in zip(ranges, converted, strict=True)
        )
        low, high = None if None in lows else min(lows), None if None in highs else max(highs)
        return Yardstick(low, high, unit, "; ".join(steps)) if low or high else None
    return None


# Where each IPEDS award level of a certificate begins, in its own unit; None: between a school's year (30 weeks or
# more, 34 CFR 668.3) and a calendar year, where the printed number does not tell which one is meant.
_LEVELS = {
    "clock_hours": ((0, 20), (300, 21), (900, 2), (1800, 4)),
    "semester_credits": ((0, 20), (9, 21), (30, 2), (60, 4)),
    "quarter_credits": ((0, 20), (13, 21), (45, 2), (90, 4)),
    "weeks": ((0, 20), (12, 21), (30, None), (52, 2), (60, None), (104, 4)),
    "months": ((0, 20), (3, 21), (7, None), (12, 2), (14, None), (24, 4)),
    "years": ((0, None), (1, 2), (2, 4)),
}
_CREDITS = {"semester": "semester_credits", "trimester": "semester_credits", "quarter": "quarter_credits"}


def award_level(lengths: list[Length], award_value: str) -> Yardstick | None:
    """The IPEDS award level: 3 for an associate degree; 20, 21, 2 or 4 for a certificate or diploma, by its length.

    Each printed number is judged in its own unit, credits only if they are known to be semester or quarter credits.
    None if nothing tells. Two levels are a conflict: basis "conflict", no value.
    """
    if award_value == "associate":
        return Yardstick(Decimal(3), Decimal(3), "degree_name", "an associate degree is level 3")
    if award_value not in ("certificate", "diploma"):
        return None
    judged = []
    for length in lengths:
        basis = _level_basis(length)
        level = basis and _level(_LEVELS[basis], length.value_min, length.value_max)
        if level:
            ends = (length.value_min, length.value_max)
            judged.append((level, basis, f"{_span(ends)} {basis.replace('_', ' ')} = level {level}"))
    if not judged:
        return None
    level, basis, _ = judged[0]
    arithmetic = "; ".join(step for _, _, step in judged)
    if any(other != level for other, _, _ in judged):
        return Yardstick(None, None, "conflict", arithmetic)
    return Yardstick(Decimal(level), Decimal(level), basis, arithmetic)


def _level_basis(length: Length) -> str:
    """The table by which a length is judged, "" if there is none."""
    if length.kind != "total":
        return ""
    if length.unit == "credits":
        return _CREDITS.get(length.term, "")
    return {"hours": "clock_hours", "weeks": "weeks", "months": "months", "years": "years"}.get(length.unit, "")


def _level(table: tuple, low: Decimal | None, high: Decimal | None) -> int | None:
    """The one level that the whole range lies in."""
    found = [level for start, level in table if low is None or low >= start]
    first = table[0][1] if low is None else found[-1]
    last = table[-1][1] if high is None else [level for start, level in table if high >= start][-1]
    return first if first == last else None


def per_unit(total: Decimal, lengths: list[Length], unit: str) -> Yardstick | None:
    """The price of one month, credit or clock_hour (`unit`), in cents; None unless both numbers are known.

    Two lengths in credits or hours belong to two awards, and the price to one of them: None.
    """
    if unit == "month":
        length = months(lengths)
        ends = (length.value_min, length.value_max) if length else (None, None)
    else:
        ranges = set(_totals(lengths, {"credit": "credits", "clock_hour": "hours"}[unit]))
        ends = ranges.pop() if len(ranges) == 1 else (None, None)
    if not total > 0 or not all(ends):
        return None
    low, high = (_rounded(total / end, _CENT) for end in reversed(ends))
    price = f"${low:,.2f}" if low == high else f"${low:,.2f} to ${high:,.2f}"
    name = unit.replace("_", " ") + ("s" if max(ends) != 1 else "")
    return Yardstick(low, high, unit, f"${total:,.2f} / {_span(ends)} {name} = {price}")


def _totals(lengths: list[Length], unit: str) -> list[tuple[Decimal | None, Decimal | None]]:
    """The different bounds of the program's lengths in this unit, in their order."""
    found = ((one.value_min, one.value_max) for one in lengths if one.kind == "total" and one.unit == unit)
    return [ends for ends in dict.fromkeys(found) if any(ends)]


def _rounded(value: Decimal | None, step: Decimal) -> Decimal | None:
    return None if value is None else value.quantize(step, ROUND_HALF_UP)


def _span(ends: tuple[Decimal | None, Decimal | None]) -> str:
    low, high = ("" if end is None else f"{end:,f}" for end in ends)
    if low == high:
        return low
    return f"at least {low}" if not high else f"at most {high}" if not low else f"{low} to {high}"
