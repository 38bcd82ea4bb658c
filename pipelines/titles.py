"""What a program's title says: its subject, and the way, place and pace in which it is taken."""

import re
from dataclasses import dataclass
from functools import lru_cache

ASSOCIATE = re.compile(
    r"\bassociate'?s?(?: degree)?(?: (?:of|in)(?: applied| occupational)? (?:science|arts|studies|technology)\b"
    r"(?: degree)?)?|\b(?:a\.?){1,2}[so]\.?s?\.?(?![\w.])|\bassociate'?s?\b"
)
FILLING = frozenset(
    re.findall(
        r"\w+",
        """certificate certificates cert diploma degree program programs programme course of in and the a an for with to
        award credential completion technical career training education""",
    )
)
"""Words that name the award, or nothing."""

TRACKS = {
    "day": "day", "daytime": "day", "morning": "day", "evening": "evening", "evenings": "evening", "night": "evening",
    "weekend": "weekend", "weekends": "weekend", "online": "online", "hybrid": "hybrid", "accelerated": "accelerated",
    "part-time": "part-time", "full-time": "full-time", "in-person": "in_person", "on-campus": "in_person",
}  # fmt: skip
"""Words of a title that name a way of taking the program, not its subject."""

CAMPUS = re.compile(r"(?:[-–—(|,:]|\bat\b)\s*(?:at )?(?:the )?((?:[\w.'/]+ ){1,3}?(?:campus|center|location))\b\)?")
OWN_ACRONYM = re.compile(r"\(([a-z]{2,6})\)")
ENDING = re.compile(
    r"(?:olog(?:y|ic|ical|ists?)|icians?|ations?|ati(?:ve|ng)|ators?|ements?|ering|ing|ants?|ers?|ors?|ists?|ians?|ical"
    r"|ics?|al|y|es|e|(?<!s)s)$"
)
WEAK = frozenset({"techn", "special", "profession"})
"""Stems that one printing of a title may have and another not."""

SHORT = {"tech": "technician", "techs": "technician", "vocational": "practical"}


@dataclass(frozen=True, slots=True)
class Title:
    """subject: the stems of its words; tracks: ways and paces; campus: the place that it names, "" if none."""

    subject: frozenset[str]
    tracks: frozenset[str]
    campus: str


@lru_cache(maxsize=65_536)
def read_title(title: str) -> Title:
    """The parts of a printed title.

    >>> sorted(read_title("Medical Assisting Diploma (Evening) - Mesa Campus").subject)
    ['assist', 'med']
    >>> read_title("Medical Assistant, A.A.S., at the Mesa Campus").campus
    'mesa campus'
    """
    text = title.lower().replace("’", "'").replace("&", " and ")
    place = CAMPUS.search(text)
    text = ASSOCIATE.sub(" ", CAMPUS.sub(" ", text))
    text = OWN_ACRONYM.sub(lambda found: _unless_initials(found, text), text)
    words = re.findall(r"[a-z]+-time|in-person|on-campus|\w+", text)
    return Title(
        frozenset(stem(word) for word in words if word not in FILLING and word not in TRACKS),
        frozenset(TRACKS[word] for word in words if word in TRACKS),
        place[1] if place else "",
    )


def stem(word: str) -> str:
    """A word without its ending: "technology", "technician" and "tech" are one.

    >>> stem("coding"), stem("coder"), stem("nurse"), stem("nursing"), stem("welder"), stem("tech")
    ('cod', 'cod', 'nurs', 'nurs', 'weld', 'techn')
    """
    word = SHORT.get(word, word)
    short = ENDING.sub("", word)
    return short if len(short) >= 3 else word


def _unless_initials(found: re.Match, text: str) -> str:
    """An acronym in brackets says nothing where it is made of the initials of the words before it."""
    before = re.findall(r"[a-z]+", text[: found.start()])
    initials = "".join(word[0] for word in before if word not in FILLING)
    return " " if initials.endswith(found[1]) else found[0]
