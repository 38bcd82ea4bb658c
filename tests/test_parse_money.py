"""Amounts of dollars in the typography that schools print them in."""

from decimal import Decimal

import pytest

from pipelines.parse.money import amounts, ends, plain
from pipelines.parse.text import clean

# Printed words, then each amount: exact, a range "800-1500", an open end "500-" or "-500", "!" for millions.
AMOUNTS = [
    ("$4,250", "4250"),
    ("$4,250.00", "4250.00"),
    ("$ 16350", "16350"),
    ("of$3850", "3850"),
    ("*$188.80", "188.80"),
    ("~$3,075", "3075"),
    ("$063.25", "63.25"),
    ("$.50", "0.50"),
    ("$0.00", "0.00"),
    ("-$7,693.00", "7693.00"),
    ("(-$50)", "50"),
    ("$309/cr", "309"),
    ("$25/quarter", "25"),
    ("US$500", "500"),
    ("USD 1,250", "1250"),
    ("$12k", "12000"),
    ("16,350 dollars", "16350"),
    ("19,500 US dollars per year", "19500"),
    ("a ten dollar fee", "10"),
    ("twenty (20) dollars", "20"),
    ("twelve hundred dollars", "1200"),
    ("two thousand five hundred dollars", "2500"),
    ("one hundred fifty dollars ($150)", "150"),
    ("$25 or $25", "25"),
    ("$100.", "100"),
    ("$1,200, then $300.", "1200 300"),
    ("$10 $10", "10 10"),
    ("$800-$1,500", "800-1500"),
    ("$800 – $1,500", "800-1500"),
    ("$800-1,500", "800-1500"),
    ("$800 to $1,500", "800-1500"),
    ("$800 to about $1,500", "800-1500"),
    ("between $800 and $1,500", "800-1500"),
    ("$800 and $1,500", "800 1500"),
    ("5,000 to 6,000 dollars", "5000-6000"),
    ("$500 - $100", "500 100"),
    ("$995 - 40 hours", "995"),
    ("$995 - 12 weeks", "995"),
    ("$1,344 12-18", "1344"),
    ("$5,000+", "5000-"),
    ("$320 – $1,400+", "320-"),
    ("$1,200+tax", "1200"),
    ("at least $900", "900-"),
    ("starting at just $999", "999-"),
    ("as low as $75", "75-"),
    ("well above $50,000", "50000-"),
    ("up to $4,000", "-4000"),
    ("no more than $650", "-650"),
    ("under $3,000", "-3000"),
    ("not less than $500", "500-"),
    ("more than $500", "500-"),
    ("$1.5 million", "1.5!"),
    ("$2 billion", "2!"),
    ("per $1,000 of tuition", ""),
    ("$4.500", ""),
    ("$1,2345", ""),
    ("$12,OOO", ""),
    ("sixteen hundred (1000) dollars", ""),
    ("$", ""),
    ("dollars", ""),
    ("555-1234", ""),
    ("2024-25", ""),
]


def short(amount):
    low, high = ("" if end is None else f"{end:f}" for end in (amount.low, amount.high))
    return (low if low == high else f"{low}-{high}") + "!" * amount.huge


@pytest.mark.parametrize(("text", "want"), AMOUNTS)
def test_amounts(text, want):
    assert " ".join(map(short, amounts(clean(text)))) == want


def test_amounts_know_where_they_stand():
    text = "Tuition $1,200 - $1,500, kit $80"
    assert [text[amount.start : amount.end] for amount in amounts(text)] == ["$1,200 - $1,500", "$80"]


def test_ends_of_a_range():
    text = "from $93 to $95"
    (amount,) = amounts(text)
    assert [(text[end.start : end.end], end.low, end.high) for end in ends(amount)] == [
        ("$93", 93, 93),
        ("$95", 95, 95),
    ]
    (exact,) = amounts("$93")
    assert ends(exact) == [exact]


@pytest.mark.parametrize(
    ("cell", "want"),
    [
        ("2900.00", "2900"),
        ("*1,290", "1290"),
        ("242", "242"),
        ("", None),
        ("n/a", None),
        ("12 weeks", None),
        ("1-2", None),
        ("12, 300.00", "12300"),
        ("12,\n300.00", None),
    ],
)
def test_plain_cells(cell, want):
    assert plain(cell) == (None if want is None else Decimal(want))
