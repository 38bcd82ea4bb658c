"""The price from start to finish, in the order of trust."""

from decimal import Decimal

import pytest

from pipelines.parse.price import read
from pipelines.parse.total import to_completion
from pipelines.parse.values import Context, Length, Price


def price(amount, component="tuition", basis="program", high=None, **more):
    return Price(Decimal(amount), Decimal(amount if high is None else high), basis, component, **more)


def credits(low, high=None, kind="total"):
    return Length(Decimal(low), Decimal(low if high is None else high), "credits", kind)


def terms(count):
    return Length(Decimal(count), Decimal(count), "terms")


def summary(total):
    return total and (int(total.amount_min), total.status, total.is_complete, total.arithmetic)


TUITION, FEES, BOOKS, SUPPLIES = price(3200), price(100, "fees"), price(500, "books"), price(200, "supplies")

CASES = {
    "the printed total": ([TUITION, FEES, price(4100, "total")], [], (4100, "published", True, "total 4,100")),
    "a total without its books": (
        [price(4100, "total", includes_books=False)],
        [],
        (4100, "published", False, "total 4,100"),
    ),
    "the sum of parts": (
        [TUITION, FEES, SUPPLIES],
        [],
        (3500, "computed", True, "tuition 3,200 + fees 100 + supplies 200 = 3,500"),
    ),
    "one printed part": ([TUITION], [], (3200, "published", True, "tuition 3,200")),
    "books are not counted twice": (
        [price(3200, includes_books=True), BOOKS],
        [],
        (3200, "published", True, "tuition 3,200"),
    ),
    "books are known to be missing": (
        [price(3200, includes_books=False)],
        [],
        (3200, "published", False, "tuition 3,200"),
    ),
    "books are printed apart": (
        [price(3200, includes_books=False), BOOKS],
        [],
        (3700, "computed", True, "tuition 3,200 + books 500 = 3,700"),
    ),
    "tuition and fees with their breakdown": (
        [TUITION, FEES, price(3300, "tuition_and_fees"), BOOKS],
        [],
        (3800, "computed", True, "tuition and fees 3,300 + books 500 = 3,800"),
    ),
    "tuition and fees with other fees": (
        [price(3300, "tuition_and_fees"), FEES],
        [],
        (3300, "published", False, "tuition and fees 3,300"),
    ),
    "fees of different names": (
        [TUITION, price(100, "fees", what="lab_fee"), price(50, "fees", what="technology_fee")],
        [],
        (3350, "computed", True, "tuition 3,200 + fees 100 + fees 50 = 3,350"),
    ),
    "fees of an unknown number of terms": (
        [TUITION, price(50, "fees", "term")],
        [],
        (3200, "published", False, "tuition 3,200"),
    ),
    "fees of a printed number of terms": (
        [TUITION, price(50, "fees", "term")],
        [terms(3)],
        (3350, "computed", True, "tuition 3,200 + fees 3 terms x 50 = 150 = 3,350"),
    ),
    "credits": (
        [price(128, basis="credit"), FEES],
        [credits(60)],
        (7780, "computed", True, "60 credits x 128 = 7,680 + fees 100 = 7,780"),
    ),
    "a fee for every credit": (
        [price("128.50", basis="credit"), price(10, "fees", "credit")],
        [credits(60)],
        (8310, "computed", True, "60 credits x 128.50 = 7,710 + fees 60 credits x 10 = 600 = 8,310"),
    ),
    "parts before credits": (
        [price(128, basis="credit"), TUITION],
        [credits(60)],
        (3200, "published", True, "tuition 3,200"),
    ),
    "credits from ... to ...": ([price(128, basis="credit")], [credits(60, 64)], None),
    "two numbers of credits": ([price(128, basis="credit")], [credits(60), credits(64)], None),
    "credits of a component": ([price(128, basis="credit")], [credits(60, kind="component")], None),
    "no credits": ([price(128, basis="credit")], [], None),
    "years are never multiplied": ([price(4000, basis="year")], [Length(Decimal(2), Decimal(2), "years")], None),
    "terms of tuition are not multiplied": ([price(1900, basis="term")], [terms(4)], None),
    "cost of attendance": ([price(18000, "other", what="cost_of_attendance")], [], None),
    "deposits and the like": ([price(300, "other", "one_time", what="deposit")], [], None),
    "books alone": ([BOOKS, FEES], [], None),
    "nothing": ([], [], None),
    "two totals": ([price(4100, "total"), price(4300, "total")], [], None),
    "two tuitions": ([TUITION, price(3400)], [], None),
    "two prices of books": ([TUITION, BOOKS, price(600, "books")], [], None),
    "the same price twice": ([TUITION, TUITION], [], (3200, "published", True, "tuition 3,200")),
    "the last of two academic years": (
        [price(3000, academic_year="2025-26"), price(3200, academic_year="2026-27")],
        [],
        (3200, "published", True, "tuition 3,200"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_to_completion(case):
    prices, lengths, want = CASES[case]
    assert summary(to_completion(prices, lengths)) == want


def test_a_range_is_no_conflict():
    total = to_completion([price(3200, high=3600), BOOKS], [])
    assert (total.amount_min, total.amount_max) == (3700, 4100)
    assert total.arithmetic == "tuition 3,200-3,600 + books 500 = 3,700-4,100"


def test_paces_make_a_range():
    total = to_completion([price(3200, pace="full-time"), price(3600, pace="part-time")], [])
    assert (total.amount_min, total.amount_max) == (3200, 3600)


def test_open_ends_stay_open():
    at_least = to_completion([Price(Decimal(3200), None, "program", "tuition"), BOOKS], [])
    assert (at_least.amount_min, at_least.amount_max, at_least.is_complete) == (3700, None, False)
    at_most = to_completion([Price(None, Decimal(3200), "program", "tuition")], [])
    assert (at_most.amount_min, at_most.amount_max, at_most.arithmetic) == (None, 3200, "tuition up to 3,200")


def test_residencies():
    prices = [
        price(128, basis="credit", residency="in_state"),
        price(344, basis="credit", residency="out_of_state"),
        BOOKS,
    ]
    resident, other = (to_completion(prices, [credits(30)], who) for who in ("in_state", "out_of_state"))
    assert (resident.amount_min, resident.residency) == (4340, "in_state")
    assert (other.amount_min, other.residency) == (10820, "out_of_state")
    assert to_completion(prices, [credits(30)]) is None
    assert to_completion([TUITION], [], "in_state").residency == "any"


def test_covers():
    assert to_completion([TUITION, FEES, SUPPLIES], []).covers == ("tuition", "fees", "supplies")
    assert to_completion([price(1, "tuition_and_fees", includes_books=True)], []).covers == ("tuition", "fees", "books")
    assert to_completion([price(1, "total")], []).covers == ("total",)


def test_from_the_printed_words():
    prices = read("Registration fee $75 Tuition $10,400.00 Supply kit $1,350.00 Books $420.00")
    assert to_completion(prices, []).arithmetic == "tuition 10,400 + books 420 + supplies 1,350 = 12,170"
    prices = read("In-district $104/credit; out-of-district $159/credit", Context(label="Tuition"))
    assert to_completion(prices, [credits(30)], "in_district").amount_max == 3120
