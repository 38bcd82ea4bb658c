"""The lengths of programs as the sites of health programs print them: what is the program's, and nothing else."""

import pytest

from pipelines.parse.length import read

PAGES = [
    ("Orientation, Rules, Laws and Preparation(both specialties) 30 hours", ""),
    ("Program Length 600 Hours", "600 hours"),
    ("Gainful Employment Disclosures: Esthetic 22 Weeks", ""),
    ("Orientation and business topics – 25 hours", ""),
    ("Makeup – 65 hours", ""),
    (
        "Completing nail school typically takes between 3 and 9 months, depending on the state’s "
        "requirements and the program’s structure.",
        "3..9 months",
    ),
    ("States like New York might require upwards of 250 hours, while others may need 600 hours or more.", ""),
    ("a lot of will certainly call for regarding 750 hrs of training.", "750 hours"),
    ("Nail Technician Program | 250 hours of instruction", "250 hours"),
    ("(Accelerated course offered can be complete in 3–1/2 months.)", "3.5 months"),
    ("ESTHETICS Courses —600 Clock Hours Minimum", "600.. hours"),
    ("Minimum Theory Hours | 150", ""),
    (
        "Nail technician programs may provide students the required 200 to 800 hours of training by the "
        "state to help them qualify for the licensing exam.",
        "200..800 hours",
    ),
    ("these programs render an average of 375 hours of training.", "375 hours"),
    ("How long is the EMT course? | 300 contact hours (16 weeks)", "16 weeks; 300 hours"),
    (
        "Hospital clinical experience consists of two eight-hour shifts in which the student performs "
        "assessments and the skills learned in class to patients.",
        "",
    ),
    ("This portion of the training is under the direct supervision of a program preceptor (20 hours minimum).", ""),
    ("Field internship consists of 8-12 hour shifts in which the student rides in an ambulance", ""),
    (
        "EMT training varies from 2 to 6 months, depending on the training site and hours of class scheduled per week.",
        "2..6 months",
    ),
    (
        "There are training programs that have classes every day for several months for those interested in "
        "quick completion.",
        "",
    ),
    ("Paramedic | 1,000 or more hours", "1000.. hours"),
    (
        "EMT training is between 13 and 16 weeks with the class length dependent on if the candidate holds a "
        "current New York state EMT certification.",
        "13..16 weeks",
    ),
    (
        "Paramedic training is a minimum 9 months for FDNY EMTs and 10 weeks for FDNY EMTs that wish to promote",
        "10 weeks; 9.. months",
    ),
    (
        "All probationary EMT and Paramedic training is full-time with schedules that are 8.5 hours a day, 5 "
        "days a week.",
        "",
    ),
    ("this experiential core runs in the range of roughly 100 to 150 hours.", ""),
    (
        "is a core curriculum of minimum required information, to be presented within a minimum 119-hour "
        "training program.",
        "119.. hours",
    ),
    ("The first level of EMT training, EMT-Basic. Will take about two to six months.", "2..6 months"),
    ("You can expect to spend 1-2 years finishing this level of EMT training.", "1..2 years"),
    (
        "There are some taught as little as two weeks in length and some as described as long as a semester length.",
        "..1 terms; 2.. weeks",
    ),
    ("Majority require the minimum of 8-24 clinical hours in the field and or Emergency Department.", ""),
    ("Basic Life Support (BLS) card which was issued within 6 months of the start of the EMT course.", ""),
    ("must be at least 18 years old prior to the first day of the course.", ""),
    (
        "The Automotive Technology two-year degree program is designed for students seeking a career in "
        "today’s automotive service industry.",
        "2 years",
    ),
    ("Approximately two-thirds of the time spent in the program is in a lab (shop) environment", ""),
    ("two-student-level Automotive Service Excellence (ASE) technical skill assessments", ""),
    ("The catalog rights cease after two consecutive semesters of nonattendance.", ""),
    (
        "The Associate in Arts (A.A.) degree or the Associate in Science (A.S.) degree require a minimum of "
        "60 lower division units",
        "60.. credits",
    ),
    ("any additional elective units needed to satisfy the 60 unit minimum.", ""),
    ("At least 18 units of study must be taken in a single discipline or related disciplines", ""),
    ("INTRODUCTION TO BASIC AUTOMOTIVE SERVICE (CBE)3 units", ""),
    ("Requires a minimum of 60 units, including 19 units of general education", "60.. credits"),
    ("Generally, it takes 12 months to obtain either a medical assistant diploma or certificate.", "12 months"),
    ("the diploma program consists of 14 courses over two semesters and a summer session.", ""),
    (
        '"Basic Anatomy and Physiology," which requires four credits hours of classroom work and two hours '
        "of lab work per week.",
        "",
    ),
    ('The diploma program also lists a three-hour classroom course, "Drug Therapy,"', ""),
    ('"Clinical Externship," which takes 15 hours per week of the student\'s time.', ""),
    ("Minimum Length of Program: 5 or 6 terms", "5..6 terms"),
    ("Minimum Credit Hours for Graduation: 54", "54.. credits"),
    ("Evening Class: Every 4th term", ""),
    (
        "The practicum is 12-15 weeks and requires 200 hours, plus attendance at a twice monthly, 2 hour "
        "scheduled seminar, for a total of 12 hours.",
        "",
    ),
    ("3 Credits, 3 Contacts", ""),
    ("The externship is to extend over a 15 week period.", ""),
    ("An externship must be planned a semester in advance of registration", ""),
    (
        "a three-credit course means you’re in class for three hours a week and should expect another six "
        "hours of studying on your own.",
        "",
    ),
    ("You see terms like “30-credit certificate” and “60-credit associate degree”", "30 credits; 60 credits"),
    (
        "Nursing assistant training courses may take anywhere between three weeks to three months to "
        "complete, depending on the facility or school",
        "..3 months; 3.. weeks",
    ),
    ("In an accelerated format, CNA training can be completed in as little as four weeks.", "4.. weeks"),
    ("Classes using the accelerated format typically last for eight hours a day.", ""),
    (
        "the minimum length for a program is 75 hours, with at least 16 of those hours set apart for "
        "supervised practical training.",
        "75.. hours",
    ),
    (
        "Training typically takes around eight weeks or more to complete depending on the state you reside in",
        "8.. weeks",
    ),
    ("Some states have minimum instructions periods of 75 hours, and others require up to 180 hours.", ""),
    (
        "Trainees that have completed a state-approved nurse aide course have up to two years to challenge "
        "the certification exam",
        "",
    ),
    ("Hawaii has a minimum training period of 75 hours, and several other distinctions", ""),
    ("only 16 hours are required in the classroom and 16 are required in a clinical setting.", ""),
    ("CNA programs last from 4 to 16 weeks", "4..16 weeks"),
    ("Graduates can work up to four months without certification while waiting to take the exam", ""),
    (
        "Each training program provides at least 75 hours of instruction and at most 150 hours of instruction.",
        "..150 hours; 75.. hours",
    ),
    (
        "Training programs can be completed in three to eight weeks, depending on the class format and the "
        "number of meetings per week.",
        "3..8 weeks",
    ),
    ("you can be employed as a CNA for two years.", ""),
    ("Passing the competency test requires taking no less than 75 hours of approved training.", ""),
    ("Two years with an associates degree for those seeking an advanced degree.", "2 years"),
    ("Dental Hygiene courses more than two years old must be repeated.", ""),
    (
        "Math and Science prerequisite courses must be completed within seven (7) years of the program’s "
        "admissions deadline.",
        "",
    ),
    ("The dental hygiene curriculum runs for five consecutive semesters beginning in Fall Semester.", "5 terms"),
    ("Course loads range between 8–12 credit hours per semester. Clock hours range between 20-32 hours per week.", ""),
    ("The dental hygiene program requires completion of 88 total credit hours.", "88 credits"),
    ("Fall Semester | 16 Weeks | 15 Units", ""),
    ("DH 107 - Fundamentals of Dental Hygiene (5.0 units)", ""),
    (
        "Math 400A&B or Math 402 4.0 units (May be completed during any semester in Program, but recommended "
        "during Summer Session)",
        "",
    ),
    ("A minimum of 20 hours observation of a practicing Dental Hygienist documented on office letterhead", ""),
    ("Courses must have been completed within 5 years of entering the program.", ""),
    ("Have not enrolled in any of the above 3 courses more than 3 times in a 5 year period.", ""),
    ("Length of Program: 2 years (upon admission to program)", "2 years"),
    ("the FAA requires at least 1.5 years of work experience for certification.", ""),
    ("In addition, most aircraft mechanics have earned a 2 or 4-year degree from an FAA-certified school.", ""),
    (
        "These programs, lasting 6 months to 2 years, lead to a certificate of completion or an associate degree.",
        "..2 years; 6.. months",
    ),
    ("Some offer about 30 hours per week on equipment", ""),
    ("make minor repairs after a few months’ experience", ""),
    ("Associates Degree program which lasts about two years.", "2 years"),
    (
        "To become a certified airline mechanic you need 30 months of experience working on airplane engines "
        "and components.",
        "",
    ),
    ("one of the programs, which require roughly 2,000 hours of instruction", "2000 hours"),
    ("offers a 1,900-hour program in aviation maintenance technology.", "1900 hours"),
    (
        "Connecticut Aero Tech School has a 20-month, 2,400-hour program for aircraft maintenance technicians.",
        "20 months; 2400 hours",
    ),
    ("A new class enrolls every 128 days.", ""),
    ("has a two-year, 2,000-hour aviation technology program.", "2 years; 2000 hours"),
    (
        "To complete a certificate or diploma program in automotive technology takes about 1 year for "
        "full-time students.",
        "1 years",
    ),
    ("Going to school on a night or weekend schedule will normally add a few months.", ""),
    ("Automotive Service Technology program takes “as little as 12 months.”", "12.. months"),
    (
        "Automotive Service Technician Diploma program is 50 weeks (1 year), with 1,200 total clock hours.",
        "1 years; 1200 hours; 50 weeks",
    ),
    (
        "Automotive Technology program takes approximately 56 weeks or 1 year and 1 month. That’s a 60 "
        "credit course with 1,560 hours of instruction.",
        "1560 hours; 56 weeks; 60 credits",
    ),
    (
        "Certificate of Completion in as few as 17 months, or an Associate of Science degree in as few as 22 months.",
        "17.. months; 22.. months",
    ),
    ("Avionics Maintenance Technology program ranges from 17-24 months in length.", "17..24 months"),
    (
        "These programs range in length from 18 to 24 months and educate students in all aspects of aviation "
        "maintenance.",
        "18..24 months",
    ),
    ("Apprentices can work 18 months for each certificate (Airframe or Powerplant), or 30 months for both", ""),
    ("typically require one to two years of on-the-job instruction to become proficient at their jobs.", ""),
    ("bypass all or part of the 18-month supervised work experience requirement", ""),
    ("All programs must include at least 1,900 hours of training for prospective applicants.", "1900.. hours"),
    ("programs typically require 12 to 24 months of full-time study to complete.", "12..24 months"),
    ("in which you can then transfer to a four-year institution to complete your Bachelors Degree requirements.", ""),
]


def totals(words):
    """The program's lengths: "36 weeks", "12..18 months", with an open end left out."""
    for item in read(words):
        low, high = ("" if value is None else f"{value.normalize():f}" for value in (item.value_min, item.value_max))
        if item.kind == "total":
            yield f"{low} {item.unit}" if low == high else f"{low}..{high} {item.unit}"


@pytest.mark.parametrize(("words", "lengths"), PAGES)
def test_only_the_length_of_the_program(words, lengths):
    assert "; ".join(sorted(totals(words))) == lengths
