"""/data: the door to the tables, for those who ask in SQL."""

import sqlite3

from datasette.utils.asgi import Request, Response

from db.site import frame
from db.site.directory import PREFERRED, Directory

PATH = r"/data$"

COUNTS = """
select count(*) as programs, count(distinct unitid) as institutions, sum(price_total_min is not null) as priced,
    sum(price_status = 'not_published') as unpriced, max(as_of) as as_of
from programs
"""


async def answer(directory: Directory, request: Request) -> Response:
    """What is published, database by database, and the ways in."""
    served = directory.datasette
    databases = [
        {"name": name, "title": served.metadata("title", database=name)}
        | await served.get_database(name).execute_fn(counts)
        for name in PREFERRED
        if name in served.databases
    ]
    return frame.page(directory, request, "data.html", databases=databases)


def counts(db: sqlite3.Connection) -> dict:
    """{programs, institutions, priced, unpriced, as_of} of one published database."""
    return dict(db.execute(COUNTS).fetchone())
