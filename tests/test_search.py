"""The front page and the results, asked of Datasette without a network: words, counts, honesty, hostile data."""

import asyncio
import re
import sqlite3
from contextlib import closing
from html import unescape
from types import SimpleNamespace

import pytest
from datasette.app import Datasette
from test_site import Site

from crawler.serve import SETTINGS
from db.metadata import SITE
from db.site.pages.search import SIZE

INLINE = re.compile(r"</?(?:a|bdi|span|strong)\b[^>]*>")
MARKUP = re.compile(r"<[^>]*>")


class Pages(Site):
    """The pages of the directory over a home's published files."""

    def results(self, query: str = "") -> "Page":
        return Page(self.get(f"/search?{query}" if query else "/search").text)


class Page:
    """One page: its markup, and its words as they are read."""

    def __init__(self, html: str):
        self.html = html
        self.words = " ".join(unescape(MARKUP.sub(" ", INLINE.sub("", html))).split())
        self.results = [unescape(MARKUP.sub("", found)).strip() for found in re.findall(r"<h3><a[^>]*>(.*?)</a>", html)]

    def link(self, words: str) -> str:
        """Where the first link with these words leads."""
        for href, text in re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', self.html, re.DOTALL):
            if words in " ".join(unescape(MARKUP.sub("", text)).split()):
                return unescape(href)
        raise AssertionError(f"no link {words!r}")


@pytest.fixture(scope="module")
def pages(demo_home):
    return Pages(demo_home, "demo")


@pytest.fixture(scope="module")
def total(demo_home):
    """How many programs the demo has, at how many schools, and how many state no whole price that is believed."""
    counts = """select count(*), count(distinct unitid),
        sum(price_total_max is null or price_look_again != '' or not price_is_complete) from programs"""
    (row,) = demo_home.rows(counts, database="demo.db")
    return SimpleNamespace(programs=row[0], schools=row[1], unpriced=row[2])


@pytest.fixture(scope="module")
def real(small_home):
    return Pages(small_home, "programs")


def test_the_front_page_says_how_much_there_is_as_of_when(pages, total):
    page = Page(pages.get("/").text)
    assert f"{total.programs} programs at {total.schools} schools, as of 20" in page.words
    assert "DEMO. None of these schools exists." in page.words
    assert {"what", "where", "delivery"} == set(re.findall(r'<(?:input|select) id="(\w+)"', page.html))


def test_real_schools_are_preferred_to_invented_ones(small_home, demo_home):
    files = [small_home.folder / "programs.db", demo_home.folder / "demo.db"]
    both = served(*files)
    page = asyncio.run(both.client.get("/search")).text
    assert "DEMO" not in page
    data = asyncio.run(both.client.get("/data")).text
    assert "/programs/programs" in data
    assert "/demo/programs" in data


def test_a_result_says_what_is_known_and_what_is_not(pages):
    page = pages.results("what=hvac&state=AZ")
    assert page.results == ["HVAC and Refrigeration Technician Diploma"]
    for words in (
        "1 program at 1 school",
        "DEMO Red Valley Technical College, Mesa, AZ",
        "$18,550 tuition, fees, supplies",
        "Diploma · 36 weeks, 800 clock hours, about 8.3 months",
        "On campus",
        "Program accreditation: not established · School accreditation: claimed by the school (",
        "as of 20",
    ):
        assert words in page.words, words


@pytest.mark.parametrize(
    "query", ["", "what=phlebotomy", "state=OH&award=certificate", "price=9000", "price=9000&resident=IL"]
)
def test_every_option_leads_to_as_many_programs_as_it_says(pages, query):
    page = pages.results(query)
    options = re.findall(
        r'<li><a href="([^"]+)" rel="nofollow"( aria-current="true")?>[^<]*<span>([\d,]+)</span>', page.html
    )
    assert len(options) > 15
    for href, chosen, number in options:
        path = unescape(href)
        added = dict(re.findall(r"(\w+)=([^&]*)", path.removeprefix("/search")))
        if chosen or any(path.count(f"{name}=") > 1 for name in added):
            continue  # an option beside a chosen one of its group adds to it
        assert f"{number} program" in pages.results(path.partition("?")[2]).words, path


def test_not_published_is_an_option_with_its_count(pages, total):
    page = pages.results()
    assert f"Not published, or not whole {total.unpriced}" in page.words
    assert f"{total.unpriced} programs" in pages.results("price=unknown").words


def test_prices_are_sorted_and_the_unknown_come_last(pages, total):
    page = pages.results()
    assert "Sorted by price" in page.words
    prices = [int(one.replace(",", "")) for one in re.findall(r"<strong>\$([\d,]+)", page.html)]
    assert prices == sorted(prices)
    last = pages.results(f"page={-(-total.programs // SIZE)}")
    assert last.words.rstrip().rfind("price not published") > last.words.rfind("$")


def test_what_has_no_price_is_told_and_one_link_away(pages, total):
    page = pages.results("price=1000000")
    assert f"{total.programs - total.unpriced} programs" in page.words
    assert f"{total.unpriced} more match but print no price that can be compared – show them" in page.words
    assert f"{total.programs} programs" in pages.results(page.link("show them").partition("?")[2]).words


def test_nothing_found_says_which_filter_to_drop(pages):
    page = pages.results("what=hvac&state=AZ&price=100")
    assert "No program fits all of this." in page.words
    assert page.link("Drop Up to $100") == "/search?what=hvac&state=AZ"
    assert "Drop Up to $100: 1 program" in page.words


def test_a_filter_that_is_set_is_a_tag_that_removes_it(pages):
    page = pages.results("what=phlebotomy&state=OH&delivery=in_person")
    assert page.link("Remove Ohio") == "/search?what=phlebotomy&delivery=in_person"
    assert page.link("Remove “phlebotomy”") == "/search?delivery=in_person&state=OH"


def test_what_was_understood_is_said_and_can_be_declined(pages):
    page = pages.results("what=phlebotamist")
    assert "is read as" in page.words
    assert all("Phlebotomy" in name for name in page.results)
    assert page.link("Look for the words instead") == "/search?what=phlebotamist&words=1"
    assert "0 programs" in pages.results("what=phlebotamist&words=1").words


def test_a_school_is_found_by_its_name(pages):
    page = pages.results("what=red+valley")
    assert "4 programs at 1 school" in page.words


def test_a_place_gives_distances_and_an_unknown_one_says_so(pages, total):
    near = pages.results("where=85201&within=25")
    assert "4 programs at 1 school" in near.words
    assert "85201 is Mesa, AZ" in near.words
    assert " miles" in near.words
    nowhere = pages.results("where=Atlantis")
    assert "We know no place “Atlantis”" in nowhere.words
    assert f"{total.programs} programs" in nowhere.words


def test_a_resident_is_told_the_price_of_residents(pages):
    page = pages.results("what=phlebotomy&state=IL&resident=AZ")
    inside = pages.results("what=phlebotomy&state=IL&resident=IL")
    assert "for residents of Arizona" in page.words
    assert "for residents of Illinois" in inside.words
    assert re.search(r"<strong>(\$[\d,]+)", page.html)[1] != re.search(r"<strong>(\$[\d,]+)", inside.html)[1]


def test_a_price_a_year_is_said_to_be_the_schools(real):
    assert "a year at this school: tuition and fees, for residents of the state" in real.results("per=year").words
    assert "whole price not published; the school charges $" in real.results().words


def test_a_school_that_has_closed_is_said_to_have(demo_home, tmp_path):
    closed = altered(demo_home, tmp_path, "update programs set institution_status = 'closed' where state = 'AZ'")
    assert Page(asked(closed, "/search?state=AZ").text).words.count("This school has closed") == 4


def test_a_free_program_is_said_to_be_free(demo_home, tmp_path):
    free = altered(
        demo_home, tmp_path, "update programs set price_total_min = 0, price_total_max = 0 where state = 'AZ'"
    )
    page = Page(asked(free, "/search?state=AZ").text)
    assert page.words.count("$0 (free)") == 4
    assert "not published" not in page.words[page.words.index("Sorted by") : page.words.index("$0 (free)")]


def test_the_shortlist_stays_in_the_address(pages):
    page = pages.results("state=AZ")
    first, place = page.link("Add to compare").split("#")
    assert first.startswith("/search?state=AZ&id=DEMO01-")
    assert f'id="{place}"' in page.html
    listed = pages.results(first.partition("?")[2])
    assert listed.link("Compare 1") == "/compare?" + first.partition("&")[2]
    assert listed.link("Remove from compare").split("#")[0] == "/search?state=AZ"
    assert first.partition("&")[2] in listed.link("Ohio")


@pytest.mark.parametrize(
    "query",
    ["what=%22", "what=%00", "what='%3B--", "what=*", "what=NEAR(a%20b)", "what=" + "x" * 5000, "where=%FF%FE",
     "page=9999", "page=-1", "price=1e308", "price=NaN", "months=99999", "within=x", "id=%3Cscript%3E",
     "id=" + "a&id=" * 50, "sort=--", "state=%F0%9F%A6%86",
     "what=%E2%80%AE", "cip=%25", "career=../../etc", "[]=1", "=1", "&&&", "what[]=a"],
)  # fmt: skip
def test_odd_parameters_are_dropped_and_never_an_error(pages, query):
    answer = asyncio.run(pages.datasette.client.get(f"/search?{query}", follow_redirects=True))
    assert answer.status_code == 200
    assert "program" in answer.text


def served(*files):
    """A Datasette with the pages over these files."""
    return Datasette(immutables=files, template_dir=SITE / "templates", plugins_dir=SITE / "plugins", settings=SETTINGS)


def altered(home, folder, *statements):
    """The directory over a copy of the demo in which somebody changed something."""
    path = folder / "demo.db"
    path.write_bytes((home.folder / "demo.db").read_bytes())
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.execute("insert into programs_fts(programs_fts) values ('rebuild')")
        db.commit()
    return Datasette(
        immutables=[path], template_dir=SITE / "templates", plugins_dir=SITE / "plugins", settings=SETTINGS
    )


def asked(datasette, path):
    return asyncio.run(datasette.client.get(path, follow_redirects=True))


HOSTILE = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "\u202egnp.exe\u202c",
    "x" * 10_000, "{{ 7919 * 7 }}{% raw %}", "</title></style><svg onload=alert(1)>",
    "a\x00b\x1b[31m", "'; drop table programs; --",
]  # fmt: skip
SCRAPED = ("name", "institution", "city", "award_printed", "in_person", "price_covers", "price_year", "field", "as_of",
           "program_accreditor", "institution_accreditor", "url", "award", "delivery", "control", "price_residency",
           "program_accreditation", "institution_accreditation", "price_look_again", "length_status")  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_data_is_text(demo_home, tmp_path, text):
    quoted = text.replace("'", "''").replace("\x00", "")
    changes = ", ".join(f"{column} = '{quoted}'" for column in SCRAPED)
    hostile = altered(demo_home, tmp_path, f"update programs set {changes}")
    for path in ("/", "/data", "/search", "/search?what=alert", "/search?id=DEMO01-red-valley-hvac"):
        answer = asked(hostile, path)
        assert answer.status_code == 200
        html = answer.text
        assert not re.search(r"<(script|img|svg)", html)
        assert not re.search(r"""href=["']?\s*javascript:""", html, re.IGNORECASE)
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", html)
        assert "x" * 400 not in html
        assert "55433" not in html


@pytest.mark.parametrize("path", ["/", "/search", "/data", "/search?state=AZ"])
def test_the_directorys_pages_allow_nothing_inline(pages, path):
    answer = pages.get(path)
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"<script|\sstyle=|\son\w+=", answer.text)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', answer.text)


def test_a_page_is_small_on_the_wire(real, pages):
    for site, path in ((real, "/search"), (pages, "/search"), (pages, "/")):
        plain = len(site.get(path).content)
        sent = asyncio.run(site.datasette.client.get(path, headers={"accept-encoding": "gzip"}))
        assert sent.headers["content-encoding"] == "gzip"
        assert int(sent.headers.get("content-length", len(sent.content))) <= plain < 60_000
