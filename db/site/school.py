"""All that the database says of one school. Only questions."""

import sqlite3
from dataclasses import dataclass

from db.site import sheet

PROGRAMS = """
select * from programs where unitid = ? order by name, award, id
"""

PRICES = f"""
select {sheet.RECEIPT.format(table="figures")} join listings l on l.source = f.source and l.listing = f.listing
where f.unitid = ? and l.scope = 'institution' and f.kind in ('price', 'delivery') and f.status != 'implied'
order by f.kind, f.basis = 'credit', instr('tuition_and_fees tuition fees books', f.component), f.residency, f.figure
"""

HISTORY = """
select h.* from price_history h where h.unitid = ? and h.program_id is null and h.basis in ('year', 'credit')
    and not h.is_current order by h.academic_year desc, h.component, h.basis, h.residency
"""

SUCCESSOR = "select unitid, name from institutions where unitid = ?"

WITHDRAWN = "select * from withdrawn_programs where unitid = ? order by name, id"


@dataclass(frozen=True)
class School:
    """One school."""

    row: sqlite3.Row
    programs: list[sqlite3.Row]
    figures: list[sqlite3.Row]  # that it states of itself as a whole
    former: list[sqlite3.Row]
    proofs: list[sqlite3.Row]
    withdrawn: list[sqlite3.Row]
    successor: sqlite3.Row | None
    source: sqlite3.Row | None


def read(db: sqlite3.Connection, unitid: str) -> School | None:
    """The school with this unitid, None if no registry knows it."""
    row = db.execute("select * from institutions where unitid = ?", (unitid,)).fetchone()
    if row is None:
        return None
    return School(
        row=row,
        programs=db.execute(PROGRAMS, (unitid,)).fetchall(),
        figures=db.execute(PRICES, (unitid,)).fetchall(),
        former=db.execute(HISTORY, (unitid,)).fetchall(),
        proofs=sheet.school_proofs(db, unitid),
        withdrawn=db.execute(WITHDRAWN, (unitid,)).fetchall(),
        successor=db.execute(SUCCESSOR, (row["merged_into"],)).fetchone(),
        source=db.execute("select * from sources where source = ?", (row["source"],)).fetchone(),
    )
