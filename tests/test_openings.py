"""What a program opens: three answers, of which a no needs facts and a rule that is less than a year old."""

import csv
import shutil
from pathlib import Path

import pytest
from publishing import SCHOOL, action, claim, offer, place, publish, record, school

import db.publish

FRESH = "2026-10-01"
RENEWED = "Renewal of Accreditation"
ACCREDITED_SCHOOL = record("HLC", "", level="institutional")


@pytest.fixture
def opens(tmp_path):
    """A function from records to {(program, credential): answer} of one school."""

    def ask(*records, **more):
        published = publish(tmp_path, school(), *records, **more)
        rows = published.rows("select program_id, credential, answer from program_openings")
        return {(program.removeprefix(f"{SCHOOL}-"), credential): answer for program, credential, answer in rows}

    return ask


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """A function that replaces the routes of one credential by routes of the test's own."""
    folder = Path(shutil.copytree(db.publish.REFERENCE, tmp_path / "reference"))
    monkeypatch.setattr(db.publish, "REFERENCE", folder)

    def rewrite(name, change):
        path = folder / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows, columns = list(reader), reader.fieldnames
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(change(rows))

    def replace(credential, *routes, routes_known="all"):
        usual = {"credential": credential, "kind": "program", "summary": "A program", "as_of": "2026-05-01",
                 "confidence": "official"}  # fmt: skip
        new = [usual | {"route": str(n)} | route for n, route in enumerate(routes, 1)]
        rewrite("credential_routes", lambda rows: [row for row in rows if row["credential"] != credential] + new)
        known = {credential: {"routes_known": routes_known}}
        rewrite("credentials", lambda rows: [row | known.get(row["credential"], {}) for row in rows])

    return replace


RHIT = "AHIMA RHIT"


def test_a_certificate_does_not_open_rhit_and_an_associate_degree_may(opens):
    answers = opens(offer("51.0707", 3), offer("51.0707", 21))
    assert answers["510707-21", RHIT] == "does_not_open"
    assert answers["510707-3", RHIT] == "not_established"


def test_coding_certificates_need_no_accreditor(opens):
    answers = opens(offer("51.0713", 21))
    assert answers["510713-21", RHIT] == "does_not_open"
    assert answers["510713-21", "AHIMA CCS"] == "not_established"
    assert answers["510713-21", "AHIMA CCA"] == answers["510713-21", "AAPC CPC"] == "opens"


def test_a_claim_establishes_nothing(opens):
    answers = opens(offer("51.0707", 3), claim("51.0707", "CAHIIM", award="associate"))
    assert answers["510707-3", RHIT] == "not_established"


def test_an_approval_that_only_the_school_tells_of_establishes_nothing(opens):
    answers = opens(offer("51.0904", 21), claim("51.0904", "STATE", standing="approved"))
    assert answers["510904-21", "NREMT EMT"] == "not_established"


@pytest.mark.parametrize(
    ("read_on", "answer"),
    [("2026-05-01", "does_not_open"), ("2027-05-01", "does_not_open"), ("2027-05-02", "not_established")],
)
def test_a_rule_older_than_a_year_cannot_give_a_no(opens, rules, read_on, answer):
    rules(RHIT, {"award": "associate"})
    assert opens(offer("51.0707", 21), read_on=read_on)["510707-21", RHIT] == answer


@pytest.mark.parametrize(
    ("route", "answer"),
    [
        ({}, "does_not_open"),
        ({"confidence": "secondary"}, "does_not_open"),
        ({"confidence": "unverified"}, "not_established"),
        ({"as_of": ""}, "not_established"),
        ({"as_of": "2025-11-24"}, "not_established"),
    ],
)
def test_a_no_needs_a_rule_that_was_checked_and_is_dated(opens, rules, route, answer):
    rules(RHIT, {"award": "associate"} | route)
    assert opens(offer("51.0707", 21))["510707-21", RHIT] == answer


def test_a_no_needs_every_route_and_all_of_them_known(opens, rules):
    refuted = {"award": "associate"}
    rules(RHIT, refuted, {"program_must_also": "something that nobody can tell"})
    assert opens(offer("51.0707", 21))["510707-21", RHIT] == "not_established"
    rules(RHIT, refuted, {"award": "associate", "clock_hours": "900"})
    assert opens(offer("51.0707", 21))["510707-21", RHIT] == "does_not_open"
    rules(RHIT, refuted, routes_known="some")
    assert opens(offer("51.0707", 21))["510707-21", RHIT] == "not_established"


def test_routes_by_work_are_listed_and_do_not_turn_a_no(opens, rules, tmp_path):
    rules(RHIT, {"award": "associate"}, {"kind": "experience", "summary": "Two years of work"})
    assert opens(offer("51.0707", 21))["510707-21", RHIT] == "does_not_open"
    published = publish(tmp_path, school(), offer("51.0707", 21))
    sql = "select distinct other_routes from program_openings where credential = ?"
    assert published.rows(sql, RHIT) == [("Two years of work",)]


def test_a_rule_that_nobody_checked_opens_nothing(opens, rules):
    rules(RHIT, {"confidence": "unverified"})
    assert opens(offer("51.0707", 21))["510707-21", RHIT] == "not_established"


CDA = "DANB CDA"
DA = "Dental Assisting (DA)"


@pytest.mark.parametrize(
    ("listed", "answer"),
    [
        ([record("CODA", DA)], "opens"),
        ([record("CODA", DA), action("Probation or Equivalent or a More Severe Status: Probation", FRESH)], "opens"),
        ([record("CODA", DA, status="Preaccredited")], "not_established"),
        ([record("CODA", DA, ended_on="2026-01-01")], "does_not_open"),
        ([record("CODA", DA, "9")], "does_not_open"),  # the whole list was read, and it is not on it
        ([record("CODA", "Dental Hygiene (DH)", "9")], "not_established"),
        ([], "not_established"),
    ],
)
def test_what_the_list_of_the_accreditor_says(opens, rules, listed, answer):
    rules(CDA, {"accreditors": "CODA"})
    somewhere = place("9", "999999"), action(RENEWED, FRESH, dapip_id="9")
    assert opens(offer("51.0601", 21), place(), *somewhere, *listed)["510601-21", CDA] == answer


def test_an_old_list_refutes_nothing(opens, rules):
    rules(CDA, {"accreditors": "CODA"})
    somewhere = place("9", "999999"), action(RENEWED, "2020-11-02", dapip_id="9")
    ended = record("CODA", DA, ended_on="2018-01-01")
    assert opens(offer("51.0601", 21), place(), *somewhere, ended)["510601-21", CDA] == "not_established"


def test_of_two_accreditors_one_is_enough_and_both_must_fail(opens, rules):
    rules("AAMA CMA", {"accreditors": "CAAHEP|ABHES"})
    somewhere = place("9", "999999"), action(RENEWED, FRESH, dapip_id="9")
    assistant = offer("51.0801", 21)
    elsewhere = record("ABHES", "Medical Assistant Education (MAAB)", "9")
    assert opens(assistant, place(), *somewhere, elsewhere)["510801-21", "AAMA CMA"] == "not_established"
    listed = record("ABHES", "Medical Assistant Education (MAAB)")
    assert opens(assistant, place(), *somewhere, listed)["510801-21", "AAMA CMA"] == "opens"


@pytest.mark.parametrize(
    ("hours", "recognized", "answer"),
    [
        (720, True, "opens"),
        (720, False, "not_established"),
        (719, True, "does_not_open"),
        (719, False, "does_not_open"),
        (None, True, "not_established"),
    ],
)
def test_hours_and_the_school(opens, rules, hours, recognized, answer):
    rules("AMT RMA", {"clock_hours": "720", "recognized_school": "yes"})
    known = [place(), ACCREDITED_SCHOOL] if recognized else []
    assert opens(offer("51.0801", 21, hours=hours), *known)["510801-21", "AMT RMA"] == answer


def test_only_programs_of_the_credentials_field_are_asked(opens):
    assert opens(offer("48.0508", 21)) == {}


def test_the_reason_says_what_is_known_and_what_else_is_needed(tmp_path):
    published = publish(tmp_path, school(), offer("51.0909", 21), offer("51.1012", 21), place(),
                        record("ABHES", "Surgical Technology (STAB) - Schools"),
                        action(RENEWED, FRESH))  # fmt: skip
    reasons = dict(published.rows("select credential, because from program_openings"))
    assert reasons["NBSTSA CST"].endswith("while the student was enrolled: ABHES (accredited, list of 2026-10-01)")
    assert reasons["HSPA CRCST"].endswith("also needed: 400 hours in a sterile processing department")
