"""/changes?since=2026-03-01: what the runs since a day changed, with what was said before and after."""

from datasette.utils.asgi import Request, Response

from db.site import changed, frame
from db.site.directory import Directory

PATH = r"/changes$"


async def answer(directory: Directory, request: Request) -> Response:
    """The newest changes, and how many there are of each field."""
    asked = request.args.get("since") or ""
    found = await directory.read(changed.read, changed.day(asked))
    is_understood = not asked or bool(changed.day(asked))
    return frame.page(
        directory, request, "changes.html", status=200 if is_understood else 400, found=found, asked=asked,
        is_understood=is_understood, MOST=changed.MOST,
    )  # fmt: skip
