import re

from crawler.base import FEDERAL, TableSource, file_name
from crawler.extract.files import TableError, known, number, unzip, xlsx_rows
from db.records import Projection, Wage

WAGE_PERIOD = re.compile(r"M(20\d\d)")
PROJECTED = re.compile(r"Employment, (20\d\d)$")
THOUSAND = 1000
DETAILED = {"Line item": "detailed", "Summary": "group"}
CAPPED = {"#": "a wage at or above the highest that the survey prints"}


class UsBls(TableSource):
    """What all workers of an occupation earn (OEWS, national), and how its employment is projected to change.

    These are facts of occupations and all their workers, never of the graduates of a program.
    """

    name = "us_bls"
    title = "BLS: wages and projections per occupation, national"
    publisher = "Bureau of Labor Statistics, US Department of Labor"
    homepage = "https://www.bls.gov/oes/"
    cadence_days = 90
    licence, licence_url = FEDERAL.values()
    addresses = {
        "wages": ["https://www.bls.gov/oes/special-requests/oesm{yy}nat.zip"],
        "projections": ["https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx"],
    }

    def read(self, table, year, response):
        yield from getattr(self, f"read_{table}")(response.body, file_name(response.url), response.url)

    def read_wages(self, body, name, url):
        books = {member: data for member, data in unzip(body, name).items() if member.endswith(".xlsx")}
        member = next((member for member in books if WAGE_PERIOD.search(member.upper())), None)
        if member is None:
            raise TableError(f"{name}: no workbook whose name tells its year (national_M2025_dl.xlsx)")
        period = f"May {WAGE_PERIOD.search(member.upper())[1]}"
        columns = ("AREA_TITLE", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "A_MEAN", "A_MEDIAN", "H_MEDIAN",
                   "A_PCT10", "A_PCT25", "A_PCT75", "A_PCT90", "I_GROUP")  # fmt: skip
        for row in xlsx_rows(books[member], member, None, columns):
            if row["I_GROUP"] == "cross-industry":
                employment = number(row["TOT_EMP"])
                yield Wage(
                    source=self.name, soc=row["OCC_CODE"], occupation=row["OCC_TITLE"], soc_level=row["O_GROUP"],
                    area=row["AREA_TITLE"], period=period, employment=None if employment is None else int(employment),
                    annual_mean=number(row["A_MEAN"]), annual_p10=number(row["A_PCT10"]),
                    annual_p25=number(row["A_PCT25"]), annual_median=number(row["A_MEDIAN"]),
                    annual_p75=number(row["A_PCT75"]), annual_p90=number(row["A_PCT90"]),
                    hourly_median=number(row["H_MEDIAN"]), note=CAPPED.get(row["A_MEDIAN"], ""), url=url,
                )  # fmt: skip

    def read_projections(self, body, name, url):
        columns = ["Occupation type", "Typical education needed for entry"]
        for row in xlsx_rows(body, name, "Table 1.2", columns):
            titles = list(row)
            first, last = (int(PROJECTED.match(title)[1]) for title in titles if PROJECTED.match(title))
            named = {prefix: next((row[t] for t in titles if t.startswith(prefix)), None) for prefix in PREFIXES}
            if None in named.values():
                missing = next(prefix for prefix, value in named.items() if value is None)
                raise TableError(f"{name}, sheet 'Table 1.2': the column {missing} is missing")
            code = next(row[title] for title in titles if title.endswith("Matrix code"))
            if not re.fullmatch(r"\d\d-\d{4}", code):
                continue
            yield Projection(
                source=self.name, soc=code, occupation=row[titles[0]].strip(),
                soc_level=DETAILED.get(row["Occupation type"], "group"), from_year=first, to_year=last,
                employment_from=thousands(row[f"Employment, {first}"]),
                employment_to=thousands(row[f"Employment, {last}"]),
                change_percent=number(named["Employment change, percent"]),
                openings_per_year=thousands(named["Occupational openings"]),
                annual_median=number(named["Median annual wage"]),
                entry_education=known(row["Typical education needed for entry"]), url=url,
            )  # fmt: skip


PREFIXES = ("Employment change, percent", "Occupational openings", "Median annual wage")


def thousands(cell: str) -> float | None:
    """Persons, of a cell in thousands."""
    value = number(cell)
    return None if value is None else round(value * THOUSAND)
