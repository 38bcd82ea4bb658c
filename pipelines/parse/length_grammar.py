"""Printed words -> a line of classed tokens, and rules written over their classes.

The rule "of? noun{0,4} part" is compiled to a pattern over a string with one character for each token: it is short,
sees classes and never letters, and its repetitions are bounded.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from pipelines.parse.length_words import ABBREVIATIONS, CLASS_OF, OTHER_CLASSES
from pipelines.parse.text import NUMBER, any_of, number


class Token(NamedTuple):
    """A word, phrase, number or mark: its class, its text in lower case, its place, and the value of a number."""

    name: str
    word: str
    start: int
    end: int
    value: Decimal | None = None


class Line(NamedTuple):
    """Cleaned words as tokens; `codes` has one character for each token, for rules."""

    text: str
    tokens: list[Token]
    codes: str

    def end_of(self, index: int) -> int:
        return self.tokens[index - 1].end

    def sentence_of(self, first: int, last: int) -> tuple[int, int]:
        """The tokens of the sentence that the tokens from `first` to `last` stand in, half open."""
        stop = self.codes.find(_CODES["stop"], last)
        return self.codes.rfind(_CODES["stop"], 0, first) + 1, stop if stop >= 0 else len(self.codes)

    def bracket_of(self, index: int) -> int:
        """The index of the bracket that a token stands in, -1 if it stands in none."""
        opens = self.codes.rfind(_CODES["open"], 0, index)
        return opens if opens > self.codes.rfind(_CODES["close"], 0, index) else -1


_CODES = {name: chr(0x100 + index) for index, name in enumerate(dict.fromkeys([*CLASS_OF.values(), *OTHER_CLASSES]))}
_MACROS = {
    "time": "day|week|month|year",
    "in": "into|at",
    "program": "scheme|degree|apprenticeship",
    "a_course": "course|klass",
    "unit": "hour|credit|term|day|week|month|year",
    "head": "(term(hyphen|quality|institution|word){0,3})?(hour|credit)(hyphen?(hour|credit))?"
    "|term|day|week|month|year",
    "bound": "bound_min|bound_max|hard_max|over|within",
    "filler": "approx|article|det|of|in|quality|pace|between|ordinal|institution",
    "noun": "word|roman|quality|pace|hyphen|article|det|study|total|season|approx|institution|grant|subject|licensed",
    "lead": "link|for|toward|of|in|det|article|approx|quality|total|finish|study|pace|length|to|colon|dash|open|hyphen"
    "|cell|last|over|allow|take|consist",
    "edge": "stop|cell|comma|close|open|dash|and|with|of_which|$",
}
_NAME = re.compile(r"(?<![<\w])[a-z_]{2,}(?![>\w])")


def rule(source: str) -> re.Pattern[str]:
    """A pattern over `Line.codes`: names are classes or macros, all else is as in `re`, and spaces are nothing."""
    for _ in range(2):
        source = _NAME.sub(lambda name: f"(?:{_MACROS[name[0]]})" if name[0] in _MACROS else name[0], source)
    return re.compile(_NAME.sub(lambda name: _CODES[name[0]], source).replace(" ", ""))


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_FIGURE = "|".join(
    [
        r"\$ ?[0-9.,]*[0-9]",
        r"[0-9]{1,2}:[0-9]{2}(?: ?[ap]\.?m\b\.?)?",
        r"[0-9]{1,2} ?[ap]\.?m\b\.?",
        r"[0-9][0-9.,]* ?(?:%|percent\b)",
        r"[0-9]{1,4}/[0-9]{1,2}/[0-9]{2,4}",
        r"24/7",
        r"(?:19|20)[0-9]{2} ?[-/] ?(?:19|20)?[0-9]{2}(?![0-9])",
        rf"{_MONTH}\.? [0-9]{{1,2}}(?![0-9])(?:st|nd|rd|th)?(?:,? (?:19|20)[0-9]{{2}})?",
        rf"{_MONTH},? (?:19|20)[0-9]{{2}}(?![0-9])",
        r"\(?[0-9]{3}\)?[-. ][0-9]{3}[-.][0-9]{4}",
        r"\.[0-9]+",
        r"(?:one|two|three)[ -](?:thirds?|fourths?|fifths?)\b",
        r"(?:one|three)[ -]quarters?[ -](?:time|of)\b(?! (?:study|course|full))",
        r"(?:one[ -]on[ -]one|one[ -]stop|one another|one of|no one|half[ -]time)\b",
    ]
)
_PHRASE = any_of((words for words in CLASS_OF if " " in words), space="(?: |- ?)")
_TOKEN = re.compile(
    rf"(?P<figure>{_FIGURE})|(?P<ordinal>[0-9]+(?:st|nd|rd|th)\b)|(?P<number>{NUMBER})"
    rf"|(?P<phrase>(?:{_PHRASE}|[fp]/t)(?![a-z]))"
    r"|(?P<code>§+|[^\W\d_]+[0-9]\w*)"
    r"|(?P<word>(?:[a-z]\.){2,}[a-z]?|[^\W\d_]+(?:'[a-z]+|\(s\))?)"
    r"|(?P<digits>[0-9][0-9.,]*)|(?P<dots>\.\.+)|(?P<mark>\S)"
)
# "NUR 101", not "CNA 120 hours": a course, whose hours and credits are its own.
_COURSE = re.compile(
    r"\b[A-Z]{2,4}[ -]?[0-9]{3,4}[A-Z]?\b(?! ?-? ?(?:(?:clock|contact|credit|training|semester|quarter|total) )?"
    r"(?:hour|hr|week|wk|day|credit|cr|unit|month)|,[0-9])"
)
_COURSE_MARK = "§"
_ELLIPSIS = 4
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def read_line(text: str) -> Line:
    """Cleaned text as classed tokens. Marks that say nothing, and the stop of an abbreviation, are left out."""
    tokens = []
    marked = _COURSE.sub(lambda code: _COURSE_MARK * len(code[0]), text)
    for match in _TOKEN.finditer(marked.translate(_LOWER)):
        token = _token(match, text)
        if token.name == "stop" and tokens and tokens[-1].word in ABBREVIATIONS and tokens[-1].end == token.start:
            continue
        if token.name != "noise":
            tokens.append(token)
    return Line(text, tokens, "".join(_CODES[token.name] for token in tokens))


def _token(match: re.Match[str], text: str) -> Token:
    kind, word, start, end = match.lastgroup, match[0], match.start(), match.end()
    value = None
    if word[0] == _COURSE_MARK:
        name = "course_code"
    elif kind == "number":
        value = number(word)
        name = "figure" if value is None else "number"
    elif kind == "figure" and word.endswith(("%", "percent")):
        name = "percent"
    elif kind in ("figure", "ordinal", "code"):
        name = kind
    elif kind == "digits":
        name = "figure"
    elif kind == "dots":
        name = "stop" if len(word) <= _ELLIPSIS else "dash"  # more of them lead to a value
    elif word == "-" and text[start - 1 : start] == " ":
        name = "dash"
    elif kind == "mark":
        name = CLASS_OF.get(word, "noise")
    else:
        word = " ".join(word.replace("-", " ").split()).removesuffix("(s)").rstrip(".")
        name = CLASS_OF.get(word, "word")
    return Token(name, word, start, end, value)
