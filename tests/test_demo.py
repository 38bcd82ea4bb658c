"""The demo campus end to end: gathered over real HTTP by ordinary college spiders, twice, and published."""

import shutil

import pytest
from conftest import Home


def programs(home, columns):
    sql = f"select {columns} from programs order by id"
    return home.rows(sql, database="demo.db")


def test_every_readable_page_is_a_program_of_a_demo_school(demo_home):
    rows = programs(demo_home, "institution, unitid")
    assert len(rows) == 29
    assert len({unitid for _, unitid in rows}) == 7
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
    sql = "select source, opened, closed, bytes from runs where run > 8 and source != 'demo_red_valley'"
    runs = demo_home.rows(sql, database="demo-collected.db")
    assert len(runs) == 7
    assert [(opened, closed) for _, opened, closed, _ in runs] == [(0, 0)] * 7


def test_a_broken_page_is_told_and_the_school_is_still_accepted(demo_home):
    sql = "select status, notes from runs where source = 'demo_copper_ridge'"
    for status, notes in demo_home.rows(sql, database="demo-collected.db"):
        assert status == "accepted"
        assert "/copper-ridge/welding.html: answered 500" in notes


@pytest.mark.parametrize("trap", ["99,999", "scholarship", "Bachelor"])
def test_traps_give_no_figure(demo_home, trap):
    sql = "select printed from figures where status = 'published' and kind = 'price' and printed like ?"
    assert not demo_home.rows(sql, f"%{trap}%", database="demo.db")


def test_no_address_that_robots_txt_forbids_was_asked(demo_home):
    assert not demo_home.rows("select url from captures where url like '%/admin/%'", database="demo-collected.db")


def test_seeking_and_approval_are_not_accreditation(demo_home):
    sql = "select program_accreditation, count(*) from programs group by 1"
    standings = dict(demo_home.rows(sql, database="demo.db"))
    assert standings["seeking"] == 1
    assert set(standings) == {"claimed", "seeking", "not_checked"}
    assert not demo_home.rows("select 1 from programs where program_accreditor like '%AAPC%'", database="demo.db")


def test_every_published_number_stands_in_its_words(demo_home):
    sql = """select figure, printed, value_min, value_max from figures
             where status = 'published' and kind = 'price' and value_min is not null"""
    for figure, printed, low, high in demo_home.rows(sql, database="demo.db"):
        amounts = printed.replace(",", "")
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
    assert reread.stdout.count("0 rows new, 0 ended") == 8
    assert home.dump("runs", "captures", "sources", database="demo-collected.db") == before
