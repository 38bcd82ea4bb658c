"""The price from start to finish: the printed total, else the sum of printed parts, else credits x price per credit."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .values import Length, Price

_COVERS = {"tuition_and_fees": ("tuition", "fees"), "total": ("total",)}


@dataclass(frozen=True, slots=True)
class Total:
    """US dollars from start to finish; an open end is None.

    covers       the components in it: total, or of tuition, fees, books, supplies those that were printed
    status       published (one printed amount) | computed (the arithmetic is kept)
    is_complete  False: "at least", because a part is known to exist and has no amount that can be used
    arithmetic   "tuition 3,200 + fees 100 + supplies 700 = 4,000"
    """

    amount_min: Decimal | None
    amount_max: Decimal | None
    covers: tuple[str, ...]
    residency: str
    status: str
    is_complete: bool
    arithmetic: str


class _ConflictError(Exception):
    """Two printed prices for one thing."""


@dataclass(frozen=True, slots=True)
class _Part:
    component: str
    low: Decimal | None
    high: Decimal | None
    words: str
    residency: str
    includes_books: bool | None


def to_completion(prices: list[Price], lengths: list[Length], residency: str = "any") -> Total | None:
    """The total to completion for a residency (prices for anyone serve where none is printed for it).

    None if there is none to be had, or if two prices of one component, basis and residency contradict each other.
    Years are never multiplied; credits only if printed exactly.
    """
    try:
        total = _parts(prices, "total", "program", residency)
        if total:
            return _total(total, residency, is_complete=total[0].includes_books is not False)
        return _sum(prices, lengths, residency)
    except _ConflictError:
        return None


def _sum(prices: list[Price], lengths: list[Length], residency: str) -> Total | None:
    base, fees_inside = _base(prices, lengths, residency)
    if base is None:
        return None
    parts = [base]
    is_complete = True
    for component in ("fees", "books", "supplies"):
        if component == "books" and base.includes_books:
            continue
        if component == "fees" and base.component == "tuition_and_fees":
            is_complete = is_complete and (fees_inside or not _exists(prices, "fees", residency))
            continue
        found = _parts(prices, component, "program", residency) + _multiplied(prices, component, lengths, residency)
        parts += found
        is_complete = is_complete and _all_used(prices, component, lengths, residency)
    if base.includes_books is False and not any(part.component == "books" for part in parts):
        is_complete = False
    return _total(parts, residency, is_complete)


def _base(prices: list[Price], lengths: list[Length], residency: str) -> tuple[_Part | None, bool]:
    """What study itself costs; and whether fees printed apart are the breakdown of tuition and fees."""
    for find in (
        lambda component: _parts(prices, component, "program", residency),
        lambda component: _rated(prices, component, "credit", lengths, residency),
    ):
        tuition, both = find("tuition"), find("tuition_and_fees")
        if both:
            return both[0], bool(tuition)
        if tuition:
            return tuition[0], False
    return None, False


def _parts(prices: list[Price], component: str, basis: str, residency: str) -> list[_Part]:
    """The printed prices of a component; one part for each thing that has a name of its own."""
    named: dict[str, list[Price]] = {}
    for price in _serving(prices, component, basis, residency):
        named.setdefault(price.what, []).append(price)
    return [_part(component, found) for found in named.values()]


def _serving(prices: list[Price], component: str, basis: str, residency: str) -> list[Price]:
    """The prices for a residency, else those for anyone; of several academic years the last."""
    fitting = [price for price in prices if (price.component, price.basis) == (component, basis)]
    found = [price for price in fitting if price.residency == residency]
    found = found or [price for price in fitting if price.residency == "any"]
    latest = max((price.academic_year for price in found), default="")
    return [price for price in found if price.academic_year in (latest, "")]


def _part(component: str, found: Sequence[Price]) -> _Part:
    """One part; prices of different paces make a range, different prices of one pace a conflict."""
    paces: dict[str, set[tuple[Decimal | None, Decimal | None]]] = {}
    for price in found:
        paces.setdefault(price.pace, set()).add((price.amount_min, price.amount_max))
    if any(len(amounts) > 1 for amounts in paces.values()):
        raise _ConflictError
    lows, highs = zip(*(amount for amounts in paces.values() for amount in amounts), strict=True)
    low = None if None in lows else min(lows)
    high = None if None in highs else max(highs)
    books = {price.includes_books for price in found}
    name = "tuition and fees" if component == "tuition_and_fees" else component
    words = f"{name} {_money(low, high)}"
    return _Part(component, low, high, words, found[0].residency, books.pop() if len(books) == 1 else None)


def _rated(prices: list[Price], component: str, basis: str, lengths: list[Length], residency: str) -> list[_Part]:
    """A rate times the printed exact number of its units: credits, or terms."""
    count = _count(lengths, {"credit": "credits", "term": "terms"}[basis])
    if count is None:
        return []
    found = []
    for part in _parts(prices, component, basis, residency):
        low, high = (None if amount is None else amount * count for amount in (part.low, part.high))
        unit = "credits" if basis == "credit" else "terms"
        name = "" if component.startswith("tuition") else f"{component} "
        words = f"{name}{count:f} {unit} x {_money(part.low, part.high)} = {_money(low, high)}"
        found.append(_Part(component, low, high, words, part.residency, part.includes_books))
    return found


def _multiplied(prices: list[Price], component: str, lengths: list[Length], residency: str) -> list[_Part]:
    return [part for basis in ("credit", "term") for part in _rated(prices, component, basis, lengths, residency)]


def _count(lengths: list[Length], unit: str) -> Decimal | None:
    """How many credits or terms the program has, if it is printed exactly and once."""
    whole = {(one.value_min, one.value_max) for one in lengths if one.kind == "total" and one.unit == unit}
    if len(whole) != 1:
        return None
    low, high = whole.pop()
    return low if low == high else None


def _exists(prices: list[Price], component: str, residency: str) -> bool:
    return any(price.component == component and price.residency in (residency, "any") for price in prices)


def _all_used(prices: list[Price], component: str, lengths: list[Length], residency: str) -> bool:
    """Whether every printed price of a component has a basis that the sum can use."""
    usable = {"program"}
    usable |= {basis for basis, unit in (("credit", "credits"), ("term", "terms")) if _count(lengths, unit) is not None}
    return all(
        price.basis in usable
        for price in prices
        if price.component == component and price.residency in (residency, "any")
    )


def _total(parts: Sequence[_Part], residency: str, is_complete: bool) -> Total:
    low = None if any(part.low is None for part in parts) else sum((part.low for part in parts), Decimal(0))
    high = None if any(part.high is None for part in parts) else sum((part.high for part in parts), Decimal(0))
    covers: dict[str, None] = {}
    for part in parts:
        covers |= dict.fromkeys(_COVERS.get(part.component, (part.component,)))
        if part.includes_books:
            covers["books"] = None
    computed = len(parts) > 1 or "=" in parts[0].words
    arithmetic = " + ".join(part.words for part in parts)
    return Total(
        amount_min=low,
        amount_max=high,
        covers=tuple(covers),
        residency=residency if any(part.residency == residency for part in parts) else "any",
        status="computed" if computed else "published",
        is_complete=is_complete and high is not None,
        arithmetic=f"{arithmetic} = {_money(low, high)}" if len(parts) > 1 else arithmetic,
    )


def _money(low: Decimal | None, high: Decimal | None) -> str:
    """Dollars as people write them: 4,000 or 4,000.50; a range 3,200-3,600; "from 500", "up to 900"."""
    if low == high and low is not None:
        return f"{low:,.2f}".removesuffix(".00")
    if low is None:
        return f"up to {_money(high, high)}" if high is not None else "?"
    return f"from {_money(low, low)}" if high is None else f"{_money(low, low)}-{_money(high, high)}"
