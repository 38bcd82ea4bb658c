"""What every source is: one publisher's way in, with its declarations and its manners."""

import time
from urllib.parse import urlsplit

import scrapy
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError

from pipelines.store import Source

FEDERAL = {"licence": "US government work, public domain", "licence_url": "https://www.usa.gov/government-copyright"}

SAID = {
    DownloadTimeoutError: "it did not answer in time",
    DownloadCancelledError: "it is larger than we take",
    ResponseDataLossError: "the answer was cut short",
    DownloadConnectionRefusedError: "the connection was refused",
    CannotResolveHostError: "there is no such host",
}
"""What we say of errors whose own words name the address, which would make every note another one."""


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

    @classmethod
    def from_crawler(cls, crawler, *args, **kwargs):
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.ends_at = time.monotonic() + crawler.settings.getfloat("MOST_SECONDS")
        return spider

    def __init__(self, **arguments: str):
        super().__init__()
        arguments.pop("_job", None)  # what Scrapyd calls the run
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

    def forbids(self, url: str) -> str:
        """Why this address must not be asked, "" if it may."""
        return ""

    def names(self, host: str) -> bool:
        """Whether the source itself names this host, not only a page that was read."""
        return True

    def pages_waiting(self) -> int | None:
        """How many pages are known that this source still asks for, None if it does not know."""
        return None

    def seconds_left(self) -> float:
        """How long this source may still ask."""
        return self.ends_at - time.monotonic()

    def unreachable(self, failure) -> str:
        """What became of a request that gave no usable answer, as the rest of a sentence on its address."""
        if failure.check(HttpError):
            return f"answered {failure.value.response.status}"
        message = failure.getErrorMessage().rstrip(".") or failure.type.__name__
        if "DOWNLOAD_MAXSIZE" in message:
            message = SAID[DownloadCancelledError]
        elif failure.check(IgnoreRequest):
            return f"was not asked ({message})"
        known = (said for kind, said in SAID.items() if failure.check(kind))
        return f"could not be reached ({next(known, message)})"


def file_name(url: str) -> str:
    """The last part of an address: how messages call the file."""
    return urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1] or url
