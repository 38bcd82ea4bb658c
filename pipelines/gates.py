"""Plausibility gates: what programs of a field usually cost and last, from the directory's own IC_PY records.

A gate is a place to look again, never a truth: percentiles per six-digit CIP where at least ENOUGH programs are known,
else per two-digit family, else of all fields. `tuitionary gates` computes them into db/reference/gates.csv.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from db.records import Figure

REFERENCE = Path(__file__).parent.parent / "db" / "reference" / "gates.csv"

ENOUGH = 20
MARGIN = 3
"""How many times the 95th percentile, or what part of the 5th, is still unremarkable."""

UNITS = {
    "price": "USD", "months": "months", "hours": "clock hours", "price_per_hour": "USD a clock hour",
    "hours_per_month": "clock hours a month",
}  # fmt: skip


@dataclass(frozen=True)
class Gate:
    """Percentiles of one quantity in one field; cip is "51.0801", "51" or "" for all fields."""

    cip: str
    quantity: str
    n: int
    p05: float
    p50: float
    p95: float

    def doubt(self, value: float) -> str:
        """Why this value deserves a second look, in one sentence; "" if it does not."""
        field = f"CIP {self.cip}" if self.cip else "all fields"
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
    """Gates from the IC_PY listings of collected.db, in a fixed order."""
    samples: dict[tuple[str, str], list[float]] = defaultdict(list)
    for cip, figures in _ic_py_programs(db):
        for quantity, value in quantities(figures).items():
            if value > 0:
                for field in (cip, cip[:2], ""):
                    samples[field, quantity].append(value)
    for (field, quantity), values in sorted(samples.items()):
        if len(values) >= ENOUGH:
            values.sort()
            p05, p50, p95 = (round(values[round(share * (len(values) - 1))], 2) for share in (0.05, 0.5, 0.95))
            yield Gate(field, quantity, len(values), p05, p50, p95)


def _ic_py_programs(db: Database) -> Iterator[tuple[str, list[Figure]]]:
    rows = db.query(
        """select l.cip, l.listing, f.kind, f.status, f.value_min, f.value_max, f.unit, f.component, f.basis
           from listings l join figures f on f.listing = l.listing and f.source = l.source
           where l.part = 'IC_PY' and l.until_run is null and f.until_run is null order by l.listing"""
    )
    listing, cip, figures = None, "", []
    for row in rows:
        if row["listing"] != listing:
            if figures:
                yield cip, figures
            listing, cip, figures = row["listing"], row["cip"], []
        figures.append(Figure(source="", printed="", **{k: v for k, v in row.items() if k != "cip"}))
    if figures:
        yield cip, figures


def write(gates: Iterable[Gate], path: Path = REFERENCE) -> int:
    """Write the reference file; return the number of gates."""
    rows = [vars(gate) for gate in gates]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["cip", "quantity", "n", "p05", "p50", "p95"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


@cache
def reference(path: Path = REFERENCE) -> dict[tuple[str, str], Gate]:
    """The stored gates by (cip, quantity)."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["cip"], row["quantity"]): Gate(
                row["cip"], row["quantity"], int(row["n"]), *(float(row[p]) for p in ("p05", "p50", "p95"))
            )
            for row in csv.DictReader(file)
        }


def gate_of(cip: str, quantity: str) -> Gate | None:
    """The narrowest stored gate for this field."""
    gates = reference()
    return next((gates[field, quantity] for field in (cip, cip[:2], "") if (field, quantity) in gates), None)
