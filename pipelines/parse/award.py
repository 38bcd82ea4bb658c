"""What the student gets: "Associate in Applied Science (A.A.S.)", "Diploma", "Certificate of Completion"."""

import re
from typing import NamedTuple

from pipelines.parse.acronyms import undotted
from pipelines.parse.text import clean
from pipelines.parse.values import Award, Context


def read(words: str, context: Context = Context()) -> Award:
    """The award that words, a cell or a heading name for the program.

    value is certificate, diploma, associate or other (a bachelor's or graduate award, a skills award, a badge);
    multiple with `any_of` in printed order when several are offered; unknown when none is. A certification or a
    licence is not an award, and neither is what one needs before (a high school diploma) or may do next
    (credits "applicable toward the A.A.S."), nor the name of a field ("Degree type"). Never raises.
    """
    text, words = undotted(_ADDRESS.sub(" ", clean(words))), words[:_PRINTED]
    field = _FIELD.match(text)
    named = (field and _named(text[field.end() :], True)) or _named(text, bool(_LABEL.search(context.label)))
    if not named:
        return Award("unknown", printed=words, why="names no award")
    values = tuple(dict.fromkeys(award.value for award in named))
    subtype = "/".join(dict.fromkeys(award.subtype for award in named if award.subtype))
    if len(values) > 1:
        return Award("multiple", subtype, values, words, "names several awards")
    return Award(values[0], subtype, (), words, f'names "{named[0].printed}"')


_ADDRESS = re.compile(r"\S+@\S+|(?:https?:|www\.)\S+")
_PRINTED = 300  # characters of the words that a figure keeps


class _Named(NamedTuple):
    kind: str
    value: str
    subtype: str
    printed: str


# --- the names of awards -------------------------------------------------------------------------------------------

_ASSOCIATES = {
    "applied arts and sciences": "AAAS",
    "applied arts and science": "AAAS",
    "applied sciences": "AAS",
    "applied science": "AAS",
    "applied technology": "AAT",
    "applied business": "AAB",
    "arts in teaching": "AAT",
    "fine arts": "AFA",
    "general studies": "AGS",
    "general education": "AGE",
    "occupational studies": "AOS",
    "occupational science": "AOS",
    "occupational technology": "AOT",
    "specialized business": "ASB",
    "specialized technology": "AST",
    "technical studies": "ATS",
    "technical study": "ATS",
    "technical arts": "ATA",
    "liberal arts": "ALA",
    "science in nursing": "ASN",
    "nursing": "ADN",
    "arts": "AA",
    "art": "AA",
    "sciences": "AS",
    "science": "AS",
}
_STUDIES = "|".join(_ASSOCIATES)
# Acronyms stand for an award only in capitals; those of _CELLS are also names of colleges, places and jobs.
_LETTERS = r"(?:AAS-T|AA-T|AS-T|AAAS|AAS|AAB|AAT|AFA|AGS|AOS|ASB|AST|ATS|ASN|ADN)"
_CELLS = frozenset({"ATC", "CCC", "CTC", "CTS", "CSC", "CCL", "TCC", "CCP", "PSAV", "TD", "ATA", "AE", "CERT"})

_ORDINARY = (
    r"(?:advanced|applied technology|applied|associate-level|basic|career and technical|career studies"
    r"|career technical|career|clock hour|college credit|college|community college|credit|departmental|entry[- ]level"
    r"|general|higher|industry|institutional|intermediate|long[- ]term|less than one[- ]year|level (?:one|two|three"
    r"|[1-4]|i{1,3}|iv)|local|non-?credit|occupational skills?|occupational|one[- ]year|two[- ]year|[12][- ]year"
    r"|post-?secondary adult vocational|post-?secondary|practical nursing|pre-apprenticeship|professional"
    r"|short[- ]term|specialist|specialized|specialty|stackable|technical credit|technical|technology"
    r"|trade|undergraduate|university|vocational|workforce)[ -]"
)
_OF = (
    r"(?: of (?:(?!and |or |the |an? |students? )[a-z]+ ){0,2}?(?:completion|achievement|proficiency|competenc[ey]"
    r"|specialization|accomplishment|mastery|training|credit|studies|study|science|technology|recognition|performance"
    r"|attendance|participation|graduation|qualification|excellence))"
)
_ABOVE = (
    r"(?:post-?graduate|post-?baccalaureate|post-?bachelor'?s|post-?master'?s|post-?degree|post-?associate"
    r"|(?<!under)(?<!under-)graduate(?:-level)?)"
)

_ASSOCIATE = r"assoc(?:\.|iate(?:'s|s'|s)?)?"

_NAMES = {
    "other": (
        rf"{_ABOVE} (?:\w+ )?(?:certificates?|diplomas?)|certificates? of advanced (?:graduate )?stud(?:y|ies)",
        r"(?:occupational )?skills? awards?|achievement awards?|(?:digital )?badges?|micro-?credentials?",
        r"(?:letter|statement|award)s? of (?:completion|recognition|participation|attendance)",
    ),
    "higher": (
        r"bachelor(?:'s|s'|s)?(?: of(?: applied)? \w+)?(?: degrees?)?|baccalaureate(?: degrees?)?",
        r"master(?:'s|s'|s) (?:degrees?|programs?)|master of \w+(?: degrees?)?|doctora(?:l|te)(?: degrees?)?"
        r"|doctor of \w+",
        r"(?-i:BAS|BSN|BBA|BFA|MBA|MSN|PhD|DNP|(?:BS|BA)(?= degree| in [A-Z]|\W*$)|(?:MS|MA) degree)",
    ),
    "associate": (
        rf"{_ASSOCIATE}(?: degrees?)?(?: (?:in|of))? (?:an? )?(?:{_STUDIES})\b(?: degrees?)?(?: for transfer)?",
        rf"{_ASSOCIATE}(?:[- ]level)? (?:degrees?|awards?|programs?)",
        r"associate(?:'s|s')? (?:in|of)(?= \w)|associates in(?= \w)",
        r"associate(?:'s|s'|s)?(?=\W*$|[|,;/)&(:-]| [|&(-]| or | and )",
        rf"(?-i:{_LETTERS})(?:'s|s)?(?: degrees?)?",
        r"(?-i:AA|AS|ATA|AE)(?= degree| program| in [A-Z]| - [A-Z]|/(?!\d)|[,)|]|\W*$| and (?:an? )?A[AS]"
        r"| or (?:an? )?A[AS])(?: degrees?)?",
        r"(?:two|2)[- ]year degrees?|transfer degrees?|degrees?(?= ?(?:and|or|&|/) ?certificates?(?!-))"
        r"|(?<=certificate/)degrees?|(?<=certificate or )degrees?|(?<=certificate and )degrees?",
    ),
    "diploma": (rf"(?:{_ORDINARY}){{0,3}}diplomas?", r"(?-i:ATD|TD)", r"(?-i:Dipl?)(?=\.|$)"),
    "certificate": (
        rf"(?:{_ORDINARY}){{0,3}}certificates?{_OF}?",
        r"(?-i:ATC|CCC|CTC|CTS|CSC|CCL|TCC|CCP|PSAV)s?",
        r"(?-i:CERT\d?|Certs?)",
    ),
}
_NAME = re.compile(
    r"\b(?:" + "|".join(f"(?P<{value}>{'|'.join(rows)})" for value, rows in _NAMES.items()) + r")(?!\w)", re.I
)


def _subtype(kind: str, printed: str) -> str:
    """The type as schools abbreviate it for associate degrees, as printed for the others; "" for the bare word."""
    if kind == "associate":
        words = printed.lower()
        if letters := re.match(_LETTERS + r"|AA|AS\b", printed):
            return letters[0]
        for field, letters in _ASSOCIATES.items():
            if re.search(rf"\b{field}\b", words):
                return letters + ("-T" if words.endswith("for transfer") else "")
        return ""
    plain = re.sub(r"\b(certificate|diploma|award|badge|credential)s\b", r"\1", printed, flags=re.I)
    return "" if plain.lower() in ("certificate", "diploma", "cert", "dip", "dipl") else plain


# --- what stands around them ---------------------------------------------------------------------------------------

# "Degree type: Certificate": the name of the field is no award.
_FIELD = re.compile(
    r"(?:[\w/-]+ ){0,3}?(?:(?:degree|award|credential|program|certificate|diploma)s?[ /]?(?:type|level|awarded|earned"
    r"|offered|title)s?|awards?|credentials?|(?:degree|certificate|diploma)s? ?(?:/|or|and) ?(?:degree|certificate"
    r"|diploma)s?(?=:))(?: [:-]|:)? ",
    re.I,
)
_LABEL = re.compile(r"\b(?:award|credential|degree|certificate|diploma)", re.I)
# Papers that are no awards of a program.
_NOT_BEFORE = re.compile(
    r"\b(?:high[- ]school(?: graduation)?\W*|hs|secondary school|ged|tasc|equivalency|birth|gift|death|marriage"
    r"|medical examiner'?s|dot medical|immunization|cpr|bls|acls|first aid|osha|food handler'?s?|insurance|teaching"
    r"|teacher'?s?|driver'?s|tax|stock|duplicate|replacement|graduation fee \W*|microsoft(?: office)?|adobe|cisco"
    r"|comptia|ahima|aapc|nha|servsafe|red cross|epa|licen[sc]es?)(?: or| and|/|,)? ?$",
    re.I,
)
_JOB_BEFORE = re.compile(
    r"\b(?:sales|retail|logistics|production|nurse|research|warehouse|certified|service|care|store|team|business"
    r"|clinical|project|program|practitioner) $",
    re.I,
)
_NOT_AFTER = re.compile(
    r"(?: of (?:insurance|immunization|birth|naturalization|citizenship|eligibility|approval|authori[sz]ation|need"
    r"|occupancy|registration|compliance|good|deposit|authority|live|vaccination)\b| (?:dean|professor|director|vice"
    r"|provost|editor|mills?|holders?|exams?|fees?|replacement|covers?|frames?|cop(?:y|ies)|to operate)\b| (?:or"
    r"|and) (?:a |an |its |the )?(?:ged|g\.e\.d|hiset|equivalen\w+|high school|general education(?:al)? development)"
    r"|[ -]seeking\b| (?:is|are|may be) (?:\w+ly )?(?:preferred|required|recommended|needed|necessary)\b|/ ?(?:ged"
    r"|hiset|equivalen)|,? or its equivalent| \(?or (?:ged|equivalen))",
    re.I,
)
_LOOSE = r"(?:[ ,/&(]+(?!is\b|are\b|earn|award|receiv)[\w'-]+){0,6}[ ,/&(]+$"
# What may come next.
_NEXT = re.compile(
    r"(?:\b(?:towards?(?! complet| earn| the complet)|step\w*(?: stones?)? (?:to|in)|pathways? (?:to|into)|bridge to"
    r"|ladder\w*|continue\w*|go(?:ing)? on|build\w* (?:to|on|upon|toward)(?: earning)?|attached to|advance to|further"
    r"|transfer\w*(?: \w+){0,3} (?:to|into)|appl(?:y|ies|ied|icable)(?: \w+){0,2} (?:to|in)|articulat\w+"
    r"|stack\w* (?:to|into|toward)|counts? as|credited to|first half of"
    r"|portion of|part of|embedded in|included in|within|on the way to)\b(?!:)" + _LOOSE + r")"
    r"|\bwhile pursuing\b[^.;]{0,60}$"
    r"|\b(?:continu\w+|go(?:ing)? on|transfer\w*)\b[^.;]{0,60}? (?:and|to) (?:earn|complet|pursu|receiv|obtain)\w*"
    r"(?: (?:an?|the|their))?(?: \w+)? $",
    re.I,
)
# What one must have before.
_BEFORE = re.compile(
    r"(?:\b(?:prefer\w*|holds?|holding|holders? of|possess\w*|must have|must hold|having|(?<!will )(?:have|has"
    r"|already)(?: already)? (?:earned|completed|received|an?|at least)|already|prerequisites?:?|admission requires?"
    r"|entrance requires?|(?:students|applicants|individuals|those|persons|people|nurses|professionals"
    r"|candidates) with|who have|require an?|required?:|requires an?|needs? an?|minimum of an?|beyond)"
    + _LOOSE
    + r")|\bafter (?:\w+ly )?(?:earning|completing|completion of)(?: [\w'-]+){1,12} $",
    re.I,
)
_ADMISSION_LABEL = re.compile(
    r"\b(?:prerequisites?|(?:admissions?|entrance|entry) requirements?|minimum education|eligibility):[^.;|:]*$", re.I
)
_DENIED = re.compile(
    r"\b(?:not|no|never|without|rather than|instead of|unlike|neither|nor)\b(?:[ -](?!only)\w+){0,3}[ -]$", re.I
)


def _named(text: str, cell: bool) -> list[_Named]:
    """The awards that a text names for its program; `cell` says that the text is the value of an award field."""
    short = cell or len(text.split()) <= 3
    named: list[_Named] = []
    end, passed_over = -99, False
    for match in _NAME.finditer(text):
        before, after = text[max(0, match.start() - 80) : match.start()], text[match.end() : match.end() + 40]
        between, end = text[max(0, end) : match.start()], match.end()
        if match[0].rstrip("s") in _CELLS and not (
            short or _stands_apart(before, after) or (named and len(between) <= 5)
        ):
            continue
        kind, listed = match.lastgroup or "", _OR.fullmatch(between) is not None
        # "an A.S. or A.A.S. degree": what holds for the first holds for the second.
        passed_over = _is_another(kind, before, after) or (passed_over and listed)
        # A bachelor's degree is what may come after an associate one, unless the two are listed.
        if named and not listed and "higher" in (kind, named[-1].kind) and kind != named[-1].kind:
            passed_over = passed_over or kind == "higher"
            named = [one for one in named if one.kind != "higher" or passed_over]
        if not passed_over:
            named.append(_Named(kind, "other" if kind == "higher" else kind, _subtype(kind, match[0]), match[0]))
    return named


_OR = re.compile(r"(?: degrees?)?,? ?(?:or|and|/|,) ?(?:an? |the )?")


def _stands_apart(before: str, after: str) -> bool:
    """Whether a word stands in brackets, in a list or alone in its cell."""
    alone = (not before or before.endswith("| ")) and (not after or after.startswith(" |"))
    return alone or before.endswith(("(", "/", ", "))


def _is_another(kind: str, before: str, after: str) -> bool:
    """Whether an award is not what this program gives: needed before it, next after it, denied, or no award at all."""
    sentence = re.split(r"[.;!?|:] ", before)[-1]
    if kind == "associate" and _JOB_BEFORE.search(sentence):
        return True
    if _ADMISSION_LABEL.search(before):
        return True
    return any(pattern.search(sentence) for pattern in (_NOT_BEFORE, _NEXT, _BEFORE, _DENIED)) or bool(
        _NOT_AFTER.match(after)
    )
