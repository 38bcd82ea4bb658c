"""A printed price as a row of cues: amounts, labels, bases, residencies, separators. Nothing is decided here."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from . import price_rate_words as rate_words
from . import price_words as words
from .money import Amount, amounts, plain

FLOW, LINE, GENERIC = 3, 2, 1
"""How strongly a label rules its amount: money that is no price; a part by its own name; "cost", "fee", "price"."""


class Cue(NamedTuple):
    """A stretch of the text and what it may mean.

    kind   amount | label | beside | basis | residency | pace | include | surcharge | due | noun | band | number | word
           and the separators stop | cell | colon | equals | open | close | joint | dash
    value  the Amount; the component of a label; the basis, residency, pace; the polarity of an include; else the word
    rank   FLOW, LINE or GENERIC, of labels; `what` names the component "other"
    """

    kind: str
    value: object
    start: int
    end: int
    rank: int = 0
    what: str = ""


Meaning = tuple[str, object, int, str]
"""kind, value, rank, what"""

_TOKEN = re.compile(
    r"[a-z]+(?:'[a-z]+)?|\d{1,2}(?: ?- ?| to )\d{1,2}(?![\d,.]|st|nd|rd|th)|\d{1,2} ?\+(?! ?\$)"
    r"|\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?|\.{4,}|(?:\. ){3,}\.?|\.{3}|(?<=[a-z\d])-(?=[a-z\d])|[^\w\s]",
    re.IGNORECASE,
)
_SEPARATORS = {
    **dict.fromkeys([";", "...", "?", "!", "except", "whereas", "while"], "stop"),
    **dict.fromkeys(["and", "/", ",", "+", "plu", "or"], "joint"),
    **{"|": "cell", ":": "colon", "=": "equals", "(": "open", "[": "open", ")": "close", "]": "close", "-": "dash"},
}
_ABBREVIATIONS = frozenset(words.ABBREVIATIONS.split())
_ANY_FEE = frozenset(words.ANY_FEE.split())
_UNIT_ADJECTIVES = frozenset(rate_words.UNIT_ADJECTIVES.split())
_UNIT_SIZES = frozenset(rate_words.UNIT_SIZES.split())
_BAND = re.compile(r"\d{1,2}(?: ?- ?| to )\d{1,2}|\d{1,2} ?\+")
_PREFIXES = frozenset(["of", "in", "non", "out", "full", "part"])
_MOST_ADJECTIVES = 8  # before a unit
_ASIDE = 14  # cues before a number among which its label may stand, brackets and all
_MOST = 60  # amounts that one fact may hold; what has more is a price list
_PER = frozenset(["per", "/", "each", "every", "@"])


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """The word in lower case and, roughly, in the singular."""
    word = word.lower().split("'")[0] or word  # a quote may stand alone
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _table(rows: Iterable[tuple[str, str, object, int, str]]) -> dict[str, list[tuple[tuple[str, ...], Meaning]]]:
    """First word -> phrases that begin with it, the longest first; the first row to claim a phrase keeps it."""
    table: dict[str, dict[tuple[str, ...], Meaning]] = {}
    for listed, *meaning in rows:
        for phrase in listed.split(","):
            folded = tuple(fold(word) for word in phrase.split())
            table.setdefault(folded[0], {}).setdefault(folded, tuple(meaning))
    return {first: sorted(entries.items(), key=lambda entry: -len(entry[0])) for first, entries in table.items()}


def _rows() -> Iterator[tuple[str, str, object, int, str]]:
    yield words.ASIDES, "word", "", 0, ""
    yield words.FULL_PRICES, "label", "tuition", GENERIC, ""
    yield words.RATE, "label", "tuition", GENERIC, "rate"
    for what, listed in words.FLOWS.items():
        yield listed, "label", "other", FLOW, what
    for component, listed in words.COMPONENTS.items():
        yield listed, "label", component, LINE, ""
    yield words.EXTRA_COSTS, "label", "fees", LINE, "extra"
    yield words.COURSE_FEES, "label", "tuition", LINE, "fee"
    yield words.SURCHARGE_FEES, "label", "fees", LINE, "surcharge"
    for what, listed in words.LINE_ITEMS.items():
        yield listed, "label", "other", LINE, what
    yield words.TOTALS, "label", "total", GENERIC, "total"
    yield words.COSTS, "label", "total", GENERIC, ""
    for what, listed in words.BESIDE.items():
        yield listed, "beside", "other", FLOW, what
    yield rate_words.RATES_ALONE, "basis", "year", 0, "per"
    for basis, listed in rate_words.BASES.items():
        yield listed, "basis", basis, 0, ""
    yield rate_words.COSTS_OF_A_TERM, "basis", "term", 0, "cost"
    for residency, listed in rate_words.RESIDENCY.items():
        yield listed, "residency", residency, 0, ""
    for state in rate_words.STATES.split(","):
        yield f"non {state}", "residency", "out_of_state", 0, ""
        yield f"{state} resident, {state} residency", "residency", "resident", 0, ""
        yield f"other {state} county, other {state} resident", "residency", "in_state", 0, ""
    for pace, listed in rate_words.PACES.items():
        yield listed, "pace", pace, 0, ""
    for polarity, listed in words.INCLUDES.items():
        yield listed, "include", polarity, 0, ""
    yield words.INCLUDED_IN, "stop", "in", 0, ""
    yield words.SURCHARGES, "surcharge", "", 0, ""
    yield words.WEAK_DUE, "due", "", 0, ""
    for noun in words.PROGRAM_NOUNS.split():
        yield noun, "noun", fold(noun), 0, ""


_CUES = _table(_rows())
_UNITS = _table((listed, "basis", basis, 0, "per") for basis, listed in rate_words.UNITS.items())


def scan(text: str) -> list[Cue]:
    """The cues of a cleaned text, in order."""
    found: list[Cue] = []
    position = 0
    printed = amounts(text)
    for amount in printed[:_MOST]:
        _scan_gap(text, position, amount.start, found)
        found.append(Cue("amount", amount, amount.start, amount.end))
        position = amount.end
    end = printed[_MOST].start if len(printed) > _MOST else len(text)
    _scan_gap(text, position, end, found)
    return [*_with_unsigned(found, text)]


def _scan_gap(text: str, start: int, end: int, found: list[Cue]) -> None:
    """Appends the cues of a stretch without amounts."""
    spans = []
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        token = match[0]
        hyphen = token == "-" and _is_hyphen(text, match.start(), tokens)
        if not hyphen and not (token == "." and _is_no_stop(text, match.end(), tokens)):
            spans.append(match.span())
            tokens.append("and" if token == "&" else fold(token))
    _put_residency_last(tokens, spans)
    at = 0
    directed = tokens[-1:] == ["to"]  # "the fee to $269" is no "fee to" somebody
    phrased = tuple(tokens[:-1] if directed else tokens)
    while at < len(tokens):
        beside_amount = at == 0 and bool(found)
        length, meaning = _phrase(phrased, at, beside_amount)
        if length > 1 and meaning[0] == "basis" and tokens[at + length - 1] == "tuition":
            length -= 1  # "semester tuition" is tuition as well
        begin, finish = spans[at][0], spans[at + length - 1][1]
        kind, value, rank, what = meaning or _token(tokens, at, found, text[begin:finish])
        if what == "fee" and text[finish - 1] in "sS":
            value = "fees"
        found.append(Cue(kind, value, begin, finish, rank, what))
        at += length


def _put_residency_last(tokens: list[str], spans: list[tuple[int, int]]) -> None:
    """Reads "per in-state credit hour" as "per credit hour in-state"; the whole stretch says both."""
    for at, token in enumerate(tokens):
        if token not in _PER:
            continue
        length, meaning = _longest(_CUES, tokens, at + 1)
        unit = at + 1 + length
        taken, counted = _longest(_UNITS, tokens, unit)
        if meaning and meaning[0] == "residency" and counted:
            end = unit + taken
            tokens[at + 1 : end] = [*tokens[unit:end], *tokens[at + 1 : unit]]
            spans[at:end] = [(spans[at][0], spans[end - 1][1])] * (end - at)


def _is_no_stop(text: str, end: int, tokens: Sequence[str]) -> bool:
    """Whether a point ends no sentence: "sem. hr.", and "$158. per term"."""
    return tokens[-1] in _ABBREVIATIONS if tokens else text.startswith((" per ", " PER "), end)


def _is_hyphen(text: str, at: int, tokens: Sequence[str]) -> bool:
    """Whether a dash joins a word: "out-of-state", and "out-of- district" as well."""
    broken = bool(tokens) and tokens[-1] in _PREFIXES
    return text[at - 1 : at].isalnum() and (text[at + 1 : at + 2].isalnum() or broken)


def _phrase(tokens: tuple[str, ...], at: int, beside_amount: bool) -> tuple[int, Meaning | None]:
    """How many tokens the longest known phrase takes here, and its meaning; (1, None) if there is none."""
    token = tokens[at] if at < len(tokens) else ""
    if token in _PER or (beside_amount and token in ("a", "an")):
        furthest, unit = 0, None
        for skipped in _before_unit(tokens, at + 1):
            length, meaning = _longest(_UNITS, tokens, at + 1 + skipped)
            sized = skipped and tokens[at + 1].isdigit()
            if skipped + length > furthest and meaning and (not sized or meaning[1] in ("term", "course", "year")):
                furthest, unit = skipped + length, meaning
        if unit:
            return furthest + 1, unit
    length, meaning = _longest(_CUES, tokens, at)
    return (length, meaning) if meaning else (1, None)


def _before_unit(tokens: tuple[str, ...], at: int) -> list[int]:
    """How many tokens may stand before a unit: none, "lower-level college" credit, "12-hr" semester."""
    first, second = [*tokens[at : at + 2], "", ""][:2]
    if first.isdigit() and second in _UNIT_SIZES:
        return [0, 2]
    adjectives = [*takewhile(_UNIT_ADJECTIVES.__contains__, tokens[at : at + _MOST_ADJECTIVES])]
    return [*range(len(adjectives) + 1)]


def _longest(table: dict, tokens: Sequence[str], at: int) -> tuple[int, Meaning | None]:
    if at < len(tokens) and tokens[at] in table:
        for phrase, meaning in table[tokens[at]]:
            if (*tokens[at : at + len(phrase)],) == phrase:
                return len(phrase), meaning
    return 0, None


def _token(tokens: Sequence[str], at: int, found: Sequence[Cue], raw: str) -> Meaning:
    """The meaning of a token that no phrase claims."""
    token = tokens[at]
    if token.startswith(("....", ". .")) or (token == "..." and at + 1 == len(tokens)):
        return "dash", token, 0, ""  # dots that lead to a price
    if token == ";" and _is_in_brackets(found):
        return "joint", token, 0, ""
    if token in _SEPARATORS:
        return _SEPARATORS[token], token, 0, ""
    if token == ".":
        return "stop", token, 0, ""
    if token in ("fee", "fees"):
        return _fee(found, raw.lower().endswith("s"), "out" in tokens[max(0, at - 5) : at])
    if token[0].isdigit():
        return ("band" if not token.isdigit() and _BAND.fullmatch(token) else "number"), token, 0, ""
    return "word", token, 0, ""


def _is_in_brackets(found: Sequence[Cue]) -> bool:
    """Whether brackets are open, and hold no amount yet: "fee (nonrefundable; per year)"."""
    last = next((cue.kind for cue in reversed(found) if cue.kind in ("open", "close", "stop", "amount")), "")
    return last == "open"


def _fee(found: Sequence[Cue], plural: bool, out: bool) -> Meaning:
    """ "fees" and "lab fee" are fees; after a label "fee" adds nothing; "the fee", "Fee:" is what the program asks."""
    if [cue.kind for cue in found[-3:]] == ["open", "word", "close"]:
        found = found[:-3]  # "Student Government (SGA) fee"
    before = found[-1] if found else None
    if before is not None and before.kind == "label":
        return "word", "fee", 0, ""
    named = before is not None and (before.kind == "noun" or (before.kind == "word" and before.value not in _ANY_FEE))
    joined = [cue.kind for cue in found[-2:]] == ["label", "joint"]  # "tuition and fee"
    residency = before.value if before is not None and before.kind == "residency" else ""
    stranger = residency == "out_of_state" or (residency == "in_state" and out)  # "out-of-county fee"
    if stranger and not plural:
        return "label", "fees", LINE, "surcharge"
    if plural or named or joined or (before is not None and before.kind == "surcharge"):
        return "label", "fees", LINE, ""
    return "label", "tuition", GENERIC, "bare_fee"


def _with_unsigned(cues: Sequence[Cue], text: str) -> Iterator[Cue]:
    """Reads a number that a label introduces and nothing counts as money: "Tuition: 4,250", "Books & Kit 350"."""
    for index, cue in enumerate(cues):
        if cue.kind == "number" and _introduced(cues, index) and is_money(text[cue.start : cue.end]):
            value = plain(text[cue.start : cue.end])
            yield Cue("amount", Amount(cue.start, cue.end, value, value), cue.start, cue.end)
        else:
            yield cue


def _introduced(cues: Sequence[Cue], index: int) -> bool:
    following = cues[index + 1] if index + 1 < len(cues) else Cue("stop", "", 0, 0)
    cents = str(cues[index].value)[-3:-2] == "." and following.kind == "word" and following.value != "%"
    if not cents and following.kind not in ("stop", "cell", "label", "close", "basis"):
        return False
    before = _without_marks(_without_marks(cues[max(0, index - _ASIDE) : index]))
    if not before or before[-1].kind != "label":
        return False
    counts = before[-1].what == "total" and "." not in str(cues[index].value)  # "Total 60" may be credits
    return before[-1].rank != FLOW and not counts


def _without_marks(cues: Sequence[Cue]) -> Sequence[Cue]:
    """The cues without the separator and the brackets that end them: "Sales Tax (7.75%) (non-refundable):"."""
    if cues and cues[-1].kind in ("colon", "equals", "dash", "cell"):
        cues = cues[:-1]
    while cues and cues[-1].kind == "close":
        opened = max((index for index, cue in enumerate(cues) if cue.kind == "open"), default=0)
        cues = cues[:opened]
    return cues


def is_money(digits: str) -> bool:
    """Whether digits without a sign may be dollars: no year, and no small whole number."""
    value = plain(digits)
    dated = digits.isdigit() and len(digits) == 4 and digits[:2] in ("19", "20")
    return value is not None and not dated and (value >= 100 or "." in digits)
