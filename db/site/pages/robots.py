"""/robots.txt: what a crawler of ours is asked to leave alone, for it is without end or costs much."""

from datasette.utils.asgi import Request, Response

from db.site import formats
from db.site.directory import Directory

PATH = r"/robots\.txt$"

TEXT = """# Pages of programs, schools and careers are welcome to be read; the sitemap lists them.
# Searches with filters are endless, and the tables are to be had whole: {base}/data
User-agent: *
Disallow: /search?
Disallow: /search.
Disallow: /compare?
Disallow: /-/
Disallow: /programs/
Disallow: /demo/
Disallow: /programs?
Disallow: /demo?
Crawl-delay: 1
Sitemap: {base}/sitemap.xml
"""


async def answer(directory: Directory, request: Request) -> Response:
    """The text, with the addresses of this host."""
    base = directory.datasette.absolute_url(request, "/").rstrip("/")
    return formats.answered(request, TEXT.format(base=base), "text/plain")
