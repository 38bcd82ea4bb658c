"""The words in which schools speak of accreditation and approval, as tables; accreditation.py is their grammar.

In the texts that these patterns meet, the name of agency number 3 stands as "@3@".
"""

import re


def _any(*rows: str) -> re.Pattern:
    return re.compile("|".join(rows), re.I)


TOPIC = _any(
    "accredit|candida|licen[sc]|approv|authori[sz]|regist|certif|charter|regulat|probation|warning|show.cause"
    "|appl(?:ied|ying|ication|icant)|letter of review"
)
SENTENCE = re.compile(r"(?<!\bInc)(?<!\bDept)(?<!\bSt)(?<!\bNo)(?<![.!?])[.!?](?=\s|$)|;| \| ")
CLAUSE = _any(
    r",? (?:but|while|although|though|however|whereas)\b",
    r",? and (?=(?:is|are|has|have|was|were|it|we|they|also|holds)\b)",
    r", (?=(?:seeking|pursuing|having)\b)",
)

QUESTION = re.compile(r"(?P<asked>[^.!?|;]{1,300})\?(?:\W*(?:the answer is )?(?P<answer>no|yes)\b)?", re.I)

# Kinds of events, in the order in which they are tried at each place of a clause.
EVENTS = {
    "other": (
        r"not (?:(?:an?|the|considered|itself) )*(?:@\d+@ )?accreditation|(?:not|n't) (?:seek|pursue|apply)\b",
        r"member(?:s|ship)?|affiliat\w+|partner\w*|sponsor\w*|exam\w*|certifications?|credential\w*"
        r"|(?<!hold )(?<!holds )licensures?|eligible|sit for|recogni[sz]es",
    ),
    "none": (
        r"neither\b[^.;,]{0,80}? (?:is|are|has been) (?:accredited|approved|licensed)",
        r"(?:not|n't|never|no longer|non|nor|neither)[ -]?(?:(?:an?|yet|currently|presently|now|been|be|at this time"
        r"|hold|have|any|regional(?:ly)?|national(?:ly)?|institutional(?:ly)?|programmatic(?:ally)?|specialized|fully"
        r"|separately|formally) |@\d+@[ -])*(?:accredited|accreditation|approved|licensed)",
        r"(?:not|n't|never|no longer) (?:currently )?(?:hold|have) (?:an? )?(?:(?:valid|current) )?"
        r"(?:licen[sc]e|approval|authorization|permit)",
        r"unaccredited|nonaccredited|(?:lost|lose|loses|losing) (?:\w+ |@\d+@ ){0,2}accreditation"
        r"|accreditations?: none",
        r"(?:withdrew|withdrawn?s?|pulled|stripped|relinquished|revoked?|denied|deny|denies|withheld|terminated)"
        r"(?= [^,]*(?:accredit|candida))",
        r"accreditation (?:has |was |had |is )?(?:been )?(?:\w+ )?(?:withdrawn|revoked|denied|expired|lapsed"
        r"|terminated|withheld)",
        r"(?<!and )(?:formerly|previously|once) accredited|was accredited(?=[^.;]* until\b)",
        r"(?:explor|consider|investigat|research)ing|looking into",
    ),
    "seek": (
        r"seek(?:s|ing)?|sought|appl(?:y|ying|ies)|applied(?! (?:science|art|tech|business|stud))|applications?"
        r"|(?<=serious )applicant|applicant(?= status| (?:for|to)\b[^.;]{0,60}(?:accredit|candida))"
        r"|pursu(?:e|es|ing)|in pursuit"
        r"|intend(?:s|ing)?",
        r"plan(?:s|ning)? (?:to|on)|anticipat\w+|expect(?:s|ing|ed)? to|hop(?:es|ing) to|in (?:the )?process"
        r"|process of",
        r"work(?:s|ing) (?:to|towards?|with(?= (?:the )?@\d+@))|progressing towards?"
        r"|letter of (?:review|intent)|(?:began|begun|beginning"
        r"|started|initiated)(?= (?:the |its )?(?:process|accreditation))|pending|awaiting|under ?way",
    ),
    "candidate": (
        r"candidate(?= (?:for|with|status|program|school|institution)\b)|(?<=as a )candidate|candidacy",
        r"pre-?(?:candidate|candidacy|accredit\w+)",
    ),
    "accredited": (
        r"approval with(?:out)? reporting requirements|(?:re-?|co-)?accredited|accredits|accredit(?:ing"
        r"|ation) (?:agency|agencies|body|bodies)(?= ?[:-]|$)",
        r"(?:on|placed on|under|to) (?:\w+ )?(?:probation|show[- ]cause|warning)",
    ),
    "accreditation": (r"(?:re-?)?accreditations?|accreditors?",),
    "approved": (
        r"approved|licensed|authori[sz]ed|registered|certified|chartered|regulated|recogni[sz]ed|sanctioned|permitted",
    ),
    "approval": (
        r"approval|licen[sc]es?|licensure|authori[sz]ation|registration|charter|permit|certificate (?=of compliance"
        r"|to operate)",
    ),
}
EVENT = _any(r"\b(?:" + "|".join(f"(?P<{kind}>{'|'.join(rows)})" for kind, rows in EVENTS.items()) + r")\b")
# After a noun these make a search of it: "accreditation is pending".
PENDING = _any(
    r"\b(?:pending|in (?:the )?process|under ?way|anticipated|expected|applied for|been submitted|(?:be"
    r"|being) (?:sought|pursued|requested))\b"
)
# A school that renews what it has does not seek it.
RENEWING = _any(r"\b(?:re-?accredit\w*|reaffirm\w*|re-?new\w*|re-?approval|continu(?:ed|ing) accreditation)\b")

# What makes a noun a claim: one holds, receives or continues accreditation.
GIVEN = _any(
    r"\b(?:grant\w*|award\w*|receiv\w+|earn\w*|achiev\w+|attain\w*|obtain\w*|holds?|held|holding|maintain\w*"
    r"|continu\w+|initial|full|fully|reaffirm\w*|renew\w*|exten[ds]\w*|secur\w+|gain\w*|status|current\w*"
    r"|re-?accredit\w*|national\w*|programmatic|regional|institutional|specialized|issued?|gave|given|has|have|decision|by"
    r"|from|under|with|conferred|won|is)\b"
)
NOT_GIVEN = _any(
    r"\b(?:standards?|criteria|guidelines|requirements?|required|procedures?|manual|polic(?:y|ies)|questions?"
    r"|concerning|complain\w+|contact\w*|concerns?|comments?|information (?:about|on|regarding)|purpose"
    r"|benefits?|importance"
    r"|means|handbook|evaluat(?:es|or)|visits?|scheduled|process|third[- ]party|documents?|documentation|copies"
    r"|exams?|examinations?|fees?)\b"
)
BECOMING = _any(
    r"(?<!proud to )(?<!pleased to )(?<!happy to )(?<!honored to )\b(?:be|become|becomes|becoming|get|getting"
    r"|to)(?: \w+ly)? $"
)

_THING = r"(?:programs|schools|institutions|colleges|universities|providers|facilities|agencies)"
_GIVEN_TO = r"(?:accredited|approved|licensed|authori[sz]ed)"
# Statements about accreditation in general, or about somebody else's.
GENERAL = _any(
    r"\b(?:does|do|did|can)(?: not|n't) (?:accredit|license|approve)\b",
    r"\baccreditation (?:is (?:not (?:required|mandatory|necessary)|a|an|the|voluntary|granted|important)|refers"
    r"|means|ensures?|assures?|provides|helps|allows|demonstrates|indicates|involves|may|can)\b",
    # an agency is spoken of, not a school
    r"^\W*(?:the )?@\d+@(?:,? \(?@\d+@\)?,?)? (?:is|are) (?:(?:the|an?|one of|not|listed|recogni[sz]ed|nationally"
    r"|approved to|the only)\b)(?! (?:\w+ )*(?:of|for) (?:our|this|the) (?:school|college|program|institut))",
    r"\baccredit(?:ors|ing (?:agencies|bodies|commissions)) (?:include|are|such as)\b|\bpossible (?:for|to)\b",
    r"\b(?:many|most|some|several) (?:[\w/-]+ ){0,4}(?:schools|colleges|institutions|programs|universities|states"
    r"|regions)\b",
    r"\bone of the following\b|\b(?:an?|any) applicant (?:program|school|institution|college)\b",
    r"^\W*candida(?:cy|te) (?:status )?(?:is|means)\b",
    r"\baccreditation (?:by|from|with) @\d+@ (?:is (?:not|an?)|does|means|ensures?)",
    r"\b(?:must|should|may|might|if|subject to|requires?|required to|unless|whether"
    r"|needs? to)\b[^,]{0,60}?\b(?:(?:pre-?)?accredit|approved by|approval (?:by|of|from)|licensed by)",
    # "a graduate of an @0@-accredited program", "transfer from another regionally accredited college"
    r"\b(?:from|of|at|through|in|by|against|attend\w*|complet\w+|graduat\w+|accept\w*|choos\w+|consider\w*|find\w*"
    r"|seek\w*) (?:an?|any|another|other|either) (?!few |handful |number |select "
    rf"|limited )(?:[\w@/'-]+ ){{0,6}}?(?:[\w@'-]{{1,30}}-)?{_GIVEN_TO}",
    # "graduates of @0@-accredited programs", "programs accredited by @0@ must"
    r"\b(?:from|of|at|by|other|to|for|between|than|only|all|most"
    rf"|many) (?:\w+ly )?(?:@\d+@(?: or @\d+@)?[ -])?{_GIVEN_TO} (?:\w+ )?{_THING}",
    r"\b(?:from|of|at|other|to|for|by|in|all|most"
    rf"|many) (?:\w+ )??(?<!our )(?<!its )(?<!the )(?<!these ){_THING} (?:that are |which are )?{_GIVEN_TO}",
    # "a program seeking accreditation from @0@ must apply", "candidacy is granted when"
    r"^\W*(?:an?|any|each|every) (?:[\w/-]+ ){1,5}(?:seeking|applying|wishing) [^,]{0,80}?\b(?:must|should|may)\b",
    r"\b(?:accreditation|candidacy) (?:is|may be|can be) (?:granted|awarded|given) (?:when|if|only|once|after)\b",
    rf"\b{_THING} (?:that are |which are )?(?:seeking|applying|wishing|not (?:\w+ )?{_GIVEN_TO})",
    rf"\b(?:un|non-?)accredited (?:\w+ )?{_THING}|(?<!is )(?<!are )(?<!am )\b(?:an?|any) (?:un|non-?)accredited",
    r"\b(?:sister|partner|sending|previous|other|another) (?:schools?|colleges?|hospitals?|institutions?|campus\w*)\b"
    r"[^,]{0,40}? accredited",
    # advice, counts and lists of schools
    r"^\W*(?:confirm|verify|check|ensure|make sure|be sure|find out|to (?:initiate|begin|start|apply|request|obtain"
    r"|maintain|achieve|earn))\b|\bthere (?:are|is)\b|\b(?:lists?|listings?|directory) (?:of|are)\b",
    rf"\b(?:\d[\d,]*|dozens of|hundreds of|thousands of|no) (?:[\w-]+ ){{0,3}}(?:@\d+@[ -])?{_GIVEN_TO} "
    rf"(?:[\w-]+ ){{0,4}}{_THING}|\baccredited (?:an?|any|no) (?:[\w-]+ ){{0,3}}(?:school|program|college)\b",
    rf"^\W*(?:all )?@\d+@[ -]{_GIVEN_TO} (?:[\w-]+ ){{0,4}}{_THING} (?:and|or|are|must|may|can|have|track|seek|will)\b",
    rf"\b\d{{2,}} (?:[\w-]+ ){{0,3}}{_THING} (?:that |which )?(?:are|were|have been) (?:\w+ly )?{_GIVEN_TO}",
    r"\b(?:organizations?|agenc(?:ies|y)|bod(?:ies|y)|commissions?|accreditors?) (?:such as|like)\b"
    r"|^\W*(?:must|should) (?:hold|have|possess)\b",
    rf"^\W*{_THING} (?:that|which)\b",
    rf"^\W*(?:all|any|most) (?:[\w-]+ ){{0,3}}{_THING} (?:interested|wishing|seeking|that|which|must|are required)\b",
    r"^\W*(?:if|when|once) (?:the )?@\d+@ |^\W*an? (?:[\w-]+ )?(?:program|school|institution|college) (?:that|which) ",
    r"\bgrants? (?:[\w-]+ ){0,4}(?:accreditation|candidacy)(?: status)? to (?:qualified|eligible|programs|schools"
    r"|institutions|entry)\b",
    r"\b(?:from|of) an? (?:[\w-]+ ){0,3}(?:program|school|course|college) (?:that|which)\b",
    r"\bprocess, which is\b|\ban (?:initial )?accreditation (?:award|decision|action)\b",
    # what was, and what nobody promises
    rf"\b(?:prior to|before|until) (?:\w+ ){{0,2}}\d{{4}}\b[^.;]{{0,60}}\b(?:was|were) (?:\w+ly )?{_GIVEN_TO}",
    r"\b(?:no (?:assurance|guarantee)|(?:not|n't) (?:assure|guarantee))\b",
    # approved for money or credits, not as a program
    r"\bapproved (?:for|to) (?:\w+ ){0,3}?(?:wioa|funding|va|veterans?|gi bill|benefits|ce|ceus?|continuing education"
    r"|aid|loans?|grants?|participat\w+)\b",
    rf"\baccredits (?:more|over|nearly|about|approximately|only|\d|(?!the |our |this )(?:\w+ ){{0,4}}{_THING})",
    rf"\b(?:license|licenses|licensing|approves) (?:an?|any|all|(?:\w+ )?(?:{_THING}|individuals|nurses))\b",
    r"\bgraduates? of (?:an?|any) |\bto (?:license|accredit|approve) ",
)

_PEOPLE = (
    r"(?:instructors?|teachers?|faculty|staff|graduates?|students?|nurses?|therapists?|technicians?|practitioners?"
    r"|individuals?|professionals?|cosmetologists?|barbers?|estheticians?|assistants?|personnel|officers?|physicians?"
    r"|drivers?|counselors?|aides?|paramedics?|stylists?|candidates?)"
)
# Papers and money, which a state approves as well.
_PAPERS = (
    r"(?:polic(?:y|ies)|catalogs?|refunds?|tuition|fees?|use|agreements?|forms?|exams?|examinations?|tests?|materials"
    r"|funding|facilities)"
)
NOT_OF_SCHOOL = _any(rf"\b(?:{_PEOPLE}|{_PAPERS}|you|your)\b")
AS_PEOPLE = _any(rf" as an? (?:[\w-]+ ){{0,3}}?(?:{_PEOPLE}\b|test\w* (?:site|center))")
_SCHOOL = (
    r"schools?|college|institut(?:e|ion)s?|academy|university|campus|campuses|center|facility|provider|organization"
)
_PROGRAM = (
    r"programs?|curriculum|curricula|courses?|training|degrees?|major|certificate|diploma|class|classes|track|option"
)
BODY = _any(rf"\b(?:(?P<institutional>{_SCHOOL})|(?P<programmatic>{_PROGRAM}))\b")
# What follows an adjective: "-licensed beauty school", "approved and licensed nurse aide training program".
APPROVED_THING = re.compile(
    r"(?! the (?:use|change|increase|addition|request)\b)(?! an? (?:increase|change))(?:(?: |-|, "
    rf"|/)(?!by\b)[\w'&]+){{0,7}}?[ -](?:{_SCHOOL}|{_PROGRAM})\b(?! (?:director|staff))",
    re.I,
)
SAID_OF = _any(r"\b(?:is|are|been)(?: \w+){0,2} $")
NOT_A_THING = re.compile(
    rf"[ -](?:\w+ ){{0,2}}?(?:{_PEOPLE}\b(?! (?:\w+ )?(?:program|training|course|school|class|curriculum|education))"
    r"|test(?:ing)?\b|exam)",
    re.I,
)

CONDITION = _any(r"\b(?:probation(?:ary)?|show[- ]cause|warning|provisional|conditional|letter of review)\b")
NO_CONDITION = _any(r"\b(?:removed from|off|no longer|without|lifted|not|ended|never)(?: \w+){0,2} $")
CONDITION_NAMES = {"probationary": "probation", "show-cause": "show cause"}

# What is accredited, and approved as well, is accredited.
BOTH = _any(
    r"\baccredited(?: and| &| or|,|/) ?(?:\w+ly )?approved\b|\bapproved\b.*\b(?:granted|continu\w+|full"
    r"|initial) accreditation"
)

# A cell that the next goes on from, one that only names whom, and a label that heads a list.
LEADS = _any(r"\b(?:by|through|from|with)(?: the)?(?: following(?: \w+)?)?\W*$")
ONLY_AGENCIES = re.compile(r"(?:@\d+@|\band\b|\bthe\b|[\W_])*@\d+@\W*")
LISTED = _any(r"\W*(?:[\w'-]+ ){0,2}?(?:accredit\w+|approv\w+)(?: (?:agenc(?:y|ies)|bod(?:y|ies)))?:")
COLON = re.compile(r"[\s:-]+$")
LABEL = re.compile(
    r"\W*(?:[\w'-]+ ){0,3}?(?:accredit\w+|approv\w+|licens\w+|authori[sz]ation)(?: (?:and|&|or) \w+| by| from"
    r"| agenc(?:y|ies)| bod(?:y|ies))*\W*$",
    re.I,
)
