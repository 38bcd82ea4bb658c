from crawler.base import FEDERAL, TableSource, file_name
from crawler.extract.files import csv_rows, xlsx_rows
from db.records import Cip, CipChange, CipOccupation

FILES = "https://nces.ed.gov/ipeds/cipcode/Files/"
NO_MATCH = "99-9999"


class UsCipSoc(TableSource):
    """Fields of study (CIP 2020), what became of the codes of 2010, and the occupations that each field leads to.

    The crosswalk pairs codes many to many and gives no weights: no occupation is the field's own.
    """

    name = "us_cip_soc"
    title = "CIP 2020: fields of study, and their occupations (SOC 2018)"
    publisher = "National Center for Education Statistics and Bureau of Labor Statistics"
    homepage = "https://nces.ed.gov/ipeds/cipcode/"
    cadence_days = 180
    licence, licence_url = FEDERAL.values()
    addresses = {
        "cips": [f"{FILES}CIPCode2020.csv"],
        "changes": [f"{FILES}Crosswalk2010to2020.csv"],
        "occupations": [f"{FILES}CIP2020_SOC2018_Crosswalk.xlsx"],
    }

    def read(self, table, year, response):
        yield from getattr(self, f"read_{table}")(response.body, file_name(response.url), response.url)

    def read_cips(self, body, name, url):
        for row in csv_rows(body, name, ("CIPCode", "CIPTitle", "CIPDefinition")):
            cip = excel_text(row["CIPCode"])
            yield Cip(self.name, cip, len(cip.replace(".", "")), row["CIPTitle"].rstrip("."), row["CIPDefinition"],
                      row.get("Examples", ""), url=url)  # fmt: skip

    def read_changes(self, body, name, url):
        for row in csv_rows(body, name, ("CIPCode2010", "CIPTitle2010", "Action", "CIPCode2020", "CIPTitle2020")):
            yield CipChange(self.name, excel_text(row["CIPCode2010"]), row["CIPTitle2010"].rstrip("."),
                            excel_text(row["CIPCode2020"]), row["CIPTitle2020"].rstrip("."),
                            row["Action"], url)  # fmt: skip

    def read_occupations(self, body, name, url):
        columns = ("CIP2020Code", "SOC2018Code", "SOC2018Title")
        for row in xlsx_rows(body, name, "CIP-SOC", columns):
            if row["SOC2018Code"] != NO_MATCH:
                yield CipOccupation(self.name, row["CIP2020Code"], row["SOC2018Code"], row["SOC2018Title"], url)


def excel_text(cell: str) -> str:
    """The code in a cell that protects itself from spreadsheets: ="01.0000"."""
    return cell.removeprefix("=").strip('"')
