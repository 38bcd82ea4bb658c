"""JSON-LD that describes the program of the page: schema.org's EducationalOccupationalProgram, Course and the like.

Nobody sees these words, so nobody corrects them: they come after everything labelled that the page prints, a zero in
them is a field left empty, and an amount that the page prints as some charge of its own is that charge.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml.html import HtmlElement

from crawler.extract.labels import kind_of
from crawler.extract.view import View
from crawler.extract.words import Words, phrases, squeeze, words

TYPES = frozenset(("EducationalOccupationalProgram", "Course", "WorkBasedProgram"))
FIELDS = {
    "educationalCredentialAwarded": "award",
    "timeToComplete": "length",
    "timeRequired": "length",
    "duration": "length",
    "numberOfCredits": "length",
    "courseWorkload": "length",
    "educationalProgramMode": "delivery",
    "courseMode": "delivery",
}
_ZERO = re.compile(r"P(?:T?0+[A-Z])+|0+(?:\.0+)?(?: .*)?", re.I)
_CIP = re.compile(r"\d\d\.\d{4}")
_AMOUNT = re.compile(r"\$ ?(\d[\d,]*(?:\.\d\d)?)")
_CHARGE = phrases("""application, registration, reservation, deposit, enrollment fee, enrolment fee, nonrefundable
    non refundable, down payment, per month, monthly, scholarship*, grant*""")
_WORD = re.compile(r"[a-z0-9]+")


def nodes(root: HtmlElement) -> tuple[dict[str, Any], ...]:
    """Every node of the page's JSON-LD, from the top and from its graphs. What is no JSON is passed over."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            try:
                found += _unfold(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    return tuple(found)


def read(view: View) -> list[Words]:
    """The facts of the one node that is about the page's program."""
    node = program_of(view)
    return [] if node is None else [*_fields(node), *_cip(node), *_prices(node, view)]


def program_of(view: View) -> dict[str, Any] | None:
    """The node that describes the program: the one that bears its name."""
    about = [node for node in view.data if TYPES & set(_texts(node.get("@type")))]
    distances = [(_distance(" ".join(_texts(node.get("name"))), view.name), node) for node in about]
    named = [(distance, place) for place, (distance, _) in enumerate(distances) if distance is not None]
    return distances[min(named)[1]][1] if named else None


def _fields(node: dict[str, Any]) -> Iterator[Words]:
    instances = [item for item in _list(node.get("hasCourseInstance")) if isinstance(item, dict)]
    for part in (node, *instances):
        for field, kind in FIELDS.items():
            for text in _texts(part.get(field)):
                if not _ZERO.fullmatch(text):
                    yield words(kind, field, text)


def _cip(node: dict[str, Any]) -> Iterator[Words]:
    """An identifier or category that says it is a CIP code; another system's number may look like one."""
    for field in ("identifier", "occupationalCategory", "programType"):
        for item in _list(node.get(field)):
            text = json.dumps(item, ensure_ascii=False)
            if "cip" in text.lower() and (code := _CIP.search(text)):
                yield words("cip", "CIP", code[0])


def _prices(node: dict[str, Any], view: View) -> Iterator[Words]:
    """The amounts of the offers in US dollars; the sign stands for the field `priceCurrency`."""
    for offer in _list(node.get("offers")):
        if not isinstance(offer, dict):
            continue
        inner = next((item for item in _list(offer.get("priceSpecification")) if isinstance(item, dict)), {})
        merged = {**inner, **offer}
        label = next((text for key in ("category", "name", "description") for text in _texts(merged.get(key))), "")
        currency = next(iter(_texts(merged.get("priceCurrency"))), "USD")
        if currency != "USD" or (label and kind_of(label) != "price"):
            continue
        for price in _texts(merged.get("price")):
            if not _ZERO.fullmatch(price) and not _printed_as_charge(price, view):
                signed = f"${price}" if _number(price) and "$" not in price else price
                yield words("price", label or "offers.price", signed)


def _printed_as_charge(price: str, view: View) -> bool:
    """Whether every line that prints this amount prints it as a registration fee, a deposit or the like."""
    amount = _number(price)
    printing = [line.text for line in view.lines if amount in map(_number, _AMOUNT.findall(line.text))]
    return bool(printing) and all(_CHARGE.search(text) for text in printing)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "").strip("$ "))
    except InvalidOperation:
        return None


def _distance(name: str, other: str) -> int | None:
    """How many words the longer name has more; None unless it holds all words of the shorter one."""
    first, second = sorted((set(_WORD.findall(text.lower())) for text in (name, other)), key=len)
    return len(second - first) if first and first <= second else None


def _unfold(value: Any) -> Iterator[dict[str, Any]]:
    for item in _list(value):
        if isinstance(item, dict):
            yield item
            yield from _unfold(item.get("@graph"))
            yield from _unfold(item.get("mainEntity"))


def _texts(value: Any) -> list[str]:
    """The texts of a property, which may be one text, a number, a thing with a name or a value, or a list of these."""
    found = []
    for item in _list(value):
        if isinstance(item, dict):
            inner = (
                item.get("name")
                or item.get("credentialCategory")
                or " ".join(
                    str(item[key]) for key in ("value", "unitText") if isinstance(item.get(key), str | int | float)
                )
            )
            found += _texts(inner)
        elif isinstance(item, str | int | float) and not isinstance(item, bool) and squeeze(str(item)):
            found.append(squeeze(str(item)))
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
