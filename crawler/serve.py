"""How Datasette serves what was published: immutable files, our clothes, no guessing of facets."""

import json
from pathlib import Path

from sqlite_utils import Database

from crawler.settings import CONTACT
from db.metadata import SITE, metadata

SETTINGS = {
    "suggest_facets": "off",
    "default_page_size": 50,
    "facet_time_limit_ms": 1500,
    "sql_time_limit_ms": 5000,
}


def serve(published: list[Path], port: int) -> None:
    """Serve these files on 127.0.0.1 until interrupted; the metadata lie beside them, for a Datasette run by hand."""
    from datasette.cli import cli as datasette  # half of the command's start, and only serving needs it

    described = published[0].with_name("metadata.json")
    told = metadata(columns_of(published)) | {"about_url": CONTACT}
    described.write_text(json.dumps(told, indent=1), encoding="utf-8")
    datasette.main(arguments(published, described, port), standalone_mode=False)


def columns_of(published: list[Path]) -> dict[str, dict[str, list[str]]]:
    """{database: {table: columns}} of these files, without the tables of the search index."""
    found = {}
    for path in published:
        db = Database(path)
        names = [name for name in db.table_names() if not name.startswith(("programs_fts", "sqlite_"))]
        found[path.stem] = {name: [column.name for column in db[name].columns] for name in names}
        db.conn.close()
    return found


def arguments(published: list[Path], metadata: Path, port: int) -> list[str]:
    """The words after `datasette` on its command line."""
    words = ["serve", "--host", "127.0.0.1", "--port", str(port), "--metadata", str(metadata)]
    for path in published:
        words += ["--immutable", str(path)]
    words += ["--template-dir", str(SITE / "templates"), "--plugins-dir", str(SITE / "plugins")]
    words += ["--static", f"static:{SITE / 'static'}"]
    for name, value in SETTINGS.items():
        words += ["--setting", name, str(value)]
    return words
