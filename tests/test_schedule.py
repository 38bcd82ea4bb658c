"""When a source is due: a table of what happened and what follows."""

from datetime import UTC, datetime, timedelta

import pytest

from db.schedule import KILLED, Past, due, earlier

START = datetime(2026, 3, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def runs(*statuses):
    """One run a day from START, each with this status; "killed" is a doubted one that did not end by itself."""
    return [
        Past(number, "doubted" if status == "killed" else status, KILLED if status == "killed" else "", START + n * DAY)
        for n, (number, status) in enumerate(enumerate(statuses, 1))
    ]


@pytest.mark.parametrize(
    ("statuses", "days_after_the_last", "why"),
    [
        (["accepted", "killed"], 0, "its last run was killed"),
        (["doubted"], 1, "its last run was doubted"),
        (["accepted", "doubted"], 1, "its last run was doubted"),
        (["accepted", "doubted", "doubted"], 2, "2 runs were doubted"),
        (["accepted", *["doubted"] * 3], 4, "3 runs were doubted"),
        (["accepted", *["doubted"] * 9], 30, "9 runs were doubted"),
        (["doubted", "killed", "doubted"], 4, "3 runs were doubted"),
    ],
)
def test_after_a_run_that_was_not_accepted(statuses, days_after_the_last, why):
    past = runs(*statuses)
    found = due("al_alder", 30, past)
    wait = days_after_the_last * DAY
    assert 0.9 * wait <= found.at - past[-1].ended_at <= 0.95 * wait
    assert found.why == why


def test_a_source_that_was_never_run_is_due_and_not_overdue():
    found = due("al_alder", 30, [])
    assert found.is_due(START)
    assert not found.is_overdue(START)


def test_after_an_accepted_run_its_cadence_passes_or_a_little_less():
    found = [due(f"source_{n}", 30, runs("accepted")).at - START for n in range(200)]
    assert min(found) >= 27 * DAY
    assert max(found) <= 28.5 * DAY
    assert len({one.days for one in found}) == 2, "they spread over the days"
    assert earlier("al_alder", 1) != earlier("al_alder", 2), "and a source does not always come first"
    assert due("al_alder", 30, runs("accepted")) == due("al_alder", 30, runs("accepted"))


def test_due_for_more_than_a_day_is_overdue():
    found = due("al_alder", 30, runs("doubted"))
    assert not found.is_due(START + 0.89 * DAY)
    assert found.is_due(START + DAY)
    assert not found.is_overdue(START + 1.89 * DAY)
    assert found.is_overdue(START + 2 * DAY)


@pytest.mark.parametrize("statuses", [["accepted"], ["doubted"], ["accepted", *["doubted"] * 9]])
def test_a_daily_source_is_due_whenever_a_daily_schedule_fires(statuses):
    past = runs(*statuses)
    fires = past[-1].ended_at + DAY - timedelta(hours=1)
    for number in range(100):
        found = due(f"source_{number}", 1, past)
        assert found.is_due(fires), "the run of yesterday took an hour"
        assert not found.is_due(fires - timedelta(hours=12)), "and once a day is enough"
