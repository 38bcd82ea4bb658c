"""Cells of a CSV that a spreadsheet does not run and that lose nothing. Pure.

A text that begins with one of RISKY, or is empty, is written with an apostrophe before it; NULL is an empty cell; a
number is written as it is. To read: take the one apostrophe away at the beginning of a text.
"""

RISKY = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a spreadsheet may take for a formula at the beginning of a cell, and the mark itself."""

MARK = "'"


def write(value: str | float | int | None) -> str | float | int:
    """A value as a cell."""
    if value is None:
        return ""
    if isinstance(value, str) and (not value or value.startswith(RISKY)):
        return MARK + value
    return value


def read(cell: str, type: str) -> str | float | int | None:
    """A cell as the value that it was. type: text | integer | number, as the column's dictionary says."""
    if cell == "":
        return None
    if type == "text":
        return cell.removeprefix(MARK)
    return int(cell) if type == "integer" else float(cell)
