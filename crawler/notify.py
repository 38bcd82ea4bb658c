"""Tells a person of every source that begins to need one: once, and again only after it was well in between."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterable

from sqlite_utils import Database

from db.status import Status, troubled

SECONDS = 20


class NotTold(Exception):
    """A message that was not taken; the next time tries again. The message says why, in one sentence."""


def notify(db: Database, statuses: Iterable[Status], url: str) -> list[Status]:
    """Post a JSON message {text, source, title, state, why, last_accepted} for each newly doubted or overdue source.

    Returns those of which it told. What was told is remembered in `told`. Raises NotTold at the first message that is
    not taken; those before it are told.
    """
    trouble = {one.source: one for one in troubled(statuses)}
    told = dict(db.execute("select source, state from told").fetchall())
    with db.atomic():
        db.conn.executemany("delete from told where source = ?", [(name,) for name in told if name not in trouble])
    news = [one for one in trouble.values() if told.get(one.source) != one.state]
    for one in news:
        post(url, message(one))
        row = {"source": one.source, "state": one.state, "why": one.why, "since": since(one)}
        with db.atomic():
            db["told"].upsert(row, pk="source")
    return news


def message(one: Status) -> dict[str, str | None]:
    """What is said of a source; `text` is what chat rooms show."""
    return {
        "text": f"{one.source} is {one.state}: {one.why}",
        "source": one.source,
        "title": one.title,
        "state": one.state,
        "why": one.why,
        "last_accepted": one.accepted_at.isoformat() if one.accepted_at else None,
    }


def since(one: Status) -> str:
    """Since when a source has been as it is."""
    when = one.last.past.ended_at if one.state == "doubted" and one.last else one.due.at
    return when.isoformat() if when else ""


def post(url: str, body: dict) -> None:
    """POST a JSON body. Raises NotTold."""
    headers = {"Content-Type": "application/json", "User-Agent": "tuitionary"}
    try:
        request = urllib.request.Request(url, json.dumps(body).encode(), headers, method="POST")
        urllib.request.urlopen(request, timeout=SECONDS).close()
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise NotTold(f"{body['source']} could not be told to {url}: {error}") from error
