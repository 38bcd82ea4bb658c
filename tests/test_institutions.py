"""Which school a source speaks of: by what it prints besides a name, and by nothing if two fit."""

from dataclasses import replace

import pytest
from directory import ALDER, Directory

from db.metadata import load
from db.records import Listing, Provider
from pipelines.institutions import host, plain_name

OTHER = replace(
    ALDER, unitid="100002", name="Birch College", opeid="00200200", city="Mobile", zip="36602-1234",
    website="https://www.birch.example/start", aliases="Birch | BC",
)  # fmt: skip
NAMESAKE = replace(
    ALDER, unitid="100003", name="Birch College", opeid="00300300", city="Dover", state="DE", zip="19901",
    website="birch.example/dover",
)  # fmt: skip
CLOSED = replace(ALDER, unitid="100004", name="Cedar Institute", opeid="00400400", website="", status="closed")


@pytest.fixture
def match(tmp_path):
    """A function from what a source prints of a school to (unitid, method), published."""

    def find(**printed):
        directory = Directory(tmp_path)
        directory.crawl("us_ipeds", ALDER, OTHER, NAMESAKE, CLOSED)
        provider = Provider("al_list", "7", url="https://list.example", **{"name": "", **printed})
        directory.crawl(
            "al_list", provider, Listing("al_list", "1", "", "Welding", "list", provider="7", url=provider.url)
        )
        directory.publish()
        find.directory = directory
        return directory.rows("select unitid, match_method from providers")[0]

    return find


@pytest.mark.parametrize(
    ("printed", "unitid", "method"),
    [
        ({"unitid": "100002"}, "100002", "unitid"),
        ({"unitid": "999999"}, None, "no_school"),
        ({"opeid": "00300300"}, "100003", "opeid"),
        ({"opeid": "003003"}, None, "no_school"),
        ({"website": "http://alder.example/apply"}, "100001", "web_host"),
        ({"website": "WWW.ALDER.EXAMPLE"}, "100001", "web_host"),
        ({"website": "birch.example"}, None, "no_school"),
        ({"website": "birch.example", "state": "DE", "zip": "19901"}, "100003", "web_host_and_place"),
        ({"website": "birch.example", "state": "AL", "city": "mobile"}, "100002", "web_host_and_place"),
        ({"name": "Birch College"}, None, "no_school"),
        ({"name": "Birch College", "state": "DE"}, None, "no_school"),
        ({"name": "The Birch College, Inc.", "state": "DE", "city": "DOVER"}, "100003", "name_and_place"),
        ({"name": "BC", "state": "AL", "zip": "36602"}, "100002", "name_and_place"),
        ({"name": "Birch", "state": "AL", "zip": "36602-9999"}, "100002", "name_and_place"),
        ({"name": "Birch Coll", "state": "AL", "zip": "36602"}, None, "no_school"),
        ({"name": "Cedar Institute", "state": "AL", "zip": "35762"}, None, "no_school"),
        ({"name": "Elm", "state": "AL", "zip": "36602"}, None, "no_school"),
    ],
)
def test_a_school_is_found_by_its_numbers_its_host_or_name_and_place(match, printed, unitid, method):
    assert match(**printed) == (unitid, method)
    assert match.directory.rows(load("queries")["by_name_alone"]["sql"]) == []


@pytest.mark.parametrize(
    "spoil",
    [
        "update providers set zip = '99999', city = 'Elsewhere'",
        "update institutions set state = 'DE' where unitid = '100002'",
    ],
)
def test_the_question_finds_what_is_matched_by_a_name_alone(match, spoil):
    import sqlite3

    match(name="BC", state="AL", zip="36602")
    with sqlite3.connect(match.directory.published) as db:
        db.execute(spoil)
    db.close()
    ((of, key, name, unitid, school, method),) = match.directory.rows(load("queries")["by_name_alone"]["sql"])
    assert (of, key, name, unitid, school, method) == (
        "providers", "al_list 7", "BC", "100002", "Birch College", "name_and_place",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://www.alder.example:8080/a?b", "alder.example"),
        ("//alder.example", "alder.example"),
        ("user@alder.example", "alder.example"),
        ("http://localhost", ""),
        ("javascript:alert(1)", ""),
        ("n/a", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address(address, said):
    assert host(address) == said


def test_a_plain_name():
    assert plain_name("ST. AGNES’ College & School of Nursing, LLC") == plain_name(
        "st agnes college and school of nursing"
    )


def test_no_school_of_the_real_files_is_matched_by_its_name_alone(whole_home):
    assert whole_home.rows(load("queries")["by_name_alone"]["sql"], database="programs.db") == []
    found = (
        "select match_method, count(distinct unitid) > 20 from accredited_places where unitid is not null group by 1"
    )
    assert whole_home.rows(found, database="programs.db") == [("opeid", 1), ("unitid", 1)]
