"""All that the database says of a career: its work and pay, and the programs that lead to it."""

import sqlite3
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from db.site import words
from db.site.spread import Spread

WHOLE = "price_total_min is not null and price_is_complete and price_look_again = '' and price_status != 'conflicting'"
"""A price that counts: whole, believed and undisputed. `priced` says the same of a row, `rows` of an address."""

PROGRAMS = """
select p.id, p.name, p.institution, p.unitid, p.city, p.state, p.award, p.control, p.cip, p.price_total_min,
    p.price_total_max, p.price_is_complete, p.price_look_again, p.price_status, p.price_covers, p.price_residency,
    p.price_year, p.months_min, p.months_max, p.length_status, p.delivery, p.delivery_status, p.in_person,
    p.program_accreditation
from programs p where p.cip in ({marks}) and (? = '' or p.state = ?) order by p.name, p.id
"""

CREDENTIALS = """
select k.role, c.*, i.name as issuer_name, count(*) filter (where o.answer = 'opens') as opens,
    count(*) filter (where o.answer = 'does_not_open') as closed,
    count(*) filter (where o.answer = 'not_established') as unsure
from career_credentials k join credentials c using (credential) left join issuers i using (issuer)
left join program_openings o using (credential)
where k.career = ? group by k.credential order by k.role != 'entry', c.acronym
"""

FIELDS = """
select f.cip, coalesce(c.title, f.cip) as title, c.definition from career_fields f left join cips c using (cip)
where f.career = ? order by f.cip
"""

ACCREDITORS = "select * from accreditors where acronym in ({marks}) and kind = 'accreditor' order by acronym"

ROUTES = """
select r.* from credential_routes r join career_credentials k using (credential) where k.career = ?
order by r.credential, r.route
"""

LICENCES = "select * from career_licences where career = ? order by state != 'US', state"

OCCUPATIONS = """
select k.soc, o.* from career_occupations k left join occupations o on o.soc = k.soc where k.career = ? order by k.soc
"""

LISTED = f"""
with pay as (
    select career, min(annual_median) as wage_low, max(annual_median) as wage, max(wage_period) as period
    from career_occupations join occupations using (soc) group by career
)
select c.career, c.name, c.work, pay.*, count(p.id) as programs, count(*) filter (where {WHOLE}) as priced,
    min(price_total_min) filter (where {WHOLE}) as lowest
from careers c left join career_fields f using (career) left join programs p using (cip) left join pay using (career)
group by c.career order by c.name
"""


@dataclass(frozen=True)
class Career:
    """A career and the programs of its fields, of one state if one was asked for."""

    row: sqlite3.Row
    fields: list[sqlite3.Row]
    programs: list[sqlite3.Row]
    occupations: list[sqlite3.Row]
    credentials: list[sqlite3.Row]
    routes: list[sqlite3.Row]
    licences: list[sqlite3.Row]
    accreditors: list[sqlite3.Row]
    state: str
    database: str

    @cached_property
    def priced(self) -> list[sqlite3.Row]:
        """The programs whose price counts."""
        return [program for program in self.programs if is_priced(program)]

    @cached_property
    def timed(self) -> list[sqlite3.Row]:
        """The programs whose length in months is stated."""
        return [program for program in self.programs if is_timed(program)]

    def rows(self, **filters: str) -> str:
        """The address of exactly the programs that are counted, as rows: columns with what Datasette makes of them."""
        asked = {"cip__in": ",".join(field["cip"] for field in self.fields)}
        asked |= {"state": self.state} if self.state else {}
        return f"/{self.database}/programs?{urlencode(asked | filters)}"


PRICED = {"price_total_min__notnull": "1", "price_is_complete": "1", "price_look_again__isblank": "1",
          "price_status__not": "conflicting"}  # fmt: skip
TIMED = {"months_min__notnull": "1", "length_status__in": "published,computed"}


def is_priced(program) -> bool:
    """Whether its price counts."""
    return (
        program["price_total_min"] is not None
        and bool(program["price_is_complete"])
        and not program["price_look_again"]
        and program["price_status"] != "conflicting"
    )


def is_timed(program) -> bool:
    """Whether its length in months is stated, not only implied by a band."""
    return program["months_min"] is not None and program["length_status"] in ("published", "computed")


def read(db: sqlite3.Connection, slug: str, state: str, database: str) -> Career | None:
    """The career, None if there is none of this name. `database`: whose rows its numbers link to."""
    row = db.execute("select * from careers where career = ?", (slug,)).fetchone()
    if row is None:
        return None
    fields = db.execute(FIELDS, (slug,)).fetchall()
    cips = [field["cip"] for field in fields]
    programs = db.execute(PROGRAMS.format(marks=marks(cips)), (*cips, state, state)).fetchall()
    routes = db.execute(ROUTES, (slug,)).fetchall()
    named = sorted({name for route in routes for name in (route["accreditors"] or "").split("|") if name})
    return Career(
        row=row,
        fields=fields,
        programs=programs,
        occupations=db.execute(OCCUPATIONS, (slug,)).fetchall(),
        credentials=db.execute(CREDENTIALS, (slug,)).fetchall(),
        routes=routes,
        licences=db.execute(LICENCES, (slug,)).fetchall(),
        accreditors=db.execute(ACCREDITORS.format(marks=marks(named)), named).fetchall(),
        state=state,
        database=database,
    )


def marks(values: list) -> str:
    """A question mark for each value, for a list of SQL."""
    return ",".join("?" * len(values))


def listed(db: sqlite3.Connection) -> list[sqlite3.Row]:
    """Every career with its pay and how many programs lead there, from what price."""
    return db.execute(LISTED).fetchall()


def sentence(priced: list) -> str:
    """“22 programs at 15 institutions, from $6,633 to $36,559, median $14,500”"""
    if not priced:
        return "no program states a whole price that can be counted"
    prices = Spread.of("", [program["price_total_min"] for program in priced])
    schools = words.plural(len({program["unitid"] for program in priced}), "institution")
    highest = max(program["price_total_max"] or program["price_total_min"] for program in priced)
    told = f"{words.plural(len(priced), 'program')} at {schools}"
    if len(priced) == 1:
        return f"{told}, for {words.span(prices.low, highest, words.money)}"
    ends = f"from {words.money(prices.low)} to {words.money(highest)}"
    return f"{told}, {ends}, median {words.money(round(prices.median))}"


def groups(programs: list, *keys: str) -> dict[tuple, list]:
    """The programs by the values of some columns, the largest group first."""
    found: dict[tuple, list] = {}
    for program in programs:
        found.setdefault(tuple(program[key] for key in keys), []).append(program)
    return dict(sorted(found.items(), key=lambda group: (-len(group[1]), group[0])))


def cheapest(programs: list, most: int = 5) -> list:
    """Of the programs of which price and length are stated, those that cost least."""
    return first(programs, most, "price_total_min", "months_min")


def shortest(programs: list, most: int = 5) -> list:
    """Of the same, those that are done soonest."""
    return first(programs, most, "months_min", "price_total_min")


def first(programs: list, most: int, *keys: str) -> list:
    """The first by these columns, of those of which price and length are stated."""
    whole = [program for program in programs if is_priced(program) and is_timed(program)]
    return sorted(whole, key=lambda program: [program[key] for key in (*keys, "name", "id")])[:most]
