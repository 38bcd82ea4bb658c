"""/: what, where, how - and how much there is to find."""

import sqlite3

from datasette.utils.asgi import Request, Response

from db.site import frame
from db.site.directory import Directory

PATH = r"/$"

COUNTS = "select count(*) as programs, count(distinct unitid) as schools, max(as_of) as as_of from programs"


async def answer(directory: Directory, request: Request) -> Response:
    """The front page."""
    return frame.page(directory, request, "home.html", counts=await directory.read(counts))


def counts(db: sqlite3.Connection) -> sqlite3.Row:
    """(programs, schools, as_of)"""
    return db.execute(COUNTS).fetchone()
