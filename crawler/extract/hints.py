"""Which lines may state which kind of fact: a first look at all of them, which spares most of them every pattern."""

from __future__ import annotations

from functools import lru_cache

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


def of(text: str) -> frozenset[str]:
    """The kinds of fact that a line may state. A site repeats its lines, so those of a usual length are kept."""
    return _of(text) if len(text) <= USUAL else _of.__wrapped__(text)


USUAL = 1_000
"""Characters."""


@lru_cache(maxsize=8192)
def _of(text: str) -> frozenset[str]:
    lower = text.lower()
    return frozenset(kind for kind, hints in HINTS.items() if any(map(lower.__contains__, hints)))
