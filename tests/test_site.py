"""Datasette over the published files: everything described, faceted, searchable and asked with cast parameters."""

import asyncio
import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest
import yaml
from datasette.app import Datasette

from crawler.serve import SETTINGS, columns_of
from db.metadata import SITE, load, metadata

QUERIES = load("queries")


class Site:
    """A Datasette over a home's published files, asked without a network."""

    def __init__(self, home, *databases):
        self.files = [home.folder / f"{name}.db" for name in databases]
        self.datasette = Datasette(
            immutables=[str(path) for path in self.files],
            metadata=metadata(columns_of(self.files)),
            template_dir=str(SITE / "templates"),
            plugins_dir=str(SITE / "plugins"),
            static_mounts=[("static", str(SITE / "static"))],
            settings=SETTINGS,
        )

    def get(self, path):
        response = asyncio.run(self.datasette.client.get(path))
        assert response.status_code == 200, f"{path}: {response.status_code} {response.text[:300]}"
        return response

    def rows(self, path, **parameters):
        query = "&".join(f"{name}={value}" for name, value in parameters.items())
        return self.get(f"{path}.json?_shape=array&{query}").json()


@pytest.fixture(scope="module")
def site(small_home):
    return Site(small_home, "programs")


@pytest.fixture(scope="module")
def demo_site(demo_home):
    return Site(demo_home, "demo")


def test_every_published_column_is_described(small_home):
    tables = columns_of([small_home.folder / "programs.db"])["programs"]
    columns, described = load("columns"), load("metadata")["tables"]
    missing = [f"{t}.{c}" for t, cs in tables.items() for c in cs if not columns.get(f"{t}.{c}", columns.get(c))]
    assert missing == []
    assert set(tables) == set(described)


def test_no_description_is_left_of_a_column_that_is_gone(small_home):
    tables = columns_of([small_home.folder / "programs.db"])["programs"]
    there = {c for cs in tables.values() for c in cs} | {f"{t}.{c}" for t, cs in tables.items() for c in cs}
    assert set(load("columns")) - there == set()


def test_both_databases_have_the_same_tables(small_home, demo_home):
    real = columns_of([small_home.folder / "programs.db"])["programs"]
    invented = columns_of([demo_home.folder / "demo.db"])["demo"]
    assert real == invented


@pytest.mark.parametrize("column", ["state", "award", "field", "delivery", "control", "price_status", "length_status"])
def test_facets_count_every_row(site, column):
    facets = site.get(f"/programs/programs.json?_size=0&_facet={column}").json()
    counts = facets["facet_results"][column]["results"]
    assert sum(result["count"] for result in counts) == facets["filtered_table_rows_count"]


def test_not_published_is_a_facet_value_with_its_count(site):
    page = site.get("/programs/programs.json?_size=0").json()
    counts = {r["value"]: r["count"] for r in page["facet_results"]["price_status"]["results"]}
    unpriced = site.rows("/programs/programs", price_total_min__isnull=1, _size=100)
    assert counts["not_published"] == len([row for row in unpriced if row["price_status"] == "not_published"]) > 0


def test_status_columns_are_never_empty(small_home, demo_home):
    statuses = ("award", "field", "price_status", "length_status", "delivery", "delivery_status", "control",
                "institution_accreditation", "program_accreditation", "sources", "as_of")  # fmt: skip
    for home, database in ((small_home, "programs.db"), (demo_home, "demo.db")):
        for column in statuses:
            sql = f"select count(*) from programs where {column} is null or {column} = ''"
            assert home.value(sql, database=database) == 0, (database, column)


@pytest.mark.parametrize(
    ("words", "found"),
    [("medical assisting", True), ("red valley", True), ("coding", True), ("technicians", True), ("astrology", False)],
)
def test_search_over_program_field_and_school(demo_site, words, found):
    assert bool(demo_site.rows("/demo/programs", _search=words.replace(" ", "+"))) == found


def test_the_table_of_programs_shows_its_main_columns_until_asked_for_all(site):
    shown = len(re.findall(r'<th [^>]*class="col-', site.get("/programs/programs").text))
    every = len(re.findall(r'<th [^>]*class="col-', site.get("/programs/programs?_all=1").text))
    assert 10 < shown < 25 < every


def test_programs_are_sorted_and_titled(site):
    page = site.get("/programs/programs").text
    assert "sorted by name" in page
    assert "One row per program" in page


def test_the_door_to_the_data_counts_and_leads_to_the_unpriced(demo_site, demo_home):
    counts = "select count(*), count(distinct unitid), sum(price_status = 'not_published') from programs"
    ((programs, schools, unpriced),) = demo_home.rows(counts, database="demo.db")
    page = " ".join(demo_site.get("/data").text.split())
    assert f"{programs} programs at {schools} schools" in page
    assert f'<a href="/demo/programs?price_status=not_published">{unpriced} do not</a>' in page
    assert demo_site.get("/demo/programs?price_status=not_published").text.count("DEMO Maple Crossing") >= 3


@pytest.mark.parametrize("query", QUERIES)
def test_every_canned_query_answers_without_and_with_parameters(demo_site, query):
    demo_site.rows(f"/demo/{query}")
    names = re.findall(r":(\w+)", QUERIES[query]["sql"])
    given = {"cip": "51.0801", "award": "diploma", "state": "AZ", "max_price": "20000", "max_months": "12",
             "at_least": "1", "level": "institutional", "id": "DEMO01-red-valley-hvac",
             "since": "2020-01-01", "until": "2099-12-31", "program": "DEMO01-x", "unitid": "DEMO01",
             "career": "medical-assistant", "credential": "AHIMA RHIT", "answer": "does_not_open", "words": "coder",
             "standing": "claimed", "latitude": "41.88", "longitude": "-87.63"}  # fmt: skip
    demo_site.rows(f"/demo/{query}", **{name: given[name] for name in names})
    assert QUERIES[query]["title"]
    assert QUERIES[query]["description"]


def test_at_least_six_canned_queries_are_there():
    assert len(QUERIES) >= 6


def test_a_maximum_price_is_a_number_and_an_unknown_price_never_passes(demo_site, demo_home):
    unpriced = demo_home.rows("select count(*) from programs where price_total_min is null", database="demo.db")[0][0]
    rows = demo_site.rows("/demo/affordable", max_price="9000", cip="")
    assert rows
    assert all(row["price_total_min"] <= 9000 for row in rows)
    assert {row["without_price"] for row in rows} == {unpriced}


def test_the_article_sentence(demo_site):
    row = demo_site.rows("/demo/article_sentence", cip="51.0801", award="diploma")[0]
    assert row["sentence"].startswith("3 programs at 3 institutions, from $13,900 to $16,440, median $13,950")
    assert demo_site.rows("/demo/article_sentence", cip="99.9999", award="")[0]["programs"] == 0


def test_implausible_prices_are_left_out_of_the_sentence_and_stay_to_be_seen(whole_home):
    site = Site(whole_home, "programs")
    row = site.rows("/programs/article_sentence", cip="51.0801", award="certificate")[0]
    assert row["price_max"] < 141770
    assert row["programs_left_out_as_implausible"] >= 1
    assert any(figure["value_min"] == 141770 for figure in site.rows("/programs/look_again"))


def test_receipts_show_words_page_and_hash(demo_site):
    rows = demo_site.rows("/demo/receipts", id="DEMO01-red-valley-hvac")
    assert {row["kind"] for row in rows} >= {"price", "length", "award", "delivery"}
    assert all(row["printed"] and row["url"] and len(row["kept_sha256"]) == 64 for row in rows)


def test_unknown_is_never_zero_in_json_or_csv(demo_site):
    rows = demo_site.rows("/demo/programs", price_status="not_published", _all=1)
    assert {row["price_total_min"] for row in rows} == {None}
    lines = demo_site.get("/demo/programs.csv?price_status=not_published&_col=price_total_min").text.split()
    assert all(line.endswith(",") for line in lines[1:])


@pytest.mark.parametrize(
    "path",
    [
        "/demo",
        "/demo/programs",
        "/demo/article_sentence",
        "/demo?sql=select+1",
        "/demo/programs/DEMO01-red-valley-hvac",
    ],
)
def test_datasettes_own_pages_stand_in_the_frame_under_a_policy(demo_site, path):
    answer = demo_site.get(path)
    assert '<a class="door" href="/data">Data</a>' in answer.text
    assert "None of these schools exists" in answer.text
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    assert "unsafe" not in policy["script-src"]
    scripts = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    hashes = [b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
    assert hashes
    assert all(f"'sha256-{one}'" in policy["script-src"] for one in hashes)


def test_an_unknown_page_says_so_in_the_frame(demo_site):
    answer = asyncio.run(demo_site.datasette.client.get("/nothing-here"))
    assert answer.status_code == 404
    assert "masthead" in answer.text


def test_codes_survive_as_text(demo_site):
    rows = demo_site.rows("/demo/cips") or demo_site.rows("/demo/gates")
    assert all(isinstance(row["cip"], str) for row in rows)
    assert '"51.0707"' in json.dumps(demo_site.rows("/demo/programs", cip="51.0707", _all=1))


def test_columns_file_has_no_double_entry():
    text = (SITE / "columns.yml").read_text(encoding="utf-8")
    keys = [line.split(":")[0] for line in text.splitlines() if line and not line.startswith("#")]
    assert len(keys) == len(set(keys)) == len(yaml.safe_load(text))
