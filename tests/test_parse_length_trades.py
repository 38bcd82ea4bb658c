"""The lengths of programs as the sites of trade schools print them: what is the program's, and nothing else."""

import pytest

from pipelines.parse.length import read

PAGES = [
    (
        "To receive a diploma in Practical Nurse, students must complete 43.0 credit hours (1350 "
        "instructional clock hours).",
        "1350 hours; 43 credits",
    ),
    ("This diploma program can be completed in 12 months for full-time students.", "12 months"),
    ("Core Courses: 43.0 credit hours", ""),
    ("PRN 0004C: Practical Nursing I 17.5 526 14.03", ""),
    (
        "Nursing graduates of The PN12 program have the qualifications of an entry-level practical nurse; "
        "applicant must be at least 17 years of age",
        "",
    ),
    (
        "The Practical Nursing is three semester diploma program that requires 1,357 clock hours for completion.",
        "1357 hours; 3 terms",
    ),
    ("Program Length 1 year (Diploma)", "1 years"),
    ("The program is three semesters in length which is consecutively.", "3 terms"),
    (
        "Students must complete 1306 hours, of the 1357 total program hours, in order to graduate from the PN program.",
        "1357 hours",
    ),
    ("Fall (487 hours) | 7:45 am – 3:00 | Monday - Friday", ""),
    ("Total Semester hours credit: 42", "42 credits"),
    ("Submit the following documents at minimum two days prior to the Admissions Interview.", ""),
    ("Theory: 350 hours", ""),
    (
        "Northwest Technical College’s one-year, 41-credit Practical Nursing Program is designed for "
        "students who are ready to start making a difference in healthcare.",
        "1 years; 41 credits",
    ),
    ("You can earn a diploma in Practical Nursing in 1 year if. you follow the curriculum.", "1 years"),
    ("most full time cosmetology students take around 12-14 months to complete the program.", "12..14 months"),
    ("Barber – 1000 hours for Class II", "1000 hours"),
    ("Cosmetologist – 1500 hours or 3000 apprenticeship hours", ""),
    ("You have to be licensed for one year to receive a manager’s license.", ""),
    (
        "Instructor – 600 hours if licensed between 1-3 years. If licensed over 3 years, no additional "
        "training is needed",
        "600 hours",
    ),
    (
        "The vast majority of cosmetology programs in the United States require between 1,000 and 2,100 "
        "hours of training to complete.",
        "1000..2100 hours",
    ),
    (
        "Full-Time (30 hours/week): Typically completed in approximately 33 instructional weeks (roughly 8 months).",
        "33 weeks; 8 months",
    ),
    ("Can be finished in as little as 20 instructional weeks (about 5 months).", "20.. weeks; 5 months"),
    ("the standard requirement is a comprehensive 1,000-hour program.", "1000 hours"),
    ("This specialized program is typically shorter, requiring 600 hours of training.", "600 hours"),
    ("Site Training | 76 hrs.", ""),
    ("Students will receive a minimum of 10 hours of instruction behind the wheel on the road", ""),
    ("Full-time programs are the quickest route, often lasting between three to seven weeks.", "3..7 weeks"),
    ("Part-time programs are more flexible and can extend up to six months.", "..6 months"),
    ("Class A programs usually span four to eight weeks", "4..8 weeks"),
    ("This phase usually takes one to two weeks, depending on the program.", ""),
    ("on an average, it takes about seven weeks to get a CDL.", "7 weeks"),
    ("It usually takes as little as three weeks or as long as six months.", "..6 months; 3.. weeks"),
    (
        "The Emergency Medical Technician (EMT) program consists of 6 semester credits of course work in EMSC 1602",
        "6 credits",
    ),
    (
        "This certificate is a 37-credit hour, three-semester program, inclusive of general education "
        "course(s), EMT courses, and clinical and field experiences.",
        "3 terms; 37 credits",
    ),
    ("Total Credit Hours: A minimum of 38 credit hours.", "38.. credits"),
    ("The EMT program involves 18 course hours and can be completed in one semester.", "1 terms; 18 hours"),
    (
        "Basic EMTs usually receive 120 - 150 hours of training, while paramedics get anywhere from 1,200 "
        "hours to 1,800 hours of training.",
        "120..150 hours; 1200..1800 hours",
    ),
    ("The Dental Assisting Program is a 12-week program plus a 40-hour externship in a dental office.", "12 weeks"),
    (
        "The program is offered either on Tuesday and Thursday from 10 a.m. until 1 p.m. or Monday and "
        "Wednesday evenings",
        "",
    ),
    ("No later than 30 days of receiving the notice of cancellation, the school shall provide the 100% refund.", ""),
    ("We also agree to pay 2% interest per month on any outstanding balances over (30) thirty days past due.", ""),
    ("12 Weeks To A New Career!", "12 weeks"),
    ("Join us for the next 12 week session, we can’t wait to meet you!", ""),
    ("has not attended any class for 30 consecutive class days.", ""),
    (
        "A student may withdraw from Florida Dental Assistant Training Schools courses within the first 2 "
        "weeks of instruction to receive a full refund",
        "",
    ),
    ("The course runs for 8 weeks, offered 3 times a year", "8 weeks"),
    ("Classes are every Friday from 8 am to 5 pm, with a half-hour lunch break.", ""),
    ("7-hour radiology course", ""),
    (
        "After 15 minutes past the start time you are considered tardy, after 3 tardies you have accumulated "
        "a 10% absence",
        "",
    ),
    (
        "Welding (WDT) is 60 semester hour program combining classroom theory with hands-on practice in the "
        "laboratory.",
        "60 credits",
    ),
    (
        "Requirements for the certificate of completion include four academic courses totaling 12 semester "
        "hours and all required career technical courses.",
        "",
    ),
    ("Short Term Certificate 1 semester 12", "1 terms"),
    ("Certificate of Completion 4 semesters 60", "4 terms"),
    ("OSHA 10-hr General Industry Safety/Health", ""),
    (
        "The basic program covers 1,080 clock hours and 40 credit hours in two sixteen-week terms and one "
        "five-week summer term.",
        "1080 hours; 2 terms; 40 credits",
    ),
    (
        "The five-week summer term includes a 120-hour internship program where students apply knowledge in "
        "a real workforce setting.",
        "",
    ),
    ("Length of program: 2 semesters and 1 summer term", "2 terms"),
    (
        "Students must complete a minimum of 48 credit hours with a cumulative Grade Point Average (GPA) of "
        "2.0 or better.",
        "48.. credits",
    ),
    ("By the second week of the term, students will need to purchase the proper PPE", ""),
    ("A full-time student can complete this program in 4 semesters.", "4 terms"),
    ("To graduate, students must earn a minimum of 54 semester credit hours.", "54.. credits"),
    ("Curriculum for Massage Therapy Course (600 Clock Hours)", "600 hours"),
    (
        "The curriculum for students enrolled in a massage therapy course shall consist of six hundred (600) "
        "clock hours of technical instruction and practical operations",
        "600 hours",
    ),
    ("Wk 1-12 | Anatomy & Physiology | M/W 8:30-12:00 | 80.5 hrs |", ""),
    ("Trimester 1: 12 weeks", ""),
    ("CPR & First Aid | One Day (T/Th) | 6 hrs", ""),
    ("5 years experience, part time $35-50/hour", ""),
    ("Computer and Internet access at least 3 days per week", ""),
    (
        "the 500 Hour Basic Massage Licensing Program and the 570 Hour Standard Massage Licensing Program.",
        "500 hours; 570 hours",
    ),
    ("as well as an additional six months to complete the internship portion of the program.", ""),
    ("a student will finish their internship within six (6) months of their ending class date", ""),
    ("A typical day class student will finish their program within 8 months of starting", "8 months"),
    ("Total Theory Hours: 360", ""),
    ("Total Practical Hours: 240", ""),
    ("Total Hours: 600", "600 hours"),
    ("Human Anatomy/Physiology/Terms (120)", ""),
    ("Students clinic hours may count for no more than 75 of the required 600 supervised clock hours", ""),
    ("Massage Therapy Program - 750 Hours", "750 hours"),
    ("commit 30-40 hours a week for 6 semesters in order to be successful.", "6 terms"),
    ("Our program is 6 semesters in length, and we will go through the course of study.", "6 terms"),
    ("First-year students can except to be in class and / or clinic about four days a week.", ""),
    ("held on Tuesday, Wednesday and Thursday throughout the first 12 months of training.", ""),
    ("The remainder of the 40 hour week during each year will be spent in the student’s assigned clinical area.", ""),
    ("Students are allowed 10 personal leave days annually.", ""),
    (
        "Student shift rotation assignments during the 23-month training program will include days, evenings "
        "and weekends.",
        "23 months",
    ),
    ("During the 23 month program, students may be scheduled during the following shifts", "23 months"),
    ("The program length is six, consecutive semesters (24 months), including summer terms.", "24 months; 6 terms"),
    ("still require the 24-month time frame in order to complete the program.", "24 months"),
    ("In the past 5+ years, the program enrollment has averaged 20-24 students annually", ""),
    ("A person must pass a 24-hour N.C. Board of Nursing-approved medication aide training program", "24 hours"),
    ("Medication Aide Program | Hours: 24", "24 hours"),
    (
        "This 51.5 Semester Credit Units (720 clock hours) program requires 30 weeks of training.",
        "30 weeks; 51.5 credits; 720 hours",
    ),
    (
        "This externship consists of 160 hours of clinical experience in a community pharmacy to be "
        "completed in 8 to 12 weeks.",
        "",
    ),
    (
        "a 90-hour content-specific block of instruction dealing with the preparation of sterile hazardous "
        "and non-hazardous intravenous products.",
        "",
    ),
    (
        "After one year of job experience as a PTCB-Certified Pharmacy Technician (CPhT) in a sterile "
        "compounding environment, graduates are eligible",
        "",
    ),
    (
        "The training program is five years consisting of no less than 8,430 total hours of on-the-job "
        "training with a minimum of 576 hours of paid related classroom instruction",
        "5 years",
    ),
    ("This apprenticeship lasts two to five years with the opportunity to advance every six months.", "2..5 years"),
    (
        "Apprentices must complete 144 to 216 related classroom hours per year and 4,000 to 10,000 "
        "on-the-job training hours.",
        "",
    ),
    (
        "complete at least one year of high school algebra or post high school algebra course with a passing "
        "grade of “C”.",
        "",
    ),
    ("Most HVAC apprenticeships last between three and five years", "3..5 years"),
    ("a structured program of three years of hands-on training", "3 years"),
    (
        "each year requiring students to complete 144 hours of technical electrical training in conjunction "
        "with 2,000 hours of paid on-the-job training.",
        "",
    ),
    ("Any student missing more than 4.5 hours in any week that is unexcused of the morning program", ""),
    ("Barbering 1000 clocked (actual) hours", "1000 hours"),
    ("Teacher Training 750 clocked (actual) hours", "750 hours"),
    ("The maximum time frame for which a student must complete the training program is 15 months", ""),
    ("The student will then be put on academic probation for one month.", ""),
    ("If the student is absent for five consecutive days, the school will withdraw them.", ""),
    ("At most, five consecutive days may be granted as vacation time due to our program time frame requirement.", ""),
    ("Cosmetology 5-Day (35 hour schedule) | 46 Weeks | 2000 Clock Hours | 58 Weeks", "46 weeks"),
    ("Make-Up Artistry - 3-Day (27 hour schedule) | 23 Weeks 750 Clock Hours 28 Weeks", "23 weeks"),
    ("Basic Cosmetology - Full Time 29 Weeks 36 Weeks", "29 weeks"),
    (
        "with a range of 40-59 semester credit hours required for graduation; some programs may exceed 59 credit hours",
        "40..59 credits",
    ),
    ("A minimum of 28 semester credit hours are required in occupational courses.", ""),
    ("Each diploma program requires a minimum of 8 semester credit hours in basic skills general core courses.", ""),
    (
        "no A.A. or A.S. degree program shall exceed 60 semester credit hours (exclusive of physical "
        "education activity/basic health",
        "",
    ),
    (
        "Most online medical coding and billing certificate programs can be completed in anywhere from 4 to 12 months.",
        "4..12 months",
    ),
    ("Average Completion Time | 16-24 weeks (4-6 months)", "16..24 weeks; 4..6 months"),
    ("Typical Weekly Study | 10-15 hours", ""),
    (
        "Depending on the provider, they run anywhere from 4 to 15 months, with accelerated online options "
        "finishing closer to 12 weeks.",
        "12 weeks; 4..15 months",
    ),
    ("earn credentials such as CPC-A without waiting two years for on-the-job experience.", ""),
    (
        "Students are placed in the offices of participating physicians, HMOs, or clinics for a minimum of "
        "200 hours of practical experience",
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
