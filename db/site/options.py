"""The filters of a search as a page shows them: groups of options with their counts, and the chosen ones as tags."""

from collections.abc import Iterable

from db.site import words
from db.site.asked import PATH, Asked
from db.site.index import CEILINGS as BOUNDS
from db.site.links import address
from db.site.places import STATES
from db.site.vocabulary import Vocabulary

TITLES = {
    "price": "Price",
    "months": "Length",
    "delivery": "Where you must be",
    "award": "Award",
    "career": "Career",
    "cip": "Field of study",
    "opens": "Opens the exam",
    "program_accreditation": "The program's accreditation",
    "school_accreditation": "The school's accreditation",
    "control": "Kind of school",
    "state": "State",
}
VOCABULARIES = {"award": words.AWARDS, "delivery": words.DELIVERIES, "control": words.CONTROLS,
                "program_accreditation": words.STANDINGS, "school_accreditation": words.STANDINGS}  # fmt: skip
ALWAYS = ("unknown", "not_checked")
"""Options that are shown even where they count nothing: what is not known is never hidden."""

AT_FIRST = 8
"""Options of a long group that are shown before the rest is opened."""


def groups(known: Vocabulary, asked: Asked, counts: dict[str, dict[str, int]]) -> list[dict]:
    """{name, title, options, more}; each option {label, count, link, chosen}."""
    return [group(known, asked, name, counts[name]) for name in TITLES if counts.get(name)]


def group(known: Vocabulary, asked: Asked, name: str, counts: dict[str, int]) -> dict:
    """One group, its options in their own order or the most frequent first."""
    chosen, link = asked.values(name), asked.links(name)
    shown = [
        {"label": label(known, asked, name, option), "count": number, "link": link(option), "chosen": option in chosen}
        for option, number in ordered(name, counts, chosen)
    ]
    long = len(shown) > AT_FIRST + 2 and name in ("career", "cip", "opens", "state")
    first = [option for at, option in enumerate(shown) if at < AT_FIRST or option["chosen"]] if long else shown
    rest = [option for option in shown if option not in first] if name != "cip" else []
    return {"name": name, "title": TITLES[name], "options": first, "more": sorted(rest, key=lambda one: one["label"])}


def ordered(name: str, counts: dict[str, int], chosen: Iterable[str]) -> list[tuple[str, int]]:
    """The options to show with their counts: those that count something, are chosen, or say that something is unknown."""
    if name in BOUNDS:
        own = dict.fromkeys(option for option in chosen if option != "unknown")
        bounds = sorted({*map(str, BOUNDS[name]), *own}, key=int)
        told = [(bound, counts.get(bound)) for bound in bounds if counts.get(bound) != 0 or bound in own]
        return [*told, ("unknown", counts["unknown"])]
    order = list(VOCABULARIES.get(name, ()))
    here = {option: counts.get(option, 0) for option in (*counts, *chosen, *(one for one in ALWAYS if one in order))}
    if name == "cip":
        here.pop("", None)
    if not order:
        return sorted(here.items(), key=lambda pair: (-pair[1], pair[0]))
    return sorted(here.items(), key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order))


def label(known: Vocabulary, asked: Asked, name: str, option: str) -> str:
    """The words for an option."""
    if option == "unknown" and name in ("price", "months", "state"):
        return "Not published"
    if name == "price":
        return "Free" if option == "0" else f"Up to {words.money(int(option))}{' a year' if asked.per_year else ''}"
    if name == "months":
        return f"Up to {words.plural(int(option), 'month')}"
    if name == "career":
        return known.careers[option].name
    if name == "cip":
        return known.titles.get(option, option)
    if name == "state":
        return STATES.get(option, option)
    return words.label(VOCABULARIES.get(name, {}), option)


def tags(known: Vocabulary, asked: Asked) -> list[dict]:
    """The filters that are set, one by one: {label, link}; the link is the search without it."""
    told: list[tuple[str, str]] = []
    if asked.what:
        told.append((f"“{asked.what}”", asked.dropping("what").link))
    if asked.where:
        told.append((name_of(known, asked, "where"), asked.dropping("where").link))
    for name in (*TITLES,):
        link = asked.links(name)
        told += [(tag(known, asked, name, option), link(option)) for option in asked.values(name)]
    if asked.resident:
        told.append((f"for a resident of {STATES[asked.resident]}", address(PATH, asked.kept("resident"))))
    if asked.per_year:
        told.append(("price a year", address(PATH, asked.kept("per"))))
    return [{"label": words_, "link": link} for words_, link in told]


def tag(known: Vocabulary, asked: Asked, name: str, option: str) -> str:
    """An option in words that stand alone: The school's accreditation: Ended"""
    said = label(known, asked, name, option)
    if name in ("program_accreditation", "school_accreditation", "opens") or option == "unknown":
        return f"{TITLES[name]}: {said[0].lower()}{said[1:]}"
    return said


def name_of(known: Vocabulary, asked: Asked, name: str) -> str:
    """A filter in words, with all that is chosen of it."""
    if name == "what":
        return f"“{asked.what}”"
    if name == "where":
        return f"within {asked.within} miles of {asked.where}"
    return " or ".join(tag(known, asked, name, option) for option in asked.values(name))
