"""The ready-made schedules: each is checked by its own checker, and what it runs is really run."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
import yaml
from conftest import ROOT, Home

from crawler.demo.campus import Campus

SCHEDULES = ROOT / "schedules"
BIN = Path(sys.executable).parent


def commands(text: str) -> list[list[str]]:
    """The arguments of every `tuitionary` that a schedule runs."""
    found = re.findall(r"\.venv/bin/tuitionary ([^;\n]+)", text)
    return [one.split() for one in found]


@pytest.mark.skipif(not shutil.which("systemd-analyze") and "CI" not in os.environ, reason="needs Debian's systemd")
def test_systemd_finds_nothing_wrong(tmp_path):
    """The units, with the clone's folder where the test has one: systemd looks whether the command is there."""
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/tuitionary").write_text("#!/bin/sh\n")
    (tmp_path / ".venv/bin/tuitionary").chmod(0o755)
    for name in ("tuitionary.service", "tuitionary.timer"):
        text = (SCHEDULES / name).read_text().replace("/srv/tuitionary", str(tmp_path))
        (tmp_path / name).write_text(text.replace("User=tuitionary", "User=root"))
    units = [tmp_path / "tuitionary.service", tmp_path / "tuitionary.timer"]
    checked = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True)
    assert "tuitionary" not in checked.stderr, checked.stderr
    assert checked.returncode == 0, checked.stderr
    calendar = re.search(r"OnCalendar=(.*)", (SCHEDULES / "tuitionary.timer").read_text())[1]
    told = subprocess.run(["systemd-analyze", "calendar", calendar], capture_output=True, text=True)
    assert told.returncode == 0, told.stderr


def test_the_workflow_keeps_githubs_schema():
    checked = subprocess.run(
        [BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", SCHEDULES / "github-workflow.yml"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_workflow_crawls_checks_and_keeps_what_was_published():
    steps = yaml.safe_load((SCHEDULES / "github-workflow.yml").read_text())["jobs"]["crawl"]["steps"]
    assert [one["run"].split()[1] for one in steps if "tuitionary" in one.get("run", "")] == [
        "crawl",
        "check",
        "status",
    ]


def test_the_line_of_the_crontab_is_one_that_cron_reads():
    *_, line = (SCHEDULES / "crontab").read_text().splitlines()
    minute, hour, *days = line.split()[:5]
    assert 0 <= int(minute) < 60
    assert re.fullmatch(r"\*/(1|2|3|4|6|8|12)", hour)
    assert days == ["*", "*", "*"]
    assert "%" not in line, "cron takes a percent sign for the end of the command"


@pytest.mark.parametrize("name", ["tuitionary.service", "crontab", "github-workflow.yml"])
def test_what_a_schedule_runs_is_what_the_command_takes(name, crawled_home):
    """Every command of a schedule, on a home in which nothing is due but what the mirror gives."""
    found = commands((SCHEDULES / name).read_text())
    assert found
    for arguments in found:
        if "${NOTIFY_URL}" in arguments:
            arguments = [word for word in arguments if word not in ("--notify", "${NOTIFY_URL}")]
        done = crawled_home.run(*arguments)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)


@pytest.fixture
def scrapyd(tmp_path):
    """A Scrapyd on loopback that writes into a home of its own: (address, home)."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = tmp_path / "scrapyd"
    folder.mkdir()
    folders = "".join(f"{name} = {folder / name}\n" for name in ("eggs_dir", "logs_dir", "dbs_dir"))
    (folder / "scrapyd.conf").write_text(f"[scrapyd]\nhttp_port = {port}\npoll_interval = 0.2\n{folders}")
    environment = {**os.environ, "TUITIONARY_HOME": str(tmp_path / "home"), "PYTHONWARNINGS": "ignore"}
    command = [BIN / "scrapyd", "--pidfile", folder / "pid"]
    server = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait(lambda: asked(f"{address}/daemonstatus.json"))
        yield address, Home(tmp_path / "home")
    finally:
        server.terminate()
        server.wait()


def asked(address: str, **form) -> dict | None:
    """What Scrapyd answers, None while it does not."""
    try:
        with urlopen(address, urlencode(form).encode() if form else None, timeout=20) as answer:
            return json.load(answer)
    except URLError:
        return None


def wait(found, seconds: float = 60):
    """What `found` gives, as soon as it gives something."""
    deadline = time.monotonic() + seconds
    while not (result := found()):
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.1)
    return result


@pytest.mark.long
def test_scrapyd_takes_the_project_and_runs_a_source(scrapyd, tmp_path):
    """scrapyd-deploy builds an egg of a clone, the HTTP API schedules a run, and the run is stored like any other."""
    address, home = scrapyd
    clone = tmp_path / "clone"
    for name in subprocess.check_output(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                                        text=True).splitlines():  # fmt: skip
        if not name.startswith(("tests/", "docs/")):
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, clone / name)
    config = (clone / "scrapy.cfg").read_text().replace("http://localhost:6800", address)
    (clone / "scrapy.cfg").write_text(config)
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    deployed = subprocess.run([BIN / "scrapyd-deploy"], cwd=clone, env=environment, capture_output=True, text=True)
    assert deployed.returncode == 0, deployed.stdout + deployed.stderr
    assert '"status": "ok"' in deployed.stdout, deployed.stdout + deployed.stderr
    with Campus() as campus:
        settings = {"CAMPUS": campus.url, "DOWNLOAD_DELAY": "0"}
        form = [("project", "tuitionary"), ("spider", "demo_red_valley")]
        form += [("setting", f"{name}={value}") for name, value in settings.items()]
        with urlopen(f"{address}/schedule.json", urlencode(form).encode()) as answer:
            assert json.load(answer)["status"] == "ok"
        wait(lambda: (asked(f"{address}/listjobs.json?project=tuitionary") or {}).get("finished"))
    runs = home.rows("select source, status, reason, listings from runs", database="demo-collected.db")
    assert runs == [("demo_red_valley", "accepted", "", 4)]
