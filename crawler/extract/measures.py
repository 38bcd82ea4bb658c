"""How durations are printed: patterns that find them, or tell that a line is nothing else."""

import re

_NUMBER = (
    r"(?:\d[\d,.]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|eighteen|twenty|twenty-four|thirty|thirty-six|forty)\b)"
)
_UNIT = (
    r"(?:weeks?|wks?|months?|mos?|years?|yrs?|days?|semesters?|quarters?|terms?|credits?|hours?|hrs?|units?"
    r"|(?:total|clock|contact|credit|semester|quarter|training|classroom|class|course|instructional)[\s-](?:credits?|hours?|hrs?|units?))\b"
)
MEASURE = rf"{_NUMBER}(?:[\s-]*(?:to|or|–|-|and)[\s-]*{_NUMBER})?[\s-]*{_UNIT}\.?"
NUMBERED = re.compile(rf"(\d[\d,.]*)[\s-]*({_UNIT})", re.I)
"""The numbers in digits, each with its unit."""
DURATION = re.compile(rf"\b{MEASURE}", re.I)
_APART = r"\s*(?:[|,/•·&+()–-]|\bor\b|\band\b|\bover\b|\bin\b)\s*"
ALONE = re.compile(
    rf"\(?(?:approx(?:imately|\.)? |about |total )?{MEASURE}(?:{_APART}\(?{MEASURE})*\)?"
    r"(?: (?:total|program|course|in length|full[- ]time|part[- ]time|day|evening|long))?\)?",
    re.I,
)
"""Nothing but durations: "90 Hours | 4-6 Weeks"."""
PACED = re.compile(
    rf"(?:full[- ]time|part[- ]time|day|evening|weekend)s?(?: program| class(?:es)?| course| schedule)?\s*[(:–-]?\s*"
    rf"(?:in |takes )?{MEASURE}\)?",
    re.I,
)
"""A pace and its duration: "Full Time (7 weeks)"."""
