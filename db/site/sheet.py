"""All that the database says of one program: its figures with their receipts, its history, its proofs."""

import sqlite3
from dataclasses import dataclass

Rows = list[sqlite3.Row]

RECEIPT = """
f.*, s.title as source_title, c.kept_sha256, substr(b.ended_at, 1, 10) as held_since
from {table} f left join sources s using (source) left join captures c using (capture)
left join runs b on b.run = f.since_run
"""

FIGURES = f"""
select {RECEIPT.format(table="figures")}
where f.program_id = ? and f.status != 'implied'
order by coalesce(f.shown, 1) desc, f.part, f.source, f.listing, f.figure
"""

ENDED = f"""
select {RECEIPT.format(table="ended_figures")}
where f.program_id = ? and not exists (select 1 from figures g where g.program_id = f.program_id and g.kind = f.kind
    and g.printed = f.printed and g.academic_year = f.academic_year)
order by f.last_read_on desc, f.figure
"""

FORMER_PRICES = """
select h.*, s.title as source_title from price_history h left join sources s using (source)
where h.program_id = ? and not h.is_current order by h.last_read_on desc, h.component, h.residency, h.figure
"""

WITNESSES = """
select l.*, s.title as source_title, m.meaning from listings l left join sources s using (source)
left join vocab_match_method m using (match_method)
where l.program_id = ? and l.scope = 'program' order by l.part, l.source, l.listing
"""

PROOFS = """
select a.*, n.name as agency, n.website, n.recognized_by, v.meaning, v.rank, p.meaning as program_match_meaning,
    s.meaning as school_match_meaning, f.printed, f.url as claim_url
from {table} a join vocab_standing v using (standing)
left join accreditors n on n.acronym = a.accreditor and n.kind = 'accreditor'
left join vocab_program_match p on p.program_match = {program_match}
left join vocab_school_match s using (school_match)
left join figures f on f.figure = a.claim_figure
where a.{key} = ? order by v.rank, a.accreditor
"""

PROGRAM_PROOFS = PROOFS.format(table="program_accreditations", key="program_id", program_match="a.program_match")
SCHOOL_PROOFS = PROOFS.format(table="institution_accreditations", key="unitid", program_match="''")

OPENINGS = """
select o.*, c.acronym, c.name, c.kind, c.website, i.name as issuer_name,
    coalesce((select min(k.role != 'entry') from career_credentials k where k.credential = o.credential), 1) as is_later
from program_openings o join credentials c using (credential) left join issuers i using (issuer)
where o.program_id = ?
order by case o.answer when 'opens' then 0 when 'not_established' then 1 else 2 end, is_later, c.acronym, o.credential
"""

CAREERS = "select c.* from careers c join career_fields f using (career) where f.cip = ? order by c.name"

OCCUPATIONS = """
select o.* from cip_occupations x join occupations o using (soc)
where x.cip = ? and x.soc not like '25-1%' and x.soc != '99-9999' order by o.soc
"""

LICENCES = """
select l.*, c.name as career_name, c.career from career_licences l join careers c using (career)
join career_fields f using (career) where f.cip = ? and l.state in ('US', ?) order by c.name, l.state = 'US'
"""


@dataclass(frozen=True)
class Sheet:
    """One program. `figures` leaves out what only an award level implies."""

    program: sqlite3.Row
    school: sqlite3.Row | None
    figures: Rows
    ended: Rows
    former_prices: Rows
    witnesses: Rows
    proofs: Rows
    school_proofs: Rows
    openings: Rows
    careers: Rows
    occupations: Rows
    licences: Rows

    def of(self, kind: str) -> Rows:
        """Its figures of one kind."""
        return [figure for figure in self.figures if figure["kind"] == kind]

    @property
    def page(self) -> str:
        """The address of the school's own page of the program, "" if no page of the school was read."""
        return next((row["url"] for row in self.witnesses if row["witness"] == "school"), "")


def read(db: sqlite3.Connection, id: str) -> Sheet | None:
    """The sheet of the program with this id, None if no program has it today."""
    program = db.execute("select * from programs where id = ?", (id,)).fetchone()
    if program is None:
        return None

    def rows(sql: str, *values) -> Rows:
        return db.execute(sql, values).fetchall()

    return Sheet(
        program=program,
        school=db.execute("select * from institutions where unitid = ?", (program["unitid"],)).fetchone(),
        figures=rows(FIGURES, id),
        ended=rows(ENDED, id),
        former_prices=rows(FORMER_PRICES, id),
        witnesses=rows(WITNESSES, id),
        proofs=rows(PROGRAM_PROOFS, id),
        school_proofs=school_proofs(db, program["unitid"]),
        openings=rows(OPENINGS, id),
        careers=rows(CAREERS, program["cip"]),
        occupations=rows(OCCUPATIONS, program["cip"]),
        licences=rows(LICENCES, program["cip"], program["state"]),
    )


def school_proofs(db: sqlite3.Connection, unitid: str) -> Rows:
    """Who accredits the school as a whole, the best standing first."""
    return db.execute(SCHOOL_PROOFS, (unitid,)).fetchall()


def moved(db: sqlite3.Connection, id: str) -> sqlite3.Row | None:
    """What became of an id that no program has today, None if none ever had it: program_addresses with the new name,
    and what withdrawn_programs last knew."""
    return db.execute(
        """select a.*, p.name as now_name, p.institution as now_institution, w.name, w.institution, w.city,
            w.state as place, w.field, w.cip, w.last_seen_on, w.gone_on, w.unitid
        from program_addresses a left join programs p on p.id = a.now left join withdrawn_programs w on w.id = a.id
        where a.id = ?""",
        (id,),
    ).fetchone()


def ended(db: sqlite3.Connection, id: str) -> Rows:
    """The figures that were once published of a program, with their receipts."""
    return db.execute(ENDED, (id,)).fetchall()
