"""The kinds of source. Their docstrings are the manual: a new source is a few declarations below one of them."""

import re
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from functools import cached_property
from urllib.parse import urldefrag, urlsplit

import scrapy
from scrapy.http import Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.extract.files import TableError, without_columns
from crawler.extract.page import read_page
from crawler.extract.tuition_table import TuitionRow, read_tuition_table
from db.records import Listing, Record, Words
from pipelines.store import Source

FEDERAL = {"licence": "US government work, public domain", "licence_url": "https://www.usa.gov/government-copyright"}


class SourceSpider(scrapy.Spider):
    """One publisher's way in. Every source declares

    name          the source's name: `us_<dataset>`, `<state>_<college>`; the file and the spider have the same
    title, publisher, licence, licence_url, homepage
    cadence_days  how often it is worth asking

    and inherits manners that it may not weaken. It tells its run (`self.crawler.run`) why it must be doubted.
    `personal_columns` names columns of persons, which are emptied before a capture is kept.
    """

    title: str
    publisher: str
    licence: str
    licence_url = ""
    homepage: str
    cadence_days: int
    database = "collected"
    personal_columns: frozenset[str] = frozenset()

    def __init__(self, **arguments: str):
        super().__init__()
        if arguments:
            raise ValueError(f"{self.name} takes no argument {', '.join(arguments)}")

    def declaration(self) -> Source:
        """What the table `sources` says of this source."""
        about = " ".join((self.__doc__ or "").split())
        return Source(self.name, self.title, self.publisher, self.licence, self.licence_url, self.homepage,
                      self.cadence_days, about)  # fmt: skip

    def without_personal_data(self, response: Response) -> bytes:
        """The bytes of an answer that may be kept."""
        return response.body

    def unreachable(self, failure) -> str:
        """One sentence on a request that gave no usable answer."""
        if failure.check(HttpError):
            return f"{failure.value.response.url} answered {failure.value.response.status}"
        why = failure.getErrorMessage().rstrip(".") or failure.type.__name__
        return f"{failure.request.url} could not be reached ({why})"


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
            self.crawler.run.doubt(self.unreachable(failure))

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


class CollegeSpider(SourceSpider):
    """A school's own pages: lists of programs, and a page for each.

    1. Declare `name` (<state>_<college>), `institution` as the school writes itself, `unitid`, `homepage`,
       `start_urls` (pages that list programs) and `program_links` (CSS of the links to program pages).
    2. If the lists go on, `next_page` (CSS of the link); if prices stand on a page of their own, `tuition_page`.
    3. Run `tuitionary crawl <name>` and look at what it says of each page.

    Nothing is read here: crawler/extract finds the printed words, pipelines/parse reads them. Example:

        class CoRedRocks(CollegeSpider):
            name = "co_red_rocks"
            institution = "Red Rocks Community College"
            unitid = "127909"
            homepage = "https://www.rrcc.edu/"
            start_urls = ["https://www.rrcc.edu/programs"]
            program_links = ".program-list a"
    """

    institution: str
    unitid: str
    start_urls: list[str]
    program_links: str
    next_page = ""
    tuition_page = ""
    cadence_days = 30
    licence = "Facts as printed by the school, quoted in at most 300 characters"
    most_pages = 2_000

    def __init__(self, **arguments: str):
        super().__init__(**arguments)
        self.tuition_rows: tuple[TuitionRow, ...] = ()
        self.tuition_url = ""
        self.pages_asked = 0

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if hasattr(cls, "institution"):
            cls.title = cls.publisher = cls.institution

    @cached_property
    def public(self) -> bool | None:
        """Whether the school is public, None if no registry that was read knows it."""
        control = self.crawler.run.control_of(self.unitid)
        return None if control in ("", "unknown") else control == "public"

    async def start(self) -> AsyncIterator[scrapy.Request]:
        if self.tuition_page:
            yield scrapy.Request(self.tuition_page, self.parse_tuition, errback=self.no_tuition)
        else:
            for request in self.lists():
                yield request

    def lists(self) -> Iterator[scrapy.Request]:
        """The lists of programs, asked for once the tuition page is known."""
        return (scrapy.Request(url, self.parse_list, errback=self.list_failed) for url in self.start_urls)

    def parse_tuition(self, response: Response):
        self.tuition_rows = read_tuition_table(self.text_of(response), response.url)
        self.tuition_url = response.url
        if not self.tuition_rows:
            self.crawler.run.note(f"{response.url}: no table of programs and prices on the tuition page")
        yield from self.lists()

    def no_tuition(self, failure):
        self.crawler.run.doubt(self.unreachable(failure))

    def parse_list(self, response: Response):
        links = self.own(response, self.program_links)
        if not links:
            self.crawler.run.note(f"{response.url}: no link matches {self.program_links!r}")
        asked = [scrapy.Request(url, self.parse_program, errback=self.program_failed) for url in links]
        if self.next_page:
            more = self.own(response, self.next_page)[:1]
            asked += [scrapy.Request(url, self.parse_list, errback=self.list_failed) for url in more]
        yield from asked[: self.most_pages - self.pages_asked]
        self.pages_asked += len(asked)

    def own(self, response: Response, css: str) -> list[str]:
        """The addresses, on this school's host and without fragments, of the links that a selector finds."""
        if not isinstance(response, TextResponse):
            return []
        urls = (urldefrag(response.urljoin(href)).url for href in response.css(css).xpath("@href").getall())
        return [url for url in dict.fromkeys(urls) if urlsplit(url).netloc == urlsplit(response.url).netloc]

    def list_failed(self, failure):
        self.crawler.run.doubt(self.unreachable(failure))

    def program_failed(self, failure):
        if failure.check(HttpError) and failure.value.response.status in (404, 410):
            self.crawler.run.note(self.unreachable(failure))
        else:
            self.crawler.run.page_failed(failure.request.url, self.unreachable(failure))

    def parse_program(self, response: Response) -> Iterator[Listing]:
        page = read_page(self.text_of(response), response.url)
        if page.rejected:
            self.crawler.run.note(f"{response.url}: {page.rejected}")
        for program in page.programs:
            yield Listing(
                source=self.name, listing=listing_key(response.url, program.anchor), unitid=self.unitid,
                name=program.name, url=response.url, public=self.public,
                words=[Words(w.kind, w.text, w.label, printed=w.printed) for w in program.words]
                + self.tuition_of(program.name),
            )  # fmt: skip

    def text_of(self, response: Response) -> str:
        """The text of a page as it is kept, "" if the address answers no text: what is read can be read again."""
        if not isinstance(response, TextResponse):
            self.crawler.run.note(f"{response.url}: the address answers no text")
            return ""
        return response.replace(body=self.without_personal_data(response)).text

    def tuition_of(self, program: str) -> list[Words]:
        """The words of the one row of the tuition page that names this program."""
        rows = [row for row in self.tuition_rows if same_name(row.program, program)]
        return [Words(w.kind, w.text, w.label, self.tuition_url) for w in rows[0].words] if len(rows) == 1 else []

    def without_personal_data(self, response: Response) -> bytes:
        return PHONE.sub(b"[phone]", EMAIL.sub(b"[e-mail]", response.body))


EMAIL = re.compile(rb"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
PHONE = re.compile(rb"(?<![\w.,$/-])\(?\d{3}\)?[-. ]{1,2}\d{3}[-.]\d{4}(?![\w-])")


def listing_key(url: str, anchor: str) -> str:
    """The school's own key of a program: the path and query of its page, and the part of the page."""
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "") + (f"#{anchor}" if anchor else "")


def same_name(one: str, other: str) -> bool:
    """Whether two printed names are the same but for case and punctuation."""
    return re.findall(r"\w+", one.lower()) == re.findall(r"\w+", other.lower())


def file_name(url: str) -> str:
    """The last part of an address: how messages call the file."""
    return urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1] or url
