"""The tables that people maintain: keys, dates, addresses, and that every name leads somewhere."""

import csv
import re
from datetime import date

import pytest
from conftest import ROOT

REFERENCE = ROOT / "db" / "reference"
ADDRESS = re.compile(r"https://[\w.-]+\.[a-z]{2,}(?:/\S*)?")
SLUG = re.compile(r"[a-z]+(?:-[a-z]+)*")
STATES = set(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
    RI SC SD TN TX UT VT VA WA WV WI WY DC PR US""".split()  # noqa: SIM905
)


def table(name):
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def column(name, of):
    return [row[of] for row in table(name)]


KEYS = {
    "accreditors": ("acronym",),
    "careers": ("career",),
    "career_credentials": ("career", "credential"),
    "career_fields": ("career", "cip"),
    "career_licences": ("career", "state"),
    "career_occupations": ("career", "soc"),
    "credentials": ("credential",),
    "credential_fields": ("credential", "cip"),
    "credential_routes": ("credential", "route"),
    "dapip_programs": ("accreditor", "program"),
    "fields": ("name",),
    "issuers": ("issuer",),
}
VOCABULARIES = sorted(path.stem for path in REFERENCE.glob("vocab_*.csv"))


@pytest.mark.parametrize("name", [*KEYS, *VOCABULARIES])
def test_keys_stand_once_and_no_cell_has_loose_space(name):
    rows = table(name)
    key = KEYS.get(name) or tuple(rows[0])[:1]
    keys = [tuple(row[part] for part in key) for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(all(parts) for parts in keys)
    for row in rows:
        assert None not in row, row
        assert all(cell == cell.strip() for cell in row.values()), row


LEADS = [
    ("credentials", "issuer", "issuers", "issuer"),
    ("credential_fields", "credential", "credentials", "credential"),
    ("credential_routes", "credential", "credentials", "credential"),
    ("career_credentials", "credential", "credentials", "credential"),
    ("career_credentials", "career", "careers", "career"),
    ("career_fields", "career", "careers", "career"),
    ("career_occupations", "career", "careers", "career"),
    ("career_licences", "career", "careers", "career"),
    ("career_licences", "licence", "vocab_licence", "licence"),
    ("career_licences", "confidence", "vocab_confidence", "confidence"),
    ("career_credentials", "role", "vocab_role", "role"),
    ("credential_routes", "kind", "vocab_route_kind", "kind"),
    ("credential_routes", "confidence", "vocab_confidence", "confidence"),
]


@pytest.mark.parametrize(("name", "of", "other", "key"), LEADS)
def test_every_name_leads_to_a_row(name, of, other, key):
    assert set(column(name, of)) - set(column(other, key)) == set()


def test_every_career_has_fields_occupations_words_and_a_sentence():
    careers = table("careers")
    assert len(careers) >= 25
    for name in ("career_fields", "career_occupations"):
        assert set(column(name, "career")) == {row["career"] for row in careers}
    for row in careers:
        assert SLUG.fullmatch(row["career"]), row
        assert row["work"], row
        assert len(row["synonyms"].split("|")) >= 2, row


def test_every_issuer_issues_and_every_credential_has_a_route():
    assert set(column("issuers", "issuer")) == set(column("credentials", "issuer"))
    assert set(column("credential_routes", "credential")) == set(column("credentials", "credential"))


NEEDED = {
    "RHIT", "CCS", "CCA", "CPC", "CMA (AAMA)", "RMA", "CCMA", "CPT", "CRCST", "CST", "CPhT", "CDA", "NRP", "R.T.(R)",
    "CRT", "RRT", "MLT(ASCP)", "LPN", "RN",
}  # fmt: skip


def test_a_credential_is_its_issuer_and_its_acronym():
    rows = table("credentials")
    assert {row["acronym"] for row in rows} >= NEEDED
    for row in rows:
        issuer, _ = row["credential"].split(" ", 1)
        assert issuer == row["issuer"], row
    assert len({(row["issuer"], row["acronym"]) for row in rows}) == len(rows)
    shared = [row["issuer"] for row in rows if row["acronym"] == "CDA"]
    assert sorted(shared) == ["CDACouncil", "DANB"]  # dental assistants' and child care's


def test_addresses_are_addresses():
    for name, of in (("accreditors", "website"), ("credentials", "website"), ("credential_routes", "source"),
                     ("career_licences", "source")):  # fmt: skip
        wrong = [value for value in column(name, of) if value and not ADDRESS.fullmatch(value)]
        assert wrong == [], name
    assert all(column("credentials", "website"))


def test_dates_are_dates_and_a_rule_that_was_read_says_where():
    for row in table("credential_routes") + table("career_licences"):
        if row["as_of"]:
            assert date.fromisoformat(row["as_of"]).isoformat() == row["as_of"]
        assert bool(row["source"]) == (row["confidence"] != "unverified"), row
        assert row["source"] or not row["as_of"], row


def test_routes_ask_for_what_can_be_judged():
    accreditors = {row["acronym"] for row in table("accreditors") if row["kind"] == "accreditor"} | {"STATE"}
    numbers = {}
    for row in table("credential_routes"):
        demands = ("award", "accreditors", "recognized_school", "clock_hours", "program_must_also")
        assert row["kind"] == "program" or not any(row[demand] for demand in demands), row
        assert row["award"] in ("", "associate", "bachelors"), row
        assert row["recognized_school"] in ("", "yes"), row
        assert not row["clock_hours"] or int(row["clock_hours"]) > 0, row
        assert set(filter(None, row["accreditors"].split("|"))) <= accreditors, row
        assert row["summary"], row
        numbers.setdefault(row["credential"], []).append(int(row["route"]))
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())


def test_a_credential_whose_routes_are_all_known_has_none_of_general_knowledge():
    unchecked = {r["credential"] for r in table("credential_routes") if r["confidence"] == "unverified"}
    for row in table("credentials"):
        assert row["routes_known"] in ("all", "some"), row
        assert row["routes_known"] == "some" or row["credential"] not in unchecked, row


def test_states_are_states():
    assert set(column("career_licences", "state")) <= STATES


def test_the_ladder_is_in_order():
    ranks = {row["standing"]: int(row["rank"]) for row in table("vocab_standing")}
    order = ["accredited", "warning", "probation", "show_cause", "candidate", "contradicted", "claimed", "ended",
             "not_checked"]  # fmt: skip
    assert [rung for rung in sorted(ranks, key=ranks.get) if rung in order] == order
    assert len(set(ranks.values())) == len(ranks)
    assert {row["effect"] for row in table("vocab_action")} <= {*ranks, "restored", "none"}


def test_programs_of_the_list_name_accreditors_and_awards():
    accreditors = set(column("accreditors", "acronym")) | {"STATE"}
    for row in table("dapip_programs"):
        assert row["accreditor"] in accreditors, row
        assert row["award"] in ("associate", "certificate", "below_bachelors", "any"), row


def test_aapc_is_coders():
    (body,) = [row for row in table("accreditors") if row["acronym"] == "AAPC"]
    assert (body["kind"], body["fields"]) == ("credentialing_body", "medical coding")
    issued = {row["credential"] for row in table("credentials") if row["issuer"] == "AAPC"}
    assert issued == {"AAPC CPC"}
    careers = {row["career"] for row in table("career_credentials") if row["credential"] in issued}
    assert careers <= {"medical-coder", "medical-biller"}
    pastoral = [row["acronym"] for row in table("accreditors") if "pastoral" in str(row).lower()]
    assert "AAPC" not in pastoral


CIPS = ("career_fields", "credential_fields", "dapip_programs", "fields")


@pytest.mark.parametrize("name", CIPS)
def test_fields_of_study_are_six_digit_codes_in_force(whole_home, name):
    sql = "select cip from cips where digits = 6"
    known = {cip for (cip,) in whole_home.rows(sql, database="programs.db")}
    assert len(known) > 2000
    assert set(column(name, "cip")) - known == set()


def test_the_official_crosswalk_pairs_every_occupation_with_a_field_of_its_career(whole_home):
    pairs = set(whole_home.rows("select cip, soc from cip_occupations", database="programs.db"))
    fields = {}
    for row in table("career_fields"):
        fields.setdefault(row["career"], []).append(row["cip"])
    for row in table("career_occupations"):
        assert any((cip, row["soc"]) in pairs for cip in fields[row["career"]]), row
        assert not row["soc"].endswith("0"), row  # a group


def test_every_action_of_the_list_is_known(whole_home):
    sql = "select distinct action from accreditation_actions where effect = 'not_checked'"
    assert whole_home.rows(sql, database="programs.db") == []


def test_every_program_of_the_table_is_in_the_list_and_means_one_field(whole_home):
    sql = """select d.accreditor, d.program, count(distinct r.program) from dapip_programs d
             left join accreditations r on r.accreditor = d.accreditor and r.level = 'programmatic'
                 and (r.program = d.program or r.program like d.program || ' %') group by 1, 2"""
    assert {count for *_, count in whole_home.rows(sql, database="programs.db")} == {1}
