"""Several workers and one writer around a real Redis: nothing twice, nothing lost, and no host asked too often."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from itertools import pairwise

import pytest
from conftest import MAIN, ROOT, Home
from schools import Schools

SERVER = shutil.which("redis-server")
pytestmark = pytest.mark.skipif(not SERVER and "CI" not in os.environ, reason="needs Debian's redis-server")

DELAY = 0.15
WRITER = f"""
import json, sys
from pathlib import Path
from crawler import run as running
from crawler.home import Home
running.OFFLINE = {{"DOWNLOAD_DELAY": {DELAY}, "DOWNLOAD_DELAY_JITTER": 0, "AUTOTHROTTLE_ENABLED": False}}
home, redis = Home(Path(sys.argv[2])), sys.argv[3]
settings = running.through_workers(redis) if redis != "none" else {{}}
orders = [home.order_of_site(address) for address in sys.argv[4:]]
for one in running.run(orders, home.folder, settings, at_once=8):
    print(one.source, one.status, one.listings, one.reason)
"""
WORKER = "from crawler.shared import queue; queue.LEASE = 2\n" + MAIN


@contextmanager
def redis_server(tmp_path):
    """(address, process) of a Redis on loopback that writes nothing to the disk."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [SERVER, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"redis://127.0.0.1:{port}/0", process
    finally:
        process.kill()
        process.wait()


def worker(redis):
    return subprocess.Popen([sys.executable, "-c", WORKER, "work", redis], cwd=ROOT, stderr=subprocess.PIPE)


@contextmanager
def workers(redis, number=3):
    """So many worker processes; those that are still there end when they are told to."""
    started = [worker(redis) for _ in range(number)]
    try:
        yield started
    finally:
        for one in started:
            one.terminate()
        for one in started:
            assert one.wait(30) in (0, -signal.SIGKILL)


def content(home):
    """What was collected, without what tells when and by which run."""
    rows = {}
    for table in ("listings", "figures", "institutions"):
        names = [name for _, name, *_ in home.rows(f"pragma table_info({table})") if not name.endswith("_run")]
        rows[table] = sorted(home.rows(f"select {', '.join(names)} from {table}"), key=str)
    return rows


def test_three_workers_gather_what_one_process_gathers(tmp_path):
    alone, shared = Home(tmp_path / "alone"), Home(tmp_path / "shared")
    with Schools(4) as world, redis_server(tmp_path) as (redis, _), workers(redis):
        assert alone.run("none", *world.addresses, script=WRITER).returncode == 0
        before = len(world.asked)
        world.times.clear()
        done = shared.run(redis, *world.addresses, script=WRITER)
        assert done.stdout.count(" accepted 8 ") == 4, done.stdout + done.stderr
        pages = Counter(one for one in world.asked[before:] if one[1] != "/robots.txt")
        assert set(pages.values()) == {1}, "no page is fetched twice"
        times = sorted(world.times)
        left = subprocess.check_output(["redis-cli", "-u", redis, "keys", "*"], text=True).split()
    assert content(shared) == content(alone)
    assert [key for key in left if ":gate:" not in key] == [], "and nothing is left in Redis"
    for number in range(4):
        own = [(begun, answered) for one, begun, answered in times if one == number]
        gaps = [begun - answered for (_, answered), (begun, _) in pairwise(own)]
        assert min(gaps) > 0, "one request at a time per host, whoever asks"
        assert min(gaps) >= DELAY * 0.9, "with the delay between"


@pytest.mark.long
def test_a_worker_that_is_killed_loses_nothing(tmp_path):
    home = Home(tmp_path / "home")
    with Schools(4) as world, redis_server(tmp_path) as (redis, _), workers(redis) as started:
        for school in world.schools:
            school.slow = 0.4
        command = [sys.executable, "-c", WRITER, "--home", str(home.folder), redis, *world.addresses]
        writer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        while len(world.asked) < 8:
            time.sleep(0.02)
        started[0].kill()  # as many requests are under way as there are schools
        said, _ = writer.communicate(timeout=120)
    assert said.count(" accepted 8 ") == 4, said


@pytest.mark.long
def test_a_worker_may_come_late(tmp_path):
    home = Home(tmp_path / "home")
    with Schools(1) as world, redis_server(tmp_path) as (redis, _):
        command = [sys.executable, "-c", WRITER, "--home", str(home.folder), redis, *world.addresses]
        writer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        time.sleep(2)
        with workers(redis, 1):
            said, _ = writer.communicate(timeout=60)
    assert " accepted 8 " in said


@pytest.mark.long
def test_a_redis_that_dies_is_a_doubt_in_one_sentence(tmp_path):
    home = Home(tmp_path / "home")
    with Schools(2) as world, redis_server(tmp_path) as (redis, server), workers(redis, 1) as (one,):
        assert home.run(redis, *world.addresses, script=WRITER).stdout.count(" accepted ") == 2
        for school in world.schools:
            school.slow = 0.3
        command = [sys.executable, "-c", WRITER, "--home", str(home.folder), redis, *world.addresses]
        writer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        before = len(world.asked)
        while len(world.asked) < before + 2:
            time.sleep(0.02)
        server.kill()
        said, errors = writer.communicate(timeout=60)
        one.kill()
    assert said.count(" doubted ") == 2, said
    assert "the shared queue is gone" in said
    assert "Traceback" not in errors
    assert home.rows("select count(*) from listings where until_run is null") == [(16,)], "what was good stays"


def test_no_redis_is_one_sentence(tmp_path):
    refused = Home(tmp_path).run("work", "redis://127.0.0.1:1/0")
    assert refused.returncode == 1
    assert refused.stderr.startswith("Error: no Redis answers at redis://127.0.0.1:1/0: ")
    assert refused.stderr.count("\n") == 1
