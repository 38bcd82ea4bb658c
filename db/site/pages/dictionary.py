"""/dictionary: what every table and column means, which keys join, and of when the data of each source are."""

import sqlite3

from datasette.utils.asgi import Request, Response

from db.dictionary import KEYS
from db.site import coverage, frame
from db.site.directory import Directory

PATH = r"/dictionary$"


async def answer(directory: Directory, request: Request) -> Response:
    """All tables, the ones with most to say first."""
    tables = await directory.once(read)
    sources = await directory.once(coverage.sources)
    return frame.page(directory, request, "dictionary.html", tables=tables, keys=joined(tables), sources=sources)


def read(db: sqlite3.Connection) -> list[dict]:
    """[{name, description, rows, columns}], vocabularies last."""
    tables = db.execute("select * from dictionary_tables order by table_name like 'vocab%', table_name").fetchall()
    columns: dict[str, list[sqlite3.Row]] = {}
    for column in db.execute("select * from dictionary_columns order by rowid"):
        columns.setdefault(column["table_name"], []).append(column)
    return [
        {
            "name": t["table_name"],
            "description": t["description"],
            "rows": t["row_count"],
            "columns": columns[t["table_name"]],
        }
        for t in tables
    ]


def joined(tables: list[dict]) -> list[tuple[str, str, list[str]]]:
    """(key, what it is, the tables that hold it) of every key."""
    return [
        (key, meaning, [t["name"] for t in tables if any(c["joins"] == key for c in t["columns"])])
        for key, meaning in KEYS.items()
    ]
