"""Commands that bring runs in: crawl, demo, reparse, and accept for what was doubted."""

import sqlite3
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import click

from crawler.commands.publishing import is_published, publish_all
from crawler.commands.shared import SHOWN, folder
from crawler.demo.campus import Campus
from crawler.due import orders_due, sites
from crawler.home import Home
from crawler.run import OFFLINE, TRYING, Ordered, database_of, from_captures, from_mirror, run, sources, through_workers
from crawler.site import NoSuchSchool
from pipelines import held
from pipelines.changes import changes
from pipelines.preview import Difference
from pipelines.staging import AlreadyRunning, hold
from pipelines.store import Outcome

SIDE_BY_SIDE = 64
"""Schools that one writer crawls at once, where workers fetch for it: each is mostly waiting for its next second."""


@click.command("sources")
def list_sources() -> None:
    """List what can be crawled: name, days between crawls, title, publisher."""
    for name, spider in sources().items():
        click.echo(f"{name:20} {spider.cadence_days:4} d  {spider.title} ({spider.publisher})")


@click.command()
@click.argument("names", metavar="SOURCE...", nargs=-1)
@click.option("-a", "arguments", metavar="NAME=VALUE", multiple=True, help="Argument of the sources, as year=2020.")
@click.option("--site", metavar="URL", default="", help="Crawl a school that has no spider file, by its address.")
@click.option(
    "--unitid", default="", help="The same, by its unitid; or the school of --site, where its address does not tell."
)
@click.option("--every", type=click.IntRange(min=1), metavar="DAYS", help="How often --due shall crawl this school.")
@click.option("--due", is_flag=True, help="Run what is due by its cadence (of the SOURCEs, if named), then publish.")
@click.option(
    "--hours",
    type=click.FloatRange(min=0, min_open=True),
    default=12,
    show_default=True,
    help="How long --due may take: what was not begun by then stays due.",
)
@click.option("--dry-run", "tries", is_flag=True, help="Store nothing, and show what would be new, changed and gone.")
@click.option("--redis", metavar="URL", help="Let `tuitionary work URL` fetch, on this and other machines.")
@click.option("--mirror", type=folder, help="Read DIR/<host>/<path> in place of the network.")
@click.pass_obj
def crawl(
    home: Home,
    names: tuple[str, ...],
    arguments: tuple[str, ...],
    site: str,
    unitid: str,
    every: int | None,
    due: bool,
    hours: float,
    tries: bool,
    redis: str | None,
    mirror: Path | None,
) -> None:
    """Run sources (none named: all but the demo's). Exit 1 if any run was not accepted, after running all."""
    if (site or unitid) and (names or arguments or due):
        raise click.UsageError("--site and --unitid name one school, without other sources or arguments")
    if every and not (site or unitid):
        raise click.UsageError("--every is of a school given by --site or --unitid; others declare their cadence")
    if due and tries:
        raise click.UsageError("--dry-run shows what one crawl would change; --due stores and publishes")
    if due and arguments:
        raise click.UsageError("--due runs sources as they are declared, without arguments")
    if redis and mirror:
        raise click.UsageError("--redis and --mirror are two ways to fetch")
    settings = (from_mirror(mirror) if mirror else {}) | (through_workers(redis) if redis else {})
    settings |= TRYING if tries else {}
    at_once = SIDE_BY_SIDE if redis else 1
    if site or unitid:
        try:
            order = home.order_of_site(site, unitid, str(every or ""))
        except NoSuchSchool as error:
            raise click.ClickException(str(error)) from error
        outcomes = run([order], home.folder, settings)
        for note in outcomes[0].notes:
            click.echo(f"  {note}")
        report(outcomes)
    known = [*sources(demo=False), *(sites(home) if due else ())]
    for name in names:
        if name not in known:
            raise click.ClickException(f"there is no source {name!r}; `tuitionary sources` lists them")
    if due:
        crawl_due(home, names, settings, hours, at_once)
    given = dict(pair.partition("=")[::2] for pair in arguments)
    orders = [Ordered(name, given) for name in names or known]
    report(run(orders, home.folder, settings, at_once=at_once))


def crawl_due(home: Home, names: Sequence[str], settings: dict, hours: float, at_once: int) -> None:
    """Run what is due, publish what is new, and exit 1 if a run was doubted. Only one process at a time does so."""
    try:
        lock = hold(home.path("collected"), "crawl --due")
    except AlreadyRunning as error:
        raise click.ClickException(str(error)) from error
    with lock:
        orders = [order for order in orders_due(home, datetime.now(UTC)) if not names or order.source in names]
        outcomes = run(orders, home.folder, settings, hours * 3600, at_once) if orders else []
        is_fine = tell(outcomes)
        begun = {outcome.source for outcome in outcomes}
        if late := [order for order in orders if order.source not in begun]:
            click.echo(f"not begun within {hours:g} hours, and still due: {', '.join(one.source for one in late)}")
        if not orders:
            click.echo("nothing is due")
        if "collected" in home.collected() and not is_published(home):
            publish_all(home)
        sys.exit(not is_fine)


@click.command()
@click.argument("redis", metavar="URL")
def work(redis: str) -> None:
    """Fetch for `crawl --redis URL`, on this or another machine, until told to end (SIGTERM, Ctrl-C)."""
    try:
        from crawler.shared.worker import run as fetch
    except ImportError as error:
        raise click.ClickException("workers need the extra of the project: pip install 'tuitionary[redis]'") from error
    try:
        fetch(redis)
    except Exception as error:
        raise click.ClickException(f"no Redis answers at {redis}: {error}") from error


@click.command()
@click.option("--port", default=8765, show_default=True, help="Where the campus stands on 127.0.0.1.")
@click.pass_obj
def demo(home: Home, port: int) -> None:
    """Gather the demo campus: invented schools on this machine, read like any other.

    From the second time on, one school has changed a price.
    """
    try:
        with Campus(port, edition=min(2, home.times_gathered() + 1)) as campus:
            orders = [Ordered(name, {}) for name in sources(demo=True)]
            outcomes = run(orders, home.folder, OFFLINE | {"CAMPUS": campus.url})
    except OSError as error:
        raise click.ClickException(f"the campus cannot stand on port {port}: {error.strerror}") from error
    report(outcomes)


@click.command()
@click.argument("names", metavar="SOURCE...", nargs=-1)
@click.pass_obj
def reparse(home: Home, names: tuple[str, ...]) -> None:
    """Read again all that was captured, with today's readers and without the network, and show what differs.

    A re-reading is a run: it is accepted or doubted like any other. Exit 1 if one was not accepted.
    """
    orders = home.last_orders()
    for name in names:
        if name not in orders:
            raise click.ClickException(
                f"no accepted run of {name!r} is in {home.folder}: there is nothing to read again"
            )
    outcomes = run([orders[name] for name in names or orders], home.folder, from_captures() | {"CAMPUS": home.campus()})
    for outcome in outcomes:
        with home.open(database_of(outcome.source)) as db:
            for change in islice(changes(db, outcome.source, outcome.run), SHOWN):
                click.echo(f"{outcome.source} {change.listing} {change.kind}: {change.printed!r}")
                click.echo(f"    before: {change.before or '-'}\n    now:    {change.after or '-'}")
    report(outcomes)


@click.command()
@click.argument("run", type=int)
@click.pass_obj
def accept(home: Home, run: int) -> None:
    """Take in a doubted RUN that was kept whole: the source really shrank. `tuitionary publish` then shows it."""
    for name in home.collected():
        try:
            source, opened, closed = held.accept(home.path(name), run)
        except held.NoSuchRun:
            continue
        except (held.NotAcceptable, AlreadyRunning, sqlite3.Error) as error:
            raise click.ClickException(str(error)) from error
        click.echo(f"{source}: run {run} accepted, {opened:,} rows new, {closed:,} ended")
        return
    raise click.ClickException(f"there is no run {run} in {home.folder}")


def report(outcomes: list[Outcome]) -> None:
    """One line for each run; exit 1 if one was not accepted."""
    sys.exit(not tell(outcomes))


def tell(outcomes: list[Outcome]) -> bool:
    """One line for each run; whether all were accepted."""
    for outcome in outcomes:
        read = f"{outcome.listings:,} listings, {outcome.opened:,} rows new, {outcome.closed:,} ended"
        if outcome.differences is not None:
            read = f"{outcome.listings:,} listings; nothing was stored"
        click.echo(f"{outcome.source}: {outcome.status}, {outcome.reason or read}")
        for what, found in by_kind(outcome.differences or ()).items():
            click.echo(f"  {len(found):,} {what}{f', the first {SHOWN}' if len(found) > SHOWN else ''}:")
            for one in found[:SHOWN]:
                click.echo(f"    {one.listing} {one.what}: {one.before or '-'} -> {one.after or '-'}")
        if outcome.whole and outcome.status == "doubted" and outcome.differences is None:
            click.echo(f"    if that is true: tuitionary accept {outcome.run}")
    return all(outcome.status == "accepted" for outcome in outcomes)


def by_kind(differences: Iterable[Difference]) -> dict[str, list[Difference]]:
    """The differences by what they are: new, gone or changed."""
    kinds: dict[str, list[Difference]] = {}
    for one in differences:
        kinds.setdefault(one.what if one.what in ("new", "gone") else "changed", []).append(one)
    return kinds
