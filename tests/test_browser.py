"""The pages in Debian's Chromium, at the width of a phone and of a desk, with and without JavaScript."""

import os
import shutil
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM and "CI" not in os.environ, reason="needs Debian's chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync",
         "--disable-component-update", "--no-first-run"]  # fmt: skip


@pytest.fixture(scope="module")
def served(demo_home):
    """The address of `tuitionary serve` over the demo."""
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        port, campus_port = one.getsockname()[1], other.getsockname()[1]
    command = [sys.executable, "-c", "from crawler.cli import main; main()", "--home", str(demo_home.folder)]
    command += ["serve", "--port", str(port), "--campus-port", str(campus_port)]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urlopen(f"{address}/-/versions.json", timeout=5).close()
                break
            except OSError:
                assert server.poll() is None, "the server ended"
                assert time.monotonic() < deadline, "the server does not answer"
        yield address
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[360, 1280])
def width(request):
    return request.param


@pytest.fixture(params=[True, False], ids=["js", "nojs"])
def page(request, browser, width, served):
    """An empty browser at this width; it fails the test if a request leaves the host or a policy is broken."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=request.param)
    page = context.new_page()
    asked, refused = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert all(url.startswith(served) for url in asked), "a request left the host"
    assert not refused


def follow(page, selector: str) -> None:
    """Click, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.click(selector)


def test_from_an_empty_browser_to_programs_to_compare(served, page, width):
    page.goto(served)
    assert "None of these schools exists" in page.inner_text("header")
    page.fill("#what", "phlebotamist")
    follow(page, "button:text('Search')")
    assert page.url == f"{served}/search?what=phlebotamist"
    assert "is read as" in page.inner_text("main")
    found = page.locator(".result").count()
    assert found > 2

    if width < 900:
        assert not page.is_visible("#filters")
        page.click("text=Filters and counts")
    follow(page, "#filters a:has-text('Ohio'), #filters a:has-text('Illinois')")
    assert "state=" in page.url
    assert 0 < page.locator(".result").count() < found
    follow(page, ".tags a:has-text('Illinois'), .tags a:has-text('Ohio')")
    assert page.url == f"{served}/search?what=phlebotamist"

    follow(page, "text=Add to compare >> nth=0")
    follow(page, "text=Add to compare >> nth=0")
    assert page.url.count("id=") == 2
    assert (
        page.locator("a:has-text('Compare 2')").get_attribute("href")
        == "/compare?" + page.url.partition("&")[2].partition("#")[0]
    )
    follow(page, "text=Remove from compare >> nth=0")
    assert page.url.count("id=") == 1


def test_filters_by_a_form(served, page, width):
    page.goto(f"{served}/search?what=phlebotomy")
    if width < 900:
        page.click("text=Filters and counts")
    page.select_option("#resident", "AZ")
    page.fill("#price", "$2,500")
    follow(page, "button:text('Apply')")
    assert page.url == f"{served}/search?what=phlebotomy&price=2500&resident=AZ"
    assert "Up to $2,500" in page.inner_text(".tags")


def test_from_the_data_to_a_receipt(served, page):
    page.goto(served)
    follow(page, "header a:text('Data')")
    follow(page, "main a:text('All programs')")
    page.fill("input[type=search]", "medical assisting")
    follow(page, "input[type=submit]")
    assert "medical assisting" in page.inner_text("h3")
    follow(page, "td.col-id a >> nth=0")
    assert "DEMO" in page.inner_text("table.rows-and-columns")
    follow(page, "a[href*='/figures?program_id']")
    words = page.locator("td.col-printed").all_inner_texts()
    assert any("$" in text for text in words)
    assert page.locator("td.col-url a").count()


DIRECTORY = ["/", "/search", "/search?what=phlebotamist&where=04101&within=250&id=DEMO01-red-valley-hvac",
             "/search?what=hvac&price=1", "/search?price=9000&resident=OH&where=nowhere", "/data"]  # fmt: skip


@pytest.mark.parametrize("path", [*DIRECTORY, "/search#filters", "/demo", "/demo/programs", "/demo/article_sentence"])
def test_nothing_scrolls_sideways_on_a_phone(served, browser, path):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(served + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.long
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
@pytest.mark.parametrize("path", [*DIRECTORY, "/search#filters"])
def test_axe_finds_nothing_serious(served, browser, width, scheme, path):
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page.goto(served + path)
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    told = [f"{one['impact']} {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found.response["violations"]]
    page.close()
    assert not told


@pytest.mark.long
@pytest.mark.parametrize("path", ["/demo", "/demo/programs", "/demo/article_sentence", "/demo/programs?_search=coding"])
def test_axe_finds_nothing_serious_on_datasettes_own_pages(served, browser, path):
    page = browser.new_page(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    page.goto(served + path)
    found = Axe().run(page).response["violations"]
    page.close()
    assert not [one["id"] for one in found if one["impact"] in ("serious", "critical")]


def test_the_keyboard_alone_suffices(served, browser):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(served)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "what"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.type("hvac")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?what=hvac")
    for _ in range(60):
        page.keyboard.press("Tab")
        if "Filters and counts" in page.evaluate("document.activeElement.innerText"):
            break
    page.keyboard.press("Enter")
    assert page.is_visible("#filters")
    page.close()
