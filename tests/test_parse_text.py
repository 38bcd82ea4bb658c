"""Typography and numbers, before any reader."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.parse.text import LIMIT, NUMBER, clean, number

CLEANED = [
    ("  Program\n length:\t36   weeks ", "Program length: 36 weeks"),
    ("12–15\u00a0weeks", "12-15 weeks"),
    ("6‑8 weeks", "6-8 weeks"),
    ("Day—36 weeks", "Day - 36 weeks"),
    ("$1,250 − $1,400", "$1,250 - $1,400"),
    ("a bachelor’s “degree”", 'a bachelor\'s "degree"'),
    ("certi\u00adfi\u200bcate", "certificate"),
    ("ﬁnancial ﬂuency", "financial fluency"),
    ("1½ years", "1 1/2 years"),
    ("2 ½ years", "2 1/2 years"),
    ("¾ time", "3/4 time"),
    ("1,500² hours", "1,500 hours"),
    ("600 hours†", "600 hours"),
    ("90 Hours • 4 Weeks", "90 Hours | 4 Weeks"),
    ("９００ hours", "900 hours"),
    ("Tuition…$900", "Tuition...$900"),
    ("Crème École", "Crème École"),
    ("", ""),
    ("\u00a0\u200b", ""),
]


@pytest.mark.parametrize(("words", "plain"), CLEANED)
def test_clean(words, plain):
    assert clean(words) == plain
    assert clean(plain) == plain


def test_clean_cuts_at_a_space_so_that_no_number_is_cut():
    text = clean("1,250 " * LIMIT)
    assert len(text) <= LIMIT
    assert set(text.split()) == {"1,250"}
    assert clean("9" * 3 * LIMIT) == ""
    assert clean(" " * 100_000 + "36 weeks") == ""


NUMBERS = [
    ("36", "36"),
    ("1,250", "1250"),
    ("1,290.5", "1290.5"),
    ("22.75", "22.75"),
    ("one", "1"),
    ("twelve", "12"),
    ("twenty-four", "24"),
    ("Twenty four", "24"),
    ("forty", "40"),
    ("fourty", "40"),
    ("ninety-nine", "99"),
    ("one hundred", "100"),
    ("one hundred fifty", "150"),
    ("three hundred and twenty", "320"),
    ("fifteen hundred", "1500"),
    ("one thousand two hundred", "1200"),
    ("two thousand one hundred and twelve", "2112"),
    ("twelve (12)", "12"),
    ("Thirty-Six (36)", "36"),
    ("12 (twelve)", "12"),
    ("four hundred eighty (480)", "480"),
    ("one thousand five hundred (1,500)", "1500"),
    ("2 1/2", "2.5"),
    ("2-1/2", "2.5"),
    ("1/2", "0.5"),
    ("3/4", "0.75"),
    ("two and a half", "2.5"),
    ("one and one-half", "1.5"),
    ("one-half", "0.5"),
    ("two and a half (2 1/2)", "2.5"),
]


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_number(words, value):
    found = re.match(NUMBER, words, re.I)
    assert found
    assert found[0] == words
    assert number(words) == Decimal(value)


@pytest.mark.parametrize("words", ["twelve (14)", "sixteen hundred (1,500)", "36 (thirty)"])
def test_words_and_digits_that_contradict_each_other_are_no_number(words):
    assert re.fullmatch(NUMBER, words, re.I)
    assert number(words) is None


@pytest.mark.parametrize("words", ["two hundred and three hundred", "", "week", "12,34", "1.2.3", "(12)"])
def test_what_is_no_number(words):
    assert number(words) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("two to three weeks", ["two", "three"]),
        ("often, someone, weight, tent", []),
        ("10,20 or 30", ["10", "20", "30"]),
        ("12345678901", []),
        ("1.2.3", []),
        ("one two", ["one", "two"]),
        ("1/2/2026", ["1", "2", "2026"]),
    ],
)
def test_where_numbers_stand(words, found):
    assert [match[0] for match in re.finditer(rf"\b(?:{NUMBER})", words)] == found


@settings(max_examples=100, derandomize=True)
@given(st.text(max_size=300))
def test_any_text_can_be_cleaned_and_its_numbers_read(words):
    text = clean(words)
    assert text == clean(text)
    assert text == text.strip()
    for match in re.finditer(NUMBER, text, re.I):
        value = number(match[0])
        assert value is None or value >= 0
