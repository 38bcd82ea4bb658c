"""Printed claims of accreditation, and what they are read as: (accreditor, status) pairs."""

import pytest

from pipelines.parse.accreditation import read
from pipelines.parse.values import Context

CLAIMS = [
    # institutions
    (
        "Riverbend Career College is accredited by the Accrediting Commission of Career Schools and Colleges (ACCSC).",
        "ACCSC accredited",
    ),
    ("Accredited by ACCSC", "ACCSC accredited"),
    ("Accreditation: Council on Occupational Education (COE)", "COE accredited"),
    ("We are a NACCAS-accredited school of cosmetology", "NACCAS accredited"),
    (
        "Nationally Accredited by the National Accrediting Commission of Career Arts & Sciences, Inc.",
        "NACCAS accredited",
    ),
    (
        "Lakeview is regionally accredited by the Higher Learning Commission, a commission of the North Central "
        "Association.",
        "HLC accredited",
    ),
    ("accredited by the North Central Association of Colleges and Schools", "HLC accredited"),
    (
        "The College is accredited by the Middle States Commission on Higher Education, 3624 Market Street, "
        "Philadelphia",
        "MSCHE accredited",
    ),
    (
        "Accredited by the Commission on Higher Education of the Middle States Association of Colleges and Schools",
        "MSCHE accredited",
    ),
    (
        "accredited by the Southern Association of Colleges and Schools Commission on Colleges to award "
        "associate degrees",
        "SACSCOC accredited",
    ),
    (
        "is accredited by the Accrediting Commission for Community and Junior Colleges, Western Association of "
        "Schools and Colleges",
        "ACCJC accredited",
    ),
    ("ACCJC/WASC accredited", "ACCJC accredited"),
    (
        "The New England Commission of Higher Education (formerly NEASC) accredits Harbor Community College.",
        "NECHE accredited",
    ),
    ("NWCCU reaffirmed the college's accreditation in 2021 for seven years", "NWCCU accredited"),
    (
        "Our institution has been continuously accredited since 1974 by the Distance Education Accrediting "
        "Commission (DEAC).",
        "DEAC accredited",
    ),
    ("received a six-year renewal of accreditation from ACCET", "ACCET accredited"),
    ("Institutionally accredited by the Accrediting Bureau of Health Education Schools", "ABHES accredited"),
    ("the college was placed on warning by SACSCOC in December", "SACSCOC accredited"),
    ("The school is an accredited member of ACICS", None),
    ("A proud member of the Council on Occupational Education", None),
    # programs
    (
        "The Dental Hygiene program is accredited by the Commission on Dental Accreditation and has been granted the "
        "accreditation status of approval without reporting requirements.",
        "CODA accredited",
    ),
    (
        "dental assisting program accredited by the American Dental Association's Commission on Dental Accreditation",
        "CODA accredited",
    ),
    ("CODA status: approval without reporting requirements", "CODA accredited"),
    (
        "The associate nursing program holds full accreditation from the Accreditation Commission for Education in "
        "Nursing (ACEN), 3390 Peachtree Road NE, Atlanta",
        "ACEN accredited",
    ),
    (
        "The most recent accreditation decision made by ACEN for the practical nursing program is Continuing "
        "Accreditation.",
        "ACEN accredited",
    ),
    ("accredited by the National League for Nursing Accrediting Commission (NLNAC)", "ACEN accredited"),
    (
        "The AAS in HIT is accredited by the Commission on Accreditation for Health Informatics and Information "
        "Management Education (CAHIIM)",
        "CAHIIM accredited",
    ),
    (
        "The Medical Assisting certificate is accredited by the Commission on Accreditation of Allied Health Education "
        "Programs (www.caahep.org) upon the recommendation of the Medical Assisting Education Review Board (MAERB).",
        "CAAHEP accredited",
    ),
    ("CAAHEP-accredited Surgical Technology AAS (ARC/STSA)", "CAAHEP accredited"),
    ("JRCERT Accredited Program", "JRCERT accredited"),
    ("Our respiratory program (CoARC 200123) is accredited by CoARC.", "CoARC accredited"),
    ("The MLT program has NAACLS accreditation through 2029", "NAACLS accredited"),
    ("Our phlebotomy program is approved by NAACLS", "NAACLS approved"),
    ("PTA program accreditation status: accredited by CAPTE", "CAPTE accredited"),
    ("ACOTE has granted the OTA program seven years of continued accreditation", "ACOTE accredited"),
    ("ASHP/ACPE-accredited pharmacy technician training", "ASHP accredited, ACPE accredited"),
    ("Culinary arts AAS accredited by the American Culinary Federation Education Foundation", "ACFEFAC accredited"),
    (
        "fully accredited by the American Veterinary Medical Association (AVMA) Committee on Veterinary "
        "Technician Education and Activities",
        "AVMA CVTEA accredited",
    ),
    ("Accredited through the ASE Education Foundation (formerly NATEF)", "ASE Education Foundation accredited"),
    (
        "The electronics program is accredited by the Engineering Technology Accreditation Commission of ABET, "
        "www.abet.org",
        "ABET accredited",
    ),
    ("Business programs are accredited by ACBSP.", "ACBSP accredited"),
    ("massage therapy diploma, COMTA accredited", "COMTA accredited"),
    (
        "The Funeral Service degree is accredited by the American Board of Funeral Service Education (ABFSE)",
        "ABFSE accredited",
    ),
    ("Our paralegal program is approved by the American Bar Association", "ABA approved"),
    ("ABA-Approved Paralegal Certificate", "ABA approved"),
    ("has earned accreditation from HVAC Excellence", "HVAC Excellence accredited"),
    ("ADN program on probation with the ACEN", "ACEN accredited"),
    (
        "early childhood associate degree accredited by the National Association for the Education of Young Children",
        "NAEYC accredited",
    ),
    ("ACCREDITED BY THE COMMISSION ON MASSAGE THERAPY ACCREDITATION", "COMTA accredited"),
    ("AHIMA-approved medical coding program", "AHIMA approved"),
    ("FAA-approved Part 147 aviation maintenance school", "FAA approved"),
    # several in one sentence
    (
        "accredited by ABHES and licensed by the Florida Commission for Independent Education",
        "ABHES accredited, STATE approved",
    ),
    ("Approved by the Ohio Board of Nursing and accredited by ACEN", "STATE approved, ACEN accredited"),
    (
        "The school is accredited by HLC, approved by the Iowa Board of Nursing, and is seeking accreditation "
        "from CCNE.",
        "HLC accredited, STATE approved, CCNE seeking",
    ),
    (
        "The RN program is accredited by ACEN. The PN program is a candidate for initial accreditation by ACEN.",
        "ACEN accredited, ACEN candidate",
    ),
    (
        "accredited by CAAHEP, which is recognized by the Council for Higher Education Accreditation (CHEA)",
        "CAAHEP accredited",
    ),
    (
        "COE, recognized by the U.S. Department of Education, has accredited Tri-Valley Technical Institute.",
        "COE accredited",
    ),
    ("Accredited by: | ACCSC | Bureau for Private Postsecondary Education", "ACCSC accredited, STATE approved"),
    # candidates
    ("The PTA program was granted Candidate for Accreditation status by CAPTE on May 4.", "CAPTE candidate"),
    ("has been granted candidacy status by ACOTE", "ACOTE candidate"),
    (
        "The OTA program has been granted Candidacy Status by the Accreditation Council for Occupational Therapy "
        "Education (ACOTE)",
        "ACOTE candidate",
    ),
    ("holds pre-accreditation from NLN CNEA", "NLN CNEA candidate"),
    ("ASHP candidate status was awarded in 2023", "ASHP candidate"),
    ("Ridge College is a candidate for accreditation with the Higher Learning Commission", "HLC candidate"),
    # seeking
    ("The sonography program is seeking initial accreditation from CAAHEP", "CAAHEP seeking"),
    ("We have applied to the Council on Occupational Education for accreditation.", "COE seeking"),
    ("An application for accreditation has been submitted to ACCSC", "ACCSC seeking"),
    ("in the process of obtaining ABHES accreditation", "ABHES seeking"),
    ("plans to apply for ACEN candidacy in spring", "ACEN seeking"),
    ("JRCERT accreditation is pending", "JRCERT seeking"),
    ("The program is not yet accredited by CAHIIM but intends to apply for candidacy.", "CAHIIM none"),
    (
        "CoAEMSP has issued a Letter of Review to our paramedic program, which is not accreditation by CAAHEP.",
        "CoAEMSP seeking",
    ),
    ("The college anticipates CVTEA accreditation by 2027", "AVMA CVTEA seeking"),
    ("We are currently seeking accreditation.", " seeking"),
    ("The school expects to be accredited by NACCAS next year", "NACCAS seeking"),
    ("The program is pursuing accreditation through MAERB", "MAERB seeking"),
    # denied, ended
    ("This program is not accredited by ACEN.", "ACEN none"),
    ("Our certificate is not CAAHEP accredited", "CAAHEP none"),
    ("The college is no longer accredited by ACICS", "ACICS none"),
    (
        "This institution is not accredited by an accrediting agency recognized by the United States Department "
        "of Education.",
        " none",
    ),
    ("We are currently not accredited and our students are not eligible for federal aid", " none"),
    ("This is a non-accredited program", " none"),
    ("NACCAS withdrew the school's accreditation", "NACCAS none"),
    ("The academy is considering accreditation with ACCET", "ACCET none"),
    # states
    (
        "Licensed by the Commission for Independent Education, Florida Department of Education. License #3321",
        "STATE approved",
    ),
    (
        "Approved and regulated by the Texas Workforce Commission, Career Schools and Colleges, Austin, Texas",
        "STATE approved",
    ),
    (
        "is a private institution approved to operate by the California Bureau for Private Postsecondary Education",
        "STATE approved",
    ),
    ("approved by the California Board of Registered Nursing", "STATE approved"),
    ("accredited by the Maryland Board of Nursing", "STATE approved"),
    ("Accredited by the State of Illinois", "STATE approved"),
    ("State-approved nurse aide training program", "STATE approved"),
    ("We are a state licensed beauty school", "STATE approved"),
    ("Licensed by the Ohio State Board of Career Colleges and Schools, Reg. No. 12-34-5678T", "STATE approved"),
    ("Certificate of Approval issued by the Illinois Board of Higher Education", "STATE approved"),
    ("The LPN program has full approval from the Indiana State Board of Nursing", "STATE approved"),
    (
        "Authorized under the Nonpublic Postsecondary Educational Institutions Act by the Georgia Nonpublic "
        "Postsecondary Education Commission",
        "STATE approved",
    ),
    ("Programs are registered by the New York State Education Department", "STATE approved"),
    ("Certified to operate by SCHEV", "STATE approved"),
    ("The EMT course is approved by the Utah Bureau of Emergency Medical Services and Preparedness", "STATE approved"),
    (
        "Granted a license to operate a proprietary school by the Kentucky Commission on Proprietary Education",
        "STATE approved",
    ),
    ("Licensed by the Arizona State Board for Private Postsecondary Education", "STATE approved"),
    ("the program has been approved by the state board of cosmetology", "STATE approved"),
    ("Approved by the Department of Public Health", "STATE approved"),
    ("has applied to the Nevada State Board of Nursing for approval", "STATE seeking"),
    ("Our CNA class is approved by the state", "STATE approved"),
    ("Illinois Department of Public Health approved Basic Nursing Assistant program", "STATE approved"),
    # no claim of a school about itself
    ("The U.S. Department of Education does not accredit schools.", None),
    ("ACCSC is recognized by the U.S. Department of Education as a national accrediting agency", None),
    ("approved by the U.S. Department of Education to participate in Title IV aid", None),
    ("Candidates must be graduates of a CAAHEP-accredited program.", None),
    ("Graduates of programs accredited by CAAHEP or ABHES are eligible for the CMA (AAMA) exam", None),
    ("To sit for the RHIT exam you must graduate from a CAHIIM-accredited program", None),
    ("Transfer credits are accepted from regionally accredited institutions.", None),
    ("applicants need a high school diploma from an accredited school", None),
    ("Accreditation is a voluntary process that assures quality.", None),
    ("JRCERT accredits more than 700 programs nationwide", None),
    ("Questions about the accreditation of the program may be directed to CAPTE", None),
    ("All instructors are certified by AWS", None),
    ("taught by state licensed cosmetologists", None),
    ("prepares you to become licensed by the Georgia State Board of Cosmetology", None),
    ("Our graduates are licensed by the state", None),
    ("Prepare for the state board exam", None),
    ("accredited by AAPC", None),
    ("accredited by the National Healthcareer Association (NHA)", None),
    ("Students take the NHA certification exam", None),
    ("A+ Accredited Business, Better Business Bureau", None),
    ("Become a licensed practical nurse in 12 months", None),
    ("state-certified instructors", None),
    ("Fully accredited and affordable", None),
    ("Accredited by the International Council of Wonderful Schools (ICWS)", None),
    ("Tuition is $4,300 and the program takes 36 weeks", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "expected"), CLAIMS)
def test_claims(words, expected):
    got = ", ".join(f"{item.accreditor} {item.status}" for item in read(words))
    assert got == (expected or "")


LEVELS = [
    ("The medical assisting program is accredited by ABHES", "programmatic"),
    ("Gulf Coast Institute is accredited by ABHES", "institutional"),
    ("The college's nursing program is accredited by ACEN", "programmatic"),
    ("The programs of the college are accredited by HLC", "institutional"),
    ("The LPN program is approved by the Ohio Board of Nursing", "programmatic"),
    ("The school is licensed by the Ohio State Board of Career Colleges and Schools", "institutional"),
    ("This program is not accredited", "programmatic"),
]


@pytest.mark.parametrize(("words", "level"), LEVELS)
def test_level(words, level):
    assert [item.level for item in read(words)] == [level]


CONDITIONS = [
    ("accredited by ACEN with warning", "warning"),
    ("The radiography program is on probation. It is accredited by JRCERT.", "probation"),
    ("ACCSC accredited, under a show-cause order", "show cause"),
    ("The program, no longer on probation, is accredited by JRCERT", ""),
    ("provisional accreditation granted by CoARC", "provisional"),
    ("accredited by CAPTE", ""),
]


@pytest.mark.parametrize(("words", "condition"), CONDITIONS)
def test_condition(words, condition):
    assert [(item.status, item.condition) for item in read(words)] == [("accredited", condition)]


STATE_BODIES = [
    ("approved by the Ohio Board of Nursing and the Ohio Department of Higher Education", 2),
    ("licensed by the Pennsylvania Department of Education, State Board of Private Licensed Schools", 1),
    ("regulated by the Texas Department of Licensing and Regulation (TDLR)", 1),
    ("approved by New Jersey Department of Education and New Jersey Department of Labor", 2),
    ("licensed by the state's department of health", 1),
    ("approved by the Department of Transportation of the State of Iowa", 1),
]


@pytest.mark.parametrize(("words", "bodies"), STATE_BODIES)
def test_state_bodies_are_named_as_printed(words, bodies):
    items = read(words)
    assert [item.accreditor for item in items] == ["STATE"] * bodies
    assert all(item.agency and item.agency in words for item in items)


def test_label_says_what_an_agency_alone_does():
    assert read("ACCSC") == []
    (item,) = read("ACCSC", Context(label="Accreditation"))
    assert (item.accreditor, item.status, item.level) == ("ACCSC", "accredited", "institutional")
    (item,) = read("Iowa Board of Nursing", Context(label="Accreditation and approvals"))
    assert (item.accreditor, item.status, item.agency) == ("STATE", "approved", "Iowa Board of Nursing")
