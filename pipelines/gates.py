"""Plausibility gates: what programs of a field usually cost and last, from the directory's own IC_PY records.

A gate is a place to look again, never a truth: percentiles per six-digit CIP and award where at least ENOUGH programs
are known, else per CIP, else per two-digit family, else of all fields. `tuitionary gates` computes the file.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from sqlite_utils import Database

from db.records import Figure

REFERENCE = files("db") / "reference" / "gates.csv"

ENOUGH = 20
PERCENTILES = ("p05", "p50", "p95")
MARGIN = 3
"""How many times the 95th percentile, or what part of the 5th, is still unremarkable."""

UNITS = {
    "price": "USD", "months": "months", "hours": "clock hours", "price_per_hour": "USD a clock hour",
    "hours_per_month": "clock hours a month",
}  # fmt: skip


@dataclass(frozen=True)
class Gate:
    """Percentiles of one quantity. cip is "51.0801", "51" or "" for all fields; award certificate, associate or "" """

    cip: str
    award: str
    quantity: str
    n: int
    p05: float
    p50: float
    p95: float

    def doubt(self, value: float) -> str:
        """Why this value deserves a second look, in one sentence; "" if it does not."""
        field = " ".join(filter(None, (f"CIP {self.cip}" if self.cip else "", self.award))) or "all fields"
        usual = (
            f"nine in ten of {self.n:,} {field} records lie from {self.p05:,.0f} to {self.p95:,.0f} "
            f"{UNITS[self.quantity]}"
        )
        if value > self.p95 * MARGIN:
            return f"{self.quantity} {value:,.0f} is far above the usual: {usual}"
        if value < self.p05 / MARGIN:
            return f"{self.quantity} {value:,.0f} is far below the usual: {usual}"
        return ""


def quantities(figures: Iterable[Figure]) -> dict[str, float]:
    """What can be compared of one program: exact printed totals, and the ratios that both operands allow."""
    known: dict[str, float] = {}
    for figure in figures:
        exact = figure.value_min is not None and figure.value_min == figure.value_max and figure.status == "published"
        name = quantity_of(figure) if exact else ""
        if name:
            known.setdefault(name, figure.value_min)
    if hours := known.get("hours"):
        if "price" in known:
            known["price_per_hour"] = known["price"] / hours
        if months := known.get("months"):
            known["hours_per_month"] = hours / months
    return known


def quantity_of(figure: Figure) -> str:
    """price, months or hours if the figure states the whole program's; else ""."""
    if figure.kind == "price" and figure.basis == "program":
        return "price" if figure.component in ("tuition", "tuition_and_fees", "total") else ""
    if figure.kind == "length" and figure.component == "total":
        return figure.unit if figure.unit in ("months", "hours") else ""
    return ""


def compute(db: Database) -> Iterator[Gate]:
    """Gates from the IC_PY listings of collected.db, in a fixed order; their awards are those of their offers."""
    samples: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for (cip, award), figures in _ic_py_programs(db):
        for quantity, value in quantities(figures).items():
            if value > 0:
                for key in dict.fromkeys((field, kind) for field in (cip, cip[:2], "") for kind in (award, "")):
                    samples[*key, quantity].append(value)
    for key, values in sorted(samples.items()):
        if len(values) >= ENOUGH:
            values.sort()
            p05, p50, p95 = (round(values[round(share * (len(values) - 1))], 2) for share in (0.05, 0.5, 0.95))
            yield Gate(*key, len(values), p05, p50, p95)


IC_PY = """
select l.listing, l.cip,
    case when i.program is null then '' when i.program like '%-3' then 'associate' else 'certificate' end as award,
    f.kind, f.status, f.value_min, f.value_max, f.unit, f.component, f.basis
from listings l join figures f using (source, listing) left join identities i using (source, listing)
where l.part = 'IC_PY' and l.until_run is null and f.until_run is null order by l.listing
"""


def _ic_py_programs(db: Database) -> Iterator[tuple[tuple[str, str], list[Figure]]]:
    for (_, cip, award), rows in groupby(db.query(IC_PY), lambda row: (row["listing"], row["cip"], row["award"])):
        yield (cip, award), [Figure("", printed="", **{c: v for c, v in row.items() if c not in ("cip", "award")})
                             for row in rows]  # fmt: skip


def write(gates: Iterable[Gate], path: Path = REFERENCE) -> int:
    """Write the reference file; return the number of gates."""
    rows = [vars(gate) for gate in gates]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["cip", "award", "quantity", "n", *PERCENTILES], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


@cache
def reference(path: Path = REFERENCE) -> dict[tuple[str, str, str], Gate]:
    """The stored gates by (cip, award, quantity)."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["cip"], row["award"], row["quantity"]): Gate(
                row["cip"], row["award"], row["quantity"], int(row["n"]), *(float(row[p]) for p in PERCENTILES)
            )
            for row in csv.DictReader(file)
        }


def gate_of(cip: str, award: str, quantity: str) -> Gate | None:
    """The narrowest stored gate for this field and award (certificate, associate or "")."""
    gates = reference()
    keys = ((field, kind, quantity) for field in (cip, cip[:2], "") for kind in (award, ""))
    return next((gates[key] for key in keys if key in gates), None)
