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
