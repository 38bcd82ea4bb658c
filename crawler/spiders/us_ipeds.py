from collections import Counter

from crawler.base import FEDERAL, TableSource, file_name
from crawler.extract.files import csv_member, csv_rows, known, number
from db.records import Institution, Listing, Words
from pipelines.parse import cip

SUB_BACCALAUREATE = {"20", "21", "2", "4", "3"}
CONTROL = {"1": "public", "2": "nonprofit", "3": "for_profit"}
SECTOR = {
    "0": "administrative unit", "1": "public, 4-year", "2": "nonprofit, 4-year", "3": "for-profit, 4-year",
    "4": "public, 2-year", "5": "nonprofit, 2-year", "6": "for-profit, 2-year", "7": "public, less than 2-year",
    "8": "nonprofit, less than 2-year", "9": "for-profit, less than 2-year",
}  # fmt: skip
AY_WORDS = {
    "Published tuition and fees, full-time, a year": ("CHG1AY3", "CHG2AY3", "CHG3AY3"),
    "Published tuition alone, full-time, a year": ("CHG1AT3", "CHG2AT3", "CHG3AT3"),
    "Required fees alone, full-time, a year": ("CHG1AF3", "CHG2AF3", "CHG3AF3"),
    "Tuition per credit hour, part-time": ("HRCHG1", "HRCHG2", "HRCHG3"),
    "Books and supplies, a year": ("CHG4AY3",),
}
DEP_LEVELS = {"PASSOC": 3, "PCERT1A": 20, "PCERT1B": 21, "PCERT2": 2, "PCERT4": 4}
IC_DISTANCE = ("DISTNCED", "DSTNUGC", "DSTNUGP", "DSTNUGN")


SLOTS = "123456"
PY_VARIABLES = ("CIPCODE", "CIPTUIT", "CIPSUPP", "CIPLGTH", "PRGMSR", "MTHCMP")


def py_facts(slot: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """What IC_PY states of the program in this slot: kind, label, variables. The first slot is the largest program."""
    facts = [
        ("length", "Length in clock hours (1) or credits (2)", (f"CIPLGTH{slot}", f"PRGMSR{slot}")),
        ("length", "Months that full-time students take", (f"MTHCMP{slot}",)),
    ]
    if slot == "1":
        return [
            ("price", "Published tuition and fees, whole program", ("CHG1PY3",)),
            ("price", "Books and supplies, whole program", ("CHG4PY3",)),
            ("price", "Tuition and fees in a column that the largest program does not use", ("CIPTUIT1",)),
            ("length", "Weeks that full-time students take", ("WKCMP1",)),
            *facts,
        ]
    return [
        ("price", "Tuition and fees, whole program", (f"CIPTUIT{slot}",)),
        ("price", "Books and supplies, whole program", (f"CIPSUPP{slot}",)),
        *facts,
    ]


def zip_addresses(table: str) -> list[str]:
    """Where NCES has published a table, oldest arrangement first; the last wants a browser's session and may refuse."""
    return [
        f"https://nces.ed.gov/ipeds/datacenter/data/{table}.zip",
        f"https://nces.ed.gov/ipeds/complete-data-files/{table}.zip",
        f"https://nces.ed.gov/ipeds/data-generator?year={{year}}&tableName={table}&HasRV=0&type=csv",
    ]


class UsIpeds(TableSource):
    """Every school in federal student aid, the fields and levels in which it awards, and what it says that they cost.

    Offers come from completions (C_A): a row with no completions is a program that is offered and that nobody finished.
    IC_PY states price and length for at most six programs of a school; IC_AY states prices a year and a credit for the
    school as a whole. Each table is of its own newest year.
    """

    name = "us_ipeds"
    title = "IPEDS: institutions, programs offered, prices"
    publisher = "National Center for Education Statistics, US Department of Education"
    homepage = "https://nces.ed.gov/ipeds/datacenter/DataFiles.aspx"
    cadence_days = 90
    licence, licence_url = FEDERAL.values()
    addresses = {
        "HD": zip_addresses("HD{year}"),
        "IC": zip_addresses("IC{year}"),
        "IC_AY": zip_addresses("IC{year}_AY"),
        "IC_PY": zip_addresses("IC{year}_PY"),
        "C_A": zip_addresses("C{year}_A"),
        "C_DEP": zip_addresses("C{year}DEP"),
    }
    optional = frozenset({"C_DEP"})
    oldest_year = 2020  # before, certificates of less than a year were one level (1), not two (20, 21)
    personal_columns = frozenset({"CHFNM", "CHFTITLE", "GENTELE"})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.repaired = Counter()  # of each table: Scrapy reads several at once

    def read(self, table, year, response):
        member, body = csv_member(response.body, file_name(response.url))
        yield from getattr(self, f"read_{table.lower()}")(body, member, year, response.url)
        if self.repaired[table]:
            self.crawler.run.note(f"{member}: {self.repaired[table]:,} CIP codes repaired by padding")

    def read_hd(self, body, name, year, url):
        needed = ("UNITID", "INSTNM", "IALIAS", "ADDR", "CITY", "STABBR", "ZIP", "OPEID", "WEBADDR", "NPRICURL",
                  "SECTOR", "CONTROL", "NEWID", "CLOSEDAT", "CYACTIVE", "LONGITUD", "LATITUDE")  # fmt: skip
        for row in csv_rows(body, name, needed):
            closed_on, merged_into = known(row["CLOSEDAT"]), known(row["NEWID"])
            yield Institution(
                source=self.name,
                unitid=row["UNITID"],
                name=row["INSTNM"],
                year=year,
                opeid=known(row["OPEID"]),
                aliases=" | ".join(filter(None, map(str.strip, known(row["IALIAS"]).split("|")))),
                address=known(row["ADDR"]),
                city=row["CITY"],
                state=row["STABBR"],
                zip=row["ZIP"],
                latitude=number(row["LATITUDE"]),
                longitude=number(row["LONGITUD"]),
                control=CONTROL.get(row["CONTROL"], "unknown"),
                sector=SECTOR.get(row["SECTOR"], "unknown"),
                website=known(row["WEBADDR"]),
                net_price_calculator=known(row["NPRICURL"]),
                status=(
                    "merged" if merged_into else "closed" if closed_on
                    else "active" if row["CYACTIVE"] == "1" else "inactive"
                ),
                closed_on=closed_on,
                merged_into=merged_into,
                url=url,
            )  # fmt: skip

    def read_c_a(self, body, name, year, url):
        for row in csv_rows(body, name, ("UNITID", "CIPCODE", "MAJORNUM", "AWLEVEL", "CTOTALT")):
            awlevel = row["AWLEVEL"]
            if row["MAJORNUM"] == "1" and awlevel in SUB_BACCALAUREATE and (field := self.field("C_A", row["CIPCODE"])):
                level = f"AWLEVEL={awlevel}"
                words = [Words("award", level, "Award level"), Words("length", level, "Award level")]
                awards = number(row["CTOTALT"])
                yield self.listing("C_A", row["UNITID"], field, year, url, awlevel=int(awlevel), words=words,
                                   completions=None if awards is None else int(awards))  # fmt: skip

    def read_ic_py(self, body, name, year, url):
        needed = ["UNITID", "CHG1PY3", "CHG4PY3", "WKCMP1", *(f"{v}{i}" for v in PY_VARIABLES for i in SLOTS)]
        for row in csv_rows(body, name, needed):
            nth = Counter()
            for i in SLOTS:
                if field := self.field("IC_PY", row[f"CIPCODE{i}"]):
                    nth[field] += 1
                    yield self.listing(
                        "IC_PY", row["UNITID"], field, year, url, nth=nth[field], words=stated(row, py_facts(i))
                    )

    def read_ic_ay(self, body, name, year, url):
        variables = [variable for group in AY_WORDS.values() for variable in group]
        for row in csv_rows(body, name, ["UNITID", *variables]):
            facts = (("price", label, (variable,)) for label, group in AY_WORDS.items() for variable in group)
            yield self.listing("IC_AY", row["UNITID"], "", year, url, scope="institution", words=stated(row, facts))

    def read_ic(self, body, name, year, url):
        for row in csv_rows(body, name, ["UNITID", *IC_DISTANCE]):
            facts = [("delivery", "Distance education, the school's answers for the whole institution", IC_DISTANCE)]
            yield self.listing("IC", row["UNITID"], "", year, url, scope="institution", words=stated(row, facts))

    def read_c_dep(self, body, name, year, url):
        for row in csv_rows(body, name, ["UNITID", "CIPCODE", *DEP_LEVELS, *(f"{level}DE" for level in DEP_LEVELS)]):
            if field := self.field("C_DEP", row["CIPCODE"]):
                for level, awlevel in DEP_LEVELS.items():
                    if number(row[level]):
                        answers = [v for v in (level, f"{level}DE", f"{level}DES") if known(row.get(v, ""))]
                        facts = [
                            ("delivery", "Programs of this field and level, and how many are by distance", answers)
                        ]
                        yield self.listing(
                            "C_DEP", row["UNITID"], field, year, url, awlevel=awlevel, words=stated(row, facts)
                        )

    def field(self, table, text):
        """A six-digit code, "" for totals and empty slots; a code that lost zeros is padded, and counted.

        A bare "46" is a damaged 46.0000 in IC_PY; the other tables have rows for families and totals.
        """
        bare = table == "IC_PY" and text.isdigit() and len(text) <= 2
        code, padded = cip.code(f"{text}.0" if bare else text)
        self.repaired[table] += padded
        return code

    def listing(self, part, unitid, field, year, url, nth=0, awlevel=None, **facts):
        key = "/".join(filter(None, (part, unitid, field, str(awlevel or nth or ""))))
        return Listing(source=self.name, listing=key, unitid=unitid, name="", part=part, cip=field, year=year, url=url,
                       cip_basis="printed" if field else "", awlevel=awlevel, **facts)  # fmt: skip


def stated(row, facts):
    """Words of the facts whose variables are given: "CIPLGTH1=900 PRGMSR1=1"; nothing where one of them is not."""
    return [
        Words(kind, " ".join(f"{variable}={row[variable]}" for variable in variables), label)
        for kind, label, variables in facts
        if variables and all(row[v] not in (".", "") and (kind == "delivery" or known(row[v])) for v in variables)
    ]
