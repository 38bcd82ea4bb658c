"""Links and sitemaps as pages and files print them."""

import gzip
import io

import pytest

from crawler.extract import tree
from crawler.extract.links import read_links, selected
from crawler.extract.sitemap import LARGEST, named_in_robots, read_sitemap, unpacked

URL = "https://www.alder.edu/a/b.html"


def links(page: str):
    return read_links(tree.parse(page), URL)


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("c.html", "https://www.alder.edu/a/c.html"),
        ("/c.html#part", "https://www.alder.edu/c.html"),
        ("../c", "https://www.alder.edu/c"),
        ("/x/../c", "https://www.alder.edu/c"),
        ("//catalog.alder.edu/c", "https://catalog.alder.edu/c"),
        ("?page=2", "https://www.alder.edu/a/b.html?page=2"),
        (" /c\n/d ", "https://www.alder.edu/c/d"),
        ("HTTPS://other.example/c", "https://other.example/c"),
    ],
)
def test_where_a_link_leads(href, address):
    (link,) = links(f'<body><a href="{href}">C</a></body>').links
    assert link.url == address


@pytest.mark.parametrize("href", ["", "#part", "mailto:a@b.example", "tel:+1", "javascript:void(0)", "data:text/html,x",
                                  "file:///etc/passwd", "http://[broken/x", "//[broken/x"])  # fmt: skip
def test_what_is_no_link(href):
    assert links(f'<body><a href="{href}">C</a></body>').links == ()


def test_words_menus_areas_and_frames():
    found = links(
        """<body><nav><a href="/m">Menu</a></nav><header><p><a href="/h">Head</a></p></header>
        <a href="/p"> Programs\n of <b>study</b></a><a href="/i"><img alt="A picture"></a>
        <a href="/t" title="Title"></a>
        <map><area href="/area" alt="x"></map><a href="/p">again</a></body>"""
    ).links
    assert [(link.url.removeprefix("https://www.alder.edu"), link.text, link.in_menu) for link in found] == [
        ("/m", "Menu", True), ("/h", "Head", True), ("/p", "Programs of study", False), ("/i", "A picture", False),
        ("/t", "Title", False), ("/area", "", False),
    ]  # fmt: skip
    (frame,) = links('<frameset><frame src="main.html"></frameset>').links
    assert frame.url == "https://www.alder.edu/a/main.html"


def test_base_canonical_and_refresh():
    found = links(
        """<head><base href="/base/"><link rel="canonical" href="own"><meta http-equiv="Refresh" content="0; URL='new'">
        </head><body><a href="c">C</a></body>"""
    )
    assert [link.url for link in found.links] == ["https://www.alder.edu/base/c"]
    assert (found.canonical, found.refresh) == ("https://www.alder.edu/base/own", "https://www.alder.edu/base/new")


def test_selected_links_come_once_and_in_order():
    root = tree.parse(
        '<body><p class=x><a href="b">B</a><a href="a">A</a><a href="b">B</a><a>none</a></p><a href="c">C</a>'
    )
    assert [link.url[-1] for link in selected(root, URL, ".x a")] == ["b", "a"]


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://www.alder.edu/a </loc><image:image><image:loc>https://www.alder.edu/a.png</image:loc></image:image></url>
<url><loc>https://www.alder.edu/b?x=1&amp;y=2</loc></url></urlset>"""
INDEX = """<sitemapindex><sitemap><loc>https://www.alder.edu/s1.xml.gz</loc></sitemap></sitemapindex>"""


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzipped"])
def test_a_sitemap(pack):
    found = read_sitemap(pack(SITEMAP.encode()), 100)
    assert found.pages == ("https://www.alder.edu/a", "https://www.alder.edu/b?x=1&y=2")
    assert read_sitemap(pack(INDEX.encode()), 100).sitemaps == ("https://www.alder.edu/s1.xml.gz",)


def test_a_sitemap_of_lines():
    assert read_sitemap(b"\xef\xbb\xbfhttps://a.edu/x\nhttps://a.edu/y\nnot an address\n", 100).pages == (
        "https://a.edu/x", "https://a.edu/y",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (b"", 0), (b"<html><body>Sorry</body></html>", 0), (b"\x1f\x8b damaged", 0), (SITEMAP.encode()[:330], 1),
        (gzip.compress(SITEMAP.encode())[:-9], 2),
        (b'<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]><urlset><url><loc>&c;</loc></url></urlset>', 0),
    ],
    ids=["empty", "a web page", "damaged gzip", "cut short", "cut gzip", "entities"],
)  # fmt: skip
def test_a_damaged_sitemap_is_read_as_far_as_it_goes(body, pages):
    assert len(read_sitemap(body, 100).pages) == pages


def test_a_sitemap_is_bounded():
    many = "<urlset>" + "<url><loc>https://a.edu/x</loc></url>" * 20_000 + "</urlset>"
    assert len(read_sitemap(many.encode(), 500).pages) == 500
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb", compresslevel=9) as file:
        for _ in range(LARGEST // 1_000_000 + 20):
            file.write(b" " * 1_000_000)
    assert len(unpacked(bomb.getvalue())) == LARGEST


def test_sitemaps_that_robots_txt_names():
    body = b"User-agent: *\nDisallow: /x\nsitemap: https://a.edu/s.xml\r\n Sitemap:/t.xml\n# Sitemap in a comment\n"
    assert named_in_robots(body, "https://a.edu/robots.txt") == ["https://a.edu/s.xml", "https://a.edu/t.xml"]
