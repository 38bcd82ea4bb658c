"""Several witnesses of one fact: all are kept, one is shown by a written order, and what contradicts is said."""

from dataclasses import replace

import pytest
from directory import SCHOOL, Directory, offer, page, total

from db.records import Figure, Listing, Provider

PROGRAM = f"{SCHOOL}-510801-21"
IPEDS = "us_ipeds"
LIST = "al_list"
PRICES = "price_total_min, price_total_max, price_status"


def federal(price, year="2025-26", residency="not_stated", **columns):
    """What IPEDS states of the largest programs of a school."""
    key = f"IC_PY/{SCHOOL}/51.0801/1"
    figure = total(
        price, IPEDS, key, "https://nces.example/py", status="computed", printed=f"fees 0 + tuition {price} = {price}",
        residency=residency, academic_year=year, what="tuition, fees, books", **columns,
    )  # fmt: skip
    return Listing(
        IPEDS, key, SCHOOL, "", "IC_PY", cip="51.0801", year=2026, url="https://nces.example/py", figures=[figure]
    )


def of_the_state(price=None, key="77", **columns):
    return replace(page(key, price=price, source=LIST, **columns), part="list")


@pytest.fixture
def published(tmp_path):
    """A function from what a school's page, the state's list and IPEDS say to the published directory."""

    def publish(school=None, state=None, ipeds=None, read=None):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        directory = Directory(folder)
        directory.registry(offer(21), *([ipeds] if ipeds else []))
        days = {"school": "2026-03-01", "state": "2026-03-01"} | (read or {})
        if school:
            directory.crawl("al_alder", school, on=days["school"])
        if state:
            directory.crawl(LIST, state, on=days["state"])
        directory.publish()
        return directory

    return publish


def shown(directory, columns=PRICES):
    (row,) = directory.rows(f"select {columns} from programs where id = ?", PROGRAM)
    return row


def figures(directory, kind="price"):
    columns = "source, value_min, shown, disagrees"
    sql = f"select {columns} from figures where program_id = ? and kind = ? and shown is not null"
    return directory.rows(sql, PROGRAM, kind)


def test_the_schools_own_page_is_shown_then_the_state_then_the_government(published):
    directory = published(page(price=5000), of_the_state(5100), federal(5200))
    assert shown(directory) == (5000, 5000, "published")
    assert {(source, shown) for source, _, shown, _ in figures(directory)} == {("al_alder", 1), (LIST, 0), (IPEDS, 0)}
    assert directory.rows("select sources from programs where id = ?", PROGRAM) == [(f"al_alder,{LIST},us_ipeds",)]
    assert shown(published(None, of_the_state(5100), federal(5200)))[0] == 5100
    assert shown(published(None, None, federal(5200)))[::2] == (5200, "computed")


def test_a_page_that_was_not_read_for_long_comes_last(published):
    directory = published(page(price=5000), of_the_state(5100), federal(5200), read={"school": "2024-12-01"})
    assert shown(directory)[0] == 5100
    assert [(source, shown) for source, _, shown, _ in figures(directory)] == [(IPEDS, 0), ("al_alder", 0), (LIST, 1)]


def test_a_contradiction_is_shown_as_such_with_both_values_and_no_average(published):
    directory = published(page(price=5000), None, federal(9000))
    assert shown(directory) == (5000, 5000, "conflicting")
    assert figures(directory) == [(IPEDS, 9000, 0, "5000 of al_alder is shown"), ("al_alder", 5000, 1, "")]


@pytest.mark.parametrize(
    ("school", "ipeds", "status"),
    [
        pytest.param(5000, federal(5500), "published", id="a tenth more"),
        pytest.param(5000, federal(5600), "conflicting", id="more than a tenth"),
        pytest.param(5000, federal(6400, "2020-21"), "published", id="of five years before: five times 5 % more"),
        pytest.param(5000, federal(7000, "2020-21"), "conflicting", id="too much even so"),
        pytest.param(400, federal(449), "published", id="less than 50 dollars"),
        pytest.param(5000, federal(9000, residency="out_of_state"), "published", id="for other students"),
        pytest.param(5000, federal(9000, level="at_least"), "published", id="with a part missing"),
    ],
)
def test_how_far_prices_may_differ(published, school, ipeds, status):
    assert shown(published(page(price=school), None, ipeds))[2] == status


@pytest.mark.parametrize(
    ("school", "state", "status"),
    [(9, 9, "published"), (9, 10, "published"), (9, 11, "conflicting"), (24, 26, "published"), (24, 27, "conflicting")],
)
def test_how_far_lengths_may_differ(published, school, state, status):
    directory = published(page(months=school), of_the_state(months=state))
    assert shown(directory, "months_min, months_max, length_status") == (school, school, status)


@pytest.mark.parametrize(
    ("school", "state", "mode", "status"),
    [
        ("online", "online", "online", "published"),
        ("online", "hybrid", "online", "conflicting"),
        ("online", "multiple", "online", "published"),
        ("", "hybrid", "hybrid", "published"),
    ],
)
def test_modes_that_differ(published, school, state, mode, status):
    one, other = page(), of_the_state()
    for listing, value in ((one, school), (other, state)):
        if value:
            figure = Figure(listing.source, listing.listing, "delivery", value, value=value, url=listing.url)
            listing.figures.append(figure)
    assert shown(published(one, other), "delivery, delivery_status") == (mode, status)


def test_two_offerings_of_one_price_in_two_modes_are_one_program_of_several_modes(tmp_path):
    directory = Directory(tmp_path)
    directory.registry(offer(21))
    pages = []
    for key, value in (("/ma", "in_person"), ("/ma-online", "online")):
        one = page(key, price=5000)
        one.figures.append(Figure("al_alder", key, "delivery", value, value=value, url=one.url))
        pages.append(one)
    directory.crawl("al_alder", *pages)
    directory.publish()
    assert shown(directory, "delivery, delivery_status, price_total_min") == ("multiple", "published", 5000)


def test_an_implied_length_contradicts_nothing(published):
    band = offer(21)
    directory = published(page(months=30), None, None)
    assert band.awlevel == 21
    assert shown(directory, "months_min, length_status") == (30, "published")


def test_a_school_that_only_a_list_knows_has_its_programs(tmp_path):
    directory = Directory(tmp_path)
    directory.registry(offer(21))
    row = replace(of_the_state(900, "88", unitid="", name="Nurse Aide", cip="51.3902"), provider="p1")
    school = Provider(
        LIST, "p1", "Elm Street Training", city="Mobile", state="AL", zip="36602", url="https://al.example"
    )
    directory.crawl(LIST, row, school)
    directory.publish()
    columns = "id, institution, city, state, unitid, institution_accreditation, price_total_min"
    assert directory.rows(f"select {columns} from programs where name = 'Nurse Aide'") == [
        (f"{LIST}-p1-88", "Elm Street Training", "Mobile", "AL", None, "not_checked", 900),
    ]  # fmt: skip
    assert directory.rows("select provider, unitid, match_method from providers") == [("p1", None, "no_school")]
