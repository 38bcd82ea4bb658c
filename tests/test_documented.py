"""Every command and every address that the documents name is asked, as it stands or with a stand-in for its blanks."""

import asyncio
import re
import shlex
import shutil
import subprocess

import pytest
from conftest import ROOT, Home
from directory import page
from schools import Schools
from test_search import Pages
from test_week import Room

from crawler.cli import main
from pipelines.store import Run, Source

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
COMMAND = re.compile(r"(?:^|[`\s/])tuitionary ((?:--help|[a-z][a-z-]*)(?:[^`\n|]*))(?=[`\n|])")
TARGET = re.compile(r"\bmake ([a-z]+)\b(?=[`\s])")
ADDRESS = re.compile(r"`(/[a-z][^`\s]*)`")

ELSEWHERE = {
    "serve": "tests/test_browser.py serves for every page that it opens",
    "new-source": "tests/test_new_source.py; it writes into the project",
    "work": "tests/test_shared.py has the Redis for it",
    "gates": "tests/test_gates.py; it writes into the project",
}
"""Commands that are run by other tests, and why not here."""

NOT_OURS = ("/etc/", "/srv/")
"""Paths that are no addresses of the site."""


def commands():
    """The words of every command named, without the sentence around it."""
    found = {match[1].strip().rstrip(".,;:") for match in COMMAND.finditer(TEXT)}
    return sorted(one for one in found if one.split()[0] in main.commands or one == "--help")


@pytest.fixture(scope="module")
def prepared(small_home, demo_home, tmp_path_factory):
    """A home with what the documents speak of, one with a run that waits to be accepted, and what fills blanks."""
    folder = tmp_path_factory.mktemp("documented")
    home, waiting = Home(shutil.copytree(small_home.folder, folder / "home")), Home(folder / "waiting")
    shutil.copy(demo_home.folder / "demo.db", home.folder)
    shutil.copytree(demo_home.folder / "captures", home.folder / "captures", dirs_exist_ok=True)
    for number in (8, 2):
        run = Run(waiting.folder / "collected.db", Source("al_alder", "Alder", "", "", "", "", 30, ""))
        for place in range(number):
            run.add(page(f"/{place}", name=f"Welding {place}", cip="48.0508", price=1000))
        doubted = run.close().run
    saved = next((ROOT / "tests" / "pages" / "shapes").glob("*.html"))
    with Schools(1) as world, Room() as room:
        yield home, waiting, {
            "https://…": world.addresses[0], "URL": world.addresses[0], "FILE_OR_URL": str(saved), "RUN": str(doubted),
            "DIR": str(home.folder / "mirror"), "SOURCE": "us_bls", "<source>": "us_bls",
            "https://chat.example/hook": room.url,
        }  # fmt: skip
        room.shutdown()


def test_the_documents_name_commands_and_addresses():
    assert len(commands()) > 15
    assert len(ADDRESS.findall(TEXT)) > 12


@pytest.mark.parametrize("command", commands())
@pytest.mark.long
def test_a_documented_command_works(prepared, command):
    home, waiting, blanks = prepared
    words = shlex.split(command)
    if words[0] in ELSEWHERE or "--redis" in words:
        pytest.skip(ELSEWHERE.get(words[0], ELSEWHERE["work"]))
    words = [blanks.get(word, word) for word in words]
    home = waiting if words[0] == "accept" else home
    if words[0] == "crawl" and "--site" not in words and "--mirror" not in words:
        words += ["--mirror", blanks["DIR"]]
    given = '{"id": 1, "kind": "price", "text": "$5"}\n' if words == ["parse", "--jsonl"] else None
    if words in (["parse"], ["read"], ["read", "--jsonl"], ["crawl"]):
        words += {"parse": ["price", "$5"], "read": [blanks["FILE_OR_URL"]], "crawl": []}[words[0]]
    done = home.run(*words, input=given)
    is_told = words[0] == "status" and done.returncode == 1  # a source of the home may need a person
    assert done.returncode == 0 or is_told, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("target", sorted({*TARGET.findall(TEXT)}))
def test_a_documented_target_is_in_the_makefile(target):
    assert subprocess.run(["make", "--dry-run", target, "MIRROR=x"], cwd=ROOT, capture_output=True).returncode == 0


@pytest.fixture(scope="module")
def site(small_home):
    return Pages(small_home, "programs")


@pytest.mark.parametrize("address", sorted({one for one in ADDRESS.findall(TEXT) if not one.startswith(NOT_OURS)}))
def test_a_documented_address_answers(site, small_home, address):
    id = small_home.value("select id from programs limit 1")
    asked = re.sub(r"(?<=since=)…", "2020-01-01", address).replace("id=…", f"id={id}").replace("/ID.", f"/{id}.")
    assert "…" not in asked, "a blank that has no stand-in"
    answer = asyncio.run(site.datasette.client.get(asked))
    assert answer.status_code in (200, 302), answer.text[:200]
