"""Before a crawl is stored: `crawl --dry-run`. After: `tuitionary changes`. Meanwhile: how far it is."""

import os
import pty
import subprocess
import sys

import pytest
from conftest import MAIN, ROOT, Home
from schools import Schools

from crawler.progress import line


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What is said of a school that changes: {first try, crawl, second try, changes}, and what was stored meanwhile."""
    home = Home(tmp_path_factory.mktemp("before") / "home")
    with Schools(1) as world:
        crawl = ("crawl", "--site", world.addresses[0])
        said = {
            "first try": home.run(*crawl, "--dry-run"),
            "nothing": home.dump("_sqlite_migrations", "sqlite_sequence"),
        }
        said["crawl"] = home.run(*crawl)
        prices = world.schools[0].prices
        prices["Phlebotomy"], prices["Nurse Aide"] = 777, 900
        del prices["Dental Assisting"]
        before = home.dump()
        said["second try"] = home.run(*crawl, "--dry-run")
        said["is untouched"] = before == home.dump()
        home.run(*crawl)
        said["changes"] = home.run("changes", "2026-01-01")
        said["later"] = home.run("changes", "2126-01-01")
        said["captures"] = [*(home.folder / "captures").rglob("*.gz")]
    return said


def test_a_try_of_a_new_source_stores_nothing_and_shows_what_would_be_new(told):
    lines = told["first try"].stdout.splitlines()
    assert lines[0].endswith(": accepted, 8 listings; nothing was stored")
    assert lines[1:3] == ["  8 new:", "    /programs/automotive-technology new: - -> Automotive Technology Certificate"]
    assert not any(told["nothing"].values())


def test_a_try_shows_new_changed_and_gone_with_the_words(told):
    assert told["second try"].stdout.splitlines()[1:] == [
        "  1 gone:",
        "    /programs/dental-assisting gone: Dental Assisting Certificate -> -",
        "  1 new:",
        "    /programs/nurse-aide new: - -> Nurse Aide Certificate",
        "  3 changed:",
        "    /programs/phlebotomy price total month any: $3,000.00 / 8.3 months = $361.45 "
        "-> $777.00 / 8.3 months = $93.61",
        "    /programs/phlebotomy price total program any: $3,000 -> $777",
        "    /programs/phlebotomy price tuition program any: $3,000 -> $777",
    ]
    assert told["is untouched"]


def test_what_was_stored_since_a_day_is_said_with_before_and_after(told):
    said = told["changes"].stdout
    assert "/programs/nurse-aide listing: - -> listed\n    'Nurse Aide Certificate'" in said
    assert "/programs/dental-assisting listing: listed -> gone\n" in said
    assert "published  777 USD tuition program; published  777 USD total program\n    '$777'" in said
    assert told["later"].stdout == ""


@pytest.mark.parametrize(
    ("waiting", "seconds", "said"),
    [
        (None, 10, "al_alder: 120 pages, 14 listings, 12.0 pages a second"),
        (60, 60, "al_alder: 120 pages, 14 listings, 2.0 pages a second, about 30 seconds left"),
        (480, 120, "al_alder: 120 pages, 14 listings, 1.0 pages a second, about 8 minutes left"),
        (0, 60, "al_alder: 120 pages, 14 listings, 2.0 pages a second"),
    ],
)
def test_progress_is_a_line(waiting, seconds, said):
    assert line("al_alder", 120, 14, waiting, seconds) == said


def test_progress_lives_on_a_terminal_and_leaves_nothing_there(tmp_path):
    with Schools(1) as world:
        world.schools[0].slow = 0.2
        master, terminal = pty.openpty()
        command = [sys.executable, "-c", MAIN, "--home", str(tmp_path), "crawl", "--site", world.addresses[0]]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=terminal, text=True, timeout=60)
        os.close(terminal)
        shown = os.read(master, 100_000).decode()
        os.close(master)
    assert done.returncode == 0
    assert "pages a second" in shown
    assert shown.endswith("\r\x1b[K")
