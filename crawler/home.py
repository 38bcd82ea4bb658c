"""The folder of the databases and captures, and what can be asked of it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from crawler.run import Ordered
from crawler.site import NoSuchSchool, address_of, identified, spider_of
from db.collected import connect

PUBLISHED = {"collected": "programs", "demo-collected": "demo"}
"""Collecting database -> published database; invented schools never share a file with real ones."""


@dataclass(frozen=True)
class Home:
    """The folder given by --home or TUITIONARY_HOME."""

    folder: Path

    def collected(self) -> list[str]:
        """The collecting databases that are there, by name."""
        return [name for name in PUBLISHED if self.path(name).exists()]

    def published(self) -> list[Path]:
        """The published databases that are there."""
        return [path for name in PUBLISHED.values() if (path := self.path(name)).exists()]

    def path(self, name: str) -> Path:
        """Where a database lies."""
        return self.folder / f"{name}.db"

    @contextmanager
    def open(self, name: str) -> Iterator[Database]:
        """A collecting database, brought up to date."""
        db = connect(self.path(name))
        try:
            yield db
        finally:
            db.conn.close()

    def last_orders(self) -> dict[str, Ordered]:
        """The last accepted run of every source, to be run again with the same arguments and in the same order."""
        orders: dict[str, Ordered] = {}
        for name in self.collected():
            with self.open(name) as db:
                runs = db.execute(
                    "select source, arguments, max(run) from runs where status = 'accepted' group by source order by 3"
                ).fetchall()
                orders |= {source: Ordered(source, json.loads(arguments)) for source, arguments, _ in runs}
        return orders

    def order_of_site(self, site: str, unitid: str = "", every: str = "") -> Ordered:
        """A run of a school's site that has no spider file, known by its address, its unitid, or both. Raises
        NoSuchSchool."""
        known = {"unitid": unitid, "institution": "", "site": address_of(site) if site else ""}
        if "collected" in self.collected():
            with self.open("collected") as db:
                known = identified(db, **known)
        if not known["site"]:
            raise NoSuchSchool(f"no registry that was read gives the address of {unitid}: give --site too")
        arguments = {argument: value for argument, value in {**known, "every": every}.items() if value}
        return Ordered(spider_of(**arguments).name, arguments)

    def state_of(self, unitid: str) -> str:
        """The state of an institution, "" if no registry that was read knows it."""
        if not unitid or "collected" not in self.collected():
            return ""
        with self.open("collected") as db:
            sql = "select state from institutions where unitid = ? and until_run is null"
            return next((state for (state,) in db.execute(sql, (unitid,)).fetchall()), "")

    def times_gathered(self) -> int:
        """How often the demo campus was gathered."""
        return len(self._registry_runs())

    def campus(self) -> str:
        """Where the demo campus stood when it was last gathered, "" if it never was."""
        return next((homepage.rstrip("/") for homepage in self._registry_runs()), "")

    def _registry_runs(self) -> list[str]:
        if "demo-collected" not in self.collected():
            return []
        with self.open("demo-collected") as db:
            rows = db.execute(
                """select homepage from runs join sources using (source)
                   where source = 'demo_registry' and status = 'accepted'"""
            ).fetchall()
        return [homepage for (homepage,) in rows]
