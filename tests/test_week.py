"""A week by a simulated clock: ten schools change, break and recover, and nobody is there but a schedule.

Debian's faketime moves the clock of each process; a day is one `crawl --due` and one `status --notify`.
"""

import glob
import json
import os
import shutil
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from conftest import MAIN, Home
from schools import Schools

FAKETIME = shutil.which("faketime")
pytestmark = pytest.mark.skipif(not FAKETIME and "CI" not in os.environ, reason="needs Debian's faketime")

BEGIN = """
import sys
from pathlib import Path
from crawler.home import Home
from crawler.run import run
home = Home(Path(sys.argv[2]))
outcomes = run([home.order_of_site(address, every="1") for address in sys.argv[3:]], home.folder)
assert all(outcome.status == "accepted" for outcome in outcomes), outcomes
"""
LISTED = """select source, count(*) from (select distinct program_id, source from figures) where program_id is not null
            group by source"""
EVENTS = {  # day -> school -> what it does from then on
    2: {1: "redesigned", 2: "empty", 3: "down"},
    3: {1: "fine", 2: "fine", 3: "fine", 4: "wall", 5: "halves", 6: "one price"},
    4: {4: "fine", 7: "all prices", 8: "one more"},
    6: {9: "down"},
    7: {9: "fine"},
}


class Room(ThreadingHTTPServer):
    """Where messages are posted."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), self.Handler)
        self.said = []
        self.is_closed = False
        Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server_address[1]}/"

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(503 if self.server.is_closed else 204)
            self.end_headers()
            if not self.server.is_closed:
                self.server.said.append(body)

        def log_message(self, *_):
            pass


@pytest.fixture
def room():
    with Room() as server:
        yield server
        server.shutdown()


def happens(school, event):
    if event == "halves":
        for name in [*school.prices][::2]:
            del school.prices[name]
    elif event == "one price":
        school.prices["Welding Technology"] += 100
    elif event == "all prices":
        school.prices = {name: price + 777 for name, price in school.prices.items()}
    elif event == "one more":
        school.prices["Nurse Aide"] = 900
    else:
        school.mode = event


def clock(day):
    """Environment in which it is six in the morning of this day of March; durations pass as ever."""
    (library,) = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
    return {"LD_PRELOAD": library, "FAKETIME": f"@2026-03-{day:02} 06:00:00", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "TZ": "UTC", "NO_FAKE_STAT": "1"}  # fmt: skip


@pytest.mark.long
def test_a_week_without_a_person(tmp_path, room):
    home = Home(tmp_path / "home")
    reported = defaultdict(list)
    with Schools(10) as world:
        names = [world.source(number) for number in range(10)]
        begun = home.run(*world.addresses, script=BEGIN, **clock(1))
        assert begun.returncode == 0, begun.stderr
        for day in range(2, 9):
            for number, event in EVENTS.get(day, {}).items():
                happens(world.schools[number], event)
            crawled = home.run("crawl", "--due", *names, script=MAIN, **clock(day))
            assert not crawled.stderr, crawled.stderr
            assert crawled.returncode == ("doubted" in crawled.stdout), crawled.stdout
            room.said.clear()
            told = home.run("status", "--notify", room.url, **clock(day))
            assert "Error" not in told.stderr, told.stderr
            reported[day] += [(names.index(one["source"]), one["state"]) for one in room.said]
        asked = len(world.asked)
        assert home.run("crawl", "--due", *names, **clock(8)).stdout == "nothing is due\n"
        assert len(world.asked) == asked, "what was run is not run again"

    assert {day: sorted(said) for day, said in reported.items() if said} == {
        2: [(1, "doubted"), (2, "doubted"), (3, "doubted")],
        3: [(4, "doubted"), (5, "doubted")],
        4: [(7, "doubted")],
        6: [(9, "doubted")],
    }, "every breakage on its day, none twice"

    published = dict(home.rows(LISTED, database="programs.db"))
    assert published == {name: 9 if number == 8 else 8 for number, name in enumerate(names)}, "nothing good is lost"
    prices = "select price_total_min from programs where institution like ? and name like 'Welding%'"

    def price(number):
        host = f"127.0.1.{number + 1}:%"
        return home.rows(prices, host, database="programs.db")

    assert price(6) == [(1106,)], "a price that changed alone is published"
    assert price(7) == [(1007,)], "prices that all jumped wait for a person"
    for number in (0, 1, 2, 3, 4, 9):
        assert price(number) == [(1000 + number,)]
    doubted = home.rows("select distinct source from runs where status = 'doubted' and run in "
                        "(select max(run) from runs group by source)", database="programs.db")  # fmt: skip
    assert {names.index(source) for (source,) in doubted} == {5, 7}, "and all that recovered is fine"


def test_a_message_that_is_not_taken_is_sent_the_next_time(tmp_path, room):
    home = Home(tmp_path / "home")
    with Schools(1) as world:
        home.run(*world.addresses, script=BEGIN)
        world.schools[0].mode = "down"
        assert home.run("crawl", "--site", world.addresses[0]).returncode == 1
        room.is_closed = True
        failed = home.run("status", "--notify", room.url)
        assert failed.returncode == 1
        assert failed.stderr.startswith(f"Error: {world.source(0)} could not be told to {room.url}: HTTP Error 503")
        room.is_closed = False
        for times in (1, 1):
            home.run("status", "--notify", room.url)
            assert len(room.said) == times, "and only once"
        assert room.said[0]["text"].startswith(f"{world.source(0)} is doubted: ")
