"""`tuitionary`: all that the project does, from the command line. An error is one sentence and a non-zero exit."""

import json
import sqlite3
import sys
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

import click

from crawler import read as reading
from crawler import serve as site
from crawler.demo.campus import Campus
from crawler.home import PUBLISHED, Home
from crawler.new_source import NotDrafted, draft
from crawler.run import OFFLINE, Ordered, database_of, from_captures, from_mirror, run, sources
from crawler.site import NoSuchSchool, is_here
from db.captures import CaptureFolder
from db.collected import read_only
from db.publish import NothingToPublish, build
from pipelines import gates as plausibility
from pipelines import held
from pipelines.changes import changes
from pipelines.check import violations
from pipelines.identify import identify
from pipelines.overrides import Override, OverrideError
from pipelines.parse import wire
from pipelines.parse.values import Context
from pipelines.staging import AlreadyRunning
from pipelines.store import Outcome

SHOWN = 20
"""Changes that a re-reading prints of each source; the database holds them all."""

folder = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    default="data",
    envvar="TUITIONARY_HOME",
    show_default=True,
    show_envvar=True,
    help="Folder of the databases and captures.",
)
@click.version_option(package_name="tuitionary")
@click.pass_context
def main(context: click.Context, home: Path) -> None:
    """A directory of US certificate, diploma and associate programs: every figure has a receipt."""
    context.obj = Home(home)


@main.command("sources")
def list_sources() -> None:
    """List what can be crawled: name, days between crawls, title, publisher."""
    for name, spider in sources().items():
        click.echo(f"{name:20} {spider.cadence_days:4} d  {spider.title} ({spider.publisher})")


@main.command()
@click.argument("names", metavar="SOURCE...", nargs=-1)
@click.option("-a", "arguments", metavar="NAME=VALUE", multiple=True, help="Argument of the sources, as year=2020.")
@click.option("--site", metavar="URL", default="", help="Crawl a school that has no spider file, by its address.")
@click.option(
    "--unitid", default="", help="The same, by its unitid; or the school of --site, where its address does not tell."
)
@click.option("--mirror", type=folder, help="Read DIR/<host>/<path> in place of the network.")
@click.pass_obj
def crawl(
    home: Home, names: tuple[str, ...], arguments: tuple[str, ...], site: str, unitid: str, mirror: Path | None
) -> None:
    """Run sources (none named: all but the demo's). Exit 1 if any run was not accepted, after running all."""
    if site or unitid:
        if names or arguments:
            raise click.UsageError("--site and --unitid name one school, without other sources or arguments")
        try:
            order = home.order_of_site(site, unitid)
        except NoSuchSchool as error:
            raise click.ClickException(str(error)) from error
        is_near = is_here(order.arguments["site"])  # needs no manners
        outcomes = run([order], home.folder, from_mirror(mirror) if mirror else OFFLINE if is_near else {})
        for note in outcomes[0].notes:
            click.echo(f"  {note}")
        report(outcomes)
    known = sources(demo=False)
    for name in names:
        if name not in known:
            raise click.ClickException(f"there is no source {name!r}; `tuitionary sources` lists them")
    given = dict(pair.partition("=")[::2] for pair in arguments)
    orders = [Ordered(name, given) for name in names or known]
    report(run(orders, home.folder, from_mirror(mirror) if mirror else {}))


@main.command("new-source")
@click.argument("site", metavar="URL")
@click.option("--unitid", default="", help="The school, where its address does not tell.")
@click.pass_obj
def new_source(home: Home, site: str, unitid: str) -> None:
    """Write the spider file of a school and save a few of its pages for the tests; run in the project's folder."""
    try:
        order = home.order_of_site(site, unitid)
        drafted = draft(order, home.state_of(order.arguments.get("unitid", "")), Path.cwd())
    except (NoSuchSchool, NotDrafted) as error:
        raise click.ClickException(str(error)) from error
    for line in drafted.lines:
        click.echo(line)
    click.echo()
    for path in (drafted.spider, *drafted.pages):
        click.echo(f"wrote {path.relative_to(Path.cwd())}")
    click.echo("Next: `pytest tests/test_saved_pages.py` writes what each page should read as; review it, commit it.")


@main.command()
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


@main.command()
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


@main.command()
@click.pass_obj
def publish(home: Home) -> None:
    """Build programs.db (and demo.db) from what was collected, and swap them in whole."""
    if not home.collected():
        raise click.ClickException(f"there is nothing to publish in {home.folder}: `tuitionary crawl` first")
    unused: list[set[Override]] = []
    for name in home.collected():
        published = home.path(PUBLISHED[name])
        try:
            with home.open(name) as db:
                told = identify(db)
            programs = build(home.path(name), published)
        except (sqlite3.Error, OSError, NothingToPublish, OverrideError) as error:
            raise click.ClickException(f"{published.name} was left as it was: {error}") from error
        click.echo(f"{published}: {programs:,} programs")
        unused.append(set(told.unused))
    for one in told.expired:
        click.echo(f"The override of {one.of} {one.key} of {one.source} expired on {one.expires_on}", err=True)
    for one in sorted(set.intersection(*unused), key=lambda one: (one.source, one.key)):
        click.echo(f"The override of {one.of} {one.key} of {one.source} names nothing that is there", err=True)


@main.command()
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


@main.command()
@click.pass_obj
def check(home: Home) -> None:
    """Prove that every published number stands in its words or has its arithmetic, and that its capture is kept.

    Exit 1 if one does not.
    """
    if not home.published():
        raise click.ClickException(f"there is nothing to check in {home.folder}: `tuitionary publish` first")
    found = 0
    for path in home.published():
        with read_only(path) as db:
            figures = db.execute("select count(*) from figures").fetchone()[0]
            for number, violation in enumerate(violations(db, CaptureFolder(home.folder / "captures")), 1):
                found += 1
                if number <= SHOWN:
                    click.echo(f"{path.name}, {violation.where}: {violation.wrong}")
        click.echo(f"{path}: {figures:,} figures, {found:,} of the numbers are not proven")
    sys.exit(found > 0)


@main.command()
@click.option("--port", default=8001, show_default=True, help="Port on 127.0.0.1.")
@click.option("--campus-port", default=8765, show_default=True, help="Where the demo's pages stand.")
@click.pass_obj
def serve(home: Home, port: int, campus_port: int) -> None:
    """Serve what was published with Datasette; the demo's pages too, so that its receipts open."""
    if not home.published():
        raise click.ClickException(f"there is nothing to serve in {home.folder}: `tuitionary publish` first")
    with ExitStack() as stack:
        if gathered := home.times_gathered():
            try:
                stack.enter_context(Campus(campus_port, edition=min(2, gathered)))
            except OSError as error:
                click.echo(f"The demo's pages are not served on port {campus_port}: {error.strerror}", err=True)
        click.echo(f"Serving {', '.join(path.name for path in home.published())} on http://127.0.0.1:{port}", err=True)
        site.serve(home.published(), port)


@main.command()
@click.argument("sources", metavar="FILE_OR_URL...", nargs=-1, required=True)
@click.option("--url", default="", help="The address that the file came from.")
@click.option("--jsonl", is_flag=True, help="One line of JSON for each page.")
def read(sources: tuple[str, ...], url: str, jsonl: bool) -> None:
    """Read pages, and show what would be listed, with its receipts; nothing is stored. Exit 1 if one cannot be had."""
    if url and len(sources) > 1:
        raise click.UsageError("--url is the address of one file")
    failed = []
    for source, page in reading.pages(list(sources), url):
        if isinstance(page, reading.Unreadable):
            failed.append(str(page))
            continue
        lines = [json.dumps(reading.answer(source, page), ensure_ascii=False)] if jsonl else reading.sheet(source, page)
        for line in lines:
            click.echo(line)
    if failed:
        raise click.ClickException("; ".join(failed))


@main.command()
@click.argument("kind", required=False)
@click.argument("text", required=False)
@click.option("--label", default="", help="What stands beside the words.")
@click.option("--heading", default="", help="The heading above, or the header of the table.")
@click.option("--jsonl", is_flag=True, help='Lines {"id", "kind", "text"} in, lines of what was understood out.')
def parse(kind: str | None, text: str | None, label: str, heading: str, jsonl: bool) -> None:
    """Read words alone: KIND is length, price, award, delivery or accreditation."""
    if jsonl:
        for number, line in enumerate(sys.stdin, 1):
            try:
                asked = json.loads(line)
                answer = wire.answer(asked["kind"], asked["text"])
                click.echo(json.dumps({"id": asked["id"], **answer}, ensure_ascii=False))
            except (ValueError, KeyError, TypeError) as error:
                said = f"expected id, kind and text ({type(error).__name__}: {error})"
                raise click.ClickException(f"standard input, line {number}: {said}") from error
        return
    if kind is None or text is None:
        raise click.UsageError("give KIND and TEXT, or --jsonl")
    try:
        answer = wire.answer(kind, text, Context(heading=heading, label=label))
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    for line in wire.sheet(answer):
        click.echo(line)


@main.command()
@click.pass_obj
def gates(home: Home) -> None:
    """Compute db/reference/gates.csv, what programs usually cost and last, from the collected IC_PY records."""
    if "collected" not in home.collected():
        raise click.ClickException(f"{home.path('collected')} is not there: `tuitionary crawl us_ipeds` first")
    with home.open("collected") as db:
        identify(db)
        click.echo(f"{plausibility.REFERENCE.name}: {plausibility.write(plausibility.compute(db)):,} gates")


def report(outcomes: list[Outcome]) -> None:
    """One line for each run; exit 1 if one was not accepted."""
    for outcome in outcomes:
        read = f"{outcome.listings:,} listings, {outcome.opened:,} rows new, {outcome.closed:,} ended"
        click.echo(f"{outcome.source}: {outcome.status}, {outcome.reason or read}")
        if outcome.whole and outcome.status == "doubted":
            click.echo(f"    if that is true: tuitionary accept {outcome.run}")
    sys.exit(any(outcome.status != "accepted" for outcome in outcomes))
