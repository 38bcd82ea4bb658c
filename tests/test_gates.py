"""Plausibility gates: computed from IC_PY, kept as reference data, and what they mark."""

import pytest

from db.collected import connect
from db.records import Figure, Listing
from pipelines.gates import Gate, compute, gate_of, quantities, reference
from pipelines.validate import mark

GATE = Gate("51.0801", "", "price", 482, 4000.0, 15000.0, 21000.0)


def figure(kind, value, unit, component="total", status="published", basis="program"):
    return Figure("s", "l", kind, str(value), status=status, value_min=value, value_max=value, unit=unit,
                  component=component, basis=basis)  # fmt: skip


def price(value, component="tuition_and_fees", **columns):
    return figure("price", value, "USD", component, **columns)


def length(value, unit, **columns):
    return figure("length", value, unit, **columns)


@pytest.mark.parametrize(
    ("value", "said"),
    [(15_000, ""), (4_000, ""), (63_000, ""), (63_001, "far above"), (1_334, ""), (1_333, "far below")],
)
def test_a_gate_is_three_times_as_wide_as_what_is_usual(value, said):
    doubt = GATE.doubt(value)
    assert said in doubt
    assert bool(doubt) == bool(said)
    assert not doubt or "nine in ten of 482 CIP 51.0801 records lie from 4,000 to 21,000 USD" in doubt


def test_quantities_of_a_program_and_their_ratios():
    known = quantities([price(9_000), length(900, "hours"), length(9, "months")])
    assert known == {"price": 9_000, "hours": 900, "months": 9, "price_per_hour": 10, "hours_per_month": 100}


@pytest.mark.parametrize(
    "other",
    [
        price(300, basis="credit"),
        price(4_000, basis="year"),
        price(640, component="books"),
        price(9_000, status="computed"),
        length(160, "hours", component="component"),
        length(36, "credits"),
        length(12, "months", status="implied"),
    ],
)
def test_what_is_not_the_whole_programs_is_not_compared(other):
    assert quantities([other]) == {}


@pytest.mark.parametrize(
    ("cip", "award", "quantity", "found"),
    [
        ("51.0801", "certificate", "price", ("51.0801", "certificate")),
        ("51.0801", "", "price", ("51.0801", "")),
        ("51.9998", "", "price", ("51", "")),
        ("98.9999", "", "price", ("", "")),
        ("", "", "hours_per_month", ("", "")),
    ],
)
def test_the_narrowest_gate_is_taken(cip, award, quantity, found):
    gate = gate_of(cip, award, quantity)
    assert (gate.cip, gate.award) == found
    assert gate.n >= 20


def test_the_reference_gates_are_in_order_and_sound():
    gates = reference()
    assert len(gates) > 300
    assert all(0 < gate.p05 <= gate.p50 <= gate.p95 for gate in gates.values())
    assert list(gates) == sorted(gates)


def test_an_implausible_price_is_marked_with_all_that_is_made_of_it():
    total = price(142_558, "total", status="computed")
    listing = Listing("s", "l", "100001", "", cip="51.0801", figures=[price(141_770), price(788, "books"), total])
    mark(listing)
    assert ["141,770 is far above" in f.look_again for f in listing.figures] == [True, False, True]


def test_a_pair_that_does_not_fit_marks_both():
    listing = Listing("s", "l", "100001", "", cip="51.0801", figures=[length(900, "hours"), length(2, "months")])
    mark(listing)
    assert all(f.look_again.startswith("hours_per_month 450") for f in listing.figures)


def test_an_ordinary_program_is_not_marked():
    figures = [price(15_480), length(900, "hours"), length(9, "months")]
    listing = Listing("s", "l", "100001", "", cip="51.0801", figures=figures)
    mark(listing)
    assert [f.look_again for f in listing.figures] == ["", "", ""]


def test_the_command_computes_the_reference_from_the_published_files(whole_home):
    db = connect(whole_home.folder / "collected.db")
    assert {(g.cip, g.award, g.quantity): g for g in compute(db)} == reference()
    db.conn.close()
