"""A release: whole, described, the same bytes from the same data, harmless in a spreadsheet, and nothing lost in it."""

import csv
import json
import shutil
import sqlite3
import subprocess
from contextlib import closing

import pytest
import yaml
from conftest import Home
from directory import Directory, offer, page
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from db import cells
from db.dictionary import columns, tables
from db.release import NotReleased, release

HOSTILE = ["=cmd|' /C calc'!A0", "+1 555", "-2+3", "@SUM(A1)", "\t=1", "'quoted'", 'plain, with "quotes"\r\nand lines']


@pytest.fixture(scope="module")
def released(demo_home, tmp_path_factory):
    """The demo's release."""
    return release(demo_home.folder / "demo.db", tmp_path_factory.mktemp("releases"))


def bytes_of(place):
    return {path.relative_to(place): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def test_it_is_dated_by_its_data_and_whole(released, demo_home):
    newest = "select substr(max(ended_at), 1, 10) from runs where status = 'accepted'"
    assert released.name == f"tuitionary-{demo_home.value(newest, database='demo.db')}"
    assert {path.name for path in released.iterdir()} == {
        "demo.db", "csv", "parquet", "datapackage.json", "CITATION.cff", "README.md", "CHANGES.md", "SHA256SUMS",
    }  # fmt: skip
    with closing(sqlite3.connect(released / "demo.db")) as db:
        named = {*tables(db)}
    for folder in ("csv", "parquet"):
        assert {path.name for path in (released / folder).iterdir()} == {f"{name}.{folder}" for name in named}
    assert subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=released).returncode == 0


def test_the_same_data_give_the_same_bytes(released, demo_home, tmp_path):
    assert bytes_of(release(demo_home.folder / "demo.db", tmp_path / "again")) == bytes_of(released)
    copy = Home(shutil.copytree(demo_home.folder, tmp_path / "home"))
    assert copy.run("publish").returncode == 0, "published anew from the same collected data"
    assert bytes_of(release(copy.folder / "demo.db", tmp_path / "anew")) == bytes_of(released)


def test_it_is_never_changed(released, demo_home):
    with pytest.raises(NotReleased, match="is there already, and a release is never changed"):
        release(demo_home.folder / "demo.db", released.parent)


def test_frictionless_finds_it_valid(released):
    report = Package(str(released / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:5]


def test_every_column_is_described_with_its_unit_and_its_values(released):
    package = json.loads((released / "datapackage.json").read_text())
    fields = {(one["title"], field["name"]): field for one in package["resources"] for field in one["schema"]["fields"]}
    assert all(field["description"] for field in fields.values())
    assert fields["programs", "price_total_max"]["unit"] == "US dollars"
    assert "hybrid" in fields["programs", "delivery"]["constraints"]["enum"]
    keys = {one["title"]: one["schema"].get("primaryKey") for one in package["resources"]}
    assert keys["programs"] == ["id"]
    assert keys["program_openings"] == ["program_id", "credential"]


def test_csv_and_parquet_hold_what_the_database_holds(released):
    with closing(sqlite3.connect(released / "demo.db")) as db:
        types = {}
        for one in columns(db):
            types.setdefault(one.table, []).append(one.type)
        for table, own in types.items():
            stored = db.execute(f"select * from [{table}] order by rowid").fetchall()
            with (released / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
                _, *lines = csv.reader(file)
            read = [tuple(cells.read(cell, type) for cell, type in zip(line, own, strict=True)) for line in lines]
            assert read == stored, table
            rows = parquet.read_table(released / "parquet" / f"{table}.parquet").to_pylist()
            assert [tuple(row.values()) for row in rows] == stored, table


def test_the_citation_has_what_the_format_asks_for(released):
    said = yaml.safe_load((released / "CITATION.cff").read_text())
    assert {"cff-version", "message", "title", "authors"} <= said.keys()
    assert str(said["date-released"]) == released.name.removeprefix("tuitionary-")


@given(st.one_of(st.none(), st.text(), st.sampled_from(HOSTILE)))
def test_a_text_comes_back_as_it_was(value):
    assert cells.read(cells.write(value), "text") == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back_as_it_was(value):
    assert cells.read(str(cells.write(value)), "number") == value


def test_no_cell_is_a_formula_and_longitudes_stay_numbers(tmp_path):
    directory = Directory(tmp_path)
    directory.registry(offer(21))
    directory.crawl("al_alder", *(page(f"/{n}", name=name, price=900) for n, name in enumerate(HOSTILE)))
    directory.publish()
    place = release(directory.published, tmp_path)
    with (place / "csv" / "listings.csv").open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file) if row["source"] == "al_alder"]
    assert [name.removeprefix("'") for name in names] == HOSTILE
    assert not any(name.startswith(("=", "+", "-", "@", "\t")) for name in names)
    assert cells.write(-86.5) == -86.5


def test_changes_since_the_release_before(tmp_path):
    directory = Directory(tmp_path)
    directory.registry(offer(21), on="2026-03-01")
    kept = [page(f"/{n}", name=f"Welding {n}", cip="48.0508", price=1000 + n) for n in range(8)]
    directory.crawl("al_alder", *kept, page("/old", name="Nurse Aide", cip="51.3902", price=900), on="2026-03-01")
    directory.publish()
    first = release(directory.published, tmp_path)
    assert "This is the first release here" in (first / "CHANGES.md").read_text()
    kept[0] = page("/0", name="Welding 0", cip="48.0508", price=1100)
    directory.crawl("al_alder", *kept, page("/new", name="Phlebotomy", cip="51.1009", price=700), on="2026-04-01")
    directory.publish()
    said = (release(directory.published, tmp_path) / "CHANGES.md").read_text()
    assert "Since 2026-03-01." in said
    assert "## New programs: 1\n\n- Phlebotomy, Alder Career Institute, AL" in said
    assert "## Gone programs: 1\n\n- Nurse Aide, Alder Career Institute, AL" in said
    assert "## Another price: 1\n" in said
    assert "1000 1000 published -> 1100 1100 published" in said
    assert "| al_alder | 9 | 9 |" in said


def test_by_the_command_line(demo_home, tmp_path):
    made = demo_home.run("release", "--demo", "--to", tmp_path)
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith(str(tmp_path / "tuitionary-"))
    again = demo_home.run("release", "--demo", "--to", tmp_path)
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    nothing = Home(tmp_path / "empty").run("release")
    assert nothing.stderr.endswith("programs.db is not there: `tuitionary publish` first\n")
