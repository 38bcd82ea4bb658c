import re

import scrapy

from crawler.base import FEDERAL, TableSource, file_name
from crawler.extract.files import TableError, csv_rows, unzip
from db.records import Accreditation, AccreditationAction, DapipPlace
from pipelines.parse.accreditation import canonical
from pipelines.parse.dates import iso_date

INSTITUTIONAL = "Institutional Accreditation"
STATE_ZIP = re.compile(r"\b([A-Z]{2}),? (\d{5}(?:-\d{4})?)$")
LAST_CREDIBLE_YEAR = 2100
NO_DATE = "1900-01-01"

PLACE = ("DapipId", "OpeId", "LocationName", "LocationType", "Address")
RECORD_DATES = ("AccreditationDate", "ReviewDate", "AccreditationEndDate")
RECORD = ("DapipId", "AgencyId", "AgencyName", "ProgramId", "ProgramName", "SequentialId", "AccreditationStatus",
          *RECORD_DATES)  # fmt: skip
ACTION = ("DapipId", "AgencyId", "AgencyName", "ProgramId", "SequentialId", "ActionDescription", "ActionDate",
          "JustificationDescription")  # fmt: skip


class UsDapip(TableSource):
    """Who accredits which school and which of its programs, as the agencies report it to the government.

    A record with an end date is history. The list knows no CIP codes and no agency that the Department does not
    recognize (CAHIIM, CAAHEP, NAACLS, CoARC, ASHP): its silence about a program says nothing.
    """

    name = "us_dapip"
    title = "DAPIP: accredited postsecondary institutions and programs"
    publisher = "Office of Postsecondary Education, US Department of Education"
    homepage = "https://ope.ed.gov/dapip/"
    cadence_days = 30
    licence, licence_url = FEDERAL.values()
    addresses = {"DAPIP": ["https://ope.ed.gov/dapip/api/downloadFiles/accreditationDataFiles"]}
    personal_columns = frozenset({"GeneralPhone", "AdminName", "AdminPhone", "AdminEmail", "Fax"})

    def request(self, url, **kwargs):
        return scrapy.http.JsonRequest(url, method="POST", data={"CSVChecked": True, "ExcelChecked": False}, **kwargs)

    def read(self, table, year, response):
        name = file_name(response.url)
        files = unzip(response.body, name)
        self.odd_dates = 0
        for member, needed, read_row in (
            ("institutioncampus.csv", PLACE, self.place),
            ("accreditationrecords.csv", RECORD, self.record),
            ("accreditationactions.csv", ACTION, self.action),
        ):
            if member not in files:
                raise TableError(f"{name}: the file {member} is missing from the ZIP")
            for row in csv_rows(files[member], member, needed):
                yield read_row(row, response.url)
        if self.odd_dates:
            self.crawler.run.note(f"{self.odd_dates:,} dates that cannot be true were left out")

    def place(self, row, url):
        at = STATE_ZIP.search(row["Address"])
        return DapipPlace(
            source=self.name, dapip_id=row["DapipId"], name=row["LocationName"], opeid=row["OpeId"],
            unitids=row.get("IpedsUnitIds", ""), parent_dapip_id=row.get("ParentDapipId", "").strip("-"),
            location_type=row["LocationType"], address=row["Address"],
            state=at[1] if at else "", zip=at[2] if at else "",
            updated_on=self.date(row.get("UpdateDate", "")), url=url,
        )  # fmt: skip

    def record(self, row, url):
        dates = {column: self.date(row[column]) for column in RECORD_DATES}
        return Accreditation(
            source=self.name, dapip_id=row["DapipId"], agency_id=row["AgencyId"], agency=row["AgencyName"],
            accreditor=canonical(row["AgencyName"]), program_id=row["ProgramId"], program=row["ProgramName"],
            sequential_id=row["SequentialId"],
            level="institutional" if row["ProgramName"] == INSTITUTIONAL else "programmatic",
            status=row["AccreditationStatus"], began_on=dates["AccreditationDate"],
            began_flag=row.get("InitialDateFlag", ""), review_on=dates["ReviewDate"],
            ended_on=dates["AccreditationEndDate"], ending_action_id=row.get("EndingActionId", ""), url=url,
            note=" ".join(f"{column}={row[column]}" for column in RECORD_DATES if row[column] and not dates[column]),
        )  # fmt: skip

    def action(self, row, url):
        return AccreditationAction(
            source=self.name, dapip_id=row["DapipId"], agency_id=row["AgencyId"],
            accreditor=canonical(row["AgencyName"]), program_id=row["ProgramId"], sequential_id=row["SequentialId"],
            action=row["ActionDescription"], acted_on=self.date(row["ActionDate"]),
            justification=row["JustificationDescription"], ended_on=self.date(row.get("EndDate", "")), url=url,
        )  # fmt: skip

    def date(self, text):
        """ISO date of a printed one, "" if none is printed or it cannot be true (NO_DATE stands for none)."""
        date = iso_date(text)
        if text and not NO_DATE < date < f"{LAST_CREDIBLE_YEAR}":
            self.odd_dates += date != NO_DATE
            return ""
        return date
