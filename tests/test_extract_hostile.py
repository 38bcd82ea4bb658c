"""Pages that no honest school would send: nothing raises, nothing takes forever, and what can be read is read."""

import codecs
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract.page import read_page
from crawler.extract.tree import parse

MAIN = "<h1>Welding Diploma</h1><p>Tuition: $900</p>"
PRICE = [("price", "Tuition", "$900")]


def prices(page):
    [program] = read_page(page, "https://school.test/p.html").programs
    return [(words.kind, words.label, words.text) for words in program.words if words.kind == "price"]


@pytest.mark.parametrize("tag", ["div", "span", "b", "h1", "header", "aside", "section", "p", "ul", "sup", "font"])
def test_tags_nested_ten_thousand_deep(tag):
    assert prices(MAIN + f"<{tag}>" * 10_000) == PRICE


@pytest.mark.parametrize("tag", ["table", "table><tr><td", "dl><dt", "li", "div itemscope itemtype=x itemprop=y"])
def test_more_nesting(tag):
    read_page(MAIN + f"<{tag}>" * 10_000, "")


@pytest.mark.parametrize(
    "text",
    ["(" * 100_000, "$1 " * 50_000, "1-" * 50_000, "A. " * 40_000, "a" * 300_000, "Tuition: " * 20_000,
     "Tuition… " * 20_000, "weeks " * 40_000, "program " * 40_000, "1 week or " * 20_000],
    ids=lambda text: text[:8],
)  # fmt: skip
@pytest.mark.parametrize("tag", ["p", "h1", "h2", "td", "title", "li"])
def test_endless_text(tag, text):
    read_page(f"<h1>Welding Diploma</h1><{tag}>{text}</{tag}>", "")


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td colspan=999999999 rowspan=999999999>Tuition<td>$900</table>",
        "<table><tr><td colspan=-1>Tuition<td rowspan=x>$900</table>",
        "<table>" + "<tr>" * 5_000 + "</table>",
        "<table><tr>" + "<td>$1" * 5_000 + "</table>",
        "<table><tr><td></table>",
    ],
)
def test_broken_tables(table):
    read_page(f"<h1>Welding Diploma</h1>{table}", "")


@pytest.mark.parametrize("depth", [50, 400, 900, 100_000])
def test_things_within_things(depth):
    nested = '{"name":' * depth + '"Welding"' + "}" * depth
    data = f'{{"@type": "Course", "name": "Welding Diploma", "offers": {nested}, "identifier": {nested}}}'
    assert prices(f'<script type="application/ld+json">{data}</script>{MAIN}') == PRICE


@pytest.mark.parametrize(
    "page",
    [
        MAIN.encode("utf-16"),
        codecs.BOM_UTF16_BE + MAIN.encode("utf-16-be"),
        codecs.BOM_UTF8 + MAIN.encode(),
        b"\x00" + MAIN.encode(),
        MAIN.encode() + b"\xff\xfe\x80",
        b'<meta charset="utf-16">' + MAIN.encode(),
        b'<meta charset="x-no-such">' + MAIN.encode() + b"\x92",
    ],
)
def test_encodings(page):
    assert prices(page) == PRICE


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (b"<meta charset=iso-8859-1><h1>Barber\x92s Diploma</h1><p>Tuition: $900</p>", "Barber’s Diploma"),
        ("<meta charset=iso-8859-1><h1>Barber’s Diploma</h1><p>Tuition: $900</p>".encode(), "Barber’s Diploma"),
        ("<meta charset=windows-1251><h1>Сварка Diploma</h1><p>Tuition: $900</p>".encode("cp1251"), "Сварка Diploma"),
        (b"<h1>Barber\x92s Diploma</h1><p>Tuition: $900</p>", "Barber’s Diploma"),
    ],
)
def test_characters_are_read_as_browsers_read_them(page, name):
    assert [program.name for program in read_page(page, "").programs] == [name]


def test_a_tree_may_be_given_in_place_of_its_page():
    assert read_page(parse(MAIN), "u") == read_page(MAIN, "u")


MARKUP = st.sampled_from(
    ["<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<h1>", "<h2>", "</h2>", "<dl>", "<dt>", "<dd>", "<b>",
     "</b>", "<li>", "<br>", "<sup>", "<div class=card>", "</div>", "<aside>", "<!--", "-->", "<script>", "</script>",
     "Tuition", "$1,200", ": ", "9 months", "Welding Diploma", "Program", "Length", "online", "\x00", "\ud800", "&#0;"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKUP, max_size=60))
def test_any_markup_is_read_or_rejected(parts):
    page = read_page("".join(parts), "https://school.test/")
    assert bool(page.programs) != bool(page.rejected)


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
KEYS = st.sampled_from(["@type", "name", "offers", "price", "@graph"])
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner), max_leaves=8)


@settings(max_examples=60, deadline=None)
@given(JSON)
def test_any_json_is_read_or_passed_over(data):
    script = json.dumps({"@type": "Course", "name": "Welding", "offers": data, "timeToComplete": data})
    read_page(f'<script type="application/ld+json">{script}</script>{MAIN}', "")
