"""Ten schools on loopback, each at an address of its own, that change, break and recover from day to day."""

import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

NAMES = ("Welding Technology", "Medical Assisting", "Phlebotomy", "HVAC Technician", "Dental Assisting",
         "Pharmacy Technician", "Surgical Technology", "Automotive Technology")  # fmt: skip


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


class School:
    """What a school publishes: program -> price. `mode` is how its site does today."""

    def __init__(self, number: int):
        self.number = number
        self.begin()

    def begin(self) -> None:
        """Be as on the first day."""
        self.prices = {name: 1000 * (place + 1) + self.number for place, name in enumerate(NAMES)}
        self.mode = "fine"
        self.slow = 0.0  # seconds before each answer

    def answer(self, path: str) -> tuple[int, str]:
        """(status, body) of a path."""
        if self.mode == "down":
            return 500, "the database is away"
        if self.mode == "wall":
            return 200, "<html><title>Just a moment…</title><body><h1>Checking your browser</h1></body></html>"
        if path == "/":
            links = "".join(f'<li><a href="/programs/{slug(name)}">{name} program</a></li>' for name in self.prices)
            return 200, f"<html><title>A School</title><body><h1>A School</h1><ul>{links}</ul></body></html>"
        name = next((name for name in self.prices if path == f"/programs/{slug(name)}"), "")
        if not name or self.mode == "empty":
            return 404, "<h1>Not found</h1>"
        facts = f"<dl><dt>Tuition</dt><dd>${self.prices[name]:,}</dd><dt>Program length</dt><dd>36 weeks</dd></dl>"
        if self.mode == "redesigned":
            facts = "<p>Ask us about tuition and length. You will earn a certificate.</p>"
        return 200, (
            f"<html><title>{name} | A School</title><body><main><h1>{name} Certificate</h1>{facts}"
            "<p>This certificate program is taught on campus.</p></main></body></html>"
        )


class Schools:
    """A context in which `schools[n]` answers at `addresses[n]`; `asked` holds (n, path) of every request."""

    def __init__(self, number: int = 10):
        self.schools = [School(n) for n in range(number)]
        self.asked: list[tuple[int, str]] = []
        self.times: list[tuple[int, float, float]] = []  # (n, begun, answered)

    def __enter__(self):
        self.servers, self.addresses = [], []
        port = 0
        for number, school in enumerate(self.schools):
            server = ThreadingHTTPServer(
                (f"127.0.1.{number + 1}", port), handler(school, number, self.asked, self.times)
            )
            port = server.server_address[1]
            Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
            self.servers.append(server)
            self.addresses.append(f"http://127.0.1.{number + 1}:{port}/")
        return self

    def __exit__(self, *exception):
        for server in self.servers:
            server.shutdown()
            server.server_close()

    def reset(self) -> None:
        """Let every school be as on the first day."""
        for school in self.schools:
            school.begin()

    def source(self, number: int) -> str:
        """The name of a school's source."""
        host, port = self.servers[number].server_address
        return f"site_{host.replace('.', '_')}_{port}"


def handler(school: School, number: int, asked: list, times: list) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((number, self.path))
            begun = time.monotonic()
            time.sleep(school.slow)
            status, body = school.answer(self.path) if self.path != "/robots.txt" else (404, "")
            data = body.encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            times.append((number, begun, time.monotonic()))
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    return Handler
