"""What a crawl has read of a school's programs, until nothing more can be said of them and they become listings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.extract.links import Link
from crawler.extract.words import Program, Words
from crawler.find.address import same_page
from crawler.find.costs import CostBook, likeness, states_price
from crawler.find.platforms import path_of


@dataclass(frozen=True, slots=True)
class Draft:
    """A program with the page that describes it and its key there, which is stable across crawls.

    told       (words, address of the page that prints them) from tuition pages
    elsewhere  a link of the page to where its price is said to stand, if nothing states it
    """

    program: Program
    url: str
    key: str
    told: tuple[tuple[Words, str], ...] = ()
    elsewhere: Link | None = None


class Drafts:
    """The programs of one school. A page's one program waits for the tuition pages; the programs of a page of several,
    and of tuition pages and disclosures, wait for the end: pages of their own say more of them."""

    def __init__(self, homepage: str):
        self.costs = CostBook()
        self._host = urlsplit(homepage).netloc
        self._read: set[str] = set()
        self._waiting: list[tuple[Program, str, str, Link | None]] = []
        self._lists: dict[str, tuple[Program, ...]] = {}
        self._described: set[str] = set()

    def is_new(self, address: str) -> bool:
        """Whether this page was not taken yet, under whatever form of its address."""
        page = same_page(address)
        is_new = page not in self._read
        self._read.add(page)
        return is_new

    def take(self, programs: tuple[Program, ...], url: str, address: str, elsewhere: Link | None) -> None:
        """The programs of a page at `url`, whose own address for itself is `address`."""
        if len(programs) > 1:
            self._lists[url] = programs
            return
        for program, key in self._keyed(programs, address):
            self._described.add(likeness(program.name))
            self._waiting.append((program, url, key, elsewhere))

    def ready(self) -> Iterator[Draft]:
        """The drafts that wait for tuition pages, once these have answered."""
        waiting, self._waiting = self._waiting, []
        for program, url, key, elsewhere in waiting:
            told = tuple(self.costs.words_of(program))
            has_price = states_price(program) or any(word.kind == "price" for word, _ in told)
            yield Draft(program, url, key, told, None if has_price else elsewhere)

    def rest(self) -> Iterator[Draft]:
        """At the end: the programs that only a list, a tuition page or a disclosure describes."""
        for url, programs in (self._lists | self.costs.programs).items():
            names = {likeness(program.name) for program in programs}
            for program, key in self._keyed(programs, url):
                if likeness(program.name) not in self._described:
                    yield Draft(program, url, key)
            self._described |= names

    def _keyed(self, programs: Iterable[Program], url: str) -> Iterator[tuple[Program, str]]:
        """The programs of a page with their keys, no key twice."""
        keys = set()
        for program in programs:
            key = self._key(url, program.anchor)
            key = self._key(url, slug(program.name)) if key in keys else key
            if key not in keys:
                yield program, key
            keys.add(key)

    def _key(self, url: str, anchor: str) -> str:
        """The school's own key of a program: the path and query of its page, and the part of the page."""
        netloc = urlsplit(url).netloc
        host = "" if netloc == self._host else f"//{netloc}"
        return host + path_of(url) + (f"#{anchor}" if anchor else "")


def slug(name: str) -> str:
    """A name as part of a key."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
