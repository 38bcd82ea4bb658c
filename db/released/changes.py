"""CHANGES.md of a release: what is new, gone and different since the release before."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

SHOWN = 50
"""Programs of each kind that are named; the tables hold them all."""

COMPARED = {
    "price": "price_total_min, price_total_max, price_status",
    "length": "months_min, months_max, length_status",
    "award": "award",
    "mode": "delivery",
    "accreditation of the program": "program_accreditation, program_accreditor",
    "accreditation of the school": "institution_accreditation, institution_accreditor",
}
NAMED = (
    "select id, name, institution, state from {there}.programs where id not in (select id from {not_there}.programs)"
)


def text(db: sqlite3.Connection, day: str, before: Path | None) -> str:
    """What changed since the database of the release before; the first release says that it is."""
    return "\n".join(lines(db, day, before)) + "\n"


def lines(db: sqlite3.Connection, day: str, before: Path | None) -> Iterator[str]:
    yield f"# Changes in the release of {day}"
    yield ""
    if before is None or not before.exists():
        yield "This is the first release here: there is nothing to compare it with."
        return
    yield f"Since {before.parent.name.removeprefix('tuitionary-')}."
    db.execute("attach ? as earlier", (f"file:{before}?mode=ro",))
    try:
        for title, there, not_there in (("New", "main", "earlier"), ("Gone", "earlier", "main")):
            rows = db.execute(f"{NAMED.format(there=there, not_there=not_there)} order by id").fetchall()
            yield from section(
                f"{title} programs", [f"{name}, {school}, {state} (`{id}`)" for id, name, school, state in rows]
            )
        for field, columns in COMPARED.items():
            yield from section(f"Another {field}", differing(db, columns))
        yield ""
        yield "## Rows"
        yield ""
        yield "| source | listings before | now |"
        yield "|---|---:|---:|"
        counts = [
            dict(db.execute(f"select source, count(*) from {schema}.listings group by 1").fetchall())
            for schema in ("earlier", "main")
        ]
        for source in sorted(counts[0] | counts[1]):
            yield f"| {source} | {counts[0].get(source, 0):,} | {counts[1].get(source, 0):,} |"
    finally:
        db.execute("detach earlier")


def differing(db: sqlite3.Connection, columns: str) -> list[str]:
    """The programs of both releases in which these columns differ, before and now."""
    names = columns.split(", ")
    said = ["trim(" + " || ' ' || ".join(f"coalesce({of}.{name}, '')" for name in names) + ")" for of in ("b", "n")]
    rows = db.execute(
        f"""select n.id, n.name, {said[0]}, {said[1]} from main.programs n join earlier.programs b using (id)
            where {" or ".join(f"n.{name} is not b.{name}" for name in names)} order by n.id"""
    ).fetchall()
    return [f"{name} (`{id}`): {before or 'unknown'} -> {now or 'unknown'}" for id, name, before, now in rows]


def section(title: str, found: list[str]) -> Iterator[str]:
    yield ""
    yield f"## {title}: {len(found):,}"
    if found:
        yield ""
        yield from (f"- {one}" for one in found[:SHOWN])
        if len(found) > SHOWN:
            yield f"- … and {len(found) - SHOWN:,} more"
