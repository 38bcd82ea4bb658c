"""How long each canned question and each page of counts takes on a published file, against one second.

    python benchmarks/questions.py HOME

HOME holds programs.db. Each is asked as a reader first asks it (a new connection), with nothing filled in and with the
parameters that cost most; the slower of the two is told, the median of some rounds.
"""

import re
import sqlite3
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from db.metadata import load
from db.site import coverage

MOST = 1.0
ROUNDS = 3
WORST = {"at_least": "1", "since": "1900-01-01", "months": "1000", "price": "1000000", "career": "medical-assistant"}
"""Parameters that leave as much as possible to do; the others are left empty, which filters nothing."""

NAME = re.compile(r":(\w+)")


def seconds(file: Path, ask) -> float:
    """The median of some rounds, each on a new connection."""
    took = []
    for _ in range(ROUNDS):
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db:
            db.row_factory = sqlite3.Row
            start = perf_counter()
            ask(db)
            took.append(perf_counter() - start)
    return median(took)


def answered(db: sqlite3.Connection, sql: str, values: dict[str, str]) -> list:
    """All rows of a question."""
    return db.execute(sql, values).fetchall()


def main(home: str) -> int:
    """Prints a line for each; exit 1 if one takes longer than MOST."""
    file = Path(home) / "programs.db"
    asks = {}
    for name, query in load("queries").items():
        names = set(NAME.findall(query["sql"]))
        for values in (dict.fromkeys(names, ""), {one: WORST.get(one, "") for one in names}):
            asks.setdefault(name, []).append(partial(answered, sql=query["sql"], values=values))
    asks["/coverage"] = [coverage.read]
    asks["/coverage, sources"] = [coverage.sources]
    slowest = 0.0
    for name, ways in asks.items():
        took = max(seconds(file, ask) for ask in ways)
        slowest = max(slowest, took)
        print(f"{name:32} {1e3 * took:8.0f} ms{'  too slow' if took > MOST else ''}")
    return int(slowest > MOST)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
