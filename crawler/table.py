"""Published tables as sources: files at known addresses, read whole."""

import re
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import scrapy
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.extract.files import TableError, without_columns
from crawler.source import SourceSpider
from db.records import Record


class TableSource(SourceSpider):
    """Published tables: files at known addresses, read whole.

    1. Declare the source (see SourceSpider) and `addresses`: table -> the addresses to try, in order; a pattern may
       hold {year} or {yy} and is tried from the newest year down to `oldest_year`.
    2. Write `read(table, year, response)`, a generator of records; it reads with crawler.extract.files, whose
       errors name file and column and make the run doubted.

    A table that no address gives makes the run doubted too, unless it is in `optional`.
    `-a year=2020` takes no year newer than that; each table keeps its own.
    """

    addresses: dict[str, list[str]]
    optional: frozenset[str] = frozenset()
    oldest_year = 2019

    def __init__(self, year: str = "", **arguments: str):
        super().__init__(**arguments)
        if year and not re.fullmatch(r"\d{4}", year):
            raise ValueError(f"year={year} is no year")
        self.newest_year = int(year) if year else datetime.now(UTC).year

    async def start(self) -> AsyncIterator[scrapy.Request]:
        for table in self.addresses:
            yield self.ask(table, self.ladder(table))

    def ladder(self, table: str) -> Iterator[tuple[int | None, str]]:
        """(year, address) of a table, in the order in which they are tried."""
        patterns = self.addresses[table]
        if "{y" not in patterns[0]:
            return ((None, pattern) for pattern in patterns)
        years = range(self.newest_year, self.oldest_year - 1, -1)
        return ((year, pattern.format(year=year, yy=year % 100)) for year in years for pattern in patterns)

    def ask(self, table: str, ladder: Iterator[tuple[int | None, str]]) -> scrapy.Request | None:
        """A request for the next rung, None below the last."""
        year, url = next(ladder, (None, None))
        if url is None:
            if table in self.optional:
                self.crawler.run.note(f"{table}: not published at any address that we know")
            else:
                self.crawler.run.doubt(f"{table}: none of its addresses gave the table")
            return None
        return self.request(url, callback=self.parse_table, errback=self.next_rung,
                            cb_kwargs={"table": table, "year": year}, meta={"ladder": ladder})  # fmt: skip

    def request(self, url: str, **kwargs) -> scrapy.Request:
        """How an address is asked; a source that must POST overrides this."""
        return scrapy.Request(url, **kwargs)

    def next_rung(self, failure):
        table = failure.request.cb_kwargs["table"]
        if failure.check(HttpError) and failure.value.response.status in (404, 410):
            if request := self.ask(table, failure.request.meta["ladder"]):
                yield request
        else:
            self.crawler.run.doubt(f"{failure.request.url} {self.unreachable(failure)}")

    def parse_table(self, response: Response, table: str, year: int | None) -> Iterator[Record]:
        """Every record of one table; an error is raised before any of it counts."""
        yield from self.read(table, year, response)

    def read(self, table: str, year: int | None, response: Response) -> Iterator[Record]:
        raise NotImplementedError

    def without_personal_data(self, response: Response) -> bytes:
        if not self.personal_columns:
            return response.body
        try:
            return without_columns(response.body, response.url, self.personal_columns)
        except TableError:
            return b""
