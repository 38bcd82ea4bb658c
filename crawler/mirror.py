"""Two stand-ins for the network: a folder of published files, and what was captured before. The same spiders run.

A mirror is read as DIR/<host>/<path>.

A query string becomes part of the file name, percent-encoded after the path; a POST is looked up by its path; a folder
answers with its index.html; a missing file is a 404. Like a good server, a mirror answers 304 to a request that names
what it has.
"""

import hashlib
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.http import Response
from scrapy.responsetypes import responsetypes


def mirrored_path(folder: Path, url: str) -> Path | None:
    """Where the mirror would hold this address; None if the address points out of the mirror."""
    parts = urlsplit(url)
    name = unquote(parts.path).strip("/") + (quote("?" + parts.query, safe="") if parts.query else "")
    path = (folder / (parts.hostname or "") / name).resolve()
    return path if path.is_relative_to(folder.resolve()) else None


class MirrorHandler(BaseDownloadHandler):
    """Scrapy's download handler for http and https under `--mirror DIR` (setting MIRROR)."""

    def __init__(self, crawler):
        super().__init__(crawler)
        self.folder = Path(crawler.settings["MIRROR"])

    async def download_request(self, request: Request) -> Response:
        path = mirrored_path(self.folder, request.url)
        if path and path.is_dir():
            path = path / "index.html"
        if path is None or not path.is_file():
            return Response(request.url, status=404)
        body = path.read_bytes()
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers = {"ETag": etag}
        if request.headers.get("If-None-Match", b"").decode() == etag:
            return Response(request.url, status=304, headers=headers)
        response_class = responsetypes.from_args(url=request.url, body=body)
        return response_class(request.url, status=200, headers=headers, body=body)


class CapturedHandler(BaseDownloadHandler):
    """Under `reparse`: every address that an accepted run kept has not changed, every other does not exist."""

    async def download_request(self, request: Request) -> Response:
        return Response(request.url, status=304 if "last_capture" in request.meta else 404)
