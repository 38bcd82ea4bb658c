"""What maintainers decided about identities: db/reference/overrides.csv, one decision a row.

action      join (listing is of `program`) | split (listing is a program of its own) | correct (`field` is `value`)
source      the source of the listing or provider, and `of` says which of both `key` names: listing | provider
field       of a listing cip or unitid; of a provider unitid
reason, evidence, added_on, expires_on  why, the address that shows it, and two days, YYYY-MM-DD; all are required

A decision ends on its day: schools change, and a decision that nobody renews is a guess.
"""

import csv
import re
from dataclasses import dataclass, fields
from pathlib import Path

REFERENCE = Path(__file__).parent.parent / "db" / "reference" / "overrides.csv"

FIELDS = {"listing": ("cip", "unitid"), "provider": ("unitid",)}
FORMS = {"cip": r"\d\d\.\d{4}", "unitid": r"\w+"}
DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"


class OverrideError(Exception):
    """What is wrong in which line."""


@dataclass(frozen=True, slots=True)
class Override:
    """A decision; the fields are the columns of the file."""

    action: str
    source: str
    of: str
    key: str
    program: str
    field: str
    value: str
    reason: str
    evidence: str
    added_on: str
    expires_on: str


COLUMNS = [field.name for field in fields(Override)]


def read_overrides(path: Path = REFERENCE) -> list[Override]:
    """All decisions, expired ones too. Raises OverrideError, which names the line, before any of them counts."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if rows.fieldnames != COLUMNS:
            raise OverrideError(f"{path.name}, line 1: the columns must be {', '.join(COLUMNS)}")
        found: dict[tuple[str, ...], Override] = {}
        for row in rows:
            wrong = what_is_wrong(row)
            what = (row["source"], row["of"], row["key"], row["field"])
            if not wrong and what in found:
                wrong = f"{row['of']} {row['key']!r} of {row['source']} is decided twice"
            if wrong:
                raise OverrideError(f"{path.name}, line {rows.line_num}: {wrong}")
            found[what] = Override(**row)
    return list(found.values())


def what_is_wrong(row: dict[str, str]) -> str:
    """Why a row is no decision, "" if it is one."""
    if None in row or None in row.values():
        return f"expected {len(COLUMNS)} columns"
    for column in ("source", "key", "reason", "evidence"):
        if not row[column].strip():
            return f"{column} is missing"
    for column in ("added_on", "expires_on"):
        if not re.fullmatch(DAY, row[column]):
            return f"{column} is no day, YYYY-MM-DD: {row[column]!r}"
    if row["expires_on"] <= row["added_on"]:
        return "expires_on is not after added_on"
    if row["of"] not in FIELDS:
        return f"of is neither listing nor provider: {row['of']!r}"
    match row["action"]:
        case "join" | "split" if row["of"] != "listing":
            return "only a listing is joined or split"
        case "join":
            return "" if row["program"] else "program is missing: what is the listing joined with?"
        case "split":
            return "a listing that is split has no program" if row["program"] else ""
        case "correct" if row["field"] not in FIELDS[row["of"]]:
            return f"field of a {row['of']} is one of {', '.join(FIELDS[row['of']])}: {row['field']!r}"
        case "correct":
            right = re.fullmatch(FORMS[row["field"]], row["value"])
            return "" if right else f"value is no {row['field']}: {row['value']!r}"
    return f"action is none of join, split, correct: {row['action']!r}"
