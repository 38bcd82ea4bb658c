"""Words for lengths, proofs and openings, where a page shows them one by one. Pure."""

from markupsafe import Markup, escape

from db.site import words

OPENINGS = {"opens": "Opens", "does_not_open": "Does not open", "not_established": "Not established"}
CONFIDENCES = {"official": "Read on the issuer's page or in the law", "secondary": "Read on somebody else's page",
               "unverified": "General knowledge that nobody checked"}  # fmt: skip
ROUTES = {"program": "Through a program", "open": "Open to all", "experience": "Through work",
          "credential": "Through another credential", "military": "Through the armed forces",
          "foreign": "Through a program abroad", "other": "Another way"}  # fmt: skip
UNSETTLED = "settles nothing: it does not cover this accreditor, or does not show the school by its number: no “no”."
UNTOLD = {"unparsed": "Printed, but not understood", "suppressed": "Withheld by the publisher"}
ONE = {"hours": "clock hour"}


def length(figure) -> str:
    """9 months, full-time; up to 24 months; 64 semester credits; 160 clock hours (of a part)"""
    low, high = figure["value_min"], figure["value_max"]
    told = f"up to {words.number(high)}" if low is None else words.span(low, high)
    kind = figure["basis"] if figure["unit"] in ("credits", "terms") and figure["basis"] not in (None, "") else ""
    unit = ONE.get(figure["unit"], figure["unit"].removesuffix("s")) + ("" if low == high == 1 else "s")
    part = f"(of a part: {figure['what'] or 'not the whole program'})" if figure["component"] == "component" else ""
    told = " ".join(piece for piece in (told, kind, unit, part) if piece)
    return f"{told}, {figure['pace']}" if figure["pace"] else told


def untold(status: str) -> str:
    """Why a value is not shown, by its status."""
    return UNTOLD.get(status, "Not published")


def price(program) -> str:
    """The whole price, or why there is none."""
    told = words.whole_price(program)
    return untold(program["price_status"]) if told is None else told


def months(program) -> str:
    """9; 9 to 12; 12 to 24, as the award level implies; or why there is none."""
    low, high, status = program["months_min"], program["months_max"], program["length_status"]
    if low is None and high is None:
        return untold(status)
    told = f"up to {words.number(high)}" if low is None else words.span(low, high)
    if status == "implied":
        return f"{told}, as its award level implies"
    return f"{told}; sources differ" if status == "conflicting" else told


def delivery(program) -> str:
    """Where the student must be, alone in its cell."""
    return "Not published" if program["delivery"] == "unknown" else words.delivery(program)


def standing(value: str) -> str:
    """The words for a rung of the ladder of proof."""
    return words.label(words.STANDINGS, value)


def listed(proof) -> str:
    """What the government's list says of a program or school, as the end of a sentence."""
    if proof["listed"] == "not_checked":
        return UNSETTLED
    if proof["listed"] == "not_listed":
        return "was read in full and does not name it."
    dates = (("since", "began_on"), ("next review", "review_on"), ("ended", "ended_on"))
    told = [f"{word} {proof[column]}" for word, column in dates if proof[column]]
    return f"says: {'; '.join([standing(proof['listed']).lower(), *told])}."


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def whole(text: str) -> Markup:
    """A long text of a source that we trust to end, without the cut that `words.plain` makes; still only text."""
    return Markup(escape(words.DIRECTION_MARKS.sub("", text)))
