"""The real published files: how many programs, prices and records they hold, counted once by hand and kept."""

import json

from federal import SOURCES


def published(home, sql, *parameters):
    return home.rows(sql, *parameters, database="programs.db")


def test_every_source_is_accepted_and_says_what_it_could_not_have(whole_home):
    rows = published(whole_home, "select source, status, reason, notes from runs order by run")
    assert [row[:3] for row in rows] == [(source, "accepted", "") for source in SOURCES]
    assert json.loads(rows[0][3])[0] == "C_DEP: not published at any address that we know"


def test_programs_and_institutions_of_the_newest_year(whole_home):
    assert published(whole_home, "select count(*), count(distinct unitid) from programs") == [(105_544, 4_962)]
    assert published(whole_home, "select count(*) from programs where cip = '51.0707'") == [(642,)]
    assert published(whole_home, "select count(*) from programs where sources not like '%us_ipeds%'") == [(0,)]
    assert published(whole_home, "select distinct awlevel from programs order by 1") == [(2,), (3,), (4,), (20,), (21,)]


def test_every_table_keeps_its_own_year(whole_home):
    years = "select part, min(year), max(year) from listings group by part order by part"
    assert published(whole_home, years) == [
        ("C_A", 2022, 2022), ("IC", 2022, 2022), ("IC_AY", 2022, 2022), ("IC_PY", 2020, 2020),
    ]  # fmt: skip
    assert published(whole_home, "select distinct price_year from programs where price_year != ''") == [("2020-21",)]
    assert published(whole_home, "select distinct year_price_year from programs order by 1") == [("",), ("2022-23",)]
    assert published(whole_home, "select distinct as_of from programs") == [("2022",)]


def test_programs_and_institutions_of_2020(home_of_2020):
    offers = "select count(*), count(distinct unitid), min(year), max(year) from listings where part = 'C_A'"
    assert home_of_2020.rows(offers) == [(99_033, 5_033, 2020, 2020)]
    assert home_of_2020.rows("select distinct year from listings union select year from institutions") == [(2020,)]


LARGEST = "select count(*) from listings where part = 'IC_PY'"
PRICED = """select count(distinct listing) from figures
            where listing like 'IC_PY/%' and component = 'tuition_and_fees' and status = 'published'"""


def test_prices_and_lengths_of_programs(whole_home):
    assert whole_home.rows(LARGEST) == [(8_322,)]
    assert whole_home.rows(PRICED) == [(8_267,)]


def test_prices_and_lengths_of_programs_of_2020(home_of_2020):
    assert home_of_2020.rows(LARGEST) == [(8_322,)]
    assert home_of_2020.rows(PRICED) == [(8_267,)]


def test_the_largest_programs_own_column_is_no_price(whole_home):
    own = "select count(*), count(value_min), min(status), max(status) from figures where printed like 'CIPTUIT1=%'"
    assert published(whole_home, own) == [(47, 0, "unparsed", "unparsed")]


def test_completions_of_none_are_programs_too(whole_home):
    assert published(whole_home, "select count(*) > 20000 from programs where completions = 0") == [(1,)]
    assert published(whole_home, "select count(*) from programs where completions is null") == [(0,)]


def test_an_implausible_price_is_marked_and_is_there_to_be_seen(whole_home):
    sql = """select cip, price_total_min >= 141770, price_look_again like 'price 141,770 is far above the usual%'
             from programs where id in (select program_id from figures where value_min = 141770)"""
    assert published(whole_home, sql) == [("51.0801", 1, 1)]
    seen = "select printed, look_again != '' from figures where value_min = 141770 and component = 'tuition_and_fees'"
    assert published(whole_home, seen) == [("CIPTUIT2=141770", 1)]
    (notes,) = published(whole_home, "select notes from runs where source = 'us_ipeds'")[0]
    assert "figures look implausible" in notes


def test_a_price_a_year_is_never_a_price_of_a_program(whole_home):
    sql = """select count(*) from programs p where price_total_min is not null and not exists (
                 select 1 from figures f where f.program_id = p.id and f.part = 'IC_PY' and f.kind = 'price'
                     and f.basis = 'program' and f.value_min > 0)"""
    assert published(whole_home, sql) == [(0,)]
    assert published(whole_home, "select count(*) from figures where part = 'IC_AY' and basis = 'program'") == [(0,)]
    assert published(whole_home, "select count(*) from figures where part = 'IC_AY' and program_id != ''") == [(0,)]


def test_the_band_of_an_award_level_is_never_a_stated_length(whole_home):
    bands = "select distinct status from figures where printed like 'AWLEVEL=%' and kind = 'length'"
    assert published(whole_home, bands) == [("implied",)]
    sql = """select count(*) from programs p where length_status != 'implied' and not exists (
                 select 1 from figures f where f.program_id = p.id and f.part = 'IC_PY' and f.kind = 'length')"""
    assert published(whole_home, sql) == [(0,)]


def test_records_of_accreditation_and_how_many_have_ended(whole_home):
    assert published(whole_home, "select count(*), sum(standing = 'ended') from accreditations") == [(49_204, 17_045)]
    living = "select count(*) from accreditations where standing != 'ended' and level = 'programmatic'"
    assert published(whole_home, living) == [(12_549,)]
    wrong = "select count(*) from accreditations where ended_on != '' and standing in ('accredited', 'candidate')"
    assert published(whole_home, wrong) == [(0,)]


def test_schools_of_2020_that_the_list_of_accreditation_knows_by_their_number(home_of_2020):
    schools = {unitid for (unitid,) in home_of_2020.rows("select distinct unitid from listings where part = 'C_A'")}
    printed = home_of_2020.rows("select unitids from dapip_places where unitids != ''")
    known = {unitid.strip() for (text,) in printed for unitid in text.split(",")}
    assert (len(schools), len(schools & known)) == (5_033, 4_900)


def test_wages_and_projections_of_an_occupation(whole_home):
    columns = "annual_median, wage_period, projection_annual_median, from_year, to_year"
    rows = published(whole_home, f"select {columns} from occupations where soc = '29-2072'")
    assert rows == [(51_140, "May 2025", 50_250, 2024, 2034)]


def test_a_field_has_its_title_and_its_occupations(whole_home):
    (title,) = published(whole_home, "select distinct field from programs where cip = '51.0707'")[0]
    assert title == "Health Information/Medical Records Technology/Technician"
    occupations = "select soc from cip_occupations where cip = '51.0707' order by soc"
    assert ("29-2072",) in published(whole_home, occupations)
    assert published(whole_home, "select count(*) from cip_occupations where soc = '99-9999'") == [(0,)]


def test_a_search_for_medical_records_finds_its_programs(whole_home):
    found = """select count(*) from programs where cip = '51.0707'
               and rowid in (select rowid from programs_fts where programs_fts match 'medical records')"""
    assert published(whole_home, found) == [(642,)]


def test_closed_and_merged_schools_are_marked_and_not_lost(whole_home):
    statuses = dict(published(whole_home, "select status, count(*) from institutions group by 1"))
    assert sum(statuses.values()) == 6_256
    assert set(statuses) >= {"active", "closed", "merged"}
    assert published(whole_home, "select count(*) from programs where institution is null") == [(0,)]


def test_text_in_windows_1252_is_read_as_such(whole_home):
    assert published(whole_home, "select unitid from institutions where name = 'Dewey University-Juana Díaz'") != []
    odd = "select count(*) from institutions where name || city like '%' || char(65533) || '%'"
    assert published(whole_home, odd) == [(0,)]


# --- accreditation that can be trusted -------------------------------------------------------------------------------

RUNGS = "('accredited', 'warning', 'probation', 'show_cause', 'candidate', 'approved')"


def test_no_ended_record_shows_as_accredited(whole_home):
    for table in ("program_accreditations", "institution_accreditations"):
        wrong = f"select count(*) from {table} where standing in {RUNGS} and ended_on != ''"
        assert published(whole_home, wrong) == [(0,)]
        lost = f"select count(*) from {table} where standing = 'accredited' and sanction != ''"
        assert published(whole_home, lost) == [(0,)]
    assistants = """select count(*), sum(standing = 'ended') from accreditations
                    where accreditor = 'ABHES' and program like 'Medical Assist%'"""
    assert published(whole_home, assistants) == [(291, 205)]
    of_ended_alone = """
        select count(*) from program_accreditations a where a.standing in ('accredited', 'candidate') and not exists (
            select 1 from accreditations r join accredited_places p using (dapip_id)
            where r.accreditor = a.accreditor and r.program = a.program and r.dapip_id = a.dapip_id
                and r.ended_on = '')"""
    assert published(whole_home, of_ended_alone) == [(0,)]


def test_sanctions_are_shown_with_their_day(whole_home):
    rows = published(
        whole_home, "select standing, count(*), min(sanction_on != '') from program_accreditations group by 1"
    )
    counts = {standing: (count, dated) for standing, count, dated in rows}
    assert counts["probation"] == (43, 1)
    assert counts["show_cause"] == (9, 1)
    assert counts["accredited"][0] > 1500


def test_nothing_is_matched_by_a_name_alone(whole_home):
    sql = (
        """select school_match from program_accreditations union select school_match from institution_accreditations"""
    )
    assert set(published(whole_home, sql)) == {("unitid",), ("opeid",), ("parent",)}
    strangers = """select count(*) from program_accreditations a join programs p on p.id = a.program_id
        join accredited_places d using (dapip_id)
        left join accredited_places parent on parent.dapip_id = d.parent_dapip_id
        where d.unitid is not p.unitid and parent.unitid is not p.unitid"""
    assert published(whole_home, strangers) == [(0,)]


def test_fields_of_agencies_that_do_not_report_are_not_checked(whole_home):
    sql = """select distinct program_accreditation from programs
             where cip in ('51.0707', '51.0713', '51.0908', '51.0910', '51.0805', '51.1009')"""
    assert published(whole_home, sql) == [("not_checked",)]


def test_a_field_that_two_awards_share_is_proven_of_neither(whole_home):
    sql = """select count(*) from program_accreditations a join programs p on p.id = a.program_id
             where a.program_match = 'only_offer'
                 and (select count(*) from programs o where o.unitid = p.unitid and o.cip = p.cip) > 1"""
    assert published(whole_home, sql) == [(0,)]


def test_what_opens_a_credential_is_on_a_list(whole_home):
    sql = """select count(*) from program_openings o where answer = 'opens' and credential in ('DANB CDA', 'NBSTSA CST')
             and not exists (select 1 from program_accreditations a where a.program_id = o.program_id
                 and a.listed in ('accredited', 'warning', 'probation', 'show_cause') and a.standing = a.listed)"""
    assert published(whole_home, sql) == [(0,)]
    counts = dict(
        published(whole_home, "select answer, count(*) from program_openings where credential = 'DANB CDA' group by 1")
    )
    assert counts["opens"] > 100
    assert set(counts) == {"opens", "not_established"}
