"""What a measure is the length of, told by the words right before and after it: a table of rules, in their order."""

import re
from typing import NamedTuple

from pipelines.parse.length_grammar import rule

TIME = frozenset(("days", "weeks", "months", "terms", "years"))
WORK = frozenset(("hours", "credits"))
_CALENDAR = TIME - {"terms"}
_HOURS = frozenset(("hours",))
_CREDITS = frozenset(("credits",))
_YEARS = frozenset(("years",))
_DAYS = frozenset(("days",))

_ANY = 1_000_000

TOTAL, PART, NONE, UNKNOWN = "total", "component", "none", ""

LOADS = {"semester": "term_load", "quarter": "term_load", "trimester": "term_load", "course": "single_course"}
LOADS |= {"day": "daily_load", "week": "weekly_load", "month": "monthly_load", "year": "yearly_load"}
LOADS |= {"daily": "daily_load", "weekly": "weekly_load", "term": "term_load", "class": "session"}
"""How much of it in what: the name of a load by the word that follows "per"."""


class Verdict(NamedTuple):
    """What a measure is the length of: TOTAL, PART or NONE, or UNKNOWN where nothing near it tells."""

    kind: str
    what: str = ""
    why: str = ""


UNNAMED = Verdict(TOTAL, "", "nothing says otherwise")
NAMED_AFTER = Verdict(TOTAL, "", "a program is named after it")
LOAD_NAMES = ("weekly_load", "daily_load")


def part(what: str, why: str) -> Verdict:
    """A part of that name; what has no name is no length at all."""
    return Verdict(PART, what, why) if what else Verdict(NONE, "", why)


class Rule(NamedTuple):
    """The verdict where the words before and after a measure of these units, from `least` to `most`, match.

    A `what` of "*" is the name of the word in the pattern's group "it".
    """

    verdict: Verdict
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    units: frozenset[str]
    least: int
    most: int


def _rule(kind, what, why, before="", after="", units=TIME | WORK, least=0, most=_ANY) -> Rule:
    return Rule(Verdict(kind, what, why), before and rule(before + "$"), after and rule(after), units, least, most)


def _no(why, **where) -> Rule:
    return _rule(NONE, "", why, **where)


def _part(what, why, **where) -> Rule:
    return _rule(PART, what, why, **where)


def _whole(why, **where) -> Rule:
    return _rule(TOTAL, "", why, **where)


def _open(why, **where) -> Rule:
    return _rule(UNKNOWN, "", why, **where)


_SUBJECT = "subject(noun|and|comma|slash|number){0,5}(colon|dash|cell|open)(filler|bound){0,2}"
_A_LOAD = "word|quality|of|in|study|facet|part|a_course|det|experience|hyphen|open|length"

# The first rule that holds decides: what surely is no length, what surely is a part, then what names a program.
_RULES = [
    _no("an age", after="hyphen?(to|and)?age"),
    _no("an age", before="age(filler|bound){0,2}", units=TIME),
    _no("a time before or after something", after="(in|det|of){0,2}ago"),
    _no("a time after something", before="within(filler){0,2}", units=TIME,
        after="(of det begin|approx(det|article|last))"),
    _no("a time after something", before="within(filler){0,2}", after="of(?!det?(begin|enroll))", units=TIME),
    _part("max_timeframe", "the longest time allowed", units=TIME,
          before="negation finish(in|program|a_course|det){0,4}(within|at)?(filler){0,2}"),
    _whole("the time to complete", before="finish(lead|program|a_course){0,4}within(filler){0,2}", units=TIME),
    _no("a time until something begins", before="begin(in|within)(filler){0,2}", units=TIME),
    _no("a time that is past or to come", before="(^|stop|cell|colon|det|in|within|for|word|of)last(filler){0,3}"),
    _no("a comparison", before="than(filler){0,2}"),
    _no("a comparison", after="longer", units=TIME),
    _no("a history", before="(^|stop|comma)for(bound_min|over)?", after="(det|comma|link|word)", units=_YEARS),
    _no("a kind of college", after="hyphen?(comma|and|word|facet|quality){0,6}institution", units=_YEARS),
    _no("a kind of college", before="institution(word){0,2}", units=_YEARS),
    _no("an earlier school", after="(hyphen|of)?(noun){0,2}high_school"),
    _no("a bachelor's degree", after="hyphen?(quality|word){0,2}degree", units=_YEARS, least=4),
    _no("an approval", units=_YEARS,
        after="hyphen?(accreditation|grant(?!(noun|facet|credential){0,4}(program|a_course|institution)))"),
    _no("an approval", before="accreditation(program|length|term)?(noun|link|for|colon|comma){0,5}bound?"
        "(filler){0,2}", units=_YEARS),
    _no("a time since something", units=TIME,
        before="licensed(for|between|approx|last|bound_min|bound_max|hard_max){0,3}"),
    _no("an approval", before="grant.{0,6}for(filler){0,2}", units=_YEARS),
    _part("prior_credit", "asked of applicants", before="applicant.{0,12}"),
    _part("aid_rule", "a rule of student aid", before="aid.{0,8}"),
    _no("how long it holds", before="valid(for|bound|filler|colon|cell|link){0,4}", units=TIME),
    _no("how long it holds", after="hyphen?(noun){0,2}valid", units=TIME),
    _no("how long a credential holds", before="credential(link|bound|last){1,3}", units=TIME),
    _part("attendance_minimum", "some of another number", after="comma?of det quality?$"),
    _part("*", "a load", after=f"hyphen?({_A_LOAD}){{0,6}}(per|slash|article)(hyphen|quality)?"
          "(?P<it>time|term|a_course|session)"),
    _part("*", "a load", after="(word|quality|of|in|study|facet|part|det){0,5}(?P<it>rate)"),
    _part("*", "a load", before="(?P<it>rate)(noun|in|facet|hour){0,4}(cell|colon)?", units=_HOURS),
    _part("weekly_load", "a load", after="hyphen?(schedule|quality?week)", units=_HOURS, most=60),
    _part("weekly_load", "the days of a week", after="hyphen?pace", units=_DAYS, most=7),
    _part("weekly_load", "the days of a week", before="pace(hyphen|dash)?", units=_DAYS, most=7),
    _part("attendance_minimum", "days off", after="link{1,2}grant", units=_DAYS),
    _part("yearly_load", "a load", after="hyphen?quality{1,2}year", units=WORK),
    _part("daily_load", "a load", after="hyphen?(day|session)", units=_HOURS, most=24),
    _whole("each of several programs", before="program of", after="per(edge)"),
    _part("single_course", "each of several", after="(of|word){0,2}per(edge|for|in)|for per"),
    _whole("all of its years", before="per of det", after="of(noun){0,4}(program|a_course)", units=TIME),
    _whole("each of several programs", before="program(comma|open|dash)?per link(lead|bound){0,4}"),
    _part("term_length", "each of several", before="per(lead){1,3}"),
    _no("a frequency", before="per(filler){0,3}"),
    _part("max_timeframe", "the longest time allowed", before="limit"
          "(noun|link|for|of|to|in|finish|allow|program|a_course|colon|open|unit){0,12}(cell(filler){0,2})?"),
    _part("max_timeframe", "a share of another number",
          before="percent(colon|of|link){1,2}(filler){0,2}"
          "((program|total|length|unit)open|number hyphen?(head)(program)link{1,2})?"),
    _part("state_requirement", "a rule of the state",
          before="(?<!in)state(and(noun|of){1,5})?colon?link(lead|hour){0,5}"),
    _part("state_requirement", "a rule of the state", before="(^|stop|cell)state(colon|dash|cell)(filler|bound){0,3}",
          units=_HOURS),
    _part("state_requirement", "a rule of the state",
          before="for credential(noun|comma|for){0,8}(program|a_course)(link|consist){1,3}(bound|filler){0,2}"),
    _part("condition", "a condition, not a statement", units=TIME,
          before="(^|stop|comma)if(noun|program|a_course|link|for){1,6}(filler|bound){0,2}"),
    _part("on_the_job", "the hours of an apprenticeship are worked", units=_HOURS, least=1000,
          before="apprenticeship(noun|program|colon|dash|link|for|cell|open){0,6}(filler|bound){0,2}"),
    _part("part", "some of another number", after="of_which(link|cue)"),
    _part("course_load", "what makes full time", after="link{1,3}word?(pace|figure)", units=_CREDITS, most=18),
    _part("course_load", "what makes full time", after="(colon|link)(figure|pace)|pace(edge)", units=_CREDITS, most=15),
    _part("payment_plan", "paid in parts", before="figure(per|article|slash)(time|term)(for|over|with)(filler){0,2}",
          units=TIME),
    _part("course_load", "what makes full time", before="pace word link.{0,6}", units=_CREDITS, most=18),
    _part("course_load", "what makes full time", before="(pace|figure)(colon|dash|open|link){1,2}(filler){0,2}",
          units=_CREDITS, most=18),
    _part("prior_credit", "asked for before", before="(allow word?finish|(?<!program)link with)(filler){0,2}"),
    _no("experience that is asked for", after="approx article(pace|word|quality){1,3}", units=_CALENDAR),
    _no("experience that is asked for", after="(of|open)?(noun|facet|close|last){0,4}experience"),
    _part("remainder", "some, not all", before="ordinal(filler|bound){0,2}"),
    _part("prior_credit", "asked for before", before="to allow(filler){0,2}", after="hyphen?(noun){0,2}program",
          units=TIME),
    _part("prior_credit", "asked for before", after="(noun|facet){0,4}entry", units=WORK),
    _open("all of the instruction", after="facet and study"),
    _open("all of the instruction", after="of(noun)?facet(slash|comma|and){1,2}facet(comma|and){1,2}(facet|part)",
          units=TIME),
    # A part of the program.
    _part("clinical", "the time to complete a part", after="to finish(noun|facet){0,4}(part|session)"),
    _part("*", "a part is named after it", after="open(noun){0,3}(?P<it>part|facet)(noun|in){0,3}close"),
    _part("*", "a part is named after it", after="(of|in|for|dash|comma|to finish)?(noun|facet|and){0,6}"
          "(in(noun|facet){0,3})?(?P<it>part)(?!colon)"),
    _whole("a program of years", before="part scheme(lead){1,4}", units=_YEARS),
    _part("*", "a part is named before it",
          before="(?P<it>part)(open(part|word)close)?(program|a_course|courses|roman|number|hour|credit)?(lead){0,6}"),
    _part("*", "a part is named after it", after="(of|in)(noun|klass|comma){0,5}(in(noun){0,3})?"
          "(?P<it>facet)(?!colon)"),
    _part("classroom", "a part is named after it", after="klass(edge)", units=_HOURS),
    _part("session", "one class", after="hyphen?(noun){0,3}klass", units=_HOURS, most=10),
    _part("part", "some, again and again", after=f"hyphen?({_A_LOAD}|link){{0,6}}per of det$", units=WORK),
    _part("residency", "some, done at the school", after="link{1,3}to link?(?=part)", units=_CREDITS),
    _part("single_course", "one course", before="course_code((?!total).){0,10}", units=WORK, most=100),
    _part("session", "one class", after="hyphen?(noun|facet){0,3}a_course", units=_HOURS, most=8),
    _part("single_course", "one course", after="hyphen?(noun){0,4}a_course", units=_CREDITS, most=6),
    _part("single_course", "one course", before="a_course (link|consist)(filler|bound){0,2}", units=_CREDITS, most=4),
    _part("single_course", "one course", before="a_course of(filler|bound){0,2}", units=_CREDITS, most=9),
    _part("major", "some of the courses", after="in(noun|facet|scheme|hyphen){0,5}courses", units=_CREDITS),
    _part("single_course", "one course of several", after="hyphen?(noun|facet){0,4}courses"),
    _part("transferred", "counted for another award", after="noun?toward"),
    _part("single_course", "one course of several", units=_HOURS,
          before="(program|a_course)with(noun|figure|number|credential|code){0,6}(program|a_course)open"),
    _whole(NAMED_AFTER.why, after="hyphen?comma?(noun|facet|and|comma|cue|credential){0,7}"
           "(open word{1,2}close)?(program|a_course)"),
    _part("part", "some of the time", before="spend(filler|bound){0,3}", units=WORK),
    _part("course_load", "what a student is enrolled in", before="enroll(lead){0,4}"),
    _part("credential", "what a card stands for", after="hyphen?(noun){0,2}credential", units=WORK),
    _whole("the time to complete", before="finish ago(filler){0,2}", units=TIME),
    _whole("the time to complete", before="(^|stop)(ago|in)(filler){0,2}", units=TIME,
           after="comma?(word|link|det|allow){2,5}finish"),
    _no("a time before or after something", before="ago(filler){0,2}", units=TIME),
    _part("*", "a part is named after it", after="(for|hyphen|dash)?(noun){0,3}(?P<it>facet)(?!colon)"),
    _part("term_length", "the length of a term", after="hyphen?(noun){0,2}(term|session|sequence)", units=_CALENDAR),
    _part("session", "a session", after="(hyphen|of)?(noun){0,2}session"),
    _part("session", "a session", after="close?hyphen?(noun){0,4}session", units=_DAYS | _HOURS),
    _part("part", "what it begins with", before="begin(noun|link){0,4}with(filler){0,2}", units=TIME),
    _part("session", "a session", before="session(lead){0,4}", units=_HOURS),
    _part("major", "some of the courses", after="(link|quality){1,4}in(noun|and|to|facet){0,5}(facet|courses)",
          units=WORK),
    _part("subject", "a subject, not a program", after="in word", units=_CREDITS, most=9),
    _part("term", "one term", after="in(noun){0,3}season", units=WORK),
    _part("term", "one term", after="(stop|dash|open|for)(ordinal|season)term", units=_CREDITS, most=21),
    _part("residency", "some, done at the school", before="finish(lead){0,2}", units=_CREDITS,
          after="(of det?(noun|program){1,3})?at det?(word|institution)"),
    _part("residency", "some, done at the school", after="comma?link{0,3}finish in(?!number)", units=WORK),
    _part("single_course", "one course of several", before="(^|stop|cell|colon|comma)(per|most)(noun|facet|slash){0,6}"
          "(a_course|courses|session|sequence|term|credit)(in(noun){1,3})?(lead){0,4}"),
    _part("single_course", "one course of several", before="courses link(lead){0,3}"),
    _part("major", "some of the courses", units=_CREDITS,
          before="(^|stop|cell)((noun|facet){0,4}courses|(noun){0,3}facet)(comma|colon|dash|cell)(filler)?"),
    _part("major", "some of the courses", before="with(filler|number|noun|facet){0,5}courses(lead){1,3}", units=WORK),
    _part("single_course", "one course of several", before="class_length(lead|bound){0,4}"),
    _part("max_timeframe", "the time that is allowed", before="allow(bound|filler|link){0,3}", units=_CALENDAR),
    _no("a term more is not counted", after="and article(season|ordinal)"),
    _open("all the terms", before="season(comma|and){1,2}season(term)?(lead){0,4}"),
    _part("term", "one term", before="(season|ordinal)(word|number)?(term|year|sequence|session)?"
          "(open(figure|hyphen|dash|to|ordinal|term|season){1,4}close)?(lead){0,4}"),
    _part("part", "a numbered part", before="(^|stop|cell)sequence(number|word|roman|ordinal|article)(hyphen number)?"
          "total?(head)?(colon|dash|cell).{0,6}"),
    _part("part", "a numbered part", before="(sequence|term|year)(number|word|roman|ordinal|hyphen)?(lead){0,4}"),
    _part("session", "a session", before="session comma?(det|link|last|take){1,4}(filler|to){0,2}"),
    # The program itself.
    _part("max_timeframe", "the longest time allowed", before="within(filler){0,2}", after="hyphen?length"),
    _whole("a length by its words", after="hyphen?length"),
    _whole("the time to complete", after="to finish"),
    _part("*", "a part is named before it", before="(^|cell|stop)(?P<it>facet)of(noun|facet){1,4}(colon|dash|cell)?"),
    _part("*", "a part is named before it",
          before="(?P<it>facet)(courses|roman|number|hour|credit)?(quality comma|study comma)?(lead|bound){0,6}"),
    _whole("a part is added to it", after="study?(plus|with)(filler){0,2}(part|$)", units=TIME),
    _part("subject", "a subject, not a program", before=_SUBJECT, units=_CREDITS, most=20),
    _part("subject", "a subject, not a program", before=_SUBJECT, units=_HOURS, most=250),
    _part("subject", "a subject, not a program", after="(dash|colon|in|of|open)(noun|comma){0,3}subject", units=WORK),
    _part("*", "it is about something else", before="(?P<it>cue)(lead|a_course){0,4}"),
    _whole("what is spoken of is the program", before="^and?(approx|link){1,4}((word|longer)comma link?)?"
           "(filler|bound){0,2}",
           after="(edge|to)", units=_CALENDAR),
    _open("the same at another pace", before="length open(filler){0,2}"),
    _part("session", "one class", before="a_course(lead){0,4}", units=_HOURS, most=6),
    _part("term", "too few for a program", before="(^|cell|stop)total", units=_HOURS, most=21),
    _part("single_course", "too few for a program", before="(^|cell|stop)total", units=_CREDITS, most=5),
    _whole("a program is named before it", before="(program|a_course|length|total)(lead){0,6}"),
    _whole("the time to complete", before="finish(lead){0,5}", units=TIME),
    _no("a wait", before="take(bound|lead){0,3}", after="to word", units=TIME),
    _whole("the time it takes", before="(^|stop|link|courses)approx?(take|last)(lead){0,3}", units=TIME),
    _whole("full-time study", after="of approx?pace(institution|study)", units=TIME),
    _part("part", "what comes before a part", before="(^|stop)ago finish?(filler|bound){0,2}", units=_HOURS),
    _no("a time within which something is done", before=".within(filler){0,2}", units=TIME),
    _part("part", "a time in which a part is done", before="during(filler){0,2}", units=TIME),
    _part("major", "some of the courses", after="of quality{0,2}word(noun){0,3}courses", units=_CREDITS),
    _open("the study is named after it", after="of(noun){0,4}(study|program|a_course|courses|credit)"),
    _part("subject", "a subject, not a program", after="of(noun)", units=TIME | _CREDITS),
    _part("subject", "a subject, not a program", after="of word", units=_HOURS, most=100),
]  # fmt: skip

RULES = {unit: [rule for rule in _RULES if unit in rule.units] for unit in TIME | WORK}
