"""A doubted run that a maintainer takes in after all: the source really shrank."""

import json
from pathlib import Path

from db.collected import connect
from pipelines.staging import attach, hold, merge, staged


class NoSuchRun(Exception):
    """The database has no run of this number."""


class NotAcceptable(Exception):
    """Why this run cannot be taken in, in one sentence."""


def accept(path: Path, run: int) -> tuple[str, int, int]:
    """Merge a doubted run that was kept whole into the database at `path`; return source, rows opened, rows closed.

    A run is whole if nothing but the comparison with the last accepted one spoke against it. Raises NoSuchRun,
    NotAcceptable, AlreadyRunning, or sqlite3.Error if the disk is full; then nothing has changed.
    """
    db = connect(path)
    try:
        found = db.execute("select source, status, whole, reason, notes from runs where run = ?", (run,)).fetchone()
        if not found:
            raise NoSuchRun(run)
        source, status, whole, reason, notes = found
        with hold(path, source):
            file = staged(path, run)
            if status != "doubted":
                raise NotAcceptable(f"run {run} of {source} is {status}: only a doubted run can be accepted")
            if not whole:
                raise NotAcceptable(f"run {run} of {source} is not whole ({reason}): crawl it again")
            if not file.exists():
                raise NotAcceptable(f"the rows of run {run} of {source} are gone: crawl it again")
            later = db.execute(
                "select max(run) from runs where source = ? and status = 'accepted' and run > ?", (source, run)
            ).fetchone()[0]
            if later:
                raise NotAcceptable(f"run {later} of {source} was accepted since: run {run} is out of date")
            attach(db, file)
            with db.atomic():
                opened, closed = merge(db, source, run)
                said = [*json.loads(notes), f"accepted by a maintainer although {reason}"]
                db["runs"].update(
                    run,
                    {"status": "accepted", "reason": "", "opened": opened, "closed": closed, "notes": json.dumps(said)},
                )
            file.unlink()
        return source, opened, closed
    finally:
        db.conn.close()
