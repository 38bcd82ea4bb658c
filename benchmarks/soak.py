"""Kill -9 at random moments of crawls of real files and of publications, by the clock; about ten minutes.

    python benchmarks/soak.py --mirror ../shared/mirror --kills 50

After every kill: both databases are sound, no row of an accepted run is lost, the last programs.db serves. At the end a
crawl and a publication complete, and their programs are those of a home that nobody disturbed.
"""

import argparse
import hashlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from db.records import RECORDS

STEPS = {
    "crawl 2020": ("crawl", "us_ipeds", "-a", "year=2020"),
    "crawl 2022": ("crawl", "us_ipeds", "-a", "year=2022"),
    "publish": ("publish",),
}


def start(home: Path, step: str, mirror: Path) -> subprocess.Popen:
    """A command in a process of its own."""
    words = [*STEPS[step], *(["--mirror", str(mirror)] if step != "publish" else [])]
    command = [sys.executable, "-c", "from crawler.cli import main; main()", "--home", str(home), *words]
    return subprocess.Popen(command, cwd=Path(__file__).parents[1], stdout=subprocess.DEVNULL)


def ask(path: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


def accepted_rows(home: Path) -> dict[tuple[str, int], int]:
    """(table, run) -> rows that the accepted run brought, ended or not."""
    brought = "since_run in (select run from runs where status = 'accepted')"
    return {
        (record.table, run): count
        for record in RECORDS
        for run, count in ask(
            home / "collected.db", f"select since_run, count(*) from {record.table} where {brought} group by 1"
        )
    }


def programs(home: Path) -> str:
    """A hash of what is published of programs."""
    return hashlib.sha256(repr(ask(home / "programs.db", "select * from programs order by id")).encode()).hexdigest()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mirror", type=Path, required=True, help="folder of published files, DIR/<host>/<path>")
    parser.add_argument("--kills", type=int, default=50, help="how many kills (50)")
    parser.add_argument("--seed", type=int, default=1, help="of the moments (1)")
    options = parser.parse_args()
    mirror, moments = options.mirror.resolve(), random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        home, calm = Path(folder) / "home", Path(folder) / "calm"
        seconds = {}
        for step in STEPS:
            began = time.perf_counter()
            assert start(home, step, mirror).wait() == 0, step
            seconds[step] = time.perf_counter() - began
        for step in ("crawl 2022", "publish"):
            assert start(calm, step, mirror).wait() == 0, step
        hits = dict.fromkeys(STEPS, 0)
        for number in range(1, options.kills + 1):
            step = moments.choice(list(STEPS))
            before = accepted_rows(home)
            process = start(home, step, mirror)
            try:
                process.wait(timeout=moments.uniform(0.1, seconds[step]))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                hits[step] += 1
            for name in ("collected.db", "programs.db"):
                assert ask(home / name, "pragma integrity_check") == [("ok",)], name
            after = accepted_rows(home)
            assert all(after.get(key) == rows for key, rows in before.items()), "rows of an accepted run are lost"
            assert ask(home / "programs.db", "select count(*) from programs")[0][0] > 90_000
            print(f"{number}: {step}, {'killed' if process.returncode else 'had ended'}", flush=True)
        for step in ("crawl 2022", "publish"):
            assert start(home, step, mirror).wait() == 0, step
        assert programs(home) == programs(calm), "the programs are not those of an undisturbed home"
    print(f"{sum(hits.values())} of {options.kills} were killed in time: {hits}; nothing was lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
