"""Yardsticks that make programs comparable: figures made of a listing's other figures, which keep their arithmetic."""

from db.records import Figure, Listing
from pipelines.parse.total import Total, to_completion
from pipelines.parse.values import Length, Price
from pipelines.parse.yardstick import months

CONFLICT = "different prices are printed for the same thing: "
WHOLE = ("tuition", "tuition_and_fees", "total")


def derived(listing: Listing, prices: list[Price], lengths: list[Length]) -> list[Figure]:
    """Months, and for each residency the total to completion, where they are not printed as such already."""
    figures = []
    stated = [length for length in lengths if length.kind == "total"]
    if not any(length.unit == "months" for length in stated) and (found := months(stated)):
        figures.append(
            _figure(
                listing, "length", "computed", found.arithmetic, value_min=float_or_none(found.value_min),
                value_max=float_or_none(found.value_max), unit="months", component="total",
            )
        )  # fmt: skip
    for residency in sorted({price.residency for price in prices if price.component in WHOLE}):
        total = to_completion(prices, lengths, residency)
        printed = [p for p in prices if p.basis == "program" and p.component in WHOLE and p.residency == residency]
        if total and not (total.status == "published" and any(price.component == "total" for price in printed)):
            words = total.arithmetic if total.status == "computed" else printed[0].printed
            figures.append(_total(listing, total, words, prices))
        elif not total and len(printed) > 1:
            figures.append(_conflict(listing, printed))
    return figures


def _total(listing: Listing, total: Total, words: str, prices: list[Price]) -> Figure:
    return _figure(
        listing, "price", total.status, words, value_min=float_or_none(total.amount_min),
        value_max=float_or_none(total.amount_max), unit="USD", component="total", basis="program",
        residency=total.residency, what=", ".join(total.covers), level="complete" if total.is_complete else "at_least",
        academic_year=max(price.academic_year for price in prices),
    )  # fmt: skip


def _conflict(listing: Listing, printed: list[Price]) -> Figure:
    amounts = sorted({amount for p in printed for amount in (p.amount_min, p.amount_max) if amount is not None})
    words = CONFLICT + ", ".join(f"{amount:,}" for amount in amounts)
    return _figure(
        listing, "price", "conflicting", words, value_min=float_or_none(amounts[0]),
        value_max=float_or_none(amounts[-1]), unit="USD", component="total", basis="program",
        residency=printed[0].residency, academic_year=printed[0].academic_year,
    )  # fmt: skip


def _figure(listing: Listing, kind: str, status: str, words: str, **columns) -> Figure:
    label = "from this listing's own figures"
    return Figure(listing.source, listing.listing, kind, words[:300], label, status, url=listing.url, **columns)


def float_or_none(amount) -> float | None:
    """What SQLite stores of an exact amount; cents survive."""
    return None if amount is None else float(amount)
