"""JSON-LD that describes the program of the page: schema.org's EducationalOccupationalProgram, Course and the like, and
the Credential Transparency Description Language (CTDL) with its prefix `ceterms:`.

Nobody sees these words, so nobody corrects them: a zero in them is a field left empty, and an amount that the page
prints as some charge of its own is that charge.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from crawler.extract.fragments import plain
from crawler.extract.labels import kind_of
from crawler.extract.outline import Line
from crawler.extract.tree import Element
from crawler.extract.words import Phrases, Words, words

Node = dict[str, Any]

TYPES = frozenset(
    ("EducationalOccupationalProgram", "Course", "WorkBasedProgram", "Certificate", "Diploma", "AssociateDegree",
     "CertificateOfCompletion", "LearningProgram", "LearningOpportunityProfile")
)  # fmt: skip
OTHER_TYPES = {
    "NewsArticle": "a news article", "BlogPosting": "a post", "Event": "an event", "EducationEvent": "an event",
    "JobPosting": "a job", "Person": "a person", "Article": "an article", "SearchResultsPage": "a list of results",
}  # fmt: skip
FIELDS = {
    "educationalCredentialAwarded": "award",
    "timeToComplete": "length",
    "timeRequired": "length",
    "duration": "length",
    "numberOfCredits": "length",
    "courseWorkload": "length",
    "educationalProgramMode": "delivery",
    "courseMode": "delivery",
    "deliveryType": "delivery",
    "estimatedDuration": "length",
    "exactDuration": "length",
    "creditValue": "length",
    "accreditedBy": "accreditation",
    "approvedBy": "accreditation",
}
_COSTS = ("offers", "estimatedCost")
UNNAMED = frozenset(f"{field}.price" for field in _COSTS)
"""Labels of prices of which the data do not say what they are."""
_ZERO = re.compile(r"P(?:T?0+[A-Z])+|0+(?:\.0+)?(?: .*)?", re.I)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CIP = re.compile(r"\d\d\.\d{4}")
_AMOUNT = re.compile(r"\$ ?(\d[\d,]*(?:\.\d\d)?)")
_CHARGE = Phrases("""application, registration, reservation, deposit, enrollment fee, enrolment fee, nonrefundable
    non refundable, down payment, per month, monthly, scholarship*, grant*""")
_WORD = re.compile(r"[a-z0-9]+")


def nodes(scripts: Sequence[Element]) -> list[Node]:
    """Every node of the page's JSON-LD, from the top and from its graphs. What is no JSON is passed over."""
    found: list[Node] = []
    for script in scripts:
        if "ld+json" in script.get("type", "").lower():
            try:
                found += _unfold(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    return found


def types(data: Sequence[Node]) -> set[str]:
    """The types that the page's data name."""
    return {_bare(name) for node in data for name in _texts(node.get("@type"))}


def programs(data: Sequence[Node]) -> list[Node]:
    """The nodes that describe a program."""
    return [node for node in data if not TYPES.isdisjoint(map(_bare, _texts(node.get("@type"))))]


def name_of(node: Node) -> str:
    return " ".join(_texts(node.get("name")))


def matching(data: Sequence[Node], name: str) -> Node | None:
    """The node that describes the program of this name: the one that bears it."""
    about = programs(data)
    distances = [(_distance(name_of(node), name), place) for place, node in enumerate(about)]
    named = [(distance, place) for distance, place in distances if distance is not None]
    return about[min(named)[1]] if named else None


def read(node: Node, lines: Sequence[Line]) -> list[Words]:
    """The facts of a node; the lines tell what the page prints of its amounts."""
    try:
        return [*_fields(node), *_cip(node), *_prices(node, lines)]
    except RecursionError:  # things in things in things
        return []


def _fields(node: Node) -> Iterator[Words]:
    instances = [item for item in _list(node.get("hasCourseInstance")) if isinstance(item, dict)]
    durations = [item for item in _list(node.get("estimatedDuration")) if isinstance(item, dict)]
    for part in (node, *instances, *durations):
        for field, kind in FIELDS.items():
            for text in _texts(part.get(field)):
                if not _ZERO.fullmatch(text):
                    yield words(kind, field, _in_words(kind, text), text)


def _in_words(kind: str, text: str) -> str:
    """A value as people write it: "InPerson" is "In Person", the ISO 8601 duration "P1Y6M" is "1 year 6 months"."""
    if kind == "delivery":
        return _CAMEL.sub(" ", _bare(text))
    duration = _ISO.fullmatch(text) if kind == "length" else None
    if not duration:
        return text
    counted = [(number, unit) for number, unit in zip(duration.groups(), _UNITS, strict=True) if number]
    return " ".join(f"{number} {unit}" for number, unit in counted)


_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:0+M)?(?:0+S)?)?")
_UNITS = ("years", "months", "weeks", "days", "hours")


def _cip(node: Node) -> Iterator[Words]:
    """An identifier or category that says it is a CIP code; another system's number may look like one."""
    for field in ("identifier", "occupationalCategory", "programType", "instructionalProgramType"):
        for item in _list(node.get(field)):
            text = json.dumps(item, ensure_ascii=False)
            if "cip" in text.lower() and (code := _CIP.search(text)):
                yield words("cip", "CIP", code[0])


def _prices(node: Node, lines: Sequence[Line]) -> Iterator[Words]:
    """The amounts of the offers in US dollars; the sign stands for the field that names the currency."""
    for field in _COSTS:
        for offer in _list(node.get(field)):
            if isinstance(offer, dict):
                yield from _of_offer(field, offer, lines)


def _of_offer(field: str, offer: Node, lines: Sequence[Line]) -> Iterator[Words]:
    inner = next((item for item in _list(offer.get("priceSpecification")) if isinstance(item, dict)), {})
    merged = {**inner, **offer}
    named = ("category", "directCostType", "name", "description")
    label = next((text for key in named for text in _texts(merged.get(key))), "")
    currency = next(iter([*_texts(merged.get("priceCurrency")), *_texts(merged.get("currency"))]), "USD")
    if currency != "USD" or (label and kind_of(label) != "price"):
        return
    for price in _texts(merged.get("price")):
        if not _ZERO.fullmatch(price) and not _printed_as_charge(price, lines):
            signed = f"${price}" if _number(price) and "$" not in price else price
            yield words("price", label or f"{field}.price", signed, price)


def _printed_as_charge(price: str, lines: Sequence[Line]) -> bool:
    """Whether every line that prints this amount prints it as a registration fee, a deposit or the like."""
    amount = _number(price)
    printing = [line.text for line in lines if "$" in line.text and amount in map(_number, _AMOUNT.findall(line.text))]
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


def _unfold(value: Any) -> Iterator[Node]:
    """A node, what it lists in its graph, and what it is about; CTDL's names without their prefix."""
    for item in _list(value):
        if isinstance(item, dict):
            if any(key.startswith("ceterms:") for key in item):
                item = _without_prefix(item)
            yield item
            for key in ("@graph", "mainEntity", "itemListElement", "item", "hasCourse"):
                yield from _unfold(item.get(key))


def _without_prefix(value: Any) -> Any:
    if isinstance(value, dict):
        return {_bare(key): _without_prefix(inner) for key, inner in value.items()}
    return [_without_prefix(inner) for inner in value] if isinstance(value, list) else value


def _bare(name: str) -> str:
    return name.rpartition(":")[2].rpartition("/")[2]


def _texts(value: Any) -> list[str]:
    """The texts of a property, which may be one text, a number, a thing with a name or a value, or a list of these."""
    found = []
    for item in _list(value):
        if isinstance(item, dict):
            inner = (
                item.get("name")
                or item.get("credentialCategory")
                or item.get("targetNodeName")
                or item.get("en-US")
                or item.get("en")
                or " ".join(
                    str(item[key]) for key in ("value", "unitText") if isinstance(item.get(key), str | int | float)
                )
            )
            found += _texts(inner)
        elif isinstance(item, str | int | float) and not isinstance(item, bool) and (text := plain(str(item))):
            found.append(text)
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
