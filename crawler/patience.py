"""Waits when it is told to wait: a host that answers 429 or 503 with Retry-After is not asked before that time."""

import email.utils
import time

from scrapy import Request, signals
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

LONGEST_WAIT = 300
"""Seconds of Retry-After that a run waits; a host that asks for longer is left alone until the next run."""


class HeedRetryAfter:
    """Downloader middleware, nearer to the network than Scrapy's retries, which would ask at once.

    An address is asked once more after the time that the server named; twice, or a long time, is a no of the host.
    """

    def __init__(self, crawler):
        self.crawler = crawler
        self._waited: set[str] = set()
        self._closed: dict[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler):
        patience = cls(crawler)
        crawler.signals.connect(patience.pause, signals.response_downloaded)
        return patience

    def pause(self, response: Response, request: Request) -> None:
        """Let the whole queue of this host wait; the signal comes before the queue goes on."""
        wait = retry_after(response)
        if wait is not None and wait <= self.longest():
            slot = self.crawler.engine.downloader.slots[request.meta["download_slot"]]
            slot.lastseen = time.monotonic() + wait

    def longest(self) -> float:
        """Seconds that may be waited: a crawl does not wait beyond its own end."""
        return min(LONGEST_WAIT, self.crawler.spider.seconds_left())

    def process_request(self, request: Request) -> None:
        if why := self._closed.get(urlparse_cached(request).netloc):
            raise IgnoreRequest(why)

    def process_response(self, request: Request, response: Response) -> Response | Request:
        wait = retry_after(response)
        if wait is None:
            return response
        if wait > self.longest() or request.url in self._waited:
            host = urlparse_cached(request).netloc
            self._closed[host] = f"{host} asks to be left alone for {wait:.0f} seconds"
            raise IgnoreRequest(self._closed[host])
        self._waited.add(request.url)
        return request.replace(dont_filter=True)


def retry_after(response: Response) -> float | None:
    """The seconds that a 429 or 503 asks to wait (Retry-After is a number or a date), None if it does not say."""
    if response.status not in (429, 503):
        return None
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if value.isdigit():
        return float(value)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError):
        return None
