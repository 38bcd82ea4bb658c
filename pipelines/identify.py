"""Which program a listing speaks of. Every decision keeps its method and confidence; none is made by a name alone.

A program's public id is its school's unitid and, where IPEDS knows the offer, its CIP and award level
("101240-510707-3"), else the listing's own key ("DEMO01-medical-assisting"): it does not change with names or prices.
"""

import re

from sqlite_utils import Database

OFFERS = """
insert into identities
select source, listing, unitid || '-' || replace(cip, '.', '') || '-' || awlevel, 'ipeds_offer', 1
from listings where until_run is null and part = 'C_A'
"""

DISTANCE = """
insert into identities
select d.source, d.listing, i.program, 'ipeds_offer', 1
from listings d join identities i
    on i.source = d.source and i.listing = 'C_A/' || d.unitid || '/' || d.cip || '/' || d.awlevel
where d.until_run is null and d.part = 'C_DEP'
"""

# IC_PY names field and price but no award level: it is the only level offered in this field, unless its clock hours say
# otherwise, or the one whose range holds them (credits do not tell: IPEDS does not say which kind they are).
LARGEST_PROGRAMS = """
insert into identities
with hours as (
    select source, listing, value_min as hours from figures
    where until_run is null and kind = 'length' and unit = 'hours' and component = 'total' and status = 'published'
),
candidates as (
    select p.source, p.listing, o.awlevel, hours.hours,
        o.unitid || '-' || replace(o.cip, '.', '') || '-' || o.awlevel as program,
        count(o.listing) over (partition by p.listing) as offers,
        case when hours < 300 then 20 when hours < 900 then 21 when hours < 1800 then 2 when hours >= 1800 then 4 end
            as level_of_hours
    from listings p
    left join listings o on o.source = p.source and o.part = 'C_A' and o.until_run is null
        and o.unitid = p.unitid and o.cip = p.cip
    left join hours on hours.source = p.source and hours.listing = p.listing
    where p.until_run is null and p.part = 'IC_PY'
)
select source, listing,
    max(case when awlevel = level_of_hours or offers = 1 and level_of_hours is null then program end),
    case when offers = 0 then 'no_such_offer' when offers > 1 and max(awlevel = level_of_hours) then 'clock_hours'
        when offers > 1 then 'level_not_told' when awlevel is not coalesce(level_of_hours, awlevel)
        then 'level_contradicted' else 'only_level_offered' end,
    case when offers > 0 and max(awlevel = level_of_hours) then 0.95 when offers = 1 and level_of_hours is null then 0.9
        else 0 end
from candidates group by source, listing
"""

SCHOOL_PAGES = """
select l.source, l.listing, l.unitid, l.cip,
    (select value from figures f where f.source = l.source and f.listing = l.listing and f.kind = 'award'
        and f.until_run is null limit 1) as award
from listings l where l.until_run is null and l.part = '' and l.scope = 'program' order by l.source, l.listing
"""

OFFERS_OF = """
select i.program, l.awlevel from listings l join identities i using (source, listing)
where l.part = 'C_A' and l.until_run is null and l.unitid = ? and l.cip = ?
"""


def identify(db: Database) -> None:
    """Resolve all open listings of collected.db anew, in one transaction, into `identities`."""
    with db.atomic():
        db.execute("delete from identities")
        for sql in (OFFERS, DISTANCE, LARGEST_PROGRAMS):
            db.execute(sql)
        taken: set[str] = set()
        rows = []
        for page in list(db.query(SCHOOL_PAGES)):
            program, method, confidence = _offer_of(db, page)
            if program in taken or not program:
                program, method, confidence = own_id(page["unitid"], page["listing"]), "own_listing", 1.0
            taken.add(program)
            rows.append((page["source"], page["listing"], program, method, confidence))
        db.conn.executemany("insert into identities values (?, ?, ?, ?, ?)", rows)


def _offer_of(db: Database, page: dict) -> tuple[str, str, float]:
    """The one IPEDS offer of this school, field and kind of award, if there is exactly one."""
    offers = [
        program
        for program, awlevel in db.execute(OFFERS_OF, (page["unitid"], page["cip"])).fetchall()
        if (awlevel == 3) == (page["award"] == "associate")
    ]
    return (offers[0], "only_offer_of_field_and_award", 0.9) if page["cip"] and len(offers) == 1 else ("", "", 0.0)


def own_id(unitid: str, listing: str) -> str:
    """A program's id where no government list knows the offer: the school's and the listing's own key."""
    path = re.sub(r"\.(html?|php|aspx?)(?=$|#|\?)", "", listing.lower())
    return f"{unitid}-{re.sub(r'[^a-z0-9]+', '-', path).strip('-')}"
