"""What a heading or a title names: a program, a page of another kind, or nothing that we know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from crawler.extract.measures import MEASURE
from crawler.extract.words import Phrases, listed

SUBJECTS = frozenset(
    listed("""
    accounting, acupuncture, addiction, administration, administrative, aesthetics, agriculture, aide, aides
    aircraft, airframe, allied, ambulance, anesthesia, animal, animation, appliance, architectural
    architecture, aromatherapy, artistry, arts, assembly, assistant, assistants, assisting, audio, auto
    autobody, automation, automotive, aviation, baker, baking, banking, barber, barbering, barista
    bartending, beauty, behavioral, bilingual, biller, billing, biomedical, biotechnology, blockchain, boat
    boiler, bookkeeper, bookkeeping, brewing, broadcasting, building, business, butchery, cabinetmaking, cad, cardiac
    cardiovascular, care, caregiver, carpentry, cdl, chef, chemical, childcare, childhood, chiropractic
    civil, clerical, clerk, clinical, cloud, cma, cna, cnc, coder, coding, collision, commercial
    communication, communications, community, composites, computer, computers, computing, construction
    cooking, cosmetology, counseling, counselor, court, cpr, crane, criminal, culinary, customer, cyber
    cybersecurity, cyclotron, dance, data, database, dental, dermal, design, designer, developer, development
    devops, diagnostic, dialysis, diesel, dietary, dietetic, digital, direct, dispatcher, dog, doula
    drafting, driver, driving, drone, ecg, echocardiography, education, ekg, elder, electric, electrical
    electrician, electrocardiography, electronic, electronics, elevator, embroidery, emergency, emt
    endoscopy, energy, engine, engineering, english, entrepreneurship, environmental, equine, equipment, esl
    esthetician, esthetics, executive, eyelash, fabrication, farrier, fashion, ferrous, fiber, film, finance
    financial, fire, firefighter, fitness, flight, floral, food, forensic, forestry, forklift, foundry
    full-stack, funeral, game, gaming, gas, geographic, geriatric, gerontology, gis, gourmet, graphic
    graphics, grooming, guard, gunsmithing, hair, hairstyling, hazardous, health, healthcare, hearing
    heating, heavy, hemodialysis, herbal, herbalism, hha, home, homemaker, horticulture, hospitality, hotel
    housekeeping, hvac, hvacr, hygiene, hygienist, hypnotherapy, illustration, imaging, immigration, income
    industrial, infant, information, instrumentation, insurance, interior, interpreter, interpreting
    irrigation, java, javascript, jewelry, journalism, justice, kitchen, laboratory, lactation, landscape
    landscaping, laser, lash, law, legal, lineman, lineworker, locksmith, logistics, lpn, lvn, machine
    machining, machinist, maintenance, makeup, mammography, management, manager, manicuring, manicurist
    manufacturing, marine, marketing, masonry, massage, mechanic, mechanical, mechanics, mechatronics, media
    medical, medication, medicine, mental, metal, microblading, midwifery, mining, mobile, mortuary
    motorcycle, mri, multimedia, music, nail, nails, nanny, network, networking, neurodiagnostic
    neuromuscular, newborn, notary, nuclear, nurse, nurses, nursing, nutrition, occupational, office, operator
    ophthalmic, optical, opticianry, optometric, paralegal, paramedic, paraprofessional, pastry, patient, pct
    perioperative, pet, petroleum, pharmacy, phlebotomist, phlebotomy, photography, photonics, physical
    pilates, pilot, pipefitting, pipeline, plumbing, police, polysomnographic, polysomnography, powerplant
    practical, precision, printing, processing, production, programmer, programming, project, property
    psychiatric, python, quality, radiation, radio, radiography, radiologic, radiology, railroad
    receptionist, recording, recovery, reflexology, refrigeration, rehabilitation, renewable, reporting
    respiratory, restaurant, retail, robotics, roofing, salesforce, school, scribe, secretarial, secretary
    security, semiconductor, sewing, sheet, shiatsu, skincare, sleep, small, software, solar, sommelier
    sonographer, sonography, sous, spa, specialist, sports, stenography, sterile, structural, substance
    supply, surgical, surveying, tailoring, tattoo, tax, teacher, teaching, technician, technicians
    technologist, technology, telecommunications, textile, theater, theatre, therapist, therapy, tile, tool
    tourism, tractor-trailer, trainer, transcription, translation, transportation, travel, truck, trucking
    turbine, ultrasound, upholstery, vascular, vehicle, veterinary, video, vocational, waste, wastewater
    watchmaking, water, web, welder, welding, wellness, wilderness, wildlife, wind, wine, woodworking, worker
    x-ray, yoga""")
)
"""Words that name a field or an occupation somewhere in the names of programs."""

_PROGRAM = Phrases("""program, programs, course, training, certificate, diploma, degree, class, bootcamp, boot camp
    associate, a.a.s., aas, a.s., a.o.s., apprenticeship, pathway, package, bundle, track""")
# What heads a part of a program's page, an article or an event, though it names a field.
_PART = Phrases("""
    additional, why, what, what's, how, who, when, where, is, are, can, do, does, our, your, you, we, us, this, these
    become, becoming, about, welcome, meet, career, careers, job, jobs, salary, salaries, wage*, outlook
    duties, skills, skill, role, roles, responsibilities, requirement*, prerequisite*, overview, outcome*
    objective*, goal, goals, mission, schedule, schedules, calendar, curriculum, session, sessions, module
    modules, unit, units, week, weeks, lesson, chapter, semester, quarter, term, year, faculty, instructors
    staff, director, advisor*, committee, opportunit*, testimonial*, exam, exams, examination, tuition, cost
    costs, fee, fees, price, pricing, aid, apply, enroll, enrollment, register, registration, admission*
    contact, location*, accreditation, accredited, licensure, license, included, include, includes
    experience, department, departments, news, event, events, info, information session, open house, webinar
    orientation, workshop schedule, resources, links, forms, form, policy, policies, benefits, graduates
    graduate, graduation, student, students, alumni, scholarship*, faq, faqs, questions, gallery, video*
    download, brochure, handbook, catalog, description*, details, highlights, features, next, related, more
    start, starts, dates, days, hours, ready, get, learn, see, find, choose, explore, request, schedule a
    tour, and more, foundations, core, elective*, topics, equipment list, textbook*, uniform*, supplies
    externship, internship, practicum, clinicals, clinical experience, lab, labs, transfer
    workforce development center, solutions, services offered, industry, demand, awards, programs, courses
    certifications, certification prep, pass rate*, placement, disclosure*, gainful employment, consumer
    notice, refund*, payment*, financ*""")
_CERTIFICATION = re.compile(r"\bcertification$", re.I)
COURSE_CODE = re.compile(
    r"^[A-Z]{2,5}[- ]?\d{2,4}[A-Z]?\b|^(?:module|unit|week|session|lesson|course|phase|level) \d", re.I
)
_SENTENCE = re.compile(r"(?:(?<![A-Z])\.|;)\s*$|[?!]|\$|\d{4}")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
LONGEST_NAME = 90
_FIGURES = re.compile(rf"[\s,:|(–—-]+(?:\$ ?\d[\d,.]*|(?:\d+ or )?{MEASURE})\)?(?:[\s,:|(–—-]+{MEASURE}\)?)*\s*$", re.I)

# How a length or a price ends, and nothing else does: looking first spares most names the pattern.
_FIGURE_ENDS = tuple("0123456789") + tuple(
    unit + plural
    for unit in listed("week, wk, month, mo, year, yr, day, semester, quarter, term, credit, hour, hr, unit")
    for plural in ("", "s")
)

_OTHER_PAGE = re.compile(
    r"(?:20\d\d |our |all |academic |career |available |training |online |healthcare |continuing education "
    r"|certificate |degree |certification )*(?:programs?|courses?|certificates|degrees|classes|catalog|majors|training)"
    r"(?: (?:of study|offered|offerings|overview|catalog|selection|list|listing|finder|schedules?|details|calendar))?"
    r"|(?:(?:20\d\d|program|course|student|estimated|current|class|program)\s*)*"
    r"(?:tuition|costs?|fees|financial aid|scholarships?|admissions?|payments?|paying for \w+|pricing|prices|rates)"
    r"(?:(?:,| and| &| /|/)? ?(?:and |& )?(?:\w+ ?){1,3})?,?(?: [\d–/-]+)?"
    r"|(?:degrees?|certificates?|diplomas?|programs?|courses?|majors)(?:,? (?:and|&|/) (?:degrees?|certificates?"
    r"|diplomas?|programs?|courses?|majors|training))+|list of .*"
    r"|(?:(?:adult|community|continuing|professional|workforce|non-?credit|and|&)\s*)+"
    r"(?:education|development|studies|training)(?: (?:courses|classes|programs))?"
    r"|(?:about|contact|welcome|meet|visit|why|join)\b.*|apply(?: now)?|how to (?:apply|enroll)|news|events"
    r"|home(?: ?page)?|index|careers?|jobs|net price calculator|faqs?|frequently asked questions|consumer information"
    r"|student (?:consumer )?(?:information|services|life|resources|portal|handbook)|school catalog|academics|blog"
    r"|faculty(?: and staff)?|calendar|gallery|testimonials|locations?|resources|login|log in|sign in"
    r"|search(?: results)?|privacy policy|terms.*|sitemap|accreditations?.*"
    r"|gainful employment.*|disclosures?|registration|enroll(?:ment)?"
    r"|request (?:more )?info(?:rmation)?|schools?|colleges?|thank you.*|untitled.*|new page|page \d+|get started",
    re.I,
)
_OFFER = re.compile(
    r"\b(?:tuition|costs?|fees|pric(?:es|ing)|programs?|courses?|class(?:es)?|training|certificates?)\b", re.I
)
_SCHOOL = re.compile(
    r"(?:.*\b)?(?:colleges?|university|institutes?|schools?|academy|academies|seminary|center|centre|campus)"
    r"(?: (?:of|for|at) [\w ,&'-]+)?(?:,? (?:inc|llc)\.?)?",
    re.I,
)
# "Medical Assistant Program and Courses": the name ends where it says what it names.
_SAID = re.compile(r"(.{3,60}?\b(?:program|training|certificate|diploma))(?= and\b|, )", re.I)
_SEPARATOR = re.compile(r"\s+[|–—·»•:-]+\s+|\s*[|»]\s*|: ")
# Parts of an address that have a word of a field and are an office of the school: "/business-office/tuition".
_OFFICE = Phrases("office, offices, financial, finance, school, schools, services, administration, information")
_FILE = re.compile(r"\.(?:html?|php|aspx?|jsp|cfm)$", re.I)


def without_figures(text: str) -> str:
    """A heading without the length or the price behind the name: "Class A Barber Course 1,000 hours"."""
    if not text.rstrip(" .)").lower().endswith(_FIGURE_ENDS):
        return text.strip(" :")
    return _FIGURES.sub("", text).strip(" :") or text


@lru_cache(maxsize=4096)
def names_program(text: str) -> bool:
    """Whether a heading names a program: it has a word of a field, and none that heads a part of a page."""
    text = without_figures(text[: 2 * LONGEST_NAME])
    if not 2 < len(text) <= LONGEST_NAME or _SENTENCE.search(text) or COURSE_CODE.search(text):
        return False
    is_whole = not _PART.search(text) and text.count("(") == text.count(")")
    return has_subject(text) and is_whole and (not is_school(text) or _is_school_of_one(text))


@lru_cache(maxsize=4096)
def may_name_program(text: str) -> bool:
    """Whether a heading beside others that name programs names one too, though we know no word of its field."""
    text = without_figures(text[: 2 * LONGEST_NAME])
    return names_program(text) or (
        len(text) <= LONGEST_NAME
        and bool(_PROGRAM.search(text) or _CERTIFICATION.search(text))
        and not (_PART.search(text) or _SENTENCE.search(text) or COURSE_CODE.search(text) or is_other_page(text))
    )


@lru_cache(maxsize=4096)
def has_subject(text: str) -> bool:
    """Whether a word of the text is of a field or an occupation."""
    found = _WORD.findall(text.lower())
    return not SUBJECTS.isdisjoint(found) or any(
        not SUBJECTS.isdisjoint(word.split("-")) for word in found if "-" in word
    )


def says_program(text: str) -> bool:
    """Whether the text itself says that it names a program: "… Training", "Certificate in …"."""
    return bool(_PROGRAM.search(text))


@lru_cache(maxsize=4096)
def is_other_page(text: str) -> bool:
    """Whether a name is that of a list, of charges, of an office: "Programs", "Tuition and Fees", "About us"."""
    return len(text) <= LONGEST_NAME and bool(_OTHER_PAGE.fullmatch(text.strip(" .!:*")))


def is_offer(text: str) -> bool:
    """Whether a page of this name offers programs or states what they cost, though it names none."""
    return is_other_page(text) and bool(_OFFER.search(text))


def is_school(text: str) -> bool:
    """Whether a name is that of a school and of nothing else."""
    return len(text) <= LONGEST_NAME and bool(_SCHOOL.fullmatch(text.strip(" :.*"))) and not _PROGRAM.search(text)


def _is_school_of_one(text: str) -> bool:
    """Whether a school's name is nothing but its one program: "Dental Assisting School"."""
    words = [word for word in _WORD.findall(text.lower()) if not _SCHOOL.fullmatch(word)]
    return len(words) > 1 and SUBJECTS.issuperset(words)


def is_trade_school(text: str) -> bool:
    """Whether a name is that of a school which is called by its trade: "… Barber College"."""
    return is_school(text) and has_subject(re.sub(r"\bschools?\b", " ", text, flags=re.I))


def parts_of(title: str) -> list[str]:
    """The parts of a page's title, which names the page and the school in either order."""
    return [part for part in (part.strip() for part in _SEPARATOR.split(title)) if part]


def program_in(texts: Iterable[str]) -> str:
    """The first of these titles and headings that names a program, or its part that does; "" if none does."""
    for text in texts:
        said = _SAID.match(text)
        for part in (text, *parts_of(text), *(said.groups() if said else ())):
            if names_program(part):
                return without_figures(part)
    return ""


def from_address(url: str) -> str:
    """The program that the address of a page names ("…/pharmacy_tech/tuition_and_fees.php"), "" if it names none."""
    for part in reversed(unquote(urlsplit(url).path).split("/")[-2:]):
        words = re.sub(r"[\s_+-]+", " ", _FILE.sub("", part)).strip()
        words = re.sub(r"\b(?:tuition|costs?|fees?|pay|payment|pricing|price|and|page|index)\b", " ", words, flags=re.I)
        words = " ".join(words.split())
        if names_program(words) and not _OFFICE.search(words):
            return words.title()
    return ""


def slug(name: str) -> str:
    """A name as a key: lower-case words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))
