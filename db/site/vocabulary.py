"""What people write into the search box -> a career, a field of study, or words to look for; typing mistakes mended."""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

ALIKE = 86
"""Of 100: how alike a phrase must be to a known one to be taken for it."""

SMALL_WORDS = frozenset(("a", "an", "and", "at", "for", "in", "of", "or", "the", "to", "school", "schools", "program",
                         "programs", "class", "classes", "course", "courses", "training", "become"))  # fmt: skip


@dataclass(frozen=True)
class Career:
    """A career, by the names that people call it, and the fields of study that lead to it."""

    slug: str
    name: str
    synonyms: tuple[str, ...]
    cips: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """What a search is taken to mean: a career, or fields of study, or else words that must all occur."""

    asked: str
    careers: tuple[Career, ...] = ()  # that it names: "medical billing and coding" names two
    cips: tuple[str, ...] = ()  # the fields of these careers, or the one that it names
    words: tuple[str, ...] = ()
    mended: str = ""  # the search as it was understood, if it was mistyped


class Vocabulary:
    """The names that one database knows. `read` is the only question."""

    def __init__(
        self,
        careers: Iterable[Career],
        titles: Mapping[str, str],
        plain: Mapping[str, str],
        texts: Iterable[str],
        exams: Mapping[str, str],
    ):
        """`titles` and `plain` names of fields -> CIP code; `texts`: names whose words are spelled
        right; `exams`: credential -> its name."""
        self.exams = dict(exams)
        self.titles = {cip: title for title, cip in titles.items()}
        self.careers = {career.slug: career for career in careers}
        self._phrases: dict[str, Reading] = {}
        for name, cip in chain(titles.items(), plain.items()):
            self._phrases.setdefault(phrase(name), Reading("", cips=(cip,)))
            self._phrases.setdefault(normal(cip), Reading("", cips=(cip,)))
        named: dict[str, dict[Career, None]] = {}
        for career in self.careers.values():
            for name in (career.name, *career.synonyms):
                named.setdefault(phrase(name), {})[career] = None
        for name, careers in named.items():
            cips = dict.fromkeys(cip for career in careers for cip in career.cips)
            self._phrases[name] = Reading("", tuple(careers), tuple(cips))
        self._words = {word for text in (*texts, *self._phrases) for word in normal(text).split()}

    @lru_cache(maxsize=4096)  # noqa: B019 - there is one vocabulary, as long as it serves
    def read(self, text: str) -> Reading:
        """The meaning of a search; of a known phrase what it names, else its words."""
        asked = phrase(text)
        if known := self._phrases.get(asked) or self._phrases.get(singular(asked)):
            return replace(known, asked=text)
        mended = " ".join(self._mend(word) for word in asked.split())
        if known := self._phrases.get(mended) or self._phrases.get(singular(mended)):
            return replace(known, asked=text, mended=mended if mended != asked else "")
        alike = process.extractOne(mended, self._phrases.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
        if alike and same_start(mended, alike[0]):
            return replace(self._phrases[alike[0]], asked=text, mended=alike[0])
        return Reading(text, words=tuple(mended.split()), mended=mended if mended != asked else "")

    def literally(self, text: str) -> Reading:
        """The words of a search as they are."""
        return Reading(text, words=tuple(normal(text).split()))

    def _mend(self, word: str) -> str:
        """The word itself if it is known or begins a known one, else the nearest known word, if one is near."""
        if word in self._words or len(word) < 5 or any(known.startswith(word) for known in self._words):
            return word
        near = 1 if len(word) < 9 else 2
        found = process.extractOne(word, self._words, scorer=OSA.distance, score_cutoff=near)
        return found[0] if found else word


def load(db: sqlite3.Connection) -> Vocabulary:
    """The vocabulary of a published database."""
    titles = dict(db.execute("select distinct field, cip from programs where cip != ''"))
    plain = dict(db.execute("select name, cip from fields"))
    texts = [text for (text,) in db.execute("select distinct name from programs union select name from institutions")]
    return Vocabulary(careers(db), titles, plain, texts, exams(db))


def careers(db: sqlite3.Connection) -> list[Career]:
    """The careers that the database describes, by name."""
    rows = db.execute(
        """select career, name, synonyms, group_concat(cip) from careers join career_fields using (career)
        group by career order by name"""
    )
    return [
        Career(slug, name, tuple(synonyms.split("|")), tuple(cips.split(","))) for slug, name, synonyms, cips in rows
    ]


def exams(db: sqlite3.Connection) -> dict[str, str]:
    """Credential -> its acronym and name."""
    return dict(db.execute("select credential, acronym || ', ' || name from credentials"))


def normal(text: str) -> str:
    """Lower case, words only: "Medical Records Tech." -> medical records tech"""
    return " ".join(re.findall(r"[^\W_]+(?:['’][^\W_]+)?", text.casefold()))


def phrase(text: str) -> str:
    """What is left of a text to be recognized by: "Programs for a medical assistant" -> medical assistant"""
    words = normal(text).split()
    return " ".join([word for word in words if word not in SMALL_WORDS] or words)


def singular(text: str) -> str:
    """phlebotomists -> phlebotomist"""
    return text.removesuffix("s")


def same_start(one: str, other: str) -> bool:
    """Whether two phrases begin alike: people mistype the end of a word more than its beginning."""
    return one[:2] == other[:2]


def match(words: Iterable[str]) -> str:
    """The question to SQLite's full-text index: every word must occur, or begin a word."""
    return " ".join(f'"{word}"*' for word in words)
