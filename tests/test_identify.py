"""Which program a listing speaks of: never by a name alone, and not at all where the data do not tell."""

import pytest

from db.collected import connect
from db.records import Figure, Listing
from pipelines.identify import identify
from pipelines.identify_pages import own_id
from pipelines.store import Run, Source

SCHOOL = "100001"


@pytest.fixture
def identities(tmp_path):
    """A function from listings (of one source each) to {listing: (program, method, confidence)}."""

    def resolve(*listings):
        path = tmp_path / "collected.db"
        for source in {listing.source for listing in listings}:
            run = Run(path, Source(source, "", "", "", "", "", 1, ""))
            for listing in listings:
                if listing.source == source:
                    run.add(listing)
            assert run.close().status == "accepted"
        db = connect(path)
        identify(db)
        rows = db.execute("select listing, program, method, confidence from identities").fetchall()
        db.conn.close()
        return {listing: tuple(found) for listing, *found in rows}

    return resolve


def offer(level, cip="51.0801", unitid=SCHOOL):
    return Listing("us_ipeds", f"C_A/{unitid}/{cip}/{level}", unitid, "", "C_A", cip=cip, awlevel=level)


def largest(hours=None, cip="51.0801", unit="hours", status="published"):
    """One of the largest programs of a school, as IC_PY tells of it: no award level."""
    key = f"IC_PY/{SCHOOL}/{cip}/1"
    length = Figure("us_ipeds", key, "length", f"CIPLGTH1={hours}", status=status, value_min=hours, value_max=hours,
                    unit=unit, component="total")  # fmt: skip
    return Listing("us_ipeds", key, SCHOOL, "", "IC_PY", cip=cip, figures=[length] if hours else [])


def page(key, cip="51.0801", award="certificate", unitid=SCHOOL, name="Medical Assistant"):
    figure = Figure("al_alder", key, "award", award, value=award)
    return Listing("al_alder", key, unitid, name, cip=cip, figures=[figure])


@pytest.mark.parametrize(
    ("levels", "hours", "level", "method"),
    [
        ([21], None, 21, "only_level_offered"),
        ([21], 860, 21, "only_level_offered"),
        ([3], None, 3, "only_level_offered"),
        ([21], 1200, None, "level_contradicted"),
        ([3], 900, None, "level_contradicted"),
        ([20, 21], 299, 20, "clock_hours"),
        ([20, 21], 300, 21, "clock_hours"),
        ([21, 2], 899, 21, "clock_hours"),
        ([21, 2], 900, 2, "clock_hours"),
        ([2, 4], 1799, 2, "clock_hours"),
        ([2, 4, 3], 1800, 4, "clock_hours"),
        ([21, 2], None, None, "level_not_told"),
        ([21, 3], None, None, "level_not_told"),
        ([20, 21], 1500, None, "level_not_told"),
        ([], 860, None, "no_such_offer"),
        ([], None, None, "no_such_offer"),
    ],
)
def test_one_of_the_largest_programs_is_the_only_level_or_that_of_its_hours(identities, levels, hours, level, method):
    elsewhere = [offer(21, unitid="100009"), offer(2, cip="12.0401")]
    found = identities(largest(hours), *elsewhere, *map(offer, levels))[f"IC_PY/{SCHOOL}/51.0801/1"]
    assert found[:2] == (f"{SCHOOL}-510801-{level}" if level else None, method)
    assert (found[2] > 0) == bool(level)


@pytest.mark.parametrize("told", [{"unit": "credits"}, {"status": "implied"}])
def test_only_stated_clock_hours_tell_a_level(identities, told):
    """48 may be semester or quarter credits: IPEDS does not say which."""
    found = identities(largest(1500, **told), offer(21), offer(2))
    assert found[f"IC_PY/{SCHOOL}/51.0801/1"][:2] == (None, "level_not_told")


def test_an_offer_is_a_program_of_its_own_and_distance_education_speaks_of_it(identities):
    distance = Listing("us_ipeds", f"C_DEP/{SCHOOL}/51.0801/21", SCHOOL, "", "C_DEP", cip="51.0801", awlevel=21)
    unknown = Listing("us_ipeds", f"C_DEP/{SCHOOL}/51.0801/3", SCHOOL, "", "C_DEP", cip="51.0801", awlevel=3)
    found = identities(offer(21), offer(2), distance, unknown)
    assert found == {
        f"C_A/{SCHOOL}/51.0801/21": (f"{SCHOOL}-510801-21", "ipeds_offer", 1),
        f"C_A/{SCHOOL}/51.0801/2": (f"{SCHOOL}-510801-2", "ipeds_offer", 1),
        f"C_DEP/{SCHOOL}/51.0801/21": (f"{SCHOOL}-510801-21", "ipeds_offer", 1),
    }


@pytest.mark.parametrize(
    ("levels", "says", "program"),
    [
        ([21], {}, f"{SCHOOL}-510801-21"),
        ([21, 3], {}, f"{SCHOOL}-510801-21"),
        ([21, 3], {"award": "associate"}, f"{SCHOOL}-510801-3"),
        ([20, 21], {}, f"{SCHOOL}-ma"),
        ([3], {}, f"{SCHOOL}-ma"),
        ([21], {"cip": ""}, f"{SCHOOL}-ma"),
        ([21], {"cip": "51.0707"}, f"{SCHOOL}-ma"),
        ([21], {"unitid": "100002"}, "100002-ma"),
        ([], {}, f"{SCHOOL}-ma"),
    ],
)
def test_a_schools_page_is_the_one_offer_of_its_field_and_award_or_its_own_program(identities, levels, says, program):
    assert identities(page("/ma.html", **says), *map(offer, levels))["/ma.html"][0] == program


def test_an_offer_is_none_of_several_pages_that_differ(identities):
    day, evening = page("/day"), page("/evening")
    for said, price in ((day, 5200), (evening, 6000)):
        said.figures.append(Figure("al_alder", said.listing, "price", f"${price}", value_min=price, value_max=price,
                                   unit="USD", component="total", basis="program"))  # fmt: skip
    found = identities(day, evening, offer(21))
    assert [found[key][:2] for key in ("/day", "/evening")] == [
        (f"{SCHOOL}-day", "offer_of_several_programs"), (f"{SCHOOL}-evening", "offer_of_several_programs"),
    ]  # fmt: skip


def test_two_pages_that_do_not_differ_are_one_program(identities):
    found = identities(page("/ma"), page("/ma-print"), offer(21))
    assert {found[key][0] for key in ("/ma", "/ma-print")} == {f"{SCHOOL}-510801-21"}


@pytest.mark.parametrize(
    ("listing", "program"),
    [
        ("/programs/medical-assisting.html", "X-programs-medical-assisting"),
        ("/programs/medical-assisting/", "X-programs-medical-assisting"),
        ("/p.aspx?id=7", "X-p-id-7"),
        ("/health.htm#Coding & Billing", "X-health-coding-billing"),
    ],
)
def test_an_id_is_made_of_the_schools_own_key(listing, program):
    assert own_id("X", listing) == program


def test_the_tiny_files_end_to_end(small_home):
    rows = small_home.rows("select listing, program, method from identities where listing like 'IC_PY/%' order by 1")
    assert [(listing.split("/")[2], program, method) for listing, program, method in rows] == [
        ("01.0504", None, "no_such_offer"),
        ("12.0401", "100001-120401-2", "clock_hours"),
        ("43.0107", None, "level_not_told"),
        ("46.0000", None, "no_such_offer"),
        ("48.0508", None, "no_such_offer"),
        ("51.0801", "100001-510801-21", "only_level_offered"),
    ]
