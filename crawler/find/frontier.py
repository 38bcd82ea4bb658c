"""The addresses that a crawl has still to ask, best first, and the bounds that make it end."""

from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count

from crawler.find.address import is_counted, is_paging, same_page, shape

MOST_OF_A_SHAPE = 150
"""Addresses that differ in numbers or in values of their query alone: a school's programs, or an endless list."""

MOST_FURTHER_PAGES = 40
"""Pages of one list."""


class Role(StrEnum):
    """What an address is asked for."""

    ROBOTS = "robots.txt"
    SITEMAP = "sitemap"
    START = "start page"
    COST = "cost page"
    PROGRAM = "program page"
    PAGE = "page"


FIRST = {Role.ROBOTS: 1000, Role.COST: 800, Role.START: 600, Role.SITEMAP: 400, Role.PROGRAM: 100}
"""What comes before pages that only promise something."""


@dataclass(frozen=True, slots=True, order=True)
class Lead:
    """An address to ask: how much it promises, how many links from the start, and what for."""

    rank: tuple[int, int, int]
    url: str = field(compare=False)
    role: Role = field(compare=False)
    score: int = field(compare=False)
    depth: int = field(compare=False)
    text: str = field(compare=False)

    @property
    def promise(self) -> int:
        """How early it is asked."""
        return -self.rank[0]


class Frontier:
    """Leads, each page once, best first; refuses what exceeds the bounds, and counts what it refused."""

    def __init__(self, most_pages: int, most_depth: int):
        self.most_pages = most_pages
        self.most_depth = most_depth
        self.asked = 0
        self.left_out: Counter[str] = Counter()
        self._leads: list[Lead] = []
        self._best: dict[str, int] = {}
        self._shapes: Counter[str] = Counter()
        self._order = count()

    def add(self, url: str, role: Role, score: int = 0, depth: int = 0, text: str = "", counts: bool = True) -> bool:
        """Take up a canonical address, or a better opinion of one that waits; False if it will not be asked for this.

        text    the words of the link
        counts  whether addresses of its shape are counted: a product's own program pages are not
        """
        promise = FIRST.get(role, 0) + score
        page = same_page(url)
        known = self._best.get(page)
        if known is not None and known >= promise:
            return False
        if known is None and self._exceeds(url, depth, counts):
            self._best[page] = DONE
            return False
        self._best[page] = promise
        heapq.heappush(self._leads, Lead((-promise, depth, next(self._order)), url, role, score, depth, text))
        return True

    def pop(self) -> Lead | None:
        """The best lead, None if there is no more to ask or no more may be asked."""
        while self._leads:
            lead = heapq.heappop(self._leads)
            page = same_page(lead.url)
            if self._best[page] == DONE or lead.promise < self._best[page]:
                continue
            if self.asked >= self.most_pages:
                self.left_out[f"more than {self.most_pages:,} pages"] += 1
                continue
            self._best[page] = DONE
            self.asked += 1
            return lead
        return None

    def waiting(self) -> int:
        """How many leads wait, at most; of one page there may be several."""
        return min(len(self._leads), self.most_pages - self.asked)

    def _exceeds(self, url: str, depth: int, counts: bool) -> bool:
        if depth > self.most_depth:
            self.left_out[f"more than {self.most_depth} links from the start"] += 1
            return True
        if counts and is_counted(url):
            form = shape(url)
            self._shapes[form] += 1
            if self._shapes[form] > (MOST_FURTHER_PAGES if is_paging(url) else MOST_OF_A_SHAPE):
                self.left_out["an endless list of addresses of one form"] += 1
                return True
        return False


DONE = 1 << 30
"""The promise of a page that was asked: no later one is better."""
