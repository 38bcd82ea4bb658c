"""What several commands use."""

from pathlib import Path

import click

SHOWN = 20
"""Changes or violations that a command prints of each source or database; the database holds them all."""

folder = click.Path(exists=True, file_okay=False, path_type=Path)
