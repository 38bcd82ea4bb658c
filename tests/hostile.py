"""A school's site that does all that a site can do to a crawler, on loopback; and a neighbour that nobody may ask."""

import gzip
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Thread
from urllib.parse import urlsplit

MEGABYTE = 1 << 20
HUGE = 200 * MEGABYTE

GOOD = {
    "/programs/welding": ("Welding Technology Certificate", "$4,150"),
    "/programs/medical-assisting": ("Medical Assisting Diploma", "$12,600"),
    "/programs/phlebotomy": ("Phlebotomy Certificate", "$1,495"),
    "/programs/hvac": ("HVAC Technician Certificate", "$8,900"),
    "/programs/dental-assisting": ("Dental Assisting Certificate", "$9,150"),
}
FORBIDDEN = [f"/programs/secret/{number}" for number in range(8)]


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>A school</title>{head}</head><body>{body}</body></html>"


def program(name: str, price: str, more: str = "") -> str:
    return page(f"""<nav><a href="/">Home</a> <a href="/calendar/2026/11/">Calendar</a></nav><main><h1>{name}</h1>
        <p>Length: 9 months</p><p>Tuition: {price}</p>{more}</main>""")


class Hostile(ThreadingHTTPServer):
    """Keeps the paths it was asked for, and how many bytes of each answer a client took."""

    daemon_threads = True

    def __init__(self, neighbour: str = "", wall: bool = False, drips: bool = False):
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.neighbour = neighbour
        self.wall, self.drips = wall, drips
        self.seen: list[str] = []
        self.sent: Counter[str] = Counter()
        self.number = count()

    def __enter__(self):
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *exception):
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address):
        """Say nothing: clients leave in the middle of an answer, and that is right."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server: Hostile = self.server
        server.seen.append(self.path)
        path = urlsplit(self.path).path
        if path == "/robots.txt":
            time.sleep(0.3)  # many requests wait for it
            return self.answer("User-agent: *\nDisallow: /programs/secret/\n", type="text/plain")
        if server.wall:
            return self.answer("Forbidden", status=403)
        if server.drips and path != "/":
            return self.drip()
        made = getattr(self, "at_" + path.strip("/").replace("/", "_").replace("-", "_").replace(".", "_"), None)
        if made:
            return made()
        if path in GOOD:
            return self.answer(program(*GOOD[path]))
        if path.startswith(("/calendar/", "/whats-on/", "/programs/days/")):
            return self.endless(path)
        return self.answer("no such page", status=404)

    def answer(self, body: str | bytes, status=200, type="text/html; charset=utf-8", **headers):
        body = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in {"Content-Type": type, "Content-Length": len(body), **headers}.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, address: str):
        self.answer("", status=302, Location=address)

    # --- a front page and a list with a link to every trap -----------------------------------------------------------

    def at_(self):
        self.answer(
            page("""<h1>A school</h1><nav><a href="/programs/">Programs</a> <a href="/calendar/2026/11/">Calendar</a>
            <a href="/whats-on/1">What is on</a> <a href="file:///etc/passwd">Programs (file)</a></nav>""")
        )

    def at_programs(self):
        number, neighbour = next(self.server.number), self.server.neighbour
        wanted = [
            *GOOD, *FORBIDDEN, "/programs/loop", "/programs/huge", "/programs/unsized", "/programs/bomb",
            "/programs/drip", "/programs/latin", "/programs/mislabelled", "/programs/invalid", "/programs/broken",
            "/programs/nested", "/programs/busy", "/programs/private", "/programs/empty", "/programs/picture",
            "/programs/away", "/programs/passwd", "/programs/refresh", "/programs/days/1", "/programs/gone",
            "/programs/failing",
            f"/programs/?page={number + 2}", f"/programs/?sid={number}", f"/programs/list;jsessionid={number}",
            f"/programs/?f[0]=area:{number}", f"/programs/?sort=name&view={number}", f"/search?q=program{number}",
            "http://10.1.2.3/programs/", "http://169.254.169.254/programs/", "http://[::1]/programs/",
            "http://2130706433/programs/", "http://user:word@127.0.0.1/programs/", "http://[broken/programs",
            f"{neighbour}/programs/", f"{neighbour.replace('127.0.0.1', 'localhost')}/programs/",
            "file:///etc/passwd", "javascript:void(0)", "mailto:a@b.example", "data:text/html,programs",
        ]  # fmt: skip
        self.answer(
            page("".join(f'<p><a href="{href}">Certificate program {n}</a></p>' for n, href in enumerate(wanted)))
        )

    def endless(self, path: str):
        stem, _, number = path.rstrip("/").rpartition("/")
        links = "".join(f'<a href="{stem}/{int(number) + step}">Program day {step}</a> ' for step in range(1, 30))
        self.answer(page(f"<h1>Days</h1>{links}"))

    # --- one trap each -----------------------------------------------------------------------------------------------

    def at_programs_loop(self):
        self.redirect("/programs/loop-again")

    def at_programs_loop_again(self):
        self.redirect("/programs/loop")

    def at_programs_huge(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(HUGE))
        self.end_headers()
        self.pour()

    def at_programs_unsized(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Connection", "close")
        self.end_headers()
        self.pour()

    def pour(self):
        block = b"<p>more</p>" * 10_000
        self.close_connection = True
        while self.server.sent[self.path] < HUGE:
            self.wfile.write(block)
            self.server.sent[self.path] += len(block)

    def at_programs_bomb(self):
        block = gzip.compress(b"0" * MEGABYTE)
        self.answer(block * 100, Content_Encoding="gzip")

    def at_programs_drip(self):
        self.drip()

    def drip(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(600):
            self.wfile.write(b".")
            time.sleep(0.1)

    def at_programs_latin(self):
        self.answer(program("Café Management Certificate", "$3,000").encode("cp1252"), type="text/html; charset=utf-8")

    def at_programs_mislabelled(self):
        self.answer(program("Pâtisserie Certificate", "$3,100"), type="text/html; charset=iso-8859-1")

    def at_programs_invalid(self):
        self.answer(program("Bakery Certificate", "$3,200").encode().replace(b"</main>", b"\xff\xfe\x80\0</main>"))

    def at_programs_broken(self):
        self.answer("<html><body><h1>Carpentry Certificate<p>Length: 9 months<p>Tuition: $3,300<table><tr><td><p></b")

    def at_programs_nested(self):
        self.answer(program("Masonry Certificate", "$3,400", "<div><b>" * 10_000 + "deep" + "</b></div>" * 10_000))

    def at_programs_busy(self):
        if self.server.seen.count(self.path) == 1:
            return self.answer("busy", status=429, Retry_After="1")
        return self.answer(program("Plumbing Certificate", "$3,500"))

    def at_programs_private(self):
        self.answer("for members", status=403)

    def at_programs_failing(self):
        self.answer("no", status=500)

    def at_programs_empty(self):
        self.answer("")

    def at_programs_picture(self):
        self.answer(b"\x89PNG\r\n\x1a\n\0\0", type="image/png")

    def at_programs_away(self):
        self.redirect(f"{self.server.neighbour}/programs/")

    def at_programs_passwd(self):
        self.redirect("file:///etc/passwd")

    def at_programs_refresh(self):
        head = f'<meta http-equiv="refresh" content="0; url={self.server.neighbour}/programs/">'
        self.answer(page("<h1>Moved</h1>", head))

    def at_programs_list(self):
        self.at_programs()

    def at_search(self):
        self.at_programs()

    def log_message(self, *_):
        """Say nothing: `Hostile.seen` is the log."""
