"""Why a page lists no program, in one sentence: what it is instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from crawler.extract import jsonld, names
from crawler.extract.outline import Line
from crawler.extract.words import Phrases, phrases

EMPTY = "The page is empty."
NAMELESS = "The page has neither a heading nor a title."
MISSING = "The page says that it does not exist or cannot be shown."
HIGHER = "The page describes a bachelor's or graduate program."
ARCHIVED = "The page belongs to an archived catalog."
OTHER = "The page is about the school, its list of programs or its charges, not about one program."
SCHOOL = "The page describes a whole school, not one program."
BARE = "The page prints no length, price or award of a program."
STUB = "The page is a stub: its content is still to come."
COURSE = "The page describes a single course of a program."
ARTICLE = "The page is news, a post or an article, not a program."
EVENT = "The page announces an event."

_MISSING = Phrases("""
    404, not found, page could not be found, page cannot be found, page can't be found, page can’t be found
    page does not exist, page doesn't exist, page doesn’t exist, page unavailable, no longer available
    no longer offered, no longer exists, server error, nothing found, no results, page missing
    domain for sale, domain is for sale, domain name for sale, just a moment, access denied, verify you are human
    are you human, are you a robot, under construction, site maintenance, attention required, forbidden
    internal server error, bad gateway, service unavailable, security check, account suspended, page is gone
    enable javascript, session expired, request rejected, object moved, directory listing, index of""")
_STUB = Phrases("""content coming soon, content goes here, coming soon, lorem ipsum, page under construction
    check back soon, more information coming, under construction, placeholder text, insert text here""")
_HIGHER = Phrases("""
    bachelor*, baccalaureate, post baccalaureate, postbaccalaureate, master of, master's, master’s, masters degree
    masters program, masters in, doctor of, doctoral, doctorate, graduate certificate, graduate degree
    graduate program, post master's, B.S., B.A., BS in, BA in, BSN, B.S.N., BSc, BFA, B.F.A., MBA, M.B.A., MSN, M.S.
    PhD, Ph.D., Ed.D., M.Ed., juris doctor""")
_OURS = re.compile(r"\bassociate|\bdiploma|\bA\.?A\.?S\b|\bundergraduate certificate|\bpre-?bachelor", re.I)
_ARTICLE = re.compile(
    r"^(?:how|what|why|when|where|who|top \d+|\d+ (?:ways|reasons|tips|things|steps)|is|are|should|can|does)\b"
    r"|\b(?:launches|announces|receives|hosts|celebrates|wins|named|opens|honors|awarded|partners with|graduates from"
    r"|job description|salary|interview questions|success story|career guide|jobs near)\b",
    re.I,
)
_BYLINE = re.compile(
    r"(?:(?:posted|published|written)\b.*|(?:by )?[A-Z][\w.]+ [A-Z][\w.]+ ?[|,•·–-] ?|date:? )?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r" \d{1,2},? 20\d\d(?: ?[|•·–-] ?.*| by .*)?",
    re.I,
)
_EVENT = Phrases("""information session*, info session*, open house, webinar, orientation, career fair, job fair
    graduation ceremony, commencement, town hall, meet and greet, conference, symposium""")
_DATED = re.compile(r"/(?:news|blog|press|stories|articles?|posts?|events?)(?:/|$)|/20\d\d/\d\d?/", re.I)
_OF_SCHOOL = phrases("""student population, student to faculty ratio, student/faculty ratio, undergraduate students
    carnegie classification, campus setting, campus housing, retention rate, total enrollment, enrollment
    religious affiliation, programs offered, degrees offered, awards offered, financial aid available
    school type, year founded, student body, acceptance rate, graduation rate""")
_ARCHIVED = re.compile(r"\[?archived (?:catalog|course catalog|edition)\]?|this is an archived", re.I)


def of_names(name: str, title: str, url: str) -> str:
    """Why a page with this heading and title is no program of ours, "" if it may be one."""
    if not name:
        return NAMELESS
    for text in (name, title):
        if _MISSING.search(text):
            return MISSING
        if _ARCHIVED.search(text):
            return ARCHIVED
        if _EVENT.search(text):
            return EVENT
    if is_higher(name):
        return HIGHER
    if _ARTICLE.search(name) and not names.says_program(name):
        return ARTICLE
    if _DATED.search(urlsplit(url).path):
        return ARTICLE
    return COURSE if names.COURSE_CODE.search(name) else ""


def is_higher(text: str) -> bool:
    """Whether words name an award above our scope and none within it."""
    return bool(_HIGHER.search(text)) and not _OURS.search(text)


def of_data(types: set[str]) -> str:
    """Why a page whose data name these types is no program of ours."""
    if not jsonld.TYPES.isdisjoint(types):
        return ""
    return next((f"The page is about {what}." for name, what in jsonld.OTHER_TYPES.items() if name in types), "")


def of_article(lines: Sequence[Line]) -> str:
    """Whether a byline says that the page is an article."""
    return ARTICLE if any(len(line.text) < 120 and _BYLINE.match(line.text) for line in lines[:15]) else ""


def of_school(lines: Sequence[Line]) -> str:
    """Whether a page that names no program tells of a whole school: its students, its programs, its setting."""
    marks = {
        mark[0].lower() for line in lines if len(line.text) < 200 for mark in [_OF_SCHOOL.match(line.text)] if mark
    }
    return SCHOOL if len(marks) > 1 else ""


def of_lines(lines: Sequence[Line]) -> str:
    """Why a page with these lines is no program of ours: an archive's notice, a stub, a wall."""
    size = 0
    for line in lines[:40]:
        size += len(line.text)
        if len(line.text) < 200 and "archive" in line.text.lower() and _ARCHIVED.search(line.text):
            return ARCHIVED
    if len(lines) < 40 and size < 2_000:
        for line in lines:
            if len(line.text) < 80 and _STUB.search(line.text):
                return STUB
            if line.rank and _MISSING.search(line.text):
                return MISSING
    return ""
