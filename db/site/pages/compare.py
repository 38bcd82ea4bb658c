"""/compare?id=…: up to four programs side by side. The address is the shortlist."""

from datasette.utils.asgi import Request, Response

from db.site import comparison, frame, sheet
from db.site.directory import Directory
from db.site.links import MOST, PROGRAM_ID, Shortlist

PATH = r"/compare$"


async def answer(directory: Directory, request: Request) -> Response:
    """The comparison. `add` adds a program by its id or by the address of its page, for those who paste one."""
    shortlist = Shortlist.read(request.args)
    if "add" in request.args:
        pasted = request.args.get("add", "").split("?")[0].rstrip("/").rsplit("/", 1)[-1].strip()
        wanted = shortlist.with_(pasted) if PROGRAM_ID.fullmatch(pasted) else shortlist
        return Response.redirect(wanted.link("/compare"))
    found = [(id, await directory.read(sheet.read, id)) for id in shortlist.ids]
    sheets = [program for _, program in found if program]
    lost = [(id, await directory.read(sheet.moved, id)) for id, program in found if not program]
    table = comparison.rows(sheets) if sheets else []
    return frame.page(
        directory,
        request,
        "compare.html",
        sheets=sheets,
        lost=lost,
        table=table,
        unlike=comparison.unlike(table),
        most=MOST,
    )
