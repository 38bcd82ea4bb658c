"""collected.db -> programs.db: wide tables, indexes, search; built beside the old file and swapped whole.

The tables are made by db/published/*.sql, in order, from the database attached as `collected`; rows hold no time of
publication and are sorted, so that the same data give the same tables.
"""

import csv
import os
import sqlite3
from pathlib import Path

from sqlite_utils import Database

from db import dictionary

TABLES = Path(__file__).parent / "published"
REFERENCE = Path(__file__).parent / "reference"
SEARCHED = ("name", "field", "institution")


NUMBERS = {
    "n": int, "p05": float, "p50": float, "p95": float, "awlevel": int, "rank": int, "rank_stale": int,
    "fresh_days": int, "share": float, "share_per_year": float, "amount": float, "severity": int, "route": int,
}  # fmt: skip
"""Columns of reference tables that are numbers; codes are text, whatever they look like."""


class NothingToPublish(Exception):
    """No accepted run is in the database, or none holds a program."""


def build(collected: Path, published: Path) -> int:
    """Build `published` from `collected` and put it in place of the last one; return the number of programs.

    A reader of the last file is not disturbed, and a publication that fails or is killed changes nothing.
    Raises NothingToPublish, or sqlite3.Error if the disk is full.
    """
    if not collected.exists():
        raise NothingToPublish(f"{collected} is not there: crawl first")
    building = published.with_name(f"{published.name}.building")
    building.unlink(missing_ok=True)
    db = Database(sqlite3.connect(building))
    try:
        db.conn.executescript("pragma journal_mode = off; pragma synchronous = off; pragma temp_store = memory")
        db.execute("attach ? as collected", (str(collected),))
        if not db.execute("select 1 from collected.runs where status = 'accepted' limit 1").fetchone():
            raise NothingToPublish(f"{collected} holds no accepted run: all that was crawled was doubted")
        for table in sorted(REFERENCE.glob("*.csv")):
            with table.open(encoding="utf-8", newline="") as file:
                rows = csv.DictReader(file)
                db[table.stem].create({name: NUMBERS.get(name, str) for name in rows.fieldnames})
                db[table.stem].insert_all(typed(row) for row in rows)
        for script in sorted(TABLES.glob("*.sql")):
            db.conn.executescript(script.read_text(encoding="utf-8"))
        dictionary.write(db.conn)
        db["programs"].enable_fts(SEARCHED, tokenize="porter")
        db.conn.commit()
        db.execute("detach collected")
        db.execute("analyze")
        programs = db["programs"].count
        if not programs:
            raise NothingToPublish("no accepted run holds a program: `tuitionary crawl us_ipeds` first")
        db.conn.commit()
        db.conn.close()
        with building.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(building, published)
        return programs
    finally:
        db.conn.close()
        building.unlink(missing_ok=True)


def typed(row: dict[str, str]) -> dict:
    """A row of a reference table with its numbers as numbers, an empty one as None."""
    return {
        name: value if name not in NUMBERS else NUMBERS[name](value) if value else None for name, value in row.items()
    }
