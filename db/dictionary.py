"""The data dictionary: what every published table and column means. Written into the file itself, so that who has the
file has its meaning; the descriptions stand in db/site/columns.yml and metadata.yml alone.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from db.metadata import describe, load

VOCABULARY = re.compile(r"\bsee (vocab_\w+)")
UNITS = {
    "price_total_min": "US dollars", "price_total_max": "US dollars", "year_price_in_district": "US dollars a year",
    "year_price_in_state": "US dollars a year", "year_price_out_of_state": "US dollars a year",
    "credit_price_in_district": "US dollars a credit", "credit_price_in_state": "US dollars a credit",
    "credit_price_out_of_state": "US dollars a credit", "year_books": "US dollars a year", "months_min": "months",
    "months_max": "months", "clock_hours": "clock hours", "credits": "credits", "latitude": "degrees",
    "longitude": "degrees", "annual_p10": "US dollars a year", "annual_p25": "US dollars a year",
    "annual_median": "US dollars a year", "annual_p75": "US dollars a year", "annual_p90": "US dollars a year",
    "annual_mean": "US dollars a year", "hourly_median": "US dollars an hour", "change_percent": "percent",
    "projection_annual_median": "US dollars a year", "employment_from": "persons",
    "employment_to": "persons", "openings_per_year": "persons", "employment": "persons",
    "bytes": "bytes", "cadence_days": "days", "completions": "awards a year",
}  # fmt: skip
"""Columns that are measured in a unit of their own; figures carry theirs in the column `unit`."""

KEYS = {
    "unitid": "a school, by its IPEDS number",
    "opeid": "a school, by its number of the Office of Postsecondary Education",
    "cip": "a field of study, by its CIP 2020 code",
    "awlevel": "a level of award, as IPEDS numbers them",
    "soc": "an occupation, by its SOC code",
    "state": "a state or territory, by its postal code",
    "zip": "a place, by its ZIP code",
}
"""Columns by which tables join one another, and data from elsewhere."""

TABLES = """select name from sqlite_master where type = 'table' and name not like 'sqlite_%'
    and name not like '%\\_fts%' escape '\\' and name not like '%\\_fts' escape '\\' order by name"""

SCHEMA = """
create table dictionary_tables (table_name text primary key, description text, row_count integer);
create table dictionary_columns (
    table_name text references dictionary_tables(table_name), column_name text, type text, unit text, description text,
    vocabulary text, refers_to text, joins text, filled integer, primary key (table_name, column_name)
);
"""


@dataclass(frozen=True)
class Column:
    """A published column. type: text | integer | number; vocabulary: the table of its values; refers_to: table.column
    of which its values are keys; joins: the key that it is (see KEYS); "" where there is none."""

    table: str
    name: str
    type: str
    unit: str
    description: str
    vocabulary: str
    refers_to: str
    joins: str
    is_key: bool


def tables(db: sqlite3.Connection) -> list[str]:
    """The published tables, without those of the search index."""
    return [name for (name,) in db.execute(TABLES).fetchall()]


def columns(db: sqlite3.Connection) -> Iterator[Column]:
    """Every column of every published table. Raises KeyError naming one that has no description."""
    described = load("columns")
    for table in tables(db):
        refers = {row[3]: f"{row[2]}.{row[4] or row[3]}" for row in db.execute(f"pragma foreign_key_list([{table}])")}
        for _, name, declared, _, _, key in db.execute(f"pragma table_info([{table}])").fetchall():
            words = describe(described, table, [name])[name]
            found = VOCABULARY.search(words)
            yield Column(
                table, name, TYPES.get(declared.lower(), "text"), UNITS.get(name, ""), words,
                found[1] if found else "", refers.get(name, ""), name if name in KEYS else "", bool(key),
            )  # fmt: skip


TYPES = {"integer": "integer", "real": "number", "numeric": "number", "float": "number"}


def write(db: sqlite3.Connection) -> None:
    """Write the dictionary of a published database into it, with how many rows and filled cells there are."""
    db.executescript(SCHEMA)
    titles = load("metadata")["tables"]
    known = [*columns(db)]
    for table in tables(db):
        own = [one for one in known if one.table == table]
        counts = ", ".join(f"sum([{one.name}] != '')" for one in own)
        rows, *filled = db.execute(f"select count(*), {counts} from [{table}]").fetchone()
        about = titles[table]
        words = about.get("description") or re.sub(r"<[^>]+>", "", about.get("description_html", ""))
        db.execute("insert into dictionary_tables values (?, ?, ?)", (table, words, rows))
        db.executemany(
            "insert into dictionary_columns values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    table,
                    one.name,
                    one.type,
                    one.unit,
                    one.description,
                    one.vocabulary,
                    one.refers_to,
                    one.joins,
                    cells or 0,
                )
                for one, cells in zip(own, filled, strict=True)
            ],
        )
