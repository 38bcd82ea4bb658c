"""The frame end to end, by the command line over tiny federal files: good input, bad input, and sudden death."""

import fcntl
import signal
import socket

import pytest
from conftest import MAIN, mostly_long
from federal import C_A, CIPS, DAPIP, HD, IPEDS, PROJECTIONS, SOURCES, WAGES, SmallMirror, c_a, dapip, hd, zipped

OFFERS = f"{IPEDS}C2022_A.zip"
PAGE = b"<!DOCTYPE html><html><title>Sorry</title><body>The service is not available.</body></html>"
OF_RUNS = ("runs", "captures")


@pytest.fixture
def crawled(crawled_home):
    """(home, its mirror) after one accepted crawl of everything."""
    mirror = object.__new__(SmallMirror)
    mirror.folder = crawled_home.folder / "mirror"
    return crawled_home, mirror


def endings(home):
    """Source -> (status, reason) of its last run."""
    return {
        source: (status, reason)
        for source, status, reason in home.rows("select source, status, reason from runs order by run")
    }


def test_a_crawl_of_everything_is_accepted_and_published(small_home):
    assert endings(small_home) == dict.fromkeys(SOURCES, ("accepted", ""))
    assert small_home.value("select count(*) from programs") == 7
    assert small_home.value("select count(distinct unitid) from programs") == 2


def test_a_second_identical_crawl_downloads_and_changes_nothing(crawled):
    home, mirror = crawled
    before = home.dump(*OF_RUNS)
    crawl = home.crawl(*SOURCES, mirror=mirror)
    assert (crawl.returncode, crawl.stderr) == (0, "")
    assert home.dump(*OF_RUNS) == before
    seconds = "from runs where run > 4 order by source"
    assert home.rows(f"select source, opened, closed, bytes, not_modified {seconds}") == [
        ("us_bls", 0, 0, 0, 2), ("us_cip_soc", 0, 0, 0, 3), ("us_dapip", 0, 0, len(dapip()), 0),
        ("us_ipeds", 0, 0, 0, 5),
    ], "all but the answer to DAPIP's POST, which no conditional request can avoid"  # fmt: skip
    kept = home.rows("select count(*), count(distinct kept_sha256) from captures where kept_sha256 != ''")
    assert kept == [(22, 11)]


def test_a_change_is_one_row_ended_and_one_new(crawled):
    home, mirror = crawled
    mirror.put(f"{IPEDS}HD2022.zip", zipped({"hd2022.csv": hd([HD[0] | {"INSTNM": "Alder College"}, *HD[1:]])}))
    assert home.crawl("us_ipeds", mirror=mirror).returncode == 0
    assert home.rows("select opened, closed, not_modified from runs where run = 5") == [(1, 1, 4)]
    names = "select name, since_run, until_run from institutions where unitid = '100001' order by since_run"
    assert home.rows(names) == [("Alder Career Institute", 1, 5), ("Alder College", 5, None)]


# --- bad input -------------------------------------------------------------------------------------------------------

BAD = {
    "a ZIP cut short, a page for a ZIP, no rows": {
        "us_ipeds": (OFFERS, lambda good: good[: len(good) // 2], "C2022_A.zip: the ZIP is damaged or cut short"),
        "us_dapip": (DAPIP, lambda good: PAGE, "accreditationDataFiles: expected a ZIP, got a web page"),
        "us_cip_soc": (CIPS, lambda good: good.splitlines(keepends=True)[0],
                       "CIPCode2020.csv: the file has column names but no rows"),
    },
    "a column gone, UTF-16, an empty file": {
        "us_ipeds": (OFFERS, lambda good: zipped({"c2022_a.csv": c_a().replace(b"AWLEVEL", b"AWARD")}),
                     "c2022_a.csv: the column AWLEVEL is missing"),
        "us_dapip": (DAPIP, lambda good: zipped({"InstitutionCampus.csv": "DapipId\r\n1\r\n".encode("utf-16")}),
                     "institutioncampus.csv: expected UTF-8 or Windows-1252 text, got UTF-16 or a binary file"),
        "us_cip_soc": (CIPS, lambda good: b"", "CIPCode2020.csv: the file is empty"),
    },
    "not Windows-1252, a file not there, a page for a CSV": {
        "us_ipeds": (f"{IPEDS}HD2022.zip", lambda good: zipped({"hd2022.csv": hd()[:200] + b"\x81" + hd()[200:]}),
                     "hd2022.csv: byte 200 (0x81) is neither UTF-8 nor Windows-1252"),
        "us_dapip": (DAPIP, lambda good: zipped({"readme.txt": b""}),
                     "accreditationDataFiles: the file institutioncampus.csv is missing from the ZIP"),
        "us_cip_soc": (CIPS, lambda good: PAGE, "CIPCode2020.csv: expected a CSV, got a web page"),
    },
    "a page for a ZIP with persons, a workbook cut short": {
        "us_ipeds": (f"{IPEDS}HD2022.zip", lambda good: PAGE, "HD2022.zip: expected a ZIP, got a web page"),
        "us_bls": (PROJECTIONS, lambda good: good[:900], "occupation.xlsx: the workbook is damaged or cut short"),
    },
    "a quarter less, another workbook": {
        "us_ipeds": (OFFERS, lambda good: zipped({"c2022_a.csv": c_a(C_A[1:2])}), "figures: "),
        "us_bls": (WAGES, lambda good: zipped({"oesm25nat/readme.xlsx": good}),
                   "oesm25nat.zip: no workbook whose name tells its year (national_M2025_dl.xlsx)"),
    },
}  # fmt: skip


@pytest.mark.parametrize("case", mostly_long(BAD, quick=2))
def test_bad_input_is_a_doubted_run_with_one_sentence(crawled, case):
    home, mirror = crawled
    before = home.dump(*OF_RUNS)
    for address, spoil, _ in case.values():
        mirror.put(address, spoil(mirror.path(address).read_bytes()))
    crawl = home.crawl(*SOURCES, mirror=mirror)
    assert crawl.returncode == 1
    assert "Traceback" not in crawl.stdout + crawl.stderr
    for source, (status, reason) in endings(home).items():
        if source in case:
            assert status == "doubted"
            assert reason.startswith(case[source][2]), reason
            assert "\n" not in reason
            assert f"{source}: doubted" in crawl.stdout
            assert reason in crawl.stdout
        else:
            assert (status, reason) == ("accepted", ""), "a bad source does not stop the others"
    assert home.dump(*OF_RUNS) == before, "yesterday's data stays"
    assert home.run("publish").returncode == 0
    assert home.value("select count(*) from programs") == 7


def test_a_host_that_cannot_be_reached(crawled):
    """By way of a proxy that does not exist: nothing leaves this machine."""
    home, _ = crawled
    before = home.dump(*OF_RUNS)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        proxy = f"http://127.0.0.1:{closed.getsockname()[1]}"
    crawl = home.run("crawl", "us_cip_soc", http_proxy=proxy, https_proxy=proxy, HTTPS_PROXY=proxy, no_proxy="",
                     script=AT_ONCE + MAIN)  # fmt: skip
    assert crawl.returncode == 1
    status, reason = endings(home)["us_cip_soc"]
    assert (status, "could not be read" in reason, "nces.ed.gov" in reason) == ("doubted", True, True)
    assert "Traceback" not in crawl.stdout + crawl.stderr
    assert home.dump(*OF_RUNS) == before


AT_ONCE = "import crawler.settings as s; s.DOWNLOAD_DELAY = s.RETRY_TIMES = 0; s.AUTOTHROTTLE_ENABLED = False;"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("crawl", "us_nothing"), "there is no source 'us_nothing'"),
        (("crawl", "us_ipeds", "us_nothing"), "there is no source 'us_nothing'"),
        (("publish",), "there is nothing to publish"),
        (("crawl", "--mirror", "no-such-folder"), "does not exist"),
    ],
)
def test_a_wrong_command_is_one_sentence_and_starts_nothing(home, arguments, said):
    done = home.run(*arguments)
    assert done.returncode not in (0, None)
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (home.folder / "collected.db").exists()


def test_an_argument_that_is_no_year_is_one_sentence(home, mirror):
    crawl = home.run("crawl", "us_ipeds", "-a", "year=soon", "--mirror", mirror.folder)
    assert crawl.returncode == 1
    assert "Traceback" not in crawl.stderr
    assert "us_ipeds: doubted" in crawl.stdout
    assert "year=soon is no year" in crawl.stdout


def test_a_source_that_another_process_runs_is_left_to_it(crawled):
    home, mirror = crawled
    with open(home.folder / "collected-runs" / "us_bls.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        crawl = home.crawl("us_bls", "us_cip_soc", mirror=mirror)
    assert (crawl.returncode, crawl.stderr) == (1, "")
    assert "us_bls: doubted, could not start: us_bls is being run by another process" in crawl.stdout
    assert home.rows("select source, status from runs where run > 4") == [("us_cip_soc", "accepted")]


def test_a_full_disk_of_captures_is_a_doubted_run(crawled):
    home, mirror = crawled
    before = home.dump(*OF_RUNS)
    mirror.put(CIPS, mirror.path(CIPS).read_bytes() + b'"51","51.9999","","","Other.","",""\r\n')
    full = "import errno, os, db.captures as c\n"
    full += "def keep(*_): raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))\n"
    full += "c.CaptureFolder.keep = keep\n"
    crawl = home.crawl("us_cip_soc", "us_bls", mirror=mirror, script=full + MAIN)
    assert crawl.returncode == 1
    assert endings(home)["us_cip_soc"] == (
        "doubted", f"{CIPS}: the capture could not be kept (No space left on device)",
    )  # fmt: skip
    assert endings(home)["us_bls"] == ("accepted", "")
    assert home.dump(*OF_RUNS) == before


def test_a_full_disk_of_rows_is_a_doubted_run(crawled):
    home, mirror = crawled
    before = home.dump(*OF_RUNS)
    full = "import pipelines.store as s; s.BATCH = 2\n"
    full += "def write(self, *_): self._staged.execute('pragma max_page_count = 1'); return write_(self, *_)\n"
    full += "write_, s.Run._write = s.Run._write, write\n"
    crawl = home.crawl("us_ipeds", mirror=mirror, script=full + MAIN)
    assert (crawl.returncode, "Traceback" in crawl.stderr) == (1, False)
    assert endings(home)["us_ipeds"][0] == "doubted"
    assert "database or disk is full" in endings(home)["us_ipeds"][1]
    assert home.dump(*OF_RUNS) == before


# --- sudden death ----------------------------------------------------------------------------------------------------

KILLED = "import os, signal, pipelines.staging as g, pipelines.store as s\n"
KILLED += "def die(*_): os.kill(os.getpid(), signal.SIGKILL)\n"
MOMENTS = {
    "between rows": "rows = []\ndef add(self, record): rows.append(record); len(rows) < 9 or die()\ns.Run.add = add\n",
    "in the middle of the merge": (
        "merge, g._merge_table = g._merge_table, lambda db, record, *rest: (merge(db, record, *rest),"
        " record.table == 'figures' and die())[0]\n"
    ),
    "after the merge, before the commit": "s.Run._record = die\n",
}


@pytest.mark.parametrize("moment", mostly_long(MOMENTS))
def test_a_killed_crawl_leaves_the_last_good_data_and_the_next_one_completes(crawled, moment):
    home, mirror = crawled
    before = home.dump(*OF_RUNS)
    mirror.put(OFFERS, zipped({"c2022_a.csv": c_a([*C_A, ("100001", "51.0801", "1", "2", "3")])}))
    killed = home.crawl("us_ipeds", mirror=mirror, script=KILLED + moment + MAIN)
    assert killed.returncode == -signal.SIGKILL
    assert home.rows("pragma integrity_check") == [("ok",)]
    assert home.dump(*OF_RUNS) == before
    assert home.rows("select status from runs where run = 5") == [("running",)]
    assert home.crawl("us_ipeds", mirror=mirror).returncode == 0
    assert home.rows("select status, reason, opened from runs where run > 4 order by run") == [
        ("doubted", "the run was killed before it ended", None), ("accepted", "", 3),
    ]  # fmt: skip
