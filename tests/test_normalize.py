"""Words of a page become figures: what is said twice is one figure, what contradicts itself is marked."""

import pytest

from db.records import Listing, Words
from pipelines.normalize import LONGEST, figures


def prices(*words):
    """(amount, component, status, printed) of the figures that the page itself prints."""
    listing = Listing("s", "l", "1", "Welding", words=[Words("price", text, label) for label, text in words])
    own = [f for f in figures(listing) if f.label != "from this listing's own figures"]
    return [(f.value_min, f.component, f.status, f.printed) for f in own]


def test_three_prices_for_one_thing_are_three_conflicting_figures():
    read = prices(("Tuition", "$12,950"), ("", "Tuition for the program is $13,500."), ("Tuition", "$14,355"))
    assert read == [
        (12950, "tuition", "conflicting", "$12,950"),
        (13500, "tuition", "conflicting", "Tuition for the program is $13,500."),
        (14355, "tuition", "conflicting", "$14,355"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        [("Tuition", "$9,000"), ("Books", "$400"), ("Total", "$9,400")],
        [("Tuition, In-State", "$9,000"), ("Tuition, Out-of-State", "$12,000")],
        [("2025-26 Tuition", "$9,000"), ("2026-27 Tuition", "$9,500")],
        [("Tuition per credit", "$90"), ("Tuition", "$9,000")],
        [("Lab fee", "$100"), ("Technology fee", "$50")],
    ],
)
def test_prices_of_different_things_do_not_conflict(words):
    assert {status for _, _, status, _ in prices(*words)} == {"published"}


def test_what_is_said_twice_is_one_figure_with_the_first_receipt():
    assert prices(("Tuition", "$9,000"), ("Cost", "Tuition is $9,000.")) == [(9000, "tuition", "published", "$9,000")]


@pytest.mark.parametrize(
    ("award", "length", "unit"),
    [
        ("Associate of Arts", "62 Hours", "credits"),
        ("Associate of Arts", "1,200 Hours", "hours"),
        ("Certificate", "62 Hours", "hours"),
    ],
)
def test_a_degree_of_few_hours_counts_credit_hours(award, length, unit):
    words = [Words("length", length), Words("award", award)]
    [found] = [f for f in figures(Listing("s", "l", "1", "Arts", words=words)) if f.printed == length]
    assert (found.unit, found.printed) == (unit, length)


def test_words_that_say_nothing_are_kept_as_they_are():
    [figure] = figures(Listing("s", "l", "1", "Welding", words=[Words("price", "See the tuition page", "Tuition")]))
    assert (figure.status, figure.printed, figure.value_min) == ("unparsed", "See the tuition page", None)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (Words("length", "The program takes 9 months."), "9 months"),
        (Words("price", "Tuition — $9,000"), "Tuition — $9,000"),  # the reader sees a plain dash: the words as printed
        (Words("length", "9 months", "Length", printed="P9M"), "P9M"),
        (Words("delivery", "Online. " + "x " * 400), "Online. " + "x " * 146),
    ],
)
def test_the_receipt_is_what_stands_on_the_page(words, printed):
    first = figures(Listing("s", "l", "1", "Welding", words=[words]))[0]
    assert first.printed == printed[:LONGEST]
