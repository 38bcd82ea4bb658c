"""Saved pages of sources, and what each should read as: `tests/pages/<source>/<page>.html` and the JSON beside it.

A source's name holds an underscore; a folder without one is no source's.
Where the JSON is missing it is written, and the test fails until a person has looked at it and committed it.
"""

import json
import re
import shutil
from pathlib import Path

import pytest

from crawler.extract.page import read_page
from crawler.extract.personal import without_personal_data
from crawler.new_source import saved_from
from crawler.run import sources
from db.records import Listing, Words
from pipelines.normalize import normalized

PAGES = Path(__file__).parent / "pages"
SAVED = sorted(PAGES.glob("*_*/*.html"))
_FROM = re.compile(rb"<!-- saved from url=\(\d+\)(\S+) -->\s*\Z")
SHOWN = ("kind", "printed", "label", "status", "value", "value_min", "value_max", "unit", "component", "basis",
         "residency", "academic_year", "what", "pace")  # fmt: skip


def url_of(page: bytes) -> str:
    found = _FROM.search(page)
    assert found, "the last line of a saved page says where it is from"
    return found[1].decode()


def reading(page: bytes) -> dict:
    """What a saved page reads as, without columns that say nothing."""
    read = read_page(page, url_of(page))
    programs = []
    for program in read.programs:
        words = [Words(word.kind, word.text, word.label, printed=word.printed) for word in program.words]
        listing = normalized(Listing("", "", "", program.name, url=read.url, words=words))
        figures = [{name: getattr(one, name) for name in SHOWN if getattr(one, name) not in ("", None)}
                   for one in listing.figures]  # fmt: skip
        programs.append({"name": program.name, "cip": listing.cip, "figures": figures})
    return {"url": read.url, "rejected": read.rejected, "programs": programs}


def check(path: Path) -> None:
    """Compare a saved page with the JSON beside it; write the JSON, and fail, where there is none."""
    expected, found = path.with_suffix(".json"), reading(path.read_bytes())
    if not expected.exists():
        expected.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        pytest.fail(f"{expected.name} was written: look at it beside the page, and commit it if it is right")
    assert found == json.loads(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SAVED, ids=[f"{path.parent.name}/{path.stem}" for path in SAVED])
def test_a_saved_page_reads_as_it_should(path):
    check(path)


@pytest.mark.parametrize("path", SAVED, ids=[f"{path.parent.name}/{path.stem}" for path in SAVED])
def test_a_saved_page_is_of_a_source_and_names_nobody(path):
    page = path.read_bytes()
    assert path.parent.name in sources()
    assert without_personal_data(page) == page


def test_what_a_page_should_read_as_is_written_once_and_must_be_reviewed(tmp_path):
    page = tmp_path / "page.html"
    shutil.copy(SAVED[0], page)
    with pytest.raises(pytest.fail.Exception, match=r"page.json was written: look at it"):
        check(page)
    check(page)
    expected = page.with_suffix(".json")
    expected.write_text(expected.read_text().replace('"kind": "price"', '"kind": "cost"', 1))
    with pytest.raises(AssertionError):
        check(page)


def test_a_page_says_where_it_is_from():
    assert url_of(b"<html>" + saved_from("https://alder.edu/a?b=1")) == "https://alder.edu/a?b=1"
    with pytest.raises(AssertionError):
        url_of(b"<html>")
