"""What a run changes at once, against the last accepted one: counted for every run, and shown through time."""

from collections.abc import Mapping

from sqlite_utils import Database

MOST_CHANGED = 0.3
"""The share of priced listings whose prices may change at once, while they state no other academic year."""

NOISE = 3
"""Changing fewer than this many is no sign of anything."""

_PRICES = """
select listing, group_concat(says, '; ') as says, group_concat(academic_year, '; ') as years from (
    select distinct listing, component || ' ' || basis || ' ' || residency || ' ' || coalesce(value_min + 0.0, '')
        || ' ' || coalesce(value_max + 0.0, '') as says, academic_year
    from {schema}.figures
    where kind = 'price' and status in ('published', 'computed', 'conflicting') and component != 'other' and {whose}
    order by listing, says
) group by listing
"""
_OPEN = "source = :source and until_run is null"
_MEASURES = {
    "listings_new": f"""select count(*) from staged.listings where listing not in
        (select listing from main.listings where {_OPEN})""",
    "listings_lost": f"""select count(*) from main.listings where {_OPEN}
        and listing not in (select listing from staged.listings)
        and url not in (select url from staged.failed_urls)""",
    "pages_emptied": f"""select count(distinct url) from main.listings where {_OPEN}
        and url in (select url from captures where run = :run and http_status in (200, 304))
        and url not in (select url from staged.listings) and url not in (select url from staged.failed_urls)""",
}
_CHANGED = f"""
select count(*), coalesce(sum(had.says is not has.says and had.years is has.years), 0)
from ({_PRICES.format(schema="main", whose=_OPEN)}) had
join ({_PRICES.format(schema="staged", whose="1")}) has using (listing)
"""


def measure(db: Database, source: str, run: int) -> dict[str, int]:
    """What the staged rows, attached as `staged`, change of the open rows of their source.

    listings_new, listings_lost          not counted: what stood on pages that failed
    pages_emptied                        pages that gave listings, still answer, and give none: a wall, a soft 404
    prices_compared, prices_changed      listings with prices before and now; those whose prices differ although they
                                         state no other academic year
    """
    which = {"source": source, "run": run}
    counts = {name: db.execute(sql, which).fetchone()[0] for name, sql in _MEASURES.items()}
    compared, changed = db.execute(_CHANGED, which).fetchone()
    return counts | {"prices_compared": compared, "prices_changed": changed}


def jump(counts: Mapping[str, int]) -> str:
    """Why prices that changed so often at once must be looked at, in one sentence; "" if they need not."""
    changed, compared = counts.get("prices_changed", 0), counts.get("prices_compared", 0)
    if changed >= NOISE and changed > compared * MOST_CHANGED:
        return f"prices changed at {changed:,} of {compared:,} listings at once, in the same academic year"
    return ""
