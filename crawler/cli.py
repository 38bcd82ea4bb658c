"""`tuitionary`: everything that the project does, from the command line. Errors are one sentence and a non-zero exit."""

import os
import sqlite3
import sys
from pathlib import Path

import click

from crawler.demo.campus import Campus
from crawler.run import Ordered, run, sources
from db.collected import connect
from db.publish import NothingToPublish
from db.publish import publish as build
from pipelines.identify import identify
from pipelines.store import Outcome

HOME = Path(os.environ.get("TUITIONARY_HOME", "data"))


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--home", type=click.Path(file_okay=False, path_type=Path), default=HOME, show_default=True,
              help="Folder of the databases and captures.")  # fmt: skip
@click.pass_context
def main(context: click.Context, home: Path) -> None:
    """A directory of US certificate, diploma and associate programs: every figure has a receipt."""
    context.obj = home


@main.command()
@click.argument("names", metavar="SOURCE...", nargs=-1)
@click.option("-a", "arguments", metavar="NAME=VALUE", multiple=True, help="Argument of the sources, as year=2020.")
@click.option("--mirror", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="Read DIR/<host>/<path> in place of the network.")  # fmt: skip
@click.pass_obj
def crawl(home: Path, names: tuple[str, ...], arguments: tuple[str, ...], mirror: Path | None) -> None:
    """Run sources (none named: all but the demo's). Exit 1 if any run was not accepted, after running all."""
    known = sources()
    for name in names:
        if name not in known:
            raise click.ClickException(f"there is no source {name!r}; `tuitionary sources` lists them")
    given = dict(pair.partition("=")[::2] for pair in arguments)
    chosen = names or list(sources(demo=False))
    report(run([Ordered(name, given) for name in chosen], home, mirror))


def report(outcomes: list[Outcome]) -> None:
    """One line for each run; exit 1 if one was not accepted."""
    for outcome in outcomes:
        click.echo(
            f"{outcome.source}: {outcome.status}"
            + (f" - {outcome.reason}" if outcome.reason else "")
            + f" ({outcome.listings:,} listings, {outcome.opened:,} rows new, {outcome.closed:,} ended)"
        )
    sys.exit(any(outcome.status != "accepted" for outcome in outcomes))


DATABASES = {"collected.db": "programs.db", "demo-collected.db": "demo.db"}


@main.command()
@click.pass_obj
def publish(home: Path) -> None:
    """Build programs.db (and demo.db) from what was collected, and swap them in whole."""
    collected = [name for name in DATABASES if (home / name).exists()]
    if not collected:
        raise click.ClickException(f"there is nothing to publish in {home}: `tuitionary crawl` first")
    for name in collected:
        try:
            db = connect(home / name)
            identify(db)
            db.conn.close()
            programs = build(home / name, home / DATABASES[name])
        except (sqlite3.Error, NothingToPublish) as error:
            raise click.ClickException(f"{DATABASES[name]} was left as it was: {error}") from error
        click.echo(f"{home / DATABASES[name]}: {programs:,} programs")


@main.command()
@click.option("--port", type=int, default=8765, show_default=True, help="Where the campus stands on 127.0.0.1.")
@click.pass_obj
def demo(home: Path, port: int) -> None:
    """Gather the demo campus: invented schools on this machine, read like any other. Publish it with `publish`.

    The second time that it is gathered, one school has changed a price.
    """
    second = (home / "demo-collected.db").exists()
    try:
        with Campus(port=port, edition=2 if second else 1) as campus:
            at_once = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": False}  # it is our own server, on this machine
            outcomes = run([Ordered(name, {}) for name in sources(demo=True)], home, CAMPUS=campus.url, **at_once)
    except OSError as error:
        raise click.ClickException(f"the campus cannot stand on port {port}: {error.strerror}") from error
    report(outcomes)
