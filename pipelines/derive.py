"""Yardsticks that make programs comparable: figures made of a listing's other figures, which keep their arithmetic."""

from db.records import Figure, Listing
from pipelines.parse import ipeds
from pipelines.parse.total import Total, to_completion
from pipelines.parse.values import Award, Length, Price
from pipelines.parse.yardstick import Yardstick, award_level, months, per_unit

CONFLICT = "different prices are printed for the same thing: "
WHOLE = ("tuition", "tuition_and_fees", "total")


BASES = ("month", "credit", "clock_hour")


def derived(listing: Listing, values: list) -> list[Figure]:
    """Months, award level, and for each residency the total to completion and what it is per month, credit and hour.

    Nothing that the source prints as such is made again.
    """
    prices = [value for value in values if isinstance(value, Price)]
    lengths = [value for value in values if isinstance(value, Length)]
    awards = {value.value for value in values if isinstance(value, Award)}
    stated = [length for length in lengths if length.kind == "total" and length.why != ipeds.IMPLIED]
    figures = []
    if not any(length.unit == "months" for length in stated) and (found := months(stated)):
        figures.append(_computed(listing, "length", found, unit="months", component="total"))
    if listing.awlevel is None and len(awards) == 1 and (found := award_level(stated, *awards)):
        figures.append(_computed(listing, "award", found, unit="awlevel", value=str(found.value_min or "")))
    for residency in sorted({price.residency for price in prices if price.component in WHOLE}):
        total = to_completion(prices, stated, residency)
        printed = [p for p in prices if p.basis == "program" and p.component in WHOLE and p.residency == residency]
        if not total:
            figures += [_conflict(listing, printed)] if len(printed) > 1 else []
            continue
        if total.status == "computed" or not any(price.component == "total" for price in printed):
            words = total.arithmetic if total.status == "computed" else printed[0].printed
            figures.append(_total(listing, total, words, prices))
        if total.is_complete and total.amount_min == total.amount_max:
            for basis in BASES:
                if found := per_unit(total.amount_min, stated, basis):
                    figures.append(
                        _computed(listing, "price", found, unit="USD", component="total", basis=basis,
                                  residency=residency, what=", ".join(total.covers))
                    )  # fmt: skip
    return figures


def _computed(listing: Listing, kind: str, found: Yardstick, **columns) -> Figure:
    bounds = {"value_min": float_or_none(found.value_min), "value_max": float_or_none(found.value_max)}
    status = "conflicting" if found.basis == "conflict" else "computed"
    return _figure(listing, kind, status, found.arithmetic, **bounds, **columns)


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
