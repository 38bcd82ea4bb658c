"""A published file -> its rows, as text. Pure: bytes in, rows out; what cannot be trusted raises TableError.

The federal files differ from year to year: a header of 124 names over rows of 125 fields, names with trailing spaces,
Windows-1252 or UTF-8 with a byte-order mark, columns that come and go, codes that a spreadsheet has damaged.
"""

import codecs
import csv
import io
import math
import zipfile
import zlib
from collections.abc import Iterable, Iterator

csv.field_size_limit(1 << 24)

Row = dict[str, str]

SENTINELS = {"", ".", "-1", "-2", "-3", "-9", "NULL", "NA", "PrivacySuppressed", "#", "*", "**", "—"}
"""What federal files print where they print no value."""


class TableError(Exception):
    """A file that cannot be read as what it should be; the message is one sentence that names the file."""


def unzip(body: bytes, name: str) -> dict[str, bytes]:
    """The files of a ZIP by their lower-case names. `name` is what the messages call the ZIP."""
    refuse_web_page(body, "ZIP", name)
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            files = [info for info in archive.infolist() if not info.is_dir()]
            return {info.filename.rsplit("/", 1)[-1].lower(): archive.read(info) for info in files}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise TableError(f"{name}: the ZIP is damaged or cut short ({error})") from error


def csv_member(body: bytes, name: str) -> tuple[str, bytes]:
    """The one table of a ZIP, (file name, bytes); of a table and its revision (`_rv`), the revision."""
    tables = {member: data for member, data in unzip(body, name).items() if member.endswith(".csv")}
    if not tables:
        raise TableError(f"{name}: the ZIP holds no CSV file")
    member = max(tables, key=lambda member: ("_rv" in member, member))
    return member, tables[member]


def csv_rows(body: bytes, name: str, needed: Iterable[str]) -> Iterator[Row]:
    """The rows of a CSV file, header names and values stripped of spaces.

    Raises TableError if a needed column is absent, a row is cut short, or the text cannot be decoded.
    """
    refuse_web_page(body, "CSV", name)
    lines = csv.reader(io.StringIO(decode(body, name), newline=""))
    header = [column.strip() for column in next(lines, [])]
    if not header:
        raise TableError(f"{name}: the file is empty")
    check_columns(header, needed, name)
    width, count = len(header), 0
    try:
        for fields in lines:
            if len(fields) != width:
                if not fields:
                    continue
                if len(fields) < width or any(field.strip() for field in fields[width:]):
                    raise TableError(f"{name}, line {lines.line_num}: {len(fields)} fields under {width} column names")
            count += 1
            yield dict(zip(header, map(str.strip, fields), strict=False))
    except csv.Error as error:
        raise TableError(f"{name}, line {lines.line_num}: {error}") from None
    if not count:
        raise TableError(f"{name}: the file has column names but no rows")


def decode(body: bytes, name: str) -> str:
    """Text of a file that is UTF-8, with or without a byte-order mark, or else Windows-1252."""
    if body[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in body[:1000]:
        raise TableError(f"{name}: expected UTF-8 or Windows-1252 text, got UTF-16 or a binary file")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return body.decode("cp1252")
        except UnicodeDecodeError as error:
            byte = f"byte {error.start:,} (0x{body[error.start]:02x})"
            raise TableError(f"{name}: {byte} is neither UTF-8 nor Windows-1252") from None


def xlsx_rows(body: bytes, name: str, sheet: str | None, needed: Iterable[str]) -> Iterator[Row]:
    """The rows of one sheet (None: the first), under the first line that holds all needed columns; cells as text."""
    import openpyxl  # a third of the command's start, and only workbooks need it

    needed = list(needed)
    refuse_web_page(body, "workbook", name)
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(body), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError) as error:
        raise TableError(f"{name}: the workbook is damaged or cut short ({error})") from error
    sheet = sheet or workbook.sheetnames[0]
    if sheet not in workbook.sheetnames:
        raise TableError(f"{name}: the sheet {sheet!r} is missing, there are {', '.join(workbook.sheetnames)}")
    cells = workbook[sheet].iter_rows(values_only=True)
    lines = (["" if cell is None else str(cell).strip() for cell in line] for line in cells)
    widest: list[str] = []
    for header in lines:
        if set(needed) <= set(header):
            break
        widest = max(widest, header, key=lambda line: sum(map(bool, line)))
    else:
        check_columns(widest, needed, f"{name}, sheet {sheet!r}")
    count = 0
    for fields in lines:
        if any(fields):
            count += 1
            yield dict(zip(header, fields, strict=False))
    if not count:
        raise TableError(f"{name}, sheet {sheet!r}: there are column names but no rows")


def refuse_web_page(body: bytes, expected: str, name: str) -> None:
    """Raise TableError if the body is a web page: an error page that came with status 200."""
    if body.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"<":
        raise TableError(f"{name}: expected a {expected}, got a web page")


def check_columns(header: list[str], needed: Iterable[str], name: str) -> None:
    """Raise TableError if one of the needed columns is not in the header."""
    missing = [column for column in needed if column not in header]
    if missing:
        raise TableError(f"{name}: the column {', '.join(missing)} is missing")


def number(text: str) -> float | None:
    """The number that a cell prints, None where the publisher prints none."""
    text = text.strip()
    if text in SENTINELS:
        return None
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def known(text: str) -> str:
    """The text of a cell, "" where the publisher prints no value."""
    text = text.strip()
    return "" if text in SENTINELS else text


def without_columns(body: bytes, name: str, columns: frozenset[str]) -> bytes:
    """A CSV, or a ZIP of CSV files, with these columns emptied: what is kept of a file that names persons.

    Raises TableError if the file cannot be read: then nothing tells where it names them.
    """
    if body[:2] == b"PK":
        kept = io.BytesIO()
        with zipfile.ZipFile(kept, "w") as archive:
            for member, data in unzip(body, name).items():
                data = without_columns(data, member, columns) if member.endswith(".csv") else data
                archive.writestr(zipfile.ZipInfo(member), data, zipfile.ZIP_DEFLATED)
        return kept.getvalue()
    refuse_web_page(body, "CSV", name)
    lines = csv.reader(io.StringIO(decode(body, name), newline=""))
    header = next(lines, [])
    drop = [i for i, column in enumerate(header) if column.strip() in columns]
    if not drop:
        return body
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    try:
        for fields in lines:
            for i in drop:
                if i < len(fields):
                    fields[i] = ""
            writer.writerow(fields)
    except csv.Error as error:
        raise TableError(f"{name}, line {lines.line_num}: {error}") from None
    return text.getvalue().encode()
