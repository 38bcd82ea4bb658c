"""How much of what there is the directory knows. Sums over whole tables: ask them by `Directory.once`."""

import sqlite3

KNOWN = {
    "price": "price_total_min is not null",
    "length": "length_status in ('published', 'computed', 'conflicting')",
    "mode": "delivery != 'unknown'",
    "accreditation": "program_accreditation != 'not_checked'",
    "page": "sources not in ('us_ipeds', '')",
}
"""What may be known of a program -> when it is."""

COUNTS = ", ".join(f"sum({told}) as {name}" for name, told in KNOWN.items())
UNIVERSE = "(',' || p.sources || ',') like '%,us_ipeds,%'"
"""The programs that IPEDS knows; a database without any, as the demo's, counts all it has."""

BY_FIELD = """
select substr(p.cip, 1, 2) as family, coalesce(c.title, 'Field not established') as title, count(*) as programs,
    {counts}
from programs p left join cips c on c.cip = substr(p.cip, 1, 2) where {universe} group by 1 order by count(*) desc, 1
"""
BY_STATE = """
select state, count(*) as programs, count(distinct unitid) as schools, {counts} from programs p
where {universe} group by state order by state
"""
ALL = "select count(*) as programs, count(distinct unitid) as schools, {counts} from programs p where {universe}"

SOURCES = """
select s.*, coalesce(l.listings, 0) as listings, coalesce(f.figures, 0) as figures, r.parser_version,
    substr(s.accepted_at, 1, 10) as accepted_on, l.year
from sources s
left join (select source, count(*) as listings, max(year) as year from listings group by source) l using (source)
left join (select source, count(*) as figures from figures group by source) f using (source)
left join runs r on r.run = s.accepted_run
order by s.source like 'demo%', s.source
"""

FACTS = """
select (select count(*) from programs) as programs, (select count(distinct unitid) from programs) as schools,
    (select count(*) from figures) as figures, (select max(as_of) from programs) as as_of,
    (select substr(max(accepted_at), 1, 10) from sources) as read_on,
    (select max(list_as_of) from institution_accreditations) as list_as_of,
    (select max(parser_version) from runs) as parser_version
"""


def read(db: sqlite3.Connection) -> dict:
    """{all, fields, states, sources, is_ipeds}: counts of programs, and of those of which something is known."""
    is_ipeds = db.execute(f"select exists (select 1 from programs p where {UNIVERSE})").fetchone()[0] == 1
    asked = {"counts": COUNTS, "universe": UNIVERSE if is_ipeds else "1"}
    return {
        "is_ipeds": is_ipeds,
        "all": db.execute(ALL.format(**asked)).fetchone(),
        "fields": db.execute(BY_FIELD.format(**asked)).fetchall(),
        "states": db.execute(BY_STATE.format(**asked)).fetchall(),
        "sources": sources(db),
    }


def sources(db: sqlite3.Connection) -> list[sqlite3.Row]:
    """What is read, from whom, when it last was, and what it gave."""
    return db.execute(SOURCES).fetchall()


def facts(db: sqlite3.Connection) -> sqlite3.Row:
    """(programs, schools, figures, as_of, read_on, list_as_of, parser_version) of the whole file."""
    return db.execute(FACTS).fetchone()
