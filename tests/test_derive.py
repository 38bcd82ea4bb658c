"""What follows from a listing's own words: months, totals, prices per unit, award level; each keeps its arithmetic."""

import pytest

from db.records import Listing, Words
from pipelines.normalize import figures, name_field


def read(*words, **columns):
    """The figures of a page that prints these (kind, label, text)."""
    printed = [Words(kind, text, label) for kind, label, text in words]
    return figures(
        Listing("al_alder", "/program", "100001", "Program", words=printed, url="https://x.example/", **columns)
    )


def found(all_figures, **columns):
    return [f for f in all_figures if all(getattr(f, name) == value for name, value in columns.items())]


def test_weeks_give_months_with_their_arithmetic():
    (months,) = found(read(("length", "Program length", "36 weeks")), unit="months")
    assert (months.value_min, months.value_max, months.status) == (8.3, 8.3, "computed")
    assert "36 weeks / 4.345" in months.printed


def test_printed_months_are_not_made_again():
    (months,) = found(read(("length", "Program length", "46 weeks (11.5 months)")), unit="months")
    assert (months.value_min, months.status) == (11.5, "published")


def test_hours_and_credits_are_both_kept_and_never_converted():
    all_figures = read(("length", "Clock hours", "900"), ("length", "Credits", "90 quarter credits"))
    assert {(f.value_min, f.unit) for f in found(all_figures, kind="length")} == {(900, "hours"), (90, "credits")}
    assert not found(all_figures, unit="months")


def test_parts_are_summed_and_say_so():
    all_figures = read(("price", "Tuition", "$3,200"), ("price", "Books", "$640"))
    (total,) = found(all_figures, component="total", basis="program")
    assert (total.value_min, total.status, total.what, total.level) == (3840, "computed", "tuition, books", "complete")
    assert "= 3,840" in total.printed


def test_a_printed_total_is_the_total():
    all_figures = read(("price", "Tuition", "$3,200"), ("price", "Books", "$640"), ("price", "Total", "$4,000"))
    (total,) = found(all_figures, component="total", basis="program")
    assert (total.value_min, total.status) == (4000, "published")


def test_a_price_per_credit_needs_exact_credits():
    per_credit = ("price", "Tuition per credit", "$100")
    (total,) = found(read(per_credit, ("length", "Credits", "30")), component="total", basis="program")
    assert (total.value_min, total.status) == (3000, "computed")
    assert not found(read(per_credit, ("length", "Credits", "30-36")), component="total", basis="program")
    assert not found(read(per_credit), component="total", basis="program")


def test_prices_that_contradict_each_other_are_conflicting_and_all_kept():
    all_figures = read(("price", "Tuition", "$9,000"), ("price", "Tuition", "$9,500"))
    assert [f.value_min for f in found(all_figures, component="tuition")] == [9000, 9500]
    (total,) = found(all_figures, component="total", basis="program")
    assert (total.status, total.value_min, total.value_max) == ("conflicting", 9000, 9500)


def test_a_price_a_year_makes_no_total():
    all_figures = read(("price", "Tuition", "$4,250 per year"), ("length", "Program length", "2 years"))
    assert not found(all_figures, component="total", kind="price")


def test_price_per_month_credit_and_clock_hour():
    all_figures = read(("price", "Total cost", "$9,000"), ("length", "Program length", "9 months, 900 clock hours"))
    per = {f.basis: f.value_min for f in found(all_figures, kind="price", component="total", status="computed")}
    assert per == {"month": 1000, "clock_hour": 10}


@pytest.mark.parametrize(
    ("award", "length", "level"),
    [
        ("Diploma", ("Clock hours", "900"), "2"),
        ("Certificate", ("Clock hours", "160"), "20"),
        ("Certificate", ("Credits", "36 semester credits"), "2"),
        ("Certificate", ("Credits", "36 quarter credits"), "21"),
        ("Certificate", ("Credits", "36"), None),
        ("Associate of Applied Science", ("Credits", "64"), "3"),
    ],
)
def test_award_level_only_from_a_number_in_its_own_unit(award, length, level):
    levels = found(read(("award", "Award", award), ("length", *length)), unit="awlevel")
    assert [f.value for f in levels] == ([level] if level else [])


def test_words_that_are_not_understood_stay():
    (figure,) = read(("price", "Tuition", "call for pricing"))
    assert (figure.status, figure.printed, figure.value_min) == ("unparsed", "call for pricing", None)


@pytest.mark.parametrize(
    ("name", "words", "cip", "basis"),
    [
        ("Medical Assisting", [Words("cip", "CIP 51.0801")], "51.0801", "printed"),
        ("Medical Assisting", [Words("cip", "51.071")], "51.0710", "printed"),
        ("Medical Assisting Diploma", [], "51.0801", "mapped_by_title"),
        ("Medical Billing & Coding", [], "51.0713", "mapped_by_title"),
        ("Basket Weaving", [], "", "unknown"),
    ],
)
def test_the_field_is_as_printed_or_a_suggestion_that_says_so(name, words, cip, basis):
    listing = Listing("al_alder", "/program", "100001", name, words=words)
    name_field(listing)
    assert (listing.cip, listing.cip_basis) == (cip, basis)
