"""Programs side by side: the rows of the comparison, what is unlike in them, and where one of them stands out. Pure."""

from dataclasses import dataclass

from db.site import costs, terms, words
from db.site.sheet import Sheet


@dataclass(frozen=True)
class Row:
    """One line of the comparison.

    unlike  the cells differ in what would make the prices comparable
    best    the column that stands out, None where things are unlike, unknown or tied
    """

    title: str
    cells: tuple[str, ...]
    notes: tuple[str, ...] = ()
    unlike: bool = False
    best: int | None = None


def rows(sheets: list[Sheet]) -> list[Row]:
    """The same rows for all programs."""
    programs = [sheet.program for sheet in sheets]
    scopes = [costs.scope(program) for program in programs]
    prices = [program["price_total_min"] for program in programs]

    def scope(title: str, key: str) -> Row:
        told = tuple("–" if price is None else scope[key] for price, scope in zip(prices, scopes, strict=True))
        return Row(title, told, unlike=len(set(told) - {"–"}) > 1)

    def row(title: str, cell) -> Row:
        return Row(title, tuple(cell(sheet) for sheet in sheets))

    return [
        Row("Price from start to finish", tuple(terms.price(program) for program in programs),
            notes=tuple(doubt(program) for program in programs),
            best=lowest(prices) if costs.is_alike(programs) else None),
        scope("What is in it", "covers"),
        scope("For whom", "whom"),
        scope("Of which year", "year"),
        row("The school's price a year", lambda sheet: yearly(sheet.program)),
        Row("Length in months", tuple(terms.months(program) for program in programs),
            best=lowest([stated_months(program) for program in programs]) if of_one_pace(sheets) else None),
        row("Clock hours", lambda sheet: number(sheet.program["clock_hours"])),
        row("Credits", lambda sheet: number(sheet.program["credits"])),
        row("Where you must be", lambda sheet: terms.delivery(sheet.program)),
        row("What you get", lambda sheet: words.award(sheet.program)),
        row("Who accredits the program", lambda sheet: proofs(sheet.proofs)),
        row("Who accredits the school", lambda sheet: proofs(sheet.school_proofs)),
        row("It opens", lambda sheet: answered(sheet, "opens")),
        row("It does not open", lambda sheet: answered(sheet, "does_not_open")),
        row("Who runs the school", lambda sheet: words.label(words.CONTROLS, sheet.program["control"])),
        row("As of", lambda sheet: sheet.program["as_of"]),
    ]  # fmt: skip


def unlike(table: list[Row]) -> list[str]:
    """Why the prices are not ranked, if they are unlike."""
    return [row.title for row in table if row.unlike]


def lowest(values: list[float | None]) -> int | None:
    """The place of the lowest; None unless there are two at least, all are known, and no two share the lowest."""
    if len(values) < 2 or None in values or values.count(min(values)) > 1:
        return None
    return values.index(min(values))


def doubt(program) -> str:
    """What speaks against taking the price at its word."""
    if program["price_status"] == "conflicting":
        return "different prices are given"
    if program["price_look_again"]:
        return f"look again: {program['price_look_again']}"
    return ""


def yearly(program) -> str:
    """What a full-time year at the school costs, for residents of the state and for others."""
    home, away = program["year_price_in_state"], program["year_price_out_of_state"]
    if home is None and away is None:
        return "Not published"
    if home == away:
        return f"{words.money(home)}, {program['year_price_year']}"
    told = [f"{words.money(home)} for residents of the state"] if home is not None else []
    told += [f"{words.money(away)} for others"] if away is not None else []
    return f"{'; '.join(told)}, {program['year_price_year']}"


def stated_months(program) -> float | None:
    """The length, if it is one stated number."""
    is_stated = program["length_status"] in ("published", "computed")
    return program["months_min"] if is_stated and program["months_min"] == program["months_max"] else None


def of_one_pace(sheets: list[Sheet]) -> bool:
    """Whether the lengths are for the same pace, full-time or evenings, or for none that is told."""
    paces = {
        frozenset(figure["pace"] for figure in sheet.of("length") if figure["component"] == "total") for sheet in sheets
    }
    return len(paces) == 1


def number(value: float | None) -> str:
    """A number as printed."""
    return "Not published" if value is None else words.number(value)


def proofs(found) -> str:
    """The standings that are not over, or that nothing is established."""
    told = [f"{terms.standing(proof['standing'])} ({proof['accreditor']})" for proof in found
            if proof["standing"] not in ("ended", "denied", "not_checked")]  # fmt: skip
    return "; ".join(told) or "Not established"


def answered(sheet: Sheet, answer: str) -> str:
    """The credentials for which this is the answer."""
    told = dict.fromkeys(row["acronym"] for row in sheet.openings if row["answer"] == answer)
    return ", ".join(told) or ("None established" if answer == "opens" else "–")
