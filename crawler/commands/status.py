"""Commands for who keeps the directory alive: status, read in ten seconds, and changes."""

import json
import sys
from datetime import UTC, datetime

import click

from crawler.home import Home
from crawler.notify import NotTold, notify
from crawler.run import sources
from db.schedule import due
from db.status import FIELDS, Status, read, troubled
from pipelines import changes

HEADS = ("source", "state", "accepted", "age/days", "listings", *FIELDS, "next due", "why")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For machines: one object for each source.")
@click.option("--notify", "url", metavar="URL", help="POST a message for each newly doubted or overdue source.")
@click.pass_obj
def status(home: Home, as_json: bool, url: str | None) -> None:
    """Show how every source does, what needs a person first. Exit 1 if one is doubted or overdue.

    Numbers are of the last run, with the difference from the accepted one before.
    """
    now = datetime.now(UTC)
    statuses: list[Status] = []
    if "collected" in home.collected():
        with home.open("collected") as db:
            statuses = read(db.conn, now)
            try:
                for one in notify(db, statuses, url) if url else ():
                    click.echo(f"told {url} of {one.source}", err=True)
            except NotTold as error:
                raise click.ClickException(str(error)) from error
    known = {one.source for one in statuses}
    statuses += [
        Status(name, spider.title, spider.cadence_days, "never", "it was never run", None, due(name, 0, []))
        for name, spider in sources(demo=False).items()
        if name not in known
    ]
    if as_json:
        click.echo(json.dumps([as_object(one, now) for one in statuses], indent=1))
    else:
        for line in table([HEADS, *(row(one, now) for one in statuses)]):
            click.echo(line)
    sys.exit(any(troubled(statuses)))


@click.command("changes")
@click.argument("since", type=click.DateTime(["%Y-%m-%d"]), metavar="SINCE")
@click.pass_obj
def list_changes(home: Home, since: datetime) -> None:
    """Show what the runs accepted since a day, YYYY-MM-DD, changed: before and after, and the words that say so."""
    for name in home.collected():
        with home.open(name) as db:
            for run, source, day in changes.runs_since(db, f"{since:%Y-%m-%d}"):
                for one in (*changes.listings(db, source, run), *changes.changes(db, source, run)):
                    click.echo(f"{day} {source} {one.listing} {one.kind}: {one.before or '-'} -> {one.after or '-'}")
                    click.echo(f"    {one.printed!r}")


def row(one: Status, now: datetime) -> tuple[str, ...]:
    """The cells of a source."""
    age = one.age_days(now)
    return (
        one.source,
        one.state,
        f"{one.accepted_at:%Y-%m-%d}" if one.accepted_at else "-",
        f"{'-' if age is None else f'{age:.0f}'}/{one.cadence_days}",
        *(changed(*counts) for counts in numbers(one).values()),
        "now" if one.due.is_due(now) else f"{one.due.at:%Y-%m-%d}",
        one.why,
    )


def numbers(one: Status) -> dict[str, tuple[int | None, int | None]]:
    """Listings and fields: of the last run, and of the accepted one before it; None where there is none."""
    last, before = one.last, one.before
    found = {"listings": (last and last.listings, before and before.listings)}
    return found | {field: (last and last.fills[field], before and before.fills[field]) for field in FIELDS}


def changed(last: int | None, before: int | None) -> str:
    """ "1,204 +3": a number with its difference from the one before."""
    if not last and not before:
        return "-"
    return f"{last:,}" if before in (None, last) else f"{last:,} {last - before:+,}"


def table(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows in columns as wide as they need; the last column runs on."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(one[:-1], widths, strict=False)) + f"  {one[-1]}".rstrip()
        for one in rows
    ]


def as_object(one: Status, now: datetime) -> dict:
    """A source for machines; times are ISO 8601 in UTC."""
    age = one.age_days(now)
    return {
        "source": one.source,
        "title": one.title,
        "state": one.state,
        "why": one.why,
        "last_accepted": one.accepted_at.isoformat() if one.accepted_at else None,
        "age_days": None if age is None else round(age, 2),
        "cadence_days": one.cadence_days,
        "next_due": one.due.at.isoformat() if one.due.at else None,
        "is_due": one.due.is_due(now),
        "numbers": {name: {"last": last, "before": before} for name, (last, before) in numbers(one).items()},
        "monitors": dict(one.last.monitors) | {"look_again": one.last.look_again} if one.last else {},
    }
