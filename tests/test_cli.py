"""The command line: what it prints for people and for machines, and that an error is one sentence."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner
from conftest import ROOT, Home

from crawler.cli import main


def run(*arguments, **options):
    return CliRunner().invoke(main, [*map(str, arguments)], **options)


def test_parse_tells_people_what_was_understood_and_why():
    said = run("parse", "price", "Tuition is $7,870; a deposit of $100 holds your seat").output
    assert "amount_min 7870" in said
    assert "component tuition" in said
    assert "what deposit" in said
    assert said.count("because:") == 2


def test_parse_says_that_nothing_is_stated():
    assert run("parse", "price", "call for tuition").output == "nothing of this kind is stated\n"


def test_parse_takes_the_label_into_account():
    assert "basis credit" in run("parse", "price", "$309", "--label", "Cost per credit").output


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        ("length", "36 weeks", {"value_min": 36, "unit": "weeks", "kind": "total"}),
        (
            "cost",
            "Tuition: $4,250",
            {"amount_min": 4250, "currency": "USD", "component": "tuition", "basis": "program"},
        ),
        ("accreditation", "accredited by CAAHEP", {"accreditor": "CAAHEP", "status": "accredited"}),
    ],
)
def test_parse_jsonl_in_the_shape_of_the_labels(kind, text, answer):
    line = json.dumps({"id": "x-1", "kind": kind, "text": text})
    said = json.loads(run("parse", "--jsonl", input=line).output)
    assert said["id"] == "x-1"
    assert {key: said["items"][0][key] for key in answer} == answer


@pytest.mark.parametrize(
    ("kind", "text", "value"), [("credential", "AAS degree", "associate"), ("delivery", "100% online", "online")]
)
def test_parse_jsonl_of_one_value(kind, text, value):
    line = json.dumps({"id": "x-1", "kind": kind, "text": text})
    assert json.loads(run("parse", "--jsonl", input=line).output)[kind] == value


@pytest.mark.parametrize(
    ("arguments", "lines", "said"),
    [
        (["parse", "colour", "blue"], "", "no kind 'colour'"),
        (["parse", "--jsonl"], '{"id": 1}', "line 1"),
        (["parse", "--jsonl"], "\nnot json", "line 1"),
        (["crawl", "us_nothing"], "", "there is no source 'us_nothing'"),
        (["publish"], "", "nothing to publish"),
        (["serve"], "", "nothing to serve"),
        (["gates"], "", "crawl us_ipeds"),
        (["reparse", "us_ipeds"], "", "no accepted run of 'us_ipeds'"),
        (["accept", "7"], "", "there is no run 7"),
        (["check"], "", "nothing to check"),
    ],
)
def test_an_error_is_one_sentence_and_a_non_zero_exit(arguments, lines, said, tmp_path):
    result = run("--home", tmp_path / "home", *arguments, input=lines)
    assert result.exit_code != 0
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1
    assert result.output.startswith("Error: ")


def test_sources_lists_every_source_with_its_publisher():
    said = run("sources").output
    for name in ("us_ipeds", "us_dapip", "us_cip_soc", "us_bls", "demo_red_valley"):
        assert name in said
    assert "National Center for Education Statistics" in said


def test_a_taken_port_of_the_campus_is_one_sentence(tmp_path):
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = Home(tmp_path / "home").run("demo", "--port", taken.getsockname()[1])
    assert result.returncode == 1
    assert result.stderr.startswith("Error: the campus cannot stand on port")
    assert "Traceback" not in result.stderr


def test_reparse_shows_what_differs(demo_home, tmp_path):
    import shutil

    home = Home(shutil.copytree(demo_home.folder, tmp_path / "home"))
    as_if_read_worse = """
        import sqlite3, sys
        db = sqlite3.connect(sys.argv[1])
        db.execute("update figures set value_min = 1, value_max = 1 where printed = '$16,440' and until_run is null")
        db.commit()
    """
    script = "\n".join(line.strip() for line in as_if_read_worse.splitlines())
    subprocess.run([sys.executable, "-c", script, home.folder / "demo-collected.db"], check=True, cwd=ROOT)
    said = home.run("reparse", "demo_red_valley").stdout
    assert "medical-assisting.html price: '$16,440'" in said
    assert "before: published  1" in said
    assert "now:    published  16440" in said
    assert "demo_red_valley: accepted, 4 listings, 1 rows new, 1 ended" in said
