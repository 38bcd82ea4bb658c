"""Sudden death at any moment of crawl, store and publish: what was accepted stays, what is published serves.

A moment is the Nth call of a function, in Python or in C, so that a failure is found again. `make soak` kills a whole
crawl of real files by the clock (benchmarks/soak.py).
"""

import random
import shutil
import signal

import pytest
from conftest import MAIN, Home
from federal import C_A, HD, IPEDS, SmallMirror, c_a, hd, zipped

KILLS = 4
COUNTING = """
import atexit, os, signal, sys
calls, last = 0, int(os.environ["LAST_CALL"])
def count(frame, event, argument):
    global calls
    calls += 1
    if calls == last:
        os.kill(os.getpid(), signal.SIGKILL)
atexit.register(lambda: (sys.setprofile(None), open(os.environ["CALLS"], "w").write(str(calls))))
sys.setprofile(count)
"""
OF_RUNS = ("sources", "runs", "captures", "sqlite_stat1", "dictionary_tables", "dictionary_columns")


@pytest.fixture(scope="module")
def changed(small_home, tmp_path_factory):
    """A home with something new to crawl, the state in which an undisturbed crawl and publication leave it, and how
    many calls each takes: (home, its mirror, {command: calls}, published tables)."""
    root = tmp_path_factory.mktemp("killed")
    home = Home(shutil.copytree(small_home.folder, root / "home"))
    mirror = object.__new__(SmallMirror)
    mirror.folder = home.folder / "mirror"
    mirror.put(f"{IPEDS}C2022_A.zip", zipped({"c2022_a.csv": c_a([*C_A, ("100001", "51.0801", "1", "2", "3")])}))
    mirror.put(f"{IPEDS}HD2022.zip", zipped({"hd2022.csv": hd([HD[0] | {"INSTNM": "Alder College"}, *HD[1:]])}))
    undisturbed = Home(shutil.copytree(home.folder, root / "undisturbed"))
    calls = {}
    for command in ("crawl", "publish"):
        assert run(undisturbed, command, mirror, 0, root / "calls").returncode == 0
        calls[command] = int((root / "calls").read_text())
    return home, mirror, calls, undisturbed.dump(*OF_RUNS, database="programs.db")


def run(home, command, mirror, last_call, calls):
    arguments = ("crawl", "us_ipeds", "--mirror", mirror.folder) if command == "crawl" else ("publish",)
    return home.run(*arguments, script=COUNTING + MAIN, LAST_CALL=str(last_call), CALLS=str(calls))


def accepted(home):
    """Every row that an accepted run brought."""
    tables = ("institutions", "listings", "figures", "accreditations", "cips", "wages")
    brought = "since_run in (select run from runs where status = 'accepted')"
    return {t: set(home.rows(f"select rowid, source, since_run from {t} where {brought}")) for t in tables}


@pytest.mark.long
def test_killed_at_random_moments_nothing_accepted_is_lost(changed, tmp_path):
    prepared, mirror, calls, expected = changed
    home = Home(shutil.copytree(prepared.folder, tmp_path / "home"))
    moments = random.Random(2026)
    for number in range(KILLS):
        command = ("crawl", "publish")[number % 2]
        before, published = accepted(home), home.dump(database="programs.db")
        killed = run(home, command, mirror, moments.randrange(1, calls[command]), tmp_path / "calls")
        assert killed.returncode == -signal.SIGKILL
        for database in ("collected.db", "programs.db"):
            assert home.rows("pragma integrity_check", database=database) == [("ok",)]
        assert all(rows <= accepted(home)[table] for table, rows in before.items())
        now = home.dump(database="programs.db")
        assert now["programs"]
        assert command == "publish" or now == published, "a crawl does not touch what is served"
    for command in ("crawl", "publish"):
        assert run(home, command, mirror, 0, tmp_path / "calls").returncode == 0
    got = home.dump(*OF_RUNS, database="programs.db")
    assert got.keys() == expected.keys()
    for table in ("programs", "institutions", "program_addresses", "withdrawn_programs"):
        assert got[table] == expected[table]
