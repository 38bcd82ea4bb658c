"""How much an address, and the words of a link to it, promise a page that describes a program."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from urllib.parse import unquote, urlsplit

from crawler.extract.words import phrases

FIELDS = files("db") / "reference" / "fields.csv"

_PROGRAM = phrases("""
    program*, programme*, certificate*, diploma*, degree*, associate, associates, aas, major, majors, training, course
    courses, curriculum, curricula, class, classes, cert, aos, asn, gedt""")
_HUB = phrases("""
    academic*, catalog, catalogue, pathway*, workforce, continuing education, adult education, areas of study
    fields of study, areas of interest, career*, technical, vocational, trades, trade, health, healthcare
    allied health, what we offer, explore, study, learn, learning, department*, division*, school of*
    apprenticeship*""")
_TRADE = phrases("""
    assistant, assisting, technician, technologist, technology, technologies, nursing, nurse, therapy, therapist
    mechanic*, repair, operator, design, accounting, science, studies, specialist, coding, billing, management""")
_HIGHER = phrases("""
    graduate, masters, master of, master's, mba, doctoral, doctorate, phd, bachelor*, baccalaureate, bsn, post
    baccalaureate, postgraduate""")
_AGAINST = phrases("""
    about, accessibility, account, admin, advising, alumni, announcement*, apply, application*, archive*, archived
    athletic*, author, award winners, blog*, board, bookstore, calendar*, camp, camps, campus life, campus map, cart
    category, chat, checkout, clery, club*, commencement, conference*, contact*, copyright, covid*, dining, directions
    directory, donate, donor*, email, emergency alert*, employment, event*, faculty, faq*, feed, find people, food, form
    forms, foundation, gallery, give, giving, governance, history, hours, housing, human resources, ipeds, it help, job
    jobs, leadership, library, livestream, log in, login, logout, map, maps, media, meetings, minutes, mission
    my account, news*, open house, orientation, parking, password, people, person, personnel, photos, podcast*
    policies, policy, portal, press, privacy, procurement, profile*, publications, purchasing, register, residence
    safety, schedule a tour, scholarship*, search, security, share, shop, sign in, signin, site map, sitemap, social
    sports, staff, stories, story, strategic plan, student life, student services, success stories, support
    syllabi, tag, team, terms of use, testimonial*, ticket*, title ix, tour, tours, transcript*, trustees, tutoring
    video*, virtual tour, visit, volunteer*, weather, webinar*, webmail, wp admin, wp content, wp json""")
_COST = phrases("""
    tuition, fees, costs, cost, pricing, price list, prices, gainful employment, gainful, gedt, disclosure, disclosures
    net price, net price calculator, consumer information, price sheet, fee schedule""")
_NO_COST = phrases("""
    reimbursement, assistance, refund*, waiver*, waive, payment*, pay, remission, exchange, discount*, deferral
    cost accounting, living, attendance, deposit, insurance, free, scholarship*, benefits""")
_WORD = re.compile(r"[a-z0-9']+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SUFFIX = re.compile(r"\.\w{2,5}$")


PAGE = 2
"""From this score on a page is read for programs; below it, it is followed for its links alone."""


def score(url: str, text: str, listed_among_programs: bool = False) -> int | None:
    """How much a link promises, higher is better; None if it is not worth a request.

    url                    its canonical address
    text                   its words
    listed_among_programs  it stands in the body of a page that lists programs, which vouches for it
    """
    *folders, last = _segments(url)
    host = urlsplit(url).netloc.split(".")[:-2]
    above = " / ".join([" ".join(host), *folders])
    words = plain(text)
    if _HIGHER.search(f"{last} / {words} / {above}"):
        return None
    here = f"{last} / {words}"
    if any(_AGAINST.fullmatch(part) for part in (*host, *folders, last, words)):
        return None
    field = bool(_fields().search(here))
    found = 0
    found += 3 * bool(_PROGRAM.search(last) or _PROGRAM.search(words))
    found += 2 * bool(_PROGRAM.search(above))
    found += 1 * bool(_HUB.search(here))
    found += 1 * bool(_HUB.search(above))
    found += 4 * field
    found += 1 * bool(_TRADE.search(here))
    found += 3 * listed_among_programs
    if not (field or listed_among_programs or _PROGRAM.search(above)) and _AGAINST.search(here):
        found -= 4
    return found if found >= 0 else None


def lists_programs(url: str, text: str) -> bool:
    """Whether a page at this address, or called so, lists programs: its links are worth more than those of a menu."""
    last = _segments(url)[-1]
    return bool(_PROGRAM.search(last) or _PROGRAM.search(plain(text))) and not _fields().search(f"{last} / {text}")


def tells_costs(url: str, text: str) -> bool:
    """Whether a link leads to what programs cost: a tuition page, a disclosure, a net price calculator."""
    here = f"{_segments(url)[-1]} / {plain(text)}"
    return bool(_COST.search(here)) and not _NO_COST.search(here) and not _HIGHER.search(here)


def plain(text: str) -> str:
    """Lower-case words with single spaces."""
    return " ".join(_WORD.findall(text.lower().replace("’", "'").replace("&", " and ")))


def _segments(url: str) -> list[str]:
    """The parts of the path as words, without file suffixes; [""] for the front page."""
    path = unquote(urlsplit(url).path)
    return [plain(_CAMEL.sub(" ", _SUFFIX.sub("", part))) for part in path.strip("/").split("/")]


@cache
def _fields() -> re.Pattern[str]:
    """The names by which schools call their fields."""
    with FIELDS.open(encoding="utf-8", newline="") as file:
        return phrases(",".join(row["name"] for row in csv.DictReader(file)))
