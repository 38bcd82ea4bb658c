"""Who vouches for whom: "accredited by ACCSC", "has applied to CAAHEP", "licensed by the Ohio Board of Nursing"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from pipelines.parse import accreditation_words as w
from pipelines.parse.acronyms import undotted
from pipelines.parse.agencies import STATE, Agency, canonical, mentions
from pipelines.parse.text import clean
from pipelines.parse.values import Accreditation, Context

__all__ = ["canonical", "read"]


def read(words: str, context: Context = Context()) -> list[Accreditation]:
    """The claims that words make about a school or a program, in order, each once.

    Only agencies of db/reference/accreditors.csv are accreditors. A state body is STATE with `agency` named, and what
    it gives is `approved`, whatever the page says. Recognizers (ED, CHEA) and bodies that certify people accredit
    nobody: "accredited by" one of them is no claim. `seeking` needs an application or the plan of one; `none` needs
    a denial. With no agency named only a denial or a search is a claim, its accreditor "". General statements about
    accreditation, and conditions on somebody else's, claim nothing. Never raises.
    """
    label = _label(f"{context.heading} {context.label}")
    text = undotted(clean(words).replace("@", " "))
    if not label and not w.TOPIC.search(text):
        return []
    agencies, names, masked = _mask(text)
    claims: list[_Claim] = []
    told = w.QUESTION.sub(_answered, masked) if "?" in masked else masked
    for sentence in _sentences(told):
        if not _AGENCY.search(sentence) and w.LABEL.match(sentence):
            label = "" if w.GENERAL.search(sentence) else _label(sentence)
        if not w.GENERAL.search(sentence):
            claims += _claims(sentence, agencies, label)
    claimed = {claim.agency.acronym for claim in claims if claim.agency}
    umbrellas = {claim.agency.part_of for claim in claims if claim.agency}
    items = {}
    for claim in claims:
        agency = claim.agency
        # Of an umbrella and its commission the commission accredits; a committee only recommends to its commission.
        if agency and (agency.acronym in umbrellas or agency.recommends_to in claimed):
            continue
        state = agency is not None and agency.kind == "state"
        accreditor = STATE if state else agency.acronym if agency else ""
        items.setdefault((accreditor, claim.status, agency.name if state else ""), claim)
    if any(accreditor not in ("", STATE) for accreditor, *_ in items):
        items = {key: claim for key, claim in items.items() if key[0]}
    condition = _condition(masked)
    return [
        Accreditation(
            accreditor,
            claim.level,
            claim.status,
            agency,
            condition if accreditor != STATE and claim.status in ("accredited", "seeking", "candidate") else "",
            _AGENCY.sub(lambda match: names[int(match[1])], claim.sentence).strip()[:300],
            claim.why,
        )
        for (accreditor, _, agency), claim in items.items()
    ]


class _Claim(NamedTuple):
    agency: Agency | None
    status: str
    level: str
    why: str
    sentence: str


class _Event(NamedTuple):
    """A word that gives, denies or seeks, at text[start:end]; its status is "" if it concerns something else."""

    start: int
    end: int
    kind: str
    status: str


_AGENCY = re.compile(r"@(\d+)@")
_STATUS = {"accredited": "accredited", "accreditation": "accredited", "approved": "approved", "approval": "approved"}
_NEAR = 40  # characters before an event that can colour it
_PARTICIPLES = ("accredited", "approved")
_NOUNS = ("accreditation", "approval")


def _sentences(text: str) -> Iterator[str]:
    """Sentences and cells; one that leads to an agency, "… is accredited through:", goes on in the next."""
    led = ""
    for sentence in w.SENTENCE.split(text):
        if led and (w.LEADS.search(led) or w.ONLY_AGENCIES.fullmatch(sentence)):
            led = f"{w.COLON.sub('', led)} {sentence}"
            continue
        if led:
            yield led
        leads = w.LEADS.search(sentence) and not w.LABEL.match(sentence)
        led = sentence if leads or w.LISTED.match(sentence) else ""
        if not led:
            yield sentence
    if led:
        yield led


def _label(words: str) -> str:
    """What the label beside, or the heading above, says of the agencies that follow: a status or ""."""
    event = w.EVENT.search(words)
    return _STATUS.get(event.lastgroup or "", "") if event else ""


def _mask(text: str) -> tuple[list[Agency], list[str], str]:
    """The agencies named, their names as printed, and the text with "@0@", "@1@" … in place of them."""
    agencies, names, parts, at = [], [], [], 0
    for mention in mentions(text):
        parts += [text[at : mention.start], f"@{len(agencies)}@"]
        agency, printed = mention.agency, text[mention.start : mention.end]
        agencies.append(replace(agency, name=printed) if agency.kind == "state" else agency)
        names.append(printed)
        at = mention.end
    return agencies, names, "".join([*parts, text[at:]])


def _answered(question: re.Match) -> str:
    """What a question and its answer state: "Is it accredited? No." that it is not; a question alone states nothing."""
    event = w.EVENT.search(question["asked"])
    if not event or not question["answer"]:
        return " "
    return f" {'not ' * (question['answer'].lower() == 'no')}{event[0]} "


def _condition(text: str) -> str:
    for found in w.CONDITION.finditer(text):
        if not w.NO_CONDITION.search(text[max(0, found.start() - 40) : found.start()]):
            return w.CONDITION_NAMES.get(found[0].lower(), found[0].lower())
    return ""


def _claims(sentence: str, agencies: list[Agency], label: str) -> Iterator[_Claim]:
    """The claims of one sentence, whose general statements are out."""
    subject = _level(sentence)
    for clause in w.CLAUSE.split(sentence):
        events = _events(clause)
        named = list(_AGENCY.finditer(clause))
        for match in named:
            agency = agencies[int(match[1])]
            event = _event_of(clause, match, events)
            status = event.status if event else label
            status = _allowed(agency, status, event, clause, match)
            if status:
                level = (
                    agency.level if agency.level in ("institutional", "programmatic") else subject or "institutional"
                )
                why = f'"{clause[event.start : event.end]}"' if event else "by its label"
                yield _Claim(agency, status, level, why, sentence)
        if all(agencies[int(match[1])].kind == "recognizer" for match in named):
            for event in events:
                if _is_own(event, clause):
                    why = f'"{clause[event.start : event.end]}", no agency named'
                    yield _Claim(None, event.status, subject or "institutional", why, sentence)


def _level(sentence: str) -> str:
    """institutional or programmatic, by what the sentence names first: a school or a program; "" if neither."""
    body = w.BODY.search(sentence)
    return body.lastgroup or "" if body else ""


def _events(clause: str) -> list[_Event]:
    """The events of a clause in order. One that seeks or denies colours the nouns after it."""
    events: list[_Event] = []
    mood = ""
    renewing = w.RENEWING.search(clause)
    given = _is_given(clause)
    pending = max((match.start() for match in w.PENDING.finditer(clause)), default=-1)
    for match in w.EVENT.finditer(clause):
        kind = match.lastgroup or ""
        before = clause[max(0, match.start() - _NEAR) : match.start()]
        if kind == "none":
            status = mood = "none"
        elif kind == "seek":
            # A candidate awaits accreditation, and a school that renews its own does not seek it.
            status = mood = "" if renewing else "candidate" if mood == "candidate" else "seeking"
        elif kind == "candidate":
            status = mood = mood or "candidate"
        elif kind in _PARTICIPLES:
            mood = mood if w.BECOMING.search(before) else "-"
            status = mood.replace("-", _STATUS[kind])
            mood = mood.removesuffix("-")
        elif kind in _NOUNS:
            status = mood or (_STATUS[kind] if given else "")
            if pending >= match.end() and not renewing:
                status = "seeking"
        else:
            status = ""
        events.append(_Event(match.start(), match.end(), kind, status))
    return events


def _is_given(clause: str) -> bool:
    """Whether a noun is a claim: somebody holds it, or it stands almost alone, as a label."""
    if w.NOT_GIVEN.search(clause):
        return False
    return bool(w.GIVEN.search(clause)) or len(_AGENCY.sub("", clause).split()) <= 4


_BETWEEN = re.compile(r"(?:[ /,&()-]|and|or|fully|nationally|regionally|@\d+@)*$")


def _event_of(clause: str, agency: re.Match, events: list[_Event]) -> _Event | None:
    """The event that an agency belongs to: "@0@-accredited", else the last before it, else the first after it."""
    around = next((event for event in events if event.start < agency.start() < event.end), None)
    after = next((e for e in events if e.start >= agency.end() and not clause.startswith((" by", ", by"), e.end)), None)
    if around or (after and _BETWEEN.match(clause[agency.end() : after.start])):
        return around or after
    return next((event for event in reversed(events) if event.end <= agency.start()), after)


def _of_school(event: _Event, clause: str, body: re.Match) -> bool:
    """Whether what a state body gives, it gives to a school or a program: not to people, not to a policy."""
    before, after = clause[: event.start], clause[event.end :]
    if event.kind in _PARTICIPLES and event.start >= body.end():
        subject = clause[: body.start()]
        said_of = w.BODY.search(subject) and w.SAID_OF.search(subject) and not w.NOT_OF_SCHOOL.search(subject)
        return not w.NOT_A_THING.match(after) and bool(w.APPROVED_THING.match(after) or said_of)
    others = [found.end() for found in w.NOT_OF_SCHOOL.finditer(before)]
    schools = [found.end() for found in w.BODY.finditer(before)]
    if others and others[-1] > max(schools, default=0):
        return False
    if event.kind == "seek" and not re.search("approv|accredit|authori", clause, re.I):
        return False
    return not w.AS_PEOPLE.search(after)


def _is_own(event: _Event, clause: str) -> bool:
    """Whether an event that names no agency is a denial, or a search, of accreditation."""
    if event.kind == "none":
        return event.status == "none" and "accredit" in clause[event.start : event.end].lower()
    return event.status in ("none", "seeking") and event.kind in ("accreditation", "candidate", "accredited")


# Bodies whose own word for what they give a program is approval; CODA's approval is its accreditation.
_APPROVERS = frozenset({"ABA", "ACS", "FAA", "NCRA"})
_APPROVAL_ACCREDITS = frozenset({"CODA"})


def _allowed(agency: Agency, status: str, event: _Event | None, clause: str, match: re.Match) -> str:
    """The status that this agency can give, or ""."""
    if agency.kind == "recognizer" or not status:
        return ""
    gives = status in ("accredited", "approved")
    state = agency.kind == "state"
    if event and (state or agency.kind == "credentialing_body") and not _of_school(event, clause, match):
        return ""
    said = clause[event.start : event.end].lower() if event else ""
    if event and agency.kind == "accreditor" and said == "certified":
        return status.replace("approved", "accredited") if _of_school(event, clause, match) else ""
    if event and event.kind == "approved" and not state and said != "approved":
        return ""
    if state:
        return "approved" if gives else "seeking" if status == "candidate" else status
    if agency.kind == "credentialing_body":
        return status if status == "approved" else ""
    if gives and agency.acronym in _APPROVERS:
        return "approved"
    # Who accredits schools approves a degree, a site or a change of one.
    if status == "approved" and event and event.kind == "approval" and agency.level == "institutional":
        return ""
    if status == "approved" and (agency.acronym in _APPROVAL_ACCREDITS or w.BOTH.search(clause)):
        return "accredited"
    return status
