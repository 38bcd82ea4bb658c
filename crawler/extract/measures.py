"""How durations are printed: patterns that find them, or tell that a line is nothing else."""

import re

_NUMBER = (
    r"(?:\d[\d,.]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|eighteen|twenty|twenty-four|thirty|thirty-six|forty)\b)"
)
_UNIT = (
    r"(?:weeks?|wks?|months?|mos?|years?|yrs?|days?|semesters?|quarters?|terms?|credits?|hours?|hrs?|units?"
    r"|(?:total|clock|contact|credit|semester|quarter|training|classroom|class)[\s-](?:credits?|hours?|hrs?|units?))\b"
)
UNITS = (
    "week",
    "month",
    "hour",
    "hr",
    "year",
    " day",
    "-day",
    "semester",
    "credit",
    "quarter",
    " term",
    "-term",
    " unit",
)
"""What stands in every lower-case text that holds a duration."""
MODES = ("online", "hybrid", "blended", "hyflex", "campus", "in-person", "in person", "on-site", "on site", "onsite")
MODES += ("distance", "remote", "virtual", "face-to-face", "face to face")
"""What stands in every lower-case text that names a mode of teaching."""
MEASURE = rf"{_NUMBER}(?:[\s-]*(?:to|or|–|-|and)[\s-]*{_NUMBER})?[\s-]*{_UNIT}\.?"
DURATION = re.compile(rf"\b{MEASURE}", re.I)
_APART = r"\s*(?:[|,/•·&+()–-]|\bor\b|\band\b|\bover\b|\bin\b)\s*"
ALONE = re.compile(
    rf"\(?(?:approx(?:imately|\.)? |about |total )?{MEASURE}(?:{_APART}\(?{MEASURE})*\)?"
    r"(?: (?:total|program|course|in length|full[- ]time|part[- ]time|day|evening|long))?\)?",
    re.I,
)
"""Nothing but durations: "90 Hours | 4-6 Weeks"."""
PACED = re.compile(
    rf"(?:full|part)[- ]time (?:program |class |course |schedule )?[(:–-]?\s*(?:in |takes )?{MEASURE}\)?", re.I
)
"""A pace and its duration: "Full Time (7 weeks)"."""
