"""What to ask the school before enrolling: the unknowns of this program, as questions. Pure."""

from db.site import costs, terms, words
from db.site.sheet import Sheet

MOST = 9

WORRYING = "The list shows {by} as “{standing}”. What does that mean for me?"
ABOUT_STANDING = {
    "claimed": "Until when does the accreditation by {by} run, and does it cover this very award and campus?",
    "seeking": "What if {by} has not accredited the program when I graduate?",
    "candidate": "What if {by} has not accredited the program when I graduate?",
    **dict.fromkeys(("contradicted", "ended", "probation", "show_cause", "warning"), WORRYING),
}


def to_ask(sheet: Sheet) -> list[str]:
    """The questions that this program's unknowns raise, the price first."""
    return [*about_price(sheet), *about_time(sheet), *about_place(sheet), *about_proof(sheet)][:MOST]


def about_price(sheet: Sheet) -> list[str]:
    """What to ask about the cost."""
    program, asked = sheet.program, []
    if program["price_total_min"] is None:
        return ["What does the whole program cost, with every fee, book and tool, and may I have that in writing?"]
    printed = words.whole_price(program)
    if program["price_look_again"]:
        asked.append(f"We read a price of {printed}, far from what such programs cost. Is it right?")
    if program["price_status"] == "conflicting":
        asked.append("We read prices that differ. Which one holds for me?")
    if not program["price_is_complete"]:
        asked.append(f"We can add up {printed}, with a part missing. What is the whole price?")
    if is_old(program["price_year"], sheet):
        asked.append(f"The price that we read is of {program['price_year']}. What is it now?")
    if program["control"] == "public" and program["price_residency"] in ("not_stated", "any"):
        asked.append("For whom is this price: residents of the district, of the state, or everybody?")
    covers = costs.covered(program["price_covers"])
    if covers == {"total"}:
        asked.append(f"What is in the {printed}: fees, books, tools, uniform?")
    elif "books" not in covers:
        asked.append("What do books and supplies cost, and must I buy them from you?")
    else:
        asked.append("What is not in that price: uniform, health checks, the exam's fee?")
    return asked


def is_old(academic_year: str, sheet: Sheet) -> bool:
    """Whether a price of this academic year, "2020-21", had ended when the newest figure was read."""
    newest = max((figure["read_on"] or "" for figure in sheet.figures), default="")[:4]
    begun = academic_year[:4]
    return begun.isdigit() and newest.isdigit() and int(begun) + 1 < int(newest)


def about_time(sheet: Sheet) -> list[str]:
    """What to ask about the length."""
    status = sheet.program["length_status"]
    if status == "conflicting":
        return ["We read lengths that differ. How many months does it take, at what pace?"]
    if status not in ("published", "computed"):
        return ["How many months does it take full-time, and how many part-time? When does it start?"]
    return ["When does the next class start, and is there a wait?"]


def about_place(sheet: Sheet) -> list[str]:
    """What to ask about where one must be."""
    program = sheet.program
    if program["delivery"] == "unknown":
        return ["Which parts are online, and what must I do in person, where and when?"]
    if program["delivery"] in ("online", "hybrid", "multiple") and not program["in_person"]:
        return ["Must anything be done in person: labs, an externship, exams?"]
    if "clinical" in program["in_person"] or "extern" in program["in_person"]:
        return ["Who finds the place for the clinical part or externship, and what if there is none near me?"]
    return []


def about_proof(sheet: Sheet) -> list[str]:
    """What to ask about accreditation, credentials and licences."""
    asked = []
    for proof in sheet.proofs:
        if question := ABOUT_STANDING.get(proof["standing"]):
            asked.append(question.format(by=proof["accreditor"], standing=terms.standing(proof["standing"]).lower()))
    unsure = dict.fromkeys(
        row["acronym"] for row in sheet.openings if row["answer"] == "not_established" and not row["is_later"]
    )
    if unsure:
        asked.append(f"May I sit the exam for {' or '.join(list(unsure)[:3])} right after this program?")
    if any(row["licence"] == "varies" for row in sheet.licences):
        asked.append("Does the program meet the licence rules of the state where I want to work?")
    return asked
