"""Publication: one row a program, a status beside every unknown, the same rows every time, and swapped whole."""

import csv
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import MAIN, ROOT, mostly_long

import db.publish
from db.collected import connect
from db.publish import NothingToPublish, build
from pipelines.store import Run, Source

SCHOOL = Source("al_alder", "", "", "", "", "", 1, "")


def program(home, program_id, columns):
    (row,) = home.rows(f"select {columns} from programs where id = ?", program_id, database="programs.db")
    return row


# --- one row a program ------------------------------------------------------------------------------------------------


def test_a_program_has_its_place_its_field_and_its_witnesses(small_home):
    columns = "name, institution, unitid, city, state, zip, control, award, awlevel, cip, field, sources, as_of"
    assert program(small_home, "100001-510801-21", columns) == (
        "Medical/Clinical Assistant", "Alder Career Institute", "100001", "Normal", "AL", "35762", "for_profit",
        "certificate", 21, "51.0801", "Medical/Clinical Assistant", "us_ipeds", "2022",
    )  # fmt: skip


def test_the_whole_price_is_the_sum_of_its_parts_and_says_what_it_covers(small_home):
    columns = "price_total_min, price_total_max, price_status, price_covers, price_year, price_is_complete"
    assert program(small_home, "100001-510801-21", columns) == (
        17095, 17095, "computed", "tuition, fees, books", "2020-21", 1,
    )  # fmt: skip
    assert program(small_home, "100001-120401-2", columns)[:4] == (11040, 11040, "published", "tuition, fees")


def test_a_price_a_year_is_never_a_price_of_a_program(small_home):
    columns = "price_total_min, price_total_max, price_status, year_price_in_state, year_price_year, year_price_status"
    assert program(small_home, "100002-510707-3", columns) == (
        None, None, "not_published", 4176, "2022-23", "published",
    )  # fmt: skip
    assert program(small_home, "100001-510801-21", columns)[3:] == (None, "", "not_published")


def test_the_band_of_an_award_level_is_implied(small_home):
    columns = "months_min, months_max, length_status, clock_hours"
    assert program(small_home, "100002-510707-3", columns) == (24, 48, "implied", None)
    assert program(small_home, "100001-120401-21", columns) == (2.8, 12, "implied", None)
    assert program(small_home, "100001-120401-2", columns) == (12, 12, "published", 1500)


def test_hours_that_are_stated_do_not_make_the_band_a_stated_length(crawled_home):
    """A school that states 860 hours and no months has not stated 2.8 to 12 months."""
    with closing(sqlite3.connect(crawled_home.folder / "collected.db")) as collected, collected:
        collected.execute("delete from figures where listing like 'IC_PY/%/51.0801/1' and unit in ('months', 'weeks')")
    assert crawled_home.run("publish").returncode == 0
    columns = "months_min, months_max, length_status, clock_hours"
    assert program(crawled_home, "100001-510801-21", columns) == (None, None, "published", 860)


def test_the_answer_of_a_whole_school_is_implied_for_its_programs(small_home):
    columns = "delivery, delivery_status, institution_accreditor, institution_accreditation, program_accreditation"
    assert program(small_home, "100001-510801-21", columns) == (
        "in_person", "implied", "ABHES", "accredited", "not_checked",
    )  # fmt: skip
    assert program(small_home, "100002-510707-3", columns)[:2] == ("unknown", "not_published")


def test_nothing_is_unknown_without_a_status(small_home):
    statuses = {row["status"] for row in csv.DictReader((ROOT / "db/reference/vocab_status.csv").open())}
    rows = small_home.rows(
        """select id, price_status, price_total_min is null, length_status, months_min is null and months_max is null
           and clock_hours is null and credits is null, delivery_status, delivery = 'unknown' from programs""",
        database="programs.db",
    )
    assert len(rows) == 7
    for program_id, *facts in rows:
        for status, unknown in zip(facts[::2], facts[1::2], strict=True):
            assert status in statuses, program_id
            assert bool(unknown) == (status in ("not_published", "unparsed", "linked_elsewhere")), (program_id, status)


def test_text_is_never_null(small_home):
    texts = "select name from pragma_table_info('programs') where type = 'TEXT'"
    columns = small_home.rows(texts, database="programs.db")
    nulls = ", ".join(f"count(*) - count([{name}])" for (name,) in columns)
    assert len(columns) > 20
    assert set(small_home.rows(f"select {nulls} from programs", database="programs.db")[0]) == {0}


def test_every_figure_has_words_a_page_a_day_and_a_capture(small_home):
    counts = "count(*), count(nullif(printed, '')), count(nullif(url, '')), count(capture), count(read_on)"
    (row,) = small_home.rows(f"select {counts} from figures", database="programs.db")
    assert len(set(row)) == 1
    assert row[0] > 30


def test_a_receipt_outlives_a_second_crawl_that_was_not_modified(crawled_home):
    before = crawled_home.rows("select figure, capture from figures", database="programs.db")
    assert crawled_home.crawl("us_ipeds", mirror=crawled_home.folder / "mirror").returncode == 0
    assert crawled_home.run("publish").returncode == 0
    assert crawled_home.rows("select figure, capture from figures", database="programs.db") == before


def test_an_address_that_was_read_twice_in_a_run_gives_one_receipt(crawled_home):
    with closing(sqlite3.connect(crawled_home.folder / "collected.db")) as collected, collected:
        columns = (
            "run, url, method, fetched_at, http_status, sha256, kept_sha256, bytes, media_type, etag, last_modified"
        )
        collected.execute(f"insert into captures ({columns}) select {columns} from captures")
    before = crawled_home.rows("select figure, capture from figures", database="programs.db")
    assert crawled_home.run("publish").returncode == 0
    assert crawled_home.rows("select figure, capture from figures", database="programs.db") == before


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("medical records", {"100002-510707-3", "100002-510707-21"}),
        ("records medical", {"100002-510707-3", "100002-510707-21"}),
        ("assistants", {"100001-510801-21"}),
        ("birch", {"100002-510707-3", "100002-510707-21"}),
        ("astronomy", set()),
    ],
)
def test_search_over_program_field_and_school(small_home, words, found):
    sql = "select id from programs where rowid in (select rowid from programs_fts where programs_fts match ?)"
    assert {program_id for (program_id,) in small_home.rows(sql, words, database="programs.db")} == found


def test_wages_are_of_occupations_alone(small_home):
    columns = "soc, annual_median, wage_period, projection_annual_median, openings_per_year, wage_note"
    assert small_home.rows(f"select {columns} from occupations", database="programs.db") == [
        ("29-1211", None, "May 2025", None, None, "a wage at or above the highest that the survey prints"),
        ("29-2072", 51140, "May 2025", 50250, 14200, ""),
    ]


# --- the same, and whole ----------------------------------------------------------------------------------------------


def test_the_same_data_give_the_same_rows(crawled_home):
    before = crawled_home.dump(database="programs.db")
    assert crawled_home.run("publish").returncode == 0
    assert crawled_home.dump(database="programs.db") == before


@pytest.fixture
def paths(crawled_home):
    """collected.db and programs.db of a home of our own."""
    return crawled_home.folder / "collected.db", crawled_home.folder / "programs.db"


def test_a_publication_that_fails_leaves_the_last_file(paths, tmp_path, monkeypatch):
    broken = tmp_path / "published"
    broken.mkdir()
    (broken / "10_broken.sql").write_text("create table programs as select nothing from collected.listings;")
    monkeypatch.setattr(db.publish, "TABLES", broken)
    before = paths[1].read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="nothing"):
        build(*paths)
    assert paths[1].read_bytes() == before
    assert left_over(paths[1]) == []


def left_over(path: Path) -> list[str]:
    return [file.name for file in path.parent.iterdir() if file.name.startswith(f"{path.name}.")]


KILLED = "import os, signal, db.publish as p\ndef die(*_): os.kill(os.getpid(), signal.SIGKILL)\n"
MOMENTS = {
    "while the tables are made": "p.csv.DictReader = die\n",
    "before the swap": "p.os.replace = die\n",
}


@pytest.mark.parametrize("moment", mostly_long(MOMENTS))
def test_a_killed_publication_leaves_the_last_file_and_the_next_one_succeeds(crawled_home, paths, moment):
    before = paths[1].read_bytes()
    assert crawled_home.run("publish", script=KILLED + moment + MAIN).returncode == -signal.SIGKILL
    assert paths[1].read_bytes() == before
    assert crawled_home.run("publish").returncode == 0
    assert left_over(paths[1]) == []
    assert crawled_home.value("select count(*) from programs") == 7


def test_a_reader_of_the_last_file_is_not_disturbed(paths):
    with closing(sqlite3.connect(f"file:{paths[1]}?immutable=1", uri=True)) as reader:
        count = reader.execute("select count(*) from programs").fetchone()
        with closing(sqlite3.connect(paths[0])) as collected, collected:
            collected.execute("update listings set until_run = 1 where part = 'C_A' and cip = '51.0707'")
            collected.execute("delete from identities where listing like 'C_A/%/51.0707/%'")
        assert build(*paths) == 5
        assert reader.execute("select count(*) from programs").fetchone() == count == (7,)


def test_without_an_accepted_run_there_is_nothing_to_publish(tmp_path):
    collected, published = tmp_path / "collected.db", tmp_path / "programs.db"
    with pytest.raises(NothingToPublish, match="is not there"):
        build(collected, published)
    connect(collected).conn.close()
    with pytest.raises(NothingToPublish, match="no accepted run"):
        build(collected, published)
    assert Run(collected, SCHOOL).close().status == "doubted"
    with pytest.raises(NothingToPublish, match="no accepted run"):
        build(collected, published)
    assert not published.exists()


def test_a_doubted_run_is_published_as_a_doubt_and_as_nothing_else(crawled_home):
    mirror = crawled_home.folder / "mirror"
    (mirror / "www.bls.gov/emp/ind-occ-matrix/occupation.xlsx").write_bytes(b"<html>")
    assert crawled_home.crawl("us_bls", mirror=mirror).returncode == 1
    assert crawled_home.run("publish").returncode == 0
    rows = crawled_home.rows("select source, accepted_run, last_doubt from sources", database="programs.db")
    assert ("us_bls", 4, "occupation.xlsx: expected a workbook, got a web page") in rows
    assert [row[2] for row in rows if row[0] != "us_bls"] == ["", "", ""]
    assert crawled_home.value("select count(*) from occupations") == 2
