"""A source for tests that asks what it is told to ask, by everything that a real source goes through.

    python asking.py HOME '{"urls": [...], "settings": {...}}'

prints, as JSON, what came of the run, each answer, and how the downloader treated each host.
"""

import json
import sys
from pathlib import Path

import scrapy

from crawler.base import SourceSpider
from crawler.run import Ordered, run
from db.records import Cip


class Asking(SourceSpider):
    """Yields a row for each answer, so that its runs can be accepted."""

    name = title = publisher = homepage = licence = "asking"
    cadence_days = 1
    urls: list[str] = []
    answers: dict[str, object] = {}
    slots: dict[str, tuple[int, float, float]] = {}

    async def start(self):
        for url in self.urls:
            yield scrapy.Request(url, self.answered, errback=self.failed)

    def answered(self, response):
        self.answers[response.url] = response.text
        for host, slot in self.crawler.engine.downloader.slots.items():
            self.slots[host] = (slot.concurrency, slot.delay, slot.jitter)
        yield Cip("asking", response.url, len(self.answers), response.text)

    def failed(self, failure):
        self.answers[failure.request.url] = None
        self.crawler.run.page_failed(failure.request.url, self.unreachable(failure))


if __name__ == "__main__":
    order = json.loads(sys.argv[2])
    Asking.urls = order["urls"]
    (outcome,) = run([Ordered(Asking, {})], Path(sys.argv[1]), order["settings"])
    print(json.dumps({"status": outcome.status, "reason": outcome.reason, "notes": outcome.notes,
                      "answers": Asking.answers, "slots": Asking.slots}))  # fmt: skip
