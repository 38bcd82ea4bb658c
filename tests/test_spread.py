"""The picture of how prices and lengths spread, and the numbers beside it."""

import re

import pytest

from db.site import words
from db.site.spread import FEW, Spread, picture, top


@pytest.mark.parametrize(
    ("greatest", "axis"),
    [(0, (1, 1)), (4, (4, 1)), (19, (20, 5)), (24, (30, 10)), (9_000, (10_000, 2_500)),
     (34_098, (40_000, 10_000)), (100_001, (150_000, 50_000))],
)  # fmt: skip
def test_the_axis_ends_at_a_round_number(greatest, axis):
    assert top(greatest) == axis


@pytest.mark.parametrize(
    ("values", "quartiles"),
    [([5], (5, 5, 5)), ([1, 3], (1.5, 2, 2.5)), ([5, 1, 4, 2, 3], (2, 3, 4)), ([0, 0], (0, 0, 0))],
)
def test_the_middle_half(values, quartiles):
    spread = Spread.of("", values)
    assert spread.quartiles == quartiles
    assert (spread.low, spread.high) == (min(values), max(values))


def test_few_values_are_dots_and_many_a_box():
    few = picture([Spread.of("Few", range(1, FEW + 1))], "t", words.money)
    many = picture([Spread.of("Many", range(1, FEW + 2))], "t", words.money)
    assert few.count("<circle") == FEW
    assert "<rect" not in few
    assert "<circle" not in many
    assert many.count("<rect") == 1


def test_everything_is_within_the_picture_and_hostile_titles_are_text():
    drawn = picture([Spread.of("<b>", [0, 7, 34_098]), Spread.of("x", [0])], '"><script>', words.money)
    assert all(0 <= float(place) <= 100 for place in re.findall(r'x?[12x]?="([\d.]+)%"', drawn))
    assert "<script" not in drawn
    assert "<b>" not in drawn
    assert "$40,000" in drawn
