"""The check of published numbers: what it proves, and that each kind of fault is found."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from conftest import Home

from db.captures import CaptureFolder
from pipelines.check import numbers_in, spelled_in, violations, what_is_wrong, wrong_sum

BANDS = {20: "under 2.8", 21: "2.8 to 12"}


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("$7,870.00", (7870,)),
        ("Tuition: $3,200-$3,600", (3200, 3600)),
        ("CIPLGTH1=860 PRGMSR1=1", (860,)),
        ("46 weeks (11.5 months)", (46, 11.5)),
        ("P9M", (9,)),
        ("nine months", (9,)),
        ("one and a half years", (1.5,)),
        ("1 ½ years", (1.5,)),
        ("a year", (1,)),
        ("one hundred and twenty clock hours", (120,)),
        ("There is no charge", (0,)),
    ],
)
def test_numbers_are_found_in_digits_and_in_words(printed, values):
    assert set(values) <= {float(number) for number in numbers_in(printed) | spelled_in(printed)}
    assert not what_is_wrong("published", printed, values[0], values[-1], BANDS)


@pytest.mark.parametrize(
    ("status", "printed", "low", "high"),
    [
        pytest.param("published", "$7,870", 7807, 7807, id="another number"),
        pytest.param("published", "$7,870", 7870, 9000, id="one end"),
        pytest.param("published", "CIPTUIT2=11040", 2, 2, id="the digit of a variable"),
        pytest.param("published", "$17,870", 7870, 7870, id="a part of a number"),
        pytest.param("published", "call us", 100, 100, id="no number"),
        pytest.param("unparsed", "$7,870", 7870, 7870, id="a value of words that were not understood"),
        pytest.param("not_published", "", 0, 0, id="zero for unknown"),
        pytest.param("implied", "AWLEVEL=21", 2.8, 11, id="not the band of the level"),
        pytest.param("implied", "9 months", 9, 9, id="implied by no level"),
        pytest.param("computed", "tuition 9,850 + books 420 = 10,270", 10272, 10272, id="not the sum"),
        pytest.param("computed", "tuition 9,850 + books 420 = 10,272", 10272, 10272, id="a wrong sum"),
        pytest.param("computed", "30 weeks / 4.345 = 7.0 months", 7, 7, id="a wrong quotient"),
        pytest.param("computed", "$5,200.00 / 0.9 months = $5,777.80", 5777.8, 5777.8, id="a wrong price a month"),
    ],
)
def test_a_number_that_is_not_proven_is_found(status, printed, low, high):
    assert what_is_wrong(status, printed, low, high, BANDS)


@pytest.mark.parametrize(
    "arithmetic",
    [
        "tuition 9,850 + books 420 = 10,270",
        "14 credits x 142 = 1,988 + fees 14 credits x 18 = 252 = 2,240",
        "tuition 3,200-3,600 + fees 100 = 3,300-3,700",
        "10 to 12 weeks / 4.345 = 2.3 to 2.8 months",
        "2 years x 12 = 24.0 months; 18 months, as printed",
        "$5,200.00 / 0.9 months = $5,777.78",
        "$9,000.00 / 9 to 12 months = $750.00 to $1,000.00",
        "840 clock hours = level 21",
        "an associate degree is level 3",
    ],
)
def test_arithmetic_that_holds(arithmetic):
    assert wrong_sum(arithmetic) == ""


@pytest.fixture
def faulty(small_home, tmp_path):
    """A function from SQL that spoils the published file to what the check says."""
    home = Home(shutil.copytree(small_home.folder, tmp_path / "home"))

    def check(sql=""):
        with closing(sqlite3.connect(home.folder / "programs.db")) as db, db:
            db.execute(sql or "select 1")
            return [f"{v.where}: {v.wrong}" for v in violations(db, CaptureFolder(home.folder / "captures"))]

    check.home = home
    return check


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ("figures set value_min = 15896 where value_min = 15895 and status = 'published'", "15896 does not occur in"),
        ("programs set price_total_min = 1 where price_total_min = 17095", "1 is the number of none of its figures"),
        ("programs set clock_hours = 861 where clock_hours = 860", "861 is the number of none of its figures"),
        ("figures set capture = null where value_min = 15895", "no capture of https://nces.ed.gov"),
    ],
)  # fmt: skip
def test_a_spoiled_publication_is_found(faulty, spoil, said):
    assert faulty() == []
    found = faulty(f"update {spoil}")
    assert found
    assert all(said in violation for violation in found)


@pytest.mark.parametrize("how", ["gone", "not what was kept", "cannot be read"])
def test_a_spoiled_capture_is_found(faulty, how):
    kept = faulty.home.value("select kept_sha256 from captures where url like '%IC2020_PY.zip'")
    path = faulty.home.folder / "captures" / kept[:2] / f"{kept}.gz"
    folder = CaptureFolder(faulty.home.folder / "captures")
    if how == "gone":
        path.unlink()
    elif how == "not what was kept":
        other = folder.keep(b"another body")
        path.write_bytes((folder.folder / other[:2] / f"{other}.gz").read_bytes())
    else:
        path.write_bytes(path.read_bytes()[:50])
    (said,) = faulty()
    assert how in said


def test_the_command_lists_counts_and_exits_with_one(faulty):
    good = faulty.home.run("check")
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.endswith("0 of the numbers are not proven\n")
    faulty("update figures set value_min = 15896 where value_min = 15895 and status = 'published'")
    bad = faulty.home.run("check")
    assert bad.returncode == 1
    assert "programs.db, figures" in bad.stdout
    assert "of the numbers are not proven" in bad.stdout


def test_every_number_of_the_real_files_and_of_the_demo_is_proven(whole_home, demo_home):
    for home in (whole_home, demo_home):
        check = home.run("check")
        assert check.returncode == 0, check.stdout


def test_from_any_figure_one_join_leads_to_its_whole_receipt(demo_home):
    columns = "f.printed, f.url, c.fetched_at, c.sha256, c.kept_sha256, c.parser_version, c.run"
    counts = ", ".join(f"count({column})" for column in columns.split(", "))
    (row,) = demo_home.rows(
        f"select count(*), {counts} from figures f left join captures c using (capture)", database="demo.db"
    )
    assert len(set(row)) == 1
    assert row[0] > 200
