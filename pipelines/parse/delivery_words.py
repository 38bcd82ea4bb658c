"""The words in which schools say where one studies, as tables; delivery.py is their grammar."""

import re

MODE_LABEL = re.compile(r"\b(?:deliver|mode|modality|format|instruction|method|setting|location)", re.I)
MODE_FIELD = re.compile(
    r"(?:[\w/-]+ ){0,2}(?:delivery|modes?|modality|formats?|instruction(?:al)?|methods?|types?"
    r"|options?)(?: \w+){0,2} ?:",
    re.I,
)
# What counts only as the value of such a field.
_CODES = {
    "@o@": "web, ol, internet, distance",
    "@c@": "ground, seated, traditional, lecture, residential, live",
    "@h@": "hyb, mixed",
    "@o@ or @c@": "both",
}
CODES = {word: mark for mark, words in _CODES.items() for word in words.split(", ")}
CODE = re.compile(rf"\b(?:{'|'.join(CODES)})\b", re.I)

# --- the words of each mode, in the order in which they are tried at each place --------------------------------------

_LEARNING = (
    r"(?:class|course|program|degree|instruction|learning|training|stud(?:y|ies)|lecture|education|format|certificate"
    r"|section|delivery|module|component|option)"
)
_ERRAND = (
    r"(?:appl(?:y|ied|ying)|interview|register|enroll|collect|collected|pay|paid|order|visit|view|download|find|found"
    r"|submit|submitted|schedule|purchase|buy|sign up|check|see|search|book|log in|log on|request|listed|posted"
    r"|published|read|obtained|accessible|reserve|renew|chat|shop(?= on-?line)|learn more|access (?:recordings"
    r"|materials|grades|records)|reach us|contact us|completed? (?:the|an|your) (?:application|form|fafsa)|fafsa"
    r"|application|picked? up)"
)
_PLACE = (
    r"(?:on-?line(?: (?:in|on|through|via) (?:canvas|blackboard|moodle|brightspace|d2l))?|in[- ]person|on[- ]campus"
    r"|by (?:mail|phone|fax)|at (?:any|the|our) campus)"
)
_EXAM = r"(?:exam(?:ination)?s?|tests?|testing|proctor\w*|assessments?|midterms?|finals)"
_SITE = (
    r"(?:face[- ]to[- ]face|on[- ]?campus|on[- ]?site|in[- ]person|campus(?:es)?|testing cent(?:er|re)s?"
    r"|test cent(?:er|re)s?)"
)

_CUES = {
    # Words of a mode that say nothing about how one studies.
    "nothing": (
        r"(?:https?:|www\.|[\w-]+\.(?:com|edu|org|net)\b)\S*",
        r"(?:exams?|tests?|testing|quizzes|assessments?)(?: (?:is|are|can be|may be))?(?: \w+)? on-?line",
        r"in[- ]person (?:interviews?|registration|application|advising|tours?|visits?|appointments?|info\w*)",
        r"on[- ]?site (?:job|hiring|day ?care|child ?care|clinic|parking|gym|store)\w*",
        r"access to (?:the |our )?campus(?:es)?",
        r"(?:have|has|operates?|with) (?:\w+ ){0,2}campuses|(?:our |the )?campus(?:es)? (?:is|are) (?:located|open"
        r"|closed|conveniently|at)",
        rf"{_ERRAND}(?: (?!and |for online)[\w']+){{0,4}}? {_PLACE}(?! {_LEARNING})(?:,? (?:or "
        rf"|and )?{_PLACE}(?! {_LEARNING}))*",
        r"(?:on-?line|virtual|web) (?:applications?|forms?|registration|catalogs?|(?:book)?stores?|portals?|payments?"
        r"|brochures?|calendars?|accounts?|chat|library|tutor\w*|support|help|calculators?|orientations?|info"
        r"|requests?|schedules?|scheduling|transcripts?|jobs?|reviews?|systems?|presence|games?|shop|services"
        r"|advising|inquiry|privacy|tours?|office|assistants?|open house|visits?|reality|welding|world|at www|at http"
        r"|tools?|access|(?:program )?guides?|bachelor(?:'?s)?|career assessments?|portfolios?|profiles?|tests?"
        r"|testing|exams?|quiz\w*|(?:e-?)?text\w*|homework|dictionary|journals?|forums?|information sessions?)(?!\w)",
        # what one learns about, or reads, unless the program itself is named so
        r"(?:on-?line|virtual|web) (?:marketing|retail|business|community|media|banking|advertising|resources?"
        rf"|materials)(?!\w)(?! (?:\w+ ){{0,2}}{_LEARNING})",
        r"campus(?:es)?(?=: ?(?:on-?line|distance|web|internet|virtual))|on-?line (?:instructor|office) hours"
        r"|campus(?:es)? (?:settings?|locations?|sizes?|codes?)(?!:)",
        r"(?:weekly )?on-?line (?:discussions?|assignments?|research|supplements?)(?!\w)|on-?line components? or",
        r"on-?line at (?:(?:our|the) )?(?:web ?site|www|https?|[\w.]+\.(?:edu|com|org))\S*",
        r"interactive (?:video|television|tv) (?:class)?rooms?",
        r"remote (?:pilot|sensing|areas?|sites?|control|monitoring|locations?)|distance from|internet (?:access"
        r"|connection|technolog|security|marketing|of things|browser)\w*",
        r"hybrid(?:/| and | or |, |-| & | )?(?:electric|vehicles?|cars?|engines?|automo\w+|trucks?|powertrains?"
        r"|systems?|drive\w*)|(?:electric|ev)(?:/| and | & )hybrids?",
        r"(?:business|office|written) correspondence|business communications",
        r"(?:tour|visit|stop by|contact|call|near|close to|off)(?: \w+){0,3}[ -]campus(?:es)?"
        r"(?! (?:for (?:\w+ )?(?:labs?|class|skills|hands|clinical|meeting)|(?:once|twice|one|two|three|\d)\b))",
        r"(?:on[- ])?(?:our |the )?campus(?:es)?[ -](?:tours?|visits?|maps?|safety|security|crime|life|(?:book)?store"
        r"|housing|police|director|president|representative|parking|wide|jobs?|child ?care|interviews?|resources"
        r"|library|living|activities|meals?|information|clubs|recruit\w*|employment|work|phone|hours|room"
        r"|students? (?:housing|life)|day ?care|statistics|residence halls?|dorm\w*|dining|enrollment)",
        r"(?:flipped|google) classroom|ground school|(?:optional|not required)(?: \w+){0,3}? (?:externships?"
        r"|internships?|clinicals?|labs?|orientation|on[- ]campus|in[- ]person)(?: \w+)?",
        r"(?:externships?|internships?|practic(?:um|a)) (?:is|are) (?:optional|not required|available)",
    ),
    # An exam on site leaves a course online.
    "exam": (
        rf"{_SITE} (?:proctored )?(?:orientations?|{_EXAM}) (?:and|or) (?:proctored )?{_EXAM}(?: on campus)?",
        rf"(?<!instruction and ){_EXAM}\b(?:(?!\b(?:lab|clinic|class|lectur|cours"
        rf"|skill)\w*)[^.;]){{0,60}}?\b{_SITE}(?: (?:on|at) (?:\w+ ){{0,3}}campus(?:es)?)?"
        rf"|{_SITE} (?:proctored )?{_EXAM}|proctored {_EXAM}",
    ),
    "hyflex": (r"hy-?flex(?:ible)?|hi-?flex|multi-?modal|flex(?:ible)? modality",),
    "hybrid": (
        r"(?:on-?line[ /-])?hybrid|blended|low[- ]residency|mixed[- ]mode|web[- ]hybrid|partially at a distance",
    ),
    "online": (
        r"(?:virtual|on-?line|remote|web-based|live|zoom) (?:classrooms?|campus|labs?|laborator(?:y|ies)|simulations?"
        r"|meetings?|clinical simulation)|(?:e-?|world |cyber |digital )campus",
        r"on-?line|virtual(?:ly)?|remote(?:ly)?|distance[ -](?:learning|education|ed|delivery|format|stud\w+|program"
        r"|track|option|cohort|course)|at a distance|by distance",
        r"e-?learning|web[- ]?based|internet[- ](?:based|delivered|course\w*|class\w*|delivery)|(?:via|over|through"
        r"|by) (?:the )?internet|(?:method|mode|delivery|format|type|location)s?: (?:internet|web|ol)|telecourses?"
        r"|tele-?conferenc\w+|telepresence|(?:web|video) ?-?conferenc\w+|webinars?|zoom|webex",
        r"a?synchronous(?:ly)?(?! components?)|live[- ]?stream\w*|streamed(?: live)?|home[- ]study|from (?:home"
        r"|anywhere|(?:the )?(?:comfort|convenience)|(?:your|their) (?:own )?homes?)|televised|correspondence"
        r"|cyber (?:learning|school|class\w*)|web course\w*",
        r"(?:via|through) (?:remote )?technology|electronic (?:method|delivery)|electronically delivered"
        r"|technology[- ](?:delivered|mediated)",
        r"(?:through|via|in|on|using) (?:canvas|blackboard|moodle|brightspace|d2l)",
    ),
    "campus": (
        r"web[- ](?:enhanced|facilitated|supported|assisted|augmented)",
        r"(?:on[- ]|at )?(?:the |our )?campus(?:es)?|face[- ](?:to|2)[- ]face|f2f|in[- ]person|on[- ]?ground"
        r"|on[- ]?site|brick[- ]and[- ]mortar|residential (?:program|course|format|training)|resident training",
        r"traditional (?:classroom|class|classes|programs?|formats?|courses?|delivery|lectures?|instruction|setting"
        r"|in-class)|ground[- ](?:based|course\w*|program\w*|classes)",
        r"classrooms?|in[- ]class|in[- ]seat|seated|seat[- ]based|lecture halls?|physically|bldg|building [\w\d]"
        r"|(?:room|rm\.?) [\w-]*\d+|(?<!on)site-based",
        r"(?:locations?(?: offered)?|sites): (?!on-?line|virtual|remote|tba|tbd|various|web|distance)(?-i:[A-Z])\w+",
        r"(?:traditional|ground|seated)(?=,? ?(?:and |or |/ ?)?(?:hybrid|on-?line|blended))",
        r"(?:(?<=line or )|(?<=line and )|(?<=line/)|(?<=hybrid or )|(?<=hybrid and ))(?:ground|seated|traditional)",
        r"face[- ]to[- ]face|scheduled in a (?:class|lecture|lab)\w*|same (?:physical )?(?:place|location)",
        r"(?:classes|training|labs?|instruction|sessions?) (?:is |are )?at (?:the |our |a )?(?-i:[A-Z]\w+)",
        r"(?:class(?:es)?|training|lectures?|sessions?|program|course)\b[^.;@]{0,60}? at (?:the "
        r"|our )?(?-i:(?:[A-Z][\w'&-]* ){1,6})(?:center|building|hall|academy|facility|annex|high school|complex"
        r"|institute)",
        r"(?:at|in) our (?:[\w-]+ ){0,4}?(?:facility|facilities|school|shop|training center|location|yard|clinic"
        r"|kitchens?|studio)",
        r"(?:daytime|day|evening|night|weekend)(?:time)?(?: classes)?(?=,? (?:or )?(?:fully )?on-?line)",
        r"(?:held|offered|taught|conducted|meets?|given|delivered) at (?:the|our) (?:college|school|academy"
        r"|institute)(?! of)",
        r"class(?:es)? (?:near you|in your area|close to (?:you|home))",
        r"(?<=line, )(?:day|evening)s?|at (?:\w+ ){1,2}locations",
        r"(?:held|offered|taught|conducted|meets?|meet|given|located|delivered) (?:at|in) (?:the |our "
        r"|a )?(?-i:(?!January|February|March|April|May\b|June|July|August|September|October|November|December|Fall"
        r"|Spring|Summer|Winter|English|Spanish|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I\b|II"
        r"|Session|Term|Canvas|Blackboard|Zoom|A\b)[A-Z]\w+)",
    ),
    "clinical": (
        r"clinicals?(?! (?:medical|research|laboratory sci))(?: (?:rotations?|experiences?|practice))?|ride-alongs?",
    ),
    "externship": (r"externships?",),
    "internship": (r"internships?",),
    "practicum": (r"practic(?:um|a)s?",),
    "lab": (r"labs?|laborator(?:y|ies)|salon|shop (?:time|hours|work)",),
    "skills": (
        r"skills?(?= (?:at|in person))|skills? (?:days?|check\w*|sessions?|labs?|practice|testing|training)",
        r"hands-on (?:labs?|skills?|training|practice|sessions?|clinicals?|portions?|instruction|components?)",
    ),
    "residency": (r"(?:on-campus )?residenc(?:y|ies)(?! status| requirement)",),
}
CUE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{kind}>{'|'.join(rows)})" for kind, rows in _CUES.items()) + r")(?!\w)", re.I
)
PARTS = ("clinical", "externship", "internship", "practicum", "lab", "skills", "residency")
MARKS = {"online": "o", "campus": "c", "hybrid": "h"}
"""A mode's mark: in a marked text "@o@" stands for the words of online, and "@b@" for a part online, a part not."""
_HINTS = """line, campus, class, person, hybrid, blend, virtual, remote, distance, web, internet, zoom, synchron,
    stream, tele, home, anywhere, flex, modal, mixed, residen, face, f2f, ground, on-site, onsite, on site,
    site-based, seat, learn, correspond, canvas, blackboard, moodle, brightspace, d2l, brick, traditional, lecture,
    physical, bldg, building, room, rm., location, extern, intern, practic, clinic, lab, skill, hands, salon, shop,
    ride-, live, comfort, convenience, cyber, in our, at our, electronic,
    technology"""
_HINT_WORDS = tuple(" ".join(hint.split()) for hint in _HINTS.split(","))
_HINT_PLACE = re.compile(r"\b(?:at|in) (?:the |our |a )?[A-Z]")
_FIELD_LENGTH = 20  # what is shorter may be the code of a field


def names_a_mode(text: str) -> bool:
    """Whether some word of a mode may be in the text: most lines of a page have none, and need not be read."""
    low = text.lower()
    return (
        len(text) <= _FIELD_LENGTH or any(hint in low for hint in _HINT_WORDS) or _HINT_PLACE.search(text) is not None
    )
