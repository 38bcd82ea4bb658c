"""Obeys robots.txt, also where many requests wait for it at once.

Up to 2.19, Scrapy gives the parsed robots.txt only to the first of several requests that wait for it, and lets the
others through. Here the requests of one host ask one after the other. A robots.txt that cannot be had because its
server fails (5xx, no connection) forbids the host for this run, as RFC 9309 asks.
"""

import asyncio
from collections import defaultdict

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached


class ObeyRobots(RobotsTxtMiddleware):
    """Scrapy's RobotsTxtMiddleware with one waiter per host, and with silence taken as a no."""

    def __init__(self, crawler):
        super().__init__(crawler)
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        netloc = urlparse_cached(request).netloc
        async with self._asking[netloc]:
            parser = await super().robot_parser(request)
        if parser is None:
            raise IgnoreRequest(f"robots.txt of {netloc} could not be read, so nothing may be fetched")
        return parser

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500:
            raise ConnectionError(f"robots.txt answered {response.status}")
        if response.status >= 400:
            response = response.replace(body=b"")
        await super()._parse_robots(response, netloc, request)
