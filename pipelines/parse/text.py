"""Printed words before any reader looks at them: one typography, and numbers in digits, in words or in both."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

LIMIT = 2_000
"""Characters a reader looks at. A printed fact is a line or two; what is longer is a page, not a fact."""

_RAW_LIMIT = 4 * LIMIT  # room for the white space that is about to be collapsed

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–−﹘﹣－⁃", "-"),
        **dict.fromkeys("—―⸺", " - "),
        **dict.fromkeys("‘’‚‛′´`ʼ＇", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        # A superscript digit is the mark of a footnote: kept, it would turn 1500² into 15002.
        **dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹†‡®™©", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", None),
        **dict.fromkeys("•●▪◦■‣·∙│¦｜", " | "),
        **{wide: chr(ord(wide) - 0xFEE0) for wide in "０１２３４５６７８９＄％：（），．／＋"},
        **{"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "…": "...", "⁄": "/", "∕": "/", "×": "x"},
        **{"½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3"},
    }
)


def clean(words: str) -> str:
    """The words in plain typography, at most LIMIT characters, cut at a space so that no number is cut in two.

    Every space is one space; every dash is "-" (a long one stands between spaces, as it divides clauses); quotes
    are straight; ligatures are letters; soft hyphens and footnote marks are gone; "½" is " 1/2"; bullets are " | ".
    Case is kept. Entities must be decoded before. Never raises.
    """
    raw = words if len(words) <= _RAW_LIMIT else _cut(words[: _RAW_LIMIT + 1])
    text = " ".join((raw if raw.isascii() else raw.translate(_TYPOGRAPHY)).split())
    return text if len(text) <= LIMIT else _cut(text[: LIMIT + 1])


def _cut(text: str) -> str:
    """All but the last word, which may be cut; a single word that fills the room says nothing."""
    whole = text.rsplit(None, 1)
    return whole[0] if len(whole) == 2 else ""


_ONES = {
    word: value
    for value, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), start=1)
}
_TEENS = {"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16}
_TEENS |= {"seventeen": 17, "eighteen": 18, "nineteen": 19}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_TENS |= {"ninety": 90, "ninty": 90}
_SMALL_WORDS = _ONES | _TEENS | _TENS
_SCALES = {"hundred": 100, "thousand": 1000}
_PARTS = {"1/2": Decimal("0.5"), "half": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75")}


def any_of(words: Iterable[str], space: str = " ") -> str:
    """Source of a pattern of any of the words, the longest that fits first; `space` is what a space stands for.

    It is a tree of letters: where no word stands, few letters are looked at, however many the words are.
    """
    tree: dict[str, dict] = {}
    for word in words:
        branch = tree
        for letter in (*word, ""):
            branch = branch.setdefault(letter, {})
    return _branches(tree, space)


def _branches(tree: dict[str, dict], space: str) -> str:
    sources = [
        (space if letter == " " else re.escape(letter)) + _branches(tree[letter], space)
        for letter in sorted(tree, reverse=True)
        if letter
    ]
    sources += [""] * ("" in tree)
    return sources[0] if len(sources) == 1 else f"(?:{'|'.join(sources)})" if sources else ""


_DIGITS = r"(?<![0-9])(?<![0-9]\.)(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,7})(?:\.[0-9]{1,4})?(?![0-9]|,[0-9]{3}|\.[0-9])"
_SMALL = rf"(?:{any_of(_TENS)}(?:[ -]{any_of(_ONES)})?|{any_of(_TEENS)}|{any_of(_ONES)})\b"
_SPELLED = rf"{_SMALL}(?:[ -]{any_of(_SCALES)}\b(?:[ -](?:and )?{_SMALL})?){{0,3}}"
_PLAIN = rf"(?:{_DIGITS}|{_SPELLED})"
_PART = r"(?:1/2|1/4|3/4)(?![0-9/])"
_MIXED = rf"{_PLAIN}(?:[ -](?:and[ -])?{_PART}|[ -]and[ -](?:a|one)[ -]half\b)?"

NUMBER = rf"(?:{_PART}|(?:one|a)[ -]half\b|{_MIXED}(?: ?\({_MIXED}\))?)"
"""Source of a pattern (re.I, on cleaned text) of one number: "1,290.5", "1 1/2", "one hundred and eleven (111)".

It knows nothing of what stands before: dates, times and amounts of money are for the caller's pattern to take first.
"""

NUMBER_WORD = any_of([*_SMALL_WORDS, "half"])
"""Source of a pattern (on lower case) of the first word of a number that is spelled out."""

_DOUBLED = re.compile(r"([^()]+?) ?\(([^()]+)\)")
_TAIL = re.compile(r"(?:(.+?)[ -])??(?:and[ -])?(?:(?:a|one)[ -])?(1/2|1/4|3/4|half)", re.I)
_DIGITS_ONLY = re.compile(_DIGITS)


@lru_cache(maxsize=4096)
def number(words: str) -> Decimal | None:
    """The value of what NUMBER matched; None if it is no number, or if words and digits contradict each other."""
    doubled = _DOUBLED.fullmatch(words)
    if doubled:
        first, second = number(doubled[1]), number(doubled[2])
        return first if first == second else None
    tail = _TAIL.fullmatch(words)
    if tail:
        whole = number(tail[1]) if tail[1] else Decimal(0)
        return None if whole is None else whole + _PARTS[tail[2].lower()]
    if _DIGITS_ONLY.fullmatch(words):
        return Decimal(words.replace(",", ""))
    return _spelled(words.lower().replace("-", " ").split())


def _spelled(words: list[str]) -> Decimal | None:
    """["one", "hundred", "and", "eleven"] -> 111. A scale that is no smaller than the one before is no number."""
    total = group = 0
    room = 1_000_000
    for word in words:
        if word in _SMALL_WORDS:
            group += _SMALL_WORDS[word]
        elif word in _SCALES and 0 < group < 100 and _SCALES[word] < room:
            total, group, room = total + group * _SCALES[word], 0, _SCALES[word]
        elif word != "and":
            return None
    return Decimal(total + group) if words else None
