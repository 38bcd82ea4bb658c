"""A program as structured data for search engines (schema.org), without anything that is not known. Pure."""

import json

from markupsafe import Markup

from db.site import words

AWARDED = ("certificate", "diploma", "associate")
MODES = {"online": "online", "hybrid": "blended", "in_person": "onsite"}


def json_ld(program, page: str) -> Markup:
    """The text of a JSON-LD block, safe within HTML. `page`: the school's own page, "" if none was read.

    A price stands in it only if it is one whole, undisputed price for everybody; a length only if months are printed.
    """
    place = {"addressLocality": program["city"], "addressRegion": program["state"]}
    found = {
        "@context": "https://schema.org",
        "@type": "EducationalOccupationalProgram",
        "name": words.plain(program["name"]),
        "url": words.weblink(page),
        "provider": {
            "@type": "EducationalOrganization",
            "name": words.plain(program["institution"]),
            "address": {"@type": "PostalAddress", **{key: words.plain(told) for key, told in place.items() if told}},
        },
        "educationalCredentialAwarded": words.AWARDS[program["award"]] if program["award"] in AWARDED else None,
        "educationalProgramMode": MODES.get(program["delivery"]) if program["delivery_status"] == "published" else None,
        "timeToComplete": duration(program),
        "offers": offer(program),
    }  # fmt: skip
    text = json.dumps({key: told for key, told in found.items() if told is not None}, ensure_ascii=False)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def duration(program) -> str | None:
    """P9M, if the length is one stated number of whole months."""
    low, high = program["months_min"], program["months_max"]
    if program["length_status"] not in ("published", "computed") or not low or low != high or low != int(low):
        return None
    return f"P{int(low)}M"


def offer(program) -> dict | None:
    """The whole price with what it covers, if it is one price that holds for everybody."""
    low, high = program["price_total_min"], program["price_total_max"]
    if low is None or low != high or not program["price_is_complete"] or program["price_look_again"]:
        return None
    whom = program["price_residency"]
    is_for_all = whom == "any" or (whom == "not_stated" and program["control"] != "public")
    if program["price_status"] == "conflicting" or not is_for_all:
        return None
    return {"@type": "Offer", "category": words.covered(program), "price": low, "priceCurrency": "USD"}
