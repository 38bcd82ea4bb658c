"""/status and /changes: what a maintainer and a careful reader see of how the data live."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from conftest import Home
from directory import Directory, offer, page
from test_search import Page, Pages

from db import status
from db.collected import read_only
from db.schedule import due, moment

NOW = datetime(2026, 4, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A school that lost its prices, one that is late, one that is fine; a price that changed."""
    folder = tmp_path_factory.mktemp("status")
    directory = Directory(folder)
    directory.registry(offer(21), on="2026-04-18")
    lost = [page(f"/{n}", name=f"Welding {n}", cip="48.0508", price=1000, source="al_lost") for n in range(6)]
    directory.crawl("al_lost", *lost, on="2026-04-10")
    directory.crawl("al_lost", *lost[:2], on="2026-04-19")
    directory.crawl("al_late", page(price=5000, source="al_late"), on="2026-03-01")
    for price, on in ((5000, "2026-04-01"), (5400, "2026-04-18")):
        directory.crawl("al_fine", page("/rn", name="Nurse Aide", cip="51.3902", price=price, source="al_fine"), on=on)
    directory.publish()
    return folder


@pytest.fixture(scope="module")
def site(folder):
    return Pages(Home(folder), "programs")


@pytest.fixture
def statuses(folder):
    with read_only(folder / "programs.db") as db:
        return {one.source: one for one in status.read(db, NOW)}


def test_what_needs_a_person_comes_first(statuses):
    assert [(one.source, one.state) for one in statuses.values()][:3] == [
        ("al_lost", "doubted"), ("al_late", "overdue"), ("al_fine", "fine"),
    ]  # fmt: skip


def test_the_published_file_says_the_same_as_the_collecting_one(folder, statuses):
    with read_only(folder / "collected.db") as db:
        assert {one.source: one for one in status.read(db, NOW)} == statuses


def test_a_doubted_run_stands_against_the_accepted_one_before(statuses):
    lost = statuses["al_lost"]
    assert lost.why == "figures: 4 this time, 12 in the last accepted run"
    assert (lost.last.listings, lost.before.listings) == (2, 6)
    assert (lost.last.fills["price"], lost.before.fills["price"]) == (2, 6)
    assert lost.last.monitors["listings_lost"] == 4
    assert lost.due == due("al_lost", 30, [run.past for run in lost.runs])
    assert timedelta(hours=21) < lost.due.at - lost.last.past.ended_at < timedelta(days=1)
    assert lost.accepted_at == moment("2026-04-10T12:01:00Z")


def test_the_page_says_why_and_draws_every_run(site):
    found = site.get("/status")
    text = Page(found.text).words
    assert "sources need a person" in text, "by today's clock all of them are late"
    assert "Doubted figures: 4 this time, 12 in the last accepted run" in text
    assert "0 listings new, 4 lost" in text
    assert '<rect class="doubted"' in found.text
    assert found.text.count("<title>") == 1 + 7, "the page's own, and one of each run"


def test_changes_are_shown_since_a_day(site):
    text = Page(site.get("/changes?since=2026-04-01").text).words
    assert "1 change since 2026-04-01" in text
    assert "price total program any 5000 USD 5400 USD" in text
    assert "Nothing has changed since 2026-04-20" in Page(site.get("/changes?since=2026-04-20").text).words
    assert "1 change since 2026-04-18" in Page(site.get("/changes").text).words


@pytest.mark.parametrize("since", ["yesterday", "2026-13-01", "<script>"])
def test_a_day_that_is_none_is_said(site, since):
    found = asyncio.run(site.datasette.client.get(f"/changes?since={since}"))
    assert found.status_code == 400
    assert "is no day like 2026-03-01" in found.text
    assert "<script>" not in found.text
