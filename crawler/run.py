"""Runs sources, one after the other, each into a run of its own: what one does never touches another."""

import asyncio
import logging
import math
import time
from dataclasses import dataclass
from pathlib import Path

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader
from scrapy.utils.project import get_project_settings

from crawler.base import CollegeSpider, SourceSpider
from crawler.reading import Reader
from crawler.settings import NO_HANDLERS
from crawler.site import is_here, spider_of
from pipelines.store import Outcome


@dataclass(frozen=True)
class Ordered:
    """A source that shall run, with its spider arguments."""

    source: str
    arguments: dict[str, str]


def sources(demo: bool | None = None) -> dict[str, type[SourceSpider]]:
    """Every source by name; only the demo's if `demo`, only the real ones if it is False.

    Tables come before schools, whose pages are read by what a registry knows of the school.
    """
    loader = SpiderLoader.from_settings(project_settings())
    spiders = [loader.load(name) for name in loader.list()]
    spiders.sort(key=lambda spider: (issubclass(spider, CollegeSpider), spider.name))
    return {s.name: s for s in spiders if demo is None or (s.database == "demo-collected") == demo}


def database_of(source: str) -> str:
    """The collecting database of a source; of a site that has no spider file, the real ones'."""
    return sources().get(source, SourceSpider).database


def project_settings() -> Settings:
    """The project's settings, wherever the command is called from."""
    settings = get_project_settings()
    settings.setmodule("crawler.settings", priority="project")
    return settings


OFFLINE = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False}
"""Settings of runs that ask nobody but this machine."""


def from_mirror(folder: Path) -> dict:
    """Settings by which DIR/<host>/<path> is read in place of the network."""
    handler = "crawler.mirror.MirrorHandler"
    return OFFLINE | {"MIRROR": str(folder), "DOWNLOAD_HANDLERS": NO_HANDLERS | {"http": handler, "https": handler}}


def from_captures() -> dict:
    """Settings by which what earlier runs kept is read again in place of the network."""
    handler = "crawler.mirror.CapturedHandler"
    return OFFLINE | {"REREAD": True, "DOWNLOAD_HANDLERS": NO_HANDLERS | {"http": handler, "https": handler}}


TRYING = {"TRIES": True}
"""Settings of runs that show what they would change, and store nothing."""


def through_workers(redis: str) -> dict:
    """Settings by which workers fetch what the sources ask for (see crawler/shared)."""
    handler = "crawler.shared.handler.ThroughWorkers"
    return {"REDIS": redis, "DOWNLOAD_HANDLERS": NO_HANDLERS | {"http": handler, "https": handler}}


def run(
    orders: list[Ordered], home: Path, settings_of_this_run: dict | None = None, seconds: float = math.inf,
    at_once: int = 1,
) -> list[Outcome]:  # fmt: skip
    """Run the sources in order; a source that could not even start is an outcome too.

    home     the folder of the databases and captures
    seconds  that all may take: then the source that runs is cut short, and none is begun
    at_once  schools that are crawled side by side, where workers fetch for them
    """
    ends_at = time.monotonic() + seconds
    settings = project_settings()
    settings.setdict({"HOME": str(home), **(settings_of_this_run or {})}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    from twisted.internet import reactor  # only now: the process above installs the one it needs

    outcomes: list[Outcome] = []
    reader = Reader()

    known = sources()
    tables = [order for order in orders if not is_school(order, known)]
    schools = [order for order in orders if order not in tables]
    room = asyncio.Semaphore(at_once)

    async def run_in_time(order: Ordered) -> None:
        async with room:
            if (left := ends_at - time.monotonic()) > 0:
                outcomes.append(await run_one(process, order, reader, left))

    async def run_all() -> None:
        try:
            for order in tables:
                await run_in_time(order)
            await asyncio.gather(*map(run_in_time, schools))
        finally:
            await reader.close()
            reactor.stop()

    task = asyncio.get_event_loop().create_task(run_all())
    process.start(stop_after_crawl=False)
    if not task.done():
        raise KeyboardInterrupt
    task.result()
    return outcomes


def is_school(order: Ordered, known: dict[str, type[SourceSpider]]) -> bool:
    """Whether a source is a school, whose pages are read by what tables tell of it."""
    return "site" in order.arguments or issubclass(known.get(order.source, SourceSpider), CollegeSpider)


async def run_one(process: AsyncCrawlerProcess, order: Ordered, reader: Reader, seconds: float) -> Outcome:
    """Run one source to its end, at most so long, whatever happens; all share the process that reads pages."""
    try:
        crawler = process.create_crawler(spider_of(**order.arguments) if "site" in order.arguments else order.source)
    except KeyError:
        return Outcome(0, order.source, "doubted", "there is no spider of this name any more", 0, 0, 0, ())
    crawler.settings.set("ARGUMENTS", order.arguments, priority="cmdline")
    if is_here(order.arguments.get("site", "")):
        crawler.settings.setdict(OFFLINE, priority="cmdline")
    crawler.settings.set("MOST_SECONDS", min(seconds, crawler.settings.getfloat("MOST_SECONDS")), priority="cmdline")
    crawler.reader = reader
    try:
        await process.crawl(crawler, **order.arguments)
    except Exception as error:
        logging.getLogger(__name__).debug("%s did not start", order.source, exc_info=True)
        return Outcome(0, order.source, "doubted", f"could not start: {error}", 0, 0, 0, ())
    return crawler.outcome
