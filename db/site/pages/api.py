"""/api: how to ask for data without a page, by examples that work."""

import sqlite3

from datasette.utils.asgi import Request, Response

from db.metadata import load
from db.site import frame
from db.site.directory import Directory

PATH = r"/api$"
ANY = "select id from programs order by price_total_max is null, id limit 1"


async def answer(directory: Directory, request: Request) -> Response:
    """The examples, on this database."""
    program = await directory.once(some_program)
    found = [one | {"path": one["path"].format(database=directory.name, program=program)} for one in load("api")]
    base = directory.datasette.absolute_url(request, "/").rstrip("/")
    return frame.page(directory, request, "api.html", examples=found, base=base)


def some_program(db: sqlite3.Connection) -> str:
    """The id of a program, one with a price if there is one."""
    return db.execute(ANY).fetchone()[0]
