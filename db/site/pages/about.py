"""/about-the-data: what it is and is not, how it is made, on what terms, how to cite it and how to report a fault."""

from datasette.utils.asgi import Request, Response

from db.site import coverage, frame, report
from db.site.directory import Directory
from db.site.pages.program import contact

PATH = r"/about-the-data$"


async def answer(directory: Directory, request: Request) -> Response:
    """The page."""
    told = contact(directory)
    return frame.page(
        directory,
        request,
        "about.html",
        facts=await directory.once(coverage.facts),
        sources=await directory.once(coverage.sources),
        contact=told,
        report=report.link(told, "A wrong figure", ["Program or school:", "Figure shown:"]),
    )
