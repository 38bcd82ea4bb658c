"""Markup inside data, as scripts and JSON-LD hold it."""

import pytest

from crawler.extract.fragments import plain
from crawler.extract.page import read_page


@pytest.mark.parametrize(
    ("held", "text"),
    [
        ("<p>9&nbsp;months</p>", "9 months"),
        ("Medical Billing &amp; Coding", "Medical Billing & Coding"),
        ("<ul><li>900 clock hours<li>36 weeks</ul>", "900 clock hours 36 weeks"),
        ("<b>$12,500</b><style>p{}</style><script>x=1</script>", "$12,500"),
        ("5 < 6 weeks", "5 < 6 weeks"),
        ("https://school.test/?a=1&amp;b=2", "https://school.test/?a=1&amp;b=2"),
        ("<p>unclosed <b>9 months", "unclosed 9 months"),
        ("  plain \n words ", "plain words"),
    ],
)
def test_a_text_without_its_markup(held, text):
    assert plain(held) == text


def test_markup_in_json_ld_is_read_as_what_it_says():
    data = '{"@type": "Course", "name": "Welding Diploma", "timeRequired": "<p>9&nbsp;months<\\/p>"}'
    page = read_page(
        f'<script type="application/ld+json">{data}</script><h1>Welding Diploma</h1>', "http://school.test/welding"
    )
    assert [(words.kind, words.text) for words in page.programs[0].words if words.kind == "length"] == [
        ("length", "9 months")
    ]
