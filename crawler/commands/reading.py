"""Commands that read and store nothing: read, parse, and new-source, which drafts a spider."""

import json
import sys
from pathlib import Path

import click

from crawler import read as reading
from crawler.home import Home
from crawler.new_source import NotDrafted, draft
from crawler.site import NoSuchSchool
from pipelines.parse import wire
from pipelines.parse.values import Context


@click.command()
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


@click.command()
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


@click.command("new-source")
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
