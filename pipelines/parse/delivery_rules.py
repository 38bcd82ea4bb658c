"""How the modes that a text names combine, as tables of patterns; delivery_words.py has the words of each mode.

They meet the text marked: "@o@" stands where words name online study, "@c@" a campus, "@h@" hybrid study, and "@b@"
what is known to be partly the one and partly the other.
"""

import re
from collections.abc import Callable

from pipelines.parse.text import NUMBER, number

_WORD = r"(?: [^\s@.,;:|()]+)"
_PLAIN = rf"(?:(?! and | or | but ){_WORD})"
_OTHER = {"o": "@c@", "c": "@o@", "h": "", "b": "@b@"}

# --- what leaves the text before its marks are counted ----------------------------------------------------------------

# The other mode that a sentence only compares with.
CONTRAST = re.compile(
    r"(?:^|(?<=[.;] ))(?:while|unlike|whereas|compared (?:to|with)|in contrast to)\b[^,.;]{0,200},|\b(?:unlike"
    r"|rather than|instead of|as opposed to|compared (?:to|with))\b[^,.;]*",
    re.I,
)
# Help, not teaching, is what is given online.
ANCILLARY = re.compile(
    r"(?:^|(?<=[.;] ))(?:[\w']+ ){0,3}?(?:assistance|tutoring|advising|counseling|registration|applications?"
    r"|payments?|support|help|information sessions?|transcripts?|textbooks?|books|fees|catalogs?|schedules?"
    r"|handbooks?|brochures?|calendars?|forms?|disclosures?|parking|child ?care|housing|dining|interviews?|services"
    r"|job placement|grades|meals|prerequisites?|prerequisite courses|counselors?|advis[oe]rs?|orientation"
    r"|(?:placement|entrance) (?:tests?|exams?))\b(?: [\w']+){0,6}? (?:is|are|can|may|will|must)\b[^.;]*|\b(?:info\w*"
    r"|open house) (?:session|meeting)s?\b[^.;]*|\b(?:placement|entrance) tests?\b[^.;]*",
    re.I,
)
HOUR = re.compile(r"\b([ap])\.m\.", re.I)
_QUESTION = re.compile(r"(?P<asked>[^.!?;|]{0,300})\?\W*(?:a(?:nswer)?: ?)?(?P<answer>no|yes)?\b", re.I)
_MARK = re.compile(r"@([ochb])@")

# --- what changes a mark ----------------------------------------------------------------------------------------------

_NOT = r"\b(?:not|never|cannot|can't|don't|doesn't|isn't|aren't|won't|neither)"
_WHOLLY = r"(?:all|every|fully|entirely|completely|totally|exclusively|solely|100 ?%|100 percent|strictly|purely)"
_NOUNS = r"(?: (?:portion|component|part|requirement|attendance|visit|class|course|meeting|session|option)(?:s|es)?\b)?"
_SOME = (
    r"some|(?:one|two|three)[- ](?:third|quarter|fourth)s?|general education|gen ed|electives?|many|several|most"
    r"|select(?:ed)?|certain|a few|parts?|portions?|half|much|majority"
)
_PARTLY = r"partial(?:ly)?|partly|some(?:what)?|mostly|primarily|mainly|largely|half|predominantly|majority|in part"
_DONE = (
    r"(?: (?:is|are|can|may|be|offered|available|taught|delivered|completed|taken|done|made|also|now|through|via|or"
    r"|and))"
)
_SHARE = re.compile(
    r"(?P<below>(?:less|no more|not more|fewer) than |under |up to )?"
    rf"(?<![\w.$])(?P<low>{NUMBER}) ?(?:%|percent)?(?: ?(?:-|to|and|but)+ ?(?P<short>less than )?(?P<high>{NUMBER}))?"
    rf" ?(?:%|percent)(?P<less> or less)?(?: or more)?\)?{_WORD}{{0,12}}? @(?P<mode>[oc])@",
    re.I,
)
_WHOLE, _ALMOST_ALL, _HALF, _LITTLE = 95, 70, 50, 30


def _share(match: re.Match[str]) -> str:
    """The mark that is left where words give a share of it: "40% of it is @o@" is partly so, "100%" wholly.

    A small share, or a share of at most a half, does not make the mode.
    """
    low, high = number(match["low"]), number(match["high"] or match["low"])
    if low is None or high is None or not low <= high <= 100:
        return match[0]
    below = (match["below"] or "").lower()
    capped = bool(below or match["less"] or not low)
    if capped and high <= (_LITTLE if below == "up to " else _HALF):
        return ""
    mostly = match["mode"] == "c" and low >= _ALMOST_ALL and not capped
    return f" @{match['mode']}@" if (low >= _WHOLE or mostly) and not match["short"] else " @b@"


def _other(match: re.Match[str]) -> str:
    """What is left if this mode is denied: the other one."""
    return " " + _OTHER[match["mode"]]


def _rows(*rows: tuple[str, str | Callable[[re.Match[str]], str]]) -> list:
    return [(re.compile(pattern, re.I), change) for pattern, change in rows]


CHANGES = [
    *_rows((rf"{_NOT}(?: an?\b)?{_WORD}{{0,4}}? {_WHOLLY}(?:{_WORD}){{0,5}}? @[oc]@", " @b@")),
    *_rows(
        # what goes along, and what is given up
        (r"@o@(?: [\w-]+){0,3} (?:complement|supplement)s?\b", ""),
        (r"\breplac\w+(?=[^.;@]*(?:%|\b(?:some|part|portion)))[^.;@]{0,60}@c@", " @b@"),
        (rf"\breplac\w+{_WORD}{{0,6}}?,? @c@(?:,? @c@)?", ""),
    ),
    (_SHARE, _share),
    *_rows(
        # "no on-campus visits", "has never set foot on campus"
        (rf"\b(?:no|without|zero)(?: \w+ly)?(?:{_PLAIN}){{0,8}}? @(?P<mode>[och])@{_NOUNS}", _other),
        # what may be asked for
        (
            r"(?:\b(?:may|might)(?: also| still)? (?:include|involve|require|be required to)"
            r"|\bpossible exceptions? of|(?:complement|supplement)(?:s|ed) (?:with|by))\b[^.;)]{0,160}",
            "",
        ),
        (r"\b(?:no|not) more than\b[^.;@]{0,80}@o@", ""),
        (rf"\b(?:{_PARTLY})(?:{_PLAIN}){{0,3}} @o@", " @b@"),
        (rf"\b(?:{_SOME})\b(?:{_WORD}){{0,6}}?{_DONE}{{1,4}} @o@", " @b@"),
        (r"\b(?:half|third|quarter|portion|part)s? of\b[^.;@]{0,90}@c@", " @b@"),
        (rf"\b(?:general|gen) ed\w*{_WORD}{{0,4}} @o@", " @b@"),
        (r"@[oc]@ (?:portion|component|part|segment|requirement)s?\b", "@b@"),
        (rf"{_NOT}\b(?! only)(?:{_PLAIN}){{0,8}}? @(?P<mode>[och])@(?:(?: \w+){{0,2}} @(?P=mode)@| \w+)?", _other),
        (
            rf"@(?P<mode>[oc])@{_WORD}{{0,3}} (?:is|are|does|do|will)(?:n't| not)(?: be)? (?:\w+ )?"
            r"(?:available|offered|required|necessary|needed|mandatory|an option|permitted|possible|count)\b",
            _other,
        ),
        # "Online: No"
        (r"@(?P<mode>[och])@(?: \w+)?\)?: ?(?:no|none|n/a)\b", _other),
    ),
]
"""Pattern -> what stands in its place, in order."""

# --- modes side by side -----------------------------------------------------------------------------------------------

_M = r"@([och])@"
_NOUN = (
    r"(?:programs|options?|formats?|sections?|versions?|degrees|tracks?|offerings?|modalities|modes|students|delivery"
    r"|certificates|choices|learning options)"
)
# A cell that holds only modes: "Online | Hybrid | On campus".
LIST = re.compile(r"\W*@[och]@(?:[ ,;|&/]|and|or|@[och]@)*\W*")
CHOICES = (
    # "online or on campus", "Online / Hybrid", "partially online or in person"
    re.compile(
        r"@([ochb])@"
        rf"(?:,? \w+){{0,3}}?(?:,? or |/| / | \| |,? and/or |,? as well as )(?:in |a |an |the |through |via |our |on "
        rf"|at |as |fully |entirely )*{_M}"
    ),
    re.compile(rf"{_M}[^.;@]{{0,60}}? or [^.;@]{{0,40}}?{_M}"),
    # "on campus, online, or both", "Locations: Tampa, Ocala, online"
    re.compile(rf"{_M}, (?:\w+ ){{0,3}}{_M},? (?:and|or|&) "),
    re.compile(rf"{_M}(?:, (?-i:[A-Z])[\w ]+){{1,6}},? (?:and |or )?{_M}\W*$"),
    # "hybrid and on-ground programs", "offered both online and on campus"
    re.compile(rf"{_M}(?: \w+)?,? (?:and|&) (?:\w+ )?{_M} {_NOUN}\b", re.I),
    re.compile(
        r"\b(?:offered|available|offers?|offering|options?|formats?|choose|choice|delivery|modalit\w+"
        rf"|modes?)\b[^.;@]{{0,40}}{_M},? (?:and|&) (?:in |on |at |a |the |our )*(?-i:[A-Z][\w']+ ){{0,3}}{_M}",
        re.I,
    ),
    # "Online: Yes | Campus: Yes"
    re.compile(rf"{_M}: ?yes\b[^@]{{0,60}}{_M}: ?yes\b", re.I),
)
# "Hybrid (online/in person)" says of what, and so does "Online/In person (hybrid)".
EXPLAINED = re.compile(
    r"@h@(?: \w+){0,2} ?(?:\([^)]{0,80}\)|[:=-] [^.;|]{0,80})|@[oc]@ ?(?:and|/|&|\+) ?@[oc]@ ?"
    r"(?:\(?@h@\)?|(?:combination|mix|blend)\b)"
)
MIXED = re.compile(
    r"\b(?:combin\w+|mix\w*|blend\w*|include\w*|consist\w*|compris\w*|portion|component\w*|part|partly|partially"
    r"|followed by|plus|remaining|lectures?|theory|didactic|along with|supplemented|with|alternat\w+|rotat\w+)\b",
    re.I,
)
TIMES = re.compile(
    r"\b(?:real[- ]?time|synchronous|live)\b.{0,40}\b(?:any-?time|asynchronous|on[- ]demand|recorded)\b"
    r"|\b(?:any-?time|asynchronous)\b.{0,40}\b(?:real[- ]?time|synchronous|live)\b",
    re.I,
)


def answered(marked: str) -> str:
    """The marked text without its questions: one that is answered stands for its mode, or for the other one."""
    if "?" not in marked:
        return marked

    def statement(match: re.Match[str]) -> str:
        modes = _MARK.findall(match["asked"])
        if len(modes) != 1 or not match["answer"]:
            return " "
        return f" @{modes[0]}@. " if match["answer"].lower() == "yes" else f" {_OTHER[modes[0]]}. "

    return _QUESTION.sub(statement, marked)


def settled(marked: str) -> str:
    """The marked text in which denials, shares and exceptions have changed the marks that they are about."""
    if "@" in marked:
        for pattern, change in CHANGES:
            marked = pattern.sub(change, marked)
    return marked


def chosen(marked: str) -> bool:
    """Whether the words offer different modes side by side, and do not mix them."""
    if LIST.fullmatch(marked):
        return len(set(_MARK.findall(marked))) > 1
    for choice in CHOICES:
        for match in choice.finditer(marked):
            modes = set(match.groups())
            if len(modes) > 1 and ("h" in modes or not MIXED.search(marked[: match.end()])):
                return True
    return False
