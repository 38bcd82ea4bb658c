"""/: what, where, how - and how much there is to find."""

from datasette.utils.asgi import Request, Response

from db.site import frame
from db.site.directory import Directory

PATH = r"/$"


async def answer(directory: Directory, request: Request) -> Response:
    """The front page."""
    careers = directory.vocabulary.careers.values()
    return frame.page(directory, request, "home.html", careers=careers, modes=MODES)


MODES = {"in_person": "On campus", "hybrid": "Hybrid", "online": "Online", "never": "I can never go to campus"}
