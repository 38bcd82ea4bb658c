"""/careers: all careers, what they pay and what learning them costs."""

from datasette.utils.asgi import Request, Response

from db.site import career, frame
from db.site.directory import Directory

PATH = r"/careers$"


async def answer(directory: Directory, request: Request) -> Response:
    """The list."""
    return frame.page(directory, request, "careers.html", careers=await directory.once(career.listed))
