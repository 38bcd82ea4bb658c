"""/questions: ten questions with their SQL and their answers of today, to be read, changed and asked again."""

import sqlite3
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import Request, Response

from db.metadata import load
from db.site import frame
from db.site.directory import Directory

PATH = r"/questions$"
SHOWN = 12
"""Rows of an answer that the page shows; the table behind it has them all."""


async def answer(directory: Directory, request: Request) -> Response:
    """The questions in their order."""
    return frame.page(directory, request, "questions.html", questions=await directory.once(read), SHOWN=SHOWN)


def read(db: sqlite3.Connection) -> list[dict[str, Any]]:
    """[{question, read, title, query, address, sql, columns, rows, count}]"""
    queries = load("queries")
    return [asked(db, one, queries[one["query"]]) for one in load("questions")]


def asked(db: sqlite3.Connection, one: dict[str, Any], query: dict[str, str]) -> dict[str, Any]:
    """A question with its answer."""
    cursor = db.execute(query["sql"], one["with"])
    rows = cursor.fetchall()
    return {
        "question": one["question"],
        "read": one["read"],
        "title": query["title"],
        "query": one["query"],
        "address": f"{one['query']}?{urlencode(one['with'])}" if one["with"] else one["query"],
        "sql": query["sql"],
        "columns": [name for name, *_ in cursor.description],
        "rows": [tuple(row) for row in rows[:SHOWN]],
        "count": len(rows),
    }
