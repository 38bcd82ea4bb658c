"""The writer's way to the web: every request goes through the shared queue, to whichever worker takes it."""

import asyncio
import pickle
import time
import uuid
from contextlib import suppress

import redis
import redis.asyncio
from scrapy import Request, exceptions
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from scrapy.utils.httpobj import urlparse_cached

from crawler.shared.queue import LeasedQueue


class ThroughWorkers(BaseDownloadHandler):
    """Scrapy's download handler for http and https under `--redis URL` (setting REDIS)."""

    def __init__(self, crawler):
        super().__init__(crawler)
        url = crawler.settings["REDIS"]
        self.crawler = crawler
        self.delay = crawler.settings.getfloat("DOWNLOAD_DELAY")
        self.answers = f"tuitionary:answers:{uuid.uuid4()}"
        self.server = redis.asyncio.from_url(url)
        self.queue = LeasedQueue(redis.from_url(url), crawler.spider)
        self.waiting: dict[str, asyncio.Future] = {}
        self.listening: asyncio.Task | None = None

    async def download_request(self, request: Request) -> Response:
        if self.listening is None:
            self.listening = asyncio.get_running_loop().create_task(self.listen())
        job = uuid.uuid4().hex
        answer = self.waiting[job] = asyncio.get_running_loop().create_future()
        limits = {name: request.meta[name] for name in ("download_maxsize", "download_timeout") if name in request.meta}
        meta = {"job": job, "answers": self.answers, "host": urlparse_cached(request).netloc, "delay": self.delay}
        began = time.monotonic()
        try:
            await asyncio.to_thread(self.queue.push, Request(
                request.url, method=request.method, headers=request.headers, body=request.body, meta=meta | limits,
                priority=request.priority, dont_filter=True,
            ))  # fmt: skip
            left = self.crawler.spider.seconds_left()
            said = await asyncio.wait_for(answer, left if left < 1e9 else None)
        except redis.RedisError as error:
            self.crawler.run.doubt(f"the shared queue is gone: {error}")
            raise exceptions.DownloadFailedError("the shared queue is gone") from error
        except TimeoutError:
            raise exceptions.DownloadTimeoutError("no worker took it in time") from None
        finally:
            self.waiting.pop(job, None)
        request.meta["download_latency"] = time.monotonic() - began
        return self.response(request, said)

    def response(self, request: Request, said: dict) -> Response:
        """The answer as if it had been fetched here. Raises what the worker's download raised."""
        if "error" in said:
            kind = getattr(exceptions, said["error"], exceptions.DownloadFailedError)
            raise kind(said["words"])
        headers = Headers(said["headers"])
        made = responsetypes.from_args(headers=headers, url=said["url"], body=said["body"])
        return made(said["url"], status=said["status"], headers=headers, body=said["body"], request=request)

    async def listen(self) -> None:
        """Hand out answers; one that nobody waits for, as the second of a job, is dropped."""
        try:
            while True:
                found = await self.server.blpop([self.answers], timeout=5)
                if found:
                    said = pickle.loads(found[1])
                    answer = self.waiting.get(said["job"])
                    if answer and not answer.done():
                        answer.set_result(said)
        except redis.RedisError as error:
            for answer in self.waiting.values():
                if not answer.done():
                    answer.set_exception(redis.RedisError(str(error)))
            self.listening = None

    async def close(self) -> None:
        if self.listening:
            self.listening.cancel()
        with suppress(redis.RedisError):  # it is gone, and so is what was in it
            await self.server.delete(self.answers)
        await self.server.aclose()
