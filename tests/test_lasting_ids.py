"""Public ids outlive re-crawls, renames, moved pages, mergers and withdrawals; maintainers have the last word."""

from dataclasses import replace

import pytest
from conftest import MAIN
from directory import ALDER, SCHOOL, Directory, decision, offer, page

from pipelines.overrides import COLUMNS, OverrideError

HEADER = ",".join(COLUMNS) + "\n"
OFFER = f"{SCHOOL}-510801-21"


@pytest.fixture
def directory(tmp_path):
    return Directory(tmp_path)


# --- the same program, seen again ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(page("/ma", price=5200), id="another price"),
        pytest.param(page("/ma", name="Clinical Medical Assisting"), id="renamed"),
        pytest.param(page("/health/medical-assistant"), id="moved"),
        pytest.param(page("/ma", cip="51.0713"), id="its field read better"),
        pytest.param(page("/ma", months=9), id="its length read"),
    ],
)
def test_an_id_stays(directory, later):
    directory.crawl("al_alder", page("/ma"))
    assert directory.programs() == {"/ma": f"{SCHOOL}-ma"}
    directory.crawl("al_alder", later)
    assert directory.programs() == {later.listing: f"{SCHOOL}-ma"}
    assert directory.programs() == {later.listing: f"{SCHOOL}-ma"}, "and does not change when it is asked again"


def test_an_id_stays_that_was_never_seen_between_two_moves(directory):
    for key in ("/one", "/two", "/three"):
        directory.crawl("al_alder", page(key))
        assert set(directory.programs().values()) == {f"{SCHOOL}-one"}


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([page("/new", price=8000), page("/new-too", price=9000)], id="two pages took its place"),
        pytest.param([page("/new", name="Medical Coding", cip="51.0713")], id="another program"),
        pytest.param([page("/new", award="associate")], id="another award"),
    ],
)
def test_a_page_that_may_be_another_program_has_an_id_of_its_own(directory, others):
    directory.crawl("al_alder", page("/ma"))
    directory.programs()
    directory.crawl("al_alder", *others)
    assert directory.programs() == {one.listing: f"{SCHOOL}{one.listing.replace('/', '-')}" for one in others}


def test_an_address_that_speaks_of_another_program_gives_that_one_an_id_of_its_own(directory):
    directory.registry(offer(3))
    directory.crawl("al_alder", page("/p7", price=5200))
    directory.publish()
    directory.crawl("al_alder", page("/p7", name="Coding Specialist", cip="51.0713"), on="2026-04-01")
    assert directory.programs()["/p7"] == f"{SCHOOL}-p7-2"
    directory.publish()
    assert directory.rows("select id, now, state, reason, since from program_addresses") == [
        (f"{SCHOOL}-p7", None, "withdrawn", "its page speaks of another program now", "2026-04-01"),
    ]  # fmt: skip


def test_a_program_that_comes_back_has_its_old_id(directory):
    directory.crawl("al_alder", *(page(f"/{n}", name=f"Welding {n}", cip="48.0508") for n in range(9)), page("/ma"))
    directory.programs()
    directory.crawl("al_alder", *(page(f"/{n}", name=f"Welding {n}", cip="48.0508") for n in range(9)))
    assert "/ma" not in directory.programs()
    directory.crawl("al_alder", *(page(f"/{n}", name=f"Welding {n}", cip="48.0508") for n in range(9)), page("/ma"))
    assert directory.programs()["/ma"] == f"{SCHOOL}-ma"


def test_an_offer_that_a_page_was_matched_to_stays_its_own_when_a_rival_comes(directory):
    directory.registry(offer(21))
    directory.crawl("al_alder", page("/ma", price=5200))
    assert directory.programs()["/ma"] == OFFER
    directory.crawl("al_alder", page("/aaa", name="Medical Assistant (Evening)", price=6000), page("/ma", price=5200))
    assert directory.programs() == {f"C_A/{SCHOOL}/51.0801/21": OFFER, "/ma": OFFER, "/aaa": f"{SCHOOL}-aaa"}


def test_a_page_keeps_the_id_of_an_offer_that_its_school_reports_no_longer(directory):
    directory.registry(offer(21), offer(3))
    directory.crawl("al_alder", page("/ma", price=5200))
    assert directory.programs()["/ma"] == OFFER
    directory.registry(offer(3), on="2026-04-01")
    assert directory.programs()["/ma"] == OFFER
    directory.publish()
    assert directory.rows("select sources from programs where id = ?", OFFER) == [("al_alder",)]
    assert directory.rows("select count(*) from withdrawn_programs") == [(0,)]
    directory.registry(offer(21), offer(3), on="2026-05-01")
    assert set(directory.programs().values()) == {OFFER, f"{SCHOOL}-510801-3"}


# --- one of two --------------------------------------------------------------------------------------------------


def test_a_page_that_turns_out_to_be_an_offer_leads_there_from_its_old_id(directory):
    directory.registry(offer(3))
    directory.crawl("al_alder", page("/ma"))
    directory.publish()
    directory.registry(offer(3), offer(21), on="2026-05-01")
    directory.publish()
    assert directory.rows("select id, now, state, reason, since from program_addresses") == [
        (f"{SCHOOL}-ma", OFFER, "merged", "its page is an offer that IPEDS reports", "2026-05-01"),
    ]  # fmt: skip
    directory.publish()
    assert directory.rows("select count(*) from program_addresses") == [(1,)]


def test_two_pages_that_turn_out_to_be_one_program_keep_the_first_id(directory):
    directory.registry(offer(3))
    directory.crawl("al_alder", page("/ma", price=5200), page("/ma-too", price=6000))
    directory.publish()
    assert directory.rows("select id from programs where name like 'Medical Assistant'") == [
        (f"{SCHOOL}-ma",), (f"{SCHOOL}-ma-too",),
    ]  # fmt: skip
    directory.crawl("al_alder", page("/ma", price=5200), page("/ma-too", price=5200), on="2026-04-01")
    directory.publish()
    moved = "select id, now, reason from program_addresses"
    assert directory.rows(moved) == [(f"{SCHOOL}-ma-too", f"{SCHOOL}-ma", "its listing and another are one program")]


def test_a_withdrawn_program_keeps_its_row_with_the_day_on_which_it_was_last_seen(directory):
    others = [page(f"/{n}", name=f"Welding {n}", cip="48.0508") for n in range(9)]
    directory.registry(offer(3))
    directory.crawl("al_alder", *others, page("/ma", price=5200), on="2026-03-01")
    directory.crawl("al_alder", *others, page("/ma", price=5200), on="2026-03-20")
    directory.publish()
    directory.crawl("al_alder", *others, on="2026-04-20")
    directory.publish()
    columns = "id, name, institution, state, award, cip, last_seen_on, gone_on, sources, url"
    assert directory.rows(f"select {columns} from withdrawn_programs") == [
        (f"{SCHOOL}-ma", "Medical Assistant", "Alder Career Institute", "AL", "certificate", "51.0801", "2026-03-20",
         "2026-04-20", "al_alder", "https://al_alder.example/ma"),
    ]  # fmt: skip
    assert directory.rows("select id, now, state, since from program_addresses") == [
        (f"{SCHOOL}-ma", None, "withdrawn", "2026-04-20")
    ]
    prices = "select value_min, is_current, first_read_on, last_read_on from price_history where program_id = ?"
    assert directory.rows(prices, f"{SCHOOL}-ma") == [(5200, 0, "2026-03-01", "2026-03-20")]


def test_the_same_data_published_again_are_the_same_rows(directory):
    directory.registry(offer(21), offer(3))
    pages = page("/ma", price=5200), page("/hit", cip="51.0707", award="associate"), page("/aas", award="associate")
    directory.crawl("al_alder", *pages)
    tables = ("programs", "listings", "figures", "price_history", "program_addresses")
    seen = []
    for _ in range(3):
        directory.publish()
        seen.append([directory.rows(f"select * from {table}") for table in tables])
    assert seen[0] == seen[1] == seen[2]
    assert [len(rows) > 0 for rows in seen[0]] == [True, True, True, True, False]


# --- what maintainers decided -------------------------------------------------------------------------------------


def test_a_listing_is_joined_split_and_corrected(directory):
    directory.registry(offer(21), offer(3, cip="51.0707"))
    directory.crawl(
        "al_alder", page("/ma"), page("/hit", name="Records", cip="", award="associate"), page("/x", cip="51.0713")
    )
    assert directory.programs()["/ma"] == OFFER
    directory.decide(
        decision("split", key="/ma"),
        decision("correct", key="/hit", field="cip", value="51.0707"),
        decision("join", key="/x", program=OFFER),
    )
    assert directory.identify().unused == []
    found = directory.programs()
    assert (found["/ma"], found["/hit"]) == (f"{SCHOOL}-ma", f"{SCHOOL}-510707-3")
    assert found["/x"] == OFFER
    methods = dict(directory.rows("select listing, method from identities", database="collected"))
    assert (methods["/ma"], methods["/x"]) == ("override_split", "override_join")


def test_a_listing_of_the_wrong_school_is_shown_at_the_right_one(directory):
    other = replace(ALDER, unitid="100002", name="Birch College", opeid="00200200", website="")
    directory.crawl("us_ipeds", ALDER, other, offer(21), offer(21, unitid="100002"))
    directory.crawl("al_alder", page("/ma"))
    directory.decide(decision("correct", field="unitid", value="100002"))
    directory.publish()
    columns = "p.id, p.institution, l.unitid"
    sql = f"select {columns} from listings l join programs p on p.id = l.program_id where l.listing = '/ma'"
    assert directory.rows(sql) == [("100002-510801-21", "Birch College", "100002")]


def test_two_pages_are_joined_and_part_again_when_the_decision_ends(directory):
    directory.registry(offer(3))
    pages = page("/ma", price=5200), page("/b", price=6000)
    directory.crawl("al_alder", *pages)
    assert set(directory.programs().values()) == {f"{SCHOOL}-510801-3", f"{SCHOOL}-ma", f"{SCHOOL}-b"}
    directory.decide(decision("join", key="/b", program=f"{SCHOOL}-ma", expires_on="2026-06-01"))
    directory.publish()
    assert directory.rows("select id, now, reason from program_addresses") == [
        (f"{SCHOOL}-b", f"{SCHOOL}-ma", "override")
    ]
    assert directory.identify().expired == []
    directory.crawl("al_alder", *pages, on="2026-06-02")
    (expired,) = directory.identify().expired
    assert (expired.key, expired.expires_on) == ("/b", "2026-06-01")
    directory.publish()
    assert {program for (program,) in directory.rows("select id from programs")} >= {f"{SCHOOL}-ma", f"{SCHOOL}-b"}
    assert directory.rows("select id from program_addresses") == []


def test_a_decision_that_names_nothing_is_told(directory):
    directory.registry(offer(21))
    directory.crawl("al_alder", page("/ma"))
    directory.decide(
        decision("join", key="/nowhere", program=OFFER),
        decision("join", key="/ma", program="nothing"),
        decision("correct", key="/no", field="cip", value="51.0707"),
        decision("correct", of="provider", key="77", field="unitid", value=SCHOOL),
    )
    assert {one.key for one in directory.identify().unused} == {"/nowhere", "/ma", "/no", "77"}
    assert directory.programs()["/ma"] == OFFER


def test_a_federal_record_is_joined_and_split(directory):
    directory.registry(offer(21), offer(2))
    key = f"C_A/{SCHOOL}/51.0801/21"
    directory.decide(decision("join", source="us_ipeds", key=key, program=f"{SCHOOL}-510801-2"))
    assert directory.programs()[key] == f"{SCHOOL}-510801-2"
    directory.publish()
    assert directory.rows("select id, now, reason from program_addresses") == [
        (OFFER, f"{SCHOOL}-510801-2", "override")
    ]
    directory.decide()
    assert directory.programs()[key] == OFFER
    directory.publish()
    assert directory.rows("select id from program_addresses") == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (decision("merge"), "action is none of join, split, correct: 'merge'"),
        (decision(reason=""), "reason is missing"),
        (decision(source=" "), "source is missing"),
        (decision(evidence=""), "evidence is missing"),
        (decision(of="school"), "of is neither listing nor provider: 'school'"),
        (decision(), "program is missing: what is the listing joined with?"),
        (decision("split", program="x"), "a listing that is split has no program"),
        (decision("split", of="provider"), "only a listing is joined or split"),
        (decision("correct", field="price", value="1"), "field of a listing is one of cip, unitid: 'price'"),
        (decision("correct", field="cip", value="51.707"), "value is no cip: '51.707'"),
        (decision("correct", of="provider", field="cip"), "field of a provider is one of unitid: 'cip'"),
        (decision(program="x", expires_on="soon"), "expires_on is no day, YYYY-MM-DD: 'soon'"),
        (decision(program="x", added_on="2026-13-01"), "added_on is no day, YYYY-MM-DD: '2026-13-01'"),
        (decision(program="x", expires_on="2026-01-01"), "expires_on is not after added_on"),
    ],
)  # fmt: skip
def test_a_bad_decision_is_named_by_its_line_and_changes_nothing(directory, row, said):
    directory.crawl("al_alder", page("/ma"))
    before = directory.programs()
    directory.decide(decision("split", key="/other"), row)
    with pytest.raises(OverrideError) as error:
        directory.identify()
    assert str(error.value).startswith(f"overrides.csv, line 3: {said}")
    directory.decide()
    assert directory.programs() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("action,source\n", "line 1: the columns must be "),
        (HEADER + "join,al_alder\n", "line 2: expected 11 columns"),
        (HEADER + "join,a,listing,k,p,,,r,e,2026-01-01,2026-02-01\n" * 2, "line 3: listing 'k' of a is decided twice"),
    ],
)  # fmt: skip
def test_a_bad_file_is_named_by_its_line(directory, text, said):
    directory.crawl("al_alder", page("/ma"))
    directory.overrides.write_text(text, encoding="utf-8")
    with pytest.raises(OverrideError, match=said):
        directory.identify()


# --- by the command line --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "code", "said"),
    [
        (decision("merge"), 1, "Error: programs.db was left as it was: overrides.csv, line 2: action is none of"),
        (
            decision("split", expires_on="2026-01-02"),
            0,
            "The override of listing /ma of al_alder expired on 2026-01-02",
        ),
        (decision("split", expires_on="2199-01-02"), 0, "The override of listing /ma of al_alder names nothing"),
    ],
)
def test_publish_says_what_is_wrong_expired_or_unused(crawled_home, tmp_path, row, code, said):
    Directory(tmp_path).decide(row)
    path = f"pathlib.Path({str(tmp_path)!r}, 'overrides.csv')"
    of_file = f"import pathlib, pipelines.identify as i\ni.identify.__defaults__ = ({path},)\n"
    before = (crawled_home.folder / "programs.db").read_bytes()
    publish = crawled_home.run("publish", script=of_file + MAIN)
    assert publish.returncode == code
    assert publish.stderr.startswith(said)
    assert len(publish.stderr.strip().splitlines()) == 1
    assert code == 0 or (crawled_home.folder / "programs.db").read_bytes() == before
