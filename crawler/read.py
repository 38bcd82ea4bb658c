"""`tuitionary read`: what a page would give, with its receipts. Nothing is stored."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import scrapy
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.base import SourceSpider
from crawler.extract.page import Page, read_page
from crawler.run import project_settings
from db.records import Figure, Listing, Words
from pipelines.normalize import conflicting, figure, figures, name_field, stated
from pipelines.parse.wire import figure_dict


class Unreadable(Exception):
    """A file or an address that gave no page; the message is one sentence."""


class _Reading(SourceSpider):
    """Asks for pages with the manners of every source, and keeps only what they answered."""

    name = "read"

    def __init__(self, urls: list[str], answers: dict[str, bytes | Unreadable]):
        super().__init__()
        self.urls, self.answers = urls, answers

    async def start(self):
        for url in self.urls:
            yield scrapy.Request(url, self.answered, errback=self.failed, cb_kwargs={"asked": url}, dont_filter=True)

    def answered(self, response, asked: str) -> None:
        self.answers[asked] = response.body

    def failed(self, failure) -> None:
        asked = failure.request.cb_kwargs["asked"]
        if failure.check(HttpError):
            why = f"it answered {failure.value.response.status}"
        else:
            why = failure.getErrorMessage().rstrip(".") or failure.type.__name__
        self.answers[asked] = Unreadable(f"{asked} could not be read: {why}")


def pages(sources: list[str], url: str = "") -> Iterator[tuple[str, Page | Unreadable]]:
    """(source, page) of every file and address, in their order. `url` is the address that a file came from."""
    answers = _fetch([source for source in sources if _is_address(source)])
    for source in sources:
        if _is_address(source):
            body, address = answers.get(source, Unreadable(f"{source} gave no answer")), source
        else:
            body, address = _file(source), url or Path(source).resolve().as_uri()
        yield source, body if isinstance(body, Unreadable) else read_page(body, address)


def _is_address(source: str) -> bool:
    return source.startswith(("http://", "https://"))


def _file(path: str) -> bytes | Unreadable:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        return Unreadable(f"{path} could not be read: {error.strerror}")


def _fetch(urls: list[str]) -> dict[str, bytes | Unreadable]:
    """What the addresses answer: robots.txt is obeyed and delays are kept, as in every crawl."""
    answers: dict[str, bytes | Unreadable] = {}
    if urls:
        settings = project_settings()
        middlewares = settings.getdict("DOWNLOADER_MIDDLEWARES") | {"crawler.captures.KeepCaptures": None}
        settings.setdict({"DOWNLOADER_MIDDLEWARES": middlewares, "ITEM_PIPELINES": {}}, priority="cmdline")
        process = AsyncCrawlerProcess(settings)
        process.crawl(_Reading, urls=urls, answers=answers)
        process.start()
    return answers


def listings(page: Page) -> list[Listing]:
    """The listings of a page as a crawl would store them, with their figures."""
    found = []
    for program in page.programs:
        words = [Words(w.kind, w.text, w.label, printed=w.printed) for w in program.words]
        listing = Listing("read", program.anchor, "", program.name, url=page.url, words=words)
        name_field(listing)
        listing.figures = figures(listing)
        found.append(listing)
    return found


def charges(page: Page) -> list[Listing]:
    """What a tuition page that names no program says of the whole school; a crawl stores no program of it."""
    if page.charges is None:
        return []
    words = [Words(w.kind, w.text, w.label, printed=w.printed) for w in page.charges.words]
    listing = Listing("read", "", "", page.charges.name, scope="institution", url=page.url, words=words)
    listing.figures = figures(listing)
    return [listing]


def answer(source: str, page: Page) -> dict[str, Any]:
    """A page as one JSON object: {"file", "programs", "rejected"}, see DESIGN."""
    of_school = [figure for figure in _figures(_school(page))["accreditation"] if figure["level"] == "institutional"]
    programs = [_program(one, of_school) for one in listings(page)]
    programs += [_program(one, of_school) | {"scope": "school"} for one in charges(page)]
    return {"file": source, "programs": programs, "rejected": page.rejected}


_LISTS = {"lengths": "length", "prices": "price", "accreditations": "accreditation"}
_SINGLE = {"award": "award", "delivery": "delivery"}


def _program(listing: Listing, of_school: list[dict[str, Any]]) -> dict[str, Any]:
    found = _figures(listing)
    program: dict[str, Any] = {"name": listing.name}
    program |= {key: _one(found[kind]) for key, kind in _SINGLE.items()}
    program |= {key: found[kind] for key, kind in _LISTS.items()}
    said = {figure["accreditor"] for figure in found["accreditation"]}
    program["accreditations"] += [figure for figure in of_school if figure["accreditor"] not in said]
    return program


def _school(page: Page) -> Listing:
    """What the page says of the whole school, as a listing."""
    words = [Words(w.kind, w.text, w.label) for w in page.institution]
    return Listing("read", "", "", page.title, scope="institution", url=page.url, words=words)


def _figures(listing: Listing) -> defaultdict[str, list[dict[str, Any]]]:
    """The figures of a listing by their kind."""
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    read = [(words, value) for words, values in stated(listing) for value in values]
    stored = conflicting([figure(listing, words, value) for words, value in read])
    for one, (words, value) in zip(stored, read, strict=True):
        receipt = {"printed": one.printed, "label": one.label}
        found[words.kind].append({"status": one.status} | figure_dict(value) | receipt)
    return found


def _one(found: list[dict[str, Any]]) -> dict[str, Any]:
    """What a page says of the award or the mode: the first value, or `multiple` awards, with the words for it."""
    if not found:
        return {"value": "unknown"}
    found = [figure for figure in found if figure["value"] != "unknown"] or found
    one = dict(found[0])
    same = [figure for figure in found if figure["value"] == one["value"]]
    if len(same) < len(found) and "in_person" not in one:
        one |= {"value": "multiple", "any_of": [*dict.fromkeys(figure["value"] for figure in found)]}
        same = found
    return one | {"printed": " … ".join(dict.fromkeys(figure["printed"] for figure in same))[:300]}


def sheet(source: str, page: Page) -> Iterator[str]:
    """The lines that tell people what would be listed, and what not and why."""
    yield f"{source}"
    if page.title:
        yield f"  title: {page.title}"
    if page.rejected:
        yield f"  nothing would be listed: {page.rejected}"
    for one in figures(_school(page)):
        yield f"  the school: {said(one)}"
        yield f"        “{one.printed}”"
    for listing in charges(page):
        yield f"  the school charges, by “{listing.name}”"
        yield from _lines(listing)
    for listing in listings(page):
        yield f"  {listing.name}" + (f"  (#{listing.listing})" if listing.listing else "")
        if listing.cip:
            yield f"    field: CIP {listing.cip} ({listing.cip_basis.replace('_', ' ')})"
        yield from _lines(listing)


def _lines(listing: Listing) -> Iterator[str]:
    for one in listing.figures:
        yield f"    {one.kind}: {said(one)} [{one.status}]"
        yield f"        {one.label}: “{one.printed}”" if one.label else f"        “{one.printed}”"


def said(figure: Figure) -> str:
    """The value of a figure in words, "not understood" where the words gave none."""
    bounds = [
        f"{bound:,.2f}".removesuffix(".00") for bound in (figure.value_min, figure.value_max) if bound is not None
    ]
    number = "-".join(dict.fromkeys(bounds))
    parts = [number, figure.unit, figure.value, figure.component, figure.basis and f"per {figure.basis}"]
    parts += [figure.standing, figure.level, figure.what, figure.pace, figure.academic_year]
    parts += [figure.residency if figure.residency != "any" else ""]
    return " ".join(filter(None, parts)) or "not understood"
