"""What a staged run filled, to be compared with what the last accepted one did."""

import sqlite3
from collections.abc import Iterator, Mapping

from db.records import RECORDS, columns

IDENTIFIED = ("institutions", "providers", "listings")
"""Tables in which one key may stand only once in a run."""


def filled(staged: sqlite3.Connection, stated: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Rows per table, filled cells per column, and figures with a value: `stated` counts them per part and kind."""
    fills = {}
    for record in RECORDS:
        counts = ", ".join(f"sum({column} != '')" for column in columns(record))
        rows, *cells = staged.execute(f"select count(*), {counts} from {record.table}").fetchone()
        if rows:
            fills[record.table] = rows
            fills |= {f"{record.table}.{c}": n for c, n in zip(columns(record), cells, strict=True) if n}
    return fills | {f"figures.{part}{part and '/'}{kind}": count for (part, kind), count in stated.items()}


def twice(staged: sqlite3.Connection) -> Iterator[str]:
    """A sentence for each table in which a key stands twice."""
    for record in RECORDS:
        if record.table in IDENTIFIED:
            key = ", ".join(record.key)
            row = staged.execute(
                f"select {key} from {record.table} group by {key} having count(*) > 1 limit 1"
            ).fetchone()
            if row:
                yield f"{record.table}: {'/'.join(map(str, row))} was read twice in one run"
