"""Publishing a handful of records without a crawl: one school, its programs, and what a list of accreditation says."""

import sqlite3
from contextlib import closing
from pathlib import Path

from db.collected import connect
from db.publish import build
from db.records import Accreditation, AccreditationAction, DapipPlace, Figure, Institution, Listing, Record
from pipelines.identify import identify
from pipelines.store import Capture, Run, Source

SCHOOL = "100001"
PLACE = "200001"
PAGE = "https://alder.example/program"
LIST = "https://dapip.example/list"
READ_ON = "2026-11-25"


class Published:
    """A published file, asked in SQL."""

    def __init__(self, path: Path):
        self.path = path

    def rows(self, sql: str, *parameters) -> list[tuple]:
        with closing(sqlite3.connect(self.path)) as db:
            named = len(parameters) == 1 and isinstance(parameters[0], dict)
            return db.execute(sql, parameters[0] if named else parameters).fetchall()


def publish(folder: Path, *records: Record, read_on: str = READ_ON) -> Published:
    """What is published of these records, each in an accepted run of its source; all pages were read on one day."""
    collected, published = folder / "collected.db", folder / "programs.db"
    for source in dict.fromkeys(record.source for record in records):
        run = Run(collected, Source(source, "", "", "", "", "", 1, ""))
        for record in records:
            if record.source == source:
                run.add(record)
        for url in dict.fromkeys(record.url for record in records if record.source == source):
            at, sha256 = f"{read_on}T12:00:00Z", "0" * 64
            run.add_capture(Capture(url, "GET", at, 200, sha256, sha256, 1, "text/html", "", ""))
        outcome = run.close()
        assert outcome.status == "accepted", outcome.reason
    db = connect(collected)
    identify(db)
    db.conn.close()
    build(collected, published)
    return Published(published)


def school(unitid=SCHOOL, sector="public, 2-year", **more) -> Institution:
    return Institution("us_ipeds", unitid, "Alder College", sector=sector, state="AL", url="https://hd.example", **more)


def offer(cip, level, unitid=SCHOOL, hours=None) -> Listing:
    """A field at an award level, as IPEDS knows it."""
    key = f"C_A/{unitid}/{cip}/{level}"
    award = Figure("us_ipeds", key, "award", f"AWLEVEL={level}", value="associate" if level == 3 else "certificate",
                   value_min=level, unit="awlevel")  # fmt: skip
    length = Figure("us_ipeds", key, "length", f"{hours} hours", value_min=hours, value_max=hours, unit="hours",
                    component="total")  # fmt: skip
    figures = [award, length] if hours else [award]
    return Listing("us_ipeds", key, unitid, "", "C_A", cip=cip, awlevel=level, year=2022, url="https://c_a.example",
                   figures=figures)  # fmt: skip


def claim(cip, accreditor, standing="accredited", award="certificate", unitid=SCHOOL, level="programmatic") -> Listing:
    """A page of the school, with its award and what it claims."""
    key = f"page/{cip}/{accreditor}"
    return Listing("al_alder", key, unitid, "A program", cip=cip, cip_basis="printed", url=PAGE, figures=[
        Figure("al_alder", key, "award", award.title(), value=award, url=PAGE),
        Figure("al_alder", key, "accreditation", f"Accredited by {accreditor}", value=accreditor, standing=standing,
               level=level, url=PAGE),
    ])  # fmt: skip


def place(dapip_id=PLACE, unitids=SCHOOL, **more) -> DapipPlace:
    return DapipPlace("us_dapip", dapip_id, "Alder College", unitids=unitids, url=LIST, **more)


def record(accreditor, program, dapip_id=PLACE, sequence="1", status="Accredited", level="programmatic", **dates):
    return Accreditation("us_dapip", dapip_id, "1", accreditor, accreditor, "7", program, sequence, level, status,
                         url=LIST, **dates)  # fmt: skip


def action(what, acted_on, accreditor="CODA", dapip_id=PLACE, sequence="1", ended_on=""):
    return AccreditationAction("us_dapip", dapip_id, "1", accreditor, "7", sequence, what, acted_on, ended_on=ended_on,
                               url=LIST)  # fmt: skip
