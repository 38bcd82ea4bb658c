"""What the tests share: a mirror of tiny federal files, homes with databases, the command line in a subprocess."""

import fcntl
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from federal import SOURCES, SmallMirror

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
MAIN = "from crawler.cli import main; main()"


LONG = {"whole_home", "home_of_2020"}
"""Fixtures that gather all federal files of a year: what asks for one is a long test."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if LONG & {*getattr(item, "fixturenames", ())}:
            item.add_marker(pytest.mark.long)


def mostly_long(table: dict, quick: int = 1) -> list:
    """The cases of a table as parameters; all but the first `quick` are long tests, for each takes seconds."""
    return [
        pytest.param(case, id=name, marks=[pytest.mark.long] if place >= quick else [])
        for place, (name, case) in enumerate(table.items())
    ]


class Home:
    """A folder of databases and captures, and the command line that fills it."""

    def __init__(self, folder: Path):
        self.folder = folder

    def run(
        self, *arguments, script: str = MAIN, input: str | None = None, **environment
    ) -> subprocess.CompletedProcess:
        """`tuitionary --home FOLDER ARGUMENTS` in a process of its own: a reactor starts only once in each."""
        command = [sys.executable, "-c", script, "--home", str(self.folder), *map(str, arguments)]
        env = {**os.environ, **environment}
        return subprocess.run(command, cwd=ROOT, env=env, input=input, capture_output=True, text=True, timeout=600)

    def crawl(self, *sources: str, mirror: Path | SmallMirror, **environment) -> subprocess.CompletedProcess:
        folder = mirror.folder if isinstance(mirror, SmallMirror) else mirror
        return self.run("crawl", *sources, "--mirror", folder, **environment)

    def rows(self, sql: str, *parameters, database: str = "collected.db") -> list[tuple]:
        with closing(sqlite3.connect(self.folder / database)) as db:
            return db.execute(sql, parameters).fetchall()

    def value(self, sql: str, *parameters, database: str = "programs.db"):
        return self.rows(sql, *parameters, database=database)[0][0]

    def dump(self, *without: str, database: str = "collected.db") -> dict[str, list[tuple]]:
        """Every row of every table but those named."""
        tables = self.rows("select name from sqlite_master where type = 'table' order by name", database=database)
        return {t: self.rows(f"select * from [{t}]", database=database) for (t,) in tables if t not in without}


def once(tmp_path_factory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that one worker makes for all workers of this session."""
    root = tmp_path_factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    with open(root / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (root / name).exists():
            making = root / f"{name}.making"
            shutil.rmtree(making, ignore_errors=True)
            making.mkdir()
            make(making)
            making.rename(root / name)
    return root / name


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real published files and saved pages beside the project."""
    if not SHARED.is_dir():
        why = "needs ../shared beside the project"
        pytest.fail(why) if os.environ.get("CI") else pytest.skip(why)
    return SHARED


@pytest.fixture(scope="session")
def whole_home(shared, tmp_path_factory) -> Home:
    """All federal files of the mirror, crawled and published; not to be written to."""

    def make(folder: Path) -> None:
        home = Home(folder)
        crawl = home.crawl(*SOURCES, mirror=shared / "mirror")
        assert crawl.returncode == 0, crawl.stdout + crawl.stderr
        assert home.run("publish").returncode == 0

    return Home(once(tmp_path_factory, "whole", make))


@pytest.fixture(scope="session")
def home_of_2020(shared, tmp_path_factory) -> Home:
    """IPEDS and DAPIP of the mirror as of 2020, crawled, not published; not to be written to."""

    def make(folder: Path) -> None:
        crawl = Home(folder).run("crawl", "us_ipeds", "us_dapip", "-a", "year=2020", "--mirror", shared / "mirror")
        assert crawl.returncode == 0, crawl.stdout + crawl.stderr

    return Home(once(tmp_path_factory, "whole-2020", make))


@pytest.fixture
def mirror(tmp_path) -> SmallMirror:
    """A mirror of tiny federal files that a test may change."""
    return SmallMirror(tmp_path / "mirror")


@pytest.fixture
def home(tmp_path) -> Home:
    """An empty home."""
    return Home(tmp_path / "home")


@pytest.fixture(scope="session")
def small_home(tmp_path_factory) -> Home:
    """The tiny federal files, crawled and published; not to be written to."""

    def make(folder: Path) -> None:
        crawl = Home(folder).crawl(*SOURCES, mirror=SmallMirror(folder / "mirror"))
        assert crawl.returncode == 0, crawl.stdout + crawl.stderr
        publish = Home(folder).run("publish")
        assert publish.returncode == 0, publish.stderr

    return Home(once(tmp_path_factory, "small", make))


@pytest.fixture
def crawled_home(small_home, tmp_path) -> Home:
    """A copy of `small_home` that a test may change; its mirror is the folder `mirror` in it."""
    return Home(shutil.copytree(small_home.folder, tmp_path / "home"))


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory) -> Home:
    """The demo campus gathered twice and published; not to be written to."""

    def make(folder: Path) -> None:
        home = Home(folder)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        for _ in range(2):
            gathered = home.run("demo", "--port", port)
            assert gathered.returncode == 0, gathered.stdout + gathered.stderr
        assert home.run("publish").returncode == 0

    return Home(once(tmp_path_factory, "demo", make))
