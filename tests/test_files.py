"""Published files: what a reader of tables must survive, and what it must refuse in one sentence."""

import io
import zipfile

import pytest
from federal import IC_PY, PY_COLUMNS, csv_bytes, ic_py, workbook, zipped

from crawler.extract.files import (
    TableError,
    csv_member,
    csv_rows,
    decode,
    known,
    number,
    unzip,
    without_columns,
    xlsx_rows,
)
from pipelines.parse.cip import code
from pipelines.parse.dates import iso_date

ZIP = zipped({"hd2022.csv": b"UNITID,INSTNM\r\n100001,Alder\r\n"})
PAGE = b"\r\n<!DOCTYPE html><html><body>Service unavailable</body></html>"


def rows(body, needed=("A", "B"), name="table.csv"):
    return list(csv_rows(body, name, needed))


@pytest.mark.parametrize(
    ("body", "read"),
    [
        pytest.param(b"A,B\r\n1,2\r\n", [{"A": "1", "B": "2"}], id="plain"),
        pytest.param(b"A,B\n1,2\n", [{"A": "1", "B": "2"}], id="line ends of git"),
        pytest.param(b'"A" , B  \r\n 1,"2 "\r\n', [{"A": "1", "B": "2"}], id="spaces around names and values"),
        pytest.param(b"\xef\xbb\xbfA,B\r\n1,2\r\n", [{"A": "1", "B": "2"}], id="byte-order mark"),
        pytest.param("A,B\r\nJuana Díaz,“x”\r\n".encode("cp1252"), [{"A": "Juana Díaz", "B": "“x”"}], id="cp1252"),
        pytest.param("A,B\r\nJuana Díaz,“x”\r\n".encode(), [{"A": "Juana Díaz", "B": "“x”"}], id="utf-8"),
        pytest.param(b"A,B\r\n1,2,\r\n3,4, \r\n", [{"A": "1", "B": "2"}, {"A": "3", "B": "4"}], id="trailing comma"),
        pytest.param(b"B,C,A\r\n2,9,1\r\n", [{"A": "1", "B": "2", "C": "9"}], id="other order, one more column"),
        pytest.param(b"A,B\r\n1,2\r\n\r\n", [{"A": "1", "B": "2"}], id="blank line at the end"),
        pytest.param(b'A,B\r\n"1\r\n1",2\r\n', [{"A": "1\r\n1", "B": "2"}], id="line break in a value"),
    ],
)
def test_rows_of_a_csv(body, read):
    assert rows(body) == read


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "table.csv: the file is empty"),
        (b"A,B\r\n", "table.csv: the file has column names but no rows"),
        (b"A,C\r\n1,2\r\n", "table.csv: the column B is missing"),
        (b"C\r\n1\r\n", "table.csv: the column A, B is missing"),
        (b"A,B\r\n1,2\r\n3\r\n", "table.csv, line 3: 1 fields under 2 column names"),
        (b"A,B\r\n1,2,3\r\n", "table.csv, line 2: 3 fields under 2 column names"),
        ("A,B\r\n1,2\r\n".encode("utf-16"), "table.csv: expected UTF-8 or Windows-1252 text, got UTF-16"),
        ("A,B\r\n1,2\r\n".encode("utf-16-le"), "table.csv: expected UTF-8 or Windows-1252 text, got UTF-16"),
        (b"A,B\r\n1,\x81\r\n", "table.csv: byte 7 (0x81) is neither UTF-8 nor Windows-1252"),
        (PAGE, "table.csv: expected a CSV, got a web page"),
        pytest.param(b'A,B\r\n1,"' + b"2" * (1 << 24) + b"2", "table.csv, line 2: field larger", id="an open quote"),
    ],
)
def test_a_csv_that_cannot_be_trusted(body, said):
    with pytest.raises(TableError) as error:
        rows(body)
    assert str(error.value).startswith(said)


def test_125_fields_under_124_names_shift_no_column():
    body = ic_py()
    header, first = body.splitlines()[:2]
    assert (header.count(b",") + 1, first.count(b",") + 1) == (124, 125)
    (row,) = csv_rows(body, "ic2020_py.csv", PY_COLUMNS)
    assert list(row) == PY_COLUMNS
    assert {name: row[name] for name in IC_PY[0]} == {name: text.strip() for name, text in IC_PY[0].items()}


def test_a_zip_gives_its_files_by_lower_case_names():
    assert unzip(zipped({"data/HD2022.CSV": b"1", "readme.txt": b"2"}), "HD2022.zip") == {
        "hd2022.csv": b"1", "readme.txt": b"2",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("members", "chosen"),
    [
        (["hd2019.csv", "hd2019_rv.csv"], "hd2019_rv.csv"),
        (["hd2019_RV.csv", "hd2019.csv", "zz.txt"], "hd2019_rv.csv"),
        (["hd2019.csv"], "hd2019.csv"),
    ],
)
def test_a_revision_is_preferred(members, chosen):
    name, body = csv_member(zipped({member: member.lower().encode() for member in members}), "HD2019.zip")
    assert (name, body) == (chosen, chosen.encode())


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(PAGE, "expected a ZIP, got a web page", id="a web page"),
        pytest.param(b"\xef\xbb\xbf" + PAGE, "expected a ZIP, got a web page", id="with a byte-order mark"),
        pytest.param(ZIP[: len(ZIP) // 2], "the ZIP is damaged or cut short", id="cut short"),
        pytest.param(ZIP.replace(b"\r\n", b"\n", 1)[:-30], "the ZIP is damaged or cut short", id="without its end"),
        pytest.param(b"", "the ZIP is damaged or cut short", id="empty"),
        pytest.param(zipped({"readme.txt": b""}), "the ZIP holds no CSV file", id="no table in it"),
    ],
)
def test_a_zip_that_is_none(body, said):
    with pytest.raises(TableError, match=f"^HD2022.zip: {said}"):
        csv_member(body, "HD2022.zip")


def test_a_zip_with_a_damaged_member():
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("hd2022.csv", b"UNITID,INSTNM")
    with pytest.raises(TableError, match=r"damaged or cut short.*CRC"):
        unzip(stored.getvalue().replace(b"UNITID,INSTNM", b"UNITID,INSTXX"), "HD2022.zip")


BOOK = workbook([["Table 1.2 Projections"], [], ["Code", "Title ", "Wage"], ["29-2072", " Records", 51140], [None] * 3])


def test_rows_of_a_workbook_begin_below_the_line_of_names():
    assert list(xlsx_rows(BOOK, "book.xlsx", None, ("Code", "Wage"))) == [
        {"Code": "29-2072", "Title": "Records", "Wage": "51140"}
    ]


@pytest.mark.parametrize(
    ("body", "sheet", "needed", "said"),
    [
        (BOOK, None, ("Code", "Median"), "book.xlsx, sheet 'Sheet1': the column Median is missing"),
        (BOOK, "Table 1.2", ("Code",), "book.xlsx: the sheet 'Table 1.2' is missing, there are Sheet1"),
        (workbook([["Code"]]), None, ("Code",), "book.xlsx, sheet 'Sheet1': there are column names but no rows"),
        (BOOK[: len(BOOK) // 2], None, ("Code",), "book.xlsx: the workbook is damaged or cut short"),
        (ZIP, None, ("Code",), "book.xlsx: the workbook is damaged or cut short"),
        (PAGE, None, ("Code",), "book.xlsx: expected a workbook, got a web page"),
    ],
)
def test_a_workbook_that_cannot_be_trusted(body, sheet, needed, said):
    with pytest.raises(TableError) as error:
        list(xlsx_rows(body, "book.xlsx", sheet, needed))
    assert str(error.value).startswith(said)


@pytest.mark.parametrize(
    "cell", ["", " ", ".", "-1", "-2", "-2     ", "-3", "-9", "NULL", "NA", "PrivacySuppressed", "*", "**", "#", "—"]
)
def test_what_stands_for_no_value(cell):
    assert number(cell) is None
    assert known(cell) == ""


@pytest.mark.parametrize(
    ("cell", "value"),
    [("0", 0), (" 0 ", 0), ("15895", 15895), ("1,440", 1440), ("24.59", 24.59), ("-86.5", -86.5), ("n/a", None),
     ("nan", None), ("inf", None)],
)  # fmt: skip
def test_a_number_is_what_the_cell_prints(cell, value):
    assert number(cell) == value


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("51.0707", ("51.0707", False)),
        (" 51.0707  ", ("51.0707", False)),
        ("51.092", ("51.0920", True)),
        ("1.0504", ("01.0504", True)),
        ("1.05", ("01.0500", True)),
        ("46", ("", False)),  # a family, or a damaged code: only the table knows
        ("99", ("", False)),
        ("-2     ", ("", False)),
        ("51.07071", ("", False)),
        ("151.0707", ("", False)),
        ("51,0707", ("", False)),
        ("510707", ("", False)),
    ],
)
def test_a_cip_code_is_repaired_by_padding_alone(text, read):
    assert code(text) == read


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1/26/2018 12:00:00 AM", "2018-01-26"),
        ("01/26/2022", "2022-01-26"),
        ("2025-01-31", "2025-01-31"),
        (" 6/1/1971 ", "1971-06-01"),
        ("", ""),
        ("13/26/2022", ""),
        ("2/29/2023", ""),
        ("Spring 2023", ""),
    ],
)
def test_dates_of_two_formats(text, date):
    assert iso_date(text) == date


PEOPLE = csv_bytes(["Id", "AdminName ", "City"], [{"Id": "1", "AdminName ": "Robin, R.", "City": "Juana Díaz"}])
NAMES = frozenset({"AdminName", "Fax"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_columns_of_persons_are_emptied(encoding):
    kept = without_columns(PEOPLE.decode().encode(encoding), "people.csv", NAMES)
    assert b"Robin" not in kept
    assert list(csv_rows(kept, "people.csv", ("Id", "AdminName", "City"))) == [
        {"Id": "1", "AdminName": "", "City": "Juana Díaz"}
    ]


def test_columns_of_persons_are_emptied_in_every_table_of_a_zip():
    kept = unzip(without_columns(zipped({"a.csv": PEOPLE, "B.CSV": PEOPLE, "c.txt": b"3"}), "x.zip", NAMES), "x.zip")
    assert list(kept) == ["a.csv", "b.csv", "c.txt"]
    assert not any(b"Robin" in data for data in kept.values())
    assert kept["c.txt"] == b"3"


def test_a_table_without_persons_is_kept_as_published():
    body = csv_bytes(["Id", "City"], [{"Id": "1", "City": "Mobile"}], encoding="utf-8-sig")
    assert without_columns(body, "places.csv", NAMES) == body


def test_the_same_table_is_kept_as_the_same_bytes():
    assert without_columns(zipped({"a.csv": PEOPLE}), "x.zip", NAMES) == without_columns(
        zipped({"a.csv": PEOPLE}), "x.zip", NAMES
    )


@pytest.mark.parametrize("body", [ZIP[:-40], zipped({"a.csv": "Id,AdminName\r\n1,2".encode("utf-16")}), PAGE[2:]])
def test_of_a_file_that_cannot_be_read_no_person_is_kept(body):
    with pytest.raises(TableError):
        without_columns(body, "x.zip", NAMES)


def test_decoding_names_the_place_of_a_byte():
    with pytest.raises(TableError, match=r"byte 1,004 \(0x8d\)"):
        decode(b"a" * 1004 + b"\x8d", "table.csv")
