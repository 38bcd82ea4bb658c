"""The pages in Debian's Chromium, at the width of a phone and of a desk, with and without JavaScript."""

import os
import shutil
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest
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


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("javascript", [True, False], ids=["js", "nojs"])
def test_from_the_front_page_to_a_receipt(served, browser, width, javascript):
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=javascript)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served)
    page.fill("input[type=search]", "medical assisting")
    page.click("button:text('Search')")
    assert "medical assisting" in page.inner_text("h3")
    page.click("td.col-id a >> nth=0")
    assert "DEMO" in page.inner_text("table.rows-and-columns")
    page.click("a[href*='/figures?program_id']")
    words = page.locator("td.col-printed").all_inner_texts()
    assert any("$" in text for text in words)
    assert page.locator("td.col-url a").count()
    assert all(url.startswith(served) for url in asked), "a request left the host"
    context.close()


@pytest.mark.parametrize("path", ["/", "/demo", "/demo/programs", "/demo/article_sentence"])
def test_nothing_scrolls_sideways_on_a_phone(served, browser, path):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(served + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
