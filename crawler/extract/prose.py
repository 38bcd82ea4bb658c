"""Headings with prose: the sentences that state a length, a price, an award, a delivery or an accreditation.

A sentence is read if it has what its rule needs and nothing that its rule refuses. Prose is the last resort, so the
rules refuse generously: an unread sentence is a gap, a misread one is an invention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from crawler.extract.labels import AWARD, LONGEST_LABEL, MONEY, clauses, kind_of
from crawler.extract.measures import ALONE, DURATION
from crawler.extract.outline import Line
from crawler.extract.words import Phrases, Words, phrases, words

_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]|\b(?:approx|hrs?|wks?|mos?|yrs?|St|Dr|Mr|Mrs|Ms|No|Inc|vs|etc|min|max))\.$")
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\")]?\s+(?=[A-Z0-9“\"$(])")


LONGEST_LINE = 20_000
"""Characters of a line of prose; what is longer is no prose."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Every pattern of `needs` must be found in the sentence, and `refuses` must not.

    heading_helps  a heading that announces the kind, or a pace, stands for the needs after the first
    """

    kind: str
    needs: tuple[re.Pattern[str] | Phrases, ...]
    refuses: Phrases
    heading_helps: bool = False


RULES = (
    Rule(
        "price",
        (
            MONEY,
            Phrases("tuition, cost, costs, price, prices, priced, fee, fees, total, books, textbooks, supplies"),
        ),
        Phrases("""
        scholarship*, grant, grants, award*, aid, loan*, win, worth, stipend, reimburse*, employer*, waive*
        wage*, salary, salaries, earn*, hourly, median, average, an hour, per hour, a week, per week, per day
        deposit*, down, payment*, installment*, instalment*, monthly, per month, a month, each month, every month
        as low as, as little as, up to $*, discount*, save, saves, saved, savings, refund*, late, penalty
        apply, applicant*, application, registration, reservation, exam*, license*, licensure, permit
        background, drug, immuniz*, housing, room, living, attendance, net
        was, were, formerly, previously, increase*, raised
        not include, not included, not including, excludes, excluding, exclusive of, clinic, client*, customer*
        guest*"""),
    ),
    Rule(
        "length",
        (
            DURATION,
            Phrases("""program, programs, course, courses, training, curriculum, complet*, finish*
            last, lasts, take, takes, length, duration, instruction, didactic, externship, internship, bootcamp, class
            diploma, certificate, degree, totaling, totalling"""),
        ),
        Phrases("""
        years of age, years old, year old, years ago, years later, months later, years in, last year, last * years
        years of experience, year of experience, years experience, years' experience, work experience, experience in
        founded, established, since, history, worked, job placement, jobs
        employed, employment, employer*, graduates of, of graduates, placement
        accredit*, warranty, interest, pay, payment*, $*, wage*, salary, refund*, scholarship*, grant, grants
        access, be available, valid, renew*, deadline, reschedul*, within, per course, prior, prerequisite*
        high school
        universit*, transfer*
        count toward, counts toward, apply toward, other programs, some schools, other schools, many schools
        most schools, some programs, most programs, many programs
        hours a day, hours per day, hours a week, hours per week, hours each week, per week, a week, every week
        per month, a month, per year, a year, each year, every year"""),
        heading_helps=True,
    ),
    Rule(
        "delivery",
        (
            re.compile(
                phrases("""online, hybrid, blended, hyflex, on campus, on site, in person, distance learning
                distance education, remote*, virtual*""").pattern
                + r"|\bat (?:our|the) (?:[A-Z]\w+ ){0,3}campus\b",
                re.I,
            ),
            Phrases("""program, programs, course, courses, training, curriculum, class, classes, lecture*, lab, labs
            instruction, certificate, diploma, degree, offered, delivered, taught, held, externship*, clinical*
            practicum, study, format, learning, coursework"""),
        ),
        Phrases("""
        apply now, apply online, apply today, apply for, apply here, apply by, apply in, can apply, may apply
        must apply, application*, register, pay, tested, testing, form, portal, store, bookstore, resources
        enhanced, schedule
        visit, tour*, open house, orientation, chat, contact us, adviser*, advisor*, at your own
        our other, also offer, housing, parking, job placement, jobs, room, board"""),
    ),
    Rule(
        "award",
        (
            Phrases("""earn, earns, receive, receives, awarded, awards, lead to, leads to, granted, conferred, obtain
            graduate with, culminates in"""),
            AWARD,
        ),
        Phrases("""
        not just, not only, more than
        high school, GED, must, required, applicant*, admission, bachelor*, master's, master’s, transfer*
        scholarship*, $*, eligibility, to operate, accredit*"""),
    ),
    Rule(
        "award",
        (
            # the program is called by its award: "the Associate of Science in Nursing degree", "this certificate"
            re.compile(
                r"\b(?:associate(?:[’']?s)? degree"
                r"|associates? (?:of|in) (?:applied |occupational )?(?:science|arts|studies)|diploma|certificate)\b",
                re.I,
            ),
            Phrases(
                "prepare, prepares, provides, offers, teaches, trains, introduces, promotes, designed to, is designed"
            ),
        ),
        Phrases("""
        high school, GED, must, required, applicant*, admission, bachelor*, master's, master’s, transfer*
        scholarship*, $*, eligibility, to operate, accredit*, certificates, diplomas, exam, exams, continue, or
        employer*, other"""),
    ),
    Rule(
        "accreditation",
        (
            re.compile(
                r"\baccredit(?:ed|ation)\b"
                r"|\b(?:approved|licensed|recognized|approval) (?:to operate )?(?:by|from)\b",
                re.I,
            ),
            # somebody is named: "by the Nevada ...", "the Council on ... (COE) Accredited"
            re.compile(
                r"\b(?:by|from|through) (?:the )?[A-Z]|\b[A-Z]{3,}\b"
                r"|\b(?:Commission|Council|Bureau|Board) (?:on|for|of) "
            ),
        ),
        Phrases("""
        accredited high school, accredited institution*, accredited college*, accredited universit*
        accredited school*, accredited since, what is accreditation, must, transfer*, applicant*, employer*"""),
    ),
    Rule("cip", (re.compile(r"\bCIP\b[^.\d]{0,20}\d\d\.\d{4}\b", re.I),), Phrases("e.g.")),
)


def read(lines: Sequence[Line], kinds: Sequence[Set[str]]) -> Iterator[tuple[int, Words]]:
    """The facts in sentences, each with the place of its line; the heading above a sentence is its label.

    kinds  what each line may state (see hints)
    """
    for place, line in enumerate(lines):
        if kinds[place] and line.grid is None and 12 < len(line.text) < LONGEST_LINE:
            rules = [rule for rule in RULES if rule.kind in kinds[place]]
            for sentence in sentences(line.text):
                if not sentence.endswith("?"):
                    for rule in rules:
                        for found in _apply(rule, sentence, line.heading):
                            yield place, found


def sentences(text: str) -> list[str]:
    """The sentences of a line. A point after a letter or an abbreviation ends none ("A.A.S. Nursing")."""
    found: list[str] = []
    for part in _SENTENCE_END.split(text):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return found


def _apply(rule: Rule, sentence: str, heading: str) -> Iterator[Words]:
    label = heading if len(heading) <= LONGEST_LABEL else ""
    helped = rule.heading_helps and (kind_of(label) == rule.kind or _OF_A_PACE.fullmatch(label))
    if rule.kind == "price":
        helped = bool(_OF_COST.search(label) and _WHOLE.search(sentence))
    needs = rule.needs[:1] if helped else rule.needs
    for part in _parts(rule, sentence):
        asked = _ASIDE.sub(" ", part) if rule.kind == "length" else part
        is_alone = rule.kind == "length" and ALONE.fullmatch(part.rstrip("."))  # "100 hours over 5 weeks."
        is_stated = is_alone or all(need.search(asked) for need in needs)
        if is_stated and not rule.refuses.search(asked):
            yield words(rule.kind, label, part)


def _parts(rule: Rule, sentence: str) -> list[str]:
    """The sentence as a whole; if it states more than one amount, those of its clauses that stand on their own."""
    return clauses(sentence) if rule.kind == "price" and rule.refuses.search(sentence) else [sentence]


_OF_COST = re.compile(r"\b(?:costs?|tuition|pric(?:es?|ing)|fees)\b", re.I)
# Unlike a PACE never a bare "Full-time", under which sentences may state the load of a week or a term.
_OF_A_PACE = re.compile(
    r"(?:day(?:time)?|morning|evening|night|weekend|full[- ]time|part[- ]time)"
    r" (?:class(?:es)?|programs?|courses?|tracks?)",
    re.I,
)
_WHOLE = re.compile(r"\b(?:in full|full (?:payment|price)|entire|total)\b", re.I)
_ASIDE = re.compile(r"\([^()]{0,200}\)")
