"""/: what, where, how - and how much there is to find."""

import sqlite3

from datasette.utils.asgi import Request, Response

from db.site import frame
from db.site.directory import Directory

PATH = r"/$"

COUNTS = """
select count(*) as programs, count(distinct unitid) as schools, sum(price_total_min is not null) as priced,
    max(as_of) as as_of
from programs
"""
POPULAR = """
select cip, field, count(*) as programs from programs where cip != ''
group by cip order by programs desc, field limit ?
"""
SHOWN = 12


async def answer(directory: Directory, request: Request) -> Response:
    """The front page."""
    counts, popular = await directory.read(front)
    careers = list(directory.vocabulary.careers.values())
    return frame.page(directory, request, "home.html", counts=counts, popular=popular, careers=careers)


def front(db: sqlite3.Connection) -> tuple[sqlite3.Row, list[sqlite3.Row]]:
    """(programs, schools, priced, as_of), and the fields with most programs."""
    return db.execute(COUNTS).fetchone(), db.execute(POPULAR, (SHOWN,)).fetchall()
