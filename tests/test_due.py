"""`crawl --due`: what is due and nothing else, one at a time, and after a kill nothing lost and nothing done twice."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing

import pytest
from conftest import MAIN, ROOT, Home
from directory import page
from schools import Schools

from pipelines.store import Run, Source

KILLS = int(os.environ.get("KILLS", "3"))  # `make soak` asks for thirty
OF_RUNS = ("sources", "runs", "captures", "figures", "ended_figures", "sqlite_stat1", "dictionary_tables",
           "dictionary_columns")  # fmt: skip
KILLED_LATE = """
import os, signal
from pipelines import store
store.CAPTURES_AT_LEAST_EVERY = 0
captured, keep = 0, store.Run.add_capture
def add_capture(self, capture):
    global captured
    keep(self, capture)
    captured += 1
    if captured == 6:
        os.kill(os.getpid(), signal.SIGKILL)
store.Run.add_capture = add_capture
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Two schools and a home in which they were crawled: the first every 30 days, the second every day."""
    home = Home(tmp_path_factory.mktemp("prepared") / "home")
    with Schools(2) as world:
        for address, days in zip(world.addresses, ("30", "1"), strict=True):
            assert home.run("crawl", "--site", address, "--every", days).returncode == 0
        yield home, world


@pytest.fixture
def world(prepared):
    """The two schools as they were first; the second is due again."""
    _, world = prepared
    world.reset()
    return world


@pytest.fixture
def home(prepared, world, tmp_path):
    home = Home(shutil.copytree(prepared[0].folder, tmp_path / "home"))
    age(home, world.source(1), 2)
    return home


def age(home, source, days):
    """Let so many days have passed since the runs of a source."""
    with closing(sqlite3.connect(home.folder / "collected.db")) as db, db:
        for column in ("started_at", "ended_at"):
            db.execute(
                f"update runs set {column} = datetime({column}, ?) || 'Z' where source = ?", (f"-{days} days", source)
            )


def due(home, world, *options):
    return home.run("crawl", "--due", *map(world.source, range(2)), *options)


def test_what_is_due_is_run_and_published_and_nothing_else(home, world):
    asked = len(world.asked)
    first = due(home, world)
    assert first.returncode == 0, first.stdout + first.stderr
    assert [line.split(":")[0] for line in first.stdout.splitlines()] == [
        world.source(1), str(home.folder / "programs.db"),
    ]  # fmt: skip
    assert {number for number, _ in world.asked[asked:]} == {1}
    assert due(home, world).stdout == "nothing is due\n"


@pytest.mark.long
def test_what_was_accepted_and_not_published_is_published(home, world):
    (home.folder / "programs.db").unlink(missing_ok=True)
    assert due(home, world).returncode == 0
    (home.folder / "programs.db").unlink()
    again = due(home, world)
    assert again.stdout.startswith("nothing is due\n")
    assert home.value("select count(*) from programs") == 16


def test_a_doubted_run_is_said_and_the_rest_is_published(home, world):
    age(home, world.source(0), 40)
    world.schools[0].mode = "wall"
    world.schools[1].prices["Welding Technology"] = 1234
    done = due(home, world)
    assert done.returncode == 1
    assert f"{world.source(0)}: doubted, nothing was read" in done.stdout
    assert home.value("select count(*) from programs") == 16, "yesterday's good data is still up"
    assert home.value("select count(*) from programs where price_total_min = 1234") == 1


def test_when_the_time_is_over_the_rest_stays_due(home, world):
    done = due(home, world, "--hours", "0.0000001")
    assert done.returncode == 0
    assert f"not begun within 1e-07 hours, and still due: {world.source(1)}" in done.stdout
    assert due(home, world).stdout.startswith(f"{world.source(1)}: accepted")


def test_two_at_once_are_one(home, world):
    command = [sys.executable, "-c", "import sys; from pathlib import Path; from pipelines.staging import hold\n"
               f"lock = hold(Path({str(home.folder / 'collected.db')!r}), 'crawl --due'); print(1, flush=True)\n"
               "sys.stdin.read()"]  # fmt: skip
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        second = due(home, world)
        other.stdin.close()
    assert second.returncode == 1
    assert second.stderr == "Error: crawl --due is being run by another process\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--due", "-a", "year=2020"], "--due runs sources as they are declared, without arguments"),
        (["--due", "--site", "https://alder.example"], "--site and --unitid name one school"),
        (["--every", "7"], "--every is of a school given by --site or --unitid"),
        (["--due", "us_nothing"], "there is no source 'us_nothing'"),
        (["--due", "--hours", "0"], "0.0 is not in the range x>0"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(tmp_path, options, said):
    refused = Home(tmp_path).run("crawl", *options)
    assert refused.returncode in (1, 2)
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.long
def test_what_a_killed_run_had_captured_is_not_asked_again(home, world):
    before = len(world.asked)
    killed = home.run("crawl", "--due", world.source(1), script=KILLED_LATE + MAIN)
    assert killed.returncode == -signal.SIGKILL
    done = due(home, world)
    assert done.returncode == 0, done.stdout
    times = Counter(path for _, path in world.asked[before:] if path.startswith("/programs/"))
    assert len(times) == 8
    assert sum(times.values()) <= 8 + 2, "but what was under way"
    assert home.value("select count(*) from programs") == 16
    fetched = "select count(distinct url) from captures where run = (select max(run) from runs) and http_status = 200"
    assert home.value(fetched, database="collected.db") == 9, "the receipts of the run are whole"


@pytest.mark.long
def test_killed_at_random_moments_the_next_one_ends_as_if_undisturbed(home, world, tmp_path):
    undisturbed = Home(shutil.copytree(home.folder, tmp_path / "undisturbed"))
    world.schools[1].prices["Welding Technology"] = 1234
    world.schools[1].prices["Nurse Aide"] = 900
    assert due(undisturbed, world).returncode == 0
    moments = random.Random(7)
    for _ in range(KILLS):
        command = [sys.executable, "-c", MAIN, "--home", str(home.folder), "crawl", "--due"]
        process = subprocess.Popen([*command, *map(world.source, range(2))], cwd=ROOT, stdout=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.8, 3.5))
        process.kill()
        process.wait()
        assert home.rows("pragma integrity_check") == [("ok",)]
    assert due(home, world).returncode == 0
    got, expected = (one.dump(*OF_RUNS, database="programs.db") for one in (home, undisturbed))
    assert got["programs"] == expected["programs"]
    assert len(got["programs"]) == 17
    assert {table for table in expected if len(got[table]) != len(expected[table])} == set()


def test_a_source_whose_spider_is_gone_is_one_sentence(tmp_path):
    home = Home(tmp_path / "home")
    run = Run(home.folder / "collected.db", Source("al_gone", "Gone", "", "", "", "", 30, ""))
    run.add(page("/a", price=1000, source="al_gone"))
    assert run.close().status == "accepted"
    again = home.run("reparse")
    assert (again.returncode, again.stderr) == (1, "")
    assert again.stdout == "al_gone: doubted, there is no spider of this name any more\n"
