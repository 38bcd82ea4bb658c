"""Reads the dates that federal files print."""

from datetime import datetime
from functools import lru_cache

FORMATS = ("%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y", "%Y-%m-%d")


@lru_cache(maxsize=65536)
def iso_date(text: str) -> str:
    """ "2018-01-26" for "1/26/2018 12:00:00 AM" or "01/26/2018"; "" if the text is no date."""
    for pattern in FORMATS:
        try:
            return datetime.strptime(text.strip(), pattern).date().isoformat()
        except ValueError:
            continue
    return ""
