"""IPEDS: what its variables mean, and what the spider makes of tiny files with the oddities of the real ones."""

from collections import Counter
from decimal import Decimal
from itertools import zip_longest
from types import SimpleNamespace

import pytest
from federal import C_A_COLUMNS, DEP_COLUMNS, HD, IC_PY, IPEDS, OPEN, c_a, c_dep, csv_bytes, hd, ic_ay, ic_py, zipped
from scrapy.http import Response

from crawler.extract.files import TableError
from crawler.spiders.us_ipeds import UsIpeds
from pipelines.normalize import normalized
from pipelines.parse import ipeds

# --- the variables ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "amount", "component", "basis", "residency"),
    [
        ("CHG1PY3=11040", 11040, "tuition_and_fees", "program", "not_stated"),
        ("CHG4PY3=2503", 2503, "books", "program", "not_stated"),
        ("CIPTUIT2=2150", 2150, "tuition_and_fees", "program", "not_stated"),
        ("CIPTUIT6=4413", 4413, "tuition_and_fees", "program", "not_stated"),
        ("CIPSUPP3=815", 815, "books", "program", "not_stated"),
        ("CHG1AY3=3936", 3936, "tuition_and_fees", "year", "in_district"),
        ("CHG2AY3=4176", 4176, "tuition_and_fees", "year", "in_state"),
        ("CHG3AY3=7872", 7872, "tuition_and_fees", "year", "out_of_state"),
        ("CHG2AT3=4096", 4096, "tuition", "year", "in_state"),
        ("CHG3AF3=1080", 1080, "fees", "year", "out_of_state"),
        ("HRCHG1=164", 164, "tuition", "credit", "in_district"),
        ("CHG4AY3=1500", 1500, "books", "year", "any"),
    ],
)
def test_a_price_variable_has_one_meaning(words, amount, component, basis, residency):
    (price,) = ipeds.prices(words)
    assert (price.amount_min, price.amount_max) == (Decimal(amount), Decimal(amount))
    assert (price.component, price.basis, price.residency, price.printed) == (component, basis, residency, words)


@pytest.mark.parametrize("words", ["CIPTUIT1=9999", "CIPSUPP1=100", "CHG1PY2=11040", "CHG5AY3=9000", "TUITION2=4096"])
def test_a_variable_that_is_no_price_of_a_program_gives_none(words):
    assert ipeds.prices(words) == []


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("CIPLGTH1=1500 PRGMSR1=1", [(1500, "hours")]),
        ("CIPLGTH3=48 PRGMSR3=2", [(48, "credits")]),
        ("CIPLGTH3=48 PRGMSR3=-2", []),
        ("CIPLGTH3=48", []),
        ("CIPLGTH1=0 PRGMSR1=1", []),
        ("MTHCMP1=12", [(12, "months")]),
        ("MTHCMP4=0", []),
        ("WKCMP1=47", [(47, "weeks")]),
        ("MTHCMP2=9.5", [(Decimal("9.5"), "months")]),
    ],
)
def test_a_length_is_never_read_without_its_unit(words, read):
    lengths = ipeds.lengths(words)
    assert [(length.value_min, length.unit) for length in lengths] == read
    assert all(length.value_min == length.value_max and not length.why for length in lengths)


@pytest.mark.parametrize(
    ("words", "award", "months"),
    [
        ("AWLEVEL=20", "certificate", (None, 2.8)),
        ("AWLEVEL=21", "certificate", (2.8, 12)),
        ("AWLEVEL=2", "certificate", (12, 24)),
        ("AWLEVEL=4", "certificate", (24, 48)),
        ("AWLEVEL=3", "associate", (24, 48)),
    ],
)
def test_an_award_level_is_an_award_and_implies_a_band(words, award, months):
    assert ipeds.award(words).value == award
    (band,) = ipeds.lengths(words)
    assert (band.why, band.unit) == (ipeds.IMPLIED, "months")
    assert tuple(bound and float(bound) for bound in (band.value_min, band.value_max)) == months


def test_a_bachelors_level_is_none_of_ours():
    assert ipeds.award("AWLEVEL=5").value == "unknown"
    assert ipeds.lengths("AWLEVEL=5") == []


@pytest.mark.parametrize(
    ("words", "mode", "said"),
    [
        ("PCERT1B=1 PCERT1BDE=1 PCERT1BDES=0", "online", "every program"),
        ("PCERT1B=2 PCERT1BDE=1 PCERT1BDES=0", "multiple", "some of these"),
        ("PASSOC=1 PASSOCDE=0 PASSOCDES=1", "multiple", "some of these"),
        ("PASSOC=1 PASSOCDE=0 PASSOCDES=0", "unknown", "none can be done wholly"),
        ("PASSOC=1 PASSOCDE=0", "unknown", "none can be done wholly"),
        ("DISTNCED=1 DSTNUGC=1 DSTNUGP=1 DSTNUGN=0", "online", ipeds.ALL_BY_DISTANCE),
        ("DISTNCED=2 DSTNUGC=0 DSTNUGP=0 DSTNUGN=1", "in_person", ipeds.NONE_BY_DISTANCE),
        ("DISTNCED=2 DSTNUGC=1 DSTNUGP=1 DSTNUGN=0", "unknown", "for the whole institution only"),
        ("DISTNCED=-1 DSTNUGC=-1 DSTNUGP=-1 DSTNUGN=-2", "unknown", "for the whole institution only"),
    ],
)
def test_what_distance_answers_say(words, mode, said):
    delivery = ipeds.delivery(words)
    assert (delivery.value, said in delivery.why) == (mode, True)


# --- the spider, on tables -------------------------------------------------------------------------------------------


class Notes:
    """Stands for the run of the store: it keeps what it is told."""

    def __init__(self):
        self.notes, self.reasons = [], []
        self.note, self.doubt = self.notes.append, self.reasons.append


def spider(**arguments):
    one = UsIpeds(**arguments)
    one.crawler = SimpleNamespace(run=Notes())
    return one


def read(table, body, year=2022, name="table.csv", by=None):
    """The records that the spider reads from the table in a ZIP."""
    answer = Response(f"{IPEDS}{table}.zip", body=zipped({name: body}))
    return list((by or spider()).read(table, year, answer))


def figures(listings, kind):
    """(listing, printed, status, value) of the figures of a kind."""
    return [
        (listing.listing, figure.printed, figure.status, figure.value or figure.value_min)
        for listing in map(normalized, listings)
        for figure in listing.figures
        if figure.kind == kind and figure.label != "from this listing's own figures"
    ]


def test_schools_closed_merged_and_inactive_are_marked():
    schools = {school.unitid: school for school in read("HD", hd())}
    assert {unitid: (school.status, school.closed_on, school.merged_into) for unitid, school in schools.items()} == {
        "100001": ("active", "", ""),
        "100002": ("active", "", ""),
        "100003": ("closed", "6/30/2022", ""),
        "100004": ("merged", "7/1/2022", "100002"),
        "100005": ("inactive", "", ""),
    }


def test_a_school_keeps_its_words_and_nothing_of_persons():
    alder, birch, *_, elm = read("HD", hd())
    assert (alder.name, alder.aliases, alder.opeid) == ("Alder Career Institute", "Alder Tech | ACI", "00100200")
    assert (alder.latitude, alder.longitude) == (34.783368, -86.568502)
    assert (alder.control, alder.sector, alder.year) == ("for_profit", "for-profit, less than 2-year", 2022)
    assert (birch.city, birch.zip, birch.opeid) == ("Juana Díaz", "00795-3153", "")
    assert (elm.latitude, elm.longitude, elm.control, elm.sector) == (None, None, "unknown", "unknown")
    assert not any("Pat Q. Person" in str(school) or "2055550100" in str(school) for school in (alder, birch, elm))


def test_half_a_place_is_no_reason_to_lose_the_table():
    (school,) = read("HD", hd([HD[0] | {"LONGITUD": "."}]))
    assert (school.latitude, school.longitude) == (34.783368, None)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
def test_the_directory_changes_its_encoding_by_the_year(encoding):
    assert read("HD", hd(encoding=encoding))[1].city == "Juana Díaz"


def test_programs_are_first_majors_below_a_bachelors_degree():
    listings = read("C_A", c_a())
    assert [(listing.listing, listing.completions) for listing in listings] == [
        ("C_A/100001/51.0801/21", 12),
        ("C_A/100001/12.0401/21", 0),
        ("C_A/100001/12.0401/2", 5),
        ("C_A/100001/43.0107/21", 3),
        ("C_A/100001/43.0107/2", 4),
        ("C_A/100002/51.0707/3", 7),
        ("C_A/100002/51.0707/21", 2),
    ]
    assert {(listing.cip_basis, listing.year, listing.scope) for listing in listings} == {("printed", 2022, "program")}


@pytest.mark.parametrize(("level", "kept"), [("20", 1), ("21", 1), ("2", 1), ("3", 1), ("4", 1), ("1", 0), ("5", 0),
                                             ("6", 0), ("7", 0), ("8", 0), ("17", 0)])  # fmt: skip
def test_award_levels_of_the_directory(level, kept):
    assert len(read("C_A", c_a([("100001", "51.0801", "1", level, "3")]))) == kept


def test_completions_that_are_not_told_are_not_zero():
    (listing,) = read("C_A", c_a([("100001", "51.0801", "1", "21", ".")]))
    assert listing.completions is None


def test_the_largest_programs_price_is_not_in_its_own_column():
    prices = figures(read("IC_PY", ic_py(), 2020), "price")
    assert prices[:3] == [
        ("IC_PY/100001/51.0801/1", "CHG1PY3=15895", "published", 15895),
        ("IC_PY/100001/51.0801/1", "CHG4PY3=1200", "published", 1200),
        ("IC_PY/100001/51.0801/1", "CIPTUIT1=9999", "unparsed", None),
    ]
    assert ("IC_PY/100001/12.0401/1", "CIPTUIT2=11040", "published", 11040) in prices


def test_lengths_and_weeks_of_a_program():
    assert figures(read("IC_PY", ic_py(), 2020), "length")[:3] == [
        ("IC_PY/100001/51.0801/1", "WKCMP1=40", "published", 40),
        ("IC_PY/100001/51.0801/1", "CIPLGTH1=860 PRGMSR1=1", "published", 860),
        ("IC_PY/100001/51.0801/1", "MTHCMP1=10", "published", 10),
    ]


def test_a_price_is_of_the_year_of_its_table():
    listings = map(normalized, read("IC_PY", ic_py(), 2020))
    prices = [f for listing in listings for f in listing.figures if f.kind == "price" and f.status == "published"]
    assert {price.academic_year for price in prices} == {"2020-21"}


def test_two_programs_of_one_field_are_two_listings():
    listings = read("IC_PY", ic_py([IC_PY[0] | {"CIPCODE2": "51.0801"}]))
    assert [listing.listing for listing in listings][:2] == ["IC_PY/100001/51.0801/1", "IC_PY/100001/51.0801/2"]


def test_damaged_codes_are_padded_and_counted_table_by_table():
    by = spider()
    damaged = c_a([("100001", code, "1", "21", "3") for code in ("51.092", "1.0504", "51.0801", "46", "99")])
    py = by.read("IC_PY", 2020, Response(f"{IPEDS}IC2020_PY.zip", body=zipped({"ic2020_py.csv": ic_py()})))
    offers = by.read("C_A", 2022, Response(f"{IPEDS}C2022_A.zip", body=zipped({"c2022_a.csv": damaged})))
    both = list(zip_longest(py, offers))  # as Scrapy does: several tables at a time
    codes = Counter(listing.cip for pair in both for listing in pair if listing)
    assert codes["01.0504"] == 2
    assert codes["51.0920"] == codes["46.0000"] == 1
    assert sorted(by.crawler.run.notes) == [
        "c2022_a.csv: 2 CIP codes repaired by padding",
        "ic2020_py.csv: 2 CIP codes repaired by padding",
    ]


def test_prices_a_year_and_a_credit_by_residency():
    row = {"UNITID": "100002", "CHG1AY3": "3936", "CHG2AY3": "4176", "HRCHG2": "164", "CHG3AY3": "-2"}
    (listing,) = read("IC_AY", ic_ay([row]))
    assert (listing.scope, listing.cip) == ("institution", "")
    listing = normalized(listing)
    assert [(f.printed, f.basis, f.residency) for f in listing.figures] == [
        ("CHG1AY3=3936", "year", "in_district"),
        ("CHG2AY3=4176", "year", "in_state"),
        ("HRCHG2=164", "credit", "in_state"),
    ]


DEP = [
    {"UNITID": "100002", "CIPCODE": "51.0707", "PASSOC": "1", "PASSOCDE": "1", "PCERT1B": "1"},
    {"UNITID": "100002", "CIPCODE": "52.0401", "PCERT1B": "2", "PCERT1BDE": "1", "PCERT1BDES": "1"},
    {"UNITID": "100002", "CIPCODE": "51     ", "PASSOC": "4", "PASSOCDE": "4"},
    {"UNITID": "100002", "CIPCODE": "99     ", "PASSOC": "9", "PASSOCDE": "9"},
]


def test_distance_education_by_field_and_level():
    assert figures(read("C_DEP", c_dep(DEP)), "delivery") == [
        ("C_DEP/100002/51.0707/3", "PASSOC=1 PASSOCDE=1 PASSOCDES=0", "published", "online"),
        ("C_DEP/100002/51.0707/21", "PCERT1B=1 PCERT1BDE=0 PCERT1BDES=0", "published", "unknown"),
        ("C_DEP/100002/52.0401/21", "PCERT1B=2 PCERT1BDE=1 PCERT1BDES=1", "published", "multiple"),
    ]


def test_distance_education_without_the_columns_of_some_programs():
    """Before 2020 there was no …DES."""
    columns = [column for column in DEP_COLUMNS if not column.endswith("DES")]
    rows = [{column: text for column, text in row.items() if column in columns} for row in DEP[:1]]
    assert figures(read("C_DEP", c_dep(rows, columns)), "delivery")[0][1:] == (
        "PASSOC=1 PASSOCDE=1", "published", "online",
    )  # fmt: skip


def test_columns_that_come_do_no_harm_and_a_needed_one_that_goes_is_named():
    extra = csv_bytes([*C_A_COLUMNS, "CNEW"], [dict(zip(C_A_COLUMNS, ("1", "51.0801", "1", "3", "7"), strict=True))])
    assert len(read("C_A", extra)) == 1
    with pytest.raises(TableError, match=r"^c2022_a.csv: the column AWLEVEL is missing$"):
        read("C_A", extra.replace(b"AWLEVEL", b"AWARD"), name="c2022_a.csv")


def test_a_revision_in_the_zip_is_the_table():
    first, revised = ([OPEN | HD[0] | {"INSTNM": name}] for name in ("As first published", "Revised"))
    answer = Response(f"{IPEDS}HD2019.zip", body=zipped({"hd2019.csv": hd(first), "hd2019_rv.csv": hd(revised)}))
    assert [school.name for school in spider().read("HD", 2019, answer)] == ["Revised"]


# --- the spider, on its ladder of addresses --------------------------------------------------------------------------


def test_each_tables_newest_year_is_found_by_itself(small_home):
    assert small_home.rows("select part, min(year), max(year) from listings group by part order by part") == [
        ("C_A", 2022, 2022), ("IC", 2022, 2022), ("IC_AY", 2022, 2022), ("IC_PY", 2020, 2020),
    ]  # fmt: skip
    assert small_home.rows("select distinct year from institutions") == [(2022,)]


def test_the_ladder_goes_down_year_by_year_through_all_arrangements():
    rungs = list(spider(year="2021").ladder("IC_PY"))
    assert [year for year, _ in rungs] == [2021, 2021, 2021, 2020, 2020, 2020]
    assert [url for _, url in rungs[:3]] == [
        "https://nces.ed.gov/ipeds/datacenter/data/IC2021_PY.zip",
        "https://nces.ed.gov/ipeds/complete-data-files/IC2021_PY.zip",
        "https://nces.ed.gov/ipeds/data-generator?year=2021&tableName=IC2021_PY&HasRV=0&type=csv",
    ]


def test_a_year_can_be_asked_for_and_2020_data_says_2020(home, mirror):
    assert home.run("crawl", "us_ipeds", "-a", "year=2020", "--mirror", mirror.folder).returncode == 0
    assert home.rows("select distinct year from listings union select year from institutions") == [(2020,)]
    assert home.rows("select distinct academic_year from figures where kind = 'price' and status = 'published'") == [
        ("2020-21",)
    ]


def test_distance_education_may_be_absent_and_no_other_table(home, mirror):
    mirror.remove(f"{IPEDS}IC2020_PY.zip")
    assert home.crawl("us_ipeds", mirror=mirror).returncode == 1
    ((reason, notes),) = home.rows("select reason, notes from runs")
    assert reason == "IC_PY: none of its addresses gave the table"
    assert "C_DEP: not published at any address that we know" in notes
