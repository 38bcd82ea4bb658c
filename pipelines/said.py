"""What open listings of pages and lists say of their programs, and what their schools report to IPEDS."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sqlite_utils import Database

from pipelines.match import Offer, Said
from pipelines.overrides import Override
from pipelines.titles import read_title

FEDERAL_PARTS = "('C_A', 'C_DEP', 'IC_PY', 'IC', 'IC_AY')"

PAGES = f"""
create temp table pages as
select l.source, l.listing, l.provider, coalesce(nullif(l.unitid, ''), m.unitid, '') as unitid, l.name,
    l.cip, l.cip_basis, l.awlevel, l.campus, l.since_run as row_since
from listings l left join provider_matches m using (source, provider)
where l.until_run is null and l.scope = 'program' and l.part not in {FEDERAL_PARTS}
"""

SAID = """
select p.*, coalesce(i.program, '') as before, coalesce(i.method, '') as method, coalesce(i.since_run, 0) as since_run,
    coalesce(f.award, '') as award, f.level, coalesce(f.delivery, '') as delivery, coalesce(f.paces, '') as paces,
    coalesce(f.price, '') as price, coalesce(f.length, '') as length
from temp.pages p left join identities i using (source, listing)
left join (
    select source, listing,
        case when count(distinct value) filter (where is_award) = 1
            then max(value) filter (where is_award) end as award,
        case when count(distinct value_min) filter (where unit = 'awlevel') = 1
            then max(value_min) filter (where unit = 'awlevel') end as level,
        case when count(distinct value) filter (where kind = 'delivery') = 1
            then max(value) filter (where kind = 'delivery') end as delivery,
        group_concat(distinct nullif(pace, '')) as paces,
        group_concat(basis || ' ' || residency || ' ' || amount, '; ') filter (where is_price) as price,
        group_concat(amount || ' ' || unit, '; ') filter (where kind = 'length') as length
    from (
        select distinct source, listing, kind, value, value_min, unit, basis, residency, pace,
            coalesce(value_min, '') || '..' || coalesce(value_max, '') as amount,
            kind = 'award' and unit = '' and status = 'published' as is_award,
            kind = 'price' and component in ('tuition', 'tuition_and_fees', 'total') as is_price
        from figures join temp.pages using (source, listing)
        where until_run is null and status in ('published', 'computed')
            and (kind != 'length' or component = 'total' and status = 'published')
            and (kind != 'price' or status = 'published')
        order by source, listing, kind, basis, residency, unit, value_min, value_max
    )
    group by source, listing
) f using (source, listing)
order by p.source, p.listing
"""

OFFERS = """
select l.unitid, i.program, l.cip, coalesce(c.title, '') as title, l.awlevel
from listings l join identities i using (source, listing) left join cips c on c.cip = l.cip and c.until_run is null
where l.until_run is null and l.part = 'C_A' and l.unitid in (select value from json_each(?))
order by i.program
"""

GONE = f"""
select coalesce(nullif(l.unitid, ''), m.unitid, '') as unitid, l.name, l.cip, i.program,
    coalesce((select case when count(distinct f.value) = 1 then max(f.value) end from figures f
        where f.source = l.source and f.listing = l.listing and f.until_run = l.until_run and f.kind = 'award'
            and f.unit = '' and f.status = 'published'), '') as award
from listings l join identities i using (source, listing) left join provider_matches m using (source, provider)
where l.part not in {FEDERAL_PARTS} and i.program is not null
    and l.until_run = (select max(until_run) from listings n where n.source = l.source and n.listing = l.listing)
    and not exists (select 1 from temp.pages p where p.source = l.source and p.listing = l.listing)
"""

FORMER = """
select name, cip from listings where source = ? and listing = ? and until_run > ? order by until_run desc limit 1
"""


def said_by_school(db: Database) -> dict[str, list[Said]]:
    """{school: what its listings say}, in a fixed order; a school is a unitid, else the source's own key of it.

    A new listing is known by the program of the one listing that is gone and had its name, CIP and award: its page has
    moved. A page that is now another program's is known by none.
    """
    for sql in ("drop table if exists temp.pages", PAGES, "create index temp.pages_by_key on pages(source, listing)"):
        db.execute(sql)
    gone: dict[tuple, set[str]] = defaultdict(set)
    for row in db.query(GONE):
        gone[row["unitid"], row["name"], row["cip"], row["award"]].add(row["program"])
    schools: dict[str, list[Said]] = defaultdict(list)
    moved: dict[tuple, list[Said]] = defaultdict(list)
    for row in list(db.query(SAID)):
        said = Said(
            *(row[name] for name in ("source", "listing", "name", "unitid", "cip", "cip_basis", "award")),
            awlevel=row["awlevel"] or (int(row["level"]) if row["level"] else None),
            **{name: row[name] for name in ("campus", "delivery", "paces", "price", "length")},
            **known_by(db, row),
        )
        schools[row["unitid"] or f"{said.source}-{row['provider']}"].append(said)
        if not said.before and not said.was:
            moved[row["unitid"], said.name, said.cip, said.award].append(said)
    before = {new[0].key: min(gone[facts]) for facts, new in moved.items() if len(new) == 1 == len(gone[facts])}
    return {
        school: [replace(said, before=before.get(said.key, said.before)) for said in schools[school]]
        for school in sorted(schools)
    }


def known_by(db: Database, row: dict) -> dict[str, str]:
    """`before`, the program that a listing was known by, or `was`, the one that its address no longer speaks of."""
    if row["method"] == "override_join":
        return {}
    former = None
    if row["before"] and row["row_since"] > row["since_run"]:
        former = db.execute(FORMER, (row["source"], row["listing"], row["since_run"])).fetchone()
    if former and another_program(former, (row["name"], row["cip"])):
        return {"was": row["before"]}
    return {"before": row["before"]}


def another_program(former: tuple[str, str], now: tuple[str, str]) -> bool:
    """Whether name and CIP both differ: no rename, and no better reading of the field."""
    (name, cip), (new_name, new_cip) = former, now
    return bool(cip and new_cip and cip != new_cip) and not read_title(name).subject & read_title(new_name).subject


def offers_by_school(db: Database, schools: Iterable[str]) -> dict[str, list[Offer]]:
    """{unitid: what it reports to IPEDS} of these schools."""
    offers: dict[str, list[Offer]] = defaultdict(list)
    for unitid, *offer in db.execute(OFFERS, (json.dumps(list(schools)),)).fetchall():
        offers[unitid].append(Offer(*offer))
    return offers


def correct(schools: dict[str, list[Said]], decisions: list[Override]) -> tuple[dict[str, list[Said]], list[Override]]:
    """The schools with what maintainers corrected, and the decisions that name no open listing."""
    by_listing: dict[tuple[str, str], list[Override]] = defaultdict(list)
    for one in decisions:
        by_listing[one.source, one.key].append(one)
    corrected: dict[str, list[Said]] = defaultdict(list)
    for school, listings in schools.items():
        for said in listings:
            place = school
            for one in by_listing.pop(said.key, ()):
                match one.field:
                    case "unitid":
                        place, said = one.value, replace(said, unitid=one.value)
                    case "cip":
                        said = replace(said, cip=one.value, cip_basis="corrected")
            corrected[place].append(said)
    return corrected, [one for rest in by_listing.values() for one in rest]
