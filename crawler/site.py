"""A school that has no spider file: `tuitionary crawl --site https://…`.

Its unitid is looked up among the institutions that registries named, by the host of their web addresses. A school
that none names (most that take no federal aid) gets an identity made of its host, and a row in `institutions` of its
own; a host that several institutions share is not guessed at.
"""

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from sqlite_utils import Database

from crawler.college import CollegeSpider
from crawler.find.address import canonical, is_number
from crawler.find.drafts import Draft
from db.records import Institution, Listing, Record


class NoSuchSchool(Exception):
    """An address that cannot be crawled as a school's; the message is one sentence."""


class SiteSpider(CollegeSpider):
    """A school found by its address alone: `site` is what was asked for, `unitid` and `institution` what is known,
    `every` its cadence in days."""

    def __init__(self, site: str, unitid: str = "", institution: str = "", every: str = "", **arguments: str):
        super().__init__(**arguments)


def spider_of(site: str, unitid: str = "", institution: str = "", every: str = "") -> type[CollegeSpider]:
    """The source of a site, named after its host, with the declarations of a spider file."""
    host = urlsplit(site).netloc
    known = {"institution": institution or host, "unitid": unitid or host, "homepage": site}
    if every:
        known["cadence_days"] = int(every)
    name = "site_" + re.sub(r"[^a-z0-9]+", "_", f"{host}{urlsplit(site).path}".lower()).strip("_")
    return type("Site", (SiteSpider if unitid else UnknownSchool,), {"name": name, "__doc__": ABOUT, **known})


ABOUT = "A school found by its address alone."


class UnknownSchool(SiteSpider):
    """A school that no registry names: with its first program the source brings its institution too."""

    is_named = False

    def listing(self, draft: Draft) -> Listing:
        self.is_named = True
        return super().listing(draft)

    def last(self) -> Iterator[Record]:
        yield from super().last()
        if self.is_named:
            yield Institution(self.name, self.unitid, self.institution, website=self.homepage, url=self.homepage)


def address_of(site: str) -> str:
    """The canonical address of a site as people write it. Raises NoSuchSchool."""
    url = canonical(site if "://" in site else f"https://{site}")
    if not url or ("." not in (urlsplit(url).hostname or "") and not is_here(url)):
        raise NoSuchSchool(f"{site!r} is no web address of a school")
    return url


def is_here(url: str) -> bool:
    """Whether an address is of this machine, which needs no manners."""
    host = urlsplit(url).hostname or ""
    return host == "localhost" or (is_number(host) and ipaddress.ip_address(host).is_loopback)


def identify_site(db: Database, url: str) -> tuple[str, str]:
    """(unitid, name) of the one institution at this address, ("", "") if none is known. Raises NoSuchSchool.

    The same host and folder decide, else the same host, else a host above it ("alder.edu" for "catalog.alder.edu").
    """
    rows = db.execute(
        """select distinct unitid, name, website from institutions where until_run is null and status = 'active'
               and website != '' and substr(source, 1, 5) != 'site_'"""
    ).fetchall()
    host, folder = place(url)
    schools = [(*place(website), unitid, name) for unitid, name, website in rows]
    above = [school for school in schools if school[0] and f".{host}".endswith(f".{school[0]}")]
    nearest = max((len(school[0]) for school in above), default=0)
    same_host = [school for school in above if len(school[0]) == nearest]
    found = [school for school in same_host if school[:2] == (host, folder)] or same_host
    if len(found) > 1:
        some = ", ".join(f"{unitid} {name}" for _, _, unitid, name in sorted(found)[:5])
        raise NoSuchSchool(f"{len(found)} institutions are at {host}: choose one by --unitid ({some})")
    return found[0][2:] if found else ("", "")


def identified(db: Database, site: str, unitid: str, institution: str) -> dict[str, str]:
    """The same arguments with what the registries know of the school. Raises NoSuchSchool."""
    if not unitid:
        unitid, institution = identify_site(db, site)
    sql = "select name, website from institutions where unitid = ? and until_run is null"
    name, website = next(iter(db.execute(sql, (unitid,)).fetchall()), ("", ""))
    return {"site": site or (website and address_of(website)), "unitid": unitid, "institution": institution or name}


def place(website: str) -> tuple[str, str]:
    """Host (with its port, without `www.`) and folder of a web address as people write it."""
    parts = urlsplit(canonical(website if "://" in website else f"https://{website}"))
    return parts.netloc.removeprefix("www."), parts.path.rstrip("/").lower()
