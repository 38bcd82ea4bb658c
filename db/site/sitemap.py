"""The addresses of the site for search engines: an index of parts, each with at most MOST addresses."""

import sqlite3
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from db.site.index import CHUNK

MOST = 50_000
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
PAGES = ("/", "/search", "/careers", "/coverage", "/about-the-data", "/data", "/dictionary", "/questions", "/status",
         "/changes", "/api")  # fmt: skip

Address = tuple[str, str]
"""A path, and the day or year that its data are of, "" if they bear none."""

TABLES = {
    "careers": "select '/career/' || career, '' from careers order by 1",
    "schools": """select '/school/' || unitid, as_of from institutions
        where unitid in (select unitid from programs) order by 1""",
    "programs": "select '/program/' || id, as_of from programs order by rowid",
}
"""Part -> its addresses. A long part is cut into programs-1, programs-2 …"""


def parts(db: sqlite3.Connection) -> list[str]:
    """The names of all parts."""
    found = ["pages"]
    for name, sql in TABLES.items():
        (count,) = db.execute(f"select count(*) from ({sql})").fetchone()
        found += [f"{name}-{number}" for number in range(1, -(-count // MOST) + 1)]
    return found


def addresses(db: sqlite3.Connection, part: str) -> Iterator[Address]:
    """The addresses of a part; none if there is no such part."""
    if part == "pages":
        yield from ((path, "") for path in PAGES)
        return
    name, _, number = part.rpartition("-")
    if name in TABLES and number.isdigit() and int(number) > 0:
        cursor = db.execute(f"{TABLES[name]} limit ? offset ?", (MOST, MOST * (int(number) - 1)))
        while rows := cursor.fetchmany(CHUNK):
            yield from map(tuple, rows)


def index(base: str, names: Iterable[str]) -> str:
    """The index of the parts, which stand at `base`."""
    found = "".join(f"<sitemap><loc>{escape(f'{base}/sitemap-{name}.xml')}</loc></sitemap>\n" for name in names)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex {NAMESPACE}>\n{found}</sitemapindex>\n'


def part(base: str, found: Iterable[Address]) -> str:
    """One part."""
    rows = "".join(
        f"<url><loc>{escape(base + path)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for path, day in found
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {NAMESPACE}>\n{rows}</urlset>\n'
