"""How fast a school's pages are fetched, read and stored, beside a bare Scrapy spider that parses nothing.

    python benchmarks/crawl.py --pages 3000 --runs 3 --memory 20000

A server in a process of its own gives invented pages of 20 to 60 kB. Both spiders ask for the same pages in the same
way (as many at once, without delay, robots.txt obeyed); ours goes from the homepage and the sitemap to the listings in
collected.db. They take turns, each in a process of its own; medians are compared. At last, the memory of one long
crawl, at intervals: it must stay flat.
"""

import argparse
import asyncio
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import contextmanager
from multiprocessing import Process, Queue
from pathlib import Path

import scrapy
from scrapy.crawler import AsyncCrawlerProcess

NEEDED = 0.5
MOST_GROWTH = 1.15
"""Times that memory may grow from the first quarter of a long crawl to its end."""

AT_ONCE = {"CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "DOWNLOAD_DELAY": 0,
           "AUTOTHROTTLE_ENABLED": False}  # fmt: skip
ALIKE = ("USER_AGENT", "ROBOTSTXT_OBEY", "COOKIES_ENABLED", "DOWNLOAD_TIMEOUT", "RETRY_TIMES", "REDIRECT_MAX_TIMES",
         "TELNETCONSOLE_ENABLED", "REMOTE_CONTROL_ENABLED", "LOG_LEVEL")  # fmt: skip
"""Settings by which the bare spider asks as ours does; it has Scrapy's defaults for what it does with answers."""

FIRST = 10_000
"""The number of the first page: no name may look like the 404 of an error page."""

FIELDS = ("Welding Technology", "Medical Assisting", "Phlebotomy", "HVAC Technician", "Dental Assisting",
          "Pharmacy Technician", "Surgical Technology", "Automotive Technology")  # fmt: skip
SYLLABLES = ("ta", "ri", "mo", "len", "sa", "ver", "dis", "con", "per", "al", "in", "tro", "pe", "gra", "ni", "wel")


def words(chance: random.Random, number: int = 60) -> str:
    """So many invented words."""
    made = ("".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(number))
    return " ".join(made).capitalize() + "."


# --- the school ------------------------------------------------------------------------------------------------------


class School:
    """Pages by their paths: `frames` hold the furniture, of different lengths; a number makes a page of its own."""

    def __init__(self, pages: int):
        self.pages = pages
        self.frames = [self.frame(random.Random(seed)) for seed in range(40)]
        paths = [f"/programs/{self.slug(number)}/" for number in range(FIRST, FIRST + pages)]
        urls = "".join(f"<url><loc>{{site}}{path}</loc></url>" for path in paths)
        self.sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'

    @staticmethod
    def slug(number: int) -> str:
        return f"{FIELDS[number % len(FIELDS)].lower().replace(' ', '-')}-{number}"

    @staticmethod
    def frame(chance: random.Random) -> tuple[str, str]:
        """What stands before and after the facts of a page."""
        numbers = range(FIRST, FIRST + chance.randint(40, 90))
        menu = "".join(f'<li class="nav-item item-{n}"><a class="nav-link" href="/programs/{School.slug(n)}/">'
                       f"{FIELDS[n % len(FIELDS)]} {n}</a></li>" for n in numbers)  # fmt: skip
        style = "".join(f".block-{n}{{margin:{n}px;padding:0 {n}px}}" for n in range(chance.randint(50, 150)))
        script = "".join(f'window.config["key{n}"]={{"a":{n},"b":[1,2,3]}};' for n in range(chance.randint(20, 100)))
        prose = "".join(
            f'<div class="block block-{n}"><div class="inner"><h3>{words(chance, 4)}</h3><p>{words(chance)}</p><ul>'
            f"<li>{words(chance, 8)}</li><li>{words(chance, 9)}</li></ul><p><a href='/programs/{School.slug(n)}/'>"
            f"{words(chance, 3)}</a> {words(chance)}</p></div></div>"
            for n in range(FIRST, FIRST + chance.randint(8, 36))
        )
        head = (
            f"<style>{style}</style><script>{script}</script></head><body><header><nav><ul>{menu}</ul></nav></header>"
        )
        return head, f"{prose}</main><footer><ul>{menu[: len(menu) // 2]}</ul><p>A school, 12 Main Street</p></footer>"

    def page(self, number: int) -> str:
        head, foot = self.frames[number % len(self.frames)]
        name, price, hours = f"{FIELDS[number % len(FIELDS)]} {number}", 2_000 + number % 9_000, 100 + number % 1_400
        data = json.dumps({"@type": "EducationalOccupationalProgram", "name": name, "timeToComplete": "P9M"})
        return (
            f"<!doctype html><html><head><title>{name} | A School</title>"
            f'<script type="application/ld+json">{data}</script>{head}<main><h1>{name} Certificate</h1>'
            f"<p>{words(random.Random(number))}</p><dl><dt>Program length</dt><dd>{hours} clock hours</dd>"
            f"<dt>Tuition</dt><dd>${price:,}</dd><dt>Books and supplies</dt><dd>${price // 10:,}</dd><dt>Delivery</dt>"
            f"<dd>On campus</dd><dt>Credential</dt><dd>Certificate</dd></dl>{foot}</body></html>"
        )

    def answer(self, path: str, site: str) -> tuple[str, str]:
        """(body, type) of a path."""
        if path == "/robots.txt":
            return f"User-agent: *\nDisallow: /private/\nSitemap: {site}/sitemap.xml\n", "text/plain"
        if path == "/sitemap.xml":
            return self.sitemap.replace("{site}", site), "application/xml"
        if path in ("/", "/programs/"):
            return '<html><body><h1>A School</h1><a href="/programs/">Programs</a></body></html>', "text/html"
        return self.page(int("0" + path.strip("/").rpartition("-")[2])), "text/html; charset=utf-8"


class Serve(asyncio.Protocol):
    """As little of HTTP as both spiders need, so that the server is no part of what is measured."""

    school: School

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data: bytes):
        path = data.split(b" ", 2)[1].decode()
        host, port = self.transport.get_extra_info("sockname")
        body, type = (part.encode() for part in self.school.answer(path, f"http://{host}:{port}"))
        self.transport.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: %b\r\nContent-Length: %d\r\n\r\n%b" % (type, len(body), body)
        )


def serve(pages: int, ports: Queue) -> None:
    """Serve a school until killed."""

    async def run():
        Serve.school = School(pages)
        server = await asyncio.get_running_loop().create_server(Serve, "127.0.0.1", 0)
        ports.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


@contextmanager
def school(pages: int):
    """The address of a school of so many pages."""
    ports: Queue = Queue()
    server = Process(target=serve, args=(pages, ports), daemon=True)
    server.start()
    try:
        yield f"http://127.0.0.1:{ports.get()}"
    finally:
        server.terminate()


# --- the two spiders, each in a process of its own -------------------------------------------------------------------


class Bare(scrapy.Spider):
    """Fetches pages and does nothing with them."""

    name = "bare"
    taken = 0

    async def start(self):
        for number in range(FIRST, FIRST + int(self.pages)):
            yield scrapy.Request(f"{self.site}/programs/{School.slug(number)}/")

    def parse(self, response):
        Bare.taken += response.status == 200


def bare(site: str, pages: int) -> dict:
    """Fetch all pages with a bare spider of a plain Scrapy, which asks for them just as ours does."""
    from crawler.run import project_settings

    ours = project_settings()
    settings = {name: ours[name] for name in ALIKE} | AT_ONCE
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(Bare)
    process.crawl(crawler, site=site, pages=pages)
    began = time.perf_counter(), time.process_time()
    process.start()
    assert Bare.taken == pages, Bare.taken
    return taken(pages, *began)


def ours(site: str, pages: int, home: str, every: int = 0) -> dict:
    """The whole way, from the homepage to the accepted run."""
    from crawler import home as homes
    from crawler.college import CollegeSpider
    from crawler.run import run

    memory: list[float] = []
    if every:
        took = CollegeSpider.done

        def done(self, lead):
            took(self, lead)
            if self.frontier.asked % every == 0:
                memory.append(resident())

        CollegeSpider.done = done
    order = homes.Home(Path(home)).order_of_site(site)
    began = time.perf_counter(), time.process_time()
    (outcome,) = run([order], Path(home), AT_ONCE | {"MOST_PAGES": pages + 100, "MOST_SECONDS": 36_000})
    assert outcome.status == "accepted", outcome.reason
    assert outcome.listings == pages, f"{outcome.listings} listings of {pages} pages: {outcome.notes}"
    return taken(pages, *began) | {"memory": memory}


def taken(pages: int, clock: float, cpu: float) -> dict:
    """Pages per second, and milliseconds of this process's CPU per page, since clock and CPU stood there."""
    return {
        "rate": pages / (time.perf_counter() - clock),
        "cpu": 1e3 * (time.process_time() - cpu) / pages,
    }


def resident() -> float:
    """Megabytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def apart(way: str, *arguments) -> dict:
    """What one of the two says, run in a process of its own."""
    command = [sys.executable, __file__, "--way", way, *map(str, arguments)]
    root = Path(__file__).parents[1]
    done = subprocess.run(
        command, cwd=root, env={"PYTHONPATH": str(root)}, stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=3_000, help="pages of each crawl (3000)")
    parser.add_argument("--runs", type=int, default=3, help="times that each is measured (3)")
    parser.add_argument("--memory", type=int, default=20_000, help="pages of the long crawl (20000); 0 for none")
    parser.add_argument("--way", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        way, site, pages, *more = options.way
        print(json.dumps({"bare": bare, "ours": ours}[way](site, int(pages), *more[:1], *map(int, more[1:]))))
        return 0

    failed = False
    rates: dict[str, list[float]] = defaultdict(list)
    cpu: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        if options.runs:
            with school(options.pages) as site:
                sizes = sorted(len(School(1).page(number)) for number in range(40))
                print(f"{options.pages:,} pages of {sizes[0] / 1e3:.0f} to {sizes[-1] / 1e3:.0f} kB")
                for number in range(options.runs):
                    for way, *more in (("bare",), ("ours", Path(folder) / f"{number}")):
                        said = apart(way, site, options.pages, *more)
                        rates[way].append(said["rate"])
                        cpu[way].append(said["cpu"])
            yardstick = statistics.median(rates["bare"])
            print(f"{'spider':8} {'pages/s':>8} {'CPU ms/page':>12} {'ratio':>6} {'needed':>7}")
            for way, found in rates.items():
                ratio = statistics.median(found) / yardstick
                print(f"{way:8} {statistics.median(found):8.0f} {statistics.median(cpu[way]):12.2f} {ratio:6.2f} "
                      f"{NEEDED if way == 'ours' else '':>7}")  # fmt: skip
                failed |= ratio < NEEDED
        if options.memory:
            with school(options.memory) as site:
                said = apart("ours", site, options.memory, Path(folder) / "long", options.memory // 20)
            memory = said["memory"]
            print(f"memory of {options.memory:,} pages, MB: {' '.join(f'{size:.0f}' for size in memory)}")
            growth = memory[-1] / memory[len(memory) // 4]
            print(f"growth from a quarter of the way to the end: {growth:.2f} (at most {MOST_GROWTH})")
            failed |= growth > MOST_GROWTH
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
