"""Yardsticks that make programs comparable, each a figure of status `computed` that keeps its arithmetic."""

from db.records import Figure, Listing
from pipelines.parse.total import Total, to_completion
from pipelines.parse.values import Length, Price
from pipelines.parse.yardstick import months

CONFLICT = "the page prints different prices for the same thing"
WHOLE = ("tuition", "tuition_and_fees", "total")


def derived(listing: Listing, prices: list[Price], lengths: list[Length]) -> list[Figure]:
    """Months and the total to completion, where the listing's own values give them and print none already."""
    figures = []
    stated = [length for length in lengths if length.kind == "total"]
    if not any(length.unit == "months" for length in stated) and (found := months(stated)):
        figures.append(
            _figure(
                listing, "length", found.arithmetic, value_min=float_or_none(found.value_min),
                value_max=float_or_none(found.value_max), unit="months", component="total",
            )
        )  # fmt: skip
    if total := to_completion(prices, lengths):
        if total.status != "published":
            figures.append(_total(listing, total, prices))
    elif conflicting := [p for p in prices if p.basis == "program" and p.component in WHOLE]:
        amounts = [amount for p in conflicting for amount in (p.amount_min, p.amount_max) if amount is not None]
        figures.append(
            _figure(
                listing, "price", CONFLICT, status="conflicting", value_min=float(min(amounts)),
                value_max=float(max(amounts)), unit="USD", component="total", basis="program",
                residency=conflicting[0].residency, academic_year=conflicting[0].academic_year,
            )
        )  # fmt: skip
    return figures


def _total(listing: Listing, total: Total, prices: list[Price]) -> Figure:
    years = {price.academic_year for price in prices if price.academic_year}
    return _figure(
        listing, "price", total.arithmetic, value_min=float_or_none(total.amount_min),
        value_max=float_or_none(total.amount_max), unit="USD", component="total", basis="program",
        residency=total.residency, what=", ".join(total.covers), level="complete" if total.is_complete else "at_least",
        academic_year=years.pop() if len(years) == 1 else "",
    )  # fmt: skip


def _figure(listing: Listing, kind: str, arithmetic: str, status: str = "computed", **columns) -> Figure:
    """A figure made of others: its words are its arithmetic."""
    return Figure(listing.source, listing.listing, kind, arithmetic[:300], "computed from this listing's figures",
                  status, url=listing.url, **columns)  # fmt: skip


def float_or_none(amount) -> float | None:
    """What SQLite stores of an exact amount; cents survive."""
    return None if amount is None else float(amount)
