"""`tuitionary new-source URL`: the spider file of a school, saved pages for its tests, and a draft of what it lists."""

import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from crawler.find.drafts import slug
from crawler.find.platforms import platform_of
from crawler.run import OFFLINE, Ordered, run
from crawler.site import is_here
from db.captures import CaptureFolder

MOST_PAGES = 40
"""Pages that are asked for a draft."""

SAVED = 3
FILE = """from crawler.base import CollegeSpider


class {kind}(CollegeSpider):
    name = "{name}"
    institution = "{institution}"
    unitid = "{unitid}"
    homepage = "{homepage}"
"""
_GENERIC = re.compile(
    r"\b(?:the|of|and|at|for|community|technical|vocational|junior|college|university|school|institute|academy|center"
    r"|inc|llc|campus|district)\b",
    re.I,
)


class NotDrafted(Exception):
    """A source that cannot be written; the message is one sentence."""


@dataclass(frozen=True)
class Drafted:
    """What was written: the spider's file and the saved pages; `lines` are for people."""

    spider: Path
    pages: list[Path]
    lines: list[str]


def draft(order: Ordered, state: str, project: Path) -> Drafted:
    """Crawl a few pages of a site and write its source into the project. Raises NotDrafted.

    order  a run of the site, whose school is known
    state  two letters, "" if not known
    """
    spiders, tests = project / "crawler" / "spiders", project / "tests"
    if not (spiders.is_dir() and tests.is_dir()):
        raise NotDrafted(f"{project} is not the project's folder: there is no crawler/spiders and tests in it")
    known = order.arguments
    if not known.get("unitid"):
        raise NotDrafted(f"no institution that we know is at {known['site']}: crawl us_ipeds first, or give --unitid")
    name = source_name(known.get("institution", known["site"]), state)
    spider = spiders / f"{name}.py"
    if spider.exists():
        raise NotDrafted(f"there is a source {name} already")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        near = OFFLINE if is_here(known["site"]) else {}
        (outcome,) = run([order], home, {"MOST_PAGES": MOST_PAGES} | near)
        with closing(sqlite3.connect(home / "collected.db")) as db:
            best = list(best_pages(db, CaptureFolder(home / "captures")))
            lines = [f"{outcome.listings} listings in the first {MOST_PAGES} pages; {outcome.status} {outcome.reason}"]
            lines += [*outcome.notes, *sheet(db)]
    if not best:
        raise NotDrafted(f"no page of {known['site']} gave a listing: {'; '.join((outcome.reason, *outcome.notes))}")
    pages = tests / "pages" / name
    pages.mkdir(parents=True, exist_ok=True)
    saved = [pages / f"{slug(url.rsplit('://', 1)[-1].partition('/')[2]) or 'index'}.html" for url, _ in best]
    for path, (url, body) in zip(saved, best, strict=True):
        path.write_bytes(body + saved_from(url))
    kind = "".join(part.capitalize() for part in name.split("_"))
    declared = {"name": name, "kind": kind, "homepage": known["site"], "unitid": known["unitid"]}
    institution = known.get("institution", known["site"]).replace('"', "'")
    spider.write_text(FILE.format(institution=institution, **declared), encoding="utf-8")
    product = next(filter(None, (platform_of(body).name for _, body in best)), "none that we know")
    return Drafted(spider, saved, [f"made with {product}", *lines])


def source_name(institution: str, state: str) -> str:
    """`<state>_<college>`: "Red Rocks Community College" in CO is co_red_rocks."""
    bare = _GENERIC.sub(" ", institution)
    return slug(f"{state or 'us'} {bare if slug(bare) else institution}").replace("-", "_")


def best_pages(db: sqlite3.Connection, captures: CaptureFolder) -> Iterator[tuple[str, bytes]]:
    """(address, bytes as they are kept) of the pages that say most."""
    rows = db.execute(
        """select c.url, c.kept_sha256 from captures c
           join (select url, count(*) as said from figures group by url) f on f.url = c.url
           where c.kept_sha256 != '' order by f.said desc, c.url limit ?""",
        (SAVED,),
    )
    for url, sha256 in rows.fetchall():
        yield url, captures.read(sha256)


def sheet(db: sqlite3.Connection) -> Iterator[str]:
    """The draft, for people: every listing with its figures and their words."""
    for source, listing, name, url in db.execute(
        "select source, listing, name, url from listings order by url"
    ).fetchall():
        yield f"\n{name}\n  {url}"
        figures = db.execute(
            """select kind, status, coalesce(nullif(value, ''), value_min) as value, unit, basis, residency, printed
               from figures where source = ? and listing = ? order by kind, rowid""",
            (source, listing),
        )
        for kind, status, *value, printed in figures.fetchall():
            said = " ".join(str(part) for part in value if part not in (None, ""))
            yield f"  {kind:14} {said or status:32} {printed!r}"


def saved_from(url: str) -> bytes:
    """The line at the end of a saved page that says where it is from, as browsers write it at the beginning."""
    return f"\n<!-- saved from url=({len(url):04}){url} -->\n".encode()
