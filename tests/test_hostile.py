"""A hostile site, crawled by its address: the crawl ends, obeys, stays where it may be, and loses no good page."""

import json
from collections import Counter

import pytest
from conftest import MAIN, Home
from hostile import FORBIDDEN, GOOD, HUGE, MEGABYTE, Hostile

SMALL = """
import crawler.settings as s
s.MOST_PAGES, s.MOST_DEPTH, s.MOST_SECONDS, s.MOST_BYTES = {pages}, 4, {seconds}, 2_000_000
s.DOWNLOAD_TIMEOUT, s.RETRY_TIMES = {timeout}, 1
"""


def crawl(home, server, pages=120, seconds=60, timeout=2):
    script = SMALL.format(pages=pages, seconds=seconds, timeout=timeout) + MAIN
    return home.run("crawl", "--site", server.url, script=script)


def last_run(home):
    ((status, reason, notes),) = home.rows("select status, reason, notes from runs order by run desc limit 1")
    return status, reason, json.loads(notes)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """(home, hostile server, neighbour, finished command) of one crawl."""
    home = Home(tmp_path_factory.mktemp("hostile"))
    with Hostile() as neighbour, Hostile(neighbour.url) as server:
        done = crawl(home, server)
        yield home, server, neighbour, done


def test_the_crawl_ends_by_itself_and_is_accepted(crawled):
    home, server, _, done = crawled
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert last_run(home)[:2] == ("accepted", "")
    assert len(server.seen) < 200


def test_no_listing_of_a_good_page_is_lost(crawled):
    home, *_ = crawled
    prices = dict(home.rows(
        """select name, value_min from listings join figures using (source, listing)
           where kind = 'price' and component = 'tuition'"""
    ))  # fmt: skip
    odd = {"Café Management Certificate": 3000, "Pâtisserie Certificate": 3100, "Bakery Certificate": 3200,
           "Carpentry Certificate": 3300, "Masonry Certificate": 3400, "Plumbing Certificate": 3500}  # fmt: skip
    good = {name: int(price.strip("$").replace(",", "")) for name, price in GOOD.values()}
    assert prices == good | odd


def test_the_neighbour_and_private_addresses_are_never_asked(crawled):
    home, server, neighbour, _ = crawled
    assert neighbour.seen == []
    hosts = home.rows("select distinct substr(url, 1, ?) from captures", len(server.url))
    assert hosts == [(server.url,)]


def test_robots_txt_is_obeyed_by_all_that_wait_for_it(crawled):
    _, server, *_ = crawled
    assert not set(FORBIDDEN) & set(server.seen)


def test_no_page_is_asked_in_circles(crawled):
    _, server, *_ = crawled
    asked = Counter(server.seen)
    assert not [path for path in asked if path.startswith(("/calendar/", "/search")) or "f%5B0%5D" in path]
    assert not [path for path in asked if "sid=" in path.lower() or "sort=" in path]
    assert sum("page=" in path for path in asked) <= 41
    assert sum("/programs/loop" in path for path in server.seen) <= 12
    assert asked["/programs/busy"] == 2
    assert asked["/programs/failing"] == 2, "one retry"


@pytest.mark.parametrize("path", ["/programs/huge", "/programs/unsized"])
def test_a_huge_page_is_not_taken(crawled, path):
    _, server, *_ = crawled
    assert path in server.seen
    assert server.sent[path] < 40 * MEGABYTE < HUGE


def test_the_run_says_what_happened(crawled):
    home, *_ = crawled
    notes = last_run(home)[2]
    for said in (
        "it leads away from the school's hosts", "it is larger than we take", "it did not answer in time",
        "Forbidden by robots.txt", "answered 403", "answered 500", "answered 404", "max redirections reached",
        "the address answers no text", "the page is empty", "120 pages",
    ):  # fmt: skip
        assert any(said.lower() in note.lower() for note in notes), (said, notes)
    assert len(notes) < 20, "counted, not listed"


def test_what_a_page_gave_stays_when_it_was_not_asked(crawled):
    """A later crawl that may ask for few pages only changes nothing of the others."""
    home, server, *_ = crawled
    before = home.value("select count(*) from listings where until_run is null", database="collected.db")
    crawl(home, server, pages=14)
    notes = last_run(home)[2]
    assert any("ended after 14 pages" in note for note in notes)
    assert home.value("select count(*) from listings where until_run is null", database="collected.db") == before


def test_a_site_that_never_answers_in_full_costs_no_more_than_the_time_given(home):
    with Hostile(drips=True) as server:
        crawl(home, server, seconds=3, timeout=60)
    status, reason, notes = last_run(home)
    assert status == "doubted"
    assert any("3 seconds" in note for note in notes), (reason, notes)


def test_a_wall_is_not_run_against(home):
    with Hostile(wall=True) as server:
        done = crawl(home, server)
    assert done.returncode == 1
    assert last_run(home)[:2] == ("doubted", f"{server.url}/ answered 403")
    assert len(server.seen) < 5
    assert "Traceback" not in done.stderr
