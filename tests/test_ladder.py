"""The ladder of proof: claimed, listed, sanctioned, ended, contradicted; and that silence is never a no."""

import pytest
from publishing import PLACE, action, claim, offer, place, publish, record, school

DA = "Dental Assisting (DA)"
FRESH = "2026-10-01"
"""Day of an action that makes the list less than a year older than the data."""
STALE = "2020-11-02"

PROBATION = "Probation or Equivalent or a More Severe Status: Probation"
WARNING = "Probation or Equivalent or a More Severe Status: Warning"
SHOW_CAUSE = "Probation or Equivalent or a More Severe Status: Show Cause"
RESTORED = "Accreditation Reaffirmed: Probation Removed"
RENEWED = "Renewal of Accreditation"
WITHDRAWN = "Loss of Accreditation or Preaccreditation: Voluntary Withdrawal"


@pytest.fixture
def standing(tmp_path):
    """A function from records to {(program, accreditor): standing}, of a school that offers dental assisting once."""

    def ask(*records, offers=None, sector="public, 2-year"):
        published = publish(tmp_path, school(sector=sector), *(offers or [offer("51.0601", 21)]), *records)
        return {
            (program.removeprefix("100001-"), accreditor): found
            for program, accreditor, found in published.rows(
                "select program_id, accreditor, standing from program_accreditations"
            )
        }

    return ask


CODA = {("510601-21", "CODA")}


@pytest.mark.parametrize(
    ("actions", "found"),
    [
        ([], "accredited"),
        ([(RENEWED, "2019-01-01")], "accredited"),
        ([(PROBATION, "2019-01-01")], "probation"),
        ([(SHOW_CAUSE, "2019-01-01")], "show_cause"),
        ([(WARNING, "2019-01-01")], "warning"),
        ([(PROBATION, "2018-01-01"), (RESTORED, "2019-01-01")], "accredited"),
        ([(RESTORED, "2018-01-01"), (PROBATION, "2019-01-01")], "probation"),
        ([(WARNING, "2018-01-01"), (PROBATION, "2019-01-01")], "probation"),
        ([(PROBATION, "2018-01-01"), ("Grant Substantive Change: Program", "2019-01-01")], "probation"),
        ([(PROBATION, "2019-01-01"), (RENEWED, "2019-01-01")], "probation"),
        ([(WITHDRAWN, "2019-01-01")], "ended"),
        ([("Loss of Accreditation or Preaccreditation: Denial", "2019-01-01")], "denied"),
        ([("Grant of something that nobody has seen yet", "2019-01-01")], "not_checked"),
    ],
)
def test_an_open_record_stands_as_the_last_action_left_it(standing, actions, found):
    actions = [action(what, day) for what, day in actions]
    assert standing(place(), record("CODA", DA), *actions) == dict.fromkeys(CODA, found)


def test_a_sanction_that_ended_is_over(standing):
    over = action(PROBATION, "2018-01-01", ended_on="2019-01-01")
    assert standing(place(), record("CODA", DA), over) == dict.fromkeys(CODA, "accredited")


def test_an_action_upon_another_record_says_nothing_of_this_one(standing):
    other = action(PROBATION, "2019-01-01", sequence="2")
    assert standing(place(), record("CODA", DA), other) == dict.fromkeys(CODA, "accredited")


def test_an_ended_record_is_never_accredited_whatever_its_status_says(standing):
    ended = record("CODA", DA, ended_on="2018-06-30")
    assert standing(place(), ended) == dict.fromkeys(CODA, "ended")


def test_of_an_ended_and_a_living_record_the_living_one_stands(standing):
    ended, living = record("CODA", DA, ended_on="2018-06-30"), record("CODA", DA, sequence="2", began_on="2019-01-01")
    assert standing(place(), ended, living) == dict.fromkeys(CODA, "accredited")


def test_a_candidate_is_not_accredited(standing):
    assert standing(place(), record("CODA", DA, status="Preaccredited")) == dict.fromkeys(CODA, "candidate")


def test_a_state_board_approves(standing):
    nursing = record("STATE", "Licensed Practical Nursing Programs")
    found = standing(place(), nursing, offers=[offer("51.3901", 2)])
    assert found == {("513901-2", "STATE"): "approved"}


# --- which program a record is of ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("program", "accreditor", "offers", "sector", "proven"),
    [
        (DA, "CODA", [("51.0601", 21)], "public, 2-year", {"510601-21"}),
        (DA, "CODA", [("51.0601", 21)], "public, 4-year", {"510601-21"}),  # no bachelor's degree is meant
        (DA, "CODA", [("51.0601", 21), ("51.0601", 3)], "public, 2-year", set()),  # which of the two is not told
        (DA, "CODA", [("51.0602", 3)], "public, 2-year", set()),
        ("Dental Hygiene (DH)", "CODA", [("51.0602", 3)], "public, 2-year", {"510602-3"}),
        ("Dental Hygiene (DH)", "CODA", [("51.0602", 3)], "public, 4-year", set()),  # it may be a bachelor's
        ("Nursing (ADNUR) - Associate degree programs", "ACEN", [("51.3801", 3), ("51.3801", 4)], "public, 2-year",
         {"513801-3"}),
        ("Nursing (DNUR) - Diploma programs", "ACEN", [("51.3801", 3), ("51.3801", 4)], "public, 2-year", {"513801-4"}),
        ("Medical Assisting (MAAAS) - Associate", "ABHES", [("51.0801", 21)], "public, 2-year", set()),
        ("Dental Therapy", "CODA", [("51.0601", 21)], "public, 2-year", set()),  # no field that is certain
    ],
)  # fmt: skip
def test_a_record_proves_the_program_that_it_certainly_means(standing, program, accreditor, offers, sector, proven):
    offers = [offer(*each) for each in offers]
    found = standing(place(), record(accreditor, program), offers=offers, sector=sector)
    assert {name for (name, _), rung in found.items() if rung == "accredited"} == proven


def test_a_record_whose_award_is_not_told_stays_to_be_seen(tmp_path):
    offers = offer("51.0601", 21), offer("51.0601", 3)
    published = publish(tmp_path, school(), *offers, place(), record("CODA", DA))
    rows = published.rows("select standing, listed, program_match from program_accreditations")
    assert rows == [("not_checked", "accredited", "award_not_told")] * 2


def test_a_place_is_found_by_its_number_its_opeid_or_its_parent_and_never_by_its_name(tmp_path):
    parts = {
        "unitid": [place()],
        "opeid": [place(unitids="", opeid="00100200")],
        "parent": [place("1", ""), place(unitids="", parent_dapip_id="2"), place("2")],
        "": [place(unitids="")],
    }
    for method, places in parts.items():
        folder = tmp_path / (method or "name")
        published = publish(folder, school(opeid="00100200"), offer("51.0601", 21), *places, record("CODA", DA))
        rows = published.rows("select standing, school_match from program_accreditations")
        assert rows == ([("accredited", method)] if method else []), method


def test_what_ended_at_an_additional_location_says_nothing_of_the_school(standing):
    branch = place("3", "", parent_dapip_id=PLACE)
    assert standing(place(), branch, record("CODA", DA, "3", ended_on="2018-01-01")) == {}


# --- claims ----------------------------------------------------------------------------------------------------------


def newest(day):
    """An action somewhere else, that tells how old the list is."""
    return place("9", "999999"), action(RENEWED, day, dapip_id="9")


@pytest.mark.parametrize(
    ("listed", "day", "found"),
    [
        ([record("CODA", DA)], FRESH, "accredited"),
        ([record("CODA", DA, ended_on="2018-06-30")], FRESH, "contradicted"),
        ([record("CODA", DA, ended_on="2018-06-30")], STALE, "claimed"),  # it may have been accredited again since
        ([record("CODA", DA, "9")], FRESH, "contradicted"),  # the list knows the school and others' programs
        ([record("CODA", DA, "9")], STALE, "claimed"),
        ([record("CODA", "Dental Hygiene (DH)", "9")], FRESH, "claimed"),  # of this field the list says nothing
        ([], FRESH, "claimed"),
    ],
)
def test_a_claim_is_contradicted_only_by_a_full_list_that_is_fresh(standing, listed, day, found):
    rungs = standing(place(), *newest(day), *listed, claim("51.0601", "CODA"))
    assert rungs[("510601-21", "CODA")] == found


def test_a_school_that_the_list_does_not_know_by_number_is_not_checked(tmp_path):
    records = [school(), offer("51.0601", 21), *newest(FRESH), record("CODA", DA, "9")]
    silent = publish(tmp_path / "silent", *records)
    assert silent.rows("select * from program_accreditations") == []
    claiming = publish(tmp_path / "claiming", *records, claim("51.0601", "CODA"))
    assert claiming.rows("select standing, listed from program_accreditations") == [("claimed", "not_checked")]


@pytest.mark.parametrize("accreditor", ["CAHIIM", "CAAHEP", "NAACLS", "CoARC", "ASHP"])
def test_silence_on_agencies_that_do_not_report_is_not_checked(tmp_path, accreditor):
    published = publish(
        tmp_path, school(), offer("51.0707", 3), place(), *newest(FRESH), record("CODA", DA),
        claim("51.0707", accreditor, award="associate"),
    )  # fmt: skip
    assert published.rows("select standing, listed from program_accreditations") == [("claimed", "not_checked")]


def test_a_program_in_a_field_of_cahiim_without_any_word_is_not_checked(tmp_path):
    published = publish(tmp_path, school(), offer("51.0707", 3), place(), *newest(FRESH), record("CODA", DA))
    assert published.rows("select program_accreditation from programs") == [("not_checked",)]
    assert published.rows("select * from program_accreditations") == []


def test_an_agency_that_lists_the_field_in_full_leaves_out_who_is_not_on_it(tmp_path):
    records = school(), offer("51.0601", 21), place(), record("CODA", DA, "9")
    fresh = publish(tmp_path / "fresh", *records, *newest(FRESH))
    assert fresh.rows("select standing, listed from program_accreditations") == [("not_listed", "not_listed")]
    stale = publish(tmp_path / "stale", *records, *newest(STALE))
    assert stale.rows("select standing from program_accreditations") == []


def test_a_claim_for_the_degree_does_not_cover_the_certificate_beside_it(standing):
    offers = offer("51.0707", 3), offer("51.0707", 21)
    found = standing(claim("51.0707", "CAHIIM", award="associate"), offers=offers)
    assert found == {("510707-3", "CAHIIM"): "claimed"}


def test_seeking_is_neither_accredited_nor_contradicted(standing):
    seeking = claim("51.0601", "CODA", standing="seeking")
    assert standing(place(), *newest(FRESH), record("CODA", DA, "9"), seeking) == dict.fromkeys(CODA, "seeking")


def test_a_claim_leads_to_its_words(tmp_path):
    published = publish(tmp_path, school(), offer("51.0601", 21), claim("51.0601", "CODA"))
    sql = """select f.printed, f.url, a.claimed_on from program_accreditations a
             join figures f on f.figure = a.claim_figure join captures c using (capture)"""
    assert published.rows(sql) == [("Accredited by CODA", "https://alder.example/program", "2026-11-25")]


# --- schools ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("records", "found"),
    [
        ([record("HLC", "", level="institutional")], [("HLC", "accredited")]),
        ([record("HLC", "", level="institutional", ended_on="2018-01-01")], [("HLC", "ended")]),
        (
            [record("HLC", "", level="institutional"), record("COE", "", level="institutional", ended_on="2018-01-01")],
            [("HLC", "accredited")],
        ),
        ([record("HLC", "", level="institutional"), action(SHOW_CAUSE, FRESH, "HLC")], [("HLC", "show_cause")]),
        ([claim("51.0601", "HLC", level="institutional")], [("HLC", "claimed")]),
        (
            [claim("51.0601", "HLC", level="institutional"), record("HLC", "", "9", level="institutional")],
            [("HLC", "contradicted")],
        ),
        ([], [("", "not_checked")]),
    ],
)
def test_the_ladder_of_schools(tmp_path, records, found):
    published = publish(tmp_path, school(), offer("51.0601", 21), place(), *newest(FRESH), *records)
    assert published.rows("select accreditor, accreditation from institutions") == found
    assert published.rows("select institution_accreditor, institution_accreditation from programs") == found


def test_two_accreditors_that_both_accredit_are_both_named(tmp_path):
    both = [record(agency, "", level="institutional", sequence=str(n)) for n, agency in enumerate(("HLC", "COE"))]
    published = publish(tmp_path, school(), offer("51.0601", 21), place(), *both)
    assert published.rows("select accreditor, accreditation from institutions") == [("COE, HLC", "accredited")]
