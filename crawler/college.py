"""A school's own pages as a source."""

from collections.abc import AsyncIterator, Iterator
from functools import cached_property
from urllib.parse import urlsplit

import scrapy
from scrapy import signals
from scrapy.http import Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.bounds import OffLimits, OutOfTime
from crawler.extract.links import Link
from crawler.extract.personal import without_personal_data
from crawler.extract.sitemap import named_in_robots, read_sitemap
from crawler.find.address import Premises, canonical, is_file, is_pdf, trap
from crawler.find.costs import MOST_COST_PAGES, states_price
from crawler.find.drafts import Draft, Drafts
from crawler.find.frontier import Frontier, Lead, Role
from crawler.find.look import Seen, Wants, look
from crawler.find.platforms import PLAIN, PLATFORMS, Platform, path_of
from crawler.find.score import PAGE, lists_programs, score, tells_costs
from crawler.reading import Reader, Unreadable
from crawler.source import SourceSpider
from db.records import Listing, Words

PLATFORM = {platform.name: platform for platform in PLATFORMS}


class CollegeSpider(SourceSpider):
    """A school's own pages. Its address is enough:

        class CoRedRocks(CollegeSpider):
            name = "co_red_rocks"
            institution = "Red Rocks Community College"
            unitid = "127909"
            homepage = "https://www.rrcc.edu/"

    From the homepage, the sitemaps and what else is in `start_urls` it goes to the pages that promise programs, by
    their addresses and the words of their links, and reads those. It stays on the homepage's host and those below it
    (catalog.rrcc.edu), and on the hosts of `start_urls`; a homepage in a folder ("https://www.example.edu/campus/")
    stands for that folder alone. The settings MOST_PAGES, MOST_DEPTH and MOST_SECONDS end every crawl. Products that
    many schools publish with are known by their marks (crawler/find/platforms.py) and need no declaration.

    Where that is not enough, a source points:

        start_urls     pages to begin at, as a catalog on another host
        program_links  CSS of the links to program pages: then `start_urls` are lists, and nothing else is followed
        next_page      CSS of the link to the next page of a list
        tuition_page   a page with the prices; others are found where pages link to them
        selectors      kind of fact, or "name" -> CSS of where a program page prints it: {"price": ".cost"}

    Run `tuitionary crawl <name>` and look at what it says of the pages. Nothing is read here: crawler/extract finds
    the printed words, pipelines/parse reads them.
    """

    institution: str
    unitid: str
    start_urls: list[str] = []
    program_links = ""
    next_page = ""
    tuition_page = ""
    selectors: dict[str, str] = {}
    cadence_days = 30
    licence = "Facts as printed by the school, quoted in at most 300 characters"

    @classmethod
    def from_crawler(cls, crawler, *args, **kwargs):
        spider = super().from_crawler(crawler, *args, **kwargs)
        settings = crawler.settings
        if not hasattr(crawler, "reader"):  # under `scrapy crawl` and Scrapyd each run has one of its own
            crawler.reader = Reader()
            crawler.signals.connect(crawler.reader.close, signals.spider_closed)
        spider.reader = crawler.reader
        spider.frontier = Frontier(settings.getint("MOST_PAGES"), settings.getint("MOST_DEPTH"))
        spider.most_bytes = settings.getint("MOST_BYTES")
        # Few enough that the best page found so far comes next, enough that no slot waits.
        spider.most_in_flight = 2 * settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        return spider

    def __init__(self, **arguments: str):
        super().__init__(**arguments)
        self.in_flight = 0
        self.cost_pages: set[str] = set()
        self.costs_pending = 0
        self.met: set[tuple[str, bool]] = set()
        self.platforms: dict[str, Platform] = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if hasattr(cls, "institution"):
            cls.title = cls.publisher = cls.institution

    @cached_property
    def public(self) -> bool | None:
        """Whether the school is public, None if no registry that was read knows it."""
        control = self.crawler.run.control_of(self.unitid)
        return None if control in ("", "unknown") else control == "public"

    @cached_property
    def drafts(self) -> Drafts:
        """What was read of its programs."""
        return Drafts(self.homepage)

    @cached_property
    def premises(self) -> Premises:
        """Where this school may be asked."""
        return Premises(self.homepage, filter(None, (*self.start_urls, self.tuition_page)))

    def pages_waiting(self) -> int:
        return self.in_flight + self.frontier.waiting()

    def forbids(self, url: str) -> str:
        return "" if self.premises.reaches(url) else "it leads away from the school's hosts"

    def names(self, host: str) -> bool:
        return self.premises.names(host)

    # --- asking ------------------------------------------------------------------------------------------------------

    async def start(self) -> AsyncIterator[scrapy.Request]:
        if self.tuition_page:
            self.add_costs(self.tuition_page, 0)
        for url in self.start_urls:
            self.frontier.add(url, Role.START, counts=False)
        if not self.program_links:
            self.frontier.add(self.homepage, Role.START)
            self.add_host(self.homepage)
        for request in self.ask():
            yield request

    def ask(self) -> Iterator[scrapy.Request]:
        """The next requests, as many as may be under way."""
        while self.in_flight < self.most_in_flight and (lead := self.frontier.pop()):
            self.in_flight += 1
            yield scrapy.Request(
                lead.url, self.answered, errback=self.failed, cb_kwargs={"lead": lead}, priority=lead.promise,
                dont_filter=True, meta={"download_maxsize": self.most_bytes},
            )  # fmt: skip

    def add_host(self, url: str) -> None:
        """Ask a host for the sitemaps that its robots.txt names."""
        self.frontier.add(canonical(url).removesuffix(path_of(canonical(url))) + "/robots.txt", Role.ROBOTS)

    def add_costs(self, url: str, depth: int) -> None:
        """Ask for a page that tells costs: once, and before the programs, which wait for it."""
        if url not in self.cost_pages and len(self.cost_pages) < MOST_COST_PAGES:
            self.cost_pages.add(url)
            self.costs_pending += self.frontier.add(url, Role.COST, depth=depth)

    # --- answers -----------------------------------------------------------------------------------------------------

    async def answered(self, response: Response, lead: Lead):
        try:
            if lead.role is Role.ROBOTS:
                self.take_robots(response)
            elif lead.role is Role.SITEMAP:
                self.take_sitemap(response, lead)
            else:
                await self.take_page(response, lead)
        finally:
            self.done(lead)
        for found in self.next():
            yield found

    def failed(self, failure):
        lead: Lead = failure.request.cb_kwargs["lead"]
        run, why = self.crawler.run, self.unreachable(failure)
        gone = failure.check(HttpError) and failure.value.response.status in (404, 410)
        if failure.check(OutOfTime):
            run.cut_short(f"the crawl was ended after {self.settings.getint('MOST_SECONDS'):,} seconds")
        elif failure.check(OffLimits):
            run.note(f"not followed: {failure.getErrorMessage()}", lead.url)
        elif lead.role in (Role.ROBOTS, Role.SITEMAP):
            if not gone:
                run.note(why, lead.url)
        elif lead.role is Role.START or lead.url == self.tuition_page:
            run.doubt(f"{lead.url} {why}")
        elif gone:
            run.note(why, lead.url)
        else:
            run.page_failed(lead.url, why)
        self.done(lead)
        yield from self.next()

    def done(self, lead: Lead) -> None:
        self.in_flight -= 1
        self.costs_pending -= lead.role is Role.COST

    def next(self) -> Iterator[scrapy.Request | Listing]:
        """What an answer sets free: further requests, and listings that waited for prices."""
        yield from self.ask()
        if self.costs_pending <= 0 or not self.in_flight:
            yield from map(self.listing, self.drafts.ready())
        if not self.in_flight:
            yield from self.last()

    def last(self) -> Iterator[Listing]:
        """What only lists and disclosures describe; and what the bounds left out."""
        yield from map(self.listing, self.drafts.rest())
        for why, pages in self.frontier.left_out.items():
            self.crawler.run.note(f"{pages:,} addresses were not asked: {why}")
            if "pages" in why:
                self.crawler.run.cut_short(f"the crawl was ended after {self.frontier.most_pages:,} pages")

    def take_robots(self, response: Response) -> None:
        named = named_in_robots(response.body, response.url)
        for url in named or [response.url.removesuffix("robots.txt") + "sitemap.xml"]:
            self.add_sitemap(url, 1)

    def add_sitemap(self, url: str, depth: int) -> None:
        if self.premises.reaches(url) and depth <= MOST_SITEMAP_DEPTH:
            self.frontier.add(canonical(url), Role.SITEMAP, depth=depth)

    def take_sitemap(self, response: Response, lead: Lead) -> None:
        sitemap = read_sitemap(response.body, MOST_IN_SITEMAP)
        for url in sitemap.sitemaps:
            self.add_sitemap(url, lead.depth + 1)
        for url in sitemap.pages:
            self.follow(Link(url, "", True), 1, among_programs=False, least=PAGE)

    async def take_page(self, response: Response, lead: Lead) -> None:
        if not isinstance(response, TextResponse):
            self.crawler.run.note("the address answers no text", response.url)
            return
        if not self.premises.holds(response.url):
            self.crawler.run.note("not followed: it leads out of the school's folder", lead.url)
            return
        chosen = {"program": self.program_links, "next": self.next_page}
        is_list = lead.role is Role.START
        promising = lead.role is Role.PROGRAM or (lead.role is Role.PAGE and lead.score >= PAGE)
        wants = Wants(
            programs=promising or (lead.url in self.start_urls and not self.program_links),
            costs=lead.role is Role.COST,
            platform=urlsplit(response.url).netloc not in self.platforms,
            pointed=self.selectors,
            chosen=chosen if is_list else {},
        )
        try:
            seen = await self.reader.do(look, response.body, response.url, wants)
        except Unreadable as error:
            self.crawler.run.page_failed(response.url, f"could not be read ({error})")
            return
        self.follow_links(seen, response.url, lead)
        if wants.costs:
            self.take_costs(seen, response.url)
        elif wants.programs:
            self.take_programs(seen, response.url)

    # --- links -------------------------------------------------------------------------------------------------------

    def follow_links(self, seen: Seen, url: str, lead: Lead) -> None:
        depth = lead.depth + 1
        host = urlsplit(url).netloc
        if seen.platform:
            self.platforms[host] = platform = PLATFORM[seen.platform]
            if platform.drawn_by_script:
                self.crawler.run.note(f"the catalog is drawn by a script that we do not run ({platform.name})", url)
        if seen.is_archived:
            return
        if self.program_links:
            self.follow_chosen(seen, url, lead)
        if self.may_follow(sent_to := canonical(seen.links.refresh)):
            if lead.role is Role.COST:
                self.add_costs(sent_to, depth)
            else:
                self.frontier.add(sent_to, lead.role, lead.score, depth)
        among = lead.role is not Role.START and lists_programs(url, lead.text)
        for link in seen.links.links:
            self.follow(link, depth, among_programs=among and not link.in_menu)

    def follow_chosen(self, seen: Seen, url: str, lead: Lead) -> None:
        """The links that a source points to; they lead to pages of the same host."""
        own = {
            role: [link for link in links if urlsplit(link.url).netloc == urlsplit(url).netloc]
            for role, links in seen.chosen.items()
        }
        if lead.role is Role.START and not own["program"]:
            self.crawler.run.note(f"no link matches {self.program_links!r}", url)
        for link in own.get("program", ()):
            self.frontier.add(link.url, Role.PROGRAM, 0, 0, link.text, counts=False)
        for link in own.get("next", ())[:1]:
            self.frontier.add(link.url, Role.START, 0, 0, link.text)

    def may_follow(self, url: str) -> bool:
        return self.premises.holds(url) and not is_file(url) and not trap(url)

    def follow(self, link: Link, depth: int, among_programs: bool, least: int = 0) -> None:
        """Take up a link that was not met before, if it promises at least so much."""
        if (link.url, among_programs) in self.met:
            return
        self.met.add((link.url, among_programs))
        platform = self.platforms.get(urlsplit(link.url).netloc, PLAIN)
        url = canonical(link.url, platform.kept)
        path = path_of(url)
        if not self.may_follow(url) or platform.never.search(path):
            return
        if tells_costs(url, link.text):
            self.add_costs(url, depth)
        if self.program_links:
            return
        is_program = bool(platform.programs.search(path))
        promise = score(url, link.text, among_programs or is_program)
        if promise is None or promise < least or (promise == 0 and depth > MOST_DEPTH_OF_UNKNOWN):
            return
        if self.frontier.add(url, Role.PAGE, promise, depth, link.text, counts=not is_program):
            self.add_host(url)

    # --- programs ----------------------------------------------------------------------------------------------------

    def take_costs(self, seen: Seen, url: str) -> None:
        if not self.drafts.costs.take(url, seen.costs, seen.page):
            self.crawler.run.note("no table of programs and prices that we understand on the tuition page", url)

    def take_programs(self, seen: Seen, url: str) -> None:
        own = canonical(seen.links.canonical)
        address = own if urlsplit(own).path.rstrip("/") == urlsplit(url).path.rstrip("/") else url
        if seen.page is None or not self.drafts.is_new(address):
            return
        if seen.is_archived:
            self.crawler.run.note("not listed: the page is of an archived catalog", url)
        elif seen.page.rejected:
            self.crawler.run.note(seen.page.rejected, url)
        else:
            has_prices = all(map(states_price, seen.page.programs))
            self.drafts.take(seen.page.programs, url, address, None if has_prices else self.elsewhere(seen))

    def elsewhere(self, seen: Seen) -> Link | None:
        """A link of the page's own text to prices that we do not read: a PDF, another host."""
        told = (link for link in seen.links.links if not link.in_menu and tells_costs(link.url, link.text))
        return next((link for link in told if is_pdf(link.url) or not self.premises.holds(link.url)), None)

    def listing(self, draft: Draft) -> Listing:
        words = [Words(w.kind, w.text, w.label, printed=w.printed) for w in draft.program.words]
        words += [Words(w.kind, w.text, w.label, page, w.printed) for w, page in draft.told]
        if link := draft.elsewhere:
            words.append(Words("elsewhere", link.text or link.url, link.url))
        return Listing(source=self.name, listing=draft.key, unitid=self.unitid, name=draft.program.name, url=draft.url,
                       public=self.public, words=words)  # fmt: skip

    def without_personal_data(self, response: Response) -> bytes:
        return without_personal_data(response.body)


MOST_IN_SITEMAP = 50_000
MOST_SITEMAP_DEPTH = 3
MOST_DEPTH_OF_UNKNOWN = 2
"""Links from the start to a page whose address and words say nothing either way."""
