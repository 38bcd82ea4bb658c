"""/status: how every source does, for who keeps the directory alive and for who wants to know how fresh it is."""

from datetime import UTC, datetime

from datasette.utils.asgi import Request, Response

from db import status
from db.site import frame, pulse
from db.site.directory import Directory

PATH = r"/status$"


async def answer(directory: Directory, request: Request) -> Response:
    """One row for each source, what needs a person first; ages are as of now."""
    now = datetime.now(UTC)
    statuses = await directory.read(status.read, now)
    return frame.page(
        directory, request, "status.html", statuses=statuses, now=now, FIELDS=status.FIELDS, picture=pulse.picture
    )
