"""Pages with several programs, and what names a program."""

import pytest

from crawler.extract.names import from_address, is_other_page, is_school, names_program, slug, without_figures
from crawler.extract.page import read_page


def programs(body, name="Our Programs", title=""):
    """name -> [(kind, text)], anchor of every program of a page with this content."""
    page = read_page(f"<title>{title}</title><h1>{name}</h1>{body}", "https://school.test/p.html")
    return {
        p.name: ([(w.kind, w.printed or w.text) for w in p.words if w.label != "title"], p.anchor)
        for p in page.programs
    }


WELDING = [("price", "$900"), ("length", "9 weeks")]
HVAC = [("price", "$800"), ("length", "8 weeks")]
BOTH = {"Welding": (WELDING, "welding"), "HVAC": (HVAC, "hvac")}


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Welding</h2><p>Length: 9 weeks<p>Tuition: $900</p><h2>HVAC</h2><p>Length: 8 weeks<p>Tuition: $800",
        "<details><summary>Welding</summary><p>Length: 9 weeks<p>Cost: $900</details>"
        "<details><summary>HVAC</summary><p>Length: 8 weeks<p>Cost: $800</details>",
        "<button aria-expanded=false>Welding</button><div hidden class=panel><p>Length: 9 weeks<p>Cost: $900</div>"
        "<button aria-expanded=false>HVAC</button><div hidden class=panel><p>Length: 8 weeks<p>Cost: $800</div>",
        "<p><b>Welding</b></p><p>9 weeks</p><p>Cost: $900</p><p><b>HVAC</b></p><p>8 weeks</p><p>Cost: $800</p>",
        "<div><h4>Welding</h4><p>9 weeks</p><p>$900</p></div><div><h4>HVAC</h4><p>8 weeks<p>$800</div>",
        "<table><tr><th>Program<th>Hours<th>Cost<tr><td>Welding<td>9 weeks<td>$900<tr><td>HVAC<td>8 weeks<td>$800",
        "<table><tr><th>Program<th>Cost<tr><td>Welding<div>9 weeks</div><td>$900<tr><td>HVAC<p>8 weeks<td>$800</table>",
        "<table><tr><th><th>Welding<th>HVAC<tr><td>Length<td>9 weeks<td>8 weeks<tr><td>Tuition<td>$900<td>$800</table>",
        "<div><div><i>Program</i></div><div>Length</div><div>Tuition</div></div>"
        "<div><div>Welding</div><div>9 weeks</div><div>$900</div></div>"
        "<div><div>HVAC</div><div>8 weeks</div><div>$800</div></div>",
        "<ul><li>Welding: 9 weeks, $900<li>HVAC: 8 weeks, $800</ul>",
        "<ul><li>Welding – 9 weeks – $900<li>HVAC – 8 weeks – $800</ul>",
    ],
)
def test_every_program_has_its_own_figures(body):
    assert programs(body) == BOTH


def test_the_key_of_a_program_is_the_id_of_its_part_or_its_name():
    sections = "<section id=w><h2>Welding</h2><p>9 weeks</section><h2 id=h>HVAC</h2><p>8 weeks<h2>HVAC</h2><p>7 weeks"
    page = read_page(f"<h1>Courses</h1>{sections}", "")
    assert [program.anchor for program in page.programs] == ["w", "h", "hvac"]


@pytest.mark.parametrize(
    "body",
    [
        # parts of one program
        "<h2>Phlebotomy</h2><p>You draw blood.</p><h2>Medical Billing</h2><p>You bill.</p><p>Length: 9 weeks</p>",
        "<h2>Module 1: Medical Terms</h2><p>40 hours</p><h2>Module 2: Anatomy</h2><p>30 hours</p><p>Tuition: $900</p>",
        "<table><tr><th>Course<th>Hours<tr><td>Medical Law<td>40<tr><td>Medical Office<td>30</table><p>Length: 9 weeks",
        "<table><tr><th>Course<th>Credits<tr><td>MED 101 Medical Law<td>4<tr><td>MED 102 Law<td>3</table><p>Cost: $9",
        # other programs
        "<p>Length: 9 weeks</p><h2>Related programs</h2><h3>Welding</h3><p>9 weeks<h3>HVAC</h3><p>8 weeks",
    ],
)
def test_one_program_is_not_taken_apart(body):
    assert list(programs(body, "Medical Assistant Program")) == ["Medical Assistant Program"]


def test_a_row_without_a_name_is_no_program():
    body = "<table><tr><th>Program<th>Cost<tr><td><td>$9<tr><td>Welding<td>$900<tr><td>HVAC<td>$800</table>"
    assert list(programs(body)) == ["Welding", "HVAC"]


def test_a_list_may_hold_only_one_program():
    assert list(programs("<h2>Welding Course</h2><p>Length: 9 weeks</p>")) == ["Welding Course"]


def test_bachelors_among_the_programs_are_left_out():
    body = "<h2>Nursing (BSN)</h2><p>4 years<h2>Practical Nursing</h2><p>12 months<h2>Nursing Assistant</h2><p>6 weeks"
    assert list(programs(body)) == ["Practical Nursing", "Nursing Assistant"]


def test_a_lone_amount_in_a_list_of_one_is_no_price():
    assert programs("<h2>Welding</h2><p>9 weeks</p><p>$900</p>")["Welding"][0] == [("length", "9 weeks")]


def test_what_a_list_says_of_the_school_is_kept_apart():
    accredited = "<p>Our school is accredited by the Council on Occupational Education.</p>"
    page = read_page(f"<h1>Courses</h1>{accredited}<h2>Welding</h2><p>9 weeks<h2>HVAC</h2><p>8 weeks", "")
    assert [words.kind for words in page.institution] == ["accreditation"]
    assert all(words.kind != "accreditation" for program in page.programs for words in program.words)


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Medical Assistant", True),
        ("HVAC/R", True),
        ("Health Information Technology A.A.S.", True),
        ("EKG/Phlebotomy Program", True),
        ("Barber Instructor Course", True),
        ("CLASS A BARBER COURSE 1,000 HOURS", True),
        ("Certificate in Web Development", True),
        ("Full-Stack Software Engineering Bootcamp", True),
        ("Why become a medical assistant?", False),
        ("Medical Assistant Career Outlook", False),
        ("Medical Assistant Tuition", False),
        ("Session 3 - Medical Billing", False),
        ("NUR 101 Practical Nursing", False),
        ("Program Overview", False),
        ("Our Faculty", False),
        ("Texas Barber College", False),
        ("You will learn welding.", False),
        ("", False),
    ],
)
def test_what_names_a_program(name, names):
    assert names_program(name) is names


@pytest.mark.parametrize(
    "name",
    ["Programs", "Our Courses", "Tuition & Fees", "Tuition and Financial Aid", "2025 Course Schedule", "About Us",
     "Degrees and Certificates", "Certificate Programs", "Program Tuition", "Cost", "Payment", "Schools",
     "Financial Aid & Scholarships"],
)  # fmt: skip
def test_what_names_a_page_of_another_kind(name):
    assert is_other_page(name)
    assert not names_program(name)


@pytest.mark.parametrize(
    ("name", "school"),
    [
        ("Cosmetology Schools:", True),
        ("McCoy Barber College", True),
        ("Academy of Hair Design", True),
        ("Barber School Program", False),
        ("Welding", False),
    ],
)
def test_what_names_a_school(name, school):
    assert is_school(name) is school


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://x.test/classes/pharmacy_tech/tuition_and_fees.php", "Pharmacy Tech"),
        ("https://x.test/community-health-worker-training-pay.html", "Community Health Worker Training"),
        ("https://x.test/tuition.html", ""),
        ("https://x.test/admissions/tuition-and-fees/", ""),
        ("", ""),
        ("https://school.test/business-office/tuition.html", ""),
        ("https://school.test/financial/tuition", ""),
        ("https://school.test/school-of-record/fees", ""),
    ],
)
def test_the_program_that_an_address_names(url, name):
    assert from_address(url) == name


def test_names_as_keys_and_without_figures():
    assert slug("EKG/Phlebotomy – Level 2") == "ekg-phlebotomy-level-2"
    assert without_figures("Refresher Course 500 or 750 hours") == "Refresher Course"
    assert without_figures("Welding - $900") == "Welding"
    assert without_figures("9 weeks") == "9 weeks"
