"""Reads what IPEDS tables state, printed as `VARIABLE=code` pairs: "CHG1PY3=11040", "CIPLGTH1=900 PRGMSR1=1".

The meaning of a variable is NCES's (the data dictionaries of HD, IC, IC_AY, IC_PY, C_A and C_DEP); the tables below say
it in this project's terms.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from pipelines.parse.values import Award, Context, Delivery, Length, Price

IMPLIED = "the band that the award level's definition implies"
ALL_BY_DISTANCE = "the school says that all its programs are by distance"
NONE_BY_DISTANCE = "the school says that it offers undergraduates no distance education"
OF_THE_SCHOOL = {ALL_BY_DISTANCE, NONE_BY_DISTANCE}
"""Reasons of a mode that is the whole school's answer: it is implied for each of its programs, not stated."""

PAIR = re.compile(r"([A-Z]\w*)=(\S+)")

RESIDENCIES = {"1": "in_district", "2": "in_state", "3": "out_of_state"}

PRICES: dict[str, tuple[str, str, str]] = {
    "CHG1PY3": ("tuition_and_fees", "program", "not_stated"),
    "CHG4PY3": ("books", "program", "not_stated"),
    "CHG4AY3": ("books", "year", "any"),
}
"""Variable -> component, basis, residency. IPEDS states books and supplies as one amount.

CIPTUIT1 and CIPSUPP1 are absent on purpose: the price of an institution's largest program is CHG1PY3.
"""
for slot in "23456":
    PRICES[f"CIPTUIT{slot}"] = PRICES["CHG1PY3"]
    PRICES[f"CIPSUPP{slot}"] = PRICES["CHG4PY3"]
for digit, residency in RESIDENCIES.items():
    PRICES[f"CHG{digit}AY3"] = ("tuition_and_fees", "year", residency)
    PRICES[f"CHG{digit}AT3"] = ("tuition", "year", residency)
    PRICES[f"CHG{digit}AF3"] = ("fees", "year", residency)
    PRICES[f"HRCHG{digit}"] = ("tuition", "credit", residency)


@dataclass(frozen=True, slots=True)
class AwardLevel:
    """An IPEDS award level and the time that its definition implies, in months; see db/reference/award_levels.csv."""

    award: str
    months_min: Decimal | None
    months_max: Decimal | None


TWELVE_WEEKS = Decimal("2.8")
AWARD_LEVELS = {
    20: AwardLevel("certificate", None, TWELVE_WEEKS),
    21: AwardLevel("certificate", TWELVE_WEEKS, Decimal(12)),
    2: AwardLevel("certificate", Decimal(12), Decimal(24)),
    4: AwardLevel("certificate", Decimal(24), Decimal(48)),
    3: AwardLevel("associate", Decimal(24), Decimal(48)),
}


def prices(words: str, context: Context = Context()) -> list[Price]:
    """Prices that IC_PY (per program) and IC_AY (per year or credit, by residency) state; none for other variables."""
    return [
        Price(Decimal(code), Decimal(code), basis, component, residency, printed=f"{variable}={code}")
        for variable, code in PAIR.findall(words)
        if variable in PRICES
        for component, basis, residency in [PRICES[variable]]
    ]


def lengths(words: str, context: Context = Context()) -> list[Length]:
    """Lengths of a program: clock hours or credits by PRGMSR, months of full-time study, weeks.

    AWLEVEL gives the band of months that the award level's definition implies: never a length that the school stated.
    """
    if level := _award_level(words):
        return [Length(level.months_min, level.months_max, "months", pace="full-time", printed=words, why=IMPLIED)]
    codes = {variable.rstrip("123456"): code for variable, code in PAIR.findall(words)}
    found = []
    for variable, unit, pace in (
        ("CIPLGTH", {"1": "hours", "2": "credits"}.get(codes.get("PRGMSR", "")), ""),
        ("MTHCMP", "months", "full-time"),
        ("WKCMP", "weeks", "full-time"),
    ):
        value = Decimal(codes.get(variable, "0"))
        if unit and value > 0:
            found.append(Length(value, value, unit, pace=pace, printed=words))
    return found


def award(words: str, context: Context = Context()) -> Award:
    """The award that AWLEVEL stands for."""
    level = _award_level(words)
    return Award(level.award if level else "unknown", printed=words)


def _award_level(words: str) -> AwardLevel | None:
    codes = dict(PAIR.findall(words))
    return AWARD_LEVELS.get(int(codes["AWLEVEL"])) if "AWLEVEL" in codes else None


def delivery(words: str, context: Context = Context()) -> Delivery:
    """How a program (C_DEP: …DE all, …DES some of them wholly by distance) or a whole school (IC) is taught.

    IC speaks of the institution: only "all programs" (DISTNCED=1) and "no undergraduate distance education"
    (DSTNUGN=1) say something of each of its programs.
    """
    codes = dict(PAIR.findall(words))
    level = next((name for name in codes if name.startswith("P") and f"{name}DE" in codes), None)
    if level:
        offered, wholly, some = (float(codes.get(level + suffix, "0") or 0) for suffix in ("", "DE", "DES"))
        if wholly and wholly >= offered:
            return Delivery(
                "online", printed=words, why="every program of this field and level can be done by distance"
            )
        if wholly or some:
            return Delivery("multiple", printed=words, why="some of these programs can be done wholly by distance")
        return Delivery("unknown", ("some part",), printed=words, why="none can be done wholly by distance")
    if codes.get("DISTNCED") == "1":
        return Delivery("online", printed=words, why=ALL_BY_DISTANCE)
    if codes.get("DSTNUGN") == "1":
        return Delivery("in_person", printed=words, why=NONE_BY_DISTANCE)
    return Delivery("unknown", printed=words, why="the school answers for the whole institution only")
