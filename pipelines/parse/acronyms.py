"""Acronyms with and without points: "A.A.S." is AAS, and its points end no sentence."""

import re

_DOTTED = re.compile(r"\b(?:[A-Z]\. ?){1,9}[A-Z]\.(?![A-Za-z])")


def undotted(text: str) -> str:
    """The text with the points, and the spaces, of its acronyms taken out: "U. S." is US."""
    return _DOTTED.sub(lambda match: match[0].replace(".", "").replace(" ", ""), text)
