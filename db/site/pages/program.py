"""/program/<id>: one program, every figure with its receipt, and what became of ids that no program has any more."""

from datasette.utils.asgi import Request, Response

from db.site import costs, frame, questions, report, sheet, structured, terms, words
from db.site.directory import Directory
from db.site.links import Shortlist, address

PATH = r"/program/(?P<id>[^/]+)$"


async def answer(directory: Directory, request: Request) -> Response:
    """The program, or what happened to it; 404 only for an id that was never given."""
    id = request.url_vars["id"]
    found = await directory.read(sheet.read, id)
    if found is None:
        return await gone(directory, request, id)
    program = found.program
    shortlist = Shortlist.read(request.args)
    others = Shortlist(tuple(other for other in shortlist.ids if other != id))
    return frame.page(
        directory,
        request,
        "program.html",
        sheet=found,
        program=program,
        school=found.school,
        costs=costs.sort_out(found.of("price")),
        missing=costs.missing(program, costs.sort_out(found.of("price"))),
        length=length(found),
        questions=questions.to_ask(found),
        report=report.link(
            contact(directory),
            f"Wrong figure: {words.plain(program['name'])}, {words.plain(program['institution'])}",
            [f"Program: {id}", f"Price shown: {words.whole_price(program) or 'not published'}, {program['price_year']}",
             f"As of: {program['as_of']}", f"Sources: {program['sources']}"],
        ),
        json_ld=structured.json_ld(program, found.page),
        is_listed=id in shortlist,
        compare=address("/compare", shortlist.with_(id).pairs()),
        is_full=others.is_full,
        words=words,
        terms=terms,
        money=costs,
    )  # fmt: skip


async def gone(directory: Directory, request: Request, id: str) -> Response:
    """The page of an id that was withdrawn or merged."""
    moved = await directory.read(sheet.moved, id)
    if moved is None:
        return frame.missing(directory, request, "No program has had this address.")
    ended = await directory.read(sheet.ended, id)
    return frame.page(directory, request, "gone.html", moved=moved, ended=ended, address=address)


def length(found: sheet.Sheet) -> str:
    """The length in the units in which it is stated, or why none is."""
    if found.program["length_status"] in terms.UNTOLD:
        return terms.untold(found.program["length_status"])
    stated = [
        figure
        for figure in found.of("length")
        if figure["component"] == "total" and figure["status"] == "published" and figure["shown"] != 0
    ]
    return words.length(found.program, stated)


def contact(directory: Directory) -> str:
    """Whom to tell, as whoever serves this copy has set it."""
    return directory.datasette.metadata("about_url") or ""
