"""README.md of a release: what it is, how to read it, how to cite it."""

import sqlite3

TEXT = """# Tuitionary, {day}

{programs:,} certificate, diploma and associate programs at {schools:,} schools of the United States: what they cost,
how long they take, who accredits them, where the student must be. Every figure has a receipt (`figures`, `captures`),
and what is unknown is empty, never zero.

| file | what |
|---|---|
| `{name}` | everything, with indexes and full-text search, for SQLite |
| `csv/` | one file for each table |
| `parquet/` | the same, typed |
| `datapackage.json` | every column's meaning, type, unit and allowed values (Frictionless) |
| `CHANGES.md` | what changed since the release before |
| `SHA256SUMS` | `sha256sum -c SHA256SUMS` proves that nothing was lost on the way |

## Read it

```sh
sqlite3 {name} "select state, count(*) from programs group by state"
```

```python
import pandas
programs = pandas.read_parquet("parquet/programs.parquet")
```

```r
programs <- arrow::read_parquet("parquet/programs.parquet")
```

In the CSV files an empty cell is unknown (NULL). A text that is empty, or begins with `=`, `+`, `-`, `@`, a tab, a
carriage return or an apostrophe, has one apostrophe before it, so that no spreadsheet takes it for a formula: take that
one away. Read codes (`unitid`, `cip`, `zip`, `opeid`) as text.

## Cite it

Tuitionary ({year}). Certificate, diploma and associate programs in the United States, release {day}. {about_url}

The federal sources are US government works; facts printed by schools are quoted in at most 300 characters. Prices a
year and prices a program are different columns: say which you quote, of which academic year, and how many programs
state none.
"""


def text(db: sqlite3.Connection, name: str, day: str) -> str:
    """The README of a release of this database, whose file has this name."""
    from db.metadata import load

    programs, schools = db.execute("select count(*), count(distinct unitid) from programs").fetchone()
    return TEXT.format(
        day=day, year=day[:4], programs=programs, schools=schools, name=name, about_url=load("metadata")["about_url"]
    )
