"""/search: the programs that fit, with the count of every option beside them."""

import sqlite3
from dataclasses import dataclass, replace

import numpy as np
from datasette.utils.asgi import Request, Response

from db.site import frame, places, vocabulary, words
from db.site.asked import CEILINGS, PAGES, SORTS, WITHIN, Asked
from db.site.directory import Directory
from db.site.index import Found, Wanted
from db.site.options import groups, name_of, tags
from db.site.vocabulary import Reading

PATH = r"/search$"
SIZE = 20


@dataclass(frozen=True)
class Search:
    """What was asked, what it was taken to mean, and what was found."""

    asked: Asked
    reading: Reading | None
    point: places.Point | None
    found: Found


async def answer(directory: Directory, request: Request) -> Response:
    """The results; an address that says the same in other words leads to the one that everybody uses."""
    asked = Asked.read(request.args, directory.options)
    given = [(name, value) for name in request.args for value in request.args.getlist(name)]
    if sorted(given) != sorted(asked.pairs):
        return frame.moved(asked.link)
    search = await look(directory, asked)
    results = await directory.read(programs, search.found.rowids)
    compared = await directory.read(names, asked.shortlist.ids) if asked.shortlist.ids else []
    return frame.page(
        directory,
        request,
        "search.html",
        asked=asked,
        found=search.found,
        reading=search.reading,
        fields=[directory.vocabulary.titles.get(cip, cip) for cip in search.reading.cips] if search.reading else [],
        point=search.point,
        results=[result(search, position, *row) for position, row in enumerate(results)],
        compared=compared,
        order=order(asked, search.point),
        literal=replace(asked, literally=True, page=1).link,
        tags=tags(directory.vocabulary, asked),
        groups=groups(directory.vocabulary, asked, search.found.counts),
        rescues=rescues(directory, search),
        left_out=left_out(search),
        pages=min(-(-search.found.total // SIZE), PAGES),
        states=places.STATES,
        within=WITHIN,
        sorts={name: title for name, title in SORTS.items() if name != "distance" or search.point},
    )


async def look(directory: Directory, asked: Asked, size: int = SIZE) -> Search:
    """Understand what was asked and find so many of it."""
    known = directory.vocabulary
    reading = (known.literally if asked.literally else known.read)(asked.what) if asked.what else None
    point = places.point(asked.where) if asked.where else None
    choices, rowids = dict(asked.choices), None
    if reading and not reading.cips:
        rowids = await directory.read(mentions, reading.words)
    wanted = Wanted(
        choices=choices,
        fields=reading.cips if reading else (),
        rowids=rowids,
        near=(point.latitude, point.longitude) if point else None,
        within=asked.within,
        ceilings=asked.ceilings,
        unknown=asked.unknown,
        per_year=asked.per_year,
        resident=asked.resident,
        sort=order(asked, point),
        first=(asked.page - 1) * size,
        size=size,
    )
    return Search(asked, reading, point, directory.index.find(wanted))


def order(asked: Asked, point: places.Point | None) -> str:
    """By what the results are sorted: without a place there is no distance."""
    return "price" if asked.order == "distance" and not point else asked.order


def mentions(db: sqlite3.Connection, told: tuple[str, ...]) -> np.ndarray:
    """The rowids of the programs in whose name, field or school all these words occur."""
    if not told:
        return np.array([], int)
    rows = db.execute("select rowid from programs_fts where programs_fts match ?", (vocabulary.match(told),))
    return np.fromiter((rowid for (rowid,) in rows), np.int64)


def programs(db: sqlite3.Connection, rowids: list[int]) -> list[tuple[sqlite3.Row, list[sqlite3.Row]]]:
    """These programs, in this order, each with its published lengths in all units; of several witnesses those shown."""
    marks = ",".join("?" * len(rowids))
    rows = {row["rowid"]: row for row in db.execute(f"select rowid, * from programs where rowid in ({marks})", rowids)}
    lengths: dict[str, list[sqlite3.Row]] = {row["id"]: [] for row in rows.values()}
    for row in db.execute(
        f"""select program_id, value_min, value_max, unit from figures f
        where program_id in ({marks}) and kind = 'length' and component = 'total' and status = 'published' and (
            shown or shown is null and not exists (
                select 1 from figures h where h.program_id = f.program_id and h.kind = 'length' and h.shown
                    and (h.source, h.listing) != (f.source, f.listing)))""",
        list(lengths),
    ):
        lengths[row["program_id"]].append(row)
    return [(rows[rowid], lengths[rows[rowid]["id"]]) for rowid in rowids]


def names(db: sqlite3.Connection, ids: tuple[str, ...]) -> list[sqlite3.Row]:
    """(id, name, institution) of the programs of the shortlist."""
    marks = ",".join("?" * len(ids))
    return db.execute(f"select id, name, institution from programs where id in ({marks})", ids).fetchall()


def result(search: Search, position: int, program: sqlite3.Row, lengths: list[sqlite3.Row]) -> dict:
    """What stands on one result."""
    asked, found = search.asked, search.found
    amount, note = price(asked, program, found.prices[position])
    is_listed = program["id"] in asked.shortlist
    change = asked.shortlist.without if is_listed else asked.shortlist.with_
    return {
        "program": program,
        "link": asked.shortlist.link(f"/program/{program['id']}"),
        "price": amount,
        "price_note": note,
        "length": words.length(program, lengths),
        "delivery": words.delivery(program),
        "school_standing": words.standing("school", program, "institution"),
        "program_standing": words.standing("program", program, "program"),
        "award": words.award(program),
        "school_status": words.SCHOOL_STATUSES.get(program["institution_status"], ""),
        "place": ", ".join(part for part in (program["campus"], program["city"], program["state"]) if part),
        "miles": found.miles[position],
        "is_listed": is_listed,
        "compare": asked.comparing(change(program["id"])).link,
    }


def price(asked: Asked, program: sqlite3.Row, compared: float | None) -> tuple[str | None, str]:
    """(amount, what it is) of a program, in the terms that were asked for."""
    whose = f"residents of {places.STATES[asked.resident]}" if asked.resident else "residents of the state"
    printed = words.whole_price(program)
    if asked.per_year:
        if compared is None:
            return None, "no price a year published"
        what = f"a year at this school: tuition and fees, for {whose}"
        return words.price(compared), phrases(what, program["year_price_year"])
    if printed is not None and program["price_look_again"]:
        return None, f"a price of {printed} is reported, far from what such programs cost: ask the school"
    if asked.resident and compared is not None:
        whom = f"for {whose}" if program["control"] == "public" else ""
        return words.price(compared), phrases(words.covered(program), whom, program["price_year"])
    if printed is not None and not asked.resident:
        return printed, words.price_scope(program)
    if printed is not None:
        return None, f"no price told for {whose}; printed is {printed}: {words.price_scope(program)}"
    at_home = asked.resident in ("", program["state"])
    yearly = program["year_price_in_state" if at_home else "year_price_out_of_state"]
    if yearly is None:
        return None, "price not published"
    told = f"the school charges {words.money(yearly)} a year in tuition and fees"
    return None, f"whole price not published; {told} ({whose}, {program['year_price_year']})"


def phrases(*parts: str) -> str:
    """The parts that say something, one after another."""
    return "; ".join(part for part in parts if part)


def rescues(directory: Directory, search: Search) -> list[dict]:
    """Where nothing was found: each single filter without which something is, the most helpful first."""
    if search.found.total:
        return []
    asked, known = search.asked, directory.vocabulary
    helpful = sorted(((n, name) for name, n in search.found.dropping.items() if n), reverse=True)
    return [{"name": name_of(known, asked, name), "link": asked.dropping(name).link, "total": n} for n, name in helpful]


def left_out(search: Search) -> dict[str, dict]:
    """Of price, length and mode: how many match all else but do not tell it, and the search that shows them too."""
    return {
        name: {"total": number, "link": search.asked.links(name)("unknown")}
        for name, number in search.found.left_out.items()
        if name in (*CEILINGS, "delivery") and number
    }
