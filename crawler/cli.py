"""`tuitionary`: all that the project does, from the command line. An error is one sentence and a non-zero exit."""

from pathlib import Path

import click

from crawler.commands import gathering, publishing, reading, releasing, status
from crawler.home import Home


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


for module in (gathering, reading, publishing, releasing, status):
    for command in vars(module).values():
        if isinstance(command, click.Command):
            main.add_command(command)
