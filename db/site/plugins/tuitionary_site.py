"""Datasette plugin: the counts of the front page, and the columns that the table of programs shows at first."""

from urllib.parse import parse_qs, urlencode

from datasette import hookimpl

MAIN_COLUMNS = (
    "name", "institution", "city", "state", "award", "price_total_min", "price_total_max", "price_status",
    "price_covers", "price_year", "months_min", "months_max", "length_status", "delivery", "institution_accreditation",
    "control", "as_of",
)  # fmt: skip
CHOOSES_COLUMNS = {"_col", "_nocol", "_all"}

COUNTS = """
select count(*) as programs, count(distinct unitid) as institutions, sum(price_total_min is not null) as priced,
    sum(price_status = 'not_published') as unpriced, max(as_of) as as_of
from programs
"""


@hookimpl
def extra_template_vars(datasette, view_name):
    """On the front page: the counts of each directory."""
    if view_name != "index":
        return {}

    async def counts():
        directories = []
        for name in datasette.databases:
            if name in ("programs", "demo"):
                row = (await datasette.get_database(name).execute(COUNTS)).first()
                title = datasette.metadata("title", database=name)
                directories.append(dict(row) | {"title": title, "path": f"/{name}", "demo": name == "demo"})
        return {"directories": directories}

    return counts


@hookimpl
def asgi_wrapper():
    """The table of programs shows its main columns; a request that names columns, or `_all`, is left as it is."""

    def wrap(app):
        async def with_main_columns(scope, receive, send):
            if scope["type"] == "http" and scope["path"] in ("/programs/programs", "/demo/programs"):
                query = scope["query_string"].decode("latin-1")
                if not CHOOSES_COLUMNS & parse_qs(query, keep_blank_values=True).keys():
                    columns = urlencode([("_col", column) for column in MAIN_COLUMNS])
                    scope = scope | {"query_string": f"{query}&{columns}".lstrip("&").encode("latin-1")}
            await app(scope, receive, send)

        return with_main_columns

    return wrap
