"""Federal files as small as they can be, in the shapes that the agencies publish: five schools, seven programs."""

import csv
import io
import shutil
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import openpyxl

IPEDS = "https://nces.ed.gov/ipeds/datacenter/data/"
CIP_FILES = "https://nces.ed.gov/ipeds/cipcode/Files/"
CIPS = f"{CIP_FILES}CIPCode2020.csv"
DAPIP = "https://ope.ed.gov/dapip/api/downloadFiles/accreditationDataFiles"
WAGES = "https://www.bls.gov/oes/special-requests/oesm25nat.zip"
PROJECTIONS = "https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx"
SOURCES = ("us_ipeds", "us_dapip", "us_cip_soc", "us_bls")


def names(text):
    """Column names, between spaces."""
    return text.split()


def csv_bytes(columns, rows, blank="", encoding="utf-8", end=""):
    """A CSV of dictionaries; `end` is put after every row, as the trailing comma of IC_PY."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval=blank, lineterminator=f"{end}\r\n")
    csv.writer(text, lineterminator="\r\n").writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def zipped(files):
    """A ZIP of name -> bytes."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return body.getvalue()


def workbook(lines, sheet="Sheet1"):
    """An XLSX of one sheet."""
    book = openpyxl.Workbook()
    book.active.title = sheet
    for line in lines:
        book.active.append(line)
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


# --- IPEDS ---------------------------------------------------------------------------------------------------------

HD_COLUMNS = names("""
    UNITID INSTNM IALIAS ADDR CITY STABBR ZIP CHFNM CHFTITLE GENTELE OPEID WEBADDR NPRICURL SECTOR CONTROL
    NEWID CLOSEDAT CYACTIVE LONGITUD LATITUDE
""")
OPEN = {"CHFNM": "Pat Q. Person", "CHFTITLE": "President", "GENTELE": "2055550100", "NEWID": "-2", "CLOSEDAT": "-2",
        "CYACTIVE": "1", "IALIAS": " ", "NPRICURL": " ", "LONGITUD": "-86.568502", "LATITUDE": "34.783368"}  # fmt: skip
HD = [
    OPEN | {"UNITID": "100001", "INSTNM": "Alder Career Institute", "IALIAS": "Alder Tech | ACI|", "CITY": "Normal",
            "STABBR": "AL", "ZIP": "35762", "OPEID": "00100200", "SECTOR": "9", "CONTROL": "3",
            "WEBADDR": "www.alder.example/"},
    OPEN | {"UNITID": "100002", "INSTNM": "Birch Community College", "CITY": "Juana Díaz", "STABBR": "PR",
            "ZIP": "00795-3153", "OPEID": "-2", "SECTOR": "4", "CONTROL": "1", "WEBADDR": "https://birch.example"},
    OPEN | {"UNITID": "100003", "INSTNM": "Cedar Institute", "CITY": "Mobile", "STABBR": "AL", "SECTOR": "8",
            "CONTROL": "2", "CLOSEDAT": "6/30/2022", "CYACTIVE": "3"},
    OPEN | {"UNITID": "100004", "INSTNM": "Dogwood College", "CITY": "Mobile", "STABBR": "AL", "SECTOR": "4",
            "CONTROL": "1", "NEWID": "100002", "CLOSEDAT": "7/1/2022", "CYACTIVE": "3"},
    OPEN | {"UNITID": "100005", "INSTNM": "Elm School", "CITY": "Mobile", "STABBR": "AL", "SECTOR": "99",
            "CONTROL": "-3", "CYACTIVE": "3", "LONGITUD": ".", "LATITUDE": "."},
]  # fmt: skip

C_A_COLUMNS = ["UNITID", "CIPCODE", "MAJORNUM", "AWLEVEL", "CTOTALT"]
C_A = [
    ("100001", "51.0801", "1", "21", "12"),
    ("100001", "12.0401", "1", "21", "0"),  # offered, and nobody finished
    ("100001", "12.0401", "1", "2", "5"),
    ("100001", "43.0107", "1", "21", "3"),
    ("100001", "43.0107", "1", "2", "4"),
    ("100002", "51.0707", "1", "3", "7"),
    ("100002", "51.0707", "1", "21", "2"),
    ("100002", "51.0707", "2", "3", "1"),  # a second major
    ("100002", "51.0707", "1", "5", "9"),  # a bachelor's degree
    ("100002", "99", "1", "3", "7"),  # the total of the school
]

PY_COLUMNS = ["UNITID", "PRGMOFR", *names("""
    CIPCODE1 XCIPTUI1 CIPTUIT1 XCIPSUP1 CIPSUPP1 XCIPLGT1 CIPLGTH1 PRGMSR1 XMTHCMP1 MTHCMP1 XWKCMP1 WKCMP1
    XLNAYHR1 LNAYHR1 XLNAYWK1 LNAYWK1
""")]  # fmt: skip
PY_COLUMNS += [f"{x}CHG{kind}PY{year}" for kind in "1456789" for year in range(4) for x in ("X", "")]
for slot in "23456":
    PY_COLUMNS += [name + slot for name in names("""CIPCODE XCIPTUI CIPTUIT XCIPSUP CIPSUPP XCIPLGT CIPLGTH PRGMSR
                   XMTHCMP MTHCMP""")]  # fmt: skip
NO_PROGRAM = {f"CIPCODE{slot}": "-2     " for slot in "123456"}
IC_PY = [
    NO_PROGRAM | {
        "UNITID": "100001", "PRGMOFR": "6",
        "CIPCODE1": "51.0801", "CHG1PY3": "15895", "CHG4PY3": "1200", "CIPLGTH1": "860", "PRGMSR1": "1",
        "MTHCMP1": "10", "WKCMP1": "40", "CIPTUIT1": "9999",
        "CIPCODE2": "12.0401", "CIPTUIT2": "11040", "CIPLGTH2": "1500", "PRGMSR2": "1", "MTHCMP2": "12",
        "CIPCODE3": "43.0107", "CIPTUIT3": "9000", "CIPSUPP3": "500", "CIPLGTH3": "48", "PRGMSR3": "2",
        "CIPCODE4": "48.0508", "CIPTUIT4": "7000", "CIPLGTH4": "600", "PRGMSR4": "1",
        "CIPCODE5": "1.0504", "CIPTUIT5": "6000",
        "CIPCODE6": "46",
    }
]  # fmt: skip

AY_COLUMNS = ["UNITID", *(f"CHG{i}A{kind}3" for i in "123" for kind in "YTF"), "HRCHG1", "HRCHG2", "HRCHG3", "CHG4AY3"]
IC_AY = [{"UNITID": "100002", "CHG1AY3": "3936", "CHG2AY3": "4176", "CHG3AY3": "7872", "HRCHG2": "164",
          "CHG4AY3": "1500"}]  # fmt: skip
IC_COLUMNS = ["UNITID", "DISTNCED", "DSTNUGC", "DSTNUGP", "DSTNUGN"]
IC = [("100001", "2", "0", "0", "1"), ("100002", "2", "1", "1", "0")]
DEP_COLUMNS = ["UNITID", "CIPCODE", *(f"P{level}{suffix}" for level in ("ASSOC", "CERT1A", "CERT1B", "CERT2", "CERT4")
                                      for suffix in ("", "DE", "DES"))]  # fmt: skip


def hd(rows=HD, encoding="cp1252"):
    return csv_bytes([*HD_COLUMNS[:-1], HD_COLUMNS[-1] + " "], renamed(rows, "LATITUDE"), encoding=encoding)


def c_a(rows=C_A, columns=C_A_COLUMNS):
    return csv_bytes(columns, [dict(zip(columns, row, strict=True)) for row in rows])


def ic_py(rows=IC_PY):
    """124 column names, the last with a space after it, over rows of 125 fields."""
    return csv_bytes([*PY_COLUMNS[:-1], PY_COLUMNS[-1] + " "], renamed(rows, "MTHCMP6"), blank=".", end=",")


def ic_ay(rows=IC_AY):
    return csv_bytes(AY_COLUMNS, rows, blank=".")


def ic(rows=IC):
    return csv_bytes(IC_COLUMNS, [dict(zip(IC_COLUMNS, row, strict=True)) for row in rows])


def c_dep(rows, columns=DEP_COLUMNS):
    return csv_bytes(columns, rows, blank="0", encoding="utf-8-sig")


def renamed(rows, column):
    """Rows whose column has a trailing space in its name."""
    return [{(name + " " if name == column else name): value for name, value in row.items()} for row in rows]


# --- DAPIP, CIP, BLS -----------------------------------------------------------------------------------------------

PERSONAL = ("Robin R. Registrar", "205-555-0199", "robin@alder.example", "205-555-0177", "205-555-0188")
CAMPUS_COLUMNS = names("""
    DapipId OpeId IpedsUnitIds LocationName ParentName ParentDapipId LocationType Address GeneralPhone
    AdminName AdminPhone AdminEmail Fax UpdateDate
""")
PEOPLE = dict(zip(("AdminName", "AdminPhone", "AdminEmail", "GeneralPhone", "Fax"), PERSONAL, strict=True))
CAMPUSES = [
    {"DapipId": "200001", "OpeId": "00100200", "IpedsUnitIds": "100001", "LocationName": "Alder Career Institute",
     "ParentName": "-", "ParentDapipId": "-", "LocationType": "Institution",
     "Address": "1 Oak Street, Normal, AL 35762", "UpdateDate": "2025-01-31"} | PEOPLE,
    {"DapipId": "200001001", "LocationName": "Alder at the Harbor", "ParentName": "Alder Career Institute",
     "ParentDapipId": "200001", "LocationType": "Additional Location", "Address": "2 Quay, Mobile AL 36602-1234"},
    {"DapipId": "200002", "IpedsUnitIds": "100002, 100004", "LocationName": "Birch Community College",
     "ParentName": "-", "ParentDapipId": "-", "LocationType": "Institution", "Address": "Apartado 9"},
]  # fmt: skip
RECORD_COLUMNS = names("""
    DapipId AgencyId AgencyName ProgramId ProgramName SequentialId InitialDateFlag AccreditationDate
    AccreditationStatus ReviewDate DepartmentDescription AccreditationEndDate EndingActionId
""")
ABHES = "Accrediting Bureau of Health Education Schools"
SACSCOC = "Southern Association of Colleges and Schools, Commission on Colleges"
RECORDS = [
    ("200001", "1", ABHES, "1", "Institutional Accreditation", "1", "Actual", "1/26/2018 12:00:00 AM", "Accredited",
     "01/26/2024", "", "", ""),
    ("200001", "1", ABHES, "2", "Medical Assisting (MA)", "1", "Estimated", "1/1/1900 12:00:00 AM", "Accredited",
     "2/28/8014 12:00:00 AM", "", "6/30/2019 12:00:00 AM", "17"),
    ("200002", "2", SACSCOC, "1", "Institutional Accreditation", "1", "Actual", "06/01/1971", "Preaccredited",
     "", "", "", ""),
]  # fmt: skip
ACTION_COLUMNS = names("""
    DapipId AgencyId AgencyName ProgramId ProgramName SequentialId ActionDescription ActionDate
    JustificationDescription JustificationOther EndDate
""")
ACTIONS = [
    ("200001", "1", ABHES, "1", "Institutional Accreditation", "1", "Probation or Equivalent or a More Severe Status",
     "1/29/2016 12:00:00 AM", "Student achievement", "", "7/1/2017 12:00:00 AM"),
]  # fmt: skip


def dapip(campuses=CAMPUSES, records=RECORDS, actions=ACTIONS):
    def table(columns, rows):
        return csv_bytes(columns, [dict(zip(columns, row, strict=True)) for row in rows])

    return zipped({
        "InstitutionCampus.csv": csv_bytes(CAMPUS_COLUMNS, campuses),
        "AccreditationRecords.csv": table(RECORD_COLUMNS, records),
        "AccreditationActions.csv": table(ACTION_COLUMNS, actions),
    })  # fmt: skip


CIP_TITLES = {
    "12": "CULINARY, ENTERTAINMENT, AND PERSONAL SERVICES.", "12.0401": "Cosmetology/Cosmetologist, General.",
    "43.0107": "Criminal Justice/Police Science.", "51": "HEALTH PROFESSIONS.",
    "51.0707": "Health Information/Medical Records Technology/Technician.", "51.0801": "Medical/Clinical Assistant.",
}  # fmt: skip


def cips(titles=CIP_TITLES):
    rows = [{"CIPCode": code, "CIPTitle": title, "CIPDefinition": "A program."} for code, title in titles.items()]
    return csv_bytes(["CIPFamily", "CIPCode", "CIPTitle", "CIPDefinition", "Examples"], rows)


def cip_changes():
    return (
        b'"CIPCode2010","CIPTitle2010","Action","Text change","CIPCode2020","CIPTitle2020"\r\n'
        b'="12.0401","Cosmetology/Cosmetologist, General.","No substantive changes",no,="12.0401","Cosmetology."\r\n'
    )


def crosswalk():
    return workbook([
        ["CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title"],
        ["51.0707", "Health Information", "29-2072", "Medical Records Specialists"],
        ["51.0801", "Medical/Clinical Assistant", "31-9092", "Medical Assistants"],
        ["12.0401", "Cosmetology", "99-9999", "NO MATCH"],
    ], "CIP-SOC")  # fmt: skip


WAGE_COLUMNS = names("""
    AREA_TITLE I_GROUP OCC_CODE OCC_TITLE O_GROUP TOT_EMP A_MEAN A_MEDIAN H_MEDIAN A_PCT10 A_PCT25 A_PCT75
    A_PCT90
""")


def wages():
    book = workbook([
        WAGE_COLUMNS,
        ["U.S.", "cross-industry", "29-0000", "Healthcare", "major", 9000, 90000, 80000, 40, 30000, 40000, 90000, 0],
        ["U.S.", "cross-industry", "29-2072", "Medical Records Specialists", "detailed", 191000, 56000, 51140, 24.59,
         35780, 41000, 65000, 80950],
        ["U.S.", "cross-industry", "29-1211", "Anesthesiologists", "detailed", 40000, 340000, "#", "#", "*", "*", "#",
         "#"],
    ])  # fmt: skip
    return zipped({"oesm25nat/national_M2025_dl.xlsx": book})


def projections():
    return workbook([
        ["Table 1.2 Occupational projections, 2024–2034 (Employment in thousands)"],
        ["2024 National Employment Matrix title", "2024 National Employment Matrix code", "Occupation type",
         "Employment, 2024", "Employment, 2034", "Employment change, percent, 2024–34",
         "Occupational openings, 2024–34 annual average", "Median annual wage, dollars, 2024[1]",
         "Typical education needed for entry"],
        ["  Healthcare", "29-0000", "Summary", 9000.0, 10000.0, 11.1, 900.0, 80000, "—"],
        ["    Medical records specialists", "29-2072", "Line item", 194.3, 207.9, 7.0, 14.2, 50250,
         "Postsecondary nondegree award"],
    ], "Table 1.2")  # fmt: skip


class SmallMirror:
    """A folder DIR/<host>/<path> for `--mirror`: the files above, of which a test may replace or remove any."""

    def __init__(self, folder: Path):
        self.folder = folder
        for table in ("HD2022", "HD2020"):
            self.put(f"{IPEDS}{table}.zip", zipped({f"{table.lower()}.csv": hd()}))
        for year in ("2022", "2020"):
            self.put(f"{IPEDS}C{year}_A.zip", zipped({f"c{year}_a.csv": c_a()}))
            self.put(f"{IPEDS}IC{year}.zip", zipped({f"ic{year}.csv": ic()}))
            self.put(f"{IPEDS}IC{year}_AY.zip", zipped({f"ic{year}_ay.csv": ic_ay()}))
        self.put(f"{IPEDS}IC2020_PY.zip", zipped({"ic2020_py.csv": ic_py()}))
        self.put(DAPIP, dapip())
        self.put(CIPS, cips())
        self.put(f"{CIP_FILES}Crosswalk2010to2020.csv", cip_changes())
        self.put(f"{CIP_FILES}CIP2020_SOC2018_Crosswalk.xlsx", crosswalk())
        self.put(WAGES, wages())
        self.put(PROJECTIONS, projections())

    def path(self, address: str) -> Path:
        parts = urlsplit(address)
        return self.folder / parts.netloc / parts.path.strip("/")

    def put(self, address: str, body: bytes) -> None:
        self.path(address).parent.mkdir(parents=True, exist_ok=True)
        self.path(address).write_bytes(body)

    def remove(self, address: str) -> None:
        path = self.path(address)
        shutil.rmtree(path) if path.is_dir() else path.unlink()
