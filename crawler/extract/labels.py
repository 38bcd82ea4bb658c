"""The labels that schools print beside a fact, and the kind of fact each announces.

A new spelling is a new word in LABELS. A label that is not here says nothing: an application fee, a monthly payment,
a starting wage or a scholarship is left unread by leaving it out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.extract.measures import ALONE, DURATION
from crawler.extract.words import Phrases, Words, listed, phrases, words

_SPELLINGS = {
    "price": """
        kit and books, books and kit, kit and supplies, student kit, books / kit, books/kit, kit/books, kit / books
        tuition, tuition fee, tuition and fees, tuition and required fees, tuition fees, tuition cost, tuition costs
        tuition price, tuition rate, tuition rates, tuition only, tuition and books, tuition and supplies, base tuition
        cost, costs, cost of program, cost of tuition, cost of course, cost to complete, price, what does it cost
        how much does it cost, course fee, program fee, class fee, fee, fees, required fees, mandatory fees, lab fee
        lab fees, technology fee, materials fee, supply fee, kit fee, student fees, registration fee, books
        textbooks, books and supplies, books and materials, textbooks and supplies, books and fees, books and tools
        books and equipment, supplies, materials, tools, tools and supplies, kit, uniforms and supplies, total
        total cost, total price, total due, total charges, total investment, tuition amount, tuition total
        tuition and books and fees, tuition books and fees, tuition fees and books, investment, full price
        cost per student, cost per person, price per person, tuition / fees, tuition/fees, overall cost, grand total
        cash price, regular price, tuition cost per student, tuition and fee, price per student""",
    "length": """
        length, duration, time to complete, time to completion, completion time, time to finish
        length of program, length of course, length of training, length of study, how long does it take
        how long is it, time frame, timeframe, training time, training length, time commitment, weeks, months
        semesters, quarters, number of weeks, number of months, hours, clock hours, contact hours
        instructional hours, training hours, number of hours, credits, credit hours, semester hours
        semester credits, semester credit hours, quarter credits, quarter credit hours, credits required
        credits to graduate, number of credits, length in weeks, length in months, length in clock hours
        length in hours, normal time to complete, normal time to completion, normal completion time
        normal time, time to earn, time needed, how long, program time, clock hrs, contact hrs, total hrs
        hrs, wks, hours of training, hours of instruction, units, unit hours, semester units
        length and hours, duration and hours, days, number of days, credits and hours, credit or clock hours
        externship, externship hours, clinical hours, lab hours, classroom hours, theory hours
        practical hours, didactic hours, internship hours, practicum hours""",
    "award": """
        credential, credential earned, credential awarded, credential type, credential level, award
        award type, award earned, type of award, degree, degree type, degree awarded, degree earned
        degree level, certificate type, certificate awarded, certificate or degree, degree or certificate
        you will earn, you earn, graduates receive, graduates earn, students earn, students receive
        you will receive, you receive, level, award level, credential offered, credentials, award granted
        degree offered, certificate earned, type of credential, type of degree, diploma awarded
        document awarded, credential granted, exit credential, outcome, upon completion, upon graduation""",
    "delivery": """
        delivery, delivery method, delivery mode, delivery format, format, class format, class type
        learning format, learning mode, study mode, mode, modality, mode of delivery, mode of instruction
        method of delivery, method of instruction, instructional method, instructional mode, how you learn
        how it is taught, instructional delivery, training format, learning options, class options
        delivery options, delivery type, instruction type, instruction mode, class delivery, offered
        how offered, setting, classroom type, campus, campuses, location, locations, where, course mode
        format and schedule, format and location""",
    "accreditation": """
        accreditation, accreditations, accreditation status, accredited by, accreditor, accrediting agency
        accrediting body, programmatic accreditation, program accreditation, specialized accreditation, approval
        approvals, approved by, state approval, accreditation and approvals, licensed by, accredited, accreditors
        accrediting agencies, institutional accreditation, accreditation and licensure, accredited through""",
    "cip": """
        cip, cip code, cip codes, cip number""",
}
LABELS = {spelling: kind for kind, spellings in _SPELLINGS.items() for spelling in listed(spellings)}

_WORD = re.compile(r"[a-z]+")
_VOCABULARY = frozenset(word for spelling in LABELS for word in _WORD.findall(spelling)) - {
    "and",
    "of",
    "to",
    "in",
    "it",
}
# Words that narrow a label and leave its kind: "Estimated program length", "2026-27 tuition per credit hour".
_NARROWING = """
    program, course, class, day, evening, night, weekend, full time, part time, training, our, the, this
    total, full, complete, published, current, required, standard, estimated, est, approximate, approx
    average"""
_QUALIFIER = re.compile(phrases(_NARROWING).pattern + r"|\b(?:19|20)\d\d(?:[-–/]\d{2,4})?\b")
_BASIS = re.compile(
    r"\b(?:per|a|each|by) (?:semester |quarter )?(?:credit hours?|credits?|clock hour|contact hour|unit"
    r"|semester|quarter|term|year|course|class)\b|\bannual\b|/ ?(?:credit|cr|unit|term|year)\b"
)
RESIDENCY = re.compile(
    r"\b(?:in|out)[- ](?:of[- ])?(?:district|state|county)\b|\b(?:non[- ]?)?residents?\b"
    r"|\binternational\b",
    re.I,
)
# All that a label may say, unless in brackets or before "tuition": most lines say something else.
_KNOWN = frozenset(_WORD.findall(" ".join((*LABELS, _NARROWING)))) | frozenset(
    listed("""a, annual, by, class, clock, contact, county, course, cr, credit, credits, district, each, for, hour
    hours, in, international, non, nonresident, nonresidents, of, out, per, quarter, resident, residents, semester
    state, term, unit, year, s""")
)
# "Phlebotomy tuition", "day program tuition": the name of a part or a track before the charge.
_TUITION_OF = re.compile(
    r"(?:(?!(?:monthly|weekly|past|former|previous|waived|remaining|unpaid|prepaid|for|us|of|about|your|our|on|in|with"
    r"|to|see|contact|ask|call|free|no|extra|pay|paying|toward|towards)\b)[a-z/-]+ ){1,3}tuition"
)
_ASIDE = re.compile(r"\([^)]*\)|[*†‡#]")
_JOINING = re.compile(r"^(?:and|of|for)\b|\b(?:and|of|for|in)$")
_PUNCTUATION = re.compile(r"[^\w&/–-]+")
LONGEST_LABEL = 60

MONEY = re.compile(r"\$ ?\d")
# An amount in these words is a way to pay, a discount or a budget; it is never the price.
INSTALMENT = Phrases("""financing, financed, down, per month, a month, each month, every month, monthly, /mo
    payment plan*, installment*, instalment*, as low as, as little as, down payment, deposit, scholarship*, grant*
    discount*, refund*, cost of attendance, net price""")
# A pace is the label of a duration: "Part-time | 50 weeks".
PACE = re.compile(
    r"(?:full|part)[- ]time|(?:day|evening|night|weekend)s?(?: (?:program|class(?:es)?|course|schedule|students?))?",
    re.I,
)
_CLOCK_TIME = re.compile(r"\d ?[ap]\.?m\b|\d:\d\d|\bmon(?:day)?\b|\bphone\b", re.I)
_LASTS = re.compile(rf"\d|{DURATION.pattern}|\b(?:year|month|week|day|semester|term)s?\b|\bpaced?\b|competency", re.I)
_NOTHING = re.compile(r"(?:[-–—.*…\s]|n/?a|tb[ad]|none|x{2,}|varies|yes|no)*", re.I)
# Labels that announce other things too: what stands beside them must say what it is.
_LOOSE = {
    "award": re.compile(r"level|outcome|upon|offered|students|degree|credentials|you ", re.I),
    "delivery": re.compile(r"campus|location|where|offered|setting|mode\b|format", re.I),
}
AWARD = re.compile(
    r"\b(?:certificates?|diplomas?|associate(?:[’']?s)?(?: degrees?| in\b| of\b|$)|A\.?\s?A\.?\s?S\b|A\.?O\.?S\b"
    r"|A\.[AS]\.|degrees?|bachelor\w*|master[’']?s|doctorate)(?!\w)",
    re.I,
)
MODE = Phrases("""online, hybrid, blended, hyflex, on campus, on site, in person, distance learning
    distance education, remote*, virtual*, face to face, classroom*, residential, hands on, live, self paced, campus
    in class, zoom, web, ground, correspondence, lab""")
_NAMES_MODE = Phrases("""online, hybrid, blended, hyflex, on campus, on site, in person, distance learning
    distance education, remote*, virtual*, face to face, hands on""")
# "Total: 600 hours" and "Books: 3" are counts.
_COUNT = re.compile(r"\b(?:hours?|hrs?|weeks?|months?|days?|years?|credits?|units?)\b", re.I)
_NEEDS_CURRENCY = re.compile(r"total|books?|textbooks|tools|kit|materials|supplies", re.I)
_CLAUSE = re.compile(
    r"(?<=[.!?])\s+|\s*;\s*|,? (?:and|plus|or|but) (?=(?:an? )?\$)|, (?:and|plus|or|but) |, (?=[a-z$])"
    r"|\s*[()]\s*|\s+/\s+(?=[A-Za-z]+:|\$)"
)


def kind_of(label: str) -> str:
    """The kind of fact that a label announces, "" if it announces none that we know."""
    return _kind_of(label) if 1 < len(label) <= LONGEST_LABEL else ""


@lru_cache(maxsize=16384)
def _kind_of(label: str) -> str:
    words = _WORD.findall(label.lower())
    if _VOCABULARY.isdisjoint(words):
        return ""
    if "(" not in label and "tuition" not in words and not _KNOWN.issuperset(words):
        return ""
    plain = _tidy(_ASIDE.sub(" ", label.lower()).replace("&", " and ").replace("/", " / " if "/ " in label else "/"))
    if plain in LABELS:
        return LABELS[plain]
    narrowed = _tidy(_QUALIFIER.sub(" ", plain))
    of_all = RESIDENCY.sub(" ", _BASIS.sub(" ", plain))
    bare = narrowed if of_all == plain else _tidy(_QUALIFIER.sub(" ", of_all))
    kind = LABELS.get(narrowed) or LABELS.get(bare)
    return kind or ("price" if plain.endswith("tuition") and _TUITION_OF.fullmatch(plain) else "")


def labelled(label: str, value: str) -> list[Words]:
    """The words of a label and the value printed beside it: none if the label or the value says nothing."""
    value = value.lstrip(" :")
    kind = kind_of(label) or ("length" if PACE.fullmatch(label) and ALONE.fullmatch(value) else "")
    if not kind or _NOTHING.fullmatch(value) or value.endswith((":", " -")) or kind_of(value):
        return []  # nothing stands beside the label, or the next label does
    if kind == "price" and INSTALMENT.search(label):
        return []
    if kind == "price" and INSTALMENT.search(value):
        parts = (part for part in clauses(value) if MONEY.search(part) and not INSTALMENT.search(part))
        return [words(kind, label, part) for part in parts]
    if (
        kind == "price"
        and not MONEY.search(value)
        and (_COUNT.search(value) or _NEEDS_CURRENCY.fullmatch(label.strip(" :")))
    ):
        return []
    if kind in ("award", "delivery") and MONEY.search(value):
        return []  # "Award: up to $2,000" is a scholarship
    if kind == "award" and not AWARD.search(value) and (len(value) > LONGEST_LABEL or _LOOSE[kind].search(label)):
        return []
    if kind == "delivery" and not (_NAMES_MODE if _LOOSE[kind].search(label) else MODE).search(value):
        return []
    if kind == "length" and (_CLOCK_TIME.search(value) or MONEY.search(value) or not _LASTS.search(value)):
        return []  # "Hours: Mon-Fri 8-5"
    return [words(kind, label, value)]


def beside(label: str, column: str) -> str:
    """The label of a cell that stands under a column header: what the row says and what the column says."""
    return ", ".join(dict.fromkeys(part.strip(" :") for part in (label, column) if part.strip(" :")))


def clauses(text: str) -> list[str]:
    """The parts of a sentence, so that a price need not share its words with the deposit beside it."""
    return [part for part in _CLAUSE.split(text) if part.strip()]


def _tidy(text: str) -> str:
    """Lower-case words with single spaces, and no joining word left at either end."""
    text = _PUNCTUATION.sub(" ", text).strip()
    return _JOINING.sub("", text).strip(" -–/")
