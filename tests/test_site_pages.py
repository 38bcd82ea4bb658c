"""The pages that are read - program, compare, career, school, coverage - over chosen programs and the demo campus."""

import asyncio
import gzip
import json
import re
from html import unescape
from urllib.parse import quote

import chosen
import pytest
from conftest import Home
from test_search import Page, Pages

READ = ("/program/plain", "/program/free", "/program/unknown", "/program/hostile", "/program/gone",
        "/program/old-plain",
        "/compare", "/compare?id=plain&id=free&id=hostile&id=gone", "/careers", "/career/medical-assistant",
        "/career/medical-assistant?state=AZ", "/career/welder", "/school/100001", "/school/100002", "/coverage",
        "/about-the-data")  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("chosen"))
    chosen.make(home.folder)
    return Pages(home, "programs")


@pytest.fixture(scope="module")
def demo(demo_home):
    return Pages(demo_home, "demo")


@pytest.fixture(scope="module")
def federal(small_home):
    return Pages(small_home, "programs")


def page(site, path):
    return Page(site.get(path).text)


def structured(site, id):
    return json.loads(
        re.search(r'<script type="application/ld\+json">(.*?)</script>', site.get(f"/program/{id}").text)[1]
    )


# What a program's page says


def test_every_figure_opens_to_its_receipt(site):
    receipts = re.findall(r'<div class="receipt">.*?</div>', site.get("/program/plain").text, re.DOTALL)
    words = [Page(receipt).words for receipt in receipts]
    for printed in (
        "Total $12,500",
        "Tuition $9,000",
        "46 weeks (11.5 months)",
        "900 clock hours",
        "online lectures, labs on campus",
    ):
        assert any(
            printed in text and f"Printed on Alder College; read with these words on {chosen.DAY}" in text
            for text in words
        ), printed
    assert all(
        '<details class="' in before for before in site.get("/program/plain").text.split('<div class="receipt">')[:-1]
    )


def test_every_figure_of_the_demo_has_a_receipt_on_its_programs_page(demo):
    rows = demo.rows("/demo/figures", _size=1000, status__not="implied")
    by_program = {}
    for row in rows:
        if row["program_id"] and row["kind"] in ("price", "length", "delivery"):
            by_program.setdefault(row["program_id"], []).append(row["printed"])
    assert len(by_program) > 20
    for id, printed in by_program.items():
        words = page(demo, f"/program/{id}").words
        assert all(" ".join(text.split()) in words for text in printed), id


def test_an_unknown_price_is_said_and_is_never_zero(site):
    told = page(site, "/program/unknown")
    assert "Price from start to finish Not published on anything that we read" in told.words
    assert "Where you must be Not published" in told.words
    assert not re.search(r"\$0|PT0H|P0M|NaN|\bNone\b|\bnull\b", told.html)
    assert {"offers", "timeToComplete", "educationalProgramMode"} & structured(site, "unknown").keys() == set()


def test_words_that_are_not_understood_are_no_silence(site):
    words = page(site, "/program/competency").words
    assert "Price from start to finish Printed, but not understood" in words
    assert "Length Printed, but not understood" in words
    assert "at your own pace, competency-based" in words
    assert "How many months does it take full-time" in words
    assert "Printed, but not understood" in page(site, "/compare?id=competency&id=plain").words


def test_a_free_program_is_free(site):
    assert "Price from start to finish $0 (free)" in page(site, "/program/free").words
    assert structured(site, "free")["offers"] == {
        "@type": "Offer", "category": "tuition, fees, books", "price": 0, "priceCurrency": "USD"
    }  # fmt: skip


def test_structured_data_say_what_is_known(site):
    found = structured(site, "plain")
    assert found["timeToComplete"] == "P9M"
    assert found["educationalProgramMode"] == "blended"
    assert found["offers"]["price"] == 12500
    for id in ("resident", "at-least", "strange", "disputed"):
        assert "offers" not in structured(site, id), id


def test_a_total_with_a_part_missing_says_at_least(site):
    assert "Price from start to finish at least $4,000" in page(site, "/program/at-least").words


def test_sources_that_contradict_are_both_shown(site):
    words = page(site, "/program/disputed").words
    assert "Sources give different prices" in words
    assert "CHG1PY3=9100" in words
    assert "Total $6,000" in words
    assert "Another source's total" in words


def test_an_implausible_price_is_shown_and_marked(site):
    assert "$141,770" in (words := page(site, "/program/strange").words)
    assert "Look again: far above what such programs cost" in words


def test_clock_hours_and_months_stand_side_by_side_unconverted(site):
    words = page(site, "/program/plain").words
    assert "9 months, 900 clock hours" in words


def test_the_ladder_of_proof(site):
    words = page(site, "/program/plain").words
    assert "Claimed by the school · Commission on Accreditation of Allied Health Education Programs" in words
    assert "settles nothing: it does not cover this accreditor" in words
    assert "Ended · Accrediting Bureau of Health Education Schools list of 2026-09-01" in words
    assert "says: ended; ended 2019-05-05." in words
    assert "Accredited, on probation" in words
    assert "Last action: probation, 2026-01-01." in words
    untold = page(site, "/program/unknown").words
    assert "Not established: nothing that we read names an accreditor of this program. That is no “no”." in untold


def test_what_it_opens_with_routes_and_the_day_of_the_rule(site):
    words = page(site, "/program/plain").words
    assert "Exams that it opens CCMA" in words
    assert "Not established · CMA (AAMA)" in words
    assert "Other routes: Years of work." in words
    assert "Rule as of 2026-05-01" in words


def test_wages_carry_year_area_and_all_workers(site):
    words = page(site, "/program/plain").words
    assert "$45,690 U.S., May 2025" in words
    assert "Wages are of all workers in the occupation, not of graduates of this program." in words


def test_questions_are_made_of_what_is_unknown(site):
    unknown = page(site, "/program/unknown").words
    assert "What does the whole program cost" in unknown
    assert "Which parts are online, and what must I do in person" in unknown
    known = page(site, "/program/plain").words
    assert "What does the whole program cost" not in known
    assert "Who finds the place for the clinical part" in known
    assert "Until when does the accreditation by CAAHEP run" in known
    assert "May I sit the exam for CMA (AAMA) right after this program?" in known


def test_former_prices_stay(site):
    assert "Total $11,900”, last read 2025-10-01" in page(site, "/program/plain").words


def test_a_withdrawn_program_keeps_its_address(site):
    told = page(site, "/program/gone")
    assert "Gone Program is not listed any more" in told.words
    assert "Last seen on 2026-09-01" in told.words
    assert "Price: “Total $5,000”, 2024-25" in told.words


def test_a_merged_program_leads_on(site):
    told = page(site, "/program/old-plain?id=free")
    assert told.link("Medical Assistant, Alder College") == "/program/plain?id=free"


def test_an_address_that_never_was_is_not_found(site):
    for path in ("/program/nix", "/school/nix", "/career/nix", "/program/%3Cscript%3E"):
        response = asyncio.run(site.datasette.client.get(path))
        assert response.status_code == 404, path
        assert "<script>alert" not in response.text


def test_report_a_wrong_figure_names_the_program(site):
    link = page(site, "/program/plain").link("Report a wrong figure")
    assert quote("Program: plain") in link
    assert quote("Price shown: $12,500") in link


# Comparing


def test_the_address_is_the_shortlist(site):
    told = page(site, "/compare?id=plain&id=free")
    assert told.link("Remove: Medical Assistant") == "/compare?id=free"
    assert told.link("Find another") == "/search?id=plain&id=free"
    assert (
        page(site, "/program/dearer?id=plain&id=free").link("Add to compare") == "/compare?id=plain&id=free&id=dearer"
    )
    full = page(site, "/program/dearer?id=plain&id=free&id=resident&id=stranger").words
    assert "Four fit side by side; remove one there to add this." in full


def test_a_program_is_added_by_its_pasted_address(site):
    pasted = quote("https://tuitionary.example/program/free?id=x", safe="")
    response = asyncio.run(site.datasette.client.get(f"/compare?id=plain&add={pasted}"))
    assert (response.status_code, response.headers["location"]) == (302, "/compare?id=plain&id=free")
    response = asyncio.run(site.datasette.client.get("/compare?id=plain&add=%3Cb%3E"))
    assert response.headers["location"] == "/compare?id=plain"


def test_the_lowest_is_marked_among_alike_prices_only(site):
    assert page(site, "/compare?id=plain&id=dearer").words.count("lowest of these") == 1
    assert "$0 (free) lowest of these" in page(site, "/compare?id=plain&id=free").words


def test_the_shortest_is_marked_among_lengths_of_one_pace(site):
    def length(*ids):
        return page(site, "/compare?" + "&".join(f"id={id}" for id in ids)).words.split("Length in months")[1]

    assert "7 lowest of these" in length("day", "short")
    assert "lowest of these" not in length("day", "night")
    assert "lowest of these" not in length("plain", "dearer"), "one of them prints no pace, and both take 9 months"
    assert "lowest of these" not in length("day", "unknown")


@pytest.mark.parametrize(
    ("why", "ids"),
    [
        ("one is unknown", ("plain", "unknown")),
        ("they cover different parts", ("plain", "tuition-only")),
        ("they are for different students", ("resident", "stranger")),
        ("they are of different years", ("plain", "resident")),
        ("one leaves a part out", ("plain", "at-least")),
        ("one is implausible", ("plain", "strange")),
        ("one is disputed", ("plain", "disputed")),
        ("there is only one", ("plain",)),
        ("they are tied", ("day", "night")),
    ],
)
def test_no_winner_where(why, ids, site):
    words = page(site, "/compare?" + "&".join(f"id={id}" for id in ids)).words
    assert "lowest of these" not in words.split("Clock hours")[0], why


def test_unlike_scopes_are_marked(site):
    words = page(site, "/compare?id=plain&id=tuition-only").words
    assert "What is in it unlike tuition, fees, books tuition only" in words
    assert "These prices are not alike" in words
    assert "unlike" not in page(site, "/compare?id=plain&id=dearer").words.replace("not alike", "")


def test_compare_says_what_became_of_an_id(site):
    words = page(site, "/compare?id=old-plain&id=gone&id=nix").words
    assert "old-plain is now Medical Assistant" in words
    assert "Gone Program is not listed any more" in words
    assert "No program has the id nix" in words


# Careers, schools, coverage


def test_the_sentence_of_a_career(site):
    words = page(site, "/career/medical-assistant").words
    assert "6 programs at 1 institution, from $0 to $15,000, median $8,500" in words
    assert "4 more programs state no price that can be counted" in words
    assert "All workers in the occupation, not graduates of these programs." in words


def test_a_career_in_a_state_and_in_none(site):
    assert "in Arizona" in page(site, "/career/medical-assistant?state=AZ").words
    nowhere = page(site, "/career/medical-assistant?state=TX").words
    assert "No program states a whole price that can be counted in Texas" in nowhere
    assert "$0" not in nowhere
    assert page(site, "/career/medical-assistant?state=XX").words == page(site, "/career/medical-assistant").words


COUNTED = re.compile(r'<a href="(/(?:programs|demo)/[a-z_]+\?[^"]*)">([^<]*?)(\d[\d,]*)([^<]*)</a>')


@pytest.mark.parametrize("path", ["/career/medical-assistant", "/coverage", "/career/phlebotomist"])
@pytest.mark.parametrize("which", ["site", "demo", "federal"])
def test_every_number_links_to_exactly_the_rows_behind_it(which, path, request):
    asked = request.getfixturevalue(which)
    links = COUNTED.findall(asked.get(path).text)
    assert len(links) > 4 or path != "/coverage"
    for address, _, number, _ in links:
        table, _, query = unescape(address).partition("?")
        rows = asked.get(f"{table}.json?{query}&_size=0").json()["filtered_table_rows_count"]
        assert rows == int(number.replace(",", "")), address


def test_the_picture_has_its_numbers_as_text(site):
    html = site.get("/career/medical-assistant").text
    picture = re.search(r'<svg class="spread".*?</svg>', html, re.DOTALL)[0]
    assert 'role="img"' in picture
    assert "the table below gives the same in numbers" in picture
    assert "style=" not in picture
    assert "Certificate · private, for profit" in Page(html.split(picture)[1]).words


def test_a_school_lists_what_it_has_and_had(site):
    words = page(site, "/school/100001").words
    assert "15 programs" in words
    assert "Gone Program (certificate), last seen 2026-09-01" in words
    assert "Accredited, on probation" in words


def test_a_merged_school_says_so(site):
    told = page(site, "/school/100002")
    assert "this school is merged. It became part of Alder College" in told.words
    assert told.link("Alder College") == "/school/100001"


def test_coverage_counts_what_ipeds_knows_or_all(site):
    assert "Of the 15 programs at 1 school of this database" in page(site, "/coverage").words


# All of them


@pytest.mark.parametrize("path", READ)
def test_hostile_words_are_text_and_addresses_are_checked(site, path):
    html = site.get(path).text
    without_data = re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", html)
    assert "<script" not in without_data
    assert not re.search(r"<[^>]*\son\w+=", html)
    assert not re.search(r'href="\s*(?!https?://|/|#|mailto:)', html)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", html)
    assert not re.search(r"<[^>]*\sstyle=", html)


@pytest.mark.parametrize("path", READ)
def test_a_page_is_light_and_asks_no_other_host(site, path):
    response = asyncio.run(site.datasette.client.get(path))
    assert len(gzip.compress(response.content)) < 60_000
    assert not re.search(r'<(?:link|script|img|iframe|source)[^>]*(?:src|href)="(?:https?:)?//', response.text)
    assert "'unsafe" not in response.headers["content-security-policy"]


@pytest.mark.parametrize("path", READ)
def test_odd_parameters_are_dropped(site, path):
    plain = re.sub(r"\s+", " ", site.get(path).text)
    mark = "&" if "?" in path else "?"
    for odd in (
        "nix=1",
        "state=%00",
        "id=%00&id=",
        "page=-1",
        "state=%F0%9F%92%A9",
        "add",
        "id=" + "x" * 5000,
        "%ff=%fe",
    ):
        if "compare" in path and odd == "add":
            continue
        assert re.sub(r"\s+", " ", site.get(f"{path}{mark}{odd}").text) == plain, odd
