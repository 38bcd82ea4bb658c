"""`tuitionary`: all that the project does, from the command line. An error is one sentence and a non-zero exit."""

import os
import sqlite3
import sys
from contextlib import ExitStack
from pathlib import Path

import click

from crawler import serve as site
from crawler.demo.campus import Campus
from crawler.run import Ordered, run, sources
from db import publish as publication
from db.collected import connect
from pipelines import gates as plausibility
from pipelines.identify import identify
from pipelines.store import Outcome

HOME = Path(os.environ.get("TUITIONARY_HOME", "data"))
PUBLISHED = {"collected.db": "programs.db", "demo-collected.db": "demo.db"}

folder = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--home", type=click.Path(file_okay=False, path_type=Path), default=HOME, show_default=True,
              help="Folder of the databases and captures.")  # fmt: skip
@click.version_option(package_name="tuitionary")
@click.pass_context
def main(context: click.Context, home: Path) -> None:
    """A directory of US certificate, diploma and associate programs: every figure has a receipt."""
    context.obj = home


@main.command("sources")
def list_sources() -> None:
    """List what can be crawled: name, days between crawls, title, publisher."""
    for name, spider in sources().items():
        click.echo(f"{name:20} {spider.cadence_days:4} d  {spider.title} ({spider.publisher})")


@main.command()
@click.argument("names", metavar="SOURCE...", nargs=-1)
@click.option("-a", "arguments", metavar="NAME=VALUE", multiple=True, help="Argument of the sources, as year=2020.")
@click.option("--mirror", type=folder, help="Read DIR/<host>/<path> in place of the network.")
@click.pass_obj
def crawl(home: Path, names: tuple[str, ...], arguments: tuple[str, ...], mirror: Path | None) -> None:
    """Run sources (none named: all but the demo's). Exit 1 if any run was not accepted, after running all."""
    known = sources(demo=False)
    for name in names:
        if name not in known:
            raise click.ClickException(f"there is no source {name!r}; `tuitionary sources` lists them")
    given = dict(pair.partition("=")[::2] for pair in arguments)
    report(run([Ordered(name, given) for name in names or known], home, mirror))


@main.command()
@click.option("--port", default=8765, show_default=True, help="Where the campus stands on 127.0.0.1.")
@click.pass_obj
def demo(home: Path, port: int) -> None:
    """Gather the demo campus: invented schools on this machine, read like any other.

    From the second time on, one school has changed a price.
    """
    try:
        with Campus(port, edition=min(2, times_gathered(home) + 1)) as campus:
            at_once = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False}  # it is our own server, on this machine
            outcomes = run([Ordered(name, {}) for name in sources(demo=True)], home, CAMPUS=campus.url, **at_once)
    except OSError as error:
        raise click.ClickException(f"the campus cannot stand on port {port}: {error.strerror}") from error
    report(outcomes)


@main.command()
@click.pass_obj
def publish(home: Path) -> None:
    """Build programs.db (and demo.db) from what was collected, and swap them in whole."""
    collected = [name for name in PUBLISHED if (home / name).exists()]
    if not collected:
        raise click.ClickException(f"there is nothing to publish in {home}: `tuitionary crawl` first")
    for name in collected:
        try:
            db = connect(home / name)
            identify(db)
            db.conn.close()
            programs = publication.publish(home / name, home / PUBLISHED[name])
        except (sqlite3.Error, OSError, publication.NothingToPublish) as error:
            raise click.ClickException(f"{PUBLISHED[name]} was left as it was: {error}") from error
        click.echo(f"{home / PUBLISHED[name]}: {programs:,} programs")


@main.command()
@click.option("--port", default=8001, show_default=True, help="Port on 127.0.0.1.")
@click.option("--campus-port", default=8765, show_default=True, help="Where the demo's pages stand.")
@click.pass_obj
def serve(home: Path, port: int, campus_port: int) -> None:
    """Serve what was published with Datasette; the demo's pages too, so that its receipts open."""
    published = [home / name for name in PUBLISHED.values() if (home / name).exists()]
    if not published:
        raise click.ClickException(f"there is nothing to serve in {home}: `tuitionary publish` first")
    with ExitStack() as stack:
        if home / "demo.db" in published:
            try:
                stack.enter_context(Campus(campus_port, edition=min(2, max(1, times_gathered(home)))))
            except OSError as error:
                click.echo(f"The demo's pages are not served on port {campus_port}: {error.strerror}", err=True)
        click.echo(f"Serving {', '.join(path.name for path in published)} on http://127.0.0.1:{port}", err=True)
        site.serve(published, port)


@main.command()
@click.pass_obj
def gates(home: Path) -> None:
    """Compute db/reference/gates.csv, what programs usually cost and last, from the collected IC_PY records."""
    if not (home / "collected.db").exists():
        raise click.ClickException(f"{home / 'collected.db'} is not there: `tuitionary crawl us_ipeds` first")
    db = connect(home / "collected.db")
    click.echo(f"{plausibility.REFERENCE.name}: {plausibility.write(plausibility.compute(db)):,} gates")


def report(outcomes: list[Outcome]) -> None:
    """One line for each run; exit 1 if one was not accepted."""
    for outcome in outcomes:
        read = f"{outcome.listings:,} listings, {outcome.opened:,} rows new, {outcome.closed:,} ended"
        click.echo(f"{outcome.source}: {outcome.status}, {outcome.reason or read}")
    sys.exit(any(outcome.status != "accepted" for outcome in outcomes))


def times_gathered(home: Path) -> int:
    """How often the demo campus was gathered."""
    if not (home / "demo-collected.db").exists():
        return 0
    db = connect(home / "demo-collected.db")
    runs = db.execute("select count(*) from runs where source = 'demo_registry' and status = 'accepted'").fetchone()[0]
    db.conn.close()
    return runs
