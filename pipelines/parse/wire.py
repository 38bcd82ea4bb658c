"""Values as JSON: what `tuitionary parse --jsonl` prints, and one figure of what `tuitionary read --jsonl` prints."""

from dataclasses import fields
from decimal import Decimal
from typing import Any

from pipelines.parse import accreditation, award, delivery, length, price
from pipelines.parse.values import Accreditation, Award, Context, Delivery, Length, Price

READERS = {
    "length": length.read,
    "cost": price.read,
    "price": price.read,
    "credential": award.read,
    "award": award.read,
    "delivery": delivery.read,
    "accreditation": accreditation.read,
}
"""A kind of figure -> its reader. cost and credential are other names of price and award."""

# Keys that stand in the JSON even if the words say nothing of them.
_ALWAYS = {
    Length: ("value_min", "value_max", "pace"),
    Price: ("amount_min", "amount_max"),
    Award: (),
    Delivery: ("in_person",),
    Accreditation: ("accreditor",),
}


def answer(kind: str, text: str, context: Context = Context()) -> dict[str, Any]:
    """What the reader of a kind makes of a text.

    {"items": [figure, …]} for length, cost (price) and accreditation; {"credential": value, "subtype", "any_of", "why"}
    for credential (award); {"delivery": value, "in_person", "why"} for delivery. Another kind raises ValueError.
    """
    if kind not in READERS:
        raise ValueError(f"no kind {kind!r}; the kinds are {', '.join(READERS)}")
    values = READERS[kind](text, context)
    if isinstance(values, list):
        return {"items": [_without_words(value) for value in values]}
    name = "credential" if isinstance(values, Award) else "delivery"
    figure = _without_words(values)
    return {name: figure.pop("value"), **figure}


def figure_dict(value: Length | Price | Award | Delivery | Accreditation) -> dict[str, Any]:
    """One value as a JSON object: its fields, amounts as int or float, prices with their currency.

    What the words do not say is left out; open bounds, the pace of a length and an unnamed accreditor are null.
    """
    always = _ALWAYS[type(value)]
    figure = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    figure = {key: said for key, said in figure.items() if key in always or said not in (None, [])}
    return {**figure, "currency": "USD"} if isinstance(value, Price) else figure


def _without_words(value: Length | Price | Award | Delivery | Accreditation) -> dict[str, Any]:
    """The figure alone: whoever asks has the words."""
    figure = figure_dict(value)
    figure.pop("printed", None)
    return figure


def _plain(said: Any) -> Any:
    if isinstance(said, Decimal):
        return int(said) if said == said.to_integral_value() else float(said)
    if isinstance(said, tuple):
        return list(said)
    return None if said == "" else said


def sheet(found: dict[str, Any]) -> list[str]:
    """An answer for people: a line for each value, and below it the rule that decided."""
    items = found.get("items", [found])
    lines = []
    for item in items:
        said = [f"{key} {_text(value)}" for key, value in item.items() if key != "why" and value not in (None, [])]
        lines.append(", ".join(said))
        if item.get("why"):
            lines.append(f"    because: {item['why']}")
    return lines or ["nothing of this kind is stated"]


def _text(value: Any) -> str:
    return "/".join(value) if isinstance(value, list) else str(value)
