"""Lines of the form `Label: value`, a label on a line of its own, and small boxes with a label and a value."""

from __future__ import annotations

import re
from itertools import pairwise

from lxml.html import HtmlElement

from crawler.extract.labels import LONGEST_LABEL, kind_of, labelled
from crawler.extract.tree import HEADINGS, Line, text_of
from crawler.extract.view import View
from crawler.extract.words import Words

_LINE = re.compile(rf"([^:]{{2,{LONGEST_LABEL}}}?)(?:\s*:\s*|\s+[–—-]\s+)(.+)")
_SEPARATOR = re.compile(r"\s+[|•·]\s+")
_BOXES = ("div", "li", "p", "span", "section", "article", "figure")
LONGEST_BOX = 80


def read(view: View) -> list[Words]:
    """The facts in the page's labelled lines and boxes."""
    found = [words for line in view.lines if line.tag not in HEADINGS for words in _from_line(line.text)]
    found += _from_neighbours(view.lines)
    found += [words for element in view.body.iter(*_BOXES) for words in _from_box(element)]
    return found


def _from_line(text: str) -> list[Words]:
    matches = [_LINE.fullmatch(part) for part in _SEPARATOR.split(text)]
    return [words for match in matches if match for words in labelled(match[1], match[2])]


def _from_neighbours(lines: tuple[Line, ...]) -> list[Words]:
    """`<strong>Tuition</strong><br>$9,850`: two lines of one block."""
    pairs = (
        (label, value)
        for label, value in pairwise(lines)
        if label.tag == value.tag == "p" and label.heading == value.heading
    )
    return [words for label, value in pairs for words in labelled(label.text, value.text)]


def _from_box(box: HtmlElement) -> list[Words]:
    """A box that holds nothing but a label and a short value, in either order."""
    if len(box) != 2 or (box.text or "").strip() or any((child.tail or "").strip() for child in box):
        return []
    first, second = map(text_of, box)
    label, value = (first, second) if kind_of(first) else (second, first)
    if not value or len(value) > LONGEST_BOX or value.endswith("."):
        return []
    return labelled(label, value)
