"""The price of a program as a student reads it: what is printed, what it adds up to, what is missing. Pure."""

from dataclasses import dataclass

from db.site import words

COMPONENTS = {"tuition": "Tuition", "fees": "Required fees", "tuition_and_fees": "Tuition and fees",
              "books": "Books and supplies", "supplies": "Supplies, tools, uniform", "total": "Whole price",
              "other": "Other"}  # fmt: skip
BASES = {"program": "", "year": "a year", "term": "a term", "credit": "a credit", "clock_hour": "a clock hour",
         "course": "a course", "month": "a month", "one_time": "once"}  # fmt: skip
FOR_WHOM = {"in_district": "residents of the college's district", "in_state": "residents of the state",
            "out_of_state": "residents of other states", "not_stated": "the table does not say for whom"}  # fmt: skip
PARTS = {"tuition": "Tuition", "fees": "Fees", "books": "Books"}
PARTS_OF = {"tuition_and_fees": {"tuition", "fees"}}
YARDSTICKS = ("month", "clock_hour", "credit")


@dataclass(frozen=True)
class Costs:
    """Figures of a program's price, each in the one place where it is shown."""

    lines: list  # as printed
    totals: list  # from start to finish, printed or added up
    yardsticks: list  # the total per month, clock hour, credit
    unread: list  # words with an amount that we did not understand

    def is_aside(self, figure) -> bool:
        """Whether another source than this figure's gives the price that is shown."""
        shown = {total["source"] for total in self.totals if total["shown"]}
        return bool(shown) and figure["source"] not in shown


def sort_out(figures) -> Costs:
    """The places of these figures of kind `price`."""
    read = [figure for figure in figures if figure["status"] not in ("unparsed", "not_published")]
    totals = [figure for figure in read if figure["component"] == "total" and figure["basis"] == "program"]
    printed = [figure for figure in read if figure["status"] != "computed"]
    computed = [figure for figure in read if figure["status"] == "computed"]
    return Costs(
        lines=[figure for figure in printed if figure not in totals],
        totals=totals,
        yardsticks=[figure for figure in computed if figure["basis"] in YARDSTICKS],
        unread=[figure for figure in figures if figure["status"] == "unparsed"],
    )


def name(figure) -> str:
    """What the amount is of."""
    if figure["component"] == "other" and figure["what"]:
        return figure["what"][:1].upper() + figure["what"][1:]
    return words.label(COMPONENTS, figure["component"] or "other")


def amount(figure) -> str:
    """$245 a credit; $6,000 to $7,200; up to $900"""
    low, high = figure["value_min"], figure["value_max"]
    if low is None and high is None:
        return "not understood"
    told = f"up to {words.money(high)}" if low is None else words.span(low, high, words.money)
    return " ".join(part for part in (told, words.label(BASES, figure["basis"]) if figure["basis"] else "") if part)


def whom(figure) -> str:
    """For whom and when: residents of the state, 2020-21"""
    told = FOR_WHOM.get(figure["residency"], "")
    return ", ".join(part for part in (told, figure["academic_year"]) if part)


def covered(covers: str) -> set[str]:
    """The parts that a total certainly covers: of several totals, those that all of them do."""
    return set.intersection(*(set(one.split(", ")) for one in covers.split(" or "))) if covers else set()


def missing(program, costs: Costs) -> list[str]:
    """What the total leaves out or leaves unsaid, a sentence each; nothing where there is no total."""
    if program["price_total_min"] is None:
        return []
    covers = covered(program["price_covers"])
    if covers == {"total"}:
        books = " Books are in it." if any(figure["includes_books"] == 1 for figure in costs.totals) else ""
        return [f"The page prints one price and does not say what is in it.{books}"]
    priced = {}
    for figure in costs.lines:
        for part in PARTS_OF.get(figure["component"], {figure["component"]}):
            priced.setdefault(part, figure)
    said = []
    for part, title in PARTS.items():
        if part not in covers:
            said.append(f"{title}: {beside(priced[part])}" if part in priced else f"{title}: no price found")
    if "supplies" in priced and "supplies" not in covers:
        said.append(f"Supplies: {beside(priced['supplies'])}")
    others = [figure for figure in costs.lines if figure["component"] == "other"]
    return [*said, *(f"{name(figure)}: {beside(figure)}" for figure in others)]


def beside(figure) -> str:
    """What is said of an amount that the total leaves out."""
    return f"{amount(figure)} printed, not in the total"


def is_alike(programs) -> bool:
    """Whether the whole prices of these programs may be ranked: all known, one amount each, complete, believed,
    undisputed, saying what they cover, and for the same students, of the same year and of the same parts."""
    told = all(
        program["price_total_min"] is not None
        and program["price_total_min"] == program["price_total_max"]
        and program["price_is_complete"]
        and not program["price_look_again"]
        and program["price_status"] != "conflicting"
        and covered(program["price_covers"]) not in (set(), {"total"})
        for program in programs
    )
    return told and all(len({scope(program)[key] for program in programs}) == 1 for key in ("covers", "whom", "year"))


def scope(program) -> dict[str, str]:
    """{covers, whom, year} of a whole price, in words."""
    is_untold = program["price_residency"] in ("any", "not_stated", "")
    if is_untold:
        whom = "not said" if program["control"] == "public" else "everybody"
    else:
        whom = FOR_WHOM[program["price_residency"]]
    covers = covered(program["price_covers"])
    return {
        "covers": "what is in it is not said" if covers in (set(), {"total"}) else words.covered(program),
        "whom": whom,
        "year": program["price_year"] or f"read {program['as_of']}",
    }
