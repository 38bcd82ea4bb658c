"""The demo campus end to end: gathered over real HTTP by ordinary college spiders, twice, and published."""

import json
import shutil

import pytest
from conftest import Home

CATALOG = "DEMO08-silver-fork-catalog-preview-program-catoid-12"


def programs(home, columns):
    sql = f"select {columns} from programs order by id"
    return home.rows(sql, database="demo.db")


def test_every_readable_page_is_a_program_of_a_demo_school(demo_home):
    rows = programs(demo_home, "institution, unitid")
    assert len(rows) == 53
    assert len({unitid for _, unitid in rows}) == 13
    assert all(name.startswith("DEMO ") and unitid.startswith("DEMO") for name, unitid in rows)


def test_invented_schools_have_a_database_of_their_own(demo_home):
    assert not (demo_home.folder / "collected.db").exists()
    assert not (demo_home.folder / "programs.db").exists()
    assert not demo_home.rows("select 1 from sources where source like 'us_%'", database="demo-collected.db")


@pytest.mark.parametrize(
    ("program", "price", "status", "covers", "residency"),
    [
        ("DEMO01-red-valley-medical-assisting", 16440, "published", "total", "any"),
        ("DEMO01-red-valley-hvac", 18550, "computed", "tuition, fees, supplies", "any"),
        ("DEMO02-lake-prairie-medical-coding", 10080, "computed", "tuition, fees", "in_state"),
        ("DEMO04-northgate-health-information-technology", 21600, "published", "tuition, fees", "any"),
        ("DEMO05-green-harbor-welding", 14750, "published", "total", "any"),
        ("DEMO07-maple-crossing-medical-records", None, "not_published", "", ""),
        (
            "DEMO08-silver-fork-catalog-preview-program-catoid-12-poid-312",
            6786,
            "computed",
            "tuition, fees",
            "in_state",
        ),
        ("DEMO09-cedar-basin-areas-trades-automotive-technology", 8580, "published", "total", "in_state"),
        ("DEMO10-bright-willow-barbering", 13500, "conflicting", "total", "any"),
        ("DEMO10-bright-willow-courses-esthetics", 10950, "computed", "tuition, books", "any"),
        ("DEMO10-bright-willow-courses-manicure", 6600, "published", "tuition", "any"),
        ("DEMO10-bright-willow-massage", 7900, "published", "tuition", "any"),
        ("DEMO11-iron-range-cdl-a", 5580, "computed", "tuition, books", "any"),
        ("DEMO11-iron-range-cdl-b", 2995, "published", "tuition", "any"),
        ("DEMO11-iron-range-disclosures-cdl-a-gedt", 6270, "computed", "tuition, fees, books", "any"),
        ("DEMO12-harvest-plains-emergency-medical-technician", None, "linked_elsewhere", "", ""),
        ("DEMO12-harvest-plains-practical-nursing", 11480, "published", "tuition", "any"),
        ("DEMO12-harvest-plains-welding", 5890, "published", "tuition, fees", "any"),
        ("DEMO13-lantern-city-classes-office-skills-certificate", 0, "published", "tuition", "any"),
        ("DEMO13-lantern-city-classes-dialysis-technician-certificate", None, "not_published", "", ""),
    ],
)
def test_the_whole_price_in_every_shape_of_page(demo_home, program, price, status, covers, residency):
    sql = "select price_total_min, price_status, price_covers, price_residency from programs where id = ?"
    assert demo_home.rows(sql, program, database="demo.db") == [(price, status, covers, residency)]


def test_a_price_per_credit_is_multiplied_for_each_residency_and_keeps_its_arithmetic(demo_home):
    sql = """select residency, value_min, printed from figures
             where program_id = 'DEMO02-lake-prairie-medical-coding' and component = 'total' and kind = 'price'
                 and basis = 'program' order by value_min"""
    rows = demo_home.rows(sql, database="demo.db")
    assert [(residency, amount) for residency, amount, _ in rows] == [
        ("in_district", 4800), ("in_state", 10080), ("out_of_state", 12210)
    ]  # fmt: skip
    assert all("30 credits x" in printed for _, _, printed in rows)


def test_a_school_that_prints_no_price_has_none(demo_home):
    sql = "select price_total_min, price_status from programs where unitid = 'DEMO07'"
    assert demo_home.rows(sql, database="demo.db") == [(None, "not_published")] * 3


def test_a_changed_price_closes_the_old_figure_and_opens_the_new(demo_home):
    sql = """select value_min, since_run, until_run from figures
             where listing like '%/red-valley/medical-coding%' and component = 'tuition_and_fees' order by since_run"""
    old, new = demo_home.rows(sql, database="demo-collected.db")
    assert (old[0], new[0]) == (11250, 11650)
    assert old[2] == new[1]
    assert new[2] is None


def test_the_second_gathering_asks_for_nothing_that_has_not_changed(demo_home):
    sql = "select source, opened, closed, bytes from runs where run > 14 and source != 'demo_red_valley'"
    runs = demo_home.rows(sql, database="demo-collected.db")
    assert len(runs) == 13
    assert [(opened, closed) for _, opened, closed, _ in runs] == [(0, 0)] * 13


def test_a_broken_page_is_told_and_the_school_is_still_accepted(demo_home):
    sql = "select status, notes from runs where source = 'demo_copper_ridge'"
    for status, notes in demo_home.rows(sql, database="demo-collected.db"):
        assert status == "accepted"
        assert "/copper-ridge/welding.html: answered 500" in notes


@pytest.mark.parametrize(
    ("source", "page", "why"),
    [
        ("demo_silver_fork", "catoid=9&poid=205", "archived catalog"),
        ("demo_silver_fork", "catoid=12&poid=311", "bachelor's"),
        ("demo_northgate", "health-information-management", "bachelor's"),
        ("demo_maple_crossing", "medical-transcription", "does not exist"),
    ],
)
def test_a_page_that_is_not_listed_is_told_with_the_reason(demo_home, source, page, why):
    (notes,) = demo_home.rows("select notes from runs where source = ? limit 1", source, database="demo-collected.db")[
        0
    ]
    assert any(page in note and why in note for note in json.loads(notes)), notes


def test_three_prices_for_one_thing_are_three_figures(demo_home):
    sql = """select value_min, status from figures where program_id = 'DEMO10-bright-willow-barbering'
             and kind = 'price' and component = 'tuition' order by 1"""
    assert demo_home.rows(sql, database="demo.db") == [
        (13500, "conflicting"), (13900, "conflicting"), (14400, "conflicting")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "trap", ["$99,999", "scholarship", "Bachelor", "$77,777", "$3,200", "$275", "$1,400", "$102.10", "$7,412", "$9,800"]
)
def test_traps_give_no_figure(demo_home, trap):
    sql = "select printed from figures where status = 'published' and kind = 'price' and printed like ?"
    assert not demo_home.rows(sql, f"%{trap}%", database="demo.db")


def test_no_address_that_robots_txt_forbids_was_asked(demo_home):
    assert not demo_home.rows("select url from captures where url like '%/admin/%'", database="demo-collected.db")


def test_seeking_and_approval_are_not_accreditation(demo_home):
    sql = "select program_accreditation, count(*) from programs group by 1"
    standings = dict(demo_home.rows(sql, database="demo.db"))
    assert standings["seeking"] == 1
    assert set(standings) == {"claimed", "seeking", "approved", "not_checked"}
    assert not demo_home.rows("select 1 from programs where program_accreditor like '%AAPC%'", database="demo.db")


def test_every_published_number_stands_in_its_words(demo_home):
    sql = """select figure, printed, value_min, value_max from figures
             where status = 'published' and kind = 'price' and value_min is not null"""
    for figure, printed, low, high in demo_home.rows(sql, database="demo.db"):
        amounts = printed.replace(",", "").replace("Free", "0")
        assert f"{low:g}" in amounts, (figure, printed)
        assert f"{high:g}" in amounts, (figure, printed)


def test_from_any_figure_one_join_leads_to_words_page_time_and_hash(demo_home):
    sql = """select count(*), count(f.printed), count(f.url), count(c.fetched_at), count(nullif(c.kept_sha256, '')),
                 count(r.parser_version)
             from figures f left join captures c using (capture) left join runs r on r.run = f.since_run"""
    counts = set(demo_home.rows(sql, database="demo.db")[0])
    assert len(counts) == 1


def test_reparse_changes_nothing_when_the_readers_are_the_same(demo_home, tmp_path):
    home = Home(shutil.copytree(demo_home.folder, tmp_path / "home"))
    before = home.dump("runs", "captures", "sources", database="demo-collected.db")
    reread = home.run("reparse")
    assert reread.returncode == 0, reread.stdout + reread.stderr
    assert reread.stdout.count("0 rows new, 0 ended") == 14
    assert home.dump("runs", "captures", "sources", database="demo-collected.db") == before
