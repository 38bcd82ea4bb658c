"""Bugs of other directories, as tests of our data (research/product.md, section 6, by its numbers), words to tables.

 1 unknown is never 0 or ""         here; in JSON and CSV test_site.test_unknown_is_never_zero_in_json_or_csv
 2 free is $0 and known             here
 3 unknown fails a maximum price    test_site.test_a_maximum_price_is_a_number_and_an_unknown_price_never_passes
 4 words stay whole                 here
 5 hybrid is not online             here
 6 no fixed length is its own state here
 7 facets count "not published"     test_site.test_not_published_is_a_facet_value_with_its_count
 8 codes keep their zeros           test_site.test_codes_survive_as_text, test_ipeds.test_damaged_codes_are_padded_...
 9 a maximum price is a number      here, and as 3
10 ended is not accredited          test_dapip.test_an_ended_record_is_history_and_no_accreditation
11 a claim covers one award         test_demo.test_seeking_and_approval_are_not_accreditation, and with the ladder
13 36 credits of unknown kind       here
14 clock hours and quarter credits  here
15 46 weeks (11.5 months)           here
16 band, plan and scholarship       here
20 an unknown parameter             here
21 re-reading; a quarter less       test_reparse_..., here; test_accept, test_store
25 school against IPEDS             test_witnesses.test_a_contradiction_is_shown_as_such_with_both_values_and_no_average
12, 17-19, 22-24 concern pages, crawls and credentials.
"""

import asyncio
import csv
import io
import shutil

import pytest
from conftest import Home
from datasette.app import Datasette
from directory import SCHOOL, Directory, offer

from db.metadata import load
from db.records import Listing, Words
from pipelines.normalize import normalized
from pipelines.validate import Validate

QUERIES = load("queries")


def read(key, *words, name="Medical Assistant", cip="51.0801"):
    """A page as spiders give it: words of each kind, read by the pipelines."""
    listing = Listing("al_alder", key, SCHOOL, name, cip=cip, cip_basis="printed", url=f"https://alder.example{key}",
                      words=[Words(*one) for one in words])  # fmt: skip
    return Validate().process_item(normalized(listing))


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    directory = Directory(tmp_path_factory.mktemp("bugs"))
    directory.registry(offer(3))
    certificate = ("award", "Certificate", "Award")
    directory.crawl(
        "al_alder",
        read("/cheap", certificate, ("price", "$2,000", "Total cost"), ("delivery", "Online")),
        read("/dear", certificate, ("price", "$10,000", "Total cost"), ("delivery", "Hybrid")),
        read("/nine", certificate, ("price", "$9,000", "Total cost"), ("delivery", "On campus")),
        read("/free", certificate, ("price", "$0", "Total cost")),
        read("/unknown", certificate, ("price", "Call for tuition", "Tuition"), name="Clinical Medical Assistant"),
        read("/own-pace", certificate, ("length", "Competency-based, self-paced", "Length"), name="Scribe", cip=""),
        read("/credits", certificate, ("length", "36 credits", "Length"), name="Office Medical Assistant"),
        read("/both", certificate, ("length", "900 clock hours", "Length"), ("length", "90 quarter credits", "Credits"),
             name="Advanced Medical Assistant"),
        read("/weeks", certificate, ("length", "46 weeks (11.5 months)", "Length"), name="Dental", cip="51.0601"),
        read("/band", certificate, ("price", "12-18 credits: $2,800 flat rate per semester", "Tuition"),
             ("price", "Payment plan: $250 per month", ""), ("price", "A $1,500 scholarship is available", ""),
             name="Massage", cip="51.3501"),
        read("/words", certificate, ("length", "None of the above; HS diploma required", "Length"), name="Barbering",
             cip="12.0402"),
    )  # fmt: skip
    directory.publish()
    return directory


def one(directory, page, columns):
    (row,) = directory.rows(f"select {columns} from programs where id = ?", f"{SCHOOL}-{page}")
    return row


def ask(directory, query, **given):
    names = dict.fromkeys(("cip", "state", "award", "max_price", "max_months"), "")
    return directory.rows(QUERIES[query]["sql"], named=names | given)


def test_1_unknown_is_null_with_a_status_and_never_a_zero(directory):
    columns = "price_total_min, price_total_max, months_min, clock_hours, credits, price_status"
    *numbers, status = one(directory, "unknown", columns)
    assert numbers == [None] * 5
    assert status in ("unparsed", "not_published")
    zeros = "0 in (price_total_min, price_total_max, months_min, months_max, clock_hours, credits)"
    assert directory.rows(f"select id from programs where {zeros}") == [(f"{SCHOOL}-free",)]


def test_2_free_is_a_price_of_zero_and_the_cheapest_of_the_known(directory):
    assert one(directory, "free", "price_total_min, price_status") == (0, "published")
    prices = [row[5] for row in ask(directory, "affordable", cip="51.0801", max_price="99999")]
    assert prices == [0, 2000, 9000, 10000], "free comes first, and what is unknown is not there"


def test_4_words_that_are_not_understood_stay_whole(directory):
    words = "select printed, status, value_min from figures where program_id = ? and kind = 'length'"
    assert directory.rows(words, f"{SCHOOL}-words") == [("None of the above; HS diploma required", "unparsed", None)]


def test_5_hybrid_and_unknown_are_not_online(directory):
    online = directory.rows("select id from programs where delivery = 'online' and unitid = ?", SCHOOL)
    assert online == [(f"{SCHOOL}-cheap",)]
    assert one(directory, "dear", "delivery") == ("hybrid",)
    assert one(directory, "unknown", "delivery, delivery_status") == ("unknown", "not_published")


def test_6_no_fixed_length_keeps_its_words_and_is_not_unreported(directory):
    words = "select printed, status from figures where program_id = ? and kind = 'length'"
    assert directory.rows(words, f"{SCHOOL}-own-pace") == [("Competency-based, self-paced", "unparsed")]
    assert one(directory, "own-pace", "months_min, length_status") == (None, "unparsed")
    assert one(directory, "free", "months_min, length_status") == (None, "not_published")


def test_9_a_maximum_price_is_compared_as_a_number(directory):
    found = {row[5] for row in ask(directory, "affordable", cip="51.0801", max_price="9000")}
    assert found == {0, 2000, 9000}


def test_13_credits_of_unknown_kind_tell_no_award_level(directory):
    assert one(directory, "credits", "credits, awlevel, months_min") == (36, None, None)


def test_14_clock_hours_and_credits_stand_side_by_side(directory):
    assert one(directory, "both", "clock_hours, credits, length_status") == (900, 90, "published")
    lengths = "select value_min, unit, status from figures where program_id = ? and kind = 'length' order by unit"
    assert directory.rows(lengths, f"{SCHOOL}-both") == [(90, "credits", "published"), (900, "hours", "published")]


def test_15_two_printings_of_one_length_are_one_row_with_the_printed_months(directory):
    assert one(directory, "weeks", "months_min, months_max") == (11.5, 11.5)
    lengths = "select value_min, unit from figures where program_id = ? and kind = 'length' order by unit"
    assert directory.rows(lengths, f"{SCHOOL}-weeks") == [(11.5, "months"), (46, "weeks")]


def test_16_a_band_a_plan_and_a_scholarship_are_no_price_of_the_program(directory):
    assert one(directory, "band", "price_total_min")[0] is None
    sql = "select count(*) from figures where program_id = ? and basis = 'program' and value_min is not null"
    assert directory.rows(sql, f"{SCHOOL}-band") == [(0,)]


def test_20_an_unknown_parameter_of_a_question_is_dropped_and_the_rest_answered(directory):
    site = Datasette(immutables=[str(directory.published)], metadata={"databases": {"programs": {"queries": QUERIES}}})
    answer = asyncio.run(
        site.client.get("/programs/affordable.json?max_price=9000&cip=51.0801&colour=blue&_shape=array")
    )
    assert answer.status_code == 200
    assert [row["price_total_min"] for row in answer.json()] == [0, 2000, 9000]


def test_1_and_8_by_csv(directory):
    site = Datasette(immutables=[str(directory.published)])
    text = asyncio.run(site.client.get("/programs/programs.csv?_size=max")).text
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows[f"{SCHOOL}-unknown"]["price_total_min"] == ""
    assert rows[f"{SCHOOL}-free"]["price_total_min"] == "0"
    assert {row["cip"] for row in rows.values()} >= {"51.0801", "12.0402"}


OF_RUNS = ("sources", "runs", "captures", "sqlite_stat1", "dictionary_tables", "dictionary_columns")


@pytest.mark.long
def test_21_re_reading_everything_twice_gives_identical_tables(demo_home, crawled_home, tmp_path):
    demo = Home(shutil.copytree(demo_home.folder, tmp_path / "demo"))
    for home, database in ((demo, "demo.db"), (crawled_home, "programs.db")):
        before = home.dump(*OF_RUNS, database=database)
        assert before["programs"]
        for _ in range(2):
            for command in ("reparse", "publish"):
                done = home.run(command)
                assert done.returncode == 0, done.stdout + done.stderr
            assert home.dump(*OF_RUNS, database=database) == before
