"""Datasette plugin: the pages of the directory, the policy of every page, the main columns of the table of programs."""

from urllib.parse import parse_qs, urlencode

from datasette import hookimpl

from db.site import directory, frame
from db.site.pages import pages

MAIN_COLUMNS = (
    "name", "institution", "city", "state", "award", "price_total_min", "price_total_max", "price_status",
    "price_covers", "price_year", "months_min", "months_max", "length_status", "delivery", "institution_accreditation",
    "control", "as_of",
)  # fmt: skip
CHOOSES_COLUMNS = {"_col", "_nocol", "_all"}


@hookimpl
def startup(datasette):
    """The directory is loaded once: what is served does not change. Datasette's own templates share its frame."""

    async def load():
        datasette.directory = await directory.load(datasette)
        shared = {"directory": datasette.directory, "stylesheet": frame.stylesheet("tuitionary.css")}
        datasette.jinja_env.globals |= shared

    return load


@hookimpl
def register_routes():
    """The pages of the directory."""

    def view(page):
        async def answer(datasette, request):
            return await page.answer(datasette.directory, request)

        return answer

    return [(page.PATH, view(page)) for page in pages()]


@hookimpl
def asgi_wrapper():
    """What a browser may do with a page; and the table of programs shows its main columns until asked for others."""

    def wrap(app):
        async def wrapped(scope, receive, send):
            if scope["type"] != "http":
                return await app(scope, receive, send)

            async def with_policy(message):
                if message["type"] == "http.response.start":
                    message = message | {"headers": protected(message["headers"])}
                await send(message)

            await app(with_main_columns(scope), receive, with_policy)

        return wrapped

    return wrap


def protected(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers of a response with its policy; a page of the directory brings a stricter one of its own."""
    added = {"content-security-policy": frame.data_policy(), "x-content-type-options": "nosniff",
             "referrer-policy": "same-origin"}  # fmt: skip
    there = {name.decode("latin-1").lower() for name, _ in headers}
    return [*headers, *((name.encode(), value.encode()) for name, value in added.items() if name not in there)]


def with_main_columns(scope: dict) -> dict:
    """A request for the table of programs that names no columns, with the main ones; any other as it is."""
    if scope["path"] not in ("/programs/programs", "/demo/programs"):
        return scope
    query = scope["query_string"].decode("latin-1")
    if CHOOSES_COLUMNS & parse_qs(query, keep_blank_values=True).keys():
        return scope
    columns = urlencode([("_col", column) for column in MAIN_COLUMNS])
    return scope | {"query_string": f"{query}&{columns}".lstrip("&").encode("latin-1")}
