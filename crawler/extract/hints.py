"""Which lines may state which kind of fact: a first look at all of them, which spares most of them every pattern."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from crawler.extract.outline import Line
from crawler.extract.words import listed

HINTS = {
    "price": ["$"],
    "length": [
        *listed("week, month, hour, hr, year, semester, credit, quarter, -day, -term"),
        " day",
        " term",
        " unit",
    ],
    "delivery": listed("""online, hybrid, blended, hyflex, campus, person, on-site, on site, onsite, distance, remote
        virtual, face"""),
    "award": listed("certificate, diploma, associate, degree, .s, aas, aos"),
    "accreditation": listed("accredit, approv, licensed, recognized"),
    "cip": ["cip"],
}
"""Of each kind, the lower-case texts of which one stands in every line that states it."""


def of(lines: Sequence[Line]) -> list[set[str]]:
    """The kinds of fact that each line may state."""
    lower = [line.text.lower() for line in lines]
    text = "\n".join(lower)
    starts = [0, *accumulate(len(line) + 1 for line in lower)]
    found: list[set[str]] = [set() for _ in lines]
    for kind, hints in HINTS.items():
        for hint in hints:
            at = text.find(hint)
            while at >= 0:
                place = bisect_right(starts, at) - 1
                found[place].add(kind)
                at = text.find(hint, starts[place + 1])
    return found
