"""The table of accreditors, and the names that lists print for them."""

import csv
from pathlib import Path

import pytest

from pipelines.parse.accreditation import canonical

NAMES = [
    ("Accrediting Commission of Career Schools and Colleges", "ACCSC"),
    (
        "Accreditation Commission for Education in Nursing, Inc. – May 6, 2013  Formerly: National League for Nursing",
        "ACEN",
    ),
    ("American Dental Association, Commission on Dental Accreditation", "CODA"),
    ("Academy of Nutrition and Dietetics, Accreditation Council for Education in Nutrition and Dietetics", "ACEND"),
    ("Association of Theological Schools", "ATS"),
    ("Middle States Commission on Secondary Schools", "MSA-CESS"),
    ("National Association of Schools of Music, Commission on Accreditation", "NASM"),
    ("National Accrediting Commission of Career Arts and Sciences, Inc.", "NACCAS"),
    ("New England Association of Schools and Colleges, Commission on Technical and Career Institutions", "CTCI"),
    ("Southern Association of Colleges and Schools, Commission on Colleges", "SACSCOC"),
    ("Western Association of Schools and Colleges, Accrediting Commission for Community and Junior Colleges", "ACCJC"),
    ("Western Association of Schools and Colleges, Accrediting Commission for Schools", "ACS WASC"),
    ("Missouri State Board of Nursing", "STATE"),
    ("Puerto Rico State Agency for the Approval of Public Postsecondary Vocational Institutions", "STATE"),
    ("U.S. Department of Education", "ED"),
    ("CoARC", "CoARC"),
    ("Council of the Elders", ""),
    ("Friends of the Higher Learning Commission of Atlantis and of its many islands", ""),
    ("", ""),
]


@pytest.mark.parametrize(("name", "acronym"), NAMES)
def test_canonical(name, acronym):
    assert canonical(name) == acronym


def table():
    path = Path(__file__).parents[1] / "db" / "reference" / "accreditors.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_table_is_consistent():
    rows = table()
    acronyms = [row["acronym"] for row in rows]
    assert len(set(acronyms)) == len(acronyms)
    for row in rows:
        assert row["name"], row
        assert row["kind"] in ("accreditor", "credentialing_body", "recognizer", "state"), row
        assert row["level"] in (("",) if row["kind"] == "recognizer" else ("institutional", "programmatic", "both")), (
            row
        )
        assert row["recognized_by"] in ("", "ED", "CHEA", "ED|CHEA"), row
        assert row["kind"] == "accreditor" or "CHEA" not in row["recognized_by"], row
        assert {row["part_of"], row["recommends_to"]} <= {*acronyms, ""}, row
        assert not row["website"] or row["website"].startswith("https://"), row


def test_no_name_stands_for_two_agencies():
    owner = {}
    for row in table():
        for name in {row["acronym"], row["name"], *row["former_names"].split("|"), *row["other_names"].split("|")} - {
            ""
        }:
            assert owner.setdefault(name.lower(), row["acronym"]) == row["acronym"], name


@pytest.mark.parametrize("row", table(), ids=lambda row: row["acronym"])
def test_every_name_of_the_table_is_understood(row):
    acronym = "STATE" if row["kind"] == "state" else row["acronym"]
    for name in (row["acronym"], row["name"], *row["former_names"].split("|"), *row["other_names"].split("|")):
        assert not name or canonical(name) == acronym, name
