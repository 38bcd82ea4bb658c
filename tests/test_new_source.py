"""`tuitionary new-source`: from an address to a spider file, saved pages and a draft."""

import os
import shutil
import subprocess
import sys

import pytest
from conftest import MAIN, ROOT
from test_saved_pages import reading

from crawler.demo import Campus
from crawler.new_source import source_name


@pytest.fixture
def project(tmp_path):
    (tmp_path / "crawler" / "spiders").mkdir(parents=True)
    (tmp_path / "tests").mkdir()
    return tmp_path


def new_source(home, project, *arguments):
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-c", MAIN, "--home", str(home), "new-source", *arguments]
    return subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, timeout=300)


def test_a_source_is_written_with_pages_and_a_draft(small_home, project):
    home = shutil.copytree(small_home.folder, project / "home")
    with Campus() as campus:
        place = f"{campus.url}/red-valley/"
        done = new_source(home, project, place, "--unitid", "100001")
        again = new_source(home, project, place, "--unitid", "100001")
    assert done.returncode == 0, done.stderr
    (spider,) = (project / "crawler" / "spiders").glob("*.py")
    written = {}
    exec(compile(spider.read_text(), spider.name, "exec"), written)
    (source,) = (thing for name, thing in written.items() if name.lower() == spider.stem.replace("_", ""))
    assert (source.name, source.unitid, source.homepage) == (spider.stem, "100001", place)
    assert source.institution == small_home.value("select name from institutions where unitid = '100001'")
    pages = sorted((project / "tests" / "pages" / spider.stem).glob("*.html"))
    assert 1 <= len(pages) <= 3
    for page in pages:
        read = reading(page.read_bytes())
        assert read["url"].startswith(place)
        assert read["programs"], page
    assert "Medical Assisting Diploma" in done.stdout
    assert "'$16,440'" in done.stdout
    assert f"wrote crawler/spiders/{spider.name}" in done.stdout
    assert again.returncode == 1
    assert again.stderr == f"Error: there is a source {spider.stem} already\n"


def test_what_cannot_be_written_is_one_sentence(project):
    with Campus() as campus:
        place = f"{campus.url}/red-valley/"
        unknown = new_source(project / "home", project, place)
        empty = new_source(project / "home", project, f"{campus.url}/registry/", "--unitid", "1")
        elsewhere = new_source(project / "home", project / "tests", place, "--unitid", "1")
    assert f"no institution that we know is at {place}: crawl us_ipeds first, or give --unitid" in unknown.stderr
    assert "gave a listing" in empty.stderr
    assert "is not the project's folder" in elsewhere.stderr
    for done in (unknown, empty, elsewhere):
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
    assert not list((project / "crawler" / "spiders").iterdir())


@pytest.mark.parametrize(
    ("institution", "state", "name"),
    [
        ("Red Rocks Community College", "CO", "co_red_rocks"),
        ("Institute of Technology", "", "us_technology"),
        ("The College", "NY", "ny_the_college"),
        ("St. Mary's School of Nursing", "OH", "oh_st_mary_s_nursing"),
    ],
)
def test_the_name_of_a_source(institution, state, name):
    assert source_name(institution, state) == name
