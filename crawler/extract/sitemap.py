"""Sitemaps: the addresses that a site itself lists, and the sitemaps that its robots.txt names."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

LARGEST = 50 * 1024 * 1024
"""Bytes of an unpacked sitemap; the format allows no more."""

_NAMED = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The pages that a sitemap lists, and the further sitemaps that an index lists."""

    pages: tuple[str, ...]
    sitemaps: tuple[str, ...]


def read_sitemap(body: bytes, most: int) -> Sitemap:
    """At most `most` addresses of a sitemap or an index of sitemaps, plain text or XML, also gzipped.

    What cannot be read gives nothing; broken XML is read as far as it goes.
    """
    body = unpacked(body).lstrip(b"\xef\xbb\xbf \t\r\n")
    if not body.startswith(b"<"):
        lines = body[: most * 2_000].decode("utf-8", "replace").split()
        return Sitemap(tuple(line for line in lines if line.startswith(("http://", "https://")))[:most], ())
    found: dict[str, list[str]] = {"url": [], "sitemap": []}
    parser = etree.XMLPullParser(events=("end",), recover=True, resolve_entities=False, no_network=True)
    for start in range(0, len(body), 65_536):
        try:
            parser.feed(body[start : start + 65_536])
        except etree.XMLSyntaxError:
            break
        for _, element in parser.read_events():
            _take(element, found)
        if sum(map(len, found.values())) >= most:
            break
    return Sitemap(tuple(found["url"][:most]), tuple(found["sitemap"][:most]))


def _take(element: etree._Element, found: dict[str, list[str]]) -> None:
    """Keep the address of a finished entry, and let go of its element."""
    if not isinstance(element.tag, str):
        return
    kind = etree.QName(element).localname
    if kind in found:
        address = next((e.text for e in element if isinstance(e.tag, str) and etree.QName(e).localname == "loc"), "")
        if address and address.strip():
            found[kind].append(address.strip())
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def named_in_robots(body: bytes, url: str) -> list[str]:
    """The sitemaps that the robots.txt at `url` names."""
    return [urljoin(url, address) for address in _NAMED.findall(body[:500_000].decode("utf-8", "replace"))]


def unpacked(body: bytes) -> bytes:
    """The body without its gzip; as much of it as the format allows, "" if it is damaged from the start."""
    if body[:2] != b"\x1f\x8b":
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, LARGEST)
    except zlib.error:
        return b""
