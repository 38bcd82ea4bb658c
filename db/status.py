"""How every source does: its last run against the one before, why it is doubted, when it is due next.

Reads `sources` and `runs`, which the collecting and the published database both have.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from db.schedule import DAY, KILLED, Due, Past, due, moment

FIELDS = ("price", "length", "award", "delivery", "accreditation")

RUNS = """select run, source, status, reason, coalesce(ended_at, started_at), coalesce(fills, '{}'),
    coalesce(monitors, '{}') from runs order by run"""


@dataclass(frozen=True)
class Ended:
    """A run that has ended: its listings (rows, of a source that lists none), its figures with a value of each field,
    those that fail a plausibility gate, and what it changed at once."""

    past: Past
    listings: int
    fills: Mapping[str, int]
    look_again: int
    monitors: Mapping[str, int]


@dataclass(frozen=True)
class Status:
    """One source. `last` is its newest run, `before` the last accepted one before that; None if there is none.

    state  fine | doubted | overdue | never; why  one sentence, "" if fine
    """

    source: str
    title: str
    cadence_days: int
    state: str
    why: str
    accepted_at: datetime | None
    due: Due
    last: Ended | None = None
    before: Ended | None = None
    runs: tuple[Ended, ...] = ()

    def age_days(self, now: datetime) -> float | None:
        """Days since the last accepted run, None if there is none."""
        return None if self.accepted_at is None else (now - self.accepted_at) / DAY


def read(db: sqlite3.Connection, now: datetime) -> list[Status]:
    """Every source that was ever run, what needs a person first."""
    runs = ended(db)
    sources = db.execute("select source, title, cadence_days from sources").fetchall()
    found = [of_source(*source, runs.get(source[0], []), now) for source in sources]
    return sorted(found, key=lambda one: (ORDER.index(one.state), one.source))


ORDER = ("doubted", "overdue", "never", "fine")


def of_source(source: str, title: str, cadence_days: int, runs: list[Ended], now: datetime) -> Status:
    """The status of a source with these runs, in their order."""
    when = due(source, cadence_days, [run.past for run in runs])
    accepted = [run for run in runs if run.past.status == "accepted"]
    accepted_at = accepted[-1].past.ended_at if accepted else None
    if not runs:
        return Status(source, title, cadence_days, "never", "it was never run", None, when)
    last = runs[-1]
    state, why = "fine", ""
    if last.past.status != "accepted":
        state, why = "doubted", last.past.reason
    elif when.is_overdue(now):
        state, why = "overdue", f"it was due on {when.at:%Y-%m-%d}"
    before = next((run for run in reversed(runs[:-1]) if run.past.status == "accepted"), None)
    return Status(source, title, cadence_days, state, why, accepted_at, when, last, before, tuple(runs))


def ended(db: sqlite3.Connection) -> dict[str, list[Ended]]:
    """The runs of every source, in their order. One that is marked as running was killed, or still runs."""
    found: defaultdict[str, list[Ended]] = defaultdict(list)
    for run, source, status, reason, ended_at, fills, monitors in db.execute(RUNS).fetchall():
        status, reason = ("doubted", KILLED) if status == "running" else (status, reason)
        counts = json.loads(fills)
        filled = {field: total(counts, field) for field in FIELDS}
        past = Past(run, status, reason, moment(ended_at))
        listings = counts.get("listings") or sum(number for name, number in counts.items() if "." not in name)
        found[source].append(Ended(past, listings, filled, counts.get("figures.look_again", 0), json.loads(monitors)))
    return dict(found)


def total(counts: Mapping[str, int], field: str) -> int:
    """The figures of a field over all parts of a source: "figures.price", "figures.IC_PY/price"."""
    return sum(number for name, number in counts.items() if is_of(name, field))


def is_of(name: str, field: str) -> bool:
    table, _, kind = name.partition(".")
    return table == "figures" and kind.rpartition("/")[2] == field


def troubled(statuses: Iterable[Status]) -> Iterator[Status]:
    """Those that a person must look at."""
    return (one for one in statuses if one.state in ("doubted", "overdue"))
