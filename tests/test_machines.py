"""What the site says to machines: JSON, Atom, CTDL, the sitemap and robots.txt, and the pages that explain the data."""

import asyncio
import json
import re
from xml.etree import ElementTree

import feedparser
import pytest
from conftest import Home
from directory import Directory, offer, page
from protego import Protego
from pyld import jsonld
from test_search import Page, Pages

from db.dictionary import KEYS
from db.metadata import load
from db.site import ctdl, sitemap

BASE = "http://localhost"
HVAC = "DEMO01-red-valley-hvac"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def demo(demo_home):
    return Pages(demo_home, "demo")


@pytest.fixture(scope="module")
def living(tmp_path_factory):
    """A school whose programs come, change and go; names that would break out of XML and HTML."""
    folder = tmp_path_factory.mktemp("living")
    directory = Directory(folder)
    directory.registry(offer(21), on="2026-03-01")
    kept = [page(f"/{n}", name=f"Welding {n} <b>&]]>\u202e", cip="48.0508", price=1000 + n) for n in range(8)]
    directory.crawl("al_alder", *kept, page("/old", name="Nurse Aide", cip="51.3902", price=900), on="2026-03-01")
    directory.publish()
    kept[0] = page("/0", name="Welding 0 <b>&]]>\u202e", cip="48.0508", price=1100)
    directory.crawl("al_alder", *kept, page("/new", name="Phlebotomy", cip="51.1009", price=700), on="2026-04-01")
    directory.publish()
    return Pages(Home(folder), "programs")


def asked(site, path, **headers):
    return asyncio.run(site.datasette.client.get(path, headers=headers))


# --- Atom ------------------------------------------------------------------------------------------------------------


def entries(site, query=""):
    feed = feedparser.parse(site.get(f"/search.atom{query}").text)
    assert not feed.bozo, feed.bozo_exception
    return feed


def test_a_feed_says_what_came_changed_and_went(living):
    feed = entries(living)
    assert {(one.title.split(":")[0], one.title.split(": ")[1][:9]) for one in feed.entries} == {
        ("New", "Phlebotom"), ("Gone", "Nurse Aid"), ("Changed", "Welding 0"),
    }  # fmt: skip
    changed = next(one for one in feed.entries if one.title.startswith("Changed"))
    assert changed.summary == "price total program any: 1000 USD -> 1100 USD"
    assert changed.title == "Changed: Welding 0 <b>&]]>, Alder Career Institute"
    assert changed.updated == "2026-04-01T00:00:00Z"
    assert feed.feed.updated == "2026-04-01T00:00:00Z", "of the data, not of the clock"
    assert len({one.id for one in feed.entries}) == 3
    assert changed.link == changed.id.partition("#")[0]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("?what=welding", ["Changed"]),
        ("?what=nurse+aide", ["Gone"]),
        ("?state=AL", ["Changed", "Gone", "New"]),
        ("?price=500", []),
        ("?award=certificate", ["Changed", "Gone", "New"]),
        ("?price=2500", ["Changed", "New"]),
    ],
)
def test_a_feed_is_of_a_search_and_what_is_gone_is_matched_by_what_is_kept(living, query, kinds):
    assert sorted(one.title.split(":")[0] for one in entries(living, query).entries) == kinds


def test_a_feed_is_valid_atom(living):
    """What RFC 4287 asks of every feed and entry: one id, title and updated, an author, a link to itself."""
    atom = "{http://www.w3.org/2005/Atom}"
    root = ElementTree.fromstring(living.get("/search.atom").text)
    for element in (root, *root.findall(f"{atom}entry")):
        assert all(len(element.findall(atom + name)) == 1 for name in ("id", "title", "updated"))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", element.find(f"{atom}updated").text)
    assert root.find(f"{atom}author/{atom}name").text
    (own,) = (link for link in root.findall(f"{atom}link") if link.get("rel") == "self")
    assert own.get("href") == root.find(f"{atom}id").text == f"{BASE}/search.atom"


def test_what_has_not_changed_is_not_sent_again(living):
    first = asked(living, "/search.atom?state=AL")
    again = asked(living, "/search.atom?state=AL", **{"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_of_results_links_to_its_feed_and_data(demo):
    html = demo.get("/search?what=hvac&sort=name&id=" + HVAC).text
    assert '<link rel="canonical" href="/search?what=hvac">' in html
    assert 'href="/search.atom?what=hvac"' in html
    assert 'href="/search.json?what=hvac"' in html


# --- JSON ------------------------------------------------------------------------------------------------------------


def test_a_search_as_json_finds_what_the_page_finds(demo):
    found = demo.get("/search.json?award=certificate").json()
    words = Page(demo.get("/search?award=certificate").text)
    assert f"{found['total']} programs" in words.words
    assert [one["name"] for one in found["results"]] == [re.sub(r"\s+", " ", name) for name in words.results]
    following = demo.get(found["next"].removeprefix(BASE)).json()
    assert not {one["id"] for one in found["results"]} & {one["id"] for one in following["results"]}
    assert found["counts"]["award"]["certificate"] == found["total"]


def test_the_same_search_in_other_words_is_sent_to_its_address(demo):
    moved = asked(demo, "/search.json?award=certificate&award=nonsense&page=1")
    assert (moved.status_code, moved.headers["location"]) == (302, "/search.json?award=certificate")


@pytest.mark.parametrize("number", range(len(load("api"))))
def test_every_example_of_the_interface_works(demo, number):
    example = load("api")[number]
    path = example["path"].format(database="demo", program=HVAC)
    answer = demo.get(path)
    assert answer.content
    if "keys" in example:
        assert set(example["keys"]) <= answer.json().keys()
    shown = Page(demo.get("/api").text)
    assert example["title"] in shown.words


# --- CTDL ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def context(shared):
    return json.loads((shared / "samples" / "ctdl" / "ctdl_context.json").read_text(encoding="utf-8"))


def keys(value):
    """All names in a document, with how often they occur."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield name
            yield from keys(below)
    elif isinstance(value, list):
        for below in value:
            yield from keys(below)


def test_every_program_keeps_the_context_of_ctdl(demo, demo_home, context):
    """Expanded with the context, no term is dropped, and each value has the type that the context gives it."""
    ids = [id for (id,) in demo_home.rows("select id from programs", database="demo.db")]
    said = set()
    for id in ids:
        document = demo.get(f"/program/{id}.jsonld").json()
        load_context = {"documentLoader": lambda url, _: {"contextUrl": None, "documentUrl": url, "document": context}}
        (expanded,) = jsonld.expand(document, load_context)
        ours = [name for name in keys(document) if name.startswith("ceterms:")]
        assert sorted(name.replace("ceterms:", "https://purl.org/ctdl/terms/") for name in ours) == sorted(
            name for name in keys(expanded) if name.startswith("https://purl.org/ctdl/terms/")
        )
        said |= set(ours)
        for name in set(ours):
            assert name in context["@context"], name
    assert {
        "ceterms:estimatedCost", "ceterms:estimatedDuration", "ceterms:deliveryType",
        "ceterms:instructionalProgramType", "ceterms:offeredBy",
    } <= said  # fmt: skip


def test_a_price_stands_in_ctdl_only_where_it_is_whole_and_undisputed(demo, demo_home):
    sql = """select id, price_total_min from programs where {}"""
    whole = "price_is_complete and price_total_min = price_total_max and price_status != 'conflicting'"
    for id, price in demo_home.rows(sql.format("price_total_min is not null"), database="demo.db"):
        told = demo.get(f"/program/{id}.jsonld").json().get("ceterms:estimatedCost")
        if told:
            assert (id, price) in demo_home.rows(sql.format(whole), database="demo.db")
            assert told[0]["ceterms:price"] == price
    disputed = demo_home.rows(sql.format("price_status = 'conflicting' or not price_is_complete"), database="demo.db")
    assert disputed
    assert not any("ceterms:estimatedCost" in demo.get(f"/program/{id}.jsonld").json() for id, _ in disputed)


def test_the_agencies_that_list_a_program_accredit_it():
    row = {"program_accreditation": "accredited", "program_accreditor": "CAAHEP, ABHES"}
    assert [one["ceterms:name"]["en-US"] for one in ctdl.accreditors(row)] == ["CAAHEP", "ABHES"]
    assert ctdl.accreditors(row | {"program_accreditation": "claimed"}) is None


def test_a_program_that_is_not_there_is_one_sentence(demo):
    missing = asked(demo, "/program/nothing.jsonld")
    assert (missing.status_code, missing.json()) == (404, {"error": "no program has the id nothing"})


# --- the sitemap and robots.txt --------------------------------------------------------------------------------------


def test_the_sitemap_leads_to_every_program_school_and_career(demo, demo_home, monkeypatch):
    monkeypatch.setattr(sitemap, "MOST", 20)
    demo.datasette.directory._kept.clear()
    index = ElementTree.fromstring(demo.get("/sitemap.xml").text)
    parts = [one.text.removeprefix(BASE) for one in index.iter(f"{SITEMAP}loc")]
    assert {"/sitemap-pages.xml", "/sitemap-programs-3.xml"} <= {*parts}
    found = [ElementTree.fromstring(demo.get(part).text) for part in parts]
    assert all(len(part) <= 20 for part in found)
    paths = [one.text.removeprefix(BASE) for part in found for one in part.iter(f"{SITEMAP}loc")]
    assert len(paths) == len({*paths})
    ids = demo_home.rows("select id from programs", database="demo.db")
    assert {f"/program/{id}" for (id,) in ids} <= {*paths}
    for path in (*sitemap.PAGES, paths[-1], next(path for path in paths if path.startswith("/school/"))):
        assert asked(demo, path).status_code == 200, path
    demo.datasette.directory._kept.clear()


def test_a_part_that_is_not_there_is_not_found(demo):
    assert asked(demo, "/sitemap-programs-9.xml").status_code == 404
    assert asked(demo, "/sitemap-nothing-1.xml").status_code == 404


def test_robots_may_read_programs_and_not_every_search(demo):
    robots = Protego.parse(demo.get("/robots.txt").text)
    for path in ("/", "/search", f"/program/{HVAC}", "/school/DEMO02", "/career/phlebotomist", "/dictionary"):
        assert robots.can_fetch(BASE + path, "any"), path
    for path in ("/search?what=hvac", "/search.atom?what=hvac", "/compare?id=1", "/demo/programs?award=other", "/-/x"):
        assert not robots.can_fetch(BASE + path, "any"), path
    assert [*robots.sitemaps] == [f"{BASE}/sitemap.xml"]


# --- the dictionary and the questions --------------------------------------------------------------------------------


def test_the_file_describes_itself(demo_home, demo):
    count = "select count(*) from dictionary_columns where description = ''"
    assert demo_home.value(count, database="demo.db") == 0
    rows = demo_home.rows("select table_name, row_count from dictionary_tables", database="demo.db")
    shown = Page(demo.get("/dictionary").text).words
    for table, number in rows:
        if not table.startswith("dictionary_"):
            assert demo_home.value(f"select count(*) from [{table}]", database="demo.db") == number
        assert table in shown


@pytest.mark.parametrize("database", ["demo.db", "programs.db"])
def test_every_value_of_a_vocabulary_is_in_it(demo_home, small_home, database):
    home = demo_home if database == "demo.db" else small_home
    worded = home.rows("select table_name, column_name, vocabulary from dictionary_columns where vocabulary != ''",
                       database=database)  # fmt: skip
    assert len(worded) > 20
    for table, column, vocabulary in worded:
        words = {row[0] for row in home.rows(f"select * from [{vocabulary}]", database=database)}
        values = {value for (value,) in home.rows(f"select distinct [{column}] from [{table}]", database=database)}
        assert values - words <= {None, "", "unknown"}, (table, column)


FORMS = {"unitid": r"\d{6}|DEMO\d\d", "opeid": r"\d{8}", "cip": r"\d\d(\.\d\d(\d\d)?)?", "state": r"[A-Z]{2}",
         "soc": r"\d\d-\d{4}", "zip": r"\d{5}(-\d{4})?", "awlevel": r"\d{1,2}"}  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_a_key_has_one_form_wherever_it_stands(small_home, key):
    tables = small_home.rows("select table_name from dictionary_columns where joins = ?", key, database="programs.db")
    assert tables
    for (table,) in tables:
        for (value,) in small_home.rows(f"select distinct [{key}] from [{table}]", database="programs.db"):
            assert value in (None, "") or re.fullmatch(FORMS[key], str(value)), (table, key, value)


def test_ten_questions_are_answered_with_their_sql(demo):
    html = demo.get("/questions").text
    shown = Page(html).words
    questions = load("questions")
    assert len(questions) == 10
    for one in questions:
        assert one["question"] in shown
        address = re.search(rf'href="(/demo/{one["query"]}[^"]*)"', html)[1]
        assert demo.get(address.replace("&amp;", "&")).status_code == 200
    assert html.count("<code>") == 10
