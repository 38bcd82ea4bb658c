"""A dated, immutable release of a published database: what a researcher downloads, cites and reproduces.

    tuitionary-2026-03-01/
        programs.db       the file as it is served, compacted
        csv/TABLE.csv     one for each table; cells are as db/cells.py says
        parquet/TABLE.parquet
        datapackage.json  Frictionless: every column's meaning, type, unit and allowed values
        CITATION.cff, README.md, CHANGES.md, SHA256SUMS

The same data give the same bytes: nothing in it tells when or where it was made.
"""

import csv
import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import yaml

from db import cells
from db.dictionary import Column, columns
from db.metadata import load
from db.released import changes, readme

AT_ONCE = 50_000
"""Rows that are held in memory."""

LICENCES = [
    {"name": "US-PD", "title": "US government works, public domain",
     "path": "https://www.usa.gov/government-copyright"},
]  # fmt: skip


class NotReleased(Exception):
    """Why no release was made, in one sentence."""


def release(published: Path, folder: Path) -> Path:
    """Write the release of a published database into `folder`; return its own folder, dated by its newest accepted run.

    It is written beside and renamed when it is whole. Raises NotReleased if it is there already or nothing is
    published, sqlite3.Error or OSError if the disk is full.
    """
    if not published.exists():
        raise NotReleased(f"{published} is not there: `tuitionary publish` first")
    with closing(sqlite3.connect(f"file:{published}?mode=ro", uri=True)) as db:
        day = db.execute("select substr(max(ended_at), 1, 10) from runs where status = 'accepted'").fetchone()[0]
        place = folder / f"tuitionary-{day}"
        if place.exists():
            raise NotReleased(f"{place} is there already, and a release is never changed")
        making = folder / f".{place.name}.making"
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        try:
            write(db, published.name, making, day, earlier(folder, day))
            os.replace(making, place)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return place


def earlier(folder: Path, day: str) -> Path | None:
    """The newest release before this day in a folder, None if there is none."""
    found = [path for path in folder.glob("tuitionary-????-??-??") if path.name < f"tuitionary-{day}"]
    return max(found, default=None)


def write(db: sqlite3.Connection, name: str, place: Path, day: str, before: Path | None) -> None:
    """Write every file of a release; the checksums last."""
    db.execute("vacuum into ?", (str(place / name),))
    known = {table: [*own] for table, own in groupby(columns(db), attrgetter("table"))}
    for folder in ("csv", "parquet"):
        (place / folder).mkdir()
    for table, own in known.items():
        write_csv(db, table, own, place / "csv" / f"{table}.csv")
        write_parquet(db, table, own, place / "parquet" / f"{table}.parquet")
    texts = {
        "datapackage.json": json.dumps(datapackage(db, known, day), indent=1, ensure_ascii=False) + "\n",
        "CITATION.cff": yaml.safe_dump(citation(day), sort_keys=False, allow_unicode=True),
        "CHANGES.md": changes.text(db, day, before and before / name),
        "README.md": readme.text(db, name, day),
    }
    for file, text in texts.items():
        (place / file).write_text(text, encoding="utf-8")
    files = sorted(path for path in place.rglob("*") if path.is_file())
    sums = "".join(f"{sha256(path)}  {path.relative_to(place).as_posix()}\n" for path in files)
    (place / "SHA256SUMS").write_text(sums, encoding="utf-8")


def rows(db: sqlite3.Connection, table: str, own: Iterable[Column]):
    """The rows of a table in their order, a batch at a time."""
    cursor = db.execute(f"select {', '.join(f'[{one.name}]' for one in own)} from [{table}] order by rowid")
    while batch := cursor.fetchmany(AT_ONCE):
        yield batch


def write_csv(db: sqlite3.Connection, table: str, own: list[Column], path: Path) -> None:
    """A table as UTF-8, with a line of names."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(one.name for one in own)
        for batch in rows(db, table, own):
            writer.writerows([[*map(cells.write, row)] for row in batch])


def write_parquet(db: sqlite3.Connection, table: str, own: list[Column], path: Path) -> None:
    """A table as Parquet, its columns typed as the dictionary says."""
    import pyarrow as arrow  # only releases need it
    from pyarrow import parquet

    types = {"text": arrow.string(), "integer": arrow.int64(), "number": arrow.float64()}
    fields = [
        arrow.field(one.name, types[one.type], metadata={"description": one.description, "unit": one.unit})
        for one in own
    ]
    schema = arrow.schema(fields)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in rows(db, table, own):
            taken = zip(*batch, strict=True)
            arrays = [arrow.array(values, field.type) for values, field in zip(taken, fields, strict=True)]
            writer.write_table(arrow.table(arrays, schema))


def datapackage(db: sqlite3.Connection, known: dict[str, list[Column]], day: str) -> dict:
    """The Frictionless description of the CSV files."""
    about = dict(db.execute("select table_name, description from dictionary_tables").fetchall())
    sources = db.execute("select title, publisher, homepage from sources order by source").fetchall()
    return {
        "profile": "data-package",
        "name": "tuitionary",
        "title": "Tuitionary",
        "description": " ".join(load("metadata")["description"].split()),
        "version": day,
        "homepage": load("metadata")["about_url"],
        "licenses": LICENCES,
        "sources": [{"title": f"{title}, {publisher}", "path": page} for title, publisher, page in sources],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": table.replace("_", "-"),
                "title": table,
                "description": about[table],
                "path": f"csv/{table}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": schema(db, table, own, known),
            }
            for table, own in known.items()
        ],
    }


def schema(db: sqlite3.Connection, table: str, own: list[Column], known: dict[str, list[Column]]) -> dict:
    """The Table Schema of a table; keys to other tables where every row keeps them."""
    found = {"fields": [field(db, one) for one in own], "missingValues": [""]}
    if keys := [one.name for one in own if one.is_key]:
        found["primaryKey"] = keys
    if held := [one for one in own if one.refers_to and one.refers_to.split(".")[0] in known and holds(db, table, one)]:
        found["foreignKeys"] = [
            {"fields": one.name, "reference": {"resource": to.replace("_", "-"), "fields": column}}
            for one in held
            for to, column in [one.refers_to.split(".")]
        ]
    return found


def field(db: sqlite3.Connection, one: Column) -> dict:
    """A column for Frictionless: cells stand as db/cells.py writes them, and so do its allowed values."""
    found = {"name": one.name, "type": FRICTIONLESS[one.type], "description": one.description}
    if one.unit:
        found["unit"] = one.unit
    if one.vocabulary and one.vocabulary != one.table:
        values = [value for (value,) in db.execute(f"select {one.name} from [{one.table}] group by 1 order by 1")]
        words = [value for value, *_ in db.execute(f"select * from [{one.vocabulary}]")]
        if {value for value in values if value} <= set(words):
            allowed = [cells.write(word) for word in words] + ([cells.MARK] if "" in values else [])
            found["constraints"] = {"enum": allowed}
    return found


FRICTIONLESS = {"text": "string", "integer": "integer", "number": "number"}


def holds(db: sqlite3.Connection, table: str, one: Column) -> bool:
    """Whether every value of a column is a key of the table that it refers to."""
    to, column = one.refers_to.split(".")
    known = f"select [{column}] from [{to}]"
    sql = f"select 1 from [{table}] where [{one.name}] is not null and [{one.name}] not in ({known}) limit 1"
    return db.execute(sql).fetchone() is None


def citation(day: str) -> dict:
    """How to cite the release, Citation File Format 1.2."""
    about = load("metadata")
    return {
        "cff-version": "1.2.0",
        "message": "Please cite the release that you used by its date.",
        "type": "dataset",
        "title": f"{about['title']}: certificate, diploma and associate programs in the United States",
        "authors": [{"name": "Tuitionary"}],
        "version": day,
        "date-released": day,
        "url": about["about_url"],
        "license-url": about["license_url"],
        "abstract": " ".join(about["description"].split()),
    }


def sha256(path: Path) -> str:
    """The hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
