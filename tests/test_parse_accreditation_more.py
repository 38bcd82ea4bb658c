"""More printed claims of accreditation."""

import pytest

from pipelines.parse.accreditation import read

MORE = [
    # what was denied, and what is said of anybody who asks
    ("The associate nursing program is not accredited. The program was denied candidacy by the ACEN.", "ACEN none"),
    (
        "The nursing program has been granted candidacy by the ACEN and hosts its visit within 2 years.",
        "ACEN candidate",
    ),
    ("A nursing program seeking initial accreditation with the ACEN must first apply for candidacy.", ""),
    ("Candidacy is granted when the program shows the ACEN that it can meet the standards", ""),
    ("An applicant program has not been granted an accreditation status by the ACEN.", ""),
    ("The college received approval from HLC for its bachelor of science in nursing", ""),
    ("The academy does not hold a valid license from the Texas Workforce Commission.", "STATE none"),
    ("Accredited by the North Central Commission on Colleges", "HLC accredited"),
    # who gives it, and where its name ends
    ("We are working with TRACS, an accreditation association, from the day we open.", "TRACS seeking"),
    ("accreditation renewal for its Associate in Applied Science in Cooking from the ACFEFAC", "ACFEFAC accredited"),
    ("Last fall the Nursing Board pulled its accreditation.", "STATE none"),
    ("The ACEN approved this program in 2011 and continued accreditation in 2016.", "ACEN accredited"),
    ("Each program is accredited and approved by the NAACLS.", "NAACLS accredited"),
    ("Accreditation: HVAC Excellence; Council on Occupational Education", "HVAC Excellence accredited, COE accredited"),
    ("The Louisiana Board of Regents gave the college authorization to offer the diploma.", "STATE approved"),
    ("The certificate is approved by the South Carolina Technical College System.", "STATE approved"),
    ("VT Board of Nursing approved practical nursing program", "STATE approved"),
    ("Approved by the Nevada Real Estate Division and the Association of Example Officials", "STATE approved"),
    ("Accrediting Agency | Kansas State Board of Nursing (KSBN)", "STATE approved"),
    # the agency stands in the next cell
    (
        "is accredited by the Committee on Accreditation of Allied Health Programs ... and the State of "
        "Alabama Department of Public Health – Office of Emergency Medical Services.",
        "CAAHEP accredited, STATE approved",
    ),
    (
        "Accreditation | The Dental Hygiene program is accredited by the: | Commission on Dental "
        "Accreditation | 211 East Chicago Avenue | Chicago, IL 60611",
        "CODA accredited",
    ),
    (
        "ACCREDITED BY: | HIGHER LEARNING COMMISSION",
        "HLC accredited",
    ),
    (
        "The Medical Assisting Certificate Program is accredited by the Commission on Accreditation of "
        "Allied Health Education Programs upon the recommendation of: | Medical Assisting Education Review Board (MAERB)",
        "CAAHEP accredited",
    ),
    (
        "This program is approved through the | Texas Board of Nursing",
        "STATE approved",
    ),
    (
        "Nationally accredited by: | Accrediting Bureau of Health Education Schools (ABHES)",
        "ABHES accredited",
    ),
    (
        "Program accreditation status with ACEN: | Initial Accreditation",
        "ACEN accredited",
    ),
    (
        "The most recent accreditation decision made by the ACEN Board of Commissioners for the "
        "practical nursing program is: | Continuing Accreditation",
        "ACEN accredited",
    ),
    (
        "Effective May 2, 2021, this nursing program is a candidate for initial accreditation by the: | "
        "Accreditation Commission for Education in Nursing.",
        "ACEN candidate",
    ),
    (
        "has been granted pre-accreditation candidate status by the: | NLN CNEA",
        "NLN CNEA candidate",
    ),
    (
        "The program holds pre-accreditation status from the National League for Nursing Commission for "
        "Nursing Education Accreditation",
        "NLN CNEA candidate",
    ),
    (
        "The program has been granted Initial Accreditation status by the: | ACOTE",
        "ACOTE accredited",
    ),
    (
        "has applied for candidacy with: | CAPTE",
        "CAPTE seeking",
    ),
    (
        "The program will seek accreditation from: | CAAHEP",
        "CAAHEP seeking",
    ),
    (
        "The radiography program plans to apply for accreditation through | JRCERT",
        "JRCERT seeking",
    ),
    (
        "The program is not currently accredited by the: | ACEN",
        "ACEN none",
    ),
    (
        "Accredited by the following organizations: | ACCSC | NACCAS",
        "ACCSC accredited, NACCAS accredited",
    ),
    (
        "Licensed by: | Bureau for Private Postsecondary Education",
        "STATE approved",
    ),
    (
        "Licensed and regulated by the: | Florida Commission for Independent Education",
        "STATE approved",
    ),
    (
        "The college is accredited by: | ACCJC, Western Association of Schools and Colleges | 10 Commercial Blvd",
        "ACCJC accredited",
    ),
    (
        "The program has received approval from: | CODA",
        "CODA accredited",
    ),
    (
        "Our cosmetology school is licensed by the | Illinois Department of Financial and Professional "
        "Regulation | and accredited by the | NACCAS",
        "STATE approved, NACCAS accredited",
    ),
    (
        "This LPN to RN program option is accredited through: | Accreditation Commission for Education in Nursing (ACEN)",
        "ACEN accredited",
    ),
    (
        "has applied for accreditation and has been granted Candidacy Status by the: | Accreditation Council for Occupational Therapy Education (ACOTE)",
        "ACOTE candidate",
    ),
    (
        "The Surgical Technology program is accredited by: | Commission on Accreditation of Allied Health Education Programs (CAAHEP) | 25400 US Highway 19 North",
        "CAAHEP accredited",
    ),
    ("The school is accredited by the: | ACCSC | COE", "ACCSC accredited, COE accredited"),
    (
        "The college is institutionally accredited by the following agencies: | HLC | ABHES",
        "HLC accredited, ABHES accredited",
    ),
    (
        "Our radiography program is programmatically accredited by the | Joint Review Committee on Education in Radiologic Technology",
        "JRCERT accredited",
    ),
    ("The practical nursing program is approved by the: | Ohio Board of Nursing", "STATE approved"),
    ("The program is not accredited by: | CAAHEP", "CAAHEP none"),
    (
        "The dental assisting program has applied for accreditation through: | Commission on Dental Accreditation (CODA)",
        "CODA seeking",
    ),
    (
        "The Physical Therapist Assistant program is a candidate for accreditation by the: | Commission on Accreditation in Physical Therapy Education (CAPTE)",
        "CAPTE candidate",
    ),
    ("Accredited by: | ACCSC | Licensed by: | Texas Workforce Commission", "ACCSC accredited, STATE approved"),
    ("The program holds initial accreditation from | CoARC", "CoARC accredited"),
    (
        "The institution is accredited by the following: | Southern Association of Colleges and Schools Commission on Colleges",
        "SACSCOC accredited",
    ),
    (
        "The program is seeking accreditation from the: | Commission on Accreditation for Health Informatics and Information Management Education (CAHIIM)",
        "CAHIIM seeking",
    ),
    ("This program is accredited by - | Council on Occupational Education", "COE accredited"),
    (
        "The EMT program is approved by: | Kentucky Board of Emergency Medical Services | and accredited by: | CAAHEP",
        "STATE approved, CAAHEP accredited",
    ),
    ("has been granted Candidate for Accreditation status by: | CAPTE", "CAPTE candidate"),
    ("Candidacy status has been awarded by | ACOTE", "ACOTE candidate"),
    ("Accredited by: The Council on Occupational Education", "COE accredited"),
    ("Licensed by the Mississippi State Board of Cosmetology", "STATE approved"),
    ("The Respiratory Care program holds Continuing Accreditation from CoARC (www.coarc.com)", "CoARC accredited"),
    ("CoARC Provisional Accreditation", "CoARC accredited"),
    (
        "the Practical Nursing program has been granted initial approval by the Georgia Board of Nursing",
        "STATE approved",
    ),
    ("Conditional approval, Ohio Board of Nursing", "STATE approved"),
    ("The OTA program has applied for accreditation and has been granted Candidacy Status by ACOTE", "ACOTE candidate"),
    ("Accreditation for the program is through JRCERT", "JRCERT accredited"),
    ("JRCERT-accredited since 1985", "JRCERT accredited"),
    ("the HIM program is in candidacy status, pending accreditation review by CAHIIM", "CAHIIM candidate"),
    ("We hold licensure from the Pennsylvania State Board of Private Licensed Schools", "STATE approved"),
    ("This school is approved by the Wyoming Department of Education", "STATE approved"),
    ("Member: NACCAS", ""),
    ("is a nationally accredited (NACCAS) cosmetology school", "NACCAS accredited"),
    ("Our paramedic program holds a CoAEMSP Letter of Review (LoR)", "CoAEMSP seeking"),
    ("ACCSC School of Excellence", ""),
    ("ACCSC School of Distinction, accredited since 1990", "ACCSC accredited"),
    ("accreditation from the Commission on Dental Accreditation will be sought", "CODA seeking"),
    ("Accrediting agency: ABHES", "ABHES accredited"),
    ("State license: Commission for Independent Education #4412", "STATE approved"),
    ("DEAC and BPPE", ""),
    ("Accreditation: ACCJC, BRN, CODA", "ACCJC accredited, STATE approved, CODA accredited"),
    ("Our CNA program is certified by the Kansas Department for Aging and Disability Services", "STATE approved"),
    ("authorized by the Indiana Board for Proprietary Education", "STATE approved"),
    ("TEA approved", ""),
    ("This program was accredited by CAAHEP until 2016", "CAAHEP none"),
    ("formerly accredited by ACICS", "ACICS none"),
    ("Not accredited. Licensed by the State of Delaware Department of Education", " none, STATE approved"),
    (
        "The Medical Laboratory Technician Program is accredited by the National Accrediting Agency for "
        "Clinical Laboratory Sciences (NAACLS), 5600 N. River Road, Suite 720, Rosemont, IL 60018",
        "NAACLS accredited",
    ),
    ("Program approved by Michigan Department of Licensing and Regulatory Affairs (LARA)", "STATE approved"),
    (
        "The Practical Nursing program is approved by the Kansas State Board of Nursing and accredited by "
        "ACEN (Accreditation Commission for Education in Nursing, Inc.)",
        "STATE approved, ACEN accredited",
    ),
    ("has been awarded accreditation by the Professional Truck Driver Institute", "PTDI accredited"),
    ("Commission on Accreditation of Allied Health Education Programs (CAAHEP) Accredited", "CAAHEP accredited"),
    ("our school is licensed to operate by the state of Tennessee", "STATE approved"),
    ("The radiologic technology program received a maximum eight-year accreditation from JRCERT", "JRCERT accredited"),
    ("holds institutional accreditation from TRACS", "TRACS accredited"),
    (
        "The Emergency Medical Services-Paramedic program is accredited by CAAHEP upon the recommendation of CoAEMSP",
        "CAAHEP accredited",
    ),
    (
        "Paramedic program has been issued a Letter of Review by the Committee on Accreditation of "
        "Educational Programs for the EMS Professions (CoAEMSP)",
        "CoAEMSP seeking",
    ),
    ("is approved by the Oregon State Board of Nursing for 5 years", "STATE approved"),
    ("ACFEF-accredited culinary program", "ACFEFAC accredited"),
    ("The Cosmetology program is licensed by the Nebraska Department of Health and Human Services", "STATE approved"),
    ("Aveda Institute is nationally accredited by NACCAS, 3015 Colvin Street, Alexandria, VA", "NACCAS accredited"),
    (
        "In October the college earned regional accreditation through the Northwest Commission on Colleges "
        "and Universities",
        "NWCCU accredited",
    ),
    ("The college has applied for eligibility with ACCJC", "ACCJC seeking"),
    (
        "program will seek accreditation from the Commission on Accreditation in Physical Therapy Education",
        "CAPTE seeking",
    ),
    (
        "Effective May 2, 2023, Ivy has been granted Candidate for Accreditation status by the Commission on "
        "Accreditation in Physical Therapy Education (3030 Potomac Ave., Suite 100, Alexandria, Virginia)",
        "CAPTE candidate",
    ),
    ("The program has achieved candidate status with the Council on Social Work Education", "CSWE candidate"),
    ("accreditation was withdrawn by ABHES in 2019", "ABHES none"),
    ("The school was granted initial accreditation in 2015 by the Council on Occupational Education", "COE accredited"),
    ("HLC has extended the college's accreditation through 2031", "HLC accredited"),
    ("Approved by the Wisconsin Department of Transportation", "STATE approved"),
    ("The program is approved by the Tennessee Board of Nursing, 665 Mainstream Drive, Nashville", "STATE approved"),
    (
        "Accredited by the Joint Review Committee on Education in Diagnostic Medical Sonography (JRC-DMS)",
        "JRC-DMS accredited",
    ),
    ("the Nail Technician program is not accredited by NACCAS", "NACCAS none"),
    ("Graduates are eligible to take the exam because the program is accredited by JRCERT", "JRCERT accredited"),
    ("The school holds a license from the Ohio State Cosmetology and Barber Board", "STATE approved"),
    ("state-approved EMT course", "STATE approved"),
    (
        "This course is approved by the Massachusetts Department of Public Health, Office of Emergency "
        "Medical Services",
        "STATE approved",
    ),
    ("licensed by the Louisiana State Board of Cosmetology and adheres to its rules", "STATE approved"),
    (
        "Registered with the Minnesota Office of Higher Education pursuant to sections 136A.61 to 136A.71",
        "STATE approved",
    ),
    (
        "Colorado Technical College is approved and regulated by the Colorado Department of Higher "
        "Education, Private Occupational School Board",
        "STATE approved",
    ),
    ("The AAS program in nursing will be applying for NLN CNEA accreditation", "NLN CNEA seeking"),
    ("pre-accreditation candidacy status has been awarded by NLN CNEA", "NLN CNEA candidate"),
    ("status of candidate with ACEN", "ACEN candidate"),
    (
        "The Dental Assisting Program has been accredited by the Commission on Dental Accreditation since "
        "1972, with the status 'approval with reporting requirements'",
        "CODA accredited",
    ),
    (
        "The program in dental laboratory technology is accredited by the Commission on Dental Accreditation "
        '[and has been granted the accreditation status of "initial accreditation"].',
        "CODA accredited",
    ),
    (
        "Ohio Medical Career Center is registered with the State Board of Career Colleges and Schools, "
        "Registration No. 11-09-1234T",
        "STATE approved",
    ),
    (
        "Sun Mesa's ADN-to-BSN track is accredited by the Commission on Collegiate Nursing Education (CCNE) and approved by "
        "the Arizona State Board of Nursing",
        "CCNE accredited, STATE approved",
    ),
    (
        "accredited by the Commission on Institutions of Higher Education of the North Central Association "
        "of Colleges and Secondary Schools",
        "HLC accredited",
    ),
    (
        "Prairie Valley's medical assisting program has earned accreditation through the Commission on "
        "Accreditation of Allied Health Programs (CAAHEP)",
        "CAAHEP accredited",
    ),
    (
        "Its campuses are accredited by the National Accrediting Commission of Career Arts and Sciences (NACCAS)",
        "NACCAS accredited",
    ),
    (
        "We are not accredited by NACCAS; licensed by the Virginia Board for Barbers and Cosmetology",
        "NACCAS none, STATE approved",
    ),
    ("The college's AAS in Radiography lost its JRCERT accreditation in 2018", "JRCERT none"),
    ("The school received its accreditation from COE in 1998", "COE accredited"),
    ("COE-accredited", "COE accredited"),
    ("a NWCCU accredited institution", "NWCCU accredited"),
    ("Accredited by the American Bar Association", "ABA approved"),
    ("Texas Department of State Health Services approved EMS program", "STATE approved"),
    ("EMT program approved by the Texas Department of State Health Services", "STATE approved"),
    ("Approved by the Federal Aviation Administration under Part 147", "FAA approved"),
    ("The program holds Candidate status from the Accreditation Commission for Education in Nursing", "ACEN candidate"),
    (
        "This nursing education program is a candidate for initial accreditation by ACEN. This candidacy "
        "status expires on May 1, 2026.",
        "ACEN candidate",
    ),
    (
        "CPCC is accredited by the Southern Association of Colleges and Schools Commission on Colleges "
        "(SACSCOC) to award associate degrees, diplomas, and certificates. Questions about accreditation may "
        "be directed to SACSCOC",
        "SACSCOC accredited",
    ),
    ("Licensed as a private postsecondary career school by Nebraska Department of Education", "STATE approved"),
    ("chartered by the New York State Board of Regents", "STATE approved"),
    ("Oregon licensed career school", "STATE approved"),
    (
        "School Code 1234567, approved by the California Department of Consumer Affairs, Bureau for Private "
        "Postsecondary Education",
        "STATE approved",
    ),
    (
        "The EMS program operates under the approval of the Pennsylvania Department of Health, Bureau of EMS",
        "STATE approved",
    ),
    ("The sonography program began the process of accreditation with JRC-DMS", "JRC-DMS seeking"),
    ("ABHES has approved a new associate degree program", "ABHES approved"),
    ("accredited as a Veterinary Technology program by the AVMA CVTEA", "AVMA CVTEA accredited"),
    ("AVMA accredited", "AVMA accredited"),
    (
        "Accredited by the National Accrediting Commission of Career Arts and Sciences as a cosmetology "
        "school and licensed by the Florida Commission for Independent Education.",
        "NACCAS accredited, STATE approved",
    ),
    ("The Pharmacy Technician program is nationally accredited by ASHP", "ASHP accredited"),
    ("Indiana State Department of Health approved CNA training site", "STATE approved"),
    ("We're working toward accreditation with ACCET", "ACCET seeking"),
    ("plans are under way to seek CAAHEP accreditation", "CAAHEP seeking"),
    ("The MLT program is a NAACLS serious applicant", "NAACLS seeking"),
    ("NAACLS Serious Applicant status has been granted", "NAACLS seeking"),
]


@pytest.mark.parametrize(("words", "expected"), MORE)
def test_claims(words, expected):
    assert ", ".join(f"{item.accreditor} {item.status}" for item in read(words)) == expected
