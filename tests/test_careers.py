"""Careers: by the words people use, with the price sentence, the ways in, and wages that say whose they are."""

import pytest
from publishing import claim, offer, publish, school
from test_site import Site

from db.metadata import load
from db.records import Figure


@pytest.fixture(scope="module")
def site(whole_home):
    return Site(whole_home, "programs")


@pytest.fixture(scope="module")
def demo_site(demo_home):
    return Site(demo_home, "demo")


def ask(site, query, **parameters):
    words = {name: str(value).replace(" ", "+") for name, value in parameters.items()}
    return site.rows(f"/programs/{query}", **words)


@pytest.mark.parametrize(
    ("words", "career"),
    [
        ("medical records", "medical-records-technician"),
        ("HIT", "medical-records-technician"),
        ("coder", "medical-coder"),
        ("AAPC", "medical-coder"),
        ("CPC", "medical-coder"),
        ("blood draw", "phlebotomist"),
        ("central sterile", "sterile-processing-technician"),
        ("LVN", "licensed-practical-nurse"),
        ("CDL", "truck-driver"),
        ("air conditioning", "hvac-technician"),
        ("beauty school", "cosmetologist"),
        ("x-ray", "radiologic-technologist"),
        ("vet tech", "veterinary-technician"),
        ("help desk", "it-support-specialist"),
    ],
)
def test_a_career_is_found_by_the_words_that_people_use(site, words, career):
    assert career in {row["career"] for row in ask(site, "find_careers", words=words)}


def test_aapc_leads_to_coders_and_billers_alone(site):
    found = {row["career"] for row in ask(site, "find_careers", words="AAPC")}
    assert found == {"medical-coder", "medical-biller"}


# --- the article sentence --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("career", "sentence"),
    [
        ("medical-assistant", "385 programs at 382 institutions, from $2,638 to $34,098, median $15,990"),
        ("medical-records-technician", "13 programs at 13 institutions, from $3,141 to $33,640, median $15,844"),
    ],
)
def test_the_sentence_of_any_career(site, career, sentence):
    row = ask(site, "article_sentence", career=career, cip="", award="", state="")[0]
    assert row["sentence"] == f"{sentence}, as of 2020-21"


def test_the_sentence_counts_the_rows_behind_it(site):
    row = ask(site, "article_sentence", career="medical-assistant", cip="", award="certificate", state="TX")[0]
    where = {"cip": "51.0801", "award": "certificate", "state": "TX", "_size": 1000}
    rows = [r for r in site.rows("/programs/programs", _all=1, price_total_min__notblank=1, **where)
            if r["price_is_complete"] and not r["price_look_again"] and r["price_status"] != "conflicting"]  # fmt: skip
    assert (row["programs"], row["institutions"]) == (len(rows), len({r["unitid"] for r in rows}))
    assert row["programs"] > 10
    assert (row["price_min"], row["price_max"]) == (
        min(r["price_total_min"] for r in rows), max(r["price_total_max"] for r in rows),
    )  # fmt: skip


def test_a_career_that_is_not_there_has_no_sentence(site):
    row = ask(site, "article_sentence", career="astrologer", cip="", award="", state="")[0]
    assert (row["sentence"], row["programs"]) == ("No program of this field and award states a whole price", 0)


def test_what_the_price_varies_with_adds_up_in_every_respect(site):
    rows = ask(site, "price_varies_with", career="medical-assistant")
    totals = {}
    for row in rows:
        totals[row["varies_with"]] = totals.get(row["varies_with"], 0) + row["programs"]
        assert row["lowest"] <= row["median"] <= row["highest"], row
    assert totals == dict.fromkeys(("award", "control", "delivery", "months", "state"), 385)


def test_every_career_has_programs_and_a_wage(site):
    rows = ask(site, "careers_at_a_glance")
    assert len(rows) >= 25
    assert [row["career"] for row in rows if not row["programs"] or not row["all_workers_earn"]] == []


# --- wages -----------------------------------------------------------------------------------------------------------


def test_a_wage_says_whose_where_and_when_and_groups_are_left_out(whole_home):
    sql = """select count(*), count(nullif(whose, '')), count(nullif(wage_area, '')), count(nullif(wage_period, '')),
                 sum(whose like 'all workers%'), sum(soc like '%0') from career_outlook"""
    ((rows, *told, groups),) = whole_home.rows(sql, database="programs.db")
    assert rows >= 40
    assert set(told) == {rows}
    assert groups == 0
    wrong = """select count(*) from career_outlook o join occupations p using (soc)
               where o.annual_median is not p.annual_median"""
    assert whole_home.value(wrong) == 0


def test_an_occupation_that_is_only_counted_with_others_says_so(whole_home):
    sql = "select career, occupation, whose from career_outlook where whose != 'all workers of the occupation'"
    assert whole_home.rows(sql, database="programs.db") == [
        ("home-health-aide", "Home Health and Personal Care Aides",
         "all workers of the occupations that BLS counts together as 31-1120"),
        ("medical-laboratory-technician", "Clinical Laboratory Technologists and Technicians",
         "all workers of the occupations that BLS counts together as 29-2010"),
    ]  # fmt: skip


def test_the_two_vintages_of_a_wage_stand_side_by_side(site):
    rows = {row["soc"]: row for row in ask(site, "outlook", career="medical-records-technician", cip="")}
    assert set(rows) == {"29-2072", "29-9021"}
    row = rows["29-2072"]
    assert (row["annual_median"], row["wage_period"], row["wage_area"], row["whose"]) == (
        51140, "May 2025", "U.S.", "all workers of the occupation",
    )  # fmt: skip
    assert (row["projection_annual_median"], row["change_percent"], row["openings_per_year"]) == (50250, 7.1, 14200)


# --- the measure: what a guide for medical records technicians covers ------------------------------------------------

MRT = "medical-records-technician"


def test_the_work_in_a_sentence(whole_home):
    work = whole_home.value("select work from careers where career = ?", MRT)
    assert all(word in work for word in ("codes", "records", "hospitals", "home"))


def test_the_ways_in_by_award_with_the_number_behind_each_figure(site):
    rows = {row["award"]: row for row in ask(site, "career_by_award", career=MRT)}
    assert {award: row["programs"] for award, row in rows.items()} == {"certificate": 323, "associate": 319}
    certificate = rows["certificate"]
    assert 0 < certificate["length_stated"] < certificate["programs"]
    assert certificate["months_lowest"] <= certificate["months_median"] <= certificate["months_highest"]


def test_what_must_be_done_in_person(demo_site):
    rows = demo_site.rows("/demo/career_in_person", career=MRT)
    assert [row["in_person"] for row in rows if row["in_person"]] == ["practicum"]


def test_printed_hours_of_an_externship_are_quoted(tmp_path):
    page = claim("51.0801", "ABHES")
    page.figures.append(Figure("al_alder", page.listing, "length", "160-hour externship", value_min=160, value_max=160,
                               unit="hours", component="component", what="externship"))  # fmt: skip
    published = publish(tmp_path, school(), offer("51.0801", 21), page)
    (row,) = published.rows(load("queries")["career_in_person"]["sql"], {"career": "medical-assistant"})
    assert row[-1] == "160-hour externship"


def test_certifications_with_their_routes_and_the_programs_that_open_them(site):
    rows = ask(site, "career_certification", career=MRT)
    entry = {row["credential"] for row in rows if row["role"] == "entry"}
    assert entry == {"AHIMA RHIT", "AHIMA CCS", "AHIMA CCA"}
    (rhit,) = [row for row in rows if row["credential"] == "AHIMA RHIT" and row["kind"] == "program"]
    assert (rhit["award"], rhit["accreditors"]) == ("associate", "CAHIIM")
    assert rhit["website"].startswith("https://www.ahima.org/")
    assert rhit["as_of"]
    assert rhit["programs_that_do_not"] > 0
    assert not any(row["accreditors"] for row in rows if row["credential"] in ("AHIMA CCS", "AHIMA CCA"))


def test_where_the_career_leads(site):
    rows = ask(site, "career_certification", career=MRT)
    after = {row["credential"] for row in rows if row["role"] == "next"}
    assert after >= {"AHIMA RHIA", "AHIMA CHDA", "AHIMA CDIP", "AHIMA CHPS"}


@pytest.mark.parametrize(
    ("career", "state", "answers"),
    [
        (MRT, "", ["not_established"]),
        (MRT, "OH", ["not_established"]),
        ("phlebotomist", "CA", ["required"]),
        ("phlebotomist", "OH", ["not_established"]),
        ("truck-driver", "OH", ["required"]),
        ("respiratory-therapist", "CA", ["required", "varies"]),
    ],
)
def test_a_licence_is_told_where_a_source_tells_and_else_not_established(site, career, state, answers):
    rows = ask(site, "licence_of_a_career", career=career, state=state)
    assert sorted(row["licence"] for row in rows) == answers
    assert all(row["source"] for row in rows if row["confidence"] in ("official", "secondary"))


def test_a_certificate_does_not_open_rhit_and_says_why(site):
    rows = ask(site, "opens", credential="AHIMA RHIT", answer="does_not_open", state="CT")
    assert rows
    for row in rows:
        assert row["award"] == "certificate"
        assert "asks for an associate degree, and this is a certificate" in row["because"]
        assert row["other_routes"]
        assert row["rule_as_of"] > "2025-11"
    assert ask(site, "opens", credential="AHIMA RHIT", answer="opens", state="") == []
