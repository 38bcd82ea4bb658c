"""Commands from what was collected to what people read: publish, check, serve, gates."""

import sqlite3
import sys
from contextlib import ExitStack

import click

from crawler import serve as site
from crawler.commands.shared import SHOWN
from crawler.demo.campus import Campus
from crawler.home import PUBLISHED, Home
from db.captures import CaptureFolder
from db.collected import read_only
from db.publish import NothingToPublish, build
from pipelines import gates as plausibility
from pipelines.check import violations
from pipelines.identify import identify
from pipelines.overrides import Override, OverrideError


@click.command()
@click.pass_obj
def publish(home: Home) -> None:
    """Build programs.db (and demo.db) from what was collected, and swap them in whole."""
    publish_all(home)


def publish_all(home: Home) -> None:
    """Publish every collecting database, and say what became of it and of the overrides."""
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


def is_published(home: Home) -> bool:
    """Whether programs.db knows every run of collected.db that has ended."""
    ended = "select max(run) from runs where status != 'running'"
    if not home.path(PUBLISHED["collected"]).exists():
        return False
    with home.open("collected") as db, read_only(home.path(PUBLISHED["collected"])) as published:
        return db.execute(ended).fetchone() == published.execute(ended).fetchone()


@click.command()
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


@click.command()
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


@click.command()
@click.pass_obj
def gates(home: Home) -> None:
    """Compute db/reference/gates.csv, what programs usually cost and last, from the collected IC_PY records."""
    if "collected" not in home.collected():
        raise click.ClickException(f"{home.path('collected')} is not there: `tuitionary crawl us_ipeds` first")
    with home.open("collected") as db:
        identify(db)
        click.echo(f"{plausibility.REFERENCE.name}: {plausibility.write(plausibility.compute(db)):,} gates")
