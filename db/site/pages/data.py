"""/data: the door to the tables, for those who ask in SQL."""

from datasette.utils.asgi import Request, Response

from db.site import frame
from db.site.directory import Directory

PATH = r"/data$"


async def answer(directory: Directory, request: Request) -> Response:
    """What is published, database by database, and the ways in."""
    databases = [
        {"name": name, "title": directory.datasette.metadata("title", database=name) or name, **summary}
        for name, summary in directory.summaries.items()
    ]
    return frame.page(directory, request, "data.html", databases=databases)
