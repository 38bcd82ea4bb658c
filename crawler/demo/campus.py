"""A small campus of invented schools, served on 127.0.0.1.

    with Campus() as campus:
        urlopen(campus.url + "/red-valley/programs.html")

The whole campus is read into memory when it opens, so no request can climb out of its folder, and two editions of a
page never mix. `edition=2` lays the pages of `second_edition/` over those of `pages/`: what a school changed later.
A file `name.broken.html` makes the address `name.html` answer 500 until a later edition brings the page. File names are
percent-encoded, so that an address may hold a query; of a page without one, a query changes nothing.
"""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Self
from urllib.parse import unquote, urlsplit
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
BROKEN = ".broken"
PRIVATE = "/admin/"

# Folder and the day it was put online. A checkout gives files new times, so the time of a file says nothing.
EDITIONS = (("pages", 1_782_900_000), ("second_edition", 1_790_800_000))

TYPES = mimetypes.types_map | {".php": "text/html"}

ROBOTS = f"User-agent: *\nDisallow: /*{PRIVATE}\n\nSitemap: {{campus}}/sitemap.xml\n"


@dataclass(frozen=True, slots=True)
class Resource:
    """What one address answers: its bytes, their type, the day they were put online, and a status."""

    content: bytes
    type: str
    day: int
    status: int = 200

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.content).hexdigest()}"'


class Campus:
    """Serves the campus from a daemon thread while its context is open.

    port     0 takes a free one; a taken port raises OSError on entering
    edition  1 or 2; another raises ValueError

    `url` has no trailing slash; `requests` holds (method, path with query, status) in the order of answering.
    """

    def __init__(self, port: int = 0, edition: int = 1) -> None:
        if edition not in range(1, len(EDITIONS) + 1):
            raise ValueError(f"edition must be between 1 and {len(EDITIONS)}, not {edition!r}")
        self.port = port
        self.edition = edition
        self.url = ""
        self.requests: list[tuple[str, str, int]] = []

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.url = "http://{}:{}".format(*self._server.server_address)
        self._server.campus = self
        self.resources = resources(self.url, self.edition)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from the campus's table of resources."""

    server_version = "DemoCampus/1"
    timeout = 10

    def do_GET(self) -> None:
        campus: Campus = self.server.campus
        parts = urlsplit(self.path)
        found = (campus.resources.get(address) for address in (f"{parts.path}?{parts.query}", parts.path))
        resource = next(filter(None, found), campus.resources["/404.html"])
        known = {tag.strip().removeprefix("W/") for tag in self.headers.get("If-None-Match", "").split(",")}
        status = 304 if resource.status == 200 and known & {resource.etag, "*"} else resource.status
        campus.requests.append((self.command, self.path, status))
        self.send_response(status)
        if resource.status == 200:
            self.send_header("ETag", resource.etag)
            self.send_header("Last-Modified", formatdate(resource.day, usegmt=True))
        if status != 304:
            self.send_header("Content-Type", resource.type)
            self.send_header("Content-Length", str(len(resource.content)))
        self.end_headers()
        if status != 304 and self.command != "HEAD":
            self.wfile.write(resource.content)

    do_HEAD = do_GET

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: `Campus.requests` is the log."""


def resources(url: str, edition: int = 1) -> dict[str, Resource]:
    """Every address of the campus at `url`, with what it answers; `{campus}` in text files becomes `url`."""
    found = {}
    for folder, day in EDITIONS[:edition]:
        for path, file in _files(HERE / folder):
            status = 500 if file.stem.endswith(BROKEN) else int(file.stem) if file.stem == "404" else 200
            content = file.read_bytes()
            found[path] = Resource(content, _type(path, content), day, status)
    day = EDITIONS[0][1]
    for path, file in _files(HERE / "registry"):
        text = file.read_text(encoding="utf-8").replace("{campus}", url)
        found[f"/registry{path}"] = Resource(text.encode(), _type(path), day)
    found["/robots.txt"] = Resource(ROBOTS.replace("{campus}", url).encode(), _type("robots.txt"), day)
    found["/sitemap.xml"] = Resource(_sitemap(url, found).encode(), "application/xml; charset=utf-8", day)
    # A folder answers with its index page.
    folders = {path.removesuffix("index.html"): page for path, page in found.items() if path.endswith("/index.html")}
    return found | folders


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each file of the folder with the address it is served at."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield "/" + unquote(file.relative_to(folder).as_posix()).replace(f"{BROKEN}.", "."), file


def _type(address: str, content: bytes = b"") -> str:
    """The type of a file; the charset only where it is UTF-8: an old page's own declaration must do for the others."""
    type = TYPES[Path(urlsplit(address).path).suffix]
    try:
        content.decode()
    except UnicodeDecodeError:
        return type
    return f"{type}; charset=utf-8"


def _sitemap(url: str, found: dict[str, Resource]) -> str:
    pages = (
        path
        for path, page in found.items()
        if page.type.startswith("text/html") and page.status != 404 and PRIVATE not in path
    )
    lines = "".join(f"  <url><loc>{escape(url + path)}</loc></url>\n" for path in sorted(pages))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'
    )
