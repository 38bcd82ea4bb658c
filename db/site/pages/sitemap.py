"""/sitemap.xml and its parts, /sitemap-programs-1.xml."""

import sqlite3

from datasette.utils.asgi import Request, Response

from db.site import formats, sitemap
from db.site.directory import Directory

PATH = r"/sitemap(?:-(?P<part>[a-z]+(?:-\d+)?))?\.xml$"


async def answer(directory: Directory, request: Request) -> Response:
    """The index, a part, or 404."""
    base = directory.datasette.absolute_url(request, "/").rstrip("/")
    name = request.url_vars["part"]
    if name is None:
        return formats.answered(request, sitemap.index(base, await directory.once(sitemap.parts)), "application/xml")
    found = await directory.read(written, base, name)
    return (
        formats.answered(request, found, "application/xml")
        if found
        else formats.answered(request, "there is no such part\n", "text/plain", 404)
    )


def written(db: sqlite3.Connection, base: str, name: str) -> str:
    """A part, "" if there is none of this name."""
    rows = [*sitemap.addresses(db, name)]
    return sitemap.part(base, rows) if rows else ""
