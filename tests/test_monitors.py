"""What a run changes at once: counted for every run, and doubted where prices jump."""

import json

import pytest
from directory import Directory, page

PRICED = [page(f"/{n}", name=f"Welding {n}", cip="48.0508", price=1000 + n) for n in range(10)]


@pytest.fixture
def directory(tmp_path):
    return Directory(tmp_path)


def pages(prices, academic_year=""):
    found = [page(f"/{n}", name=f"Welding {n}", cip="48.0508", price=price) for n, price in enumerate(prices)]
    for figure in (figure for one in found for figure in one.figures if figure.kind == "price"):
        figure.academic_year = academic_year
    return found


def monitors(directory):
    return json.loads(directory.rows("select monitors from runs order by run desc limit 1", database="collected")[0][0])


@pytest.mark.parametrize(
    ("later", "status", "counted"),
    [
        pytest.param([1000 + n for n in range(10)], "accepted", (10, 0), id="nothing changed"),
        pytest.param([1900, 1901, *(1002 + n for n in range(8))], "accepted", (10, 2), id="two prices"),
        pytest.param([1900, 1901, 1902, *(1003 + n for n in range(7))], "accepted", (10, 3), id="three of ten"),
        pytest.param([1900, 1901, 1902, 1903, *(1004 + n for n in range(6))], "doubted", (10, 4), id="four of ten"),
        pytest.param([9000 + n for n in range(10)], "doubted", (10, 10), id="all"),
    ],
)
def test_prices_that_jump_at_once_are_doubted(directory, later, status, counted):
    directory.crawl("al_alder", *pages([1000 + n for n in range(10)]))
    outcome = directory.crawl("al_alder", *pages(later), on="2026-04-01")
    assert outcome.status == status, outcome.reason
    found = monitors(directory)
    assert (found["prices_compared"], found["prices_changed"]) == counted
    if status == "doubted":
        said = f"prices changed at {counted[1]} of 10 listings at once, in the same academic year"
        assert outcome.reason == said
        assert outcome.whole, "a maintainer may take it in"


def test_one_of_three_prices_is_no_jump(directory):
    directory.crawl("al_alder", *pages([1000, 2000, 3000]))
    assert directory.crawl("al_alder", *pages([1500, 2500, 3000]), on="2026-04-01").status == "accepted"


def test_the_prices_of_a_new_academic_year_are_no_jump(directory):
    directory.crawl("al_alder", *pages([1000 + n for n in range(10)], academic_year="2025-26"))
    later = directory.crawl("al_alder", *pages([1100 + n for n in range(10)], academic_year="2026-27"), on="2026-04-01")
    assert later.status == "accepted"
    assert monitors(directory)["prices_changed"] == 0


def test_listings_that_come_and_go_are_counted_apart_from_pages_that_failed(directory):
    directory.crawl("al_alder", *PRICED)
    later = directory.crawl("al_alder", *PRICED[2:], page("/new", price=900), on="2026-04-01", failed=(PRICED[0].url,))
    assert later.status == "accepted"
    assert monitors(directory) == {
        "listings_new": 1, "listings_lost": 1, "pages_emptied": 0, "prices_compared": 8, "prices_changed": 0,
    }  # fmt: skip


def test_the_first_run_of_a_source_has_nothing_to_compare(directory):
    directory.crawl("al_alder", *PRICED)
    assert monitors(directory) == {}
