"""A published file of programs that are chosen, not sampled: one for each case that a page must show differently."""

import csv
from pathlib import Path

from sqlite_utils import Database

from db.publish import REFERENCE, SEARCHED, TABLES, typed

LONG = "Very long name " * 700  # 10 kB
HOSTILE = '"><script>alert(1)</script><b onmouseover=x>\u202eevil\u2066'
DAY = "2026-10-14"
MEDICAL, RECORDS = "51.0801", "51.0707"

PROGRAM = {
    "name": "Medical Assistant", "institution": "Alder College", "city": "Mesa", "state": "AZ",
    "award": "certificate", "field": "Medical/Clinical Assistant", "price_status": "not_published",
    "price_covers": "", "length_status": "not_published", "delivery": "unknown", "delivery_status": "not_published",
    "institution_accreditor": "", "institution_accreditation": "not_checked", "program_accreditor": "",
    "program_accreditation": "not_checked", "control": "for_profit", "as_of": DAY, "sources": "az_alder",
    "url": "https://alder.example/ma", "price_residency": "", "price_year": "", "price_look_again": "",
    "in_person": "", "award_printed": "", "cip": MEDICAL, "cip_basis": "printed", "year_price_year": "",
    "year_price_status": "not_published", "campus": "", "unitid": "100001", "institution_status": "active",
    "zip": "85201", "latitude": 33.4, "longitude": -111.8,
}  # fmt: skip
COVERS = "tuition, fees, books"
PRICED = {"price_status": "published", "price_is_complete": 1, "price_residency": "any", "price_covers": COVERS}
FIGURE = {
    "printed": "", "label": "", "status": "published", "component": "", "basis": "", "residency": "",
    "academic_year": "", "pace": "", "what": "", "level": "", "standing": "", "look_again": "", "note": "",
    "source": "az_alder", "listing": "ma", "part": "", "url": "https://alder.example/ma", "capture": 1,
    "read_on": DAY, "since_run": 1, "disagrees": "",
}  # fmt: skip
SCHOOL = {
    "aliases": "", "address": "", "city": "Mesa", "state": "AZ", "zip": "85201", "control": "for_profit",
    "sector": "", "status": "active", "closed_on": "", "merged_into": "", "opeid": "",
    "website": "https://alder.example", "net_price_calculator": "https://alder.example/npc", "accreditor": "",
    "accreditation": "not_checked", "year_price_year": "", "year_price_status": "not_published",
    "delivery": "unknown", "delivery_note": "", "source": "us_ipeds", "as_of": "2022",
    "url": "https://nces.example/HD",
}  # fmt: skip


class Chosen:
    """The file in the making."""

    def __init__(self, path: Path):
        self.db = Database(path)
        for table in sorted(REFERENCE.glob("*.csv")):
            with table.open(encoding="utf-8", newline="") as file:
                self.db[table.stem].insert_all(typed(row) for row in csv.DictReader(file))
        self.db.conn.executescript((TABLES / "00_schema.sql").read_text(encoding="utf-8"))

    def program(self, id: str, **values) -> None:
        self.db["programs"].insert({**PROGRAM, "id": id, **values})

    def priced(self, id: str, low: float, high: float | None = None, **values) -> None:
        """A program with a whole price, and the figure behind it."""
        self.program(
            id, **{**PRICED, "price_total_min": low, "price_total_max": low if high is None else high, **values}
        )
        self.price(
            id,
            low,
            f"Total ${low:,}",
            what="tuition, fees, books",
            component="total",
            shown=1,
            high=high,
            residency=values.get("price_residency", "any"),
        )

    def price(self, id: str, low: float, printed: str, high: float | None = None, **values) -> None:
        self.figure(
            id,
            "price",
            printed,
            value_min=low,
            value_max=low if high is None else high,
            unit="USD",
            **{"basis": "program", **values},
        )

    def figure(self, id: str, kind: str, printed: str, **values) -> None:
        self.db["figures"].insert(
            {**FIGURE, "program_id": id, "unitid": "100001", "kind": kind, "printed": printed, **values}
        )

    def add(self, table: str, **values) -> None:
        self.db[table].insert(values)

    def done(self) -> None:
        self.db["programs"].enable_fts(SEARCHED, tokenize="porter")
        self.db.conn.commit()
        self.db.conn.close()


def make(folder: Path) -> Path:
    """`programs.db` in this folder."""
    folder.mkdir(exist_ok=True)
    path = folder / "programs.db"
    chosen = Chosen(path)
    for source, title in (("az_alder", "Alder College"), ("us_ipeds", "IPEDS")):
        chosen.add(
            "sources",
            source=source,
            title=title,
            publisher=title,
            cadence_days=30,
            accepted_run=1,
            accepted_at=f"{DAY}T01:00:00Z",
            last_doubt="",
            licence="",
            homepage="javascript:alert(1)",
        )
    chosen.add("runs", run=1, source="az_alder", ended_at=f"{DAY}T01:00:00Z", status="accepted", parser_version=7)
    chosen.add("captures", capture=1, run=1, url="https://alder.example/ma", kept_sha256="ab" * 32)
    chosen.add("institutions", **{**SCHOOL, "unitid": "100001", "name": "Alder College"})
    chosen.add(
        "institutions",
        **{
            **SCHOOL,
            "unitid": "100002",
            "name": "Birch College",
            "control": "public",
            "status": "merged",
            "merged_into": "100001",
            "website": "javascript:alert(1)",
            "net_price_calculator": "birch.example/npc",
        },
    )
    for cip, title in ((MEDICAL, "Medical/Clinical Assistant"), (RECORDS, "Health Information")):
        chosen.add("cips", cip=cip, digits=6, title=title, definition="What it is.", year=2020)
    for soc, name, wage in (("31-9092", "Medical Assistants", 45690), ("29-2072", "Medical Records Specialists", None)):
        chosen.add(
            "occupations",
            soc=soc,
            occupation=name,
            wage_area="U.S.",
            wage_period="May 2025",
            annual_median=wage,
            from_year=2024,
            to_year=2034,
            change_percent=12.5,
            openings_per_year=112300,
        )
    chosen.add("cip_occupations", cip=MEDICAL, soc="31-9092", occupation="Medical Assistants")

    chosen.program("unknown", name="Medical Office", in_person="")
    chosen.program("competency", price_status="unparsed", length_status="unparsed", cip=RECORDS)
    chosen.figure("competency", "length", "at your own pace, competency-based", status="unparsed")
    chosen.priced("free", 0)
    chosen.priced(
        "plain",
        12500,
        months_min=9,
        months_max=9,
        length_status="published",
        delivery="hybrid",
        delivery_status="published",
        in_person="clinical",
        clock_hours=900,
    )
    chosen.price("plain", 9000, "Tuition $9,000", component="tuition", residency="any")
    chosen.figure(
        "plain", "length", "46 weeks (11.5 months)", value_min=9, value_max=9, unit="months", component="total"
    )
    chosen.figure("plain", "length", "900 clock hours", value_min=900, value_max=900, unit="hours", component="total")
    chosen.figure("plain", "delivery", "online lectures, labs on campus", value="hybrid", what="clinical")
    chosen.figure(
        "plain", "accreditation", "accredited by CAAHEP", value="CAAHEP", standing="accredited", level="programmatic"
    )
    chosen.priced("dearer", 15000, months_min=9, months_max=9, length_status="published")
    for id, months, pace in (("day", 9, "full-time"), ("night", 8, "evening"), ("short", 7, "full-time")):
        chosen.priced(id, 12500, months_min=months, months_max=months, length_status="published", cip=RECORDS)
        chosen.figure(
            id,
            "length",
            f"{months} months",
            value_min=months,
            value_max=months,
            unit="months",
            component="total",
            pace=pace,
        )
    chosen.priced("tuition-only", 8000, price_covers="tuition")
    chosen.priced("resident", 7000, control="public", price_residency="in_state", price_year="2020-21")
    chosen.priced("stranger", 9000, control="public", price_residency="out_of_state", price_year="2020-21")
    chosen.priced("at-least", 4000, price_is_complete=0)
    chosen.priced("strange", 141770, price_look_again="far above what such programs cost", award="associate")
    chosen.priced("disputed", 6000, price_status="conflicting", cip=RECORDS)
    chosen.price(
        "disputed",
        9100,
        "CHG1PY3=9100",
        component="total",
        shown=0,
        source="us_ipeds",
        listing="IC_PY/1",
        residency="not_stated",
        academic_year="2020-21",
        disagrees="6000 of az_alder is shown",
    )
    chosen.program(
        "hostile",
        name=HOSTILE,
        institution=LONG,
        city=HOSTILE,
        campus=HOSTILE,
        award_printed=HOSTILE,
        url="javascript:alert(1)",
        in_person=HOSTILE,
        delivery="hybrid",
        field=HOSTILE,
        as_of=HOSTILE,
    )
    for kind in ("price", "length", "delivery", "award"):
        chosen.figure(
            "hostile",
            kind,
            HOSTILE,
            label=HOSTILE,
            note=HOSTILE,
            url="JAVASCRIPT:alert(1)",
            what=HOSTILE,
            status="unparsed",
            unit="hours",
            value=HOSTILE,
            look_again=HOSTILE,
            disagrees=HOSTILE,
        )
    chosen.add(
        "listings",
        source="az_alder",
        listing="x",
        program_id="hostile",
        scope="program",
        part="",
        witness="school",
        match_method="own_listing",
        name=HOSTILE,
        url="data:text/html,x",
        unitid="100001",
    )
    chosen.add(
        "listings",
        source="az_alder",
        listing="ma",
        program_id="plain",
        scope="program",
        part="",
        witness="school",
        match_method="own_listing",
        name="Medical Assistant",
        url="https://alder.example/ma",
        unitid="100001",
    )

    proof = {
        "claimed": "",
        "claimed_on": "",
        "sanction": "",
        "sanction_on": "",
        "school_match": "",
        "place": "",
        "began_on": "",
        "review_on": "",
        "ended_on": "",
        "list_as_of": "2026-09-01",
    }
    of_program = {**proof, "program_match": "", "program": ""}
    claim = chosen.db.execute("select figure from figures where kind = 'accreditation'").fetchone()[0]
    chosen.add(
        "program_accreditations",
        **{
            **of_program,
            "program_id": "plain",
            "accreditor": "CAAHEP",
            "standing": "claimed",
            "claimed": "accredited",
            "claim_figure": claim,
            "claimed_on": DAY,
            "listed": "not_checked",
        },
    )
    chosen.add(
        "program_accreditations",
        **{
            **of_program,
            "program_id": "plain",
            "accreditor": "ABHES",
            "standing": "ended",
            "listed": "ended",
            "ended_on": "2019-05-05",
        },
    )
    chosen.add(
        "institution_accreditations",
        **{
            **proof,
            "unitid": "100001",
            "accreditor": "HLC",
            "standing": "probation",
            "listed": "probation",
            "sanction": "probation",
            "sanction_on": "2026-01-01",
        },
    )
    for credential, answer in (("AAMA CMA", "not_established"), ("NHA CCMA", "opens")):
        chosen.add(
            "program_openings",
            program_id="plain",
            credential=credential,
            answer=answer,
            because="A route: not known: something | Another: 900 clock hours",
            other_routes="Years of work",
            rule_as_of="2026-05-01",
            rule_confidence="official",
        )

    chosen.add("program_addresses", id="old-plain", now="plain", state="merged", reason="the page moved", since=DAY)
    chosen.add("program_addresses", id="gone", state="withdrawn", reason="no source lists it any more", since=DAY)
    chosen.add(
        "withdrawn_programs",
        id="gone",
        name="Gone Program",
        institution="Alder College",
        city="Mesa",
        state="AZ",
        award="certificate",
        field="Medical/Clinical Assistant",
        cip=MEDICAL,
        last_seen_on="2026-09-01",
        gone_on=DAY,
        as_of="2026-09-01",
        sources="az_alder",
        url="",
        unitid="100001",
    )
    chosen.add(
        "ended_figures",
        figure=900,
        program_id="gone",
        kind="price",
        printed="Total $5,000",
        label="",
        status="published",
        value_min=5000,
        academic_year="2024-25",
        source="az_alder",
        url="https://alder.example/gone",
        last_read_on="2026-09-01",
        since_run=1,
    )
    chosen.add(
        "price_history",
        program_id="plain",
        component="total",
        basis="program",
        residency="any",
        academic_year="2024-25",
        value_min=11900,
        value_max=11900,
        status="published",
        what="tuition, fees, books",
        printed="Total $11,900",
        last_read_on="2025-10-01",
        is_current=0,
        source="az_alder",
    )
    chosen.done()
    return path
