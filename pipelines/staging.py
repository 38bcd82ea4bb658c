"""Where the rows of a run wait: a file beside the collecting database, merged whole or kept for inspection."""

import fcntl
import sqlite3
from pathlib import Path
from typing import TextIO

from sqlite_utils import Database

from db.records import RECORDS, Record, columns


class AlreadyRunning(Exception):
    """Another process runs this source."""


def folder(database: Path) -> Path:
    """The folder of a collecting database's staged runs and locks."""
    place = database.parent / f"{database.stem}-runs"
    place.mkdir(parents=True, exist_ok=True)
    return place


def staged(database: Path, run: int) -> Path:
    """The file in which the rows of a run wait."""
    return folder(database) / f"{run}.db"


def hold(database: Path, source: str) -> TextIO:
    """A lock on a source until it is closed or the process ends. Raises AlreadyRunning."""
    lock = open(folder(database) / f"{source}.lock", "w")  # noqa: SIM115 - held until the caller ends
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise AlreadyRunning(f"{source} is being run by another process") from None
    return lock


def is_held(database: Path, source: str) -> bool:
    """Whether a process runs this source now."""
    try:
        hold(database, source).close()
    except AlreadyRunning:
        return True
    return False


def begin(path: Path) -> sqlite3.Connection:
    """An empty staging file with the tables of every record; what a killed run left of it is gone."""
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.executescript("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -8192")
    for record in RECORDS:
        db.execute(f"create table {record.table} ({', '.join(columns(record))})")
    db.execute("create table failed_urls (url)")
    return db


def attach(db: Database, path: Path) -> None:
    """Make a staging file known to a collecting database as `staged`; not within a transaction."""
    db.execute("attach ? as staged", (str(path),))


def merge(db: Database, source: str, run: int) -> tuple[int, int]:
    """Bring the attached staged rows of a source in as those of `run`; return how many rows it opened and closed.

    Within a transaction of the caller. What no longer holds is closed, what is new is opened, rows that are alike are
    not touched. What stood on pages that failed stays: its rows, and all figures of its listings, on whatever page.
    """
    db.execute("create temp table failed_urls as select url from staged.failed_urls")
    db.execute(
        """create temp table failed_listings as select listing from main.listings
           where source = ? and until_run is null and url in (select url from failed_urls)""",
        (source,),
    )
    counts = [_merge_table(db, record, source, run) for record in RECORDS]
    return sum(opened for opened, _ in counts), sum(closed for _, closed in counts)


def _merge_table(db: Database, record: type[Record], source: str, run: int) -> tuple[int, int]:
    table, names, key = record.table, columns(record), record.key
    had, has = (
        db.execute(sql, {"source": source}).fetchone()
        for sql in (
            f"select 1 from main.{table} where source = :source and until_run is null limit 1",
            f"select 1 from staged.{table} limit 1",
        )
    )
    if not had and not has:
        return 0, 0
    alike = " and ".join(f"old.{name} is new.{name}" for name in names)
    select = ", ".join(f"new.{name}" for name in names)
    spared = "url in (select url from failed_urls)"
    if "listing" in names:
        spared += " or listing in (select listing from failed_listings)"
    closed = 0
    new_only = ""
    if had:
        db.execute(f"create index if not exists staged.{table}_key on {table}({', '.join(key)})")
        closed = db.execute(
            f"""update main.{table} as old set until_run = ? where source = ? and until_run is null
                and not ({spared})
                and not exists (select 1 from staged.{table} as new where {alike})""",
            (run, source),
        ).rowcount
        new_only = f"where not exists (select 1 from main.{table} as old where old.until_run is null and {alike})"
    opened = db.execute(
        f"""insert into main.{table} ({", ".join(names)}, since_run)
            select {select}, {run} from staged.{table} as new {new_only}"""
    ).rowcount
    return opened, closed
