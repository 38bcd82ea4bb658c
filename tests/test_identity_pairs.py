"""Pairs of listings, labelled by hand: the same program or not; measured over the whole of identification.

tests/identity_listings.csv has a listing a row, in the wording of schools, state lists and IPEDS, with the program that
it is; every two listings of one world are a pair. Rows of a list name their school as such lists do, without a unitid.
Where a school has several programs of one field and level, the row of IPEDS is all of them: a program of its own.
"""

import csv
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from db.collected import connect
from db.records import Cip, Figure, Institution, Listing, Provider
from pipelines.identify import identify
from pipelines.normalize import name_field
from pipelines.store import Run, Source

HERE = Path(__file__).parent
TITLES = {
    "43.0107": "Criminal Justice/Police Science", "52.0302": "Accounting Technology/Technician and Bookkeeping",
    "15.0303": "Electrical, Electronic, and Communications Engineering Technology/Technician",
    "12.0402": "Barbering/Barber", "12.0410": "Nail Technician/Specialist and Manicurist",
    "52.0401": "Administrative Assistant and Secretarial Science, General",
    "47.0201": "Heating, Air Conditioning, Ventilation and Refrigeration Maintenance Technology/Technician",
    "46.0503": "Plumbing Technology/Plumber", "46.0302": "Electrician",
}  # fmt: skip


def table(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LISTINGS = table("identity_listings.csv")
SCHOOLS = {school["unitid"]: school for school in table("identity_schools.csv")}
STATES = {"fernbank": "NJ", "saltfork": "OH", "bayview": "WA", "ridgeline": "PA", "agnes": "CA", "palmetto": "SC",
          "cascade": "OR", "lonepine": "TX", "trucking": "KS"}  # fmt: skip


def key_of(row):
    return row["listing"] or f"C_A/{row['unitid']}/{row['cip']}/{row['awlevel']}"


def records_of(row):
    """The records that a spider would give for a row of the set."""
    source, key, url = row["source"], key_of(row), f"https://{row['source']}.example/{key_of(row)}"
    level = int(row["awlevel"]) if row["awlevel"] else None
    if source == "us_ipeds":
        return [Listing(source, key, row["unitid"], "", "C_A", cip=row["cip"], awlevel=level, url=url)]
    of_list = bool(row["provider"])
    facts = [("award", {"value": row["award"]})] if row["award"] else []
    facts += [("award", {"value_min": level, "unit": "awlevel", "status": "computed"})] if level else []
    facts += [("delivery", {"value": row["delivery"]})] if row["delivery"] else []
    for column, kind, unit in (("price", "price", "USD"), ("hours", "length", "hours"), ("months", "length", "months")):
        if row[column]:
            value = float(row[column])
            of_price = {"component": "total", "basis": "program", "residency": "any"}
            of_length = {"component": "total", "pace": row["pace"]}
            facts.append((kind, {"value_min": value, "value_max": value, "unit": unit,
                                 **(of_price if kind == "price" else of_length)}))  # fmt: skip
    listing = Listing(
        source, key, row["unitid"], row["name"], "list" if of_list else "", cip=row["cip"],
        cip_basis="printed" if row["cip"] else "", url=url, campus=row["campus"],
        provider=f"{row['provider']} {row['provider_city']}" if of_list else "",
        figures=[Figure(source, key, kind, "as printed", **columns) for kind, columns in facts],
    )  # fmt: skip
    name_field(listing)
    if not of_list:
        return [listing]
    state = STATES.get(row["world"]) or source[:2].upper()
    provider = Provider(
        source, listing.provider, row["provider"], opeid=row["provider_opeid"], website=row["provider_website"],
        city=row["provider_city"], state=state, zip=row["provider_zip"],
    )  # fmt: skip
    return [listing, provider]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """{(source, listing): program} as identification finds it."""
    path = tmp_path_factory.mktemp("pairs") / "collected.db"
    by_source = defaultdict(dict)
    for school in SCHOOLS.values():
        by_source["us_ipeds"][school["unitid"]] = Institution("us_ipeds", **school)
    for cip, title in TITLES.items():
        by_source["us_cip_soc"][cip] = Cip("us_cip_soc", cip, 6, title)
    for row in LISTINGS:
        for record in records_of(row):
            by_source[row["source"]][type(record), getattr(record, record.key[0])] = record
    for source, records in by_source.items():
        run = Run(path, Source(source, "", "", "", "", "", 1, ""))
        for record in records.values():
            run.add(record)
        outcome = run.close()
        assert outcome.status == "accepted", outcome.reason
    db = connect(path)
    identify(db)
    rows = db.execute("select source, listing, program from identities").fetchall()
    matches = db.execute("select source, provider, unitid from provider_matches").fetchall()
    schools = {(source, provider): unitid for source, provider, unitid in matches}
    db.conn.close()
    return {(source, listing): program for source, listing, program in rows}, schools


def pairs():
    """Every two listings of one world."""
    return [(one, other) for one, other in combinations(LISTINGS, 2) if one["world"] == other["world"]]


def test_the_set_is_large_enough_and_its_labels_are_not_of_one_kind():
    same = sum(one["program"] == other["program"] for one, other in pairs())
    assert len(pairs()) >= 200
    assert same >= 50


def test_pairs_are_told_apart_and_joined(found):
    programs = found[0]
    judged = [
        (f"{one['source']} {key_of(one)} - {other['source']} {key_of(other)}", one["program"] == other["program"],
         programs[one["source"], key_of(one)] == programs[other["source"], key_of(other)])
        for one, other in pairs()
    ]  # fmt: skip
    joined = [said for said, label, same in judged if same]
    wrong = [said for said, label, same in judged if same and not label]
    missed = [said for said, label, same in judged if label and not same]
    right = len(joined) - len(wrong)
    precision, recall = right / len(joined), right / (right + len(missed))
    assert precision >= 0.99, wrong
    assert recall >= 0.95, missed


def test_a_school_is_found_by_place_host_or_opeid_and_not_by_its_name_alone(found):
    assert found[1]["nj_list", "Fernbank Institute - Wayne Wayne"] == "900001"
    assert found[1]["nj_list", "Milltown Community College Milltown"] == "900003"
    assert found[1]["ky_list", "Milltown Community College Milltown"] == "900004"
    assert found[1]["wa_list", "Bayview Technical College "] == "900006"
    assert ("or_list", "Cascade Beauty Academy Bend") not in found[1], "the name is right, the city is another"
