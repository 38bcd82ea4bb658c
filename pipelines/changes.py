"""What a run changed, figure by figure."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

BOUNDS = "coalesce(value_min, '') || iif(value_max is value_min, '', '..' || coalesce(value_max, ''))"
SAYS = " || ' ' || ".join(("status", "value", BOUNDS, "unit", "component", "basis", "look_again"))

CHANGES = f"""
with touched as (
    select listing, kind, printed, rtrim({SAYS}) as says, until_run is :run as ended
    from figures where source = :source and (until_run = :run or since_run = :run)
)
select listing, kind, printed,
    coalesce(group_concat(says, '; ') filter (where ended), '') as before,
    coalesce(group_concat(says, '; ') filter (where not ended), '') as after
from touched group by listing, kind, printed order by listing, kind, printed
"""


@dataclass(frozen=True)
class Change:
    """What some words were read as before and after a run; "" where they were not read at all."""

    listing: str
    kind: str
    printed: str
    before: str
    after: str


def changes(db: Database, source: str, run: int) -> Iterator[Change]:
    """Every change of a figure that this run of this source brought, in a fixed order."""
    for row in db.query(CHANGES, {"source": source, "run": run}):
        yield Change(**row)


LISTINGS = """
select listing, name, since_run is :run as is_new from listings l
where source = :source and (since_run = :run or until_run = :run)
    and not exists (select 1 from listings o where o.source = l.source and o.listing = l.listing
        and iif(l.since_run is :run, o.until_run is :run, o.since_run is :run))
order by listing
"""


def listings(db: Database, source: str, run: int) -> Iterator[Change]:
    """The listings that this run of this source found for the first time, and no longer."""
    for row in db.query(LISTINGS, {"source": source, "run": run}):
        states = ("", "listed") if row["is_new"] else ("listed", "gone")
        yield Change(row["listing"], "listing", row["name"], *states)


def runs_since(db: Database, day: str) -> list[tuple[int, str, str]]:
    """(run, source, day) of the runs accepted since a day, YYYY-MM-DD, that had another one before."""
    return db.execute(
        """select run, source, substr(ended_at, 1, 10) from runs r where status = 'accepted' and ended_at >= ?
               and exists (select 1 from runs b where b.source = r.source and b.status = 'accepted' and b.run < r.run)
           order by run""",
        (day,),
    ).fetchall()
