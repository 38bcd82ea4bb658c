"""What holds for every text: readers never raise, never make up a number, and look only at a fact's worth of words."""

import json
import re
from dataclasses import astuple
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipelines.parse import accreditation, award, delivery, length, price
from pipelines.parse.text import LIMIT, NUMBER, clean, number
from pipelines.parse.values import Accreditation, Award, Context, Delivery, Length, Price
from pipelines.parse.wire import READERS, answer, figure_dict

few = settings(max_examples=60, derandomize=True, deadline=None, database=None)

# The vocabulary of program pages, so that random texts reach the rules and not only the first pattern.
FRAGMENTS = [
    *("Tuition", "Fees:", "Total cost", "$4,250", "$ 93.50", "$1,200 - $1,800", "per credit", "per semester", "/yr"),
    *(
        "in-state",
        "out-of-state",
        "books",
        "scholarship",
        "deposit",
        "of",
        "and",
        "or",
        "to",
        "from",
        "a",
        "the",
        "not",
    ),
    *(
        "no",
        "36",
        "36 weeks",
        "900 clock hours",
        "64 credits",
        "two",
        "twenty (20)",
        "one-year",
        "1 1/2 years",
        "–",
        "½",
    ),
    *(
        "12-18 months",
        "externship",
        "full-time",
        "up to",
        "at least",
        "hours",
        "semesters",
        "(",
        ")",
        ".",
        ";",
        "|",
        ",",
    ),
    *("online", "on campus", "hybrid", "labs", "exam", "classroom", "certificate", "diploma", "A.A.S.", "associate"),
    *("degree", "high school", "toward", "accredited by", "approved by", "seeking", "is not", "licensed by", "ACCSC"),
    *("CAAHEP", "the Ohio Board of Nursing", "U.S. Department of Education", "@0@", "@3@", "program", "school", "100%"),
    *("40%", "2026-27", "9:30 a.m.", "ages 18"),
]
texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(FRAGMENTS), max_size=25).map(" ".join),
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=15).map("".join),
)
contexts = st.builds(
    Context,
    heading=st.sampled_from(["", "Program | Tuition | Books", "Accreditation", "Length", "In-state"]),
    label=st.sampled_from(["", "Tuition", "Duration", "Clock hours", "Award", "Delivery", "Accredited by"]),
    public=st.sampled_from([None, True, False]),
    calendar=st.sampled_from(["", "semester", "quarter"]),
)


def printed_numbers(words):
    """Every number that words contain, in digits or spelled; an article may stand for one."""
    text = clean(words)
    found = {Decimal(digits.replace(",", "")) for digits in re.findall(r"\d[\d,]*(?:\.\d+)?|\.\d+", text, re.A)}
    found |= {number(match[0]) for match in re.finditer(NUMBER, text, re.I)} - {None}
    if re.search(r"\b(?:an?|one|each|per|single)\b", text, re.I):
        found.add(Decimal(1))
    return found


@given(texts, contexts)
@few
@example("", Context())
@example("@5@ accredited by @7@", Context(label="Accreditation"))
def test_every_reader_answers_every_text(words, context):
    for kind, types in (
        ("length", Length),
        ("price", Price),
        ("award", Award),
        ("delivery", Delivery),
        ("accreditation", Accreditation),
    ):
        values = READERS[kind](words, context)
        for value in values if isinstance(values, list) else [values]:
            assert isinstance(value, types)
            json.dumps(figure_dict(value))


@given(texts, contexts)
@few
def test_no_length_and_no_price_is_made_up(words, context):
    numbers = printed_numbers(words)
    for value in length.read(words, context):
        assert {value.value_min, value.value_max} - {None} <= numbers, value
    for value in price.read(words, context):
        assert {value.amount_min, value.amount_max} - {None} <= numbers, value


@given(texts)
@few
def test_reading_twice_gives_the_same(words):
    for read in READERS.values():
        assert read(words) == read(words)


PRICES = [
    "Tuition: $4,250.",
    "The program costs $12,900.",
    "Tuition and fees are $6,724 and books are $500.",
    "$93.50 per credit for residents.",
    "Total: $15,740.",
    "Tuition $2,300, fees $150, supplies $700.",
]


@given(st.sampled_from(PRICES), st.integers(100, 20_000))
@few
def test_a_scholarship_changes_no_price(words, amount):
    def of_the_program(text):
        return [astuple(item)[:6] for item in price.read(text) if item.component != "other"]

    alone = of_the_program(words)
    assert alone
    assert of_the_program(f"{words} Scholarships of ${amount:,} are available.") == alone


FILLERS = [
    "lorem ipsum ",
    "- ",
    "(",
    "9",
    "$1",
    "a-",
    "state of ",
    "@0@ ",
    "½",
    "\u00a0",
    "Board of the ",
    "in or ",
    "\n",
]


@pytest.mark.parametrize("filler", FILLERS)
def test_a_page_is_not_a_fact(filler):
    """Hostile inputs are cut: what stands behind the limit is not read."""
    page = (filler * (100_000 // len(filler)))[:100_000]
    fact = ". Tuition $7,777. Length: 77 weeks. Associate degree. Hybrid. Accredited by ACCSC."
    for read in READERS.values():
        values = read(page + fact)
        for value in values if isinstance(values, list) else [values]:
            said = {key: text for key, text in figure_dict(value).items() if key != "printed"}
            assert not re.search("7777|77|ACCSC|hybrid|associate", json.dumps(said)), said
    assert len(clean(page + fact)) <= LIMIT


def test_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="length, cost, price, credential, award, delivery, accreditation"):
        answer("salary", "$40,000")


ANSWERS = [
    ("length", "36 weeks", {"value_min": 36, "value_max": 36, "unit": "weeks", "kind": "total", "pace": None}),
    (
        "cost",
        "$93.50 per credit",
        {"amount_min": 93.5, "amount_max": 93.5, "currency": "USD", "basis": "credit", "component": "tuition"},
    ),
    (
        "accreditation",
        "Accredited by ACCSC",
        {"accreditor": "ACCSC", "level": "institutional", "status": "accredited"},
    ),
    ("accreditation", "We are not accredited", {"accreditor": None, "level": "institutional", "status": "none"}),
]


@pytest.mark.parametrize(("kind", "words", "item"), ANSWERS)
def test_items_on_the_wire(kind, words, item):
    (got,) = answer(kind, words)["items"]
    assert {key: got[key] for key in item} == item
    assert "printed" not in got


def test_awards_and_modes_on_the_wire():
    both = answer("credential", "Certificate or AAS")
    assert (both["credential"], both["any_of"], both["subtype"]) == ("multiple", ["certificate", "associate"], "AAS")
    assert "subtype" not in answer("award", "Diploma")
    labs = answer("delivery", "Lectures online, labs in person")
    assert (labs["delivery"], labs["in_person"]) == ("hybrid", ["lab"])
    assert answer("delivery", "")["in_person"] == []


def test_a_figure_keeps_its_words():
    assert figure_dict(award.read("Earn a Diploma"))["printed"] == "Earn a Diploma"
    assert figure_dict(delivery.read("100% online"))["value"] == "online"
    assert figure_dict(accreditation.read("accredited by HLC")[0])["accreditor"] == "HLC"
