"""DAPIP: records, actions and dates, and that no person stands in anything that is stored."""

import gzip
from types import SimpleNamespace

import pytest
from federal import ACTIONS, CAMPUSES, DAPIP, OPEN, PERSONAL, RECORDS, dapip, zipped
from scrapy.http import Response

from crawler.extract.files import TableError, unzip
from crawler.spiders.us_dapip import UsDapip
from db.records import Accreditation, AccreditationAction, DapipPlace


@pytest.fixture
def notes():
    return []


@pytest.fixture
def read(notes):
    """A function from the body of an answer to the records that the spider reads from it."""
    spider = UsDapip()
    spider.crawler = SimpleNamespace(run=SimpleNamespace(note=notes.append))
    return lambda body: list(spider.read("DAPIP", None, Response(DAPIP, body=body)))


def only(kind, records):
    return [record for record in records if type(record) is kind]


def test_places_are_schools_and_their_locations(read):
    school, location, two = only(DapipPlace, read(dapip()))
    assert (school.dapip_id, school.unitids, school.opeid) == ("200001", "100001", "00100200")
    assert (school.state, school.zip, school.parent_dapip_id) == ("AL", "35762", "")
    assert (location.parent_dapip_id, location.location_type) == ("200001", "Additional Location")
    assert (location.state, location.zip, location.unitids) == ("AL", "36602-1234", "")
    assert (two.unitids, two.state) == ("100002, 100004", "")


def test_institutional_and_programmatic_records(read):
    whole, ended, candidate = only(Accreditation, read(dapip()))
    assert (whole.level, whole.status, whole.began_on, whole.ended_on) == (
        "institutional", "Accredited", "2018-01-26", "",
    )  # fmt: skip
    assert (ended.level, ended.program) == ("programmatic", "Medical Assisting (MA)")
    assert (ended.ended_on, ended.ending_action_id) == ("2019-06-30", "17")
    assert (candidate.status, candidate.began_on) == ("Preaccredited", "1971-06-01")


def test_an_accreditor_has_a_canonical_name_and_the_printed_one(read):
    records = only(Accreditation, read(dapip()))
    assert [record.accreditor for record in records] == ["ABHES", "ABHES", "SACSCOC"]
    assert [record.agency for record in records] == [row[2] for row in RECORDS]


def test_an_action_has_its_reason_and_its_dates(read):
    (action,) = only(AccreditationAction, read(dapip()))
    assert (action.acted_on, action.ended_on, action.justification) == (
        "2016-01-29", "2017-07-01", "Student achievement",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "date", "words", "counted"),
    [
        ("1/26/2018 12:00:00 AM", "2018-01-26", "", False),
        ("01/26/2022", "2022-01-26", "", False),
        ("", "", "", False),
        ("9/22/8014 12:00:00 AM", "", "AccreditationDate=9/22/8014 12:00:00 AM", True),
        ("Unknown", "", "AccreditationDate=Unknown", True),
        ("1/1/1900 12:00:00 AM", "", "AccreditationDate=1/1/1900 12:00:00 AM", False),
        ("01/01/1900", "", "AccreditationDate=01/01/1900", False),
    ],
)
def test_a_date_that_cannot_be_true_is_words(read, notes, printed, date, words, counted):
    row = RECORDS[0]
    (record,) = only(Accreditation, read(dapip(records=[(*row[:7], printed, *row[8:])])))
    assert (record.began_on, record.note) == (date, words)
    assert notes == (["1 dates that cannot be true were left out"] if counted else [])


def test_the_words_of_every_odd_date_of_a_record_stay(read):
    ended = only(Accreditation, read(dapip()))[1]
    assert (ended.began_on, ended.review_on) == ("", "")
    assert ended.note == "AccreditationDate=1/1/1900 12:00:00 AM ReviewDate=2/28/8014 12:00:00 AM"


@pytest.mark.parametrize("gone", ["InstitutionCampus.csv", "AccreditationRecords.csv", "AccreditationActions.csv"])
def test_a_file_that_is_not_in_the_zip_is_named(read, gone):
    files = {name: data for name, data in unzip(dapip(), "x").items() if name != gone.lower()}
    with pytest.raises(TableError, match=f"the file {gone.lower()} is missing from the ZIP"):
        read(zipped(files))


def test_a_list_without_unitids_is_read(read):
    """The list of 2020 had no such column."""
    files = unzip(dapip(), "x")
    files["institutioncampus.csv"] = files["institutioncampus.csv"].replace(b"IpedsUnitIds", b"Former")
    assert {place.unitids for place in only(DapipPlace, read(zipped(files)))} == {""}


def test_an_ended_record_is_history_and_no_accreditation(small_home):
    standings = "select level, standing, ended_on from accreditations where unitid = '100001' order by level"
    assert small_home.rows(standings, database="programs.db") == [
        ("institutional", "accredited", ""), ("programmatic", "ended", "2019-06-30"),
    ]  # fmt: skip
    schools = "select unitid, accreditor, accreditation from institutions where unitid < '100004' order by unitid"
    assert small_home.rows(schools, database="programs.db") == [
        ("100001", "ABHES", "accredited"), ("100002", "SACSCOC", "candidate"), ("100003", "", "not_checked"),
    ]  # fmt: skip


def test_no_person_is_in_the_databases_nor_in_the_captures(small_home):
    people = [text.encode() for text in (*PERSONAL, OPEN["CHFNM"], OPEN["GENTELE"])]
    assert all(person in b"".join(unzip(dapip(), "x").values()) for person in people[: len(PERSONAL)])
    captures = list((small_home.folder / "captures").glob("*/*.gz"))
    assert len(captures) == 11
    stored = [gzip.decompress(path.read_bytes()) for path in captures]
    kept = [data for body in stored for data in (unzip(body, "x").values() if body[:2] == b"PK" else [body])]
    kept += [path.read_bytes() for path in small_home.folder.glob("*.db*")]
    assert any(CAMPUSES[0]["LocationName"].encode() in data for data in kept)
    assert any(ACTIONS[0][8].encode() in data for data in kept)
    for data in kept:
        assert not [person for person in people if person in data]
