"""How far a run is: one living line on a terminal, a plain line a minute where there is none."""

import asyncio
import sys
import time

from scrapy import signals

ON_A_TERMINAL, ELSEWHERE = 0.5, 60.0
"""Seconds between two lines."""


class Progress:
    """Scrapy extension. Counts what the run has already counted, so that it costs a crawl nothing."""

    def __init__(self, crawler):
        self.crawler = crawler
        self.is_terminal = sys.stderr.isatty()
        self.began = time.monotonic()
        self.task: asyncio.Task | None = None

    @classmethod
    def from_crawler(cls, crawler):
        progress = cls(crawler)
        crawler.signals.connect(progress.begin, signals.spider_opened)
        crawler.signals.connect(progress.end, signals.spider_closed)
        return progress

    def begin(self) -> None:
        self.task = asyncio.get_running_loop().create_task(self.go_on())

    def end(self) -> None:
        self.task.cancel()
        if self.is_terminal:
            sys.stderr.write("\r\x1b[K")

    async def go_on(self) -> None:
        while True:
            await asyncio.sleep(ON_A_TERMINAL if self.is_terminal else ELSEWHERE)
            run, waiting = self.crawler.run, self.crawler.spider.pages_waiting()
            said = line(self.crawler.spider.name, run.pages, run.listings, waiting, time.monotonic() - self.began)
            sys.stderr.write(f"\r\x1b[K{said}" if self.is_terminal else f"{said}\n")
            sys.stderr.flush()


def line(source: str, pages: int, listings: int, waiting: int | None, seconds: float) -> str:
    """ "al_alder: 120 pages, 14 listings, 1.0 pages a second, about 4 minutes left"

    waiting: pages that are still to be asked, None if that is not known.
    """
    rate = pages / seconds if seconds > 0 else 0.0
    said = f"{source}: {pages:,} pages, {listings:,} listings, {rate:.1f} pages a second"
    if waiting and rate:
        left = waiting / rate
        said += f", about {left / 60:.0f} minutes left" if left >= 90 else f", about {left:.0f} seconds left"
    return said
