"""The bodies that accredit, approve or certify, and where a text names them."""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from pipelines.parse.acronyms import undotted

_TABLE = files("db") / "reference" / "accreditors.csv"

STATE = "STATE"


@dataclass(frozen=True, slots=True)
class Agency:
    """One row of db/reference/accreditors.csv; of a state body that is not in it, acronym and name are as printed."""

    acronym: str
    name: str
    level: str
    kind: str
    part_of: str = ""
    recommends_to: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """An agency named in a text, at text[start:end]."""

    agency: Agency
    start: int
    end: int


def mentions(text: str) -> list[Mention]:
    """The agencies that a cleaned, undotted text names, in order, none overlapping; the longest name wins."""
    tokens = _tokens(text)
    found = _listed(text, tokens)
    taken = [False] * len(text)
    for mention in found:
        taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
    found += _state_bodies(text, [token for token in tokens if not taken[token.start]])
    for match in _STATE_ITSELF.finditer(text):
        if not any(mention.start < match.end() and match.start() < mention.end for mention in found):
            found.append(_of_state(text, match.start(), match.end()))
    return _joined(text, sorted(found, key=lambda mention: mention.start))


def canonical(agency_name: str) -> str:
    """The acronym of an agency, from any of its names; STATE for a state body; "" if it is not known.

    Takes names as lists print them: "American Dental Association, Commission on Dental Accreditation",
    "Accreditation Commission for Education in Nursing, Inc. - May 6, 2013  Formerly: …".
    """
    name = re.split(r"\W+(?:\w+ \d{1,2}, \d{4}\s+)?formerly\b", agency_name[:500], maxsplit=1, flags=re.I)[0]
    name = undotted(name)
    found = [(m.end - m.start, -m.start, m.agency) for m in mentions(name)]
    if not found:
        return ""
    length, _, agency = max(found, key=lambda entry: entry[:2])
    # A name that is mostly something else only mentions the agency.
    if 2 * length < len(name.strip()):
        return ""
    return STATE if agency.kind == "state" else agency.acronym


# --- names ------------------------------------------------------------------------------------------------------

_SMALL_WORDS = frozenset({"the", "of", "for", "and", "in", "on", "inc", "to", "a", "an", "its"})
_STEMS = ("accredit", "educat", "technolog", "radiolog", "pharmac", "dietetic")


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.word[0].isupper()


_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?")


def _tokens(text: str) -> list[_Token]:
    return [_Token(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """The part of a word that schools do not get wrong: "Schools'", "Accrediting", "Educational"."""
    word = word.lower().removesuffix("'s").removesuffix("'")
    for stem in _STEMS:
        if word.startswith(stem):
            return stem
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _shouted(word: str) -> bool:
    """Whether a word is printed as an acronym is: CAAHEP, CoARC, ServSafe."""
    return sum(letter.isupper() for letter in word) > 1


def _load() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...], Agency]]]:
    """The first stem of a name -> (all its stems, its capitals if it is an acronym, the agency), the longest first."""
    names = defaultdict(list)
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            agency = Agency(*(row[key] for key in ("acronym", "name", "level", "kind", "part_of", "recommends_to")))
            printed = [row["acronym"], row["name"], *row["former_names"].split("|"), *row["other_names"].split("|")]
            for name in filter(None, printed):
                words = _WORD.findall(undotted(name))
                stems = tuple(_stem(word) for word in words if word.lower() not in _SMALL_WORDS)
                capitals = tuple(word.upper() for word in words) if all(map(_shouted, words)) else ()
                names[stems[0]].append((stems, capitals, agency))
    for entries in names.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return dict(names)


_NAMES = _load()


def _listed(text: str, tokens: list[_Token]) -> list[Mention]:
    """The agencies of the table: small words and endings do not matter; an acronym must be printed as one."""
    kept = [token for token in tokens if token.word.lower() not in _SMALL_WORDS]
    stems = [_stem(token.word) for token in kept]
    found, at = [], 0
    while at < len(kept):
        step = 1
        for name, capitals, agency in _NAMES.get(stems[at], ()):
            if tuple(stems[at : at + len(name)]) != name:
                continue
            printed = [token.word for token in kept[at : at + len(name)]]
            if capitals and not (all(map(_shouted, printed)) and capitals == tuple(map(str.upper, printed))):
                continue
            found.append(Mention(agency, kept[at].start, kept[at + len(name) - 1].end))
            step = len(name)
            break
        at += step
    return found


# --- states -----------------------------------------------------------------------------------------------------

_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois"
    "|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri"
    "|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma"
    "|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington"
    "|West Virginia|Wisconsin|Wyoming|Puerto Rico|District of Columbia|Guam"
)
_POSTAL = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR"
    "|PA|RI"
    "|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR"
)
_BODIES = frozenset(
    {"board", "boards", "department", "departments", "dept", "commission", "bureau", "division", "office", "agency"}
    | {"authority", "council", "regents", "commissioner", "superintendent", "secretary", "system"}
)
# What only a state regulates: a board "of Nursing" is one even where the state is not printed.
_REGULATED = (
    r"nursing|registered nursing|vocational nursing|cosmetology|barber\w*|massage\w*|dentistry|dental examiners"
    r"|pharmacy|regents|funeral\w*|embalm\w*|postsecondary education|private postsecondary|proprietary|private career"
    r"|career schools|licensing|emergency medical services|public health|health services"
)
_IS_STATE = re.compile(
    rf"\b(?:{_STATES}|state|state's|commonwealth)\b|^(?-i:{_POSTAL}) |\b(?:board|department|bureau|office"
    rf"|division) (?:of|for|on) "
    rf"(?:the )?(?:{_REGULATED})\b|\b(?:nursing|pharmacy|cosmetology|barber) board\b",
    re.I,
)
_IS_NOT_STATE = re.compile(
    r"\b(?:US|USA|United States|federal|national|american|international|accredit\w+|college(?! system)|chamber"
    r"|approving|board of (?:trustees|directors|commissioners)|(?<!state )board of education|admissions"
    r"|financial aid|veterans?|veteran's|university(?! of the state of new york))\b",
    re.I,
)
_STATE_NAME = re.compile(rf"(?:{_STATES}|state|commonwealth)(?:'s)?\b", re.I)
# "state-licensed school", "approved by the Commonwealth of Virginia"
_STATE_ITSELF = re.compile(
    rf"\b(?:state|(?-i:{_STATES}))(?=[ -](?:approved|licensed|accredited|authori[sz]ed|registered|certified"
    rf"|recogni[sz]ed)\b)|(?<!within the )\b(?:state|commonwealth) of (?:{_STATES})\b(?!'s)"
    r"|(?<=\bby the )state(?! \w+ (?:of|for)\b)\b",
    re.I,
)
_LINKS = frozenset({"of", "for", "the", "and", "on", "in", "to"})
_NOT_A_NAME = re.compile(r"(?:accredit|approv|licens|certif|regist|authori)\w*ed$", re.I)
_LIMIT = 16  # words of the longest name: boards regulate "Independent Post-secondary, Vocational, Technical …"


def _state_bodies(text: str, tokens: list[_Token]) -> list[Mention]:
    """State bodies by their form: "Ohio Board of Nursing", "the state's department of education"."""
    found, after = [], 0
    for at, token in enumerate(tokens):
        if at < after or token.word.lower() not in _BODIES:
            continue
        first, last = _leftmost(text, tokens, at, after), _rightmost(text, tokens, at)
        printed = text[tokens[first].start : tokens[last].end]
        if _IS_STATE.search(printed) and not _IS_NOT_STATE.search(printed):
            found.append(_of_state(text, tokens[first].start, tokens[last].end))
            after = last + 1
    return found


def _of_state(text: str, start: int, end: int) -> Mention:
    printed = text[start:end]
    return Mention(Agency(printed, printed, "both", "state"), start, end)


def _joined(text: str, found: list[Mention]) -> list[Mention]:
    """State bodies printed as one: "Commission for Independent Education, Florida Department of Education"."""
    joined: list[Mention] = []
    for mention in found:
        last = joined[-1] if joined else None
        states = last is not None and last.agency.kind == mention.agency.kind == "state"
        if last and states and text[last.end : mention.start] in (", ", " (", " - ", "'s ", " of the ", " "):
            bracketed = text[mention.start - 1] == "(" and text.startswith(")", mention.end)
            joined[-1] = Mention(last.agency, last.start, mention.end + bracketed)
        else:
            joined.append(mention)
    return joined


def _gap(text: str, left: _Token, right: _Token) -> str:
    return text[left.end : right.start].strip()


def _leftmost(text: str, tokens: list[_Token], at: int, stop: int) -> int:
    """The first word of the name whose body noun is at `at`: capitals and "of the" before it, or "state" near it."""
    first = at
    while first > max(stop, at - _LIMIT) and _gap(text, tokens[first - 1], tokens[first]) in ("", "-", ","):
        word = tokens[first - 1]
        # "Ohio State Cosmetology and Barber Board", but "Weld Tech and Ohio Board of Nursing", "and the Board"
        joins = tokens[first].word != "the" and not _STATE_NAME.match(text, tokens[first].start)
        inner = word.word in ("of", "the") or (word.word == "and" and joins)
        if not (word.capital or inner or _STATE_NAME.match(text, word.start)):
            break
        if _gap(text, word, tokens[first]) == "," and not _STATE_NAME.match(text, word.start):
            break
        first -= 1
    if not tokens[at].capital:
        for near in range(max(stop, at - 3), at):
            if _STATE_NAME.match(text, tokens[near].start):
                first = min(first, near)
                break
    while first < at and tokens[first].word.lower() in _LINKS:
        first += 1
    return first


def _rightmost(text: str, tokens: list[_Token], at: int) -> int:
    """The last word of the name: "of Nursing and Allied Health", but not "and the Ohio Department of …"."""
    last = at
    links: list[str] = []
    for near in range(at + 1, min(len(tokens), at + _LIMIT)):
        gap, word = _gap(text, tokens[near - 1], tokens[near]), tokens[near].word
        if gap not in ("", "-", ",", "&", "/"):
            break
        links.append(gap)
        if word in _LINKS:
            links.append(word)
            continue
        if _NOT_A_NAME.match(word):
            break
        another = [link for link in links if link][-2:] == ["and", "the"] or (
            not {"and", "&", ","}.isdisjoint(links)
            and (_STATE_NAME.match(text, tokens[near].start) or word.lower() in _BODIES)
        )
        plain = gap == "-" or (not tokens[at].capital and links[-2:-1] in (["of"], ["for"]))
        if another or not (tokens[near].capital or plain):
            break
        last, links = near, []
    return last
