"""What a run would change, were it stored: listings that come and go, and the words of figures before and after."""

from dataclasses import dataclass

from sqlite_utils import Database

_KEY = "listing, kind, component, basis, residency, printed"
_SAYS = "status, value, value_min + 0.0 as low, value_max + 0.0 as high, unit, look_again"
_OPEN = """source = :source and until_run is null and url not in (select url from staged.failed_urls)
    and listing not in (select listing from main.listings where source = :source and until_run is null
        and url in (select url from staged.failed_urls))"""

LISTINGS = f"""
select listing, max(name), min(is_new), max(is_new) from (
    select listing, name, 0 as is_new from main.listings where {_OPEN}
    union all select listing, name, 1 from staged.listings
) group by listing having min(is_new) = max(is_new) order by listing
"""
FIGURES = f"""
with had as (select {_KEY}, {_SAYS} from main.figures where {_OPEN}),
    has as (select {_KEY}, {_SAYS} from staged.figures),
    turned as (
        select *, 0 as is_new from (select * from had except select * from has)
        union all select *, 1 from (select * from has except select * from had)
    )
select listing, trim(replace(kind || ' ' || component || ' ' || basis || ' ' || residency, '  ', ' ')),
    coalesce(group_concat(distinct printed) filter (where not is_new), ''),
    coalesce(group_concat(distinct printed) filter (where is_new), '')
from turned
where listing in (select listing from main.listings where {_OPEN}) and listing in (select listing from staged.listings)
group by listing, kind, component, basis, residency order by listing, kind, component, basis, residency
"""


@dataclass(frozen=True)
class Difference:
    """Something that a run would change: `what` is new, gone, or the field that changes; its words before and after."""

    listing: str
    what: str
    before: str
    after: str


def differences(db: Database, source: str) -> list[Difference]:
    """What the staged rows, attached as `staged`, would change of the open rows of their source."""
    which = {"source": source}
    listings = [
        Difference(listing, "new", "", name) if is_new else Difference(listing, "gone", name, "")
        for listing, name, is_new, _ in db.execute(LISTINGS, which).fetchall()
    ]
    return listings + [Difference(*row) for row in db.execute(FIGURES, which).fetchall()]
