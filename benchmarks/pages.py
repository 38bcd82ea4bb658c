"""How fast a page of results with all its counts is, beside the bare SQL of the very same page on the same file.

    python benchmarks/pages.py --mirror ../shared/mirror

Eight readers at once ask `tuitionary serve` over HTTP, page after page, each for another search; then eight threads ask
SQLite for what stands on those pages: the programs, their lengths, how many, at how many schools, and the count of
every option among the programs that pass all other filters. First on what the mirror gives, then on a million programs
grown from it. Readers, server and SQL share the cores of one machine.
"""

import argparse
import http.client
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

READERS = 8
FEDERAL = ("us_ipeds", "us_dapip", "us_cip_soc", "us_bls")
STATES = ("AZ", "CA", "FL", "GA", "IL", "NC", "NY", "OH", "PA", "TX", "VA", "WA")
FIELDS = ("51.0707", "51.0713", "51.0801", "51.1009", "51.0601", "51.0805", "51.0909", "51.3901", "48.0508", "47.0201",
          "12.0401", "51.0904")  # fmt: skip
FACETS = {"award": "award", "delivery": "delivery", "control": "control", "state": "state", "cip": "cip",
          "school": "institution_accreditation", "program": "program_accreditation"}  # fmt: skip
PRICES, MONTHS = (0, 2500, 5000, 10000, 15000, 20000, 30000), (3, 6, 9, 12, 18, 24)
NEEDED = {"field and state": (0.1, 0.3), "everything": (1.0, 1.0)}
"""Search -> seconds that the median and the 99th percentile may take."""
KILOBYTES = 60
SLOWER = 3

Search = dict[str, str]


def searches() -> dict[str, list[Search]]:
    """Kind of search -> the searches of that kind."""
    return {
        "field and state": [{"cip": cip, "state": state} for cip in FIELDS for state in STATES],
        "field under a price": [
            {"cip": cip, "price": str(price)} for cip in FIELDS for price in range(6000, 18000, 1000)
        ],
        "everything": [{} for _ in range(24)],
    }


def page_queries(search: Search) -> list[tuple[str, list]]:
    """The bare SQL of one page of results."""
    tests = {"cip": "cip = ?", "state": "state = ?", "price": "price_total_max <= ?"}
    values = {name: float(value) if name == "price" else value for name, value in search.items()}

    def where(*but: str) -> tuple[str, list]:
        used = [name for name in search if name not in but]
        return " and ".join(["1", *(tests[name] for name in used)]), [values[name] for name in used]

    whole, given = where()
    page = f"select rowid, * from programs where {whole} order by price_total_max nulls last, name limit 20"
    queries = [
        (page, given),
        (
            f"""select program_id, value_min, value_max, unit from figures where kind = 'length' and component = 'total'
            and status = 'published' and program_id in (select id from ({page}))""",
            given,
        ),
        (f"select count(*), count(distinct unitid) from programs where {whole}", given),
    ]
    for name, column in FACETS.items():
        others, but_one = where(name)
        queries.append((f"select {column}, count(*) from programs where {others} group by 1", but_one))
    for name, column, bounds in (("price", "price_total_max", PRICES), ("months", "months_max", MONTHS)):
        others, but_one = where(name)
        sums = ", ".join(f"sum({column} <= {bound})" for bound in bounds)
        queries.append((f"select sum({column} is null), {sums} from programs where {others}", but_one))
    return queries


def together(work: list, ask: Callable[[], Callable[[object], int]]) -> tuple[list[float], int]:
    """Eight readers share this work: (the seconds of each piece, the largest answer in bytes)."""
    queue, seconds, sizes, lock = list(work), [], [0], threading.Lock()

    def reader() -> None:
        one = ask()
        while True:
            with lock:
                if not queue:
                    return
                piece = queue.pop()
            began = time.perf_counter()
            size = one(piece)
            took = time.perf_counter() - began
            with lock:
                seconds.append(took)
                sizes.append(size)

    threads = [threading.Thread(target=reader) for _ in range(READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(seconds) < len(work):
        sys.exit("a reader failed")
    return seconds, max(sizes)


def over_http(port: int) -> Callable[[], Callable[[Search], int]]:
    """A reader of pages, with one connection."""

    def reader() -> Callable[[Search], int]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

        def one(search: Search) -> int:
            connection.request("GET", f"/search?{urlencode(search)}", headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, f"{search}: {answer.status}"
            return len(body)

        return one

    return reader


def in_sql(path: Path) -> Callable[[], Callable[[Search], int]]:
    """A reader of SQL, with one connection."""

    def reader() -> Callable[[Search], int]:
        db = sqlite3.connect(f"file:{path}?immutable=1", uri=True, check_same_thread=False)

        def one(search: Search) -> int:
            return sum(len(db.execute(sql, given).fetchall()) for sql, given in page_queries(search))

        return one

    return reader


def serve(home: Path, port: int) -> subprocess.Popen:
    """`tuitionary serve`, answering."""
    server = subprocess.Popen(
        [sys.executable, "tuitionary.py", "--home", str(home), "serve", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            connection.request("GET", "/")
            connection.getresponse().read()
            return server
        except OSError:
            assert server.poll() is None, "the server ended"
            time.sleep(0.2)


def grow(source: Path, target: Path, programs: int) -> None:
    """A published file with so many programs: those of the source again and again, at schools of other names."""
    shutil.copy(source, target)
    db = sqlite3.connect(target)
    db.executescript("pragma journal_mode = off; pragma synchronous = off")
    columns = [row[1] for row in db.execute("pragma table_info(programs)")]
    (first,) = db.execute("select count(*) from programs").fetchone()
    for copy in range(1, -(-programs // first)):
        other = {
            "id": f"id || '~{copy}'",
            "unitid": f"unitid || '~{copy}'",
            "institution": f"institution || ' {copy}'",
            "price_total_min": f"price_total_min + {37 * copy}",
            "price_total_max": f"price_total_max + {37 * copy}",
        }
        some = min(first, programs - copy * first)
        selected = ", ".join(other.get(column, column) for column in columns)
        db.execute(f"insert into programs select {selected} from programs where rowid <= ? limit {some}", (first,))
    db.execute("insert into programs_fts(programs_fts) values ('rebuild')")
    db.execute("analyze")
    db.commit()
    db.close()


def measure(home: Path, port: int) -> bool:
    """Print one line for each kind of search; whether all is as fast and as small as it has to be."""
    path, good = home / "programs.db", True
    db = sqlite3.connect(path)
    (programs,) = db.execute("select count(*) from programs").fetchone()
    db.close()
    print(
        f"\n{programs:,} programs, {READERS} readers      page ms: median   p99     SQL ms: median    p99   ratio   kB"
    )
    server = serve(home, port)
    try:
        for kind, work in searches().items():
            together(work[:READERS], over_http(port))
            pages, size = together(work, over_http(port))
            sql, _ = together(work[: len(work) if programs < 200_000 else READERS], in_sql(path))
            median, ratio = statistics.median(pages), statistics.median(pages) / statistics.median(sql)
            p99, sql_p99 = (statistics.quantiles(of, n=100, method="inclusive")[98] for of in (pages, sql))
            print(
                f"  {kind:28} {median * 1000:14.0f} {p99 * 1000:7.0f} {statistics.median(sql) * 1000:14.0f}"
                f" {sql_p99 * 1000:8.0f} {ratio:7.2f} {size / 1000:6.1f}"
            )
            most, most_p99 = NEEDED.get(kind, NEEDED["field and state"])
            good &= median <= most and p99 <= most_p99 and ratio <= SLOWER and size <= 1000 * KILOBYTES
    finally:
        server.terminate()
        server.wait()
    return good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mirror", type=Path, required=True, help="folder of published files")
    parser.add_argument("--programs", type=int, default=1_000_000, help="of the grown file")
    parser.add_argument("--port", type=int, default=8051)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home, grown = Path(folder, "mirror"), Path(folder, "grown")
        grown.mkdir()
        for step in (["crawl", *FEDERAL, "--mirror", str(given.mirror)], ["publish"]):
            subprocess.run(
                [sys.executable, "tuitionary.py", "--home", str(home), *step], check=True, capture_output=True
            )
        grow(home / "programs.db", grown / "programs.db", given.programs)
        good = [measure(home, given.port), measure(grown, given.port)]
    print("\nas fast and as small as needed" if all(good) else "\nnot as fast or not as small as needed")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
