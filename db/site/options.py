"""The filters of a search as a page shows them: groups of options with their counts, and the chosen ones as tags."""

from collections.abc import Iterable

from db.site import words
from db.site.asked import CEILINGS, PATH, Asked
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

LONG, OPENED = ("career", "cip", "opens", "state"), ("career", "opens", "state")
"""Groups of which the most frequent options are shown, and those of which the rest can be opened: a field of study
that is not among the first is found by its name."""

AT_FIRST = 8
"""Options of a long group that are shown at first."""


def groups(known: Vocabulary, asked: Asked, counts: dict[str, dict[str, int]]) -> list[dict]:
    """{name, title, options, more}; each option {label, count, link, chosen}."""
    return [group(known, asked, name, counts[name]) for name in TITLES if counts.get(name, {}).keys() - {"unknown"}]


def group(known: Vocabulary, asked: Asked, name: str, counts: dict[str, int]) -> dict:
    """One group, its options in their own order or the most frequent first."""
    chosen, link = asked.values(name), asked.links(name)
    pairs = ordered(name, counts, chosen)
    first = pairs
    if len(pairs) > AT_FIRST + 2 and name in LONG:
        first = [pair for at, pair in enumerate(pairs) if at < AT_FIRST or pair[0] in chosen]
    rest = [pair for pair in pairs if pair not in first] if name in OPENED else []

    def options(some: Iterable[tuple[str, int]]) -> list[dict]:
        return [
            {"label": label(known, asked, name, one), "count": number, "link": link(one), "chosen": one in chosen}
            for one, number in some
        ]

    more = sorted(options(rest), key=lambda option: option["label"])
    return {"name": name, "title": TITLES[name], "options": options(first), "more": more}


def ordered(name: str, counts: dict[str, int], chosen: Iterable[str]) -> list[tuple[str, int]]:
    """The options to show, with their counts: those that count something, are chosen, or say what is unknown."""
    if name in CEILINGS:
        bounds = [(bound, n) for bound, n in counts.items() if bound != "unknown" and (n or bound in chosen)]
        return [*bounds, ("unknown", counts["unknown"])]
    order = list(VOCABULARIES.get(name, ()))
    here = {option: counts.get(option, 0) for option in (*counts, *chosen, *(one for one in ALWAYS if one in order))}
    here.pop("", None)
    if not order:
        return sorted(here.items(), key=lambda pair: (pair[0] == "unknown", -pair[1], pair[0]))
    return sorted(here.items(), key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order))


def label(known: Vocabulary, asked: Asked, name: str, option: str) -> str:
    """The words for an option."""
    if option == "unknown" and name == "price" and not asked.per_year:
        return "Not published, or not whole"
    if option == "unknown" and name in ("price", "months", "state"):
        return "Not published"
    if name == "price":
        return "Free" if option == "0" else f"Up to {words.money(int(option))}{' a year' if asked.per_year else ''}"
    if name == "months":
        return f"Up to {words.plural(int(option), 'month')}"
    if name == "opens":
        return known.exams.get(option, "Not established")
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
    if name == "opens":
        return f"Opens {said}"
    if name in ("program_accreditation", "school_accreditation") or option == "unknown":
        return f"{TITLES[name]}: {said[0].lower()}{said[1:]}"
    return said


def name_of(known: Vocabulary, asked: Asked, name: str) -> str:
    """A filter in words, with all that is chosen of it."""
    if name == "what":
        return f"“{asked.what}”"
    if name == "where":
        return f"within {asked.within} miles of {asked.where}"
    return " or ".join(tag(known, asked, name, option) for option in asked.values(name))
