"""What serving loads once: which database is the directory, and what is held of it in memory."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from datasette.app import Datasette

from db.site import vocabulary
from db.site.asked import CHOICES
from db.site.index import Index
from db.site.options import VOCABULARIES
from db.site.vocabulary import Vocabulary

PREFERRED = ("programs", "demo")
"""The directory is the first of these that is published: invented schools never stand among real ones."""

T = TypeVar("T")


@dataclass(frozen=True)
class Directory:
    """The database that the pages read."""

    datasette: Datasette
    name: str
    index: Index
    vocabulary: Vocabulary

    @property
    def is_demo(self) -> bool:
        """Whether all its schools are invented, which every page then says."""
        return self.name == "demo"

    @cached_property
    def options(self) -> dict[str, set[str]]:
        """Facet -> all that can be chosen of it: what occurs, and what its vocabulary has beside."""
        return {name: {*self.index.options(name), *VOCABULARIES.get(name, ())} for name in CHOICES}

    async def read(self, function: Callable[..., T], *arguments) -> T:
        """`function(connection, *arguments)` in a thread that may wait for the disk; rows are sqlite3.Row."""

        def call(connection: sqlite3.Connection) -> T:
            return function(connection, *arguments)

        return await self.datasette.get_database(self.name).execute_fn(call)


async def load(datasette: Datasette) -> Directory | None:
    """The directory of what this Datasette serves, None if it serves no published database."""
    name = next((name for name in PREFERRED if name in datasette.databases), None)
    if name is None:
        return None

    def read(connection: sqlite3.Connection) -> tuple[Index, Vocabulary]:
        known = vocabulary.load(connection)
        return Index(connection, {"career": {slug: career.cips for slug, career in known.careers.items()}}), known

    return Directory(datasette, name, *await datasette.get_database(name).execute_fn(read))
