"""How identification and publication grow: time a program at 10,000, 100,000 and 1,000,000 programs.

    python benchmarks/publish.py --mirror ../shared/mirror

Schools of the mirror are taken, or taken again under other unitids, with all that IPEDS says of them, until the number
of programs is reached; what does not grow with programs (accreditations) is left out, or it would flatter the smallest.
The time a program at each size is compared with that of the smallest, and the whole mirror with its minute.
"""

import argparse
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from db.collected import connect
from db.publish import build
from pipelines.identify import identify

SIZES = (10_000, 100_000, 1_000_000)
FEDERAL = ("us_ipeds", "us_dapip", "us_cip_soc", "us_bls")
LINEAR = 1.5
"""How much more time a program may take than at the smallest size."""
MINUTE = 60


def crawl(home: Path, mirror: Path) -> Path:
    """collected.db of the whole mirror."""
    words = ["--home", str(home), "crawl", *FEDERAL, "--mirror", str(mirror)]
    command = [sys.executable, "-c", "from crawler.cli import main; main()", *words]
    subprocess.run(command, cwd=Path(__file__).parents[1], check=True, stdout=subprocess.DEVNULL)
    return home / "collected.db"


def grown(whole: Path, path: Path, programs: int) -> None:
    """A copy of collected.db with so many programs, cut at a school, and without what does not grow with them."""
    shutil.copy(whole, path)
    with closing(connect(path).conn) as db, db:
        for table in ("identities", "accreditations", "accreditation_actions", "dapip_places"):
            db.execute(f"delete from {table}")
        db.execute(
            """create temp table summed as select unitid, sum(count(*)) over (order by unitid) as total
               from listings where part = 'C_A' group by unitid"""
        )
        (of_all,) = db.execute("select max(total) from temp.summed").fetchone()
        copies, rest = divmod(programs, of_all)
        if not copies:
            cut(db, rest)
        for copy in range(1, copies):
            again(db, copy, of_all)
        if copies:
            again(db, copies, rest)


def cut(db: sqlite3.Connection, programs: int) -> None:
    """Take all schools out after the first that have so many programs."""
    others = f"unitid in (select unitid from temp.summed where total > {programs})"
    db.execute(f"delete from figures where listing in (select listing from listings where {others})")
    db.execute(f"delete from listings where {others}")
    db.execute(f"delete from institutions where {others}")


def again(db: sqlite3.Connection, copy: int, programs: int) -> None:
    """All rows of the first schools that have so many programs once more, under unitids of their own."""
    chosen = f"unitid in (select unitid from temp.summed where total <= {programs})"
    new = {"unitid": f"'c{copy}-' || unitid", "listing": f"replace(listing, '/', '/c{copy}-')"}
    of_figures = f"listing in (select listing from listings where {chosen})"
    for table, where in {"figures": of_figures, "listings": chosen, "institutions": chosen}.items():
        columns = [row[1] for row in db.execute(f"pragma table_info({table})")]
        values = ", ".join(new.get(column, column) for column in columns)
        db.execute(f"insert into {table} select {values} from {table} where {where}")


def seconds(path: Path) -> tuple[int, float]:
    """How many programs are published, and how long identification and publication take."""
    began = time.perf_counter()
    db = connect(path)
    identify(db)
    db.conn.close()
    programs = build(path, path.with_name("programs.db"))
    return programs, time.perf_counter() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mirror", type=Path, required=True, help="folder of published files, DIR/<host>/<path>")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest size that is tried")
    options = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        whole = crawl(Path(folder) / "home", options.mirror.resolve())
        programs, taken = seconds(whole)
        print(f"{programs:,} programs of the mirror: {taken:.1f} s (at most {MINUTE})")
        failed |= taken > MINUTE
        first = None
        for size in (size for size in SIZES if size <= options.most):
            path = Path(folder) / "grown.db"
            grown(whole, path, size)
            programs, taken = seconds(path)
            each = taken / programs * 1e6
            first = first or each
            ratio = f"{each / first:4.2f} of the first (at most {LINEAR})"
            print(f"{programs:>9,} programs: {taken:7.1f} s, {each:5.1f} µs a program, {ratio}", flush=True)
            failed |= each > LINEAR * first
            path.unlink()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
