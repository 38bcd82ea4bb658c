"""Which program a school's page, or a row of a state's list, is, and by which lasting id that program is known."""

import json
import re
from dataclasses import asdict, replace

from sqlite_utils import Database

from pipelines.match import Match, Program, Said, programs_of_a_school
from pipelines.overrides import Override
from pipelines.said import correct, offers_by_school, said_by_school

REMEMBER = """
insert into identities values (:source, :listing, :program, :method, :confidence, :unitid, :cip, :cip_basis, :run)
on conflict (source, listing) do update set program = excluded.program, method = excluded.method,
    confidence = excluded.confidence, unitid = excluded.unitid, cip = excluded.cip, cip_basis = excluded.cip_basis,
    since_run = iif(program is excluded.program, coalesce(since_run, excluded.since_run), excluded.since_run)
"""

ANYWHERE = """
update identities set program = :program, method = :method, confidence = 1
where source = :source and listing = :key
    and exists (select 1 from listings l where l.source = :source and l.listing = :key and l.until_run is null)
"""

MOVED = """
insert into moved_ids values (?, ?, ?, ?, ?, ?)
on conflict (program) do update set now = excluded.now, reason = excluded.reason, run = excluded.run
"""

HELD = """
select 1 from identities i join listings l using (source, listing) where i.program = ? and l.until_run is null limit 1
"""

REPORTED = """
select distinct i.program from identities i join listings l using (source, listing)
where i.method = 'ipeds_offer' and l.until_run is null and i.program in (select value from json_each(?))
"""

USED = """
select program from identities where since_run is not null and program is not null
union select program from moved_ids where reason != ?
"""

OFFER, PAGE, REUSED, OVERRIDE = (
    "its page is an offer that IPEDS reports", "its listing and another are one program",
    "its page speaks of another program now", "override",
)  # fmt: skip
"""Why an id gave way."""


def identify_pages(db: Database, run: int | None, decisions: list[Override]) -> list[Override]:
    """Resolve the open listings of pages and lists; return the decisions that name no open listing, or no program.

    Within a transaction of the caller. `run` is the newest accepted one: what is decided here holds since then.
    """
    known = known_programs(db, [one.program for one in decisions])
    lost = [one for one in decisions if one.action == "join" and one.program not in known]
    decisions = [one for one in decisions if one not in lost]
    schools, unused = correct(said_by_school(db), [one for one in decisions if one.action == "correct"])
    offers = offers_by_school(db, schools)
    decided = {(one.source, one.key): one for one in decisions if one.action != "correct"}
    found: list[tuple[str, Program, Match]] = []
    split: list[tuple[str, Program, Match]] = []
    joined: list[tuple[Said, Match]] = []
    for school, listings in schools.items():
        free = [said for said in listings if said.key not in decided]
        found += ((school, *one) for one in programs_of_a_school(free, offers.get(school, ())))
        for said in listings:
            if one := decided.pop(said.key, None):
                match = Match(one.program, f"{OVERRIDE}_{one.action}", 1.0, said.cip, said.cip_basis)
                if one.program:
                    joined.append((said, match))
                else:
                    split.append((school, Program([said]), match))
    matches = name_programs(db, found + split) + joined
    remember(db, run, matches)
    return lost + unused + [one for one in decided.values() if not decide_federal(db, run, one)]


def known_programs(db: Database, programs: list[str]) -> set[str]:
    """Those of these ids that a listing has or had."""
    sql = "select distinct program from identities where program in (select value from json_each(?))"
    return {program for (program,) in db.execute(sql, (json.dumps(programs),)).fetchall()}


def decide_federal(db: Database, run: int | None, one: Override) -> bool:
    """Join or split a federal record, if it is there; one that is split belongs to no program."""
    row = {"source": one.source, "key": one.key, "program": one.program or None, "method": f"{OVERRIDE}_{one.action}"}
    before = db.execute("select program from identities where source = :source and listing = :key", row).fetchone()
    if not db.execute(ANYWHERE, row).rowcount:
        return False
    old = before[0]
    if old and old != one.program and not db.execute(HELD, (old,)).fetchone():
        db.execute(MOVED, (old, one.program, OVERRIDE, one.source, one.key, run))
    return True


def name_programs(db: Database, found: list[tuple[str, Program, Match]]) -> list[tuple[Said, Match]]:
    """Every listing with its match, whose program is named: as the offer that it is, as before, or anew."""
    known = json.dumps([known for _, program, _ in found for known in program.before])
    of_ipeds = {program for (program,) in db.execute(REPORTED, (known,)).fetchall()}
    used = {program for (program,) in db.execute(USED, (OVERRIDE,)).fetchall()}
    taken = {match.program for _, _, match in found if match.program}
    named = []
    for school, program, match in found:
        own = (known for known in program.before if known not in taken and known not in of_ipeds)
        name = match.program or next(own, "") or fresh_id(school, program.listings[0].listing, (used, taken))
        taken.add(name)
        named += [(said, replace(match, program=name)) for said in program.listings]
    return named


def remember(db: Database, run: int | None, matches: list[tuple[Said, Match]]) -> None:
    """Write the identities, and where ids lead that no listing has any more."""
    db.conn.executemany(
        REMEMBER,
        (
            {"source": said.source, "listing": said.listing, "unitid": said.unitid, "run": run, **asdict(match)}
            for said, match in matches
        ),
    )
    for said, match in matches:
        old = said.before or said.was
        if old and old != match.program and not db.execute(HELD, (old,)).fetchone():
            now = "" if said.was else match.program
            db.execute(MOVED, (old, now, why(said, match), said.source, said.listing, run))
            if now:
                db.execute("update moved_ids set now = ? where now = ?", (now, old))
                db.execute("update identities set program = ? where program = ? and since_run is not null", (now, old))
    db.execute("delete from moved_ids where program in (select program from identities)")


def why(said: Said, match: Match) -> str:
    """Why the id that a listing had gave way."""
    if said.was:
        return REUSED
    return OVERRIDE if match.method.startswith(OVERRIDE) else OFFER if "offer" in match.method else PAGE


def fresh_id(school: str, listing: str, used: tuple[set[str], ...]) -> str:
    """An id that no program ever had: the school's and the listing's own key, and a number if that was another's."""
    name = own_id(school, listing)
    number = 1
    while any((numbered := name if number == 1 else f"{name}-{number}") in ids for ids in used):
        number += 1
    return numbered


def own_id(school: str, listing: str) -> str:
    """A program's id where no government list knows the offer: the school's and the listing's own key."""
    path = re.sub(r"\.(html?|php|aspx?)(?=$|#|\?)", "", listing.lower())
    return f"{school}-{re.sub(r'[^a-z0-9]+', '-', path).strip('-')}"
