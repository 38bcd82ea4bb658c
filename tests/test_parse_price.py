"""Prices as schools print them. A new way of printing a price is a new row of prices.txt."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.parse.price import read
from pipelines.parse.values import Context

PARTS = {"tuition", "fees", "tuition_and_fees", "books", "supplies", "total"}


def short(prices):
    """Prices of study as "4500 program tuition any", a range as "800-1500", an open end as "500-" or "-500"."""
    found = []
    for price in prices:
        if price.component in PARTS:
            ends = (price.amount_min, price.amount_max)
            low, high = ("" if end is None else f"{end:f}".removesuffix(".00") for end in ends)
            amount = low if low == high else f"{low}-{high}"
            found.append(f"{amount} {price.basis} {price.component} {price.residency}")
    return sorted(found)


# The money that is no price of study, by `what`.
OTHERS = [
    ("Rent at Bluff Hall: $2,310 per semester", "2310-2310 term room_board"),
    ("Bluff Hall $2,310", "2310-2310 one_time room_board"),
    ("Tuition increases range from $3 to $7 per credit hour", "3-7 credit increase"),
    ("Out-of-state fee: $1,650", "1650-1650 one_time surcharge"),
    ("Audit fee $135 per credit", "135-135 credit audit_fee"),
    ("Graduates earn $18 to $24 an hour", "18-24 hour wage"),
    ("Median wage $21.35 per hour", "21.35-21.35 hour wage"),
    ("Average salary: $46,200 per year", "46200-46200 year wage"),
    ("A $500 scholarship is available", "500-500 one_time scholarship"),
    ("Deposit: $300", "300-300 one_time deposit"),
    ("Registration: $150", "150-150 one_time registration_fee"),
    ("A five dollar application fee", "5-5 one_time application_fee"),
    ("application fee of thirty-five (35) dollars", "35-35 one_time application_fee"),
    ("First installment of $1,250", "1250-1250 one_time installment"),
    ("Late fee $25", "25-25 one_time penalty"),
    ("NCLEX-PN exam: $200", "200-200 one_time exam_fee"),
    ("Background check: $48", "48-48 one_time screening_fee"),
    ("Cost of attendance: $22,340", "22340-22340 one_time cost_of_attendance"),
    ("Sales tax: $96.44", "96.44-96.44 one_time sales_tax"),
    ("a tuition increase of $3 per credit hour", "3-3 credit increase"),
    ("Was $1,299 Now", "1299-1299 one_time previous_price"),
    ("Registration Fee $25/quarter", "25-25 term registration_fee"),
    ("$200 minimum tuition, plus fees", "200-200 one_time fee_floor"),
    ("Level I: $4,991 due July 6", "4991-4991 one_time installment"),
    ("Tuition: $1,750 x 2 payments", "1750-1750 one_time installment"),
    ("Room: $2,200 per semester", "2200-2200 term room_board"),
    ("The district spends $12,000 per student", "12000-12000 one_time funding"),
    ("The total charges payable upon enrollment: $250", "250-250 one_time installment"),
    ("Group rate: $450 per person for 5 or more", "450-450 one_time discount"),
    ("CEUs: $15 per contact hour", "15-15 clock_hour continuing_education"),
    ("Cost of this on-line review is $80", "80-80 one_time exam_fee"),
]

IN_CONTEXT = [
    ("$2,736 per semester", Context(label="Bluff Hall")),
    ("$2,736 per semester", Context(label="Rocket Complex")),
    ("$2,736 per semester", Context(label="Rocket Complex", heading="Living here")),
    ("Rocket Complex: $2,736 per semester", Context(heading="Nursing Program")),
    ("$2,736 per semester", Context(heading="Nursing Program"), "2736 term tuition any"),
    ("$2,736 per semester", Context(label="Full-time students"), "2736 term tuition any"),
    ("$2,736 per semester", Context(label="Cost"), "2736 term tuition any"),
    ("$72 per in-state credit hr.", Context(label="Tuition"), "72 credit tuition in_state"),
    ("$1,650 per semester", Context(label="Out-of-State Fee"), "1650 term fees out_of_state"),
    ("$4,250", Context(label="Tuition"), "4250 program tuition any"),
    ("4,250", Context(label="Tuition"), "4250 program tuition any"),
    ("Free", Context(label="Tuition"), "0 program tuition any"),
    ("No charge", Context(label="Tuition"), "0 program tuition any"),
    ("$309", Context(label="Cost per credit"), "309 credit tuition any"),
    ("$12,000", Context(label="Total"), "12000 program total any"),
    ("12000", Context(label="Total cost"), "12000 program total any"),
    ("$650", Context(label="Books and supplies"), "650 program books any"),
    ("$8,500*", Context(label="Estimated program cost (in-district)"), "8500 program total in_district"),
    ("$350/month", Context(label="Tuition"), "350 month tuition any"),
    ("$14,500", Context(heading="Tuition and Fees"), "14500 program tuition_and_fees any"),
    ("$14,500", Context(heading="Welding Technology Program"), "14500 program total any"),
    ("Welding Technology - $6,950", Context(heading="Tuition"), "6950 program tuition any"),
    ("Adult students: $1,200", Context(heading="Tuition"), "1200 program tuition any"),
    ("Online: $1,995", Context(label="Tuition"), "1995 program tuition any"),
    ("Gas: $400", Context(heading="Tuition & Fees")),
    ("CastleBranch - $130", Context(label="Program Costs")),
    ("The average homeowner pays $180 in property tax", Context(label="Tuition")),
    ("Medical assistants make about $17.80 an hour.", Context(heading="Tuition")),
    ("You could earn up to $75,000 your first year", Context(label="Tuition & Financial Aid")),
    ("Save up to $1,500", Context(label="Tuition")),
    ("Certification: $115", Context(heading="Tuition & Fees")),
    ("$1,790 per level", Context(heading="Tuition & Fees")),
    ("$15.24: supplemental fee", Context(heading="Per Credit Fees"), "15.24 credit fees any"),
    (
        "In-state: $3,100; Out-of-state: $9,300",
        Context(label="Annual tuition"),
        "3100 year tuition in_state",
        "9300 year tuition out_of_state",
    ),
    (
        "Tuition per credit | $128 | $344",
        Context(heading="Resident | Nonresident"),
        "128 credit tuition in_state",
        "344 credit tuition out_of_state",
    ),
    (
        "Practical Nursing | $125.00 | $2,800.00 | $17,950 |",
        Context(heading="Program | Admission fee | Books and material | Tuition"),
        "17950 program tuition any",
        "2800 program books any",
    ),
    (
        "Data Analyst | $7,900 | $600 | $8,500",
        Context(heading="Program | Tuition | Fees | Total cost"),
        "600 program fees any",
        "7900 program tuition any",
        "8500 program total any",
    ),
    (
        "Kent County Resident | 2850.00 | 238.00 | 238.00 |",
        Context(heading="Residency | Full-time per semester | Part-time per credit | Non-credit per lecture hour"),
        "238 clock_hour tuition in_district",
        "238 credit tuition in_district",
        "2850 term tuition in_district",
    ),
    (
        "12 | $1,200 | $2,400 | $45 | $1,245 |",
        Context(heading="Credits | In-state tuition per term | Out-of-state per term | Fees per term | Total in-state"),
        "1200 term tuition in_state",
        "1245 term tuition_and_fees in_state",
        "2400 term tuition out_of_state",
        "45 term fees any",
    ),
    (
        "Welding | 12 weeks | 480 | $6,200",
        Context(heading="Program | Length | Hours | Tuition"),
        "6200 program tuition any",
    ),
    (
        "Total | $105.42 | $395.21",
        Context(heading="Per Credit Hour | Resident | Non-Resident"),
        "105.42 credit tuition_and_fees in_state",
        "395.21 credit tuition_and_fees out_of_state",
    ),
    ("12 credits | $1,896 | $3,792", Context(heading="Credits | Resident | Nonresident")),
    ("Resident $1,950", Context(heading="Full-time students (12-18 credits)"), "1950 term tuition in_state"),
    ("Save up to $1,500", Context(heading="Welding Technology Program")),
    ("Dosimeter: $85", Context(heading="Tuition and Fees")),
    ("60", Context(label="Credits")),
    ("900", Context(label="Clock hours")),
    ("2026", Context(label="Tuition")),
    ("Free for residents who qualify", Context(label="Tuition")),
    ("none", Context(label="Tuition")),
    ("$14,500", Context()),
    ("$45,000", Context(label="Median salary")),
    ("$1,500", Context(heading="Scholarships")),
    ("$350", Context(label="Monthly payment")),
    ("$14,500", Context(heading="Cost of Attendance", label="Total")),
    ("$3,500", Context(heading="Cost of Attendance", label="Books")),
    ("$5,000 | $5,500", Context(label="Tuition")),
]

TOKENS = [
    "tuition",
    "fee",
    "books",
    "$",
    "$5",
    "$1,200",
    ".00",
    "per",
    "credit",
    "/",
    "|",
    "(",
    ")",
    ":",
    "-",
    "to",
    "$90",
    "in-state",
    "total",
    "+",
    "12-18",
    "...",
    "x",
]

BOOKS = [
    ("Tuition is $1,895 and includes textbooks, scrubs and a lab kit.", True),
    ("Tuition (includes tool kit and books) $13,900", True),
    ("Tuition, fees and books: $9,450", True),
    ("Tuition of $2,150 covers the textbook", True),
    ("Tuition is $1,200, which does not include books", False),
    ("Tuition, excluding books: $3,200", False),
    ("Tuition is $3,200 (not including texts)", False),
    ("Tuition & Fees: $7,120 Books & Supplies: $610", False),
    ("Tuition of $13,564 includes $1,200 for books", True),
    ("Tuition is $3,200", None),
]

YEARS = [
    ("2026-27 tuition: $9,450", "2026-27"),
    ("Tuition 2026–2027: $9,450", "2026-27"),
    ("Tuition (AY 26-27) $9,450", "2026-27"),
    ("$9,450 tuition for 2026/27", "2026-27"),
    ("Tuition $9,450", ""),
    ("Tuition $9,450, call 2026-3344", ""),
]


def rows():
    for line in (Path(__file__).parent / "prices.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, prices = line.rpartition("=>")
            yield text.strip(), sorted(price.strip() for price in prices.split(";") if price.strip())


@pytest.mark.parametrize(("text", "want"), list(rows()))
def test_reads(text, want):
    assert short(read(text)) == want


ASIDES = [
    ("", ". A $500 scholarship is available."),
    ("", " | Median wage: $21.35 per hour"),
    ("Some grants of up to $1,000 may be available. ", ""),
    ("Registration is open. ", ""),
    ("Apply now! ", ""),
    ("• ", ""),
]


@pytest.mark.parametrize(("before", "after"), ASIDES)
def test_what_else_is_said_changes_no_price(before, after):
    changed = [text for text, want in rows() if short(read(f"{before}{text.rstrip(' |')}{after}")) != want]
    assert changed == []


FORMS = [
    str.upper,
    str.lower,
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: re.sub(r"\$(?=\d)", "$ ", text),
    lambda text: re.sub(r"(\$[\d,.]*\d)(?![\d,.]|\s?[-–]\s?\d)", r"\1*", text),
    lambda text: text.rstrip(".") + ".",
]


@pytest.mark.parametrize("printed", FORMS, ids=["upper", "lower", "no-break spaces", "$ 5", "$5*", "point"])
def test_how_it_is_printed_changes_no_price(printed):
    changed = [text for text, want in rows() if short(read(printed(text))) != want]
    assert changed == []


def test_the_order_of_lists_changes_no_price():
    parts = ["Tuition: $4,250", "Books: $380", "Lab fee $95", "Registration $50", "Uniform $60"]
    for turned in range(len(parts)):
        for between in ("; ", " | ", ". ", ", "):
            text = between.join(parts[turned:] + parts[:turned])
            assert short(read(text)) == sorted(price for part in parts for price in short(read(part))), text


@pytest.mark.parametrize(
    "text", ["", "$", "$$$", "tuition", " | ", "$,", "tuition $ per credit", "()", "$5.555", "students' $", "' $5 '"]
)
def test_reads_nothing_from_nothing(text):
    assert read(text) == []


@pytest.mark.parametrize(("text", "want"), OTHERS)
def test_names_what_is_no_price(text, want):
    (price,) = read(text)
    assert price.component == "other"
    assert f"{price.amount_min:f}-{price.amount_max:f} {price.basis} {price.what}" == want


@pytest.mark.parametrize(("text", "context", "want"), [(text, context, want) for text, context, *want in IN_CONTEXT])
def test_reads_in_context(text, context, want):
    assert short(read(text, context)) == want


@pytest.mark.parametrize(("text", "want"), BOOKS)
def test_says_whether_books_are_in_the_price(text, want):
    assert [p.includes_books for p in read(text) if p.component in ("tuition", "tuition_and_fees", "total")] == [want]


@pytest.mark.parametrize(("text", "want"), YEARS)
def test_reads_the_academic_year(text, want):
    assert {price.academic_year for price in read(text)} == {want}


PUBLIC = [
    ("In-state: $3,120 | Out-of-state: $9,480", Context(label="Tuition"), []),
    ("Tuition and fees: $4,410 for county residents", Context(), []),
    ("In-state: $3,120", Context(label="Annual tuition"), ["3120 year tuition in_state"]),
    ("$148 in-district", Context(heading="Tuition per credit"), ["148 credit tuition in_district"]),
    ("In-district tuition for the entire program: $2,860", Context(), ["2860 program tuition in_district"]),
    ("Tuition: $2,860", Context(), ["2860 program tuition any"]),
    ("Total program cost, in-district: $7,215", Context(), ["7215 program total in_district"]),
]


@pytest.mark.parametrize(("words", "context", "expected"), PUBLIC)
def test_a_public_college_never_prints_tuition_by_residency_for_a_program_without_saying_so(words, context, expected):
    assert short(read(words, replace(context, public=True))) == expected


@pytest.mark.parametrize("public", [None, False])
def test_other_schools_may(public):
    expected = ["3120 program tuition in_state", "9480 program tuition out_of_state"]
    assert short(read("In-state: $3,120 | Out-of-state: $9,480", Context(label="Tuition", public=public))) == expected


def test_reads_the_academic_year_of_label_and_heading():
    assert read("$5,000", Context(label="2026–27 tuition"))[0].academic_year == "2026-27"
    years = [price.academic_year for price in read("$5,000 | $5,500", Context("2025-26 | 2026-27", "Tuition"))]
    assert years == ["2025-26", "2026-27"]


def test_tells_paces_apart():
    prices = read("Tuition: $12,500 (full-time) or $13,200 (part-time)")
    assert [(price.amount_min, price.pace) for price in prices] == [(12500, "full-time"), (13200, "part-time")]
    assert read("Tuition for the fast-track program is $900")[0].pace == "accelerated"


def test_reads_a_table_of_loads():
    prices = read("Credits Resident Non-Resident 1-11 $118/credit $322/cr 12-18 $1416 $3510")
    assert [(int(p.amount_min), p.basis, p.residency, p.pace) for p in prices] == [
        (118, "credit", "in_state", "part-time"),
        (322, "credit", "out_of_state", "part-time"),
        (1416, "term", "in_state", "full-time"),
        (3510, "term", "out_of_state", "full-time"),
    ]


def test_names_fees_and_supplies():
    prices = read("Tuition $900 Lab Fee $150 Technology fee $20 Student kit $60 Fees $10")
    assert [price.what for price in prices] == ["", "lab_fee", "technology_fee", "student_kit", ""]


def test_keeps_the_words():
    (price,) = read("  Tuition is   $5,250. ")
    assert price.printed == "Tuition is $5,250."
    assert price.amount_min == Decimal(5250)
    assert price.why


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(TOKENS)))
def test_never_makes_up_an_amount(tokens):
    text = " ".join(tokens)
    digits = text.replace(",", "")
    for price in read(text):
        for amount in (price.amount_min, price.amount_max):
            assert amount is None or f"{amount:f}" in digits


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=300), st.text(max_size=40), st.text(max_size=40))
def test_never_raises(text, label, heading):
    read(text, Context(heading, label))
    read(f"Tuition {text} $5 {label} | $6 {heading}", Context(heading, label))


@pytest.mark.parametrize(
    "text", ["Tuition up to $0", "Tuition $0+", "$5 per credit, $0 or more per credit", "up to $.00"]
)
def test_never_raises_for_nothing_as_a_bound(text):
    read(text)
