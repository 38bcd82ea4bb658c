"""Which program a listing of IPEDS speaks of: its tables name school, field and, but for IC_PY, the award level."""

from sqlite_utils import Database

FORGET = """
delete from identities where (source, listing) in
    (select source, listing from listings where until_run is null and part in ('C_DEP', 'IC_PY'))
"""

# Offers of years that were never published too: a program that is gone keeps its address.
OFFERS = """
insert into identities (source, listing, program, method, confidence)
select source, listing, unitid || '-' || replace(cip, '.', '') || '-' || awlevel, 'ipeds_offer', 1
from listings where part = 'C_A'
on conflict (source, listing) do update
    set program = excluded.program, method = excluded.method, confidence = 1
    where program is not excluded.program or method != excluded.method
"""

DISTANCE = """
insert into identities (source, listing, program, method, confidence)
select d.source, d.listing, i.program, 'ipeds_offer', 1
from listings d
join listings o on o.source = d.source and o.listing = 'C_A/' || d.unitid || '/' || d.cip || '/' || d.awlevel
join identities i on i.source = o.source and i.listing = o.listing
where d.until_run is null and o.until_run is null and d.part = 'C_DEP'
"""

# IC_PY names field and price but no award level: it is the only level offered in this field, unless its clock hours say
# otherwise, or the one whose range holds them (credits do not tell: IPEDS does not say which kind they are).
LARGEST_PROGRAMS = """
insert into identities (source, listing, program, method, confidence)
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


def identify_federal(db: Database) -> None:
    """Bring the identities of all open listings of IPEDS up to date, within a transaction of the caller."""
    for sql in (FORGET, OFFERS, DISTANCE, LARGEST_PROGRAMS):
        db.execute(sql)
