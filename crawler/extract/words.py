"""What reading a page gives, and how its text is taken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

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
    charges      what a tuition page that names no program says that the school charges, under the page's own name
    """

    url: str
    title: str
    programs: tuple[Program, ...]
    rejected: str = ""
    institution: tuple[Words, ...] = ()
    charges: Program | None = None


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


class Phrases:
    """A list of phrases that may stand in a text: "a month", "scholarship*" (any word that begins so).

    `search` tells whether one of them does. Words are looked up in sets, which is some twenty times as fast as a
    pattern of a hundred alternatives; only phrases with other characters in them, or a star before their end, are one.
    """

    def __init__(self, text: str):
        plain = [phrase for phrase in listed(text) if _PLAIN.fullmatch(phrase)]
        odd = [phrase for phrase in listed(text) if not _PLAIN.fullmatch(phrase)]
        self.words = frozenset(p.lower() for p in plain if p.isalnum())
        self.beginnings = tuple(p[:-1].lower() for p in plain if p.endswith("*"))
        several = [p.lower() for p in plain if " " in p]
        self.first_words = frozenset(p.partition(" ")[0] for p in several)
        self.phrases = tuple(f" {p} " for p in several)
        self.odd = phrases(",".join(odd)) if odd else None

    def search(self, text: str) -> bool:
        """Whether one of the phrases stands in the text, its words parted by spaces, hyphens or other marks."""
        line, words = tokens(text)
        return (
            not self.words.isdisjoint(words)
            or (not self.first_words.isdisjoint(words) and any(map(line.__contains__, self.phrases)))
            or (bool(self.beginnings) and any(word.startswith(self.beginnings) for word in words))
            or bool(self.odd and self.odd.search(text))
        )


_PLAIN = re.compile(r"[a-z0-9]+\*?|[a-z0-9]+(?: [a-z0-9]+)+", re.I)
_TOKEN = re.compile(r"\w+")


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[str, frozenset[str]]:
    """The lower-case words of a text, as a line with a space around each and as a set."""
    words = _TOKEN.findall(text.lower())
    return f" {' '.join(words)} ", frozenset(words)


def phrases(text: str) -> re.Pattern[str]:
    """A pattern that finds any of the listed phrases. A star stands for the rest of a word, and words may be joined
    by hyphens: "down payment" finds "down-payment"."""
    found = "|".join(map(re.escape, listed(text))).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+")
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.I)
