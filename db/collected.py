"""Opening collected.db, the normalized, append-only database that crawls write."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from db.migrations import migrations


@contextmanager
def read_only(path: Path) -> Iterator[sqlite3.Connection]:
    """A database that is only read."""
    db = sqlite3.connect(f"file:{path.absolute()}?mode=ro", uri=True)
    try:
        yield db
    finally:
        db.close()


def connect(path: Path) -> Database:
    """Open the collecting database, creating its folder and bringing its schema up to date.

    Returns a sqlite-utils Database in WAL mode. Raises sqlite3.OperationalError if it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    db = Database(path)
    db.conn.execute("pragma busy_timeout = 30000")
    db.conn.execute("pragma journal_mode = wal")
    db.conn.execute("pragma synchronous = normal")
    migrations.apply(db)
    return db
