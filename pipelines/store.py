"""Writes one run of one source, whole or not at all.

A run's rows are staged in a file of their own while it lasts; only an accepted run is merged, in one transaction, so
that a crawl never locks the database, a killed one changes nothing, and a doubted one stays whole for inspection.
"""

import json
import sqlite3
import time
from collections import Counter, defaultdict
from dataclasses import asdict, fields
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path

from db.collected import connect
from db.records import Figure, Listing, Record, as_row, columns
from db.schedule import KILLED
from pipelines.accept import doubt
from pipelines.fills import filled, twice
from pipelines.monitors import jump, measure
from pipelines.notes import Notes
from pipelines.parse import VERSION
from pipelines.preview import differences
from pipelines.staging import attach, begin, hold, merge, staged
from pipelines.told import Capture, Outcome, Source

BATCH = 5_000
CAPTURES_AT_ONCE = 500
CAPTURES_AT_LEAST_EVERY = 5
"""Seconds: what was captured longer ago than that is not asked again after a kill."""
FRESH_DAYS = 1
"""How old a killed run may be whose captures stand for its pages."""

STATED = {"published", "computed", "implied"}
"""Statuses of figures that have a value; a run is compared by how many it has."""


CAPTURED = ", ".join(field.name for field in fields(Capture))
capture_row = attrgetter(*(field.name for field in fields(Capture)))


def now() -> str:
    """The current time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Run:
    """A run of `source` into the database at `path`: `add` rows and captures, then `close`.

    One that only `tries` is judged like any other, and stores nothing.
    Raises AlreadyRunning if another process holds this source, sqlite3.Error if the disk is full or not writable.
    """

    def __init__(self, path: Path, source: Source, arguments: dict[str, str] | None = None, tries: bool = False):
        self.source = source.source
        self.tries = tries
        self.listings = 0
        self.reasons: list[str] = []
        self.notes = Notes()
        self.failed_urls: list[str] = []
        self._captures: list[Capture] = []
        self._captured: Counter[str] = Counter()
        self._kept_at = time.monotonic()
        self._cut_short = False
        self._rows: dict[type[Record], list[tuple]] = defaultdict(list)
        self._stated: Counter[tuple[str, str]] = Counter()
        self._lock = hold(path, self.source)
        self.db = connect(path)
        self.run = self._begin(source, arguments or {})
        self._killed = self._just_killed()
        self._staging = staged(path, self.run)
        self._staged = begin(self._staging)

    @property
    def pages(self) -> int:
        """Answers so far."""
        return self._captured["pages"]

    def add(self, record: Record) -> None:
        """Stage a record; a listing brings its figures."""
        self._stage(record)
        if type(record) is Listing:
            self.listings += 1
            for figure in record.figures:
                self._stage(figure)
                if figure.status in STATED:
                    self._stated[record.part, figure.kind] += 1

    def add_capture(self, capture: Capture) -> None:
        """Remember what an address answered, whatever becomes of the run."""
        self._captures.append(capture)
        self._captured["pages"] += 1
        self._captured["not_modified"] += capture.http_status == 304
        self._captured["bytes"] += capture.bytes if capture.http_status != 304 else 0
        if len(self._captures) >= CAPTURES_AT_ONCE or time.monotonic() - self._kept_at > CAPTURES_AT_LEAST_EVERY:
            try:
                self._keep_captures()
            except sqlite3.Error as error:
                self.doubt(f"the captures could not be recorded: {error}")

    def last_capture(self, url: str) -> Capture | None:
        """The newest capture of this address that an accepted run of this source kept."""
        row = self.db.execute(
            f"""select {CAPTURED} from captures where url = ? and kept_sha256 != ''
                   and run in (select run from runs where source = ? and status = 'accepted')
               order by capture desc limit 1""",
            (url, self.source),
        ).fetchone()
        return Capture(*row) if row else None

    def capture_before_the_kill(self, url: str, method: str) -> Capture | None:
        """What the run before this one captured of this address, if it was killed, and not long ago."""
        if not self._killed:
            return None
        row = self.db.execute(
            f"select {CAPTURED} from captures where url = ? and method = ? and run = ? and kept_sha256 != ''",
            (url, method, self._killed),
        ).fetchone()
        return Capture(*row) if row else None

    def control_of(self, unitid: str) -> str:
        """Who governs this school, as its registry says; "" if no registry that was read knows it."""
        sql = "select control from institutions where unitid = ? and until_run is null"
        row = self.db.execute(sql, (unitid,)).fetchone()
        return row[0] if row else ""

    def doubt(self, reason: str) -> None:
        """Say, in one sentence, why this run must not be accepted."""
        if reason not in self.reasons:
            self.reasons.append(reason)

    def note(self, note: str, url: str = "") -> None:
        """Say something of the run, or of one of its pages, that is no reason to doubt it."""
        self.notes.add(note, url)

    def page_failed(self, url: str, why: str) -> None:
        """A page could not be read this time: what it gave last time stays as it was."""
        self.failed_urls.append(url)
        self.note(f"{why}; what it gave before stays", url)

    def cut_short(self, why: str) -> None:
        """Not every page was asked: what those pages gave last time stays as it was."""
        if not self._cut_short:
            self._cut_short = True
            self.note(f"{why}; what the pages gave that were not asked stays")

    def close(self, finished: bool = True) -> Outcome:
        """Judge the run, merge it if it is accepted, and record how it ended. Never raises sqlite3.Error."""
        fills: dict[str, int] = {}
        monitors: dict[str, int] = {}
        changes: dict[str, int] = {"opened": 0, "closed": 0}
        whole = False
        try:
            self._flush()
            self._keep_captures()
            if self._cut_short:
                self.failed_urls += self._pages_not_asked()
            fills = filled(self._staged, self._stated)
            if not finished:
                self.doubt("the run was stopped before it ended")
            if marked := fills.get("figures.look_again"):
                self.note(f"{marked:,} figures look implausible: they are marked, kept and left out of statistics")
            for reason in twice(self._staged):
                self.doubt(reason)
            whole = bool(fills) and not self.reasons
            with self._staged:
                self._staged.executemany("insert into failed_urls values (?)", [(url,) for url in self.failed_urls])
            self._staged.close()
            attach(self.db, self._staging)
            if before := self._fills_before():
                monitors = measure(self.db, self.source, self.run)
                if emptied := monitors["pages_emptied"]:
                    self.note(f"{emptied:,} of the pages that gave listings answer and give none")
            if not self.reasons and (reason := doubt(fills, before) or jump(monitors)):
                self.doubt(reason)
            if self.tries:
                return self._forget(fills, whole)
            changes = self._end(fills, monitors, whole)
        except sqlite3.Error as error:
            whole = False
            self.doubt(f"could not be stored: {error}")
            self._staged.close()
            self._staging.unlink(missing_ok=True)  # it is not whole, and a full disk needs the room
            self._end_doubted(fills, monitors)
        status, reason = ("doubted", self.reasons[0]) if self.reasons else ("accepted", "")
        if status == "accepted":
            self._staging.unlink(missing_ok=True)
        self.db.conn.close()
        self._lock.close()
        return Outcome(
            self.run,
            self.source,
            status,
            reason,
            fills.get("listings", 0),
            **changes,
            notes=self.notes.lines(),
            whole=whole,
        )

    def _stage(self, record: Record) -> None:
        kind = type(record)
        rows = self._rows[kind]
        rows.append(as_row(kind)(record))
        if len(rows) >= BATCH:
            self._write(kind, rows)

    def _write(self, kind: type[Record], rows: list[tuple]) -> None:
        marks = ", ".join("?" * len(columns(kind)))
        self._staged.executemany(f"insert into {kind.table} values ({marks})", rows)
        rows.clear()

    def _flush(self) -> None:
        for kind, rows in self._rows.items():
            if rows:
                self._write(kind, rows)
        self._staged.commit()

    def _begin(self, source: Source, arguments: dict[str, str]) -> int:
        with self.db.atomic():
            self.db["sources"].upsert(asdict(source), pk="source")
            self.db.execute(
                "update runs set status = 'doubted', ended_at = ?, reason = ? where source = ? and status = 'running'",
                (now(), KILLED, self.source),
            )
            return self.db["runs"].insert(
                {
                    "source": self.source, "started_at": now(), "status": "running",
                    "arguments": json.dumps(arguments, sort_keys=True), "parser_version": VERSION,
                }
            ).last_pk  # fmt: skip

    def _just_killed(self) -> int | None:
        """The number of the run before this one, if it was killed not long ago."""
        row = self.db.execute(
            """select max(run) from runs where run = (select max(run) from runs where source = ? and run < ?)
                   and reason = ? and julianday(started_at) > julianday(?) - ?""",
            (self.source, self.run, KILLED, now(), FRESH_DAYS),
        ).fetchone()
        return row[0]

    def _fills_before(self) -> dict[str, int]:
        row = self.db.execute(
            "select fills from runs where source = ? and status = 'accepted' order by run desc limit 1", (self.source,)
        ).fetchone()
        return json.loads(row[0]) if row else {}

    def _end(self, fills: dict[str, int], monitors: dict[str, int], whole: bool) -> dict[str, int]:
        """Merge a run that nothing speaks against, and write its row and captures, in one transaction."""
        opened = closed = 0
        with self.db.atomic():
            if not self.reasons:
                opened, closed = merge(self.db, self.source, self.run)
            self._record(fills, monitors, opened, closed, whole)
        return {"opened": opened, "closed": closed}

    def _forget(self, fills: dict[str, int], whole: bool) -> Outcome:
        """The outcome of a run that only tries, of which nothing stays."""
        found = tuple(differences(self.db, self.source))
        with self.db.atomic():
            self.db["runs"].delete(self.run)
            self.db.execute("delete from sources where source not in (select source from runs)")
        self.db.conn.close()
        self._staging.unlink()
        self._lock.close()
        status, reason = ("doubted", self.reasons[0]) if self.reasons else ("accepted", "")
        rows = fills.get("listings", 0)
        return Outcome(self.run, self.source, status, reason, rows, 0, 0, self.notes.lines(), whole, found)

    def _end_doubted(self, fills: dict[str, int], monitors: dict[str, int]) -> None:
        """Record the doubt without the database's other rows; where even that fails, the next run records it."""
        try:
            if self.db.conn.in_transaction:
                self.db.conn.rollback()
            with self.db.atomic():
                self._record(fills, monitors, 0, 0, whole=False)
        except sqlite3.Error:
            self.note("the run's own row could not be written either; the next run will mark it as killed")

    def _keep_captures(self) -> None:
        """Write the captures of this run that wait in memory."""
        if self.tries:
            self._captures.clear()
        marks = ", ".join("?" * (len(fields(Capture)) + 1))
        rows = [(self.run, *capture_row(capture)) for capture in self._captures]
        self._captures.clear()
        self._kept_at = time.monotonic()
        with self.db.atomic():
            self.db.conn.executemany(f"insert into captures (run, {CAPTURED}) values ({marks})", rows)

    def _pages_not_asked(self) -> list[str]:
        """The pages that gave listings last time and were not captured in this run."""
        rows = self.db.execute(
            """select distinct url from listings where source = ? and until_run is null
                   and url not in (select url from captures where run = ?)""",
            (self.source, self.run),
        ).fetchall()
        return [url for (url,) in rows]

    def _record(self, fills: dict[str, int], monitors: dict[str, int], opened: int, closed: int, whole: bool) -> None:
        self.db["runs"].update(
            self.run,
            {
                "ended_at": now(),
                "status": "doubted" if self.reasons else "accepted",
                "reason": self.reasons[0] if self.reasons else "",
                "listings": fills.get(Listing.table, 0),
                "figures": fills.get(Figure.table, 0),
                "opened": opened,
                "closed": closed,
                **{name: self._captured[name] for name in ("pages", "not_modified", "bytes")},
                "fills": json.dumps(fills, sort_keys=True),
                "monitors": json.dumps(monitors),
                "notes": json.dumps(self.notes.lines()),
                "whole": int(whole),
            },
        )
