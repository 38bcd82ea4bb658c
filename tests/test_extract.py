"""Reading a page: each shape with small invented pages, and what every page of the demo campus must read as."""

import re
from pathlib import Path

import pytest

from crawler.demo.campus import HERE
from crawler.extract.labels import kind_of
from crawler.extract.page import read_page
from crawler.extract.prose import sentences
from crawler.extract.tuition_table import read_tuition_table

PAGES = HERE / "pages"


def read(main, head="", name="Welding Diploma"):
    """kind -> [(label, text)] of a page with this content."""
    page = read_page(f"<html><head>{head}</head><body><h1>{name}</h1>{main}</body></html>", "http://school.test/p.html")
    found = {}
    for words in (words for program in page.programs for words in program.words):
        found.setdefault(words.kind, []).append((words.label, words.text))
    return found


def demo_truth():
    """(path, name, kind -> words) of every page that demo_pages.txt describes."""
    text = (Path(__file__).parent / "demo_pages.txt").read_text(encoding="utf-8").partition("\n")[2]
    for block in re.split(r"\n(?! )", text.strip()):
        first, *facts = block.splitlines()
        path, name = first.split(" = ")
        yield path, name, {kind.strip(): words.split(" / ") for kind, words in (fact.split(": ", 1) for fact in facts)}


@pytest.mark.parametrize(("path", "name", "facts"), list(demo_truth()))
def test_demo_page(path, name, facts):
    page = read_page((PAGES / f"{path}.html").read_bytes(), path)
    [program] = page.programs
    found = {}
    for words in program.words:
        found.setdefault(words.kind, []).append(words.text)
    assert (program.name, found) == (name, facts)


LISTS = {"bright-willow/courses", "green-harbor/tuition", "lantern-city/classes"}


def test_no_other_demo_page_describes_a_program():
    described = {path for path, _, _ in demo_truth()}
    for file in PAGES.rglob("*.html"):
        path = file.relative_to(PAGES).with_suffix("").as_posix()
        page = read_page(file.read_bytes(), path)
        lists_programs = path in described | LISTS
        assert bool(page.programs) == lists_programs or "/admin/" in f"/{path}", path
        assert bool(page.programs) != bool(page.rejected), path


def test_demo_tuition_table():
    rows = read_tuition_table((PAGES / "green-harbor/tuition.html").read_bytes(), "")
    assert [(row.program, *(words.text for words in row.words)) for row in rows] == [
        ("Welding Technology Diploma", "$13,200", "$450", "$1,100", "$14,750"),
        ("HVAC Technician Certificate", "$8,900", "$300", "$650", "$9,850"),
        ("Medical Assisting Diploma", "$12,600", "$400", "$900", "$13,900"),
        ("Sterile Processing Technician Certificate", "$5,400", "$200", "$350", "$5,950"),
        ("CDL Class A Certificate", "$5,150", "$175", "$5,325"),
    ]
    assert [words.label for words in rows[0].words] == ["Tuition", "Fees", "Books and supplies", "Total"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Tuition", "price"),
        ("Tuition:", "price"),
        ("TUITION & FEES*", "price"),
        ("Estimated total program cost", "price"),
        ("2026-27 in-state tuition per credit hour", "price"),
        ("Tuition (12 months)", "price"),
        ("Program Length", "length"),
        ("Clock hours", "length"),
        ("Total credits", "length"),
        ("Credential earned", "award"),
        ("Mode of delivery", "delivery"),
        ("Programmatic accreditation", "accreditation"),
        ("CIP Code", "cip"),
        ("Application fee", ""),
        ("Monthly payment", ""),
        ("Deposit", ""),
        ("Starting wage", ""),
        ("Median salary", ""),
        ("Scholarship", ""),
        ("Cost of attendance", ""),
        ("Net price", ""),
        ("Hours per week", ""),
        ("Program", ""),
        ("", ""),
        ("Tuition is what the student pays, and here is a sentence that is not a label", ""),
    ],
)
def test_label(label, kind):
    assert kind_of(label) == kind


@pytest.mark.parametrize(
    ("main", "expected"),
    [
        # key-value tables
        (
            "<table><tr><th>Tuition<td>$5,000<tr><td>Length:</td><td>9 months</table>",
            {"price": [("Tuition", "$5,000")], "length": [("Length", "9 months")]},
        ),
        ("<table><tr><th>Tuition</th><th>$5,000</th></tr></table>", {"price": [("Tuition", "$5,000")]}),
        (
            "<table><tr><th>Length<th>Tuition<tr><td>9 weeks<td>$900</table>",
            {"length": [("Length", "9 weeks")], "price": [("Tuition", "$900")]},
        ),
        (
            "<table><tr><th><th>In-state<th>Out-of-state<tr><th>Tuition per credit<td>$90<td>$200</table>",
            {"price": [("Tuition per credit, In-state", "$90"), ("Tuition per credit, Out-of-state", "$200")]},
        ),
        (
            "<table><tr><th>Residency<th>Tuition per credit<tr><td>In-district<td>$90<tr><td>Anything else<td>$9</table>",
            {"price": [("Tuition per credit, In-district", "$90")]},
        ),
        # several labels in a row, each with its value
        (
            "<table><tr><td>Length<td>9 weeks<td>Tuition:<td>$900<td>Placement<td>81%</table>",
            {"length": [("Length", "9 weeks")], "price": [("Tuition", "$900")]},
        ),
        ("<table><tr><td>Tuition<td>$900<td>$800<td>$700</table>", {}),
        # several rows under labels are tracks, a column that we do not know may be a monthly payment
        ("<table><tr><th>Length<th>Tuition<tr><td>9 weeks<td>$900<tr><td>8 weeks<td>$800</table>", {}),
        ("<table><tr><th>Charge<th>Per month<tr><td>Tuition<td>$310</table>", {"price": [("Tuition", "$310")]}),
        ("<table><tr><th><th>Plan A, per month<th>Plan B<tr><td>Tuition<td>$310<td>$290</table>", {}),
        (
            "<table><tr><td colspan=2>Tuition<tr><td>In-state<td>$90<tr><td>Out-of-state<td>$200</table>",
            {"price": [("Tuition, In-state", "$90"), ("Tuition, Out-of-state", "$200")]},
        ),
        ("<table><caption>Tuition<tr><td colspan=2>Parking<tr><td>In-state<td>$90</table>", {}),
        (
            "<table><tr><td colspan=2>Tuition<tr><td>In-state<td>$90<tr><td colspan=2>Parking<tr><td>In-state<td>$9</table>",
            {"price": [("Tuition, In-state", "$90")]},
        ),
        # definition lists
        (
            "<dl><div><dt>Credits</dt><dd>30</dd></div><dt>Cost<dd>$90 per credit<dd>$10 fees</dl>",
            {"length": [("Credits", "30")], "price": [("Cost", "$90 per credit"), ("Cost", "$10 fees")]},
        ),
        # lines and boxes
        (
            "<p><b>Length:</b> 9 months<br><b>Tuition</b>: $900</p>",
            {"length": [("Length", "9 months")], "price": [("Tuition", "$900")]},
        ),
        (
            "<p>Length: 9 months | Tuition: $900</p>",
            {"length": [("Length", "9 months")], "price": [("Tuition", "$900")]},
        ),
        ("<p><strong>Tuition</strong><br>$900</p>", {"price": [("Tuition", "$900")]}),
        ("<div><span>9 months</span><span>Program length</span></div>", {"length": [("Program length", "9 months")]}),
        ("<aside class=quick-facts><div><b>Tuition</b><i>$900</i></div></aside>", {"price": [("Tuition", "$900")]}),
        # prose
        (
            "<h2>Cost</h2><p>Tuition is $900 and a $50 deposit is due. It was $800 last year.</p>",
            {"price": [("Cost", "Tuition is $900")]},
        ),
        (
            "<p>The course takes nine weeks. Our trainers worked 20 years in the trade.</p>",
            {"length": [("Welding Diploma", "The course takes nine weeks.")]},
        ),
        (
            "<h3>Evening classes</h3><p>Monday to Friday, 5 to 9 p.m., for 7 weeks.</p>",
            {"length": [("Evening classes", "Monday to Friday, 5 to 9 p.m., for 7 weeks.")]},
        ),
        ("<h3>Open house</h3><p>Monday to Friday, 5 to 9 p.m., for 7 weeks.</p>", {}),
    ],
)
def test_shape(main, expected):
    assert {kind: found for kind, found in read(main).items() if kind != "award"} == expected


@pytest.mark.parametrize(
    "main",
    [
        "<p>Apply for our $2,000 tuition scholarship.</p>",
        "<p>Tuition payments are $95 a month.</p>",
        "<p>Tuition plan: as low as $99 per month</p>",
        "<table><tr><th>Tuition<td>as low as $99 per month</table>",
        "<table><tr><th>Tuition (monthly)<td>$99</table>",
        "<dl><dt>Application fee<dd>$35<dt>Starting wage<dd>$24</dl>",
        "<p>The total cost of the licensing exam is $425.</p>",
        "<p>Graduates earn a total of $52,000.</p>",
        "<p>Total: 600 hours</p>",
        "<p>Tuition: <del>$900</del></p>",
        "<h2>Tuition</h2><p>Registration: $50</p><p>Application - $35</p>",
        "<h2>Payment plans</h2><p>Tuition: $900</p>",
        "<h2>Guaranteed financing</h2><p>Total cost: $7,218</p>",
        "<h2>Cost of attendance</h2><table><tr><td>Tuition<td>$900</table>",
        "<table><tr><td>Tuition<td>$900<tr><td>Room and board<td>$4,000</table>",
        "<h2>Refund policy</h2><p>Tuition: $900</p>",
        "<nav>Tuition: $900</nav><footer>Tuition: $900</footer><aside>Tuition: $900</aside>",
        "<div class=testimonials>Tuition: $900</div><div hidden>Tuition: $900</div>",
        "<section><h2>Related programs</h2><p>Tuition: $900</p></section>",
        "<h2>You may also like</h2><p>Tuition: $900</p><h3>Pipe</h3><p>Cost: $800</p>",
        "<!-- <p>Tuition: $900</p> --><script>Tuition: $900</script>",
    ],
)
def test_no_price(main):
    assert "price" not in read(f"<main><p>Length: 9 weeks</p>{main}</main>")


def test_a_section_after_the_related_programs_speaks_again():
    assert read("<h2>Related programs</h2><p>Cost: $1</p><h2>Cost</h2><p>Cost: $900</p>")["price"] == [("Cost", "$900")]


def test_a_pointer_states_a_price_only_if_nothing_else_does():
    pointer = "<table><tr><th>Length<td>9 weeks<tr><th>Tuition<td>See the tuition page</table>"
    assert read(pointer)["price"] == [("Tuition", "See the tuition page")]
    assert read(pointer + "<p>Tuition: $900</p>")["price"] == [("Tuition", "$900")]


def test_all_that_the_page_states_is_kept_in_the_order_of_trust():
    table = "<table><tr><th>Tuition<td>$4<tr><th>Books<td>$5</table>"
    found = read(f"<p>Tuition is $1.</p><p>Cost: $2</p><dl><dt>Fees<dd>$3</dl>{table}")
    assert found["price"] == [
        ("Tuition", "$4"), ("Books", "$5"), ("Cost", "$2"), ("Fees", "$3"), ("Welding Diploma", "Tuition is $1.")
    ]  # fmt: skip


def test_words_are_cut_between_tokens():
    [(_, text)] = read(f"<p>Tuition: $900 {'and so on ' * 29}$12,345</p>")["price"]
    assert text.endswith("so on")
    assert len(text) <= 300


def test_a_footnote_mark_is_no_digit_of_the_price():
    assert read("<p>Tuition: $4,150<sup>1</sup></p><p>Fees: $12<sup>50</sup></p>")["price"] == [
        ("Tuition", "$4,150"),
        ("Fees", "$12 50"),
    ]


def ld(text):
    return f'<script type="application/ld+json">{text}</script>'


def test_json_ld_of_another_program_is_not_read():
    other = '{"@type": "Course", "name": "Plumbing Diploma", "offers": {"price": "900"}}'
    own = '{"@type": ["Course"], "name": "Welding", "timeToComplete": "P9W", "numberOfCredits": {"value": 30}}'
    assert read("", ld(other)) == {}
    assert read("", ld(f"[{other}, {own}]"))["length"] == [("timeToComplete", "9 weeks"), ("numberOfCredits", "30")]


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        ('{"price": "900", "priceCurrency": "USD", "category": "Tuition"}', [("Tuition", "$900")]),
        ('[{"price": 900}, {"price": 0}]', [("offers.price", "$900")]),
        ('{"priceSpecification": {"price": "900.00", "name": "Total cost"}}', [("Total cost", "$900.00")]),
        ('{"price": "900", "priceCurrency": "CAD"}', []),
        ('{"price": "900", "category": "Application fee"}', []),
        ('{"price": "500.00"}', []),  # the page prints it as the fee of registering
        ('"free"', []),
    ],
)
def test_json_ld_price(offers, expected):
    data = f'{{"@type": "Course", "name": "Welding Diploma", "timeToComplete": "P9W", "offers": {offers}}}'
    assert read("<p>Registration: $500</p>", ld(data)).get("price", []) == expected


@pytest.mark.parametrize("data", ["{", "[[1, null]]", '{"@graph": 3}', '{"@type": {"name": 2}}', "[" * 20_000])
def test_json_ld_may_be_anything(data):
    assert read("<p>Tuition: $900</p>", ld(data))["price"] == [("Tuition", "$900")]


@pytest.mark.parametrize(
    ("name", "accredited"),
    [
        ("Health Information Technology A.A.S.", True),
        ("Health Information Technology", True),
        ("Medical Coding Certificate", False),
    ],
)
def test_accreditation_of_the_degree_is_not_that_of_the_certificate_beside_it(name, accredited):
    found = read("<p>Length: 9 months</p><p>Our associate degree is accredited by CAHIIM.</p>", name=name)
    assert ("accreditation" in found) is accredited


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (b"", "empty"),
        ("<!-- nothing -->", "empty"),
        ("<p>Tuition: $900</p>", "neither a heading nor a title"),
        ("<title>Page not found</title><h1>Oh no</h1><p>Tuition: $900</p>", "does not exist"),
        ("<h1>Just a moment...</h1>", "does not exist"),
        ("<h1>Nursing, Bachelor of Science</h1><p>Tuition: $900</p>", "bachelor's or graduate"),
        ("<h1>Programs</h1><p>Tuition: $900</p>", "not about one program"),
        ("<h1>Tuition and Fees, 2026-27</h1><p>Tuition: $900</p>", "not about one program"),
        ("<h1>Welding Diploma</h1><p>Coming soon.</p>", "a stub"),
        ("<h1>Welding Diploma</h1><p>We weld.</p>", "no length, price or award"),
        ("<div>" * 20_000, "neither"),
        (b"%PDF-1.7 \x00\xff\xfe", "neither"),
    ],
)
def test_rejected(html, reason):
    page = read_page(html, "http://school.test/")
    assert page.programs == ()
    assert reason in page.rejected


@pytest.mark.parametrize(
    "html",
    [
        "<title>Soldadura básica | Escuela</title><p>Cost: $900</p>".encode(),
        "<meta charset=iso-8859-1><h1>Soldadura básica</h1><p>Cost: $900</p>".encode("latin-1"),
        "<meta charset=no-such-thing><h1>Soldadura básica</h1><p>Cost: $900</p>".encode("cp1252"),
        "<header><h1>Logo</h1></header><div class=has-sidebar><h1>Soldadura básica</h1><p>Cost: $900</p></div>",
        "<header class=hero><h1>Soldadura básica</h1></header><p>Cost: $900</p>",
        "<div role=dialog><h1>Privacy</h1></div><h1>Soldadura básica</h1><p>Cost: $900</p>",
    ],
)
def test_name(html):
    [program] = read_page(html, "").programs
    assert program.name == "Soldadura básica"


def test_sentences_do_not_end_after_an_abbreviation():
    assert sentences("The A.A.S. Nursing program takes approx. 20 months. It starts in May.") == [
        "The A.A.S. Nursing program takes approx. 20 months.",
        "It starts in May.",
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "<caption>Tuition per credit<tr><th>Program<th>In-state<th>Tuition<tr><td>Welding<td>x<td>$90",
            [("Welding", [("Tuition per credit, Tuition", "$90")])],
        ),
        (
            "<tr><th rowspan=2>Program<th colspan=2>Tuition<tr><th>In-state<th>Out-of-state<tr><td>Welding<td>$9<td>$19",
            [("Welding", [("Tuition, In-state", "$9"), ("Tuition, Out-of-state", "$19")])],
        ),
        (
            "<tr><td>Program<td>Length<td>Cost<tr><td colspan=3>Diplomas<tr><td>Welding<td>9 weeks<td>$900",
            [("Welding", [("Length", "9 weeks"), ("Cost", "$900")])],
        ),
        (
            "<tr><th>Program<th>Tuition<th>Monthly payment<tr><td>Welding<td>$900<td>$99<tr><td>Tuition<td>$1<td>$2",
            [("Welding", [("Tuition", "$900")])],
        ),
        ("<tr><th>Charge<th>Amount<tr><td>Application fee<td>$40", []),
        ("<tr><th>Program<th>Wage<tr><td>Welding<td>$40", []),
    ],
)
def test_tuition_table(table, expected):
    rows = read_tuition_table(f"<h1>Tuition</h1><table>{table}</table>", "")
    assert [(row.program, [(words.label, words.text) for words in row.words]) for row in rows] == expected


def test_a_page_without_tables_has_no_tuition_rows():
    assert read_tuition_table("", "") == read_tuition_table("<p>Tuition: $900</p>", "") == ()
