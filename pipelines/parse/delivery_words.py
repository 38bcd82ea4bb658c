"""The words in which schools say where one studies, as tables; delivery.py is their grammar."""

import re

MODE_LABEL = re.compile(r"\b(?:deliver|mode|modality|format|instruction|method|setting|location)", re.I)
CELLS = {
    "web": "online",
    "ol": "online",
    "internet": "online",
    "distance": "online",
    "ground": "in_person",
    "seated": "in_person",
    "traditional": "in_person",
    "lecture": "in_person",
    "residential": "in_person",
    "live": "in_person",
    "hyb": "hybrid",
    "mixed": "hybrid",
    "both": "multiple",
}

# --- the words of each mode, in the order in which they are tried at each place --------------------------------------

_LEARNING = (
    r"(?:class|course|program|degree|instruction|learning|training|stud(?:y|ies)|lecture|education|format"
    r"|certificate|section|delivery|module|component|option)"
)
_ERRAND = (
    r"(?:appl(?:y|ied|ying)|interview|register|enroll|pay|paid|order|visit|view|download|find|found|submit|submitted"
    r"|schedule|purchase|buy|sign up|check|see|search|book|log in|log on|request|listed|posted|published|read"
    r"|obtained|accessible|reserve|renew|chat|shop|learn more|access (?:recordings|materials|grades|records)"
    r"|reach us|contact us|completed? (?:the|an|your) (?:application|form|fafsa)|fafsa|application|picked? up)"
)
_PLACE = (
    r"(?:on-?line(?: (?:in|on|through|via) (?:canvas|blackboard|moodle|brightspace|d2l))?|in[- ]person|on[- ]campus"
    r"|by (?:mail|phone|fax)|at (?:any|the|our) campus)"
)
_EXAM = r"(?:exam(?:ination)?s?|tests?|testing|proctor\w*|assessments?|midterms?|finals)"
_SITE = r"(?:on[- ]?campus|on[- ]?site|in[- ]person|campus(?:es)?|testing cent(?:er|re)s?|test cent(?:er|re)s?)"

_CUES = {
    # Words of a mode that say nothing about how one studies.
    "nothing": (
        r"(?:https?:|www\.|[\w-]+\.(?:com|edu|org|net)\b)\S*",
        r"(?:exams?|tests?|testing|quizzes|assessments?)(?: (?:is|are|can be|may be))?(?: \w+)? on-?line",
        r"in[- ]person (?:interviews?|registration|application|advising|tours?|visits?|appointments?|info\w*)",
        r"on[- ]?site (?:job|hiring|day ?care|child ?care|clinic|parking|gym|store)\w*",
        r"(?:have|has|operates?|with) (?:\w+ ){0,2}campuses|campus(?:es)? (?:is|are) (?:located|open|closed"
        r"|conveniently|at)",
        rf"{_ERRAND}(?: (?!and |for online)[\w']+){{0,4}}? {_PLACE}(?! {_LEARNING})(?:,? (?:or "
        rf"|and )?{_PLACE}(?! {_LEARNING}))*",
        r"(?:on-?line|virtual|web) (?:applications?|forms?|registration|catalogs?|(?:book)?stores?|portals?"
        r"|payments?|brochures?|calendars?|accounts?|chat|library|tutor\w*|support|help|calculators?|orientations?"
        r"|info|requests?|schedules?|scheduling|transcripts?|jobs?|reviews?|systems?|presence|games?|shop|services"
        r"|advising|inquiry|privacy|tours?|office|assistants?|open house|visits?|reality|welding|world|at www"
        r"|at http|tools?|access|(?:program )?guides?|bachelor(?:'?s)?|career assessments?|portfolios?|profiles?"
        r"|tests?|testing|exams?|quiz\w*|(?:e-?)?text\w*|homework|dictionary|journals?|forums?"
        r"|information sessions?)(?!\w)",
        # what one learns about, or reads, unless the program itself is named so
        r"(?:on-?line|virtual|web) (?:marketing|retail|business|community|media|banking|advertising|resources?"
        rf"|materials)(?!\w)(?! (?:\w+ ){{0,2}}{_LEARNING})",
        r"campus(?:es)?(?=: ?on-?line)",
        r"on-?line at (?:(?:our|the) )?(?:web ?site|www|https?|[\w.]+\.(?:edu|com|org))\S*",
        r"remote (?:pilot|sensing|areas?|sites?|control|monitoring|locations?)|distance from|internet (?:access"
        r"|connection|technolog|security|marketing|of things|browser)\w*",
        r"hybrid(?:/| and | or |, |-| & | )?(?:electric|vehicles?|cars?|engines?|automo\w+|trucks?|powertrains?"
        r"|systems?|drive\w*)|(?:electric|ev)(?:/| and | & )hybrids?",
        r"(?:business|office|written) correspondence|business communications",
        r"(?:tour|visit|come to|stop by|contact|call|near|close to|off)(?: \w+){0,3}[ -]campus(?:es)?",
        r"(?:on[- ])?campus(?:es)?[ -](?:tours?|visits?|maps?|safety|security|crime|life|(?:book)?store|housing"
        r"|police|director|president|representative|parking|wide|jobs?|child ?care|interviews?|resources|library"
        r"|living|activities|meals?|information|clubs|recruit\w*|employment|work|phone|hours)",
        r"(?:flipped|google) classroom|ground school|(?:optional|not required)(?: \w+){0,3}? (?:externships?"
        r"|internships?|clinicals?|labs?|orientation|on[- ]campus|in[- ]person)(?: \w+)?",
        r"(?:externships?|internships?|practic(?:um|a)) (?:is|are) (?:optional|not required|available)",
    ),
    # An exam on site leaves a course online.
    "exam": (
        rf"{_EXAM}\b(?:(?!\b(?:lab|clinic|class|lectur|cours|skill)\w*)[^.;]){{0,60}}?\b{_SITE}(?: (?:on"
        rf"|at) (?:\w+ ){{0,3}}campus(?:es)?)?|{_SITE} (?:proctored )?{_EXAM}|proctored {_EXAM}",
    ),
    # Not online; not fully online; not on campus.
    "campus_only": (
        r"(?:not|isn't|aren't|cannot be|can't be|never)(?: (?:currently|offered|available|an?|be|completed|taken"
        r"|taught|delivered|at this time))* (?:on-?line|virtually|remotely|via distance|through distance"
        r"|by distance)(?: \w+)?",
        r"no (?:on-?line|distance|remote|virtual)(?: or \w+)? (?:class|course|option|program|instruction|section"
        r"|component|learning|education|version|offering)\w*",
        r"web[- ](?:enhanced|facilitated|supported|assisted|augmented)",
    ),
    "part_online": (
        r"(?:not|isn't) (?:an? )?(?:fully|entirely|completely|100%|totally|all) on-?line",
        r"(?:partial(?:ly)?|partly|some(?:what)?|mostly|primarily|mainly|largely|half|predominantly|majority|in part"
        r"|portions?) ?(?:(?!and\b|or\b|hybrid\b)\w+ ){0,3}?on-?line",
        r"(?:some|many|several|most|selected?|certain|a few|part|portions?|half|much|majority) (?:of )?(?:the |our "
        r"|your |its )?(?:[\w-]+ ){0,4}?(?:(?:is|are|can be|may be|be|offered|available|taught|delivered|completed"
        r"|taken|done) )+(?:on-?line|virtually|remotely)",
        r"(?<![\d.])(?!100\b|0\b)\d{1,2}(?:\.\d+)? ?(?:%|percent)(?: [\w'-]+){0,9}? (?:on-?line|virtual\w*|remote\w*"
        r"|distance)",
    ),
    "online_only": (
        r"(?:100 ?%|100 percent|one hundred percent|fully|entirely|completely|exclusively|totally|all|solely|only"
        r"|purely|wholly|strictly)[ -](?:\w+ )?on-?line|on-?line only",
        r"(?:not|n't) (?:require|need|have|include)s?(?: \w+){0,2}? (?:on[- ]?campus|campus|in[- ]person"
        r"|on-?site)(?: \w+)?",
        r"(?:do not|don't|does not|never|won't|will not) (?:have|need) to (?:\w+ ){0,3}?(?:campus|classroom"
        r"|in[- ]person)",
        r"(?:no|without|never)(?: (?:\w+ )?(?:need|required|requirement|have|having|come|coming|to|set|any|foot"
        r"|travel\w*|mandatory|visits?|on|or|the|a|for)){0,4}[ -](?:on[- ]?campus|campus|in[- ]person|on-?site"
        r"|face-to-face|classroom)(?: \w+)?",
    ),
    "hyflex": (r"hy-?flex(?:ible)?|hi-?flex|multi-?modal|flex(?:ible)? modality",),
    "hybrid": (
        r"(?:on-?line[ /-])?hybrid|blended|low[- ]residency|mixed[- ]mode|web[- ]hybrid|partially at a distance",
    ),
    "online": (
        r"(?:virtual|on-?line|remote|web-based|live|zoom) (?:classrooms?|campus|labs?|laborator(?:y|ies)"
        r"|simulations?|meetings?|clinical simulation)|(?:e-?|world |cyber |digital )campus",
        r"on-?line|virtual(?:ly)?|remote(?:ly)?|distance[ -](?:learning|education|ed|delivery|format|stud\w+|program"
        r"|track|option|cohort|course)|at a distance|by distance",
        r"e-?learning|web[- ]?based|internet[- ](?:based|delivered|course\w*|class\w*|delivery)|(?:via|over|through"
        r"|by) (?:the )?internet|(?:method|mode|delivery|format|type)s?: (?:internet|web|ol)|telecourses?"
        r"|tele-?conferenc\w+|telepresence|(?:web|video) ?-?conferenc\w+|webinars?|zoom|webex",
        r"a?synchronous(?:ly)?|live[- ]?stream\w*|streamed(?: live)?|home[- ]study|from (?:home|anywhere"
        r"|the comfort)|correspondence|cyber (?:learning|school|class\w*)|web course\w*",
        r"(?:through|via|in|on|using) (?:canvas|blackboard|moodle|brightspace|d2l)",
    ),
    "campus": (
        r"(?:on[- ]|at )?(?:the |our )?campus(?:es)?|face[- ](?:to|2)[- ]face|f2f|in[- ]person|on[- ]?ground"
        r"|on[- ]?site|brick[- ]and[- ]mortar|residential (?:program|course|format|training)|resident training",
        r"traditional (?:classroom|class|classes|programs?|formats?|courses?|delivery|lectures?|instruction|setting"
        r"|in-class)|ground[- ](?:based|course\w*|program\w*|classes)",
        r"classrooms?|in[- ]class|in[- ]seat|seated|seat[- ]based|lecture halls?|physically|bldg|building [\w\d]"
        r"|(?:room|rm\.?) [\w-]*\d+|(?<!on)site-based",
        r"locations?(?: offered)?: (?!on-?line|virtual|remote|tba|tbd|various|web|distance)(?-i:[A-Z])\w+",
        r"traditional(?=,? (?:and |or |/ ?)?(?:hybrid|on-?line|blended))",
        r"(?:classes|training|labs?|instruction|sessions?) (?:is |are )?at (?:the |our |a )?(?-i:[A-Z]\w+)",
        r"(?:class(?:es)?|training|lectures?|sessions?|program|course)\b[^.;@]{0,60}? at (?:the "
        r"|our )?(?-i:(?:[A-Z][\w'&-]* ){1,6})(?:center|building|hall|academy|facility|annex|high school|complex"
        r"|institute)",
        r"(?:at|in) our (?:[\w-]+ ){0,4}?(?:facility|facilities|school|shop|training center|location|yard|clinic"
        r"|kitchens?|studio)",
        r"(?:daytime|day|evening|night|weekend)(?:time)?(?: classes)?(?=,? or (?:fully )?on-?line)",
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
        r"skills? (?:days?|check\w*|sessions?|labs?|practice|testing|training)",
        r"hands-on (?:labs?|skills?|training|practice|sessions?|clinicals?|portions?|instruction|components?)",
    ),
    "residency": (r"(?:on-campus )?residenc(?:y|ies)(?! status| requirement)",),
}
CUE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{kind}>{'|'.join(rows)})" for kind, rows in _CUES.items()) + r")(?!\w)", re.I
)
PARTS = ("clinical", "externship", "internship", "practicum", "lab", "skills", "residency")
SHORT = {"online": "o", "online_only": "o", "campus": "c", "campus_only": "c", "hybrid": "h", "part_online": "b"}

# --- how modes combine, in the text where each stands as one letter between "@" --------------------------------------

# The other mode that a sentence only compares with.
CONTRAST = re.compile(
    r"(?:^|(?<=[.;] ))(?:while|unlike|whereas|although|compared (?:to|with)|in contrast to)\b[^,.;]{0,200},"
    r"|\b(?:unlike|rather than|instead of|as opposed to|compared (?:to|with))\b[^,.;]*",
    re.I,
)
# Help, not teaching, is what is given online.
ANCILLARY = re.compile(
    r"(?:^|(?<=[.;] ))(?:[\w']+ ){0,3}?(?:assistance|tutoring|advising|counseling|registration|applications?"
    r"|payments?|support|help|information sessions?|transcripts?|textbooks?|books|fees|catalogs?|schedules?"
    r"|handbooks?|brochures?|calendars?|forms?|disclosures?|parking|child ?care|housing|dining|interviews?|services"
    r"|job placement|grades|meals|prerequisites?|prerequisite courses|general education(?: courses| requirements"
    r"| classes)?|electives)\b(?: [\w']+){0,6}? (?:is|are|can|may|will|must)\b[^.;]*",
    re.I,
)
_M = r"@([och])@"
_NOUN = (
    r"(?:programs|options?|formats?|sections?|versions?|degrees|tracks?|offerings?|modalities|modes|students"
    r"|delivery|certificates|choices|learning options)"
)
CHOICES = (
    # a cell that holds only modes
    re.compile(rf"^\W*{_M}(?:, | and | & ){_M}\W*$"),
    # "online or on campus", "Online / Hybrid"
    re.compile(
        rf"{_M}(?:,? \w+){{0,3}}?(?:,? or |, |/| / | \| |,? and/or |,? as well as )(?:in |a |an |the |through |via "
        rf"|our |on |at |as )*{_M}"
    ),
    re.compile(rf"{_M}[^.;@]{{0,60}}? or [^.;@]{{0,40}}?{_M}"),
    # "hybrid and on-ground programs", "offered both online and on campus"
    re.compile(rf"{_M}(?: \w+)?,? (?:and|&) (?:\w+ )?{_M} {_NOUN}\b", re.I),
    re.compile(
        r"\b(?:offered|available|offers?|options?|formats?|choose|choice|delivery|modalit\w+"
        rf"|modes?)\b[^.;@]{{0,40}}{_M},? (?:and|&) (?:in |on |at |a |the |our )*(?-i:[A-Z][\w']+ ){{0,3}}{_M}",
        re.I,
    ),
)
# "Hybrid (online/in person)" says of what.
EXPLAINED = re.compile(r"@h@ ?(?:\([^)]{0,80}\)|[:=-] [^.;|]{0,80})")
MIXED = re.compile(
    r"\b(?:combin\w+|mix\w*|blend\w*|include\w*|consist\w*|compris\w*|portion|component\w*|part|partly|partially"
    r"|followed by|plus|remaining|lectures?|theory|didactic|along with|supplemented|with)\b",
    re.I,
)
TIMES = re.compile(
    r"\b(?:real[- ]?time|synchronous|live)\b.{0,40}\b(?:any-?time|asynchronous|on[- ]demand|recorded)\b"
    r"|\b(?:any-?time|asynchronous)\b.{0,40}\b(?:real[- ]?time|synchronous|live)\b",
    re.I,
)
HOUR = re.compile(r"\b([ap])\.m\.", re.I)
