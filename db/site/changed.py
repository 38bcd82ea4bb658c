"""What the runs since a day changed, by day. Ask it of a published database."""

import sqlite3
from dataclasses import dataclass
from datetime import date

MOST = 500
"""Changes that a page shows; the table holds them all."""

COUNTS = "select field, count(*) as times from changes where changed_on >= ? group by field order by 2 desc, 1"
ROWS = """
select c.changed_on, c.source, c.listing, c.field, c.before, c.after, c.program_id, c.unitid, p.name, p.institution,
    coalesce(w.name, '') as gone_name
from changes c left join programs p on p.id = c.program_id left join withdrawn_programs w on w.id = c.program_id
where c.changed_on >= ? order by c.changed_on desc, p.institution, p.name, c.source, c.listing, c.field limit ?
"""
FIRST = "select min(changed_on), max(changed_on) from changes"


@dataclass(frozen=True)
class Changed:
    """The changes since a day, newest first, at most MOST; how many there are of each field; the days that have any."""

    since: str
    rows: list[sqlite3.Row]
    counts: list[sqlite3.Row]
    first: str | None
    last: str | None


def read(db: sqlite3.Connection, since: str) -> Changed:
    """The changes since a day, YYYY-MM-DD; "" is the newest day that has any."""
    first, last = db.execute(FIRST).fetchone()
    since = since or last or ""
    rows = db.execute(ROWS, (since, MOST)).fetchall()
    return Changed(since, rows, db.execute(COUNTS, (since,)).fetchall(), first, last)


def day(text: str) -> str:
    """A day as the tables hold it, "" if the text is none."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""
