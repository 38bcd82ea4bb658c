"""What is computed from printed lengths, with its arithmetic."""

from decimal import Decimal

import pytest

from pipelines.parse.values import Length
from pipelines.parse.yardstick import award_level, months, per_unit


def length(low, high, unit, kind="total", term=""):
    low, high = (None if end is None else Decimal(end) for end in (low, high))
    return Length(low, high, unit, kind=kind, term=term)


def exact(value, unit, **more):
    return length(value, value, unit, **more)


MONTHS = [
    ([exact("9", "months")], "9.0", "9.0", "months", "9 months, as printed"),
    ([length("9", "12", "months")], "9.0", "12.0", "months", "9 to 12 months, as printed"),
    ([length("10", None, "months")], "10.0", None, "months", "at least 10 months, as printed"),
    ([exact("36", "weeks")], "8.3", "8.3", "weeks", "36 weeks / 4.345 = 8.3 months"),
    ([length("4", "6", "weeks")], "0.9", "1.4", "weeks", "4 to 6 weeks / 4.345 = 0.9 to 1.4 months"),
    ([exact("1.5", "years")], "18.0", "18.0", "years", "1.5 years x 12 = 18.0 months"),
    ([length(None, "1", "years")], None, "12.0", "years", "at most 1 years x 12 = at most 12.0 months"),
    ([exact("46", "weeks"), exact("11.5", "months")], "11.5", "11.5", "months", "11.5 months, as printed"),
    ([exact("2", "years"), exact("80", "weeks")], "18.4", "18.4", "weeks", "80 weeks / 4.345 = 18.4 months"),
    (
        [exact("40", "weeks"), exact("60", "weeks")],
        "9.2",
        "13.8",
        "weeks",
        "40 weeks / 4.345 = 9.2 months; 60 weeks / 4.345 = 13.8 months",
    ),
    ([exact("10", "months"), exact("6", "weeks", kind="component")], "10.0", "10.0", "months", "10 months, as printed"),
]


@pytest.mark.parametrize(("lengths", "low", "high", "basis", "arithmetic"), MONTHS)
def test_months(lengths, low, high, basis, arithmetic):
    found = months(lengths)
    ends = tuple(None if end is None else str(end) for end in (found.value_min, found.value_max))
    assert (*ends, found.basis, found.arithmetic) == (low, high, basis, arithmetic)


@pytest.mark.parametrize(
    "lengths",
    [
        [],
        [exact("900", "hours")],
        [exact("60", "credits", term="semester")],
        [exact("4", "terms", term="semester")],
        [exact("36", "weeks", kind="component")],
        [length("10", None, "months"), length(None, "8", "months")],
    ],
)
def test_no_months(lengths):
    assert months(lengths) is None


SEMESTER, QUARTER = {"term": "semester"}, {"term": "quarter"}

LEVELS = [
    ([exact("299", "hours")], 20, "clock_hours"),
    ([exact("300", "hours")], 21, "clock_hours"),
    ([exact("899", "hours")], 21, "clock_hours"),
    ([exact("900", "hours")], 2, "clock_hours"),
    ([exact("1800", "hours")], 4, "clock_hours"),
    ([exact("8", "credits", **SEMESTER)], 20, "semester_credits"),
    ([exact("29", "credits", **SEMESTER)], 21, "semester_credits"),
    ([exact("36", "credits", **SEMESTER)], 2, "semester_credits"),
    ([exact("36", "credits", **QUARTER)], 21, "quarter_credits"),
    ([exact("36", "credits", term="trimester")], 2, "semester_credits"),
    ([exact("60", "credits", **SEMESTER)], 4, "semester_credits"),
    ([exact("89", "credits", **QUARTER)], 2, "quarter_credits"),
    ([exact("90", "credits", **QUARTER)], 4, "quarter_credits"),
    ([length("30", "59", "credits", **SEMESTER)], 2, "semester_credits"),
    ([length("1800", None, "hours")], 4, "clock_hours"),
    ([length(None, "250", "hours")], 20, "clock_hours"),
    ([exact("8", "weeks")], 20, "weeks"),
    ([exact("24", "weeks")], 21, "weeks"),
    ([exact("6", "months")], 21, "months"),
    ([exact("1", "years")], 2, "years"),
    ([exact("24", "months")], 4, "months"),
    ([exact("900", "hours"), exact("36", "weeks")], 2, "clock_hours"),
    ([exact("36", "weeks"), exact("30", "credits", **SEMESTER)], 2, "semester_credits"),
]


@pytest.mark.parametrize(("lengths", "level", "basis"), LEVELS)
def test_award_level(lengths, level, basis):
    found = award_level(lengths, "certificate")
    assert (found.value_min, found.value_max, found.basis) == (level, level, basis)
    assert found.arithmetic.endswith(f"= level {level}")


@pytest.mark.parametrize(
    ("lengths", "award"),
    [
        ([], "certificate"),
        ([exact("36", "credits")], "certificate"),  # semester or quarter?
        ([exact("9", "months")], "diploma"),  # a school's year, or less than a calendar year
        ([exact("36", "weeks")], "diploma"),
        ([length("200", "400", "hours")], "certificate"),
        ([length("40", None, "credits", **SEMESTER)], "certificate"),
        ([length(None, "1", "years")], "certificate"),
        ([exact("3", "terms", **SEMESTER)], "certificate"),
        ([exact("900", "hours", kind="component")], "certificate"),
        ([exact("900", "hours")], "unknown"),
        ([exact("900", "hours")], "other"),
    ],
)
def test_no_award_level(lengths, award):
    assert award_level(lengths, award) is None


def test_an_associate_degree_is_level_three_by_its_name():
    assert award_level([exact("900", "hours")], "associate").value_min == 3


def test_two_levels_are_a_conflict_and_none_is_guessed():
    found = award_level([exact("900", "hours"), exact("24", "weeks")], "certificate")
    assert (found.value_min, found.value_max, found.basis) == (None, None, "conflict")
    assert found.arithmetic == "900 clock hours = level 2; 24 weeks = level 21"


PRICES = [
    ("12000", [exact("900", "hours")], "clock_hour", "13.33", "13.33", "$12,000.00 / 900 clock hours = $13.33"),
    ("3000", [exact("30", "credits")], "credit", "100.00", "100.00", "$3,000.00 / 30 credits = $100.00"),
    ("9000", [exact("9", "months")], "month", "1000.00", "1000.00", "$9,000.00 / 9.0 months = $1,000.00"),
    (
        "9000",
        [length("9", "12", "months")],
        "month",
        "750.00",
        "1000.00",
        "$9,000.00 / 9.0 to 12.0 months = $750.00 to $1,000.00",
    ),
]


@pytest.mark.parametrize(("total", "lengths", "unit", "low", "high", "arithmetic"), PRICES)
def test_per_unit(total, lengths, unit, low, high, arithmetic):
    found = per_unit(Decimal(total), lengths, unit)
    assert (str(found.value_min), str(found.value_max), found.basis) == (low, high, unit)
    assert found.arithmetic == arithmetic


@pytest.mark.parametrize(
    ("total", "lengths", "unit"),
    [
        ("12000", [], "clock_hour"),
        ("12000", [length("900", None, "hours")], "clock_hour"),
        ("12000", [exact("16", "credits"), exact("30", "credits")], "credit"),
        ("12000", [exact("4", "terms")], "month"),
        ("0", [exact("900", "hours")], "clock_hour"),
        ("12000", [exact("200", "hours", kind="component")], "clock_hour"),
    ],
)
def test_no_price_per_unit(total, lengths, unit):
    assert per_unit(Decimal(total), lengths, unit) is None
