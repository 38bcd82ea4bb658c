"""/program/<id>.jsonld: one program in CTDL, for who exchanges credentials."""

from datasette.utils.asgi import Request, Response

from db.site import ctdl, formats, sheet
from db.site.directory import Directory

PATH = r"/program/(?P<id>[^/]+)\.jsonld$"


async def answer(directory: Directory, request: Request) -> Response:
    """The program, or one sentence and 404."""
    id = request.url_vars["id"]
    found = await directory.read(sheet.read, id)
    if found is None:
        return formats.as_json(request, {"error": f"no program has the id {id}"}, status=404)
    address = directory.datasette.absolute_url(request, f"/program/{id}")
    return formats.as_json(request, ctdl.program(found.program, found.school, address, found.page), ctdl.MEDIA_TYPE)
