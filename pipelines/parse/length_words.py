"""The vocabulary of printed lengths: every word or phrase belongs to one class; the rules speak of classes only.

Words are lower case, divided by commas; a space stands for a hyphen too. A word that is in no table is a `word`.
"""


def _split(words: str) -> list[str]:
    return [" ".join(word.split()) for word in words.split(",")]


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in _split(words)}


_CLASSES = {
    # What a length is counted in.
    "hour": "hour, hours, hr, hrs, hour's, hours'",
    "credit": "credit, credits, cr, crs, sch, unit, units",
    "term": "semester, semesters, sem, sems, quarter, quarters, qtr, qtrs, trimester, trimesters, term, terms",
    "day": "day, days",
    "week": "week, weeks, wk, wks",
    "month": "month, months, mo, mos",
    "year": "year, years, yr, yrs",
    # What stands before a number, and may open one of its ends.
    "bound_min": """at least, minimum of, a minimum of, the minimum of, minimum, minimum number of, min, no less
        than, not less than, no fewer than, not fewer than, more than, more then, greater than, as little as, as few
        as, a few as, as short as, in excess of, exceed, exceeds, exceeding, upwards of, upward of, starting at,
        well over, just over, or more than, or greater than""",
    "bound_max": """up to, less than, fewer than, under, or less than, or fewer than, as many as, as much as, as
        long as, just under, at most""",
    "longer": "longer",
    "than": "shorter than, longer than, faster than, compared to, instead of, rather than",
    "hard_max": """no longer than, not longer than, no more than, not more than, nor more than, not to exceed, not
        exceed, not exceeding, cannot exceed, maximum of, a maximum of, the maximum of, maximum, maximum number of,
        max""",
    "over": "over",
    "within": "within",
    "between": "between",
    "approx": """about, approximately, approx, around, roughly, nearly, almost, just, only, typically, usually,
        generally, normally, estimated, average, an average of, average of, a total of, total of, anywhere from,
        anywhere, from, a period of, the period of, a period, the course of, as, currently, either, both, commonly,
        ranging, totaling, totalling, equals, equates to""",
    # What stands between numbers, or after one.
    "to": "to, through, thru, or",
    "and": "and, but, nor, &, then",
    "or_more": "or more, or longer, or greater, and up, and above",
    "or_less": "or less, or fewer",
    # The small words.
    "article": "a, an",
    "det": "the, this, these, our, your, its, their, his, her, all, any, that, which, my, such",
    "of": "of",
    "into": "in, into, on, inside",
    "at": "at",
    "during": "during, throughout, across, while",
    "for": "for",
    "toward": "toward, towards",
    "with": """with, including, includes, include, included, plus, followed by, along with, as well as, featuring,
        combined with, incl""",
    "consist": """consisting of, consists of, consist of, comprised of, composed of, made up of, divided into,
        broken down into, comprising""",
    "of_which": "of which, of whom, of these, of those",
    "per": "per, each, every, apiece",
    "most": "most, many, typical, individual, some",
    "rate": "weekly, daily, nightly, monthly, annually, yearly",
    "last": "last, past, previous, prior, recent, preceding, next",
    "ago": """ago, before, beforehand, in advance, notice, prior to, after, following, faster, sooner, quicker, from
        the date, from the time, from the day, thereafter""",
    "allow": "have, has, had, allow, allows, allowed, permitted, get, gives",
    "take": "take, takes, taking, lasts, lasting, that last, which last, may last, can last",
    "spend": "spend, spends, spending",
    "link": """vary, varies, is, are, was, be, being, been, runs, run, running, consists, consist, consisting,
        requires, require, required, requiring, totals, spans, span, spanning, ranges, range, can, may, will, must,
        should, shall, would, could, needs, need, needed, meets, meet, held, offered, given, taught, designed, it,
        they, you, students, student, participants, trainees, learners, who, also, comprises, provides, provide,
        mandate, mandates, encompass, encompasses, offers, offer, attend, attends, attending, involves, there,
        scheduled, successfully, expected, averages, by, perform, participate, accumulate, log, lengths, completed
        by""",
    # What a length is the length of.
    "degree": "degree, degrees",
    "scheme": """program, programs, curriculum, certificate, certificates, diploma, diplomas, bootcamp, boot camp,
        academy, track, tracks, pathway, pathways, course of study, plan of study,
        program of study, programs of study, associate, associates, associate's, aas, a.a.s, a.a, a.s, award,
        awards, option, options, plan for, plans for""",
    "apprenticeship": "apprenticeship, apprenticeships",
    "course": "course",
    "klass": "class",
    "courses": "courses, classes",
    "study": """training, instruction, study, studies, coursework, course work, schooling, education, learning,
        work, attendance""",
    "length": """length, lengths, duration, long, timeframe, time frame, completion time, time to complete, time to
        completion, in length, in duration, timeline, training time""",
    "subject": """anatomy, physiology, bacteriology, sanitation, sterilization, infection control, composition,
        english, speech, humanities, mathematics, math, algebra, psychology, sociology, biology, chemistry,
        microbiology, pharmacology, pathology, terminology, kinesiology, ethics, laws, introduction, fundamentals,
        principles, cpr, first aid, communications, haircutting, shaving, shampooing, facials, scalp treatment,
        scalp treatments, domestic violence, salesmanship, career development""",
    "class_length": "class length, class lengths, length of class, class duration",
    "total": "total, overall, entire, whole, altogether",
    "finish": """complete, completed, completes, completing, completion, finish, finished, finishing, graduate,
        graduates, graduated, graduating, graduation, fulfill, fulfilled, earn, earned, obtain,
        become, learn, train, get your""",
    "session": """session, sessions, shift, shifts, exam, exams, examination, test, testing, workshop, workshops,
        seminar, seminars, break, vacation, holidays, lesson, lessons, meeting, meetings, block, blocks, rotation,
        rotations, orientation""",
    # What numbers or orders the parts of a program.
    "season": "fall, spring, summer, winter, autumn",
    "ordinal": """first, second, third, fourth, fifth, sixth, final, remaining, additional, another, more, extra,
        further, initial, other, optional""",
    "sequence": """chapter, chapters, module, modules, phase, phases, level, levels, part, parts, section, step,
        tier, stage, grade""",
    # What may stand before any noun.
    "quality": """grade point average, gpa, grade of, grades of, following year, hands on, supervised, clocked,
        full, academic, calendar, consecutive, concurrent, continuous, actual, intensive, comprehensive,
        transferable, non credit, noncredit, college level, requirement, requirements, clock, contact, seat,
        instructional, required, related, lower division, upper division, professional, online, virtual, live,
        applied, vocational, scheduled, theory and practical, theoretical and practical, practical and theoretical,
        short term, long term, college transfer, university transfer, transfer level""",
    "pace": """full time, fulltime, f/t, part time, parttime, p/t, evening, evenings, night, nights, weekend,
        weekends, saturday, saturdays, daytime, full day, half day, accelerated, fast track""",
    "institution": """public, private, institution, institutions, university, universities, school, schools,
        college, colleges""",
    # What makes a number something else than a length of study.
    "experience": "experience, experiences",
    "age": "old, older, older than, younger than, age, aged, ages, of age, younger",
    "limit": """maximum time frames, maximum time frame, maximum timeframe, max time frame, max timeframe, mtf,
        maximum time, maximum completion time, maximum clock, maximum length, satisfactory academic progress""",
    "schedule": "schedule, schedules",
    "minute": "minute, minutes",
    "begin": "begin, begins, beginning, start, starts, starting, commencing, commences, commencement",
    "entry": "to enter, to be admitted, for admission, for entry, for entrance",
    "applicant": "applicant, applicants, entrants, previously",
    "if": "if",
    "negation": "not, never, cannot, unless, except, excluding, without",
    "enroll": "enroll, enrolled, enrolling, enrollment",
    "credential": "certification, certifications, license, licenses, licensure, card, cards, score, scores",
    "roman": "i, ii, iii, iv",
    "high_school": "high school",
    "valid": "valid, validity, good for",
    "grant": "approved, approval, granted, grants, accredited",
    "accreditation": "accreditation, reaffirmation, reaccreditation",
    "licensed": "licensed",
    "aid": "pell, workforce pell, title iv, financial aid, federal aid, gi bill",
    "state": """state, states, alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware,
        florida, georgia, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland,
        massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new
        jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode
        island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington, west virginia,
        wisconsin, wyoming, new york state, state board, state law""",
}

_PARTS = {
    # What is only a part of a program, whatever stands around it.
    "externship": "externship, externships",
    "internship": "internship, internships",
    "practicum": """practicum, practicums, practica, preceptorship, fieldwork, field work, field experience, field
        training, student teaching, cooperative education, co op, capstone, clerkship, residency, shadowing,
        observation, ride along, ride alongs, community service, service learning""",
    "on_the_job": """on the job, ojt, workforce setting, work setting, workplace, worksite, work site, job site,
        work experience""",
    "clinical": """clinicals, clinical rotation, clinical rotations, clinical experience, clinical experiences,
        clinical setting, clinical settings, clinical site, clinical sites, clinical instruction, clinical training,
        clinical practice, clinical time""",
    "prerequisite": "prerequisite, prerequisites, pre requisite, pre requisites, pre apprenticeship training",
    "course_load": "course load, credit load",
    "self_study": "homework, self study, home study, independent study, out of class, outside of class",
}

_FACETS = {
    # How a part is taught. The same words stand in names of programs ("Clinical Medical Assistant").
    "classroom": """classroom, in class, of class, of classes, of class time, class time, lecture, lectures,
        didactic, on campus, in person, onsite, on site, face to face""",
    "theory": """theory, theoretical, technical instruction, related instruction, related supplemental instruction,
        related technical instruction, rsi, rti""",
    "lab": """lab, labs, laboratory, skills, skills lab, shop, practical, practicals, in the cab, on the range,
        driving range, practice, simulation, behind the wheel, btw, road, salon, clinic""",
    "clinical": "clinical",
    "internship": "field",
    "general_education": """general education, gen ed, core, core curriculum, general studies, related studies,
        liberal arts""",
    "elective": "elective, electives",
    "major": """major, technical, specialty, specialization, concentration, emphasis, minor, technical specialty,
        occupational courses, occupational curriculum, basic skills, program courses, discipline, disciplines,
        area of emphasis, areas of emphasis, area of concentration, area of study""",
}

_CUES = {
    # What a clause is about, where nothing nearer to the number tells; "" is no length at all.
    "subject": """following subject areas, following subjects, subject areas, following areas, from the following,
        one of the following, following courses, subject area""",
    "part": """portion, portions, discretion, with the exception of, except for, segment, segments, increments,
        subtotal, sub total, shall be taught, must be taught, shall be in, must be in, should be in, must be taken,
        shall be taken, should be taken, must be selected, may be selected""",
    "residency": "in residence, in residency",
    "max_timeframe": "attempted, attempt, attempting",
    "aid_rule": "scholarship, scholarships, stipend, voucher, vouchers, waiver, waivers, tuition assistance",
    "second_award": """second degree, second associate, second certificate, additional degree, additional
        certificate, another degree""",
    "general_education": "general education curriculum, general education core, general education component",
    "access_window": "access, extension, extensions, extended, to extend, enrollment period, subscription",
    "state_requirement": """state required, state requires, state mandated, state minimum, board requires, mandated,
        required by the state, federal, federal law, state requirement, state requirements""",
    "attendance_minimum": """absent, absences, absence, loa, missed, misses, miss, missing, make up hours, make up
        time, make up classes, make up work, makeup hours, not attended, leave of absence, probation""",
    "payment_plan": """payment plan, payment plans, payment program, payment programs, payment option, tuition plan,
        installment plan, payment, payments, installment, installments, disbursement, disbursements, pay, paid,
        financing, loan, loans, refund, refunds""",
    "work_commitment": """must work, can work, may work, agree to work, commit to work, work for, employer,
        employers, work commitment, contract, obligation, employment, hired""",
    "transferred": """transferability, transfer, transferred, transfers, prior learning, advanced standing, dual
        credit, articulated""",
    "": """continuing education, application process, shall exceed, delay,
        delays, delayed, work in, working in, worked in, worked as, may exceed, might exceed, can exceed, expire,
        expires, expired, expiration, renew, renewal, renewed, recertification, warranty, accreditation,
        reaffirmed, reaffirmation, reaccreditation, admission, admissions, high school, waiting list, waiting period,
        waitlist, deadline, apply, withdraw, withdrawal, cancel, cancellation, notify, founded, since, serving,
        history, salary, growth, projected, employed, placed, interest, discount, placement, graduation rate,
        retention, rate, rates, office hours, business hours, support, assistance""",
}

_TRADES = """cosmetology, cosmetologist, barber, barbering, barber styling, barber stylist, barber crossover, master
    barber, esthetics, aesthetics, esthetician, aesthetician, esthiology, nail technology, nail technician, nail tech,
    nail specialist, manicurist, electrology, instructor, teacher training, massage therapy, massage therapist, cdl,
    truck driver, truck driving, tractor trailer, emt, aemt, emr, emt basic, paramedic, phlebotomy, phlebotomist, cna,
    nurse aide, nurses aide, nursing assistant, nursing assisting, health aide, lpn, lvn, practical nursing,
    vocational nursing, practical nurse, vocational nurse, assisting, assistant, technician, technologist, therapist,
    hygienist, specialist, operator, mechanic, repair, welding, welder, hvac, hvac r, electrician, plumbing, plumber,
    carpentry, carpenter, masonry, machining, machinist, firefighter, firefighting, law enforcement, police,
    corrections, lineman, lineworker, lineworking, culinary arts, pastry arts, bookkeeping, drafting, upholstery,
    locksmithing, bartending, floristry, dog grooming, pet grooming, farrier, sonography, technology, billing and
    coding, medical coding, dispatcher, inspector, guard, appraiser, trainer, heavy equipment, doula, interpreter,
    paralegal, secretary, clerk, receptionist, coder, biller"""

PACE_OF = _by_word(
    {
        "full-time": "full time, fulltime, f/t",
        "part-time": "part time, parttime, p/t",
        "accelerated": "accelerated, fast track",
        "day": "day, days, daytime, full day, half day",
        "evening": "evening, evenings",
        "night": "night, nights",
        "weekend": "weekend, weekends, saturday, saturdays",
    }
)
WHAT_OF = {**_by_word(_CUES), **_by_word(_FACETS), **_by_word(_PARTS)}
CLASS_OF = {
    **dict.fromkeys(_by_word(_CUES), "cue"),
    **dict.fromkeys(_by_word(_FACETS), "facet"),
    **dict.fromkeys(_by_word(_PARTS), "part"),
    **_by_word(_CLASSES),
    **{"-": "hyphen", "/": "slash", ",": "comma", ":": "colon", "=": "colon", "+": "plus", "|": "cell"},
    **{"(": "open", ")": "close", "[": "open", "]": "close", "~": "approx", "<": "bound_max", ">": "bound_min"},
    **{".": "stop", ";": "stop", "!": "stop", "?": "stop"},
}
OTHER_CLASSES = ("number", "figure", "percent", "code", "course_code", "word", "dash", "part", "facet", "cue")
TRADES = tuple(_split(_TRADES))
"""What a program trains for, as the name of its row says; a subject's name is none of these."""
DEGREE_WORDS = frozenset(
    _split(
        """degree, degrees, associate, associates, associate's, aas, a.a.s, a.a, a.s, elective, electives,
         general education, core curriculum, gpa, baccalaureate, bachelor's"""
    )
)
CERTIFICATE_WORDS = frozenset(("certificate", "certificates"))
COURSE_WORDS = frozenset(("program", "programs", "course", "class", "training", "curriculum"))
CLOCK_WORDS = frozenset(
    _split("clock, contact, seat, instructional, hands on, training, instruction, weekly, per week")
)
KINDS_OF_HOURS = {"class": "classroom", "apprenticeship": "on_the_job"}
TAUGHT_PARTS = frozenset((*_PARTS, "classroom", "theory", "lab", "clinical"))
ABBREVIATIONS = frozenset(
    _split(
        """hr, hrs, cr, crs, wk, wks, mo, mos, yr, yrs, sem, sems, qtr, min, max, approx, incl, mon, tue, tues, wed,
        thu, thur, thurs, fri"""
    )
)
