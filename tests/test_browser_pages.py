"""The pages that are read, in Chromium: receipts, comparison, careers; at two widths, with and without JavaScript."""

# ruff: noqa: F811 - pytest finds the fixtures of test_browser by their names

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_browser import RULES, browser, page, pytestmark, served, width  # noqa: F401

HVAC = "DEMO01-red-valley-hvac"
CODING = "DEMO02-lake-prairie-medical-coding"
CLERK = "DEMO07-maple-crossing-medical-records"
COMPARED = f"/compare?id={HVAC}&id={CODING}&id={CLERK}&id=nix"
READ = [f"/program/{HVAC}", f"/program/{CODING}?id={HVAC}", f"/program/{CLERK}", COMPARED, "/compare", "/careers",
        "/career/medical-records-technician", "/career/phlebotomist?state=IL", "/school/DEMO02", "/coverage",
        "/about-the-data", "/status", "/changes"]  # fmt: skip


def test_from_a_result_to_a_receipt_to_a_comparison_to_an_address(served, page):
    page.goto(f"{served}/search?what=medical+coding")
    page.click(".result h3 a >> nth=0")
    receipt = page.locator(".costs details >> nth=0")
    assert not receipt.locator(".receipt").is_visible()
    receipt.locator("summary").click()
    assert re.search(r"\d{3}", receipt.locator("blockquote").inner_text())
    assert receipt.locator("a >> nth=0").get_attribute("href").startswith("http://127.0.0.1")

    page.click("text=Add to compare")
    assert page.url.startswith(f"{served}/compare?id=")
    page.click("text=Find another")
    page.click("text=Add to compare >> nth=-1")
    page.click("text=Compare 2")
    assert page.locator(".compare thead th").count() == 2
    shared = page.url
    page.click(".compare .remove >> nth=0")
    assert page.locator(".compare thead th").count() == 1
    page.goto(shared)
    assert page.locator(".compare thead th").count() == 2


def test_a_program_is_added_by_its_address(served, page):
    page.goto(f"{served}/compare?id={HVAC}")
    page.fill("#add", f"{served}/program/{CODING}")
    page.click("button:text('Add')")
    assert page.url == f"{served}/compare?id={HVAC}&id={CODING}"


def test_a_career_in_a_state(served, page):
    page.goto(f"{served}/careers")
    page.click("text=Phlebotomist")
    everywhere = page.inner_text("h1 + .byline")
    page.select_option("#state", "IL")
    page.click("button:text('Show')")
    assert page.url == f"{served}/career/phlebotomist?state=IL"
    assert page.inner_text("h1") == "Phlebotomist in Illinois"
    assert page.inner_text("h1 + .byline") == everywhere
    page.click("#cheapest ~ .picks a >> nth=0")
    assert "DEMO Lake Prairie" in page.inner_text(".byline")


def test_receipts_open_by_the_keyboard(served, browser):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{served}/program/{HVAC}")
    page.focus(".costs summary >> nth=0")
    page.keyboard.press("Enter")
    assert page.is_visible(".costs .receipt >> nth=0")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.receipt') !== null")
    page.close()


SCROLLING = """[...document.querySelectorAll('main *')].filter(one =>
    one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX != 'visible'
    && !one.matches('.compare, .status, .vh, .spread')).map(one => one.outerHTML.slice(0, 99))"""


@pytest.mark.parametrize("path", READ)
def test_nothing_but_the_comparison_scrolls_sideways_on_a_phone(served, browser, path):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(served + path)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    wide = page.evaluate(SCROLLING)
    assert wide == []
    page.close()


def test_the_names_of_the_rows_stay_while_programs_are_swiped(served, browser):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(served + COMPARED)
    title = page.locator(".compare tbody th >> nth=0")
    before = title.bounding_box()["x"]
    page.evaluate("document.querySelector('.compare').scrollLeft = 200")
    assert page.evaluate("document.querySelector('.compare').scrollLeft") > 100
    assert title.bounding_box()["x"] == before
    page.close()


def test_a_comparison_is_printed_on_one_page(served, browser):
    page = browser.new_page()
    page.goto(f"{served}/compare?id={HVAC}&id={CODING}&id={CLERK}&id=DEMO03-harbor-point-cdl")
    printed = page.pdf(format="Letter")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    page.close()


SEEN = [(path, 360, "dark") for path in READ] + [(path, 1280, "light") for path in (READ[1], COMPARED, READ[6])]


@pytest.mark.long
@pytest.mark.parametrize(("path", "width", "scheme"), SEEN)
def test_axe_finds_nothing(served, browser, path, width, scheme):
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page.goto(served + path)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = Axe().run(page, options={"runOnly": RULES})
    told = [f"{one['impact']} {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found.response["violations"]]
    page.close()
    assert not told
