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

CELLS = """
select substr(coalesce(p.cip, ''), 1, 2) as family, p.state, count(*) as programs, {counts}
from programs p where {universe} group by 1, 2
"""
SCHOOLS = "select count(distinct unitid) from programs p where {universe}"
FAMILIES = "select cip, title from cips where digits = 2"

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
    """{all, schools, fields, states, is_ipeds}: counts of programs, and of those of which something is known."""
    is_ipeds = db.execute(f"select exists (select 1 from programs p where {UNIVERSE})").fetchone()[0] == 1
    universe = UNIVERSE if is_ipeds else "1"
    cells = db.execute(CELLS.format(counts=COUNTS, universe=universe)).fetchall()
    titles = {"": "Field not established", **dict(db.execute(FAMILIES))}
    fields = [
        {"family": code, "title": titles.get(code, code), **sums} for code, sums in summed(cells, "family").items()
    ]
    return {
        "is_ipeds": is_ipeds,
        "all": summed(cells)[""],
        "schools": db.execute(SCHOOLS.format(universe=universe)).fetchone()[0],
        "fields": sorted(fields, key=lambda row: (-row["programs"], row["family"])),
        "states": [{"state": code, **sums} for code, sums in sorted(summed(cells, "state").items())],
    }


def summed(cells: list[sqlite3.Row], key: str = "") -> dict[str, dict[str, int]]:
    """The counts of the cells by one of their columns, or of all of them under ""."""
    sums: dict[str, dict[str, int]] = {}
    for cell in cells:
        of = sums.setdefault(cell[key] if key else "", dict.fromkeys(("programs", *KNOWN), 0))
        for name in of:
            of[name] += cell[name]
    return sums


def sources(db: sqlite3.Connection) -> list[sqlite3.Row]:
    """What is read, from whom, when it last was, and what it gave."""
    return db.execute(SOURCES).fetchall()


def facts(db: sqlite3.Connection) -> sqlite3.Row:
    """(programs, schools, figures, as_of, read_on, list_as_of, parser_version) of the whole file."""
    return db.execute(FACTS).fetchone()
