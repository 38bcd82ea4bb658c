"""How a crawl behaves towards a server, seen from the server: a real one, on this machine."""

import email.utils
import json
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from types import SimpleNamespace

import pytest
from conftest import ROOT

from crawler.patience import retry_after
from crawler.robots import ObeyRobots
from crawler.run import project_settings

QUICK = {"DOWNLOAD_DELAY": 0.01, "AUTOTHROTTLE_ENABLED": False}
ALLOW = (200, {}, "User-agent: *\nDisallow: /private/\n")
PAGE = (200, {"Content-Type": "text/html", "ETag": '"1"'}, "<html>a page</html>")


class Server(ThreadingHTTPServer):
    """Answers by `answers`: path -> a list of (status, headers, body), of which the last stays; keeps what it saw."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.answers = {"/robots.txt": [ALLOW]}
        self.seen: list[SimpleNamespace] = []
        self.at_once = self.most_at_once = 0
        self.changed = Condition()
        self.lingers = 0.0
        """Seconds for which an answer waits for another request, which a polite client does not send."""

    def paths(self):
        return [seen.path for seen in self.seen]

    def answer(self, path):
        known = self.answers.get(path, [PAGE])
        return known.pop(0) if len(known) > 1 else known[0]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server: Server = self.server
        with server.changed:
            server.seen.append(SimpleNamespace(path=self.path, headers=dict(self.headers), at=time.monotonic()))
            status, headers, body = server.answer(self.path)
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
            server.changed.notify_all()
            server.changed.wait_for(lambda: server.at_once > 1, server.lingers)
        if self.headers.get("If-None-Match") == headers.get("ETag", "none"):
            status, body = 304, ""
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        with server.changed:
            server.at_once -= 1
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        """Say nothing: `Server.seen` is the log."""


@pytest.fixture
def server():
    with Server() as one:
        thread = Thread(target=one.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield one
        one.shutdown()
        thread.join()


@pytest.fixture
def ask(server, tmp_path):
    """A function that asks the server for paths, in a process of its own, and returns what it printed."""

    def asked(*paths, **settings):
        order = {"urls": [server.url + path for path in paths], "settings": QUICK | settings}
        command = [sys.executable, str(Path(__file__).with_name("asking.py")), str(tmp_path), json.dumps(order)]
        env = {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        said = SimpleNamespace(**json.loads(done.stdout))
        said.answers = {url.removeprefix(server.url): body for url, body in said.answers.items()}
        return said

    return asked


def test_robots_txt_is_obeyed_by_all_that_wait_for_it(server, ask):
    """Stock Scrapy lets all but the first of the requests through that wait for a slow robots.txt."""
    server.lingers = 0.3
    said = ask(*(f"/private/{number}" for number in range(8)), "/open")
    assert server.paths() == ["/robots.txt", "/open"]
    assert [body for body in said.answers.values() if body] == [PAGE[2]]


@pytest.mark.parametrize(
    ("robots", "asked"),
    [
        ((404, {}, "no such file"), True),
        ((200, {}, "User-agent: tuitionary\nDisallow: /"), False),
        ((500, {}, "User-agent: *\nAllow: /"), False),
        pytest.param((403, {}, "User-agent: *\nDisallow: /"), True, marks=pytest.mark.long),
        pytest.param((200, {}, "User-agent: other\nDisallow: /"), True, marks=pytest.mark.long),
        pytest.param((200, {}, ""), True, marks=pytest.mark.long),
        pytest.param((503, {}, ""), False, marks=pytest.mark.long),
    ],
)
def test_what_a_robots_txt_allows(server, ask, robots, asked):
    server.answers["/robots.txt"] = [robots]
    said = ask("/open", RETRY_TIMES=0)
    assert (said.status, "/open" in server.paths()) == (("accepted", True) if asked else ("doubted", False))


def test_a_server_that_fails_to_give_its_robots_txt_is_said(server, ask):
    server.answers["/robots.txt"] = [(500, {}, "")]
    said = ask("/one", "/two", RETRY_TIMES=0)
    assert set(server.paths()) == {"/robots.txt"}
    assert "robots.txt of 127.0.0.1" in said.notes[0]
    assert "could not be read, so nothing may be fetched" in said.notes[0]


def test_one_request_at_a_time(server, ask):
    server.lingers = 0.1
    ask("/one", "/two", "/three", "/four")
    assert len(server.seen) == 5
    assert server.most_at_once == 1


def test_the_server_can_tell_when_there_are_two_at_a_time(server, ask):
    """The measure of the test above measures."""
    server.lingers = 1.0
    ask("/one", "/two", "/three", "/four", CONCURRENT_REQUESTS_PER_DOMAIN=4, DOWNLOAD_DELAY=0)
    assert server.most_at_once > 1


def test_the_delay_that_is_set_is_kept_exactly(server, ask):
    said = ask("/one", "/two", DOWNLOAD_DELAY=0.05)
    assert said.slots == {"127.0.0.1": [1, 0.05, 0]}


def test_a_delay_is_never_less_than_set_even_for_a_fast_server(server, ask):
    said = ask("/one", "/two", DOWNLOAD_DELAY=0.05, AUTOTHROTTLE_ENABLED=True, AUTOTHROTTLE_START_DELAY=0.05)
    assert said.slots["127.0.0.1"][1] >= 0.05


def test_every_request_says_who_asks(server, ask):
    ask("/one")
    assert len(server.seen) == 2
    assert {seen.headers["User-Agent"] for seen in server.seen} == {project_settings()["USER_AGENT"]}
    assert not any("Cookie" in seen.headers for seen in server.seen)


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_to_wait_is_left_alone_for_that_time(server, ask, status):
    server.answers["/busy"] = [(status, {"Retry-After": "1"}, ""), PAGE]
    said = ask("/busy", "/one", "/two")
    assert (said.status, said.answers["/busy"]) == ("accepted", PAGE[2])
    busy = server.paths().index("/busy")
    assert server.seen[busy + 1].at - server.seen[busy].at >= 1, "no other address of the host is asked meanwhile"
    assert sorted(server.paths()) == ["/busy", "/busy", "/one", "/robots.txt", "/two"]


@pytest.mark.parametrize(
    ("wait", "times"),
    [("0", 2), ("3600", 1)],
    ids=["asked once more, and no more", "a long wait is a no"],
)
def test_a_server_that_goes_on_asking_to_wait_is_left_alone(server, ask, wait, times):
    server.answers["/busy"] = [(429, {"Retry-After": wait}, "")]
    said = ask("/busy", CONCURRENT_REQUESTS=1)
    assert server.paths().count("/busy") == times
    assert said.answers["/busy"] is None
    assert f"asks to be left alone for {wait} seconds" in said.notes[0]


def test_what_has_not_changed_is_not_sent_again(server, ask):
    first = ask("/one", "/two")
    server.answers["/two"] = [(200, {"ETag": '"2"'}, "<html>another page</html>")]
    seen = len(server.seen)
    second = ask("/one", "/two")
    named = {seen.path: seen.headers.get("If-None-Match") for seen in server.seen[seen:]}
    assert named == {"/robots.txt": None, "/one": '"1"', "/two": '"1"'}
    assert first.answers == {"/one": PAGE[2], "/two": PAGE[2]}
    assert second.answers == {"/one": PAGE[2], "/two": "<html>another page</html>"}


def test_a_tag_is_not_kept_for_another_content(server, ask):
    ask("/one")
    server.answers["/one"] = [(200, {}, "<html>without a tag</html>")]
    ask("/one")
    ask("/one")
    assert [seen.headers.get("If-None-Match") for seen in server.seen if seen.path == "/one"] == [None, '"1"', None]


def test_a_page_that_fails_is_asked_again_twice_and_then_said(server, ask):
    server.answers["/broken"] = [(500, {}, "")]
    said = ask("/broken", "/one")
    assert server.paths().count("/broken") == 3
    assert said.notes == [f"{server.url}/broken: answered 500; what it gave before stays"]


@pytest.mark.parametrize(
    ("status", "value", "seconds"),
    [
        (429, "120", 120),
        (503, " 0 ", 0),
        (429, "", None),
        (429, "soon", None),
        (503, "-5", None),
        (500, "120", None),
        (200, "120", None),
        (429, "Wed, 21 Oct 2015 07:28:00 GMT", 0),
    ],
)
def test_what_retry_after_asks_for(status, value, seconds):
    assert retry_after(SimpleNamespace(status=status, headers={"Retry-After": value.encode()})) == seconds


def test_retry_after_may_be_a_date():
    later = email.utils.formatdate(time.time() + 1000, usegmt=True)
    assert 900 < retry_after(SimpleNamespace(status=429, headers={"Retry-After": later.encode()})) <= 1000


def test_the_settings_use_these_manners():
    used = {str(name) for name in project_settings().getdict("DOWNLOADER_MIDDLEWARES")}
    assert {f"{ObeyRobots.__module__}.ObeyRobots", "crawler.patience.HeedRetryAfter"} <= used
