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
    text = DIRECTION_MARKS.sub("", value)
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


FILTERS = {"count": count, "plural": plural, "money": money, "number": number, "weblink": weblink}
