"""Addresses: the one form of each page's address, which addresses lead nowhere, and where a school may be asked."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

from crawler.extract.words import listed

USUAL_PORTS = {"http": 80, "https": 443}

# Parameters that change nothing of what a page says: sessions, campaigns, the way to sort or to show.
_IDLE = re.compile(
    r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|_ga\w*|hs\w+|sessionid|session_id|session|sid|phpsessid|jsessionid"
    r"|aspsessionid\w*|cfid|cftoken|sort\w*|order\w*|dir|direction|view|display|layout|perpage|per_page|limit|print"
    r"|printable|share|ref|referrer|source|from|returnto|hl|expand|lang|locale|theme|_|cb|ts|rand|nocache",
    re.I,
)
# Parameters of searches, calendars, facets, forms and carts: endless, and never the only way to a program.
_ENDLESS = re.compile(
    r"q|s|search\w*|query|keywords?|term|find|filter\w*|facets?\w*|f\[.*|refine\w*|tags?|date\w*|day|month|year|week"
    r"|start_?date|end_?date|event\w*|cal\w*|tribe\w*|ical|replytocom|add-to-cart|action|do|login|redirect\w*|return"
    r"|returnurl|next|destination|feed|attachment\w*|preview|download|format",
    re.I,
)
_PAGING = re.compile(r"page|pg|p|start|offset|paged|cpage|pagenum|page_?num(?:ber)?", re.I)
_SESSION_IN_PATH = re.compile(r";[a-z]+=[^/]*|/\((?:[SFX]\([^/]*\))+\)", re.I)
_DATE = re.compile(r"/(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2])(?:[/-]|$)|/(?:0?[1-9]|1[0-2])[/-](?:19|20)\d\d(?:[/-]|$)")
_NUMBER = re.compile(r"\d+")
_NO_PAGE = frozenset(
    listed("""
    7z, ai, apk, asc, avi, bmp, bz2, css, csv, dmg, doc, docm, docx, dot, dotx, eot, eps, epub, exe, flv, gif, gz
    ico, ics, iso, jar, jpeg, jpg, js, json, key, m4a, m4v, mjs, mov, mp3, mp4, mpeg, mpg, msi, odp, ods, odt, ogg
    otf, pages, pdf, png, pot, potx, pps, ppsx, ppt, pptx, ps, pub, rar, rss, rtf, svg, swf, tar, tgz, tif, tiff, ttf
    txt, vcf, wav, webm, webp, wma, wmv, woff, woff2, xls, xlsm, xlsx, xml, zip""")
)
LONGEST = 400
MOST_PARTS = 10
MOST_PARAMETERS = 3


def canonical(url: str, kept: frozenset[str] = frozenset()) -> str:
    """The one form of an address: lower-case host, no fragment, session, campaign or default port, sorted query.

    kept  if given, the only parameters that matter, as the site's product has it
    Returns "" for what is no address of the web.
    """
    try:
        parts = urlsplit(safe_url_string(url.strip()))
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if parts.scheme not in USUAL_PORTS or not host or parts.username is not None:
        return ""
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if kept:
        pairs = [pair for pair in pairs if pair[0] in kept]
    query = urlencode(sorted(pair for pair in pairs if not _IDLE.fullmatch(pair[0])))
    host = f"[{host}]" if ":" in host else host
    netloc = host if port in (None, USUAL_PORTS[parts.scheme]) else f"{host}:{port}"
    path = re.sub(r"/{2,}", "/", _SESSION_IN_PATH.sub("", parts.path)) or "/"
    path = urlsplit(urljoin("http://host/", path)).path if "/." in path else path
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def same_page(url: str) -> str:
    """What the addresses of one page have in common: neither http nor https, `www.` nor the last slash matter."""
    parts = urlsplit(url)
    path = re.sub(r"/(?:index|default)\.(?:html?|php|aspx?)$", "/", parts.path, flags=re.I).rstrip("/")
    return f"{parts.netloc.removeprefix('www.')}{path}?{parts.query}"


def is_file(url: str) -> bool:
    """Whether the address names a file that is no page: a PDF, an image, a feed."""
    name = urlsplit(url).path.rsplit("/", 1)[-1].lower()
    return "." in name and name.rsplit(".", 1)[-1] in _NO_PAGE


def is_pdf(url: str) -> bool:
    """Whether the address names a PDF."""
    return urlsplit(url).path.lower().endswith(".pdf")


def trap(url: str) -> bool:
    """Whether an address looks like one of endlessly many: a search, a calendar, a facet, a path in circles."""
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    names = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
    return (
        len(url) > LONGEST
        or len(segments) > MOST_PARTS
        or len(names) > MOST_PARAMETERS
        or any(_ENDLESS.fullmatch(name) for name in names)
        or max(map(segments.count, segments), default=0) > 2
        or bool(_DATE.search(parts.path))
    )


def shape(url: str) -> str:
    """The address without what counts up in it: endless pages and ids have one shape. Its query is its names."""
    parts = urlsplit(url)
    names = ",".join(name for name, _ in parse_qsl(parts.query, keep_blank_values=True))
    return f"{parts.netloc}{_NUMBER.sub('0', unquote(parts.path))}?{names}"


def is_counted(url: str) -> bool:
    """Whether an address counts: holds a query, or a path with a part of digits alone."""
    parts = urlsplit(url)
    return bool(parts.query) or any(segment.isdigit() for segment in parts.path.split("/"))


def is_paging(url: str) -> bool:
    """Whether an address is a further page of a list."""
    parts = urlsplit(url)
    return any(_PAGING.fullmatch(name) for name, _ in parse_qsl(parts.query)) or "/page/" in parts.path


class Premises:
    """Where a school may be asked: on the hosts that its addresses name, and on those below its homepage's
    ("catalog.example.edu" is below "www.example.edu").

    A homepage in a folder ("https://www.example.edu/campus/") stands for that folder alone: its school may share the
    host with others. A host that is a number, or that has a port, stands for itself alone.
    """

    def __init__(self, homepage: str, others: Iterable[str] = ()):
        others = list(others)
        self.folder = urlsplit(homepage).path.rpartition("/")[0] + "/"
        self._home = _place(homepage)
        self._others = {_place(url) for url in others} - {self._home, None}
        self._names = {place[0] for place in (self._home, *self._others) if place}
        self._declared = {url for url in others if _place(url) == self._home}
        host, port = self._home or ("", None)
        is_whole = port is None and self.folder == "/" and not is_number(host)
        self._below = "." + host.removeprefix("www.") if is_whole else ""

    def reaches(self, url: str) -> bool:
        """Whether the host of an address may be asked."""
        place = _place(url)
        if place is None or place == self._home or place in self._others:
            return place is not None
        host, port = place
        return bool(self._below) and port is None and f".{host}".endswith(self._below)

    def holds(self, url: str) -> bool:
        """Whether a page lies on the premises."""
        if not self.reaches(url):
            return False
        path = urlsplit(url).path or "/"
        return _place(url) != self._home or path.startswith(self.folder) or url in self._declared

    def names(self, host: str) -> bool:
        """Whether the source itself names this host: then nobody else can have led us there."""
        return host in self._names


def _place(url: str) -> tuple[str, int | None] | None:
    """The host of an address of the web, and its port unless it is the usual one; None if it is no such address."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in USUAL_PORTS or not host or parts.username is not None:
        return None
    return host, None if port == USUAL_PORTS[parts.scheme] else port


def is_number(host: str) -> bool:
    """Whether a host is an IP address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
