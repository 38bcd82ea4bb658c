"""How fast IPEDS is stored, beside plain sqlite3.executemany of the very same rows into the same tables.

    python benchmarks/ingest.py --mirror ../shared/mirror --runs 5

(a) the store step: the records of one run of us_ipeds, prepared in memory, through pipelines.store.Run into an empty
    database: staged, counted, judged, merged;
(b) the whole way: `tuitionary crawl us_ipeds --mirror`, from the start of its process to the accepted run;
(c) the yardstick of both: ready tuples into the tables of collected.db, indexes and all, in one transaction.

The three take turns; medians are compared. At last, the peak memory of a crawl of all federal sources and `publish`.
"""

import argparse
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import quote

from scrapy.http import Response

from crawler.mirror import mirrored_path
from crawler.spiders.us_ipeds import UsIpeds
from db.collected import connect
from db.records import Figure, Institution, Listing, Record, as_row, columns
from pipelines.normalize import normalized
from pipelines.store import Run
from pipelines.validate import Validate

FEDERAL = ("us_ipeds", "us_dapip", "us_cip_soc", "us_bls")
NEEDED = {"store step": 0.5, "whole way": 0.1}
MOST_MEMORY = 1.5
"""GB (10^9 bytes) that crawl and publish may take."""


def records(mirror: Path) -> list[Record]:
    """What one run of us_ipeds gives to the store, figures and all."""
    spider = UsIpeds()
    spider.crawler = SimpleNamespace(run=SimpleNamespace(note=print))
    validate = Validate()
    found = []
    for table in spider.addresses:
        for year, url in spider.ladder(table):
            path = mirrored_path(mirror, quote(url, safe=":/?&="))
            if path and path.is_file():
                for record in spider.read(table, year, Response(url, body=path.read_bytes())):
                    found.append(validate.process_item(normalized(record) if isinstance(record, Listing) else record))
                break
    return found


def rows_of(found: list[Record]) -> dict[type[Record], list[tuple]]:
    """The same records as rows of their tables."""
    rows: dict[type[Record], list[tuple]] = defaultdict(list)
    for record in found:
        for row in (record, *(record.figures if isinstance(record, Listing) else ())):
            rows[type(row)].append(as_row(type(row))(row))
    return rows


def plain(path: Path, rows: dict[type[Record], list[tuple]]) -> None:
    """sqlite3.executemany of all rows in one transaction; the database is there, as it is for the store."""
    db = sqlite3.connect(path)
    with db:
        for record, values in rows.items():
            marks = ", ".join("?" * len(columns(record)))
            names = ", ".join(columns(record))
            db.executemany(f"insert into {record.table} ({names}, since_run) values ({marks}, 1)", values)
    db.close()


def store(path: Path, found: list[Record]) -> None:
    """The same rows through a run that is accepted."""
    run = Run(path, UsIpeds().declaration())
    for record in found:
        run.add(record)
    outcome = run.close()
    assert outcome.status == "accepted", outcome.reason


def tuitionary(home: Path, *arguments: str) -> None:
    """The command line in a process of its own."""
    command = [sys.executable, "-c", "from crawler.cli import main; main()", "--home", str(home), *arguments]
    subprocess.run(command, cwd=Path(__file__).parents[1], check=True, stdout=subprocess.DEVNULL)


def seconds(work, *arguments) -> float:
    """How long a piece of work takes."""
    began = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - began


def differences(one: Path, other: Path) -> int:
    """How many rows one database has and the other has not, over the tables that are filled."""
    db = sqlite3.connect(one)
    db.execute("attach ? as other", (str(other),))
    found = 0
    for table in (Institution.table, Listing.table, Figure.table):
        for here, there in (("main", "other"), ("other", "main")):
            sql = f"select count(*) from (select * from {here}.{table} except select * from {there}.{table})"
            found += db.execute(sql).fetchone()[0]
        found += abs(db.execute(
            f"select (select count(*) from main.{table}) - (select count(*) from other.{table})"
        ).fetchone()[0])  # fmt: skip
    db.close()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mirror", type=Path, required=True, help="folder of published files, DIR/<host>/<path>")
    parser.add_argument("--runs", type=int, default=5, help="times that each is measured (5)")
    options = parser.parse_args()
    mirror = options.mirror.resolve()

    found = records(mirror)
    rows = rows_of(found)
    listings = len(rows[Listing])
    print(f"{listings:,} listings, {sum(map(len, rows.values())):,} rows")

    times: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.runs):
            homes = {way: Path(folder) / f"{way} {number}" for way in ("executemany", "store step", "whole way")}
            for way in ("executemany", "store step"):
                connect(homes[way] / "collected.db").conn.close()
            times["executemany"].append(seconds(plain, homes["executemany"] / "collected.db", rows))
            times["store step"].append(seconds(store, homes["store step"] / "collected.db", found))
            times["whole way"].append(
                seconds(tuitionary, homes["whole way"], "crawl", "us_ipeds", "--mirror", str(mirror))
            )
            if number == 0:
                for way in NEEDED:
                    found_other = differences(homes["executemany"] / "collected.db", homes[way] / "collected.db")
                    assert not found_other, f"{way}: {found_other:,} rows are not those of executemany"

        failed = False
        plain_rate = listings / statistics.median(times["executemany"])
        print(f"{'way':12} {'listings/s':>11} {'median s':>9} {'best s':>7} {'ratio':>6} {'needed':>7}")
        for way, taken in times.items():
            rate, needed = listings / statistics.median(taken), NEEDED.get(way)
            failed |= needed is not None and rate < needed * plain_rate
            print(f"{way:12} {rate:11,.0f} {statistics.median(taken):9.2f} {min(taken):7.2f} {rate / plain_rate:6.2f} "
                  f"{needed or '':>7}")  # fmt: skip

        tuitionary(Path(folder) / "all", "crawl", *FEDERAL, "--mirror", str(mirror))
        tuitionary(Path(folder) / "all", "publish")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e9
    print(f"peak memory of crawl and publish: {peak:.2f} GB (at most {MOST_MEMORY})")
    return int(failed or peak > MOST_MEMORY)


if __name__ == "__main__":
    sys.exit(main())
