"""Ties a Scrapy crawl to a run of the store: the last item pipeline."""

import sqlite3
from pathlib import Path

from scrapy import signals

from crawler.extract.files import TableError
from db.captures import CaptureFolder
from pipelines.store import Run


class Keep:
    """Adds every item to the run, and closes the run with what Scrapy says of how the crawl ended."""

    def __init__(self, crawler):
        self.crawler = crawler
        self.full = False
        home = Path(crawler.settings["HOME"])
        spider = crawler.spider
        crawler.captures = CaptureFolder(home / "captures")
        crawler.run = Run(
            home / f"{spider.database}.db", spider.declaration(), crawler.settings.getdict("ARGUMENTS"),
            crawler.settings.getbool("TRIES"),
        )  # fmt: skip

    @classmethod
    def from_crawler(cls, crawler):
        keep = cls(crawler)
        crawler.signals.connect(keep.spider_error, signals.spider_error)
        crawler.signals.connect(keep.item_error, signals.item_error)
        crawler.signals.connect(keep.spider_closed, signals.spider_closed)
        return keep

    def process_item(self, item):
        if not self.full:
            try:
                self.crawler.run.add(item)
            except sqlite3.Error as error:
                self.full = True
                self.crawler.run.doubt(f"the rows could not be staged: {error}")
        return item

    def spider_error(self, failure, response):
        error = failure.value
        said = str(error) if isinstance(error, TableError) else f"{response.url}: {type(error).__name__}: {error}"
        self.crawler.run.doubt(said)

    def item_error(self, item, response, failure):
        error = failure.value
        self.crawler.run.doubt(f"a {type(item).__name__.lower()} could not be read: {type(error).__name__}: {error}")

    def spider_closed(self, reason):
        self.crawler.outcome = self.crawler.run.close(finished=reason == "finished")
