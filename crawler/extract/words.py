"""What reading a page gives, and how its text is taken."""

from __future__ import annotations

import re
from dataclasses import dataclass

KINDS = ("price", "length", "award", "delivery", "accreditation", "cip")
LONGEST = 300

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Words:
    """Words that state one fact: their kind (one of KINDS), the label printed beside them, the text as printed.

    printed  what stands on the page, where the text puts data of a script into words
    """

    kind: str
    label: str
    text: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """One program that a page describes; anchor is the key of its part of the page, "" for the whole page."""

    name: str
    words: tuple[Words, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was read. Either it lists programs, or `rejected` says in one sentence why it lists none.

    institution  what the page says of the whole school, outside of what it says of its programs
    """

    url: str
    title: str
    programs: tuple[Program, ...]
    rejected: str = ""
    institution: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class TuitionRow:
    """One row of a tuition table: the program it names, and the words of its cells, labelled by their columns."""

    program: str
    words: tuple[Words, ...]


def squeeze(text: str) -> str:
    """The text on one line, as a reader sees it."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    return " ".join(text.split())


def words(kind: str, label: str, text: str, printed: str = "") -> Words:
    """Words with their text squeezed to LONGEST characters. A token is never cut: half an amount is another amount."""
    text = squeeze(text)
    if len(text) > LONGEST:
        text = text[: LONGEST + 1].rpartition(" ")[0]
    return Words(kind, squeeze(label).rstrip(" :"), text, printed[:LONGEST])


def listed(text: str) -> list[str]:
    """The entries of a table kept as text: parted by commas and by the ends of lines."""
    return [entry.strip() for entry in re.split(r"[,\n]", text) if entry.strip()]


def phrases(text: str) -> re.Pattern[str]:
    """A pattern that finds any of the listed phrases. A star stands for the rest of a word, and words may be joined
    by hyphens: "down payment" finds "down-payment"."""
    found = "|".join(map(re.escape, listed(text))).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+")
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.I)
