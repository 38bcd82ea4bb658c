"""Reads fields of study: CIP codes as printed, and the code that a program's title suggests."""

import csv
import re
from functools import cache
from importlib.resources import files

FIELDS = files("db") / "reference" / "fields.csv"

CODE = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,4})(?![\d.])")


def code(text: str) -> tuple[str, bool]:
    """A six-digit CIP code as "NN.NNNN", and whether padding had to repair it; ("", False) if the text prints none.

    A spreadsheet takes zeros from both ends: 1.0504 was 01.0504, 51.092 was 51.0920. Nothing but padding is tried.
    """
    match = CODE.search(text)
    if not match:
        return "", False
    padded = f"{match[1]:0>2}.{match[2]:0<4}"
    return padded, padded != match[0]


def suggested(title: str) -> str:
    """The CIP of the longest name of db/reference/fields.csv in the title, "" if none: never more than a hint."""
    title = f" {' '.join(re.findall(r'[a-z]+', title.lower().replace('&', ' and ')))} "
    return next((cip for name, cip in _fields() if name in title), "")


@cache
def _fields() -> list[tuple[str, str]]:
    """Names with a space around each, the longest first."""
    with FIELDS.open(encoding="utf-8", newline="") as file:
        rows = [(f" {row['name']} ", row["cip"]) for row in csv.DictReader(file)]
    return sorted(rows, key=lambda row: -len(row[0]))
