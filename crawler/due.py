"""Which sources are due: the declared ones, and the schools that were crawled by their address alone."""

import json
from datetime import datetime

from crawler.home import Home
from crawler.run import Ordered, sources
from db import status
from db.schedule import due
from pipelines.staging import is_held


def orders_due(home: Home, now: datetime) -> list[Ordered]:
    """The sources to run now, tables before schools, each group in the order in which they fell due.

    A source that another process is running is none of them.
    """
    declared = sources(demo=False)
    orders = {name: Ordered(name, {}) for name in declared} | sites(home)
    cadence = {name: spider.cadence_days for name, spider in declared.items()}
    ended: dict[str, list[status.Ended]] = {}
    if "collected" in home.collected():
        with home.open("collected") as db:
            ended = status.ended(db.conn)
            cadence |= dict(db.execute("select source, cadence_days from sources").fetchall())
    found = [
        (order, due(name, cadence[name], [run.past for run in ended.get(name, ())])) for name, order in orders.items()
    ]
    waiting = [
        (order, when) for order, when in found if when.is_due(now) and not is_held(home.path("collected"), order.source)
    ]
    is_table = {name for name in declared if not hasattr(declared[name], "institution")}
    waiting.sort(key=lambda one: (one[0].source not in is_table, one[1].at.isoformat() if one[1].at else ""))
    return [order for order, _ in waiting]


def sites(home: Home) -> dict[str, Ordered]:
    """The schools that have no spider file, by source, as they were last asked for."""
    if "collected" not in home.collected():
        return {}
    with home.open("collected") as db:
        rows = db.execute("select source, arguments, max(run) from runs group by source").fetchall()
    found = {source: json.loads(arguments) for source, arguments, _ in rows}
    return {source: Ordered(source, asked) for source, asked in found.items() if "site" in asked}
