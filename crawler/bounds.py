"""Keeps a crawl where it may be and ends it when its time is over: what a page says cannot lead it elsewhere."""

import asyncio
import ipaddress
import socket
from collections import Counter
from collections.abc import Awaitable

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

MOST_REFUSALS = 10
"""Answers of 401 or 403 in a row after which a host is left alone: it has put up a wall."""


class OffLimits(IgnoreRequest):
    """An address, linked or redirected to, that this source must not ask."""


class OutOfTime(IgnoreRequest):
    """The crawl has lasted as long as it may."""


class KeepWithin:
    """Downloader middleware, the first to see a request: redirects and retries come by here too."""

    def __init__(self, crawler):
        self.crawler = crawler
        self.timeout = crawler.settings.getfloat("DOWNLOAD_TIMEOUT")
        self.is_offline = bool(crawler.settings["MIRROR"] or crawler.settings.getbool("REREAD"))
        self._refusals: Counter[str] = Counter()
        self._is_public: dict[str, bool] = {}

    @classmethod
    def from_crawler(cls, crawler):
        return cls(crawler)

    def process_request(self, request: Request) -> Awaitable[None] | None:
        spider, netloc = self.crawler.spider, urlparse_cached(request).netloc
        if why := spider.forbids(request.url):
            raise OffLimits(why)
        left = spider.seconds_left()
        if left <= 0:
            raise OutOfTime("the crawl has lasted as long as it may")
        if left < self.timeout:
            request.meta["download_timeout"] = left
        if self._refusals[netloc] >= MOST_REFUSALS:
            raise IgnoreRequest(f"{netloc} refused {MOST_REFUSALS} requests in a row and is left alone")
        host = urlparse_cached(request).hostname or ""
        return None if self.is_offline or spider.names(host) else self.stay_outside(host)

    def process_response(self, request: Request, response: Response) -> Response:
        netloc = urlparse_cached(request).netloc
        self._refusals[netloc] = self._refusals[netloc] + 1 if response.status in (401, 403) else 0
        return response

    async def stay_outside(self, host: str) -> None:
        """Refuse a name that only pages told us if it stands for an address of a private network."""
        if host not in self._is_public:
            try:
                found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
            except OSError:
                found = []  # the request itself will say that there is no such host
            self._is_public[host] = all(ipaddress.ip_address(info[4][0]).is_global for info in found)
        if not self._is_public[host]:
            raise OffLimits(f"{host} is an address of a private network")
