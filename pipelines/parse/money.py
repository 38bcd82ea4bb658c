"""Amounts of US dollars as schools print them: "$ 16350", "of$3850", "$063.25", "$800-1,500", "ten dollars", "$5,000+".

An amount is read whole or not at all: "$4.500" and "$1,2345" are nobody's price. Texts are cleaned (text.clean).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from . import text as typography

_NUMBER = (
    r"(?:\d{1,3},[ ]\d{3}(?=\.\d\d(?!\d))|\d{1,3}(?:,\d{3})++|\d{1,9}+)(?:\.\d\d?+)?+(?![.,]?\d|,[A-Za-z])|\.\d\d(?!\d)"
)
# A second number without a sign is money only if nothing counted follows: "$995-1,200", not "$995 - 40 hours".
_COUNTED = (
    r"(?:%|st\b|nd\b|rd\b|th\b|k\b|hour|hr|week|wk|month|mo\b|day|year|yr|credit|cr\b|unit|clock|contact|semester|quarter"
    r"|term|course|class|person|student|seat|payment|installment|percent|minute|session|people|clinical|lab)"
)
_SIGNED = re.compile(
    rf"""(?:(?:\bUS\s?)?\$\s{{0,3}}(?:\|\s)?|\bUSD\s?)(?P<first>{_NUMBER})(?!,\s\d{{3}}(?![\d.,]|\s?-?\s?{_COUNTED}))
         (?P<kilo>k\b)?(?P<huge>\s?(?:[mb]illion|[MB])\b)?
         (?:(?:\s?-\s?|\sto\s)(?P<second>{_NUMBER})(?!\s?-?\s?{_COUNTED}|\s?[-/]\s?\d))?+
         (?!/\d{{2,}}(?!\d|\s?-?\s?{_COUNTED})|\s(?:credit|unit|hour)s?\s?[x*@])
         (?P<plus>\+(?![\w$]))?(?:\s?[*†‡]{{1,3}}(?![*†‡]|\s?\d|[a-z]))?""",
    re.VERBOSE | re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"(?<![\w$.,-])(?P<first>{typography.NUMBER})(?:(?: ?- ?| to )(?P<second>{typography.NUMBER}))?"
    r"[ -]?(?:US )?dollars?\b",
    re.IGNORECASE,
)
_PER = re.compile(r"\b(?:per|every|each)\s?$", re.IGNORECASE)
_RANGE = re.compile(
    r"\s?(?:-|to|through)\s?(?:about |approximately |approx\.? )?| (?:and |or |to )?as (?:high|much) as ", re.IGNORECASE
)
_OPEN_RANGE = re.compile(r"\s?(?:-|to) (?:over|above|more than|upwards? of|in excess of) ", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:about |approximately )?$", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+|\S", re.IGNORECASE)
_SOFTENERS = frozenset(["just", "only", "about", "around", "a", "total", "maximum", "of"])
_AT_LEAST = (
    *(" at least", " minimum", " as low as", " as little as", " more than", " no less than", " not less than"),
    *(" over", " above", " exceed", " exceeds", " exceeding", " in excess", " upwards"),
    *(f" {start}{at}" for start in ("start", "starts", "starting") for at in (" at", " from", " out at", " out from")),
    *(f" {what} from" for what in ("price", "prices", "rate", "rates", "cost", "costs")),
)
_AT_MOST = (
    *(" up to", " no more than", " not to exceed", " not more than", " less than", " under", " as much as", " below"),
    *(" fewer than", " as high as"),
)
_SUMS = (" add up to", " adds up to", " adding up to")
_NOT_MORE = (" no more than", " not more than")
_OR_MORE = re.compile(r" ?(?:and|&|or) (?:up|more|above|higher)\b", re.IGNORECASE)
_NEARBY = 40  # characters before an amount in which its bound is looked for


@dataclass(frozen=True, slots=True)
class Amount:
    """Dollars between two positions of a text; an open end is None. `huge`: printed in millions, so never a price.

    For a range, `seam` is where its first end ends and where its second begins.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    huge: bool = False
    seam: tuple[int, int] | None = None

    @property
    def least(self) -> Decimal:
        """The lower printed end; of "up to $900" the only one."""
        return self.high if self.low is None else self.low

    @property
    def most(self) -> Decimal:
        """The upper printed end; of "$500+" the only one."""
        return self.low if self.high is None else self.high


def plain(words: str) -> Decimal | None:
    """The value of a cell that holds a number and nothing else ("2900.00", "*1,290"), else None."""
    found = re.fullmatch(rf"[*+~\s]*({_NUMBER})[*+\s]*", words)
    return _value(found[1]) if found else None


def amounts(text: str) -> list[Amount]:
    """The amounts of dollars in a cleaned text, in order; ranges joined, bounds read; what is ambiguous is left out."""
    found: list[Amount] = []
    for amount in sorted(_printed(text), key=lambda a: a.start):
        previous = found[-1] if found else None
        if previous is None:
            found.append(amount)
            continue
        between = text[previous.end : amount.start]
        again = between.strip() in ("(", "or") and (previous.low, previous.high) == (amount.low, amount.high)
        if again or amount.start < previous.end:
            continue  # "twenty-five dollars ($25)" says one thing twice
        opens = _OPEN_RANGE.fullmatch(between) or (amount.high is None and _RANGE.fullmatch(between))
        if opens and previous.low == previous.high and previous.low < amount.low:
            found[-1] = replace(previous, end=amount.end, high=None)  # "$1,500 to upwards of $8,000", "$350 - $1,500+"
        elif _joined(text, previous, amount, between):
            seam = (previous.end, amount.start)
            found[-1] = replace(previous, end=amount.end, high=amount.high, seam=seam)
        else:
            found.append(amount)
    return [_bounded(text, amount) for amount in found]


def ends(amount: Amount) -> list[Amount]:
    """The two printed ends of a range as amounts of their own; any other amount alone."""
    if amount.seam is None:
        return [amount]
    first_end, second_start = amount.seam
    return [
        replace(amount, end=first_end, high=amount.low, seam=None),
        replace(amount, start=second_start, low=amount.high, seam=None),
    ]


def _value(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").replace(" ", ""))


def _printed(text: str) -> Iterator[Amount]:
    for match in _SIGNED.finditer(text):
        if _PER.search(text, max(0, match.start() - 8), match.start()):
            continue  # "per $1,000" is the base of a rate
        scale = 1000 if match["kilo"] else 1
        yield from _amount(match, _value(match["first"]) * scale, match["second"] and _value(match["second"]) * scale)
    if "dollar" in text.lower():
        for match in _SPOKEN.finditer(text):
            yield from _amount(match, typography.number(match["first"]), typography.number(match["second"] or "none"))


def _amount(match: re.Match[str], low: Decimal | None, second: Decimal | None) -> Iterator[Amount]:
    """One amount or range; nothing if the number contradicts itself; its first end alone if the second is lower."""
    if low is None:
        return
    fields = match.groupdict()
    if second is not None and second >= low:
        yield Amount(match.start(), match.end(), low, second, seam=(match.end("first"), match.start("second")))
    else:
        end = match.end() if second is None else match.end("first")
        yield Amount(match.start(), end, low, None if fields.get("plus") else low, bool(fields.get("huge")))


def _joined(text: str, first: Amount, second: Amount, between: str) -> bool:
    if first.seam or second.seam or first.high is None or second.high is None or first.low >= second.high:
        return False
    if between.strip().lower() == "and":
        return bool(_BETWEEN.search(text, max(0, first.start - _NEARBY), first.start))
    return bool(_RANGE.fullmatch(between))


def _bounded(text: str, amount: Amount) -> Amount:
    if amount.seam or amount.high is None:
        return amount
    words = _WORD.findall(text, max(0, amount.start - _NEARBY), amount.start)
    while words and words[-1].lower() in _SOFTENERS:
        words.pop()
    before = " " + " ".join(words).lower()
    at_least = before.endswith(_AT_LEAST) and not before.endswith(_NOT_MORE)
    if at_least or _OR_MORE.match(text, amount.end):
        return replace(amount, high=None)
    at_most = before.endswith(_AT_MOST) and not before.endswith(_SUMS)
    return replace(amount, low=None) if at_most else amount
