"""Marks what is implausible. Such a figure is kept, published with its mark and counted, and left out of statistics."""

from db.records import Listing
from pipelines.gates import gate_of, quantities, quantity_of


class Validate:
    """Scrapy item pipeline: listings leave it with `look_again` on every figure outside its gate."""

    def process_item(self, item):
        if isinstance(item, Listing) and item.scope == "program":
            mark(item)
        return item


def mark(listing: Listing) -> None:
    """Set `look_again` of the figures of an implausible quantity; of a ratio, of both its operands."""
    awards = {figure.value for figure in listing.figures if figure.kind == "award" and figure.unit != "awlevel"}
    award = {"associate": "associate", "certificate": "certificate", "diploma": "certificate"}.get("|".join(awards), "")
    doubts = {}
    for quantity, value in quantities(listing.figures).items():
        gate = gate_of(listing.cip, award, quantity)
        if gate and (doubt := gate.doubt(value)):
            for operand in OPERANDS[quantity]:
                doubts.setdefault(operand, doubt)
    for figure in listing.figures:
        figure.look_again = doubts.get(quantity_of(figure), "")


OPERANDS = {
    "price": ("price",), "months": ("months",), "hours": ("hours",), "price_per_hour": ("price", "hours"),
    "hours_per_month": ("hours", "months"),
}  # fmt: skip
