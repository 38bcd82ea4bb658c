"""Runs: whole or not at all. What a run stores, what it leaves alone, and what it says when it is doubted."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from db.records import Figure, Institution, Listing
from pipelines.staging import AlreadyRunning
from pipelines.store import Capture, Run, Source, now

SOURCE = Source("al_alder", "Alder", "Alder Institute", "as printed", "", "https://alder.example", 30, "")
OTHER = replace(SOURCE, source="al_birch")
PAGE = "https://alder.example/programs/{}"
TUITION = "https://alder.example/tuition"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "collected.db"


@pytest.fixture
def rows(path):
    """A function from SQL to rows of collected.db."""

    def read(sql, *parameters):
        with closing(sqlite3.connect(path)) as db:
            return db.execute(sql, parameters).fetchall()

    return read


@pytest.fixture
def dump(rows):
    """A function that gives every row of every table but `runs` and `captures`."""

    def read():
        tables = rows("select name from sqlite_master where type = 'table' and name not in ('runs', 'captures')")
        return {table: rows(f"select * from [{table}] order by rowid") for (table,) in tables if table != "identities"}

    return read


@pytest.fixture
def crawl(path):
    """A function that runs a source: it adds the records and closes the run."""

    def run(records, source=SOURCE, finished=True, failed=(), captures=()):
        one = Run(path, source)
        for record in records:
            one.add(record)
        for capture in captures:
            one.add_capture(capture)
        for url in failed:
            one.page_failed(url, "answered 500")
        return one.close(finished)

    return run


def program(number, price=1000, source=SOURCE, price_page=""):
    """A listing with a price and an award."""
    key, url = f"/programs/{number}", PAGE.format(number)
    figures = [
        Figure(source.source, key, "price", f"${price:,}", "Tuition", value_min=price, value_max=price, unit="USD",
               component="tuition", basis="program", url=price_page or url),
        Figure(source.source, key, "award", "Certificate", value="certificate", url=url),
    ]  # fmt: skip
    return Listing(source.source, key, "100001", f"Program {number}", url=url, figures=figures)


def programs(count, **columns):
    return [program(number, **columns) for number in range(count)]


def capture(url, kept="a" * 64, **columns):
    return replace(Capture(url, "GET", now(), 200, kept, kept, 10, "text/html", '"1"', ""), **columns)


def staging(path):
    return sorted(file.name for file in path.parent.glob("collected-runs/*.db"))


def test_an_accepted_run_is_stored_whole(crawl, rows, path):
    outcome = crawl(programs(3), captures=[capture(PAGE.format(1))])
    assert (outcome.status, outcome.reason) == ("accepted", "")
    assert (outcome.listings, outcome.opened, outcome.closed) == (3, 9, 0)
    assert rows("select count(*), min(since_run), max(until_run) from listings") == [(3, 1, None)]
    assert rows("select count(*), sum(value_min) from figures where kind = 'price'") == [(3, 3000.0)]
    assert rows("select status, listings, figures, opened, closed, pages from runs") == [("accepted", 3, 6, 9, 0, 1)]
    assert rows("select source, cadence_days from sources") == [("al_alder", 30)]
    assert staging(path) == []


def test_a_second_identical_run_changes_nothing(crawl, rows, dump):
    crawl(programs(3))
    before = dump()
    outcome = crawl(programs(3))
    assert (outcome.status, outcome.opened, outcome.closed) == ("accepted", 0, 0)
    assert dump() == before
    assert rows("select run, status from runs") == [(1, "accepted"), (2, "accepted")]


def test_a_change_closes_and_opens_exactly_its_rows(crawl, rows):
    crawl(programs(3))
    outcome = crawl([program(0), program(1, price=1200), program(2)])
    assert (outcome.opened, outcome.closed) == (1, 1)
    prices = "select printed, value_min, since_run, until_run from figures where listing = ? and kind = 'price'"
    assert rows(prices, "/programs/1") == [("$1,000", 1000.0, 1, 2), ("$1,200", 1200.0, 2, None)]
    assert rows("select count(*) from figures where since_run = 1 and until_run is null") == [(5,)]
    assert rows("select count(*) from listings where since_run = 1 and until_run is null") == [(3,)]


def test_what_is_gone_is_closed_and_what_comes_back_is_opened_anew(crawl, rows):
    crawl(programs(6))
    assert (crawl(programs(5)).closed, crawl(programs(6)).opened) == (3, 3)
    lives = "select since_run, until_run from listings where listing = '/programs/5' order by since_run"
    assert rows(lives) == [(1, 2), (3, None)]


def test_one_source_never_touches_another(crawl, rows):
    crawl(programs(3))
    crawl(programs(3, source=OTHER, price=5), source=OTHER)
    assert crawl(programs(3)).closed == 0
    assert rows("select source, count(*) from listings where until_run is null group by 1") == [
        ("al_alder", 3), ("al_birch", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("records", "how", "reason"),
    [
        (programs(3), {"finished": False}, "the run was stopped before it ended"),
        ([], {}, "nothing was read: no page or table gave a single row"),
        (programs(6), {}, "figures: 12 this time, 16 in the last accepted run"),
        (programs(8) + programs(1, price=9), {}, "listings: /programs/0 was read twice in one run"),
        (
            [*programs(8), Institution("al_alder", "100001", "A"), Institution("al_alder", "100001", "B")], {},
            "institutions: 100001 was read twice in one run",
        ),
    ],
    ids=["stopped", "empty", "a quarter less", "listing twice", "school twice"],
)  # fmt: skip
def test_a_doubted_run_touches_nothing_and_can_be_inspected(crawl, rows, dump, path, records, how, reason):
    crawl(programs(8), captures=[capture(PAGE.format(1))])
    before = dump()
    records = [replace(record) for record in records]
    outcome = crawl(records, captures=[capture(PAGE.format(2))], **how)
    assert (outcome.status, outcome.reason, outcome.opened, outcome.closed) == ("doubted", reason, 0, 0)
    assert dump() == before
    assert rows("select status, reason, pages from runs where run = 2") == [("doubted", reason, 1)]
    assert rows("select count(*) from captures where run = 2") == [(1,)]
    assert staging(path) == ["2.db"]
    with closing(sqlite3.connect(path.parent / "collected-runs" / "2.db")) as staged:
        listings = [record for record in records if isinstance(record, Listing)]
        assert staged.execute("select count(*) from listings").fetchone() == (len(listings),)


def test_a_run_is_compared_with_the_last_accepted_one_not_with_a_doubted(crawl):
    crawl(programs(8))
    assert crawl(programs(5)).status == "doubted"
    assert crawl(programs(5)).status == "doubted", "a source must not shrink run after run"
    assert crawl(programs(7)).status == "accepted"


def test_several_doubts_give_one_reason_and_are_said_once(path):
    run = Run(path, SOURCE)
    run.add(program(1))
    for reason in ("hd2022.csv: the column UNITID is missing", "ic2022.csv: the file is empty") * 2:
        run.doubt(reason)
    assert run.reasons == ["hd2022.csv: the column UNITID is missing", "ic2022.csv: the file is empty"]
    assert run.close().reason == "hd2022.csv: the column UNITID is missing"


def test_a_page_that_failed_keeps_what_it_gave(crawl, rows, dump):
    crawl([*programs(8), program(8, price_page=TUITION)])
    before = dump()
    outcome = crawl(programs(8), failed=[PAGE.format(8)])
    assert (outcome.status, outcome.opened, outcome.closed) == ("accepted", 0, 0)
    assert dump() == before, "neither the listing nor its price, which stands on another page, has ended"
    assert outcome.notes == (f"{PAGE.format(8)}: answered 500; what it gave before stays",)
    assert crawl(programs(8)).closed == 3, "a page that is gone gives nothing any more"


def test_a_failed_page_spares_only_itself(crawl, rows):
    crawl(programs(8))
    assert crawl(programs(6), failed=[PAGE.format(7)]).status == "doubted"
    crawl([program(0, price=7), *programs(7)[1:]], failed=[PAGE.format(7)])
    open_prices = rows("select sum(value_min) from figures where kind = 'price' and until_run is null")
    assert open_prices == [(7007.0,)]


def test_a_run_that_was_cut_short_keeps_what_the_pages_gave_that_it_did_not_ask(crawl, path, rows):
    crawl(programs(20))
    run = Run(path, SOURCE)
    for listing in programs(19)[1:]:
        run.add(listing)
    for number in range(19):
        run.add_capture(Capture(PAGE.format(number), "GET", now(), 200, "", "", 1, "text/html", "", ""))
    run.cut_short("the crawl was ended after 19 pages")
    outcome = run.close()
    assert (outcome.status, outcome.opened) == ("accepted", 0)
    assert outcome.notes == (
        "the crawl was ended after 19 pages; what the pages gave that were not asked stays",
        "1 of the pages that gave listings answer and give none",
    )
    gone = rows("select distinct listing from listings where until_run is not null")
    assert gone == [("/programs/0",)], "page 0 was asked and gave nothing; page 19 was not asked"


def test_what_is_said_of_many_pages_is_said_once(path):
    run = Run(path, SOURCE)
    run.note("the whole run")
    run.note("answered 404", PAGE.format(1))
    for number in range(5_000):
        run.note("prints no price", PAGE.format(number))
    assert run.notes.lines() == (
        "the whole run", f"{PAGE.format(1)}: answered 404",
        f"prints no price (5,000 pages, as {PAGE.format(0)}, {PAGE.format(1)}, {PAGE.format(2)})",
    )  # fmt: skip
    run.close()


def test_captures_do_not_wait_in_memory(path):
    run = Run(path, SOURCE)
    run.add(program(1))
    most = 0
    for number in range(1_200):
        run.add_capture(Capture(PAGE.format(number), "GET", now(), 304 if number % 2 else 200, "", "", 10, "", "", ""))
        most = max(most, len(run._captures))
    outcome = run.close()
    assert most <= 500
    db = sqlite3.connect(path)
    assert db.execute("select count(*), min(run) from captures").fetchone() == (1_200, outcome.run)
    assert db.execute("select pages, not_modified, bytes from runs").fetchone() == (1_200, 600, 6_000)


def test_a_source_runs_once_at_a_time(path):
    first = Run(path, SOURCE)
    with pytest.raises(AlreadyRunning, match=r"^al_alder is being run by another process$"):
        Run(path, SOURCE)
    other = Run(path, OTHER)
    other.add(program(1, source=OTHER))
    assert other.close().status == "accepted"
    first.add(program(1))
    assert first.close().status == "accepted"
    assert Run(path, SOURCE).run == 3


def test_the_last_capture_is_of_an_accepted_run_of_this_source(crawl, path):
    page = PAGE.format(1)
    crawl(programs(8), captures=[capture(page, "a" * 64)])
    crawl(programs(8), captures=[capture(page, "b" * 64, etag='"2"'), capture(TUITION, "")])
    crawl(programs(2), captures=[capture(page, "c" * 64)])
    crawl(programs(1, source=OTHER), source=OTHER, captures=[capture(page, "d" * 64)])
    run = Run(path, SOURCE)
    assert run.last_capture(page) == capture(page, "b" * 64, etag='"2"', fetched_at=run.last_capture(page).fetched_at)
    assert run.last_capture(TUITION) is None
    assert run.last_capture(PAGE.format(2)) is None
    run.close()


# --- a full disk -----------------------------------------------------------------------------------------------------


def full(db):
    """From here on the disk has no room for one page more."""
    (pages,) = db.execute("pragma page_count").fetchone()
    db.execute(f"pragma max_page_count = {pages}")


@pytest.mark.parametrize("where", ["staging", "merging"])
def test_a_full_disk_is_one_sentence_and_no_loss(crawl, rows, dump, path, where):
    crawl(programs(8))
    before = dump()
    run = Run(path, SOURCE)
    full(run._staged if where == "staging" else run.db)
    for record in programs(2000):
        run.add(record)
    outcome = run.close()
    assert (outcome.status, outcome.reason) == ("doubted", "could not be stored: database or disk is full")
    assert dump() == before
    assert rows("pragma integrity_check") == [("ok",)]
    assert rows("select status from runs where run = 2") in ([("doubted",)], [("running",)])
    assert crawl(programs(9)).status == "accepted", "the next run finds room again"
    assert rows("select status from runs where run = 2") == [("doubted",)]


def test_a_run_that_was_killed_is_marked_by_the_next(path, crawl, rows):
    run = Run(path, SOURCE)
    run.add(program(1))
    run.db.conn.close()  # what is left of a killed process: a row `running`, and no lock
    run._lock.close()
    assert rows("select status from runs") == [("running",)]
    crawl(programs(3))
    assert rows("select status, reason from runs") == [
        ("doubted", "the run was killed before it ended"), ("accepted", ""),
    ]  # fmt: skip
