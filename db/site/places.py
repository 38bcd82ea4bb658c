"""Words that name a place -> a state, or a point with a distance around it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

import zipcodes

STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
    "AS": "American Samoa", "FM": "Micronesia", "GU": "Guam", "MH": "Marshall Islands", "MP": "Northern Marianas",
    "PR": "Puerto Rico", "PW": "Palau", "VI": "US Virgin Islands",
}  # fmt: skip
CODES = {name.casefold(): code for code, name in STATES.items()} | {"washington dc": "DC", "d.c.": "DC"}
ZIP = re.compile(r"(\d{5})(?:-\d{4})?")
CITY = re.compile(r"([^\W\d][\w .'-]{1,40}?)(?:,\s*|\s+)([A-Za-z]{2}|[A-Za-z. ]{4,20})")


@dataclass(frozen=True)
class Point:
    """Somewhere on the map, by the name that it was asked by and the name that it has."""

    asked: str
    name: str
    latitude: float
    longitude: float


def state(text: str) -> str:
    """The code of a state: Arizona, AZ, az -> AZ; "" if it is none."""
    told = " ".join(text.split())
    return told.upper() if told.upper() in STATES else CODES.get(told.casefold(), "")


@lru_cache(maxsize=4096)
def point(text: str) -> Point | None:
    """A ZIP code or `City, ST` as a point; a city is the middle of its ZIP codes. None if there is no such place."""
    told = " ".join(text.split())
    if zip_code := ZIP.fullmatch(told):
        found = located(zipcodes.similar_to(zip_code[1]))
        return middle(zip_code[1], found) if found else None
    if (city := CITY.fullmatch(told)) and (code := state(city[2])):
        name = re.sub(r"(?i)\bst\.? ", "Saint ", city[1]).replace("-", " ").title()
        found = located(zipcodes.filter_by(city=name, state=code))
        return middle(told, found) if found else None
    return None


def located(records: list[dict]) -> list[dict]:
    """The records that say where they are."""
    return [record for record in records if record["lat"] and record["long"]]


def middle(asked: str, records: list[dict]) -> Point:
    """The middle of some ZIP codes of one city; the median, because a few of them are misplaced."""
    latitude, longitude = (median(float(record[axis]) for record in records) for axis in ("lat", "long"))
    return Point(asked, f"{records[0]['city']}, {records[0]['state']}", latitude, longitude)
