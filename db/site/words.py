"""Values -> the words that stand on pages. Unknown is said, never shown as zero or as nothing."""

import re
from urllib.parse import urlsplit

from markupsafe import Markup

DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f]")
LONGEST = 300


def plain(value):
    """Text without control characters and marks that turn its direction, and not longer than a paragraph."""
    if value is None:
        return ""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    text = value if value.isprintable() else DIRECTION_MARKS.sub("", value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def count(number: int) -> str:
    """1234 -> 1,234"""
    return f"{number:,}"


def plural(number: int, one: str, many: str = "") -> str:
    """1, program -> 1 program; 2,345, program -> 2,345 programs"""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def money(amount: float) -> str:
    """13543 -> $13,543; 1234.5 -> $1,234.50; 0 -> $0"""
    return f"${amount:,.0f}" if amount == int(amount) else f"${amount:,.2f}"


def number(amount: float) -> str:
    """9.0 -> 9; 8.25 -> 8.25; 8.333 -> 8.3"""
    return f"{amount:,.2f}".rstrip("0").rstrip(".") if round(amount * 4) == amount * 4 else f"{amount:,.1f}"


def span(low: float, high: float | None, say=number) -> str:
    """9, 9 -> 9; 9, 12 -> 9 to 12; 9, None -> 9 or more"""
    if high is None:
        return f"{say(low)} or more"
    return say(low) if low == high else f"{say(low)} to {say(high)}"


def weblink(text: str | None) -> str | None:
    """An address that a link may lead to, None unless it is http or https and names a host."""
    try:
        parts = urlsplit(text or "")
        return text if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


AWARDS = {"certificate": "Certificate", "diploma": "Diploma", "associate": "Associate degree", "other": "Another award",
          "multiple": "Several awards", "unknown": "Award not established"}  # fmt: skip
DELIVERIES = {"online": "Online", "never": "I can never go to campus", "hybrid": "Hybrid: partly in person",
              "in_person": "On campus", "multiple": "A choice of modes", "unknown": "Not published"}  # fmt: skip
CONTROLS = {"public": "Public", "nonprofit": "Private, not for profit", "for_profit": "Private, for profit",
            "unknown": "Not told"}  # fmt: skip
STANDINGS = {
    "accredited": "Accredited",
    "warning": "Accredited, with a warning",
    "probation": "Accredited, on probation",
    "show_cause": "Accredited, asked to show cause",
    "candidate": "Candidate, not accredited",
    "approved": "Approved by a state",
    "contradicted": "Claimed, but the list says no",
    "claimed": "Claimed by the school",
    "seeking": "Seeking, not accredited",
    "denied": "Denied",
    "ended": "Ended",
    "none": "None, says the school",
    "not_listed": "Not on the agency's list",
    "not_checked": "Not established",
}
SCHOOL_STATUSES = {"closed": "This school has closed", "merged": "This school became part of another one",
                   "inactive": "This school is inactive",
                   "not_listed": "Its registry does not list this school any more"}  # fmt: skip
RESIDENCIES = {"in_state": "for residents of the state", "in_district": "for residents of the college's district",
               "out_of_state": "for residents of other states"}  # fmt: skip
UNITS = {"hours": "clock hour"}


def label(words: dict[str, str], value: str) -> str:
    """The words for a value of a vocabulary; one that has none says itself."""
    return words.get(value, value.replace("_", " ").capitalize())


def whole_price(program) -> str | None:
    """The price from start to finish as it is printed: $13,543; $6,000 to $7,200; at least $4,000; $0 (free)."""
    low, high = program["price_total_min"], program["price_total_max"]
    if low is None:
        return None
    if low == high == 0:
        return "$0 (free)"
    amount = span(low, high if high is not None else low, money)
    return amount if program["price_is_complete"] else f"at least {money(low)}"


def price(amount: float) -> str:
    """13543 -> $13,543; 0 -> $0 (free)"""
    return money(amount) if amount else "$0 (free)"


def covered(program) -> str:
    """What the price covers: tuition, fees, books"""
    covers = program["price_covers"]
    if covers in ("", "total"):
        return "the whole price as printed"
    return "tuition only" if covers == "tuition" else covers


def price_scope(program) -> str:
    """What the price covers, for whom and when: tuition, fees, books; for residents of the state; 2020-21"""
    whom = RESIDENCIES.get(program["price_residency"], "")
    if not whom and program["control"] == "public":
        whom = "for whom is not said"
    return "; ".join(part for part in (covered(program), whom, program["price_year"]) if part)


def length(program, stated) -> str:
    """The length as printed, in its own units, else what the award level implies.

    `stated`: rows (value_min, value_max, unit) of the published lengths of the whole program.
    """
    told = dict.fromkeys(
        f"{span(row['value_min'], row['value_max'])} {UNITS.get(row['unit'], row['unit'].removesuffix('s'))}"
        f"{'' if row['value_min'] == row['value_max'] == 1 else 's'}"
        for row in sorted(stated, key=lambda row: UNIT_ORDER.find(row["unit"]))
        if row["value_min"] is not None
    )
    low, high = program["months_min"], program["months_max"]
    if program["length_status"] == "implied" and high is not None:
        if low is None:
            return f"up to {number(high)} months, as its award level implies"
        return f"{span(low, high)} months, as its award level implies"
    if low is not None and not any(words.endswith(("month", "months")) for words in told):
        told[f"about {span(low, high)} months"] = None
    return ", ".join(told) or "length not published"


UNIT_ORDER = "months years terms weeks days hours credits"


def delivery(program) -> str:
    """Where the student must be, with what must be done in person, and who says so."""
    told = label(DELIVERIES, program["delivery"])
    if program["delivery"] == "unknown":
        return "Where you must be is not published"
    in_person = f"; in person: {program['in_person']}" if program["in_person"] else ""
    source = " (the school says so of all its programs)" if program["delivery_status"] == "implied" else ""
    return f"{told}{in_person}{source}"


def award(program) -> str:
    """The award, with the words that the school prints for it: Associate degree (AAS)"""
    told = label(AWARDS, program["award"])
    printed = program["award_printed"]
    return f"{told} ({printed})" if printed and printed.casefold() != told.casefold() else told


def standing(whose: str, program, prefix: str) -> str:
    """The accreditation of the school (prefix `institution`) or the program: School accredited (HLC)"""
    value = program[f"{prefix}_accreditation"]
    by = ", ".join(name.strip() for name in program[f"{prefix}_accreditor"].split(","))
    told = label(STANDINGS, value)
    if value == "accredited" and by:
        return f"{whose.capitalize()} accredited ({by})"
    told = f"{told[0].lower()}{told[1:]}"
    return f"{whose.capitalize()} accreditation: {told}{f' ({by})' if by and value != 'not_checked' else ''}"


FILTERS = {"count": count, "plural": plural, "money": money, "number": number, "weblink": weblink}
