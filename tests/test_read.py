"""`tuitionary read`: files and addresses in, what would be listed out, and nothing stored."""

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from click.testing import CliRunner
from conftest import MAIN, ROOT

from crawler.cli import main

PAGE = """<title>Welding | School</title><h1>Welding Diploma</h1>
<dl><dt>Length<dd>9 months<dt>Tuition<dd>$9,850<dt>Delivery<dd>On campus</dl>
<p>Tuition is $9,500.</p><p>Graduates earn a diploma.</p><footer><p>Accredited by ACCSC.</p></footer>"""


def run(*arguments):
    return CliRunner().invoke(main, ["read", *map(str, arguments)])


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "welding.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_the_sheet_says_what_would_be_listed_with_its_words_and_status(page):
    lines = run(page).output.splitlines()
    assert "  Welding Diploma" in lines
    assert "    length: 9 months total [published]" in lines
    assert "        Length: “9 months”" in lines
    assert "    price: 9,850 USD tuition per program [conflicting]" in lines
    assert "    price: 9,500 USD tuition per program [conflicting]" in lines
    assert "  the school: ACCSC accredited institutional" in lines


def test_the_sheet_says_why_a_page_is_rejected(tmp_path):
    (tmp_path / "a.html").write_text("<title>Page not found</title><h1>404</h1>")
    assert "nothing would be listed: The page says that it does not exist" in run(tmp_path / "a.html").output


def test_jsonl_is_a_line_for_each_page(page, tmp_path):
    (tmp_path / "none.html").write_text("")
    first, second = map(json.loads, run("--jsonl", page, tmp_path / "none.html").output.splitlines())
    assert first["file"] == str(page)
    [program] = first["programs"]
    assert set(program) == {"name", "award", "lengths", "prices", "delivery", "accreditations"}
    assert program["award"]["value"] == "diploma"
    assert program["delivery"] == program["delivery"] | {"value": "in_person", "printed": "On campus"}
    assert program["lengths"][0] == program["lengths"][0] | {"value_min": 9, "unit": "months", "printed": "9 months"}
    assert [(price["amount_min"], price["status"]) for price in program["prices"]] == [
        (9850, "conflicting"),
        (9500, "conflicting"),
    ]
    assert [one["accreditor"] for one in program["accreditations"]] == ["ACCSC"]
    assert second == {"file": str(tmp_path / "none.html"), "programs": [], "rejected": "The page is empty."}


RATES = "<h1>Tuition</h1><p>In-state: $95 per credit hour</p><p>Out-of-state: $210 per credit hour</p>"


def test_what_a_whole_school_charges_is_shown_and_would_not_be_listed(tmp_path):
    (tmp_path / "x.html").write_text(RATES)
    lines = run(tmp_path / "x.html").output.splitlines()
    assert "  the school charges, by “Tuition”" in lines
    assert "    price: 95 USD tuition per credit in_state [published]" in lines
    assert any("nothing would be listed: The page is about the school" in line for line in lines)
    [charges] = json.loads(run("--jsonl", tmp_path / "x.html").output)["programs"]
    assert charges["scope"] == "school"
    assert [(one["amount_min"], one["basis"]) for one in charges["prices"]] == [(95, "credit"), (210, "credit")]


@pytest.mark.parametrize(
    "heading",
    ["Tuition Refunds", "Cost of Attendance", "Net Price Calculator", "Financial Aid", "Tuition Assistance"],
)
def test_a_page_about_aid_or_refunds_says_no_price(tmp_path, heading):
    (tmp_path / "x.html").write_text(RATES.replace("Tuition", heading))
    assert json.loads(run("--jsonl", tmp_path / "x.html").output)["programs"] == []


def test_an_amount_of_a_whole_school_without_its_basis_is_no_price(tmp_path):
    (tmp_path / "x.html").write_text("<h1>Tuition</h1><table><tr><td>Tuition<td>$1,200<tr><td>Fees<td>$80</table>")
    assert json.loads(run("--jsonl", tmp_path / "x.html").output)["programs"] == []


def test_a_page_of_charges_is_named_by_its_address(tmp_path):
    file = tmp_path / "x.html"
    file.write_text("<h1>Tuition and Fees</h1><table><tr><td>Tuition<td>$900<tr><td>Total<td>$950</table>")
    assert "not about one program" in run(file).output
    assert "  Pharmacy Tech\n" in run(file, "--url", "https://school.test/pharmacy_tech/tuition_and_fees.php").output


def test_a_missing_file_is_one_sentence_after_the_others(page):
    result = run("--jsonl", "no-such.html", page)
    assert result.exit_code == 1
    assert result.stdout.count("\n") == 1
    assert result.stderr == "Error: no-such.html could not be read: No such file or directory\n"


def test_an_address_is_for_one_file(page):
    result = run(page, page, "--url", "https://school.test/")
    assert result.exit_code == 2
    assert "--url is the address of one file" in result.output


class School(BaseHTTPRequestHandler):
    """Serves PAGE everywhere but where robots.txt forbids it."""

    def do_GET(self):
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        body = b"User-agent: *\nDisallow: /private/\n" if self.path == "/robots.txt" else PAGE.encode()
        self.send_response(404 if "missing" in self.path else 200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing: `asked` is the log."""


@pytest.fixture
def school():
    with ThreadingHTTPServer(("127.0.0.1", 0), School) as server:
        server.asked = []
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_an_address_is_asked_with_manners_and_nothing_is_stored(school, tmp_path):
    url = f"http://127.0.0.1:{school.server_port}"
    command = [sys.executable, "-c", MAIN, "read", "--jsonl", f"{url}/a", f"{url}/private/b", f"{url}/missing"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    [line] = map(json.loads, done.stdout.splitlines())
    assert (line["file"], line["programs"][0]["name"]) == (f"{url}/a", "Welding Diploma")
    assert "/private/b could not be read: Forbidden by robots.txt" in done.stderr
    assert "/missing could not be read: it answered 404" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path for path, _ in school.asked] == ["/robots.txt", "/a", "/missing"]
    assert all(agent.startswith("tuitionary/") for _, agent in school.asked)
    assert not [*tmp_path.iterdir()]
