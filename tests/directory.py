"""A directory of a test's own: crawled records in, identities and published tables out, with no spider between."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from db.collected import connect
from db.publish import build
from db.records import Cip, Figure, Institution, Listing
from pipelines.identify import Identified, identify
from pipelines.overrides import COLUMNS
from pipelines.store import Capture, Outcome, Run, Source

SCHOOL = "100001"
ALDER = Institution(
    "us_ipeds", SCHOOL, "Alder Career Institute", 2022, "00100100", city="Normal", state="AL", zip="35762",
    control="for_profit", website="www.alder.example", url="https://nces.example/hd",
)  # fmt: skip
FIELDS = {
    "51.0801": "Medical/Clinical Assistant", "51.0713": "Medical Insurance Coding Specialist/Coder",
    "51.0707": "Health Information/Medical Records Technology/Technician",
}  # fmt: skip


class Directory:
    """collected.db and programs.db in a folder."""

    def __init__(self, folder: Path):
        self.collected, self.published = folder / "collected.db", folder / "programs.db"
        self.overrides = folder / "overrides.csv"
        self.decide()

    def decide(self, *rows: dict[str, str]) -> None:
        """Write the file of overrides."""
        lines = [",".join(COLUMNS), *(",".join(row.get(name, "") for name in COLUMNS) for row in rows)]
        self.overrides.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def crawl(self, source: str, *records, on: str = "2026-03-01", failed: tuple[str, ...] = ()) -> Outcome:
        """A run of a source on a day; every page of its records is captured."""
        run = Run(self.collected, Source(source, source, "", "", "", "", 30, ""))
        for record in records:
            run.add(record)
        urls = {record.url for record in records} | {f.url for r in records for f in getattr(r, "figures", ())}
        for url in sorted(urls - {""}):
            run.add_capture(Capture(url, "GET", f"{on}T12:00:00Z", 200, "a" * 64, "a" * 64, 9, "text/html", "", ""))
        for url in failed:
            run.page_failed(url, "answered 500")
        outcome = run.close()
        with closing(sqlite3.connect(self.collected)) as db, db:
            db.execute(
                "update runs set started_at = ?, ended_at = ? where run = ?", (on, f"{on}T12:01:00Z", outcome.run)
            )
        return outcome

    def registry(self, *offers: Listing, on: str = "2026-03-01") -> None:
        """A school, the fields, and what it reports to IPEDS."""
        self.crawl("us_ipeds", ALDER, *offers, on=on)
        self.crawl("us_cip_soc", *(Cip("us_cip_soc", cip, 6, title) for cip, title in FIELDS.items()), on=on)

    def identify(self) -> Identified:
        db = connect(self.collected)
        try:
            return identify(db, self.overrides)
        finally:
            db.conn.close()

    def programs(self) -> dict[str, str]:
        """{listing: program} of the open listings, identified anew."""
        self.identify()
        return dict(self.rows(
            """select i.listing, i.program from identities i join listings l using (source, listing)
               where l.until_run is null""", database="collected"))  # fmt: skip

    def publish(self) -> None:
        self.identify()
        build(self.collected, self.published)

    def rows(self, sql: str, *parameters, database: str = "published", named: dict | None = None) -> list[tuple]:
        with closing(sqlite3.connect(getattr(self, database))) as db:
            return db.execute(sql, named or parameters).fetchall()


def offer(level, cip="51.0801", unitid=SCHOOL, **columns):
    """What the school reports to IPEDS."""
    return Listing("us_ipeds", f"C_A/{unitid}/{cip}/{level}", unitid, "", "C_A", cip=cip, awlevel=level, year=2022,
                   url="https://nces.example/c_a", **columns)  # fmt: skip


def page(key="/ma", name="Medical Assistant", cip="51.0801", award="certificate", price=None, months=None,
         source="al_alder", unitid=SCHOOL, printed="", **columns):  # fmt: skip
    """A page of a school, or a row of a list, with an award and what else it states."""
    url = f"https://{source}.example{key}"
    figures = [Figure(source, key, "award", award, value=award, url=url)] if award else []
    if price is not None:
        figures.append(total(price, source, key, url))
    if months is not None:
        figures.append(Figure(source, key, "length", f"{months} months", value_min=months, value_max=months,
                              unit="months", component="total", url=url))  # fmt: skip
    return Listing(source, key, unitid, name, cip=cip, cip_basis="printed" if cip else "unknown", url=url,
                   figures=figures, **columns)  # fmt: skip


def total(price, source, listing, url, **columns):
    """A printed price from start to finish."""
    figure = Figure(
        source, listing, "price", f"${price:,}", "Total", value_min=price, value_max=price, unit="USD",
        component="total", basis="program", residency="any", level="complete", what="total", url=url,
    )  # fmt: skip
    return replace(figure, **columns)


def decision(action="join", **columns):
    """A row of overrides.csv."""
    return {
        "action": action, "source": "al_alder", "of": "listing", "key": "/ma", "reason": "seen",
        "evidence": "https://alder.example/ma", "added_on": "2026-01-01", "expires_on": "2027-01-01",
    } | columns  # fmt: skip
