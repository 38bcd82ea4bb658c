"""What Datasette is told of the published databases, from db/site/*.yml."""

from pathlib import Path

import yaml

SITE = Path(__file__).parent / "site"


def metadata(databases: dict[str, dict[str, list[str]]]) -> dict:
    """Datasette's metadata for these databases, {name: {table: columns}}.

    Raises KeyError naming the table or column that has no description.
    """
    site, columns, queries = (load(name) for name in ("metadata", "columns", "queries"))
    tables = site.pop("tables")
    described = site.pop("databases")
    site["databases"] = {
        name: described[name]
        | {"queries": queries}
        | {"tables": {table: marked(tables[table], described[name].get("mark", ""))
                      | {"columns": describe(columns, table, of)} for table, of in has.items()}}
        for name, has in databases.items()
    }  # fmt: skip
    return site


def marked(table: dict, mark: str) -> dict:
    """A table's metadata with the mark of its database before its description."""
    return {key: f"{mark} {value}".strip() if key.startswith("description") else value for key, value in table.items()}


def describe(columns: dict[str, str], table: str, names: list[str]) -> dict[str, str]:
    """The descriptions of a table's columns."""
    return {name: columns.get(f"{table}.{name}") or columns[name] for name in names}


def load(name: str) -> dict:
    """One of the site's YAML files."""
    return yaml.safe_load((SITE / f"{name}.yml").read_text(encoding="utf-8"))
