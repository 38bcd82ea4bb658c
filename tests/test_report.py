"""The letter about a wrong figure: to a mailbox, to a repository's issues, else to whoever can be named."""

from urllib.parse import parse_qs, urlsplit

import pytest

from crawler.serve import CONTACT
from db.site import report

SUBJECT, LINES = "Wrong figure: “A & B”", ["Program: x?y=1", "Price shown: $0 (free)"]
BODY = "Program: x?y=1\nPrice shown: $0 (free)\n\nWhat is wrong, and how do you know?\n"


@pytest.mark.parametrize("contact", ["data@tuitionary.example", "mailto:data@tuitionary.example"])
def test_a_mailbox_gets_a_letter_that_is_begun(contact):
    link = urlsplit(report.link(contact, SUBJECT, LINES))
    assert (link.scheme, link.path) == ("mailto", "data@tuitionary.example")
    assert parse_qs(link.query) == {"subject": [SUBJECT], "body": [BODY]}
    assert "+" not in link.query  # a letter would show it


def test_a_repository_gets_an_issue_that_is_begun():
    link = urlsplit(report.link("https://github.com/tuitionary/tuitionary/", SUBJECT, LINES))
    assert link.path == "/tuitionary/tuitionary/issues/new"
    assert parse_qs(link.query) == {"title": [SUBJECT], "body": [BODY]}


def test_any_other_contact_is_led_to_as_it_is():
    assert report.link("https://college.example/contact", SUBJECT, LINES) == "https://college.example/contact"


def test_whoever_serves_a_copy_has_a_contact():
    assert report.link(CONTACT, SUBJECT, LINES).startswith(("https://", "http://", "mailto:"))
