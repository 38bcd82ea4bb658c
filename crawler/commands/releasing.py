"""`tuitionary release`: what researchers download and cite."""

import sqlite3
from pathlib import Path

import click

from crawler.home import PUBLISHED, Home
from db.release import NotReleased
from db.release import release as make


@click.command()
@click.option(
    "--to", "folder", type=click.Path(file_okay=False, path_type=Path), help="Where; [default: HOME/releases]"
)
@click.option("--demo", is_flag=True, help="Of the invented schools of the demo, to see what a release is.")
@click.pass_obj
def release(home: Home, folder: Path | None, demo: bool) -> None:
    """Write a dated release of what is published: SQLite, CSV, Parquet, their description, checksums.

    It is dated by the newest accepted run, and never changed: the same data give the same bytes.
    """
    published = home.path(PUBLISHED["demo-collected" if demo else "collected"])
    try:
        place = make(published, folder or home.folder / ("demo-releases" if demo else "releases"))
    except (NotReleased, sqlite3.Error, OSError) as error:
        raise click.ClickException(str(error)) from error
    size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
    click.echo(f"{place}: {size / 1e6:,.1f} MB")
