"""/coverage: how much is known, by field and state, and what each source gave and when."""

from datasette.utils.asgi import Request, Response

from db.site import coverage, frame, places
from db.site.directory import Directory

PATH = r"/coverage$"

ROWS = {
    "programs": {},
    "price": {"price_total_min__notnull": "1"},
    "length": {"length_status__in": "published,computed,conflicting"},
    "mode": {"delivery__not": "unknown"},
    "accreditation": {"program_accreditation__not": "not_checked"},
    "page": {"sources__not": "us_ipeds"},
}
"""Column -> the filters of Datasette that show its rows: those of `coverage.KNOWN`, in its words."""


async def answer(directory: Directory, request: Request) -> Response:
    """The counts."""
    found = await directory.once(coverage.read)
    sources = await directory.once(coverage.sources)
    return frame.page(directory, request, "coverage.html", found=found, sources=sources, names=places.STATES, ROWS=ROWS)
