"""/search.json and /search.atom: a search for machines, with the filters and the counts of the page."""

import sqlite3
from dataclasses import replace

from datasette.utils.asgi import Request, Response

from db.site import feed, formats, frame
from db.site.asked import Asked
from db.site.directory import Directory
from db.site.links import address
from db.site.options import tags
from db.site.pages import search

PATH = r"/search\.(?P<format>json|atom)$"
NEWEST = "select substr(max(ended_at), 1, 10) from runs where status = 'accepted'"


async def answer(directory: Directory, request: Request) -> Response:
    """The search; an address that says the same in other words leads to the one that everybody uses."""
    format = request.url_vars["format"]
    asked = Asked.read(request.args, directory.options)
    given = [(name, value) for name in request.args for value in request.args.getlist(name)]
    if sorted(given) != sorted(asked.pairs):
        return frame.moved(address(f"/search.{format}", asked.pairs))
    return await (as_json if format == "json" else as_atom)(directory, request, asked)


async def as_json(directory: Directory, request: Request, asked: Asked) -> Response:
    """{total, schools, results, counts, next}: a page of programs, whole rows, and the count of every option."""
    base = directory.datasette.absolute_url(request, "/").rstrip("/")
    found = await search.look(directory, asked)
    rows = await directory.read(search.programs, found.found.rowids)
    results = [
        {
            **{name: program[name] for name in program.keys() if name != "rowid"},  # noqa: SIM118 - a Row
            "page": f"{base}/program/{program['id']}",
            "price_compared": found.found.prices[place],
            "miles": found.found.miles[place],
        }
        for place, (program, _) in enumerate(rows)
    ]
    is_last = asked.page * search.SIZE >= found.found.total
    following = address("/search.json", replace(asked, page=asked.page + 1).pairs)
    return formats.as_json(request, {
        "asked": base + asked.link, "total": found.found.total, "schools": found.found.schools, "results": results,
        "counts": found.found.counts, "next": None if is_last else base + following,
    })  # fmt: skip


async def as_atom(directory: Directory, request: Request, asked: Asked) -> Response:
    """What came, changed and went among the programs of the search, whatever its page and order."""
    asked = asked.bare
    base = directory.datasette.absolute_url(request, "/").rstrip("/")
    wanted = await search.look(directory, asked, size=len(directory.index))
    rowids = frozenset(wanted.found.rowids)
    found, is_cut = await directory.read(feed.entries, asked, wanted.reading, rowids)
    updated = await directory.once(newest)
    title = ", ".join(tag["label"] for tag in tags(directory.vocabulary, asked)) or "all programs"
    query = address("", asked.pairs).removeprefix("?")
    return formats.answered(request, feed.atom(found, base, query, title, updated, is_cut), "application/atom+xml")


def newest(db: sqlite3.Connection) -> str:
    """The day of the newest accepted run."""
    return db.execute(NEWEST).fetchone()[0]
