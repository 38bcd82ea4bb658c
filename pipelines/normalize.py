"""Fills the figures of a listing from its words. Every value is a pure function of stored words (see `reparse`)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from db.records import Figure, Listing, Words
from pipelines.derive import WHOLE, derived, float_or_none
from pipelines.parse import accreditation, award, cip, delivery, ipeds, length, price
from pipelines.parse.values import Accreditation, Award, Context, Delivery, Length, Price

LONGEST = 300
"""Characters of printed words that a figure keeps."""

ELSEWHERE = "elsewhere"
"""Words of a link to where the price is said to stand; their label is its address."""
FEWEST_HOURS = 200
"""Clock hours below which no associate degree is; its sixty semester credits are some nine hundred."""

Value = Price | Length | Award | Delivery | Accreditation


def normalized(listing: Listing) -> Listing:
    """The listing, with its field of study and its figures."""
    name_field(listing)
    listing.figures = figures(listing)
    return listing


def name_field(listing: Listing) -> None:
    """Set the field of study of a listing that came without: as printed, else as its title suggests, and say which."""
    if not listing.cip and listing.scope == "program":
        printed = next(
            (code for words in listing.words if words.kind == "cip" and (code := cip.code(words.text)[0])), ""
        )
        listing.cip = printed or cip.suggested(listing.name)
        listing.cip_basis = "printed" if printed else "mapped_by_title" if listing.cip else "unknown"


def figures(listing: Listing) -> list[Figure]:
    """All figures that the listing's words state, and what follows from them.

    Words that were not understood give one figure, `unparsed`, with the words.
    """
    found: list[Figure] = []
    understood: list[Value] = []
    for words, values in stated(listing):
        found += [figure(listing, words, value) for value in values or (None,)]
        understood += values
    return conflicting(found) + elsewhere(listing) + derived(listing, understood)


def stated(listing: Listing) -> Iterator[tuple[Words, tuple[Value, ...]]]:
    """The listing's words, each with the values that it states.

    A page says the same thing in several places; what it has said is not said again, so the first place stands, which
    is the most trusted.
    """
    seen: set[Value] = set()
    is_degree = _names_degree(listing)
    for words in listing.words:
        if words.kind not in READERS:
            continue
        values = values_of(listing, words)
        if is_degree:
            values = tuple(_of_degree(value) for value in values)
        if words.kind in REPEATED and listing.part not in FEDERAL_PARTS:
            bare = {value: replace(value, printed="", why="") for value in values}
            fresh = tuple(value for value in values if bare[value] not in seen)
            seen.update(bare.values())
            if values and not fresh:
                continue
            values = fresh
        yield words, values


def _names_degree(listing: Listing) -> bool:
    """Whether the only award that the words name is an associate degree."""
    awards = [value for words in listing.words if words.kind == "award" for value in values_of(listing, words)]
    return bool(awards) and all(value.value == "associate" for value in awards)


def _of_degree(value: Value) -> Value:
    """A value of a degree: what it calls hours are credit hours, where they are too few for anything else."""
    is_total = isinstance(value, Length) and value.unit == "hours" and value.kind == "total"
    if is_total and value.value_max and value.value_max < FEWEST_HOURS:
        return replace(value, unit="credits", why="a degree of so few hours counts credit hours")
    return value


def conflicting(found: list[Figure]) -> list[Figure]:
    """The same figures; whole prices that contradict each other are marked, and none is preferred."""
    whole = [f for f in found if f.kind == "price" and f.basis == "program" and f.component in WHOLE]
    groups: dict[tuple, list[Figure]] = {}
    for one in whole:
        groups.setdefault((one.component, one.residency, one.pace, one.academic_year, one.what), []).append(one)
    for group in groups.values():
        if len({(one.value_min, one.value_max) for one in group}) > 1:
            for one in group:
                one.status = "conflicting"
    return found


def elsewhere(listing: Listing) -> list[Figure]:
    """Where the listing's words say that its price stands: the address is the figure's value."""
    links = [words for words in listing.words if words.kind == ELSEWHERE]
    return [
        Figure(listing.source, listing.listing, "price", words.text[:LONGEST], status="linked_elsewhere",
               value=words.label, url=listing.url)
        for words in links
    ]  # fmt: skip


def values_of(listing: Listing, words: Words) -> tuple[Value, ...]:
    """What the words state; a federal table's prices are of the table's year."""
    if listing.part not in FEDERAL_PARTS:
        context = Context(label=words.label, public=listing.public)
        return tuple(value for value in read(READERS[words.kind], words.text, context) if says(value))
    values = read(FEDERAL_READERS[words.kind], words.text, Context())
    if words.kind == "price" and listing.year:
        year = f"{listing.year}-{(listing.year + 1) % 100:02}"
        return tuple(replace(value, academic_year=year) for value in values)
    return values


@lru_cache(maxsize=4096)
def read(reader, text: str, context: Context) -> tuple[Value, ...]:
    """What a reader makes of words; kept, for tables print the same words many thousand times."""
    values = reader(text, context)
    return tuple(values) if isinstance(values, list) else (values,)


def says(value: Value) -> bool:
    """Whether a reader understood something, were it only what must be done in person."""
    return getattr(value, "value", "") != "unknown" or bool(getattr(value, "in_person", ()))


def figure(listing: Listing, words: Words, value: Value | None) -> Figure:
    """A figure of this value, or of words that were not understood (None), with its receipt."""
    columns = columns_of(value) if value else {"status": "unparsed"}
    url = words.url or listing.url
    said = printed(words, value)
    return Figure(listing.source, listing.listing, words.kind, said, words.label, url=url, **columns)


def printed(words: Words, value: Value | None) -> str:
    """The receipt of a value: the part of the words that states it, as printed; all words where the reader, which sees
    plain typography, quotes them otherwise."""
    part = getattr(value, "printed", "")
    if words.printed:
        return words.printed
    return (part if part and part in words.text else words.text)[:LONGEST]


def columns_of(value: Value) -> dict:
    """A typed value as columns of `figures`."""
    match value:
        case Price():
            return {
                "value_min": float_or_none(value.amount_min), "value_max": float_or_none(value.amount_max),
                "unit": "USD", "component": value.component, "basis": value.basis, "residency": value.residency,
                "what": value.what, "pace": value.pace, "academic_year": value.academic_year, "note": value.why,
                "includes_books": None if value.includes_books is None else int(value.includes_books),
            }  # fmt: skip
        case Length():
            return {
                "value_min": float_or_none(value.value_min), "value_max": float_or_none(value.value_max),
                "unit": value.unit, "component": value.kind, "basis": value.term, "pace": value.pace,
                "what": value.what, "note": value.why,
                "status": "implied" if value.why == ipeds.IMPLIED else "published",
            }  # fmt: skip
        case Award():
            return {"value": value.value, "what": value.subtype or "|".join(value.any_of), "note": value.why}
        case Delivery():
            return {
                "value": value.value, "what": ", ".join(value.in_person), "note": value.why,
                "status": "implied" if value.why in ipeds.OF_THE_SCHOOL else "published",
            }  # fmt: skip
        case Accreditation():
            return {
                "value": value.accreditor, "level": value.level, "standing": value.status,
                "what": value.agency or value.condition, "note": value.why,
            }  # fmt: skip


FEDERAL_PARTS = {"C_A", "C_DEP", "IC", "IC_AY", "IC_PY"}
READERS = {
    "price": price.read, "length": length.read, "award": award.read, "delivery": delivery.read,
    "accreditation": accreditation.read,
}  # fmt: skip
REPEATED = frozenset(("price", "length", "accreditation"))
FEDERAL_READERS = {"price": ipeds.prices, "length": ipeds.lengths, "award": ipeds.award, "delivery": ipeds.delivery}
