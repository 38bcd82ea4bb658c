"""What serving loads once: which database is the directory, and what is held of it in memory."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from datasette.app import Datasette

PREFERRED = ("programs", "demo")
"""The directory is the first of these that is published: invented schools never stand among real ones."""

T = TypeVar("T")


@dataclass(frozen=True)
class Directory:
    """The database that the pages read."""

    datasette: Datasette
    name: str

    @property
    def is_demo(self) -> bool:
        """Whether all its schools are invented, which every page then says."""
        return self.name == "demo"

    async def read(self, function: Callable[..., T], *arguments) -> T:
        """`function(connection, *arguments)` in a thread that may wait for the disk; rows are sqlite3.Row."""

        def call(connection: sqlite3.Connection) -> T:
            return function(connection, *arguments)

        return await self.datasette.get_database(self.name).execute_fn(call)


def load(datasette: Datasette) -> Directory | None:
    """The directory of what this Datasette serves, None if it serves no published database."""
    name = next((name for name in PREFERRED if name in datasette.databases), None)
    return Directory(datasette, name) if name else None
