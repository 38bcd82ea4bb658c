"""A worker: takes requests from the shared queue, fetches them, and gives the answers back as they came."""

import asyncio
import pickle

import scrapy
from scrapy import signals
from scrapy.core.engine import ExecutionEngine
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from scrapy_redis import connection

from crawler.run import project_settings
from crawler.shared.queue import KEY, LEASE

AT_ONCE = 32
"""Requests of one worker at a time, each of another host."""

IDLE = 0.1
"""Seconds after which a worker that found nothing looks again."""

SETTINGS = {
    "SCHEDULER": "scrapy_redis.scheduler.Scheduler",
    "SCHEDULER_QUEUE_CLASS": "crawler.shared.queue.LeasedQueue",
    "SCHEDULER_QUEUE_KEY": KEY,
    "SCHEDULER_PERSIST": True,
    "DUPEFILTER_CLASS": "scrapy_redis.dupefilter.RFPDupeFilter",
    # The writer decides: robots.txt, redirects, retries, compression, what is kept. The queue holds the manners.
    "DOWNLOADER_MIDDLEWARES_BASE": {},
    "DOWNLOADER_MIDDLEWARES": {},
    "SPIDER_MIDDLEWARES_BASE": {},
    "SPIDER_MIDDLEWARES": {},
    "ITEM_PIPELINES": {},
    "EXTENSIONS": {},
    "CONCURRENT_REQUESTS": AT_ONCE,
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
}


class Fetch(scrapy.Spider):
    """What a worker runs; it ends when it is told to (SIGTERM), after what is under way."""

    name = "tuitionary"

    @classmethod
    def from_crawler(cls, crawler, *args, **kwargs):
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.go_on, signals.spider_idle)
        crawler.signals.connect(spider.begin, signals.spider_opened)
        crawler.signals.connect(spider.end, signals.spider_closed)
        return spider

    async def start(self):
        return
        yield  # nothing of its own: all that it asks comes from the queue

    def begin(self) -> None:
        self.renewing = asyncio.get_running_loop().create_task(self.renew())

    def end(self) -> None:
        self.renewing.cancel()

    def go_on(self) -> None:
        raise DontCloseSpider

    async def renew(self) -> None:
        while True:
            await asyncio.sleep(LEASE / 3)
            self.queue.renew()

    @property
    def queue(self):
        return self.crawler.engine._slot.scheduler.queue

    def answered(self, response: Response) -> None:
        headers = {name: response.headers.getlist(name) for name in response.headers}
        self.give(response.request, status=response.status, url=response.url, headers=headers, body=response.body)

    def failed(self, failure) -> None:
        self.give(failure.request, error=failure.type.__name__, words=failure.getErrorMessage())

    def give(self, request: scrapy.Request, **answer) -> None:
        """Send an answer to who asked, and give the lease back."""
        job = request.meta["job"]
        self.queue.server.rpush(request.meta["answers"], pickle.dumps({"job": job, **answer}))
        self.queue.done(job)


def run(redis: str) -> None:
    """Fetch until told to end. Raises redis.RedisError if there is no such Redis."""
    settings = project_settings()
    settings.setdict(SETTINGS | {"REDIS_URL": redis}, priority="cmdline")
    ExecutionEngine._SLOT_HEARTBEAT_INTERVAL = (
        IDLE  # Scrapy looks every 5 seconds, for its own queues do not fill alone
    )
    connection.from_settings(settings).ping()
    process = AsyncCrawlerProcess(settings)
    process.crawl(Fetch)
    process.start()
