"""Keeps what sources answer, and asks only for what has changed.

Every answer becomes a row of `captures`; the body of a good one is kept, without what the spider declares personal. The
next run names what it has (ETag, Last-Modified), and a 304 is answered from what was kept. What a run that was killed
has captured, the next run does not ask again.
"""

import asyncio
import hashlib

from scrapy import Request
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from pipelines.store import Capture, now


class KeepCaptures:
    """Downloader middleware; crawler/keep.py gives the crawler its run and its folder of captures."""

    def __init__(self, crawler):
        self.crawler = crawler
        self.reread = crawler.settings.getbool("REREAD")

    @classmethod
    def from_crawler(cls, crawler):
        return cls(crawler)

    def process_request(self, request: Request) -> Response | None:
        if "dont_obey_robotstxt" in request.meta:
            return None
        before = self.crawler.run.capture_before_the_kill(request.url, request.method)
        if before and before.kept_sha256 in self.crawler.captures:
            request.meta["before_the_kill"] = before
            body = self.crawler.captures.read(before.kept_sha256)
            return response_of(request, body, Headers({"Content-Type": before.media_type}))
        if (last := self.crawler.run.last_capture(request.url)) and last.kept_sha256 in self.crawler.captures:
            request.meta["last_capture"] = last
            if last.etag and request.method == "GET":
                request.headers["If-None-Match"] = last.etag
            if last.last_modified and request.method == "GET":
                request.headers["If-Modified-Since"] = last.last_modified
        return None

    async def process_response(self, request: Request, response: Response) -> Response:
        if before := request.meta.get("before_the_kill"):
            self.crawler.run.add_capture(before)
            return response
        last: Capture | None = request.meta.get("last_capture")
        kept, published, size = "", "", len(response.body)
        unchanged = last if response.status == 304 else None
        if unchanged:
            kept, published = unchanged.kept_sha256, unchanged.sha256
            body = self.crawler.captures.read(kept)
            size = len(body)
            headers = Headers(response.headers)
            headers["Content-Type"] = unchanged.media_type or "application/octet-stream"
            response = response_of(request, body, headers)
        elif response.status == 200:
            try:  # in a thread: hashing, packing and writing leave the crawl its core
                published, kept, body = await asyncio.to_thread(self.keep, response)
            except OSError as error:
                self.crawler.run.doubt(f"{request.url}: the capture could not be kept ({error.strerror})")
            else:
                response = response.replace(body=body) if kept not in ("", published) else response
        self.crawler.run.add_capture(
            Capture(
                url=response.url,
                method=request.method,
                fetched_at=last.fetched_at if last and self.reread else now(),
                http_status=304 if unchanged else response.status,
                sha256=published,
                kept_sha256=kept,
                bytes=size,
                media_type=text(response, "Content-Type"),
                etag=text(response, "ETag") or (unchanged.etag if unchanged else ""),
                last_modified=text(response, "Last-Modified") or (unchanged.last_modified if unchanged else ""),
            )
        )
        return response

    def keep(self, response: Response) -> tuple[str, str, bytes]:
        """Keep what may be kept of an answer: (hash as published, hash as kept, "" if nothing is kept, kept bytes)."""
        body = self.crawler.spider.without_personal_data(response)
        kept = self.crawler.captures.keep(body) if body and not self.crawler.run.tries else ""
        published = kept if kept and body is response.body else hashlib.sha256(response.body).hexdigest()
        return published, kept, body


def response_of(request: Request, body: bytes, headers: Headers) -> Response:
    """A good answer of what was kept."""
    kind = responsetypes.from_args(headers=headers, url=request.url, body=body)
    return kind(request.url, status=200, headers=headers, body=body, request=request, flags=["from captures"])


def text(response: Response, header: str) -> str:
    """A header as text, "" if absent."""
    return (response.headers.get(header) or b"").decode("latin-1")
