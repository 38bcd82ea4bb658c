"""What serving loads once: which database is the directory, and what is held of it in memory."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
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

SUMMARY = """
select count(*) as programs, count(distinct unitid) as schools, sum(price_total_min is not null) as priced,
    sum(price_status = 'not_published') as unpriced, max(as_of) as as_of
from programs
"""

T = TypeVar("T")


@dataclass(frozen=True)
class Directory:
    """The database that the pages read."""

    datasette: Datasette
    name: str
    index: Index
    vocabulary: Vocabulary
    summaries: dict[str, dict]  # published database -> programs, schools, priced, unpriced, as_of
    _kept: dict = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def is_demo(self) -> bool:
        """Whether all its schools are invented, which every page then says."""
        return self.name == "demo"

    @property
    def summary(self) -> dict:
        """How much there is, as of when."""
        return self.summaries[self.name]

    @cached_property
    def options(self) -> dict[str, set[str]]:
        """Facet -> all that can be chosen of it: what occurs, and what its vocabulary has beside."""
        return {name: {*self.index.options(name), *VOCABULARIES.get(name, ())} for name in CHOICES}

    async def read(self, function: Callable[..., T], *arguments) -> T:
        """`function(connection, *arguments)` in a thread that may wait for the disk; rows are sqlite3.Row."""

        def call(connection: sqlite3.Connection) -> T:
            return function(connection, *arguments)

        return await self.datasette.get_database(self.name).execute_fn(call)

    async def once(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """`function(connection)`, kept: what is served does not change."""
        if function not in self._kept:
            self._kept[function] = await self.read(function)
        return self._kept[function]


async def load(datasette: Datasette) -> Directory | None:
    """The directory of what this Datasette serves, None if it serves no published database."""
    published = [name for name in PREFERRED if name in datasette.databases]
    if not published:
        return None
    summaries = {name: await datasette.get_database(name).execute_fn(summary) for name in published}
    columns, known = await datasette.get_database(published[0]).execute_fn(in_memory)
    return Directory(datasette, published[0], columns, known, summaries)


def summary(db: sqlite3.Connection) -> dict:
    """{programs, schools, priced, unpriced, as_of} of one published database."""
    return dict(db.execute(SUMMARY).fetchone())


def in_memory(db: sqlite3.Connection) -> tuple[Index, Vocabulary]:
    """What is held of a published database."""
    known = vocabulary.load(db)
    return Index(db, {"career": {slug: career.cips for slug, career in known.careers.items()}}), known
