"""The columns in memory give the very counts, programs and order that SQL gives."""

import math
import sqlite3
from contextlib import closing

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.site import vocabulary
from db.site.index import CEILINGS, EARTH_MILES, Index, Wanted

VALUES = {
    "award": "award",
    "delivery": "case when delivery = 'online' and in_person = '' then 'never' else delivery end",
    "school_accreditation": "institution_accreditation",
    "program_accreditation": "program_accreditation",
    "control": "control",
    "state": "state",
    "cip": "coalesce(cip, '')",
}
WHOLE = "case when price_is_complete = 1 and price_look_again = '' then price_total_max end"
OUTSIDE = """(
    select max(coalesce(value_max, value_min)) from figures f
    where f.program_id = programs.id and kind = 'price' and component = 'total' and basis = 'program'
        and residency = 'out_of_state' and status in ('published', 'computed') and level != 'at_least'
        and look_again = ''
)"""
MESA, LOS_ANGELES = (33.4317, -111.8469), (34.05, -118.25)

WANTED = {
    "everything": Wanted(),
    "a field in a state": Wanted(choices={"cip": ("51.0801",), "state": ("OH",)}, sort="price"),
    "two states": Wanted(choices={"state": ("OH", "AZ")}, sort="months", first=5, size=5),
    "under a price": Wanted(ceilings={"price": 9000}, sort="price"),
    "under a price, or unknown": Wanted(ceilings={"price": 9000}, unknown=frozenset({"price"}), sort="price", size=50),
    "free": Wanted(ceilings={"price": 0}, sort="price"),
    "price unknown": Wanted(unknown=frozenset({"price"})),
    "for a resident": Wanted(ceilings={"price": 9000}, resident="IL", sort="price", size=40),
    "a year": Wanted(ceilings={"price": 5000}, per_year=True, sort="price"),
    "a year for a resident": Wanted(ceilings={"price": 5000}, per_year=True, resident="AZ", sort="price"),
    "soon": Wanted(ceilings={"months": 6}, sort="months"),
    "near": Wanted(near=MESA, within=25, sort="distance"),
    "near, of a field": Wanted(near=LOS_ANGELES, within=100, choices={"cip": ("51.0801", "51.0707")}, sort="distance"),
    "never on campus": Wanted(choices={"delivery": ("never",)}),
    "online": Wanted(choices={"delivery": ("online", "unknown"), "award": ("certificate",)}, ceilings={"months": 12}),
    "fields of a word": Wanted(fields=("51.0713", "51.0707"), choices={"control": ("public",)}, sort="price"),
}


def miles(latitude, longitude, there_latitude, there_longitude) -> float | None:
    """By the spherical law of cosines: another formula than the one that is tested."""
    if latitude is None:
        return None
    here, there = math.radians(latitude), math.radians(there_latitude)
    angle = math.sin(here) * math.sin(there)
    angle += math.cos(here) * math.cos(there) * math.cos(math.radians(longitude - there_longitude))
    return EARTH_MILES * math.acos(max(-1, min(1, angle)))


class Asker:
    """A published file, asked by SQL alone."""

    def __init__(self, path):
        self.db = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
        self.db.create_function("miles", 4, miles, deterministic=True)

    def amounts(self, wanted: Wanted) -> dict[str, str]:
        home = f"state = '{wanted.resident}'"
        price = "year_price_in_state" if wanted.per_year else WHOLE
        if wanted.resident and wanted.per_year:
            price = f"iif({home}, year_price_in_state, year_price_out_of_state)"
        elif wanted.resident:
            everybody = "(price_residency = 'any' or price_residency = 'not_stated' and control != 'public')"
            inside = f"case when {everybody} or price_residency = 'in_state' then {WHOLE} end"
            outside = f"coalesce({OUTSIDE}, case when {everybody} or price_residency = 'out_of_state' then {WHOLE} end)"
            price = f"iif({home}, {inside}, {outside})"
        return {"price": price, "months": "months_max"}

    def tests(self, wanted: Wanted) -> dict[str, str]:
        """Filter -> condition."""
        tests = {}
        for name, options in wanted.choices.items():
            options = (*options, "never") if name == "delivery" and "online" in options else options
            tests[name] = f"{VALUES[name]} in ({', '.join(map(repr, options))})"
        if wanted.fields:
            tests["what"] = f"cip in ({', '.join(map(repr, wanted.fields))})"
        if wanted.near:
            tests["where"] = f"miles(latitude, longitude, {wanted.near[0]}, {wanted.near[1]}) <= {wanted.within}"
        for name, amount in self.amounts(wanted).items():
            any_of = [f"{amount} <= {wanted.ceilings[name]}"] if name in wanted.ceilings else []
            any_of += [f"{amount} is null"] if name in wanted.unknown else []
            if any_of:
                tests[name] = f"({' or '.join(any_of)})"
        return tests

    def one(self, columns: str, tests: dict[str, str], without: str = "") -> tuple:
        condition = " and ".join(["1", *(test for name, test in tests.items() if name != without)])
        return self.db.execute(f"select {columns} from programs where {condition}").fetchone()

    def counts(self, value: str, tests: dict[str, str], without: str) -> dict[str, int]:
        condition = " and ".join(["1", *(test for name, test in tests.items() if name != without)])
        return dict(self.db.execute(f"select {value}, count(*) from programs where {condition} group by 1"))


def same(index: Index, asker: Asker, wanted: Wanted) -> None:
    """Fail unless memory and SQL agree about this search."""
    found, tests, amounts = index.find(wanted), asker.tests(wanted), asker.amounts(wanted)
    assert (found.total, found.schools) == asker.one("count(*), count(distinct unitid)", tests)
    for name, value in VALUES.items():
        told = asker.counts(value, tests, name)
        if name == "delivery" and "never" in told:
            told["online"] = told.get("online", 0) + told["never"]
        assert found.counts[name] == told, name
    for name, amount in amounts.items():
        bounds = sorted({*CEILINGS[name], wanted.ceilings.get(name, CEILINGS[name][0])})
        columns = ", ".join(f"coalesce(sum({amount} <= {bound}), 0)" for bound in bounds)
        numbers = asker.one(f"{columns}, coalesce(sum({amount} is null), 0)", tests, name)
        assert tuple(found.counts[name].values()) == numbers, name
    for name in tests:
        assert found.dropping[name] == asker.one("count(*)", tests, name)[0], name
    for name in wanted.ceilings:
        if name not in wanted.unknown:
            (unknown,) = asker.one(f"coalesce(sum({amounts[name]} is null), 0)", tests, name)
            assert found.left_out[name] == unknown, name
    assert found.rowids == ordered(asker, wanted, tests, amounts)


def ordered(asker: Asker, wanted: Wanted, tests: dict[str, str], amounts: dict[str, str]) -> list[int]:
    """The rowids of the page that was asked for."""
    if wanted.near:
        amounts = amounts | {"distance": f"miles(latitude, longitude, {wanted.near[0]}, {wanted.near[1]})"}
    key = {"name": "0", "months": f"{amounts['months']} + 10000 * (length_status = 'implied')"}.get(
        wanted.sort, amounts.get(wanted.sort)
    )
    rows = asker.db.execute(
        f"select rowid, {key}, name from programs where {' and '.join(['1', *tests.values()])}"
    ).fetchall()
    rows.sort(key=lambda row: (row[1] is None, round(row[1] or 0, 6), row[2].casefold(), row[0]))
    return [row[0] for row in rows[wanted.first : wanted.first + wanted.size]]


@pytest.fixture(scope="module")
def demo(demo_home):
    asker = Asker(demo_home.folder / "demo.db")
    yield Index(asker.db, {}), asker
    asker.db.close()


@pytest.fixture(scope="module")
def mirror_programs(whole_home):
    asker = Asker(whole_home.folder / "programs.db")
    yield Index(asker.db, {}), asker
    asker.db.close()


@pytest.mark.parametrize("search", WANTED)
def test_memory_and_sql_agree_on_the_demo(demo, search):
    same(*demo, WANTED[search])


@pytest.mark.parametrize("search", WANTED)
def test_memory_and_sql_agree_on_the_mirror(mirror_programs, search):
    same(*mirror_programs, WANTED[search])


@st.composite
def searches(draw):
    options = {"award": ("certificate", "diploma", "associate"), "delivery": ("online", "never", "hybrid", "in_person"),
               "control": ("public", "for_profit"), "state": ("AZ", "IL", "OH", "FL"),
               "cip": ("51.0801", "51.0707", "51.1009")}  # fmt: skip
    chosen = draw(st.dictionaries(st.sampled_from(sorted(options)), st.booleans(), max_size=3))
    return Wanted(
        choices={name: tuple(draw(st.sets(st.sampled_from(options[name]), min_size=1))) for name in chosen},
        ceilings=draw(st.dictionaries(st.sampled_from(["price", "months"]), st.integers(0, 20000), max_size=2)),
        unknown=frozenset(draw(st.sets(st.sampled_from(["price", "months"])))),
        near=draw(st.sampled_from([None, MESA])),
        within=draw(st.sampled_from([10, 500])),
        resident=draw(st.sampled_from(["", "IL", "AZ"])),
        sort=draw(st.sampled_from(["price", "months", "name"])),
        first=draw(st.integers(0, 30)),
        size=draw(st.integers(1, 12)),
    )


@given(searches())
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_memory_and_sql_agree_on_any_search(demo, wanted):
    same(*demo, wanted)


def test_an_unknown_price_never_passes_a_ceiling_and_comes_last(demo):
    index, asker = demo
    (unpriced,) = asker.one("sum(price_total_max is null or price_look_again != '' or not price_is_complete)", {})
    known = index.find(Wanted(ceilings={"price": 1_000_000}, size=100))
    assert None not in known.prices
    assert known.left_out["price"] == unpriced > 0
    prices = index.find(Wanted(sort="price", size=100)).prices
    assert prices[-unpriced:] == [None] * unpriced
    assert prices[:-unpriced] == sorted(prices[:-unpriced])


@pytest.fixture
def changed(demo_home, tmp_path):
    """Change the demo's file by SQL and read its columns: for facts that no page of the campus prints."""
    path = tmp_path / "demo.db"
    path.write_bytes((demo_home.folder / "demo.db").read_bytes())
    with closing(sqlite3.connect(path)) as db:

        def change(sql: str) -> Index:
            db.execute(sql)
            return Index(db, {})

        yield change


ONE = "where id = 'DEMO01-red-valley-hvac'"
ONLY = Wanted(choices={"cip": ("47.0201",), "state": ("AZ",)})


def test_a_free_program_is_known_and_first(changed):
    index = changed(f"update programs set price_total_min = 0, price_total_max = 0 {ONE}")
    assert index.find(Wanted(sort="price")).prices[0] == 0
    assert index.find(Wanted(ceilings={"price": 0})).total == 1


@pytest.mark.parametrize("doubt", ["price_is_complete = 0", "price_look_again = 'far below the usual'"])
def test_a_price_that_is_not_whole_or_not_plausible_passes_no_ceiling(changed, doubt):
    index = changed(f"update programs set {doubt} {ONE}")
    assert index.find(ONLY).prices == [None]
    assert index.find(Wanted(choices=ONLY.choices, ceilings={"price": 1_000_000})).total == 0


@pytest.mark.parametrize(
    ("mode", "in_person", "online", "never"),
    [
        ("online", "", 1, 1),
        ("online", "exam", 1, 0),
        ("hybrid", "", 0, 0),
        ("unknown", "", 0, 0),
        ("multiple", "", 0, 0),
    ],
)
def test_who_can_never_go_to_campus_is_sent_to_none(changed, mode, in_person, online, never):
    index = changed(f"update programs set delivery = '{mode}', in_person = '{in_person}' {ONE}")
    for option, total in (("online", online), ("never", never)):
        found = index.find(Wanted(choices={**ONLY.choices, "delivery": (option,)}))
        assert found.total == total, option
        assert found.left_out["delivery"] == (mode == "unknown")


def test_a_public_price_that_does_not_say_for_whom_is_nobodys(changed):
    index = changed(f"update programs set control = 'public', price_residency = 'not_stated' {ONE}")
    assert index.find(ONLY).prices == [18550]
    assert index.find(Wanted(choices=ONLY.choices, resident="AZ")).prices == [None]


def test_a_resident_pays_the_price_of_residents(demo):
    index, _ = demo
    public = {"control": ("public",), "cip": ("51.1009",), "state": ("IL",)}
    at_home = index.find(Wanted(choices=public, resident="IL")).prices
    away = index.find(Wanted(choices=public, resident="AZ")).prices
    assert None not in (*at_home, *away)
    assert all(outside > inside for inside, outside in zip(at_home, away, strict=True))


def test_a_length_with_an_open_end_passes_no_ceiling(changed):
    index = changed(f"update programs set months_max = null {ONE}")
    assert index.find(Wanted(choices=ONLY.choices, ceilings={"months": 120})).left_out == {
        "cip": 0,
        "state": 0,
        "months": 1,
    }


def test_words_are_looked_for_in_names_fields_and_schools(demo):
    index, asker = demo
    match = vocabulary.match(("red", "valley"))
    rows = asker.db.execute("select rowid from programs_fts where programs_fts match ?", (match,))
    found = index.find(Wanted(rowids=np.array([rowid for (rowid,) in rows])))
    assert (found.total, found.schools) == (4, 1)
    assert index.find(Wanted(rowids=np.array([], int))).total == 0


def test_careers_and_exams_are_counted_as_sql_counts_them(demo_home):
    with closing(sqlite3.connect(demo_home.folder / "demo.db")) as db:
        index = Index(db, {"career": {career.slug: career.cips for career in vocabulary.careers(db)}})
        found = index.find(Wanted())
        careers = dict(db.execute("select career, count(*) from programs join career_fields using (cip) group by 1"))
        opened = "select credential, count(*) from program_openings where answer = 'opens' group by 1"
        exams = dict(db.execute(opened))
        assert found.counts["career"] == careers
        assert {exam: number for exam, number in found.counts["opens"].items() if exam != "unknown"} == exams
        for name, counts in (("career", careers), ("opens", exams)):
            assert counts
            for option, number in counts.items():
                assert index.find(Wanted(choices={name: (option,)})).total == number, option
