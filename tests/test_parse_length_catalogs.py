"""The lengths of programs as catalogs and policies print them: what is the program's, and nothing else."""

import pytest

from pipelines.parse.length import read

PAGES = [
    ("Certificate validity: 2 years", ""),
    ("If a student does not finish in 54 weeks, the student will be dismissed", ""),
    ("Program hours 1500, externship 180 hours", "1500 hours"),
    ("120 hours of classroom instruction and 40 hours of clinical for a total of 160 hours", "160 hours"),
    ("24 hours of lecture and 16 hours of lab for a total of 40 classroom hours", ""),
    ("Students must complete at least 25% of the credits (15 credits) at the college.", ""),
    ("Before work begins, 45 hours of pre-apprenticeship training are given.", ""),
    ("An apprentice sits through 240 hours of related supplemental instruction", ""),
    ("300 Classroom Hours | 180 Clinical Hours | 480 Total Hours", "480 hours"),
    ("The apprenticeship program is completed within 30 months of commencing studies.", "30 months"),
    (
        "can be finished in four terms (two years) of full-time study, including one summer, or part-time in three years",
        "2 years; 3 years; 4 terms",
    ),
    ("Full time day students attend Core for 350 hours after Core they attend (35) Monday-Friday", ""),
    ("full-time students are required to clock in/out 4 times a day", ""),
    (
        "Satisfactory progress (SAP) evaluations will be given at following periods: 450 hours, 900 hours, "
        "and 1200 hours for Cosmetology students",
        "",
    ),
    (
        "they may miss up to 10% time of the program clock hours (150 hours for Cosmetology; 120 hours for "
        "Barbering – both based on completing the entire program)",
        "",
    ),
    ("Students are given three (3) days total during their contracted enrollment to come in late.", ""),
    (
        "the student will be charged an additional $10.00 for each hour scheduled to complete after the "
        "scheduled program length is reached.",
        "",
    ),
    ("within the 1.5 times of the period of time stated in the enrollment agreement.", ""),
    (
        "Students with fourteen (14) consecutive days of absences, in any program of study, will be "
        "withdrawn by the College.",
        "",
    ),
    ("You will be given up to seven (7) minutes to clock in and receive credit for the quarter (1/4) hour.", ""),
    ("A thirty (30) minute lunch break shall be taken when a student attends a 6-hour class day or more.", ""),
    ("Barber Styling. 600 hours, 32.5 hours per week for approximately 18 weeks", "18 weeks; 600 hours"),
    ("providing they have not achieved more than 500 certified hours of training.", ""),
    (
        "These programs typically run about 17 weeks in full-day sessions, training students about basic "
        "police procedures",
        "17 weeks",
    ),
    ("Northland Pioneer College in Holbrook, Arizona, awards 36 credits", "36 credits"),
    ("summers are held with training lasting 16 weeks.", "16 weeks"),
    (
        "Students who successfully complete the academy and pass the state exam can earn 15 credit hours "
        "toward the associate degree.",
        "",
    ),
    (
        "In addition to the 8-5 p.m. class schedule Monday through Friday, students must spend several hours "
        "each day studying after class.",
        "",
    ),
    ("The course meets two nights a week and eight hours on Saturday", ""),
    (
        "The vast majority of Fire Science Certificate programs take between six to twelve months to "
        "complete for a full-time student.",
        "6..12 months",
    ),
    (
        "Some accelerated programs can be finished in as little as three to four months, while part-time "
        "options might stretch out to 18 months or even two years.",
        "18 months; 2 years; 3..4 months",
    ),
    (
        "through a Community College Regional Accredited State Fire Marshal Program (14 to 21 weeks in length).",
        "14..21 weeks",
    ),
    ("Their program training can also be 14 to 21 weeks in length.", "14..21 weeks"),
    (
        "After becoming certified, the candidate will then have one year to obtain employment with a law "
        "enforcement agency",
        "",
    ),
    ("Passing the RPTE adds an additional year for the pre-service candidate to become licensed.", ""),
    ("Code 286 - 69-71 Credits", "69..71 credits"),
    ("The traditional two-semester full time program is stretched to four semesters.", "2 terms; 4 terms"),
    ("Lecture classes meet once a week. Clinical will be every other week.", ""),
    ("Total: 17 Credit Hours", "17 credits"),
    ("Total credit hours required for the A.A.S. in Nursing: 62", "62 credits"),
    ("Students receive one credit for every three hours spent in the lab or clinical setting.", ""),
    ("Associate of Applied Science Nursing Program - 2.5 years", "2.5 years"),
    ("BIO 250 Human Anatomy – 4 Credits (good for 7 years)", ""),
    ("NUR 141 – Clinical Experience of Fundamental Concepts – 1 Credit", ""),
    ("Total LPN Credits: 42", "42 credits"),
    ("Communications – 3 Credits", ""),
    ("A new graduate within two (2) years of graduation,", ""),
    ("Two years of full-time or 4,000 hours of work experience within the last 5 years,", ""),
    ("student cannot have been out of school more than 1 year or 2 consecutive semesters", ""),
    ("Must take a 3 unit Transition Course prior to starting the program", ""),
    (
        "LPN to RN applicants must complete NUR 100, NUR 226, and NUR 115 within eighteen months prior to "
        "admission to program.",
        "",
    ),
    (
        "has not successfully completed the prerequisites biology, chemistry, and algebra within five years "
        "prior to applying to the nursing program",
        "",
    ),
    (
        "take the second-year nursing courses and graduate within one academic year with an AAS Degree in Nursing.",
        "1 years",
    ),
    ("At least one year working as an LPN in a Health Care setting.", ""),
    ("Enrollment period is up to one week before class starts.", ""),
    ("from 7:30 AM to 3:00 PM for 10 weeks.", ""),
    ("Additionally eight weeks of the ten, the student will be assigned one day of the week", ""),
    (
        "the student will deliver unassisted dental care with the Dentist/Director in the dental office for "
        "two days (Internship).",
        "",
    ),
    ("The student will then be assigned an Externship for three days.", ""),
    (
        "dental assisting student applicants are required to spend 24 hours of observation time in a general "
        "dental office.",
        "",
    ),
    ("First Quarter (Aug 18 – Oct 20, 2025) – 10 weeks of online courses", ""),
    ("Fifth Quarter (July 6 – July, 27 2025) 4 weeks", ""),
    ("Total Credit Hours 32", "32 credits"),
    ("30 hours Classroom/Lab training", ""),
    ("Externship–2 days/week in assigned dental practice for 4 weeks = 64 Extern hours", ""),
    ("Total Hours completed for Graduation: 94 hours", "94 hours"),
    ("A Course Time Hour is at least 50 minutes of instruction during a 60-minute period.", ""),
    ("Class #1A Subject Hours: 3 Hours Total (1 hrs Lecture/2 hrs Lab)", ""),
    ("Introduction to 10 Week Program", "10 weeks"),
    ("certificates, diplomas, and associate degrees with 9-24 month completion times.", "9..24 months"),
    ("9-12 months Certificate Program Length", "9..12 months"),
    ("200-300 Clinical Hours Required", ""),
    ("typically requiring 9-12 months of full-time study at vocational schools", "9..12 months"),
    ("you'll spend 30-40 hours weekly in classes and laboratories.", ""),
    (
        "Most programs include 200-300 hours of clinical externships providing real-world experience in "
        "dental offices.",
        "",
    ),
    ("Quarter Credits: 49.5", "49.5 credits"),
    ("In-Class Clock Hours: 800", ""),
    ("Total Hours: 800", "800 hours"),
    ("Program Length in Weeks: 40*", "40 weeks"),
    ("The usual duration of an assistant program or training is about eight weeks or 11 weeks", "11 weeks; 8 weeks"),
    ("to some schools they offer a two-semester period for the program.", "2 terms"),
    (
        "A total of 800 hours of instruction is required for certification and compliance with the "
        "California State Dental Practice Act.",
        "800 hours",
    ),
    ("This instruction is delivered in two components: a 560-hour theory/lab class and a 240-hour Internship.", ""),
    ("One credit is granted for each 30 contact hours per academic session", ""),
    ("Technical program of at least one academic year in length", "1.. years"),
    ("Clock hour programs must be 600 hours or longer", "600.. hours"),
    ("certificates should be completed in one year, if possible.", "1 years"),
    ("The general rule is one to two hours of studying outside of class for each hour spent in class.", ""),
    (
        "Programs that are at least two years in length that are fully transferable to a bachelor's degree program.",
        "2.. years",
    ),
    ("must have been taken within the last three years.", ""),
    ("Credit must be requested within two years of completion of the certificate.", ""),
    (
        "Medical laboratory technician programs in California range from a 1,200-hour part-time program to a "
        "two-year, full-time associate's degree.",
        "1200 hours; 2 years",
    ),
    (
        "This program is four quarters in length, offered in two phases: 23 weeks of academics and 19 weeks "
        "of clinical experience",
        "4 terms",
    ),
    (
        "During the academic phase (Spring and Summer quarters, and three weeks of Fall quarter), the "
        "students are on campus",
        "",
    ),
    ("Eight-hour day shifts are assigned by the affiliated laboratory during the clinical phase.", ""),
    ("Clinical Lab Science rotations total 800 hours", ""),
    ("Hematology (including Urinalysis and Coagulation): 160 hours", ""),
    ("Immunohematology (Blood Banking): 200 hours", ""),
    ("is held during the fall semester and requires 15 hours a week (M, W, F, 5-hour mornings).", ""),
    ("The 12-month program begins and ends each August.", "12 months"),
    (
        "The national certification exam, which is renewable every three years, certifies ongoing "
        "proficiency in the field.",
        "",
    ),
    ("no more than 12 hours per is week is advised.", ""),
    ("provides a curriculum for a two-year Associate of Applied Science degree.", "2 years"),
    ("I chose a 12-month MLT certificate program at a community college.", "12 months"),
    ("Most certificate programs in clinical laboratory science take about one year to complete.", "1 years"),
    ("while a technologist usually needs a 4-year bachelor's degree.", ""),
    ("These usually take about a year to complete.", "1 years"),
    (
        "These 2-year programs combine general education courses, classroom instruction in clinical lab "
        "technology and hands-on clinical experience.",
        "2 years",
    ),
    ("Associate degree programs require 70-80 credit hours of coursework.", "70..80 credits"),
    (
        "Certificate programs of one to seven quarters in length are designed to prepare graduates for employment",
        "1..7 terms",
    ),
    ("Short-term certificates have fewer than 20 credits.", "..20 credits"),
    ("Stackable certificates are short-term certificates of fewer than 20 credits each", "..20 credits"),
    ("Credits required for graduation: 42", "42 credits"),
    ("Basic Skills Courses 8 credits", ""),
    ("Occupational Courses 34 credits", ""),
    ("Length: Four Semesters", "4 terms"),
    ("plan their class schedules to ensure graduation in two years.", "2 years"),
    ("Suggested Credits for Semester: 16", ""),
    ("Total Minimum Credits Required for this Degree: 60", "60.. credits"),
    ("*Diploma completion will count for two years toward licensure.", ""),
    ("Length of Program: Three (3) Semesters", "3 terms"),
    ("Credits Required for Graduation: 42 minimum semester hour credits required for graduation.", "42.. credits"),
    ("Basic Skills Courses (8-9 hours)", ""),
    ("And one of the following (2-3 hours)", ""),
    (
        "Carpentry (CAR) is a 48 semester hour program combining classroom theory with hands-on practice in "
        "the laboratory.",
        "48 credits",
    ),
    ("Certificate of Completion | 3 Semesters | 48 |", "3 terms"),
    ("develop vocational training programs of study no less than two years in length", "2.. years"),
    ("for an occupational program of less than 90 credits.", "..90 credits"),
    (
        "Each occupational certificate program of more then 40 credits at the College contains three related "
        "instruction areas",
        "40.. credits",
    ),
    ("Students will take a minimum of five credits in one of the following", ""),
    ("will count for one year of experience needed to sit for a Building Contractors License.", ""),
    ("Basic Life Support (BLS) / CPR & First Aid | 4 – 8 hours", ""),
    ("Home Health Aide (HHA) | 2 – 4 weeks", "2..4 weeks"),
    ("Certified Nursing Assistant (CNA) | 4 – 12 weeks", "4..12 weeks"),
    ("Patient Care Technician (PCT) | 8 weeks – 9 months", "..9 months; 8.. weeks"),
    ("A simple CPR class is a single-day commitment", ""),
    (
        "The majority of home health aides receive at least 75 hours of preparatory training, then take a "
        "state-supported certification examination.",
        "75.. hours",
    ),
    ("The Home Health Aide is a 75-hour hybrid program that teaches students how to help the elderly", "75 hours"),
    (
        "Certification programs are usually the shortest option, taking anywhere from 4 to 12 weeks to complete",
        "4..12 weeks",
    ),
    ("HHA training programs are required by federal law to consist of at least 75 hours.", ""),
    ("you should be able to complete your certification program in as little as one month.", "1.. months"),
    ("after 15 years in retail and felt completely lost.", ""),
    (
        "Depending on the state, the number of hours need to complete education ranges from 320 to 2400 hours.",
        "320..2400 hours",
    ),
    ("certification can be completed in as little as 8 hours", ""),
    ("Most programs are between 600-1500 hours dependent upon the state and program.", "600..1500 hours"),
    ("Program Length 90 Hours", "90 hours"),
    ("Professional standards, Anesthetics, Permanent Cosmetic Techniques. – 90 hours", ""),
    ("A minimum of 50 performances", ""),
    ("The program has a duration of 60 hours. Students complete the program in 2 weeks.", "2 weeks; 60 hours"),
    ("These dedicated programs typically require 300 to 320 hours", "300..320 hours"),
    ("such as the 320-hour requirement in Texas or the 300-hour program in Tennessee.", "300 hours"),
    ("The program offers a basic 50 hour program in the study of Eyelash Extension.", "50 hours"),
    ("During this 50 hour program, students will learn the fundamentals of Eyelash Extensions", "50 hours"),
    ("Program Hours: 50 clock hours", "50 hours"),
    ("Sanitation & Contagious Diseases | 1.5 hours", ""),
    ("Eyelash Growth Cycle & Selection | 3 hours", ""),
    ("Students may switch to a different training date 3 weeks before the original sign up date.", ""),
    (
        "Late enrollment into any of our courses from 2 weeks on before scheduled training will need to be "
        "paid in full",
        "",
    ),
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
