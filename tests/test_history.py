"""Nothing is forgotten: what a run changed, what a price was, what is gone and since when."""

import shutil
from dataclasses import replace

import pytest
from conftest import Home
from directory import ALDER, SCHOOL, Directory, offer, page

from db.metadata import load

PAGES = [page(f"/{n}", name=f"Welding {n}", cip="48.0508", price=1000 + n) for n in range(8)]
CHANGES = "select changed_on, listing, program_id, field, before, after from changes order by 1, 2, 4"


@pytest.fixture
def directory(tmp_path):
    directory = Directory(tmp_path)
    directory.registry(offer(21), offer(3))
    return directory


def crawl(directory, *pages, on):
    directory.crawl("al_alder", *PAGES, *pages, on=on)


def test_the_first_run_of_a_source_begins_and_changes_nothing(directory):
    crawl(directory, page(price=5000), on="2026-03-01")
    directory.publish()
    assert directory.rows(CHANGES) == []
    assert directory.rows("select count(*) from ended_figures") == [(0,)]


@pytest.mark.parametrize(
    ("later", "changed"),
    [
        pytest.param(page(price=5000), [], id="nothing"),
        pytest.param(page(price=5400), [("price total program any", "5000 USD", "5400 USD")], id="a price"),
        pytest.param(page(), [("price total program any", "5000 USD", "")], id="a price that is gone"),
        pytest.param(
            page(price=5000, months=9), [("length total months", "", "9 months")], id="a length that was not there"
        ),
        pytest.param(
            page(price=5000, name="Medical Assisting"),
            [("name", "Medical Assistant", "Medical Assisting")],
            id="a name",
        ),
        pytest.param(page(price=5000, award="diploma"), [("award", "certificate", "diploma")], id="an award"),
    ],
)
def test_what_a_run_changed_is_said_field_by_field(directory, later, changed):
    crawl(directory, page(price=5000), on="2026-03-01")
    crawl(directory, later, on="2026-04-01")
    directory.publish()
    said = [
        (field, before, after) for _, listing, _, field, before, after in directory.rows(CHANGES) if listing == "/ma"
    ]
    assert said == changed
    assert len(directory.rows(CHANGES)) == len(changed), "and nothing of any other program"


def test_programs_that_come_and_go_are_changes_without_their_figures(directory):
    crawl(directory, page("/a", price=5000), on="2026-03-01")
    directory.publish()
    crawl(directory, page("/b", name="Nurse Aide", cip="51.3902", price=900), on="2026-04-01")
    directory.publish()
    assert directory.rows(CHANGES) == [
        ("2026-04-01", "/a", f"{SCHOOL}-510801-21", "listing", "listed", "gone"),
        ("2026-04-01", "/b", f"{SCHOOL}-b", "listing", "", "listed"),
    ]


def test_a_school_that_is_renamed_and_closes(directory):
    closed = {"name": "Alder College", "status": "closed", "closed_on": "2026-05-01"}
    for name, value in closed.items():
        assert getattr(ALDER, name) != value
    later = replace(ALDER, **closed)
    directory.crawl("us_ipeds", later, offer(21), offer(3), on="2026-06-01")
    directory.publish()
    assert [(field, before, after) for *_, field, before, after in directory.rows(CHANGES)] == [
        ("school: closed on", "", "2026-05-01"), ("school: name", "Alder Career Institute", "Alder College"),
        ("school: status", "active", "closed"),
    ]  # fmt: skip


def test_a_price_through_time(directory):
    for price, day in ((5000, "2026-01-01"), (5000, "2026-02-01"), (5400, "2026-03-01"), (5900, "2026-04-01")):
        crawl(directory, page(price=price), on=day)
    directory.publish()
    sql = """select value_min, first_read_on, last_read_on, is_current, printed from price_history
             where program_id = ? and component = 'total' order by first_read_on"""
    assert directory.rows(sql, f"{SCHOOL}-510801-21") == [
        (5000, "2026-01-01", "2026-02-01", 0, "$5,000"),
        (5400, "2026-03-01", "2026-03-01", 0, "$5,400"),
        (5900, "2026-04-01", "2026-04-01", 1, "$5,900"),
    ]


def test_an_ended_figure_keeps_its_receipt(directory):
    crawl(directory, page(price=5000), on="2026-03-01")
    crawl(directory, page(price=5400), on="2026-04-01")
    directory.publish()
    sql = """select f.program_id, f.printed, f.value_min, c.fetched_at, c.kept_sha256, c.parser_version, f.last_read_on
             from ended_figures f join captures c using (capture)"""
    ((program, printed, value, fetched_at, kept, version, last),) = directory.rows(sql)
    assert (program, printed, value, last) == (f"{SCHOOL}-510801-21", "$5,000", 5000, "2026-03-01")
    assert (fetched_at, len(kept)) == ("2026-03-01T12:00:00Z", 64)
    assert version >= 1


def test_what_changed_between_two_days_is_the_first_before_and_the_last_after(directory):
    for price, day in ((5000, "2026-01-01"), (5400, "2026-02-01"), (5900, "2026-03-01"), (5000, "2026-04-01")):
        crawl(directory, page(price=price), on=day)
    directory.publish()

    def between(since, until):
        given = {"since": since, "until": until, "program": "", "unitid": ""}
        return [(row[5], row[6]) for row in directory.rows(load("queries")["changes_between"]["sql"], named=given)]

    assert between("2026-01-15", "2026-03-15") == [("5000 USD", "5900 USD")]
    assert between("2026-02-15", "2026-03-15") == [("5400 USD", "5900 USD")]
    assert between("2026-01-15", "2026-04-15") == [], "it is what it was"
    assert between("", "") == []


@pytest.fixture(scope="module")
def two_years(shared, home_of_2020, tmp_path_factory):
    """IPEDS of the mirror as of 2020 and then of 2022, with one publication."""
    home = Home(shutil.copytree(home_of_2020.folder, tmp_path_factory.mktemp("two-years") / "home"))
    crawl = home.run("crawl", "us_ipeds", "-a", "year=2022", "--mirror", shared / "mirror")
    assert crawl.returncode == 0, crawl.stdout + crawl.stderr
    published = home.run("publish")
    assert published.returncode == 0, published.stderr
    return home


def published(home, sql, *parameters):
    return home.rows(sql, *parameters, database="programs.db")


def test_two_years_of_the_mirror_are_a_history_of_offers(two_years):
    assert published(two_years, "select count(*) from programs") == [(105_544,)]
    (gone,) = published(
        two_years, "select count(*), min(as_of), max(as_of), count(distinct unitid) from withdrawn_programs"
    )
    new = published(
        two_years, "select count(*) from changes where field = 'listing' and before = '' and listing like 'C_A/%'"
    )
    assert 105_544 - new[0][0] == 99_033 - gone[0], "what is new and what is gone account for both years"
    assert gone[1:3] == ("2020", "2020")
    assert gone[0] > 8_000


def test_two_years_of_the_mirror_are_a_history_of_prices(two_years):
    sql = """select academic_year, value_min, is_current from price_history
             where unitid = '101240' and basis = 'year' and component = 'tuition_and_fees' and residency = 'in_state'"""
    assert published(two_years, sql) == [("2020-21", 3936, 0), ("2022-23", 3984, 1)]
    both = """select count(*) from (select unitid from price_history where basis = 'year' and residency = 'in_state'
              and component = 'tuition_and_fees' group by unitid having count(distinct academic_year) = 2)"""
    assert published(two_years, both)[0][0] > 3_000


def test_nothing_of_two_years_is_unproven_or_matched_by_a_name_alone(two_years):
    check = two_years.run("check")
    assert check.returncode == 0, check.stdout
    assert "0 of the numbers are not proven" in check.stdout
    assert published(two_years, load("queries")["by_name_alone"]["sql"]) == []
