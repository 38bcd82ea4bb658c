"""What came, changed and went among the programs of a search, as an Atom feed (RFC 4287)."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree

from db.site import words
from db.site.asked import Asked
from db.site.vocabulary import Reading

NAMESPACE = "http://www.w3.org/2005/Atom"
MOST = 100
"""Entries of a feed, the newest first."""

ROWS = """
select c.run, c.changed_on, c.program_id, c.field, c.before, c.after, coalesce(p.name, w.name) as name,
    coalesce(p.institution, w.institution) as institution, p.rowid as rowid,
    w.award, w.cip, coalesce(w.state, 'unknown') as state, w.name || ' ' || w.institution || ' ' || w.field as told
from changes c left join programs p on p.id = c.program_id left join withdrawn_programs w on w.id = c.program_id
where c.program_id is not null and (p.id is not null or w.id is not null)
order by c.run desc, c.program_id, c.field
"""
REMEMBERED = {"award", "state", "cip", "career"}
"""The choices that can be made among programs that are gone: what is kept of them."""


@dataclass(frozen=True)
class Entry:
    """What a run changed of a program: new | changed | gone, and (field, before, after) of what it says now."""

    run: int
    day: str
    program: str
    name: str
    institution: str
    kind: str
    fields: tuple[tuple[str, str, str], ...]


def entries(
    db: sqlite3.Connection, asked: Asked, reading: Reading | None, rowids: Collection[int]
) -> tuple[list[Entry], bool]:
    """The newest entries of the programs with these rowids, and of those that are gone and would have fitted by what is
    kept of them; and whether there are more."""
    found: list[Entry] = []
    for (run, program), rows in groupby(db.execute(ROWS), key=lambda row: (row["run"], row["program_id"])):
        own = [*rows]
        first = own[0]
        if first["rowid"] not in rowids and not (first["rowid"] is None and fitted(first, asked, reading)):
            continue
        if len(found) == MOST:
            return found, True
        listed = next((row["after"] for row in own if row["field"] == "listing"), "")
        kind = {"gone": "gone", "listed": "new"}.get(listed, "changed")
        fields = tuple((row["field"], row["before"], row["after"]) for row in own if row["field"] != "listing")
        found.append(Entry(run, first["changed_on"], program, first["name"], first["institution"], kind, fields))
    return found, False


def fitted(row: sqlite3.Row, asked: Asked, reading: Reading | None) -> bool:
    """Whether a program that is gone fitted the search, by what is kept of it; a filter on anything else it fails."""
    if asked.ceilings or asked.unknown or asked.where or not asked.choices.keys() <= REMEMBERED - {"career"}:
        return False
    if any(row[name] not in options for name, options in asked.choices.items()):
        return False
    if reading is None:
        return True
    told = row["told"].lower()
    return row["cip"] in reading.cips if reading.cips else all(word in told for word in reading.words)


def atom(found: list[Entry], base: str, query: str, title: str, updated: str, is_cut: bool) -> str:
    """The feed. base: the address of this site; query: of the search; updated: the day of the newest run."""
    ElementTree.register_namespace("", NAMESPACE)
    feed = ElementTree.Element(f"{{{NAMESPACE}}}feed")

    def add(parent, name: str, said: str = "", **attributes: str):
        element = ElementTree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes)
        element.text = words.plain(said) or None
        return element

    suffix = f"?{query}" if query else ""
    add(feed, "id", f"{base}/search.atom{suffix}")
    add(feed, "title", f"Tuitionary: {title}")
    if is_cut:
        add(feed, "subtitle", f"The newest {MOST} changes; {base}/changes has the others")
    add(feed, "updated", f"{updated}T00:00:00Z")
    add(add(feed, "author"), "name", "Tuitionary")
    add(feed, "link", rel="self", type="application/atom+xml", href=f"{base}/search.atom{suffix}")
    add(feed, "link", rel="alternate", type="text/html", href=f"{base}/search{suffix}")
    for one in found:
        entry = add(feed, "entry")
        page = f"{base}/program/{one.program}"
        add(entry, "id", f"{page}#run-{one.run}")
        add(entry, "title", f"{one.kind.capitalize()}: {words.plain(one.name)}, {words.plain(one.institution)}")
        add(entry, "updated", f"{one.day}T00:00:00Z")
        add(entry, "link", rel="alternate", type="text/html", href=page)
        add(entry, "category", term=one.kind)
        add(entry, "summary", said_of(one), type="text")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, encoding="unicode") + "\n"


def said_of(one: Entry) -> str:
    """The changes of an entry in words."""
    if not one.fields:
        return {"new": "Listed for the first time", "gone": "No source lists it any more"}.get(one.kind, "Changed")
    return "; ".join(
        f"{name}: {before or 'not stated'} -> {after or 'not stated'}" for name, before, after in one.fields
    )
