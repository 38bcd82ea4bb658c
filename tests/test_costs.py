"""What tuition pages say of programs that do not say it themselves."""

import pytest

from crawler.extract import tree
from crawler.extract.rates import read_rates
from crawler.extract.tuition_table import Costs, TuitionRow, read_costs
from crawler.extract.words import Page, Program, Words
from crawler.find.costs import CostBook, is_of_credits, likeness, same_name, states_price

FOR_ALL = "<p>All programs are charged by the credit.</p>"
BY_RESIDENCY = """<table><tr><th>Residency</th><th>Tuition per credit</th><th>Fees per credit</th></tr>
    <tr><td>In-district</td><td>$120</td><td>$6.50</td></tr><tr><td>Out-of-state</td><td>$310</td><td>$6.50</td></tr>
    {}</table>"""
TRANSPOSED = """<table><caption>Cost per credit hour</caption><tr><th></th><th>Resident</th><th>Non-resident</th></tr>
    <tr><td>Tuition</td><td>$120</td><td>$310</td></tr><tr><td>Total</td><td>$130</td><td>$320</td></tr></table>"""
RATES = {("In-district, Tuition per credit", "$120"), ("In-district, Fees per credit", "$6.50"),
         ("Out-of-state, Tuition per credit", "$310"), ("Out-of-state, Fees per credit", "$6.50")}  # fmt: skip


def rates(page: str):
    body = tree.speaking(tree.parse(f"<body><h1>Tuition and Fees 2026-27</h1>{page}</body>"))
    return {(word.label, word.text) for word in read_rates(body)}


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (FOR_ALL + BY_RESIDENCY.format(""), RATES),
        ("<h2>Tuition for all credit programs</h2>" + BY_RESIDENCY.format(""), RATES),
        (FOR_ALL + BY_RESIDENCY.format("<tr><td>International</td><td>$400</td><td>$6.50</td></tr>"), RATES),
        (FOR_ALL + TRANSPOSED, {("Cost per credit hour, Tuition, Resident", "$120"),
                                ("Cost per credit hour, Tuition, Non-resident", "$310")}),
        (FOR_ALL + "<table><tr><td>Virginia resident</td><td>$120 per credit</td></tr></table>",
         {("Virginia resident", "$120 per credit")}),
    ],
    ids=["residency in rows", "a heading says it", "abroad left out", "residency in columns", "basis in the cell"],
)  # fmt: skip
def test_a_general_price_of_a_credit(page, found):
    assert rates(page) == found


@pytest.mark.parametrize(
    "page",
    [
        BY_RESIDENCY.format(""),
        "<p>All programs except nursing are charged by the credit.</p>" + BY_RESIDENCY.format(""),
        "<p>Not all programs have the same tuition per credit.</p>" + BY_RESIDENCY.format(""),
        "<p>All programs require a laptop.</p>" + BY_RESIDENCY.format(""),
        FOR_ALL + BY_RESIDENCY.format("<tr><td>Nursing courses</td><td>$180</td><td>$6.50</td></tr>"),
        FOR_ALL + BY_RESIDENCY.format("<tr><td>Online</td><td>$140</td><td>$6.50</td></tr>"),
        FOR_ALL + BY_RESIDENCY.format("") + "<table><tr><td>Dual enrollment</td><td>$40 per credit</td></tr></table>",
        FOR_ALL
        + "<table><tr><th>Residency</th><th>Tuition a year</th></tr><tr><td>In-state</td><td>$4,000</td></tr></table>",
    ],
)
def test_a_price_of_a_credit_that_may_not_be_general(page):
    assert rates(page) == set()


def test_a_page_with_prices_of_programs_has_no_general_price():
    programs = "<table><tr><th>Program</th><th>Tuition</th></tr><tr><td>Welding</td><td>$4,150</td></tr></table>"
    found = read_costs(tree.parse(f"<body>{FOR_ALL}{BY_RESIDENCY.format('')}{programs}</body>"))
    assert [row.program for row in found.rows] == ["Welding"]
    assert found.rates == ()


# --- matching --------------------------------------------------------------------------------------------------------

ROW = TuitionRow("Welding Technology", (Words("price", "Tuition", "$4,150"),))
RATE = (Words("price", "In-district, Tuition per credit", "$120"),)
NONE = Page("", "", ())


def program(name: str, *words: tuple[str, str, str]) -> Program:
    return Program(name, tuple(Words(*word) for word in words))


CREDITS = ("length", "Length", "30 credits")


def book(*entries):
    costs = CostBook()
    for url, rows, general in entries:
        costs.take(url, Costs(rows, general), NONE)
    return costs


def test_a_row_is_matched_by_its_exact_name_alone():
    costs = book(("/tuition", (ROW,), ()))
    assert costs.words_of(program("WELDING  technology")) == [(ROW.words[0], "/tuition")]
    assert costs.words_of(program("Welding Technology Certificate")) == []
    assert costs.words_of(program("Welding")) == []


def test_rows_that_differ_are_none():
    other = TuitionRow("Welding Technology", (Words("price", "Tuition", "$4,500"),))
    assert book(("/a", (ROW,), ()), ("/b", (other,), ())).words_of(program("Welding Technology")) == []
    assert len(book(("/a", (ROW,), ()), ("/b", (ROW,), ())).words_of(program("Welding Technology"))) == 1


def test_what_the_page_says_itself_is_not_said_twice():
    assert book(("/a", (ROW,), ())).words_of(program("Welding Technology", ("price", "Cost", "$4,150"))) == []


@pytest.mark.parametrize(
    ("described", "applies"),
    [
        (program("HVAC", CREDITS), True),
        (program("HVAC", CREDITS, ("price", "Tools", "$650")), True),
        (program("HVAC", CREDITS, ("price", "", "see the tuition page for 2026-27")), True),
        (program("HVAC", CREDITS, ("price", "Tuition", "$3,000")), False),
        (program("HVAC", CREDITS, ("price", "Tuition and books", "3,000")), False),
        (program("HVAC", ("length", "Length", "600 clock hours")), False),
        (program("HVAC"), False),
    ],
)
def test_a_general_price_is_of_programs_of_credits_that_print_none(described, applies):
    assert bool(book(("/tuition", (), RATE)).words_of(described)) == applies


def test_two_general_prices_are_none():
    other = (Words("price", "In-district, Tuition per credit", "$130"),)
    assert book(("/a", (), RATE), ("/b", (), other)).words_of(program("HVAC", CREDITS)) == []
    assert book(("/a", (), RATE), ("/b", (), RATE)).words_of(program("HVAC", CREDITS)) == [(RATE[0], "/a")]


def test_a_disclosure_speaks_of_the_program_that_it_names():
    costs = CostBook()
    costs.take("/ge/welding", Costs(), Page("/ge/welding", "", (program("Welding Tuition and Fees", CREDITS),)))
    assert [word.text for word, _ in costs.words_of(program("Welding"))] == ["30 credits"]
    assert likeness("Certificate Program in Welding") == likeness("Welding Diploma")
    assert likeness("Welding") != likeness("Pipe Welding")


def test_names_and_measures():
    assert same_name("Heating & Cooling", "Heating and cooling")
    assert same_name("EMT Tuition and Fees", "EMT")
    assert not same_name("Tuition and fees", "Costs")
    assert is_of_credits(program("a", CREDITS))
    assert not states_price(program("a", ("price", "Books", "$100"), ("length", "Length", "9 weeks")))
    assert states_price(program("a", ("price", "", "This course is free")))
