"""A program in the Credential Transparency Description Language (CTDL, JSON-LD): only what is known. Pure."""

from collections.abc import Mapping
from typing import Any

from db.site import structured, words

CONTEXT = "https://credreg.net/ctdl/schema/context/json"
MEDIA_TYPE = "application/ld+json"
CIP = {
    "ceterms:framework": "https://nces.ed.gov/ipeds/cipcode/",
    "ceterms:frameworkName": {"en-US": "Classification of Instructional Programs 2020"},
}
DELIVERY = {
    "online": ("deliveryType:OnlineOnly", "Online Only"),
    "hybrid": ("deliveryType:BlendedDelivery", "Blended Delivery"),
    "in_person": ("deliveryType:InPerson", "In-Person Only"),
}


def program(row: Mapping[str, Any], school: Mapping[str, Any] | None, address: str, page: str) -> dict[str, Any]:
    """The program of a row of `programs` and its row of `institutions`, if there is one.

    address  of its page here; page  of the school's own page, "" if none was read
    A price stands in it only if it is one whole, undisputed price for everybody.
    """
    name, field = words.plain(row["name"]), words.plain(row["field"])
    coded = aligned(field, CIP | {"ceterms:codedNotation": row["cip"]})
    found = {
        "@context": CONTEXT,
        "@id": f"{address}.jsonld",
        "@type": "ceterms:LearningProgram",
        "ceterms:name": text(name),
        "ceterms:description": text(f"{words.award(row)} in {field.lower()} at {words.plain(row['institution'])}"),
        "ceterms:subjectWebpage": words.weblink(page) or address,
        "ceterms:offeredBy": [organization(row, school)],
        "ceterms:instructionalProgramType": [coded] if row["cip"] else None,
        "ceterms:deliveryType": delivery(row),
        "ceterms:estimatedDuration": duration(row),
        "ceterms:estimatedCost": cost(row),
        "ceterms:accreditedBy": accreditors(row),
    }
    return {key: value for key, value in found.items() if value}


def text(value: str) -> dict[str, str]:
    """A text with its language, as CTDL has it."""
    return {"en-US": value}


def aligned(name: str, more: Mapping[str, Any]) -> dict[str, Any]:
    """A concept of a framework."""
    return {"@type": "ceterms:CredentialAlignmentObject", "ceterms:targetNodeName": text(name), **more}


def organization(row: Mapping[str, Any], school: Mapping[str, Any] | None) -> dict[str, Any]:
    """The school, by its federal numbers and its place."""
    place = {
        "ceterms:addressLocality": text(row["city"]) if row["city"] else None,
        "ceterms:addressRegion": text(row["state"]) if row["state"] else None,
        "ceterms:postalCode": row["zip"],
    }
    place = {key: value for key, value in place.items() if value}
    found = {
        "@type": "ceterms:CredentialOrganization",
        "ceterms:name": text(words.plain(row["institution"])),
        "ceterms:ipedsID": row["unitid"],
        "ceterms:opeID": school["opeid"] if school else None,
        "ceterms:subjectWebpage": words.weblink(school["website"]) if school else None,
        "ceterms:address": [{"@type": "ceterms:Place", **place}] if place else None,
    }
    return {key: value for key, value in found.items() if value}


def delivery(row: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Where the student must be, if the program's own words say it."""
    if row["delivery"] not in DELIVERY or row["delivery_status"] != "published":
        return None
    node, name = DELIVERY[row["delivery"]]
    framework = {"ceterms:framework": "https://credreg.net/ctdl/terms/Delivery", "ceterms:targetNode": node}
    return [aligned(name, framework)]


def duration(row: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """The stated length in months, exact or from and to."""
    low, high = row["months_min"], row["months_max"]
    if row["length_status"] not in ("published", "computed") or low is None or high is None:
        return None
    if exact := structured.duration(row):
        return [{"@type": "ceterms:DurationProfile", "ceterms:exactDuration": exact}]
    if low != high and low == int(low) and high == int(high):
        bounds = {"ceterms:minimumDuration": f"P{int(low)}M", "ceterms:maximumDuration": f"P{int(high)}M"}
        return [{"@type": "ceterms:DurationProfile", **bounds}]
    return None


def cost(row: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """The whole price and what it covers."""
    offer = structured.offer(row)
    if offer is None:
        return None
    kind = aligned("Aggregate Cost", {"ceterms:framework": "https://credreg.net/ctdl/terms/CostType",
                                      "ceterms:targetNode": "costType:AggregateCost"})  # fmt: skip
    described = words.price_scope(row)
    return [{"@type": "ceterms:CostProfile", "ceterms:price": offer["price"], "ceterms:currency": "USD",
             "ceterms:directCostType": kind, "ceterms:description": text(described)}]  # fmt: skip


def accreditors(row: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """The agencies whose lists name the program as accredited."""
    if row["program_accreditation"] != "accredited":
        return None
    names = (name.strip() for name in row["program_accreditor"].split(",") if name.strip())
    return [{"@type": "ceterms:QACredentialOrganization", "ceterms:name": text(name)} for name in names]
