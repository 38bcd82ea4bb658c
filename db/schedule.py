"""When a source is due, from its cadence and its past runs. Pure: a crawl, a status and a page ask the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

KILLED = "the run was killed before it ended"
"""The reason of a run that did not end by itself."""

DAY = timedelta(days=1)
EARLIEST, LATEST = 0.1, 0.05
"""By these parts of its wait a source is due earlier: sources spread over the days, and a schedule that fires at the
same time each day finds due what ended some time after it fired the day before."""


@dataclass(frozen=True)
class Past:
    """A run that has ended, or was killed: its number, its status, its reason, and when it ended (UTC)."""

    run: int
    status: str
    reason: str
    ended_at: datetime


@dataclass(frozen=True)
class Due:
    """When a source is due, and why then. `at` is None if it was never run: it is due now."""

    at: datetime | None
    why: str

    def is_due(self, now: datetime) -> bool:
        return self.at is None or self.at <= now

    def is_overdue(self, now: datetime) -> bool:
        """Whether it was due for more than a day, which a schedule that is alive does not let happen."""
        return self.at is not None and self.at + DAY < now


def due(source: str, cadence_days: int, runs: Sequence[Past]) -> Due:
    """When a source is due that has these runs, in their order.

    After an accepted run: its cadence later. After a killed one: at once. After doubted ones: a day later, then two,
    four, … but never later than its cadence, for a school that is down is not asked every hour. Each a little earlier.
    """
    if not runs:
        return Due(None, "it was never run")
    last = runs[-1]
    if last.reason == KILLED:
        return Due(last.ended_at, "its last run was killed")
    if last.status == "accepted":
        wait, why = cadence_days, "its cadence"
    else:
        doubts = next((number for number, one in enumerate(reversed(runs)) if one.status == "accepted"), len(runs))
        wait = min(2 ** (doubts - 1), cadence_days)
        why = "its last run was doubted" if doubts == 1 else f"{doubts} runs were doubted"
    return Due(last.ended_at + wait * DAY * (1 - earlier(source, last.run)), why)


def earlier(source: str, run: int) -> float:
    """A number from LATEST to EARLIEST, the same whenever it is asked of a source after a run."""
    spread = int.from_bytes(sha256(f"{source} {run}".encode()).digest()[:4]) / 2**32
    return LATEST + (EARLIEST - LATEST) * spread


def moment(text: str) -> datetime:
    """A time as the databases hold it, ISO 8601 in UTC."""
    return datetime.fromisoformat(text)
