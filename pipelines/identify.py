"""Which program a listing speaks of. Every decision keeps its method and confidence; none is made by a name alone.

A program's public id is its school's unitid and, where IPEDS knows the offer, its CIP and award level
("101240-510707-3"), else the listing's own key ("DEMO01-medical-assisting"). It lasts: `identities` remembers the
program of every listing ever seen, so that an id survives renames, re-crawls and moved pages, and `moved_ids` leads
from an id that gave way to the one that took its place.
"""

from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from pipelines import overrides
from pipelines.identify_federal import identify_federal
from pipelines.identify_pages import identify_pages
from pipelines.institutions import match_providers
from pipelines.overrides import Override, read_overrides


@dataclass(frozen=True)
class Identified:
    """What identification has to tell: overrides that have expired, and those that name nothing that is there."""

    expired: list[Override]
    unused: list[Override]


def identify(db: Database, path: Path = overrides.REFERENCE) -> Identified:
    """Resolve all open listings of collected.db, in one transaction, into `identities`.

    An override has expired if the newest accepted run ended after its last day: the data have their own clock.
    Raises OverrideError.
    """
    decisions = read_overrides(path)
    with db.atomic():
        run, today = db.execute(
            "select max(run), substr(max(ended_at), 1, 10) from runs where status = 'accepted'"
        ).fetchone()
        current = [decision for decision in decisions if decision.expires_on >= (today or "")]
        match_providers(db)
        unused = place_providers(db, [decision for decision in current if decision.of == "provider"])
        identify_federal(db)
        unused += identify_pages(db, run, [decision for decision in current if decision.of == "listing"])
    return Identified([decision for decision in decisions if decision not in current], unused)


def place_providers(db: Database, decisions: list[Override]) -> list[Override]:
    """Set the schools of providers as maintainers decided; return the decisions on providers that are not there."""
    unused = []
    for one in decisions:
        there = "select 1 from providers where source = ? and provider = ? and until_run is null"
        if db.execute(there, (one.source, one.key)).fetchone():
            row = (one.source, one.key, one.value)
            db.execute("insert or replace into provider_matches values (?, ?, ?, 'override', 1)", row)
        else:
            unused.append(one)
    return unused
