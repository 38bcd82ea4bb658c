"""/school/<unitid>: a school, its programs, its prices a year, who accredits it."""

from datasette.utils.asgi import Request, Response

from db.site import costs, frame, school, terms, words
from db.site.directory import Directory

PATH = r"/school/(?P<unitid>[^/]+)$"


async def answer(directory: Directory, request: Request) -> Response:
    """The school."""
    found = await directory.read(school.read, request.url_vars["unitid"])
    if found is None:
        return frame.missing(directory, request, "No registry that we read knows a school of this number.")
    return frame.page(
        directory,
        request,
        "school.html",
        school=found.row,
        found=found,
        live=[proof for proof in found.proofs if proof["standing"] not in ("ended", "denied")],
        over=[proof for proof in found.proofs if proof["standing"] in ("ended", "denied")],
        prices=[figure for figure in found.figures if figure["kind"] == "price"],
        modes=[figure for figure in found.figures if figure["kind"] == "delivery"],
        words=words,
        terms=terms,
        money=costs,
    )
