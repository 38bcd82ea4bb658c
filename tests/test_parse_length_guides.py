"""The lengths of programs as guides and agreements print them: what is the program's, and nothing else."""

import pytest

from pipelines.parse.length import read

PAGES = [
    (
        "The Practical Nursing program has three payment periods: the first two are 450 clock hours and 14.5 "
        "weeks each, the third is 300 hours and ten weeks.",
        "",
    ),
    (
        "excused absences from class and/or lab that do not exceed 50* hours, and from clinical that do not "
        "exceed 15* hours",
        "",
    ),
    (
        "No more than one year may lapse between time of withdrawal and time of readmission for advanced "
        "placement to be granted.",
        "",
    ),
    ("Theory: A maximum of one (1) day of absence will be considered due to sickness or family emergency.", ""),
    (
        "If any of the days 1-3 (8-hr class) or days 1-6 (4-hour class) are missed, a student may not "
        "proceed to clinical",
        "",
    ),
    (
        "Documentation for the absence and request for makeup must be submitted within 24 hours of returning to class.",
        "",
    ),
    ("Refunds shall be paid within 45 days after the effective date of termination/withdrawal.", ""),
    ("Celebrating Over 45 Years of Service", ""),
    ("Esthetics – Course Outline (750 Hours)", "750 hours"),
    ("A. Facial Treatment, Cleansing, Masking and Therapy (225 Hours)", ""),
    ("Superfluous Hair Removal (25 Hours)", ""),
    (
        "The esthetician program averages 750 hours over a period 21 weeks for full time and about 34 weeks "
        "for part-time.",
        "21 weeks; 34 weeks; 750 hours",
    ),
    ("Esthetician Curriculum (750 Clock Hours)", "750 hours"),
    ("Program Length: Approximately 5 months (full-time), based on TDLR-required hours.", "5 months"),
    ("Breaks: 30-minute lunch + two 15-minute breaks daily", ""),
    ("can help you become a skin care specialist in about six months or more.", "6.. months"),
    ("Basics only: 20 weeks to completion", "20 weeks"),
    ("Comprehensive: 55 weeks to completion", "55 weeks"),
    (
        "Most states recognize esthetics programs that consist of 600 hours of coursework and practical "
        "training as meeting the requirements for licensure",
        "600 hours",
    ),
    ("must complete a program that is at least 450 hours long", "450.. hours"),
    ("Applied sciences – 95 hours", ""),
    ("Coursework in an HVAC certificate program takes about one year to complete", "1 years"),
    ("Program Length: One year of study.", "1 years"),
    (
        "HVAC certificate and degree programs typically take six months to two years to complete, including "
        "the internship time.",
        "..2 years; 6.. months",
    ),
    ("complete an apprenticeship lasting from three to five years.", "3..5 years"),
    (
        "The average program length is about two years, but some programs can last up to three years.",
        "..3 years; 2 years",
    ),
    ("Certificate programs in HVAC can range from 11 credit hours to 51.", "11..51 credits"),
    ("For reference, a standard college course consists of 3 credit hours", ""),
    (
        "The closest degree to a certificate is an associate degree, which typically takes sixty credits to complete.",
        "60 credits",
    ),
    (
        "Earning a certificate has the advantage of only taking six months to a year in most cases",
        "..1 years; 6.. months",
    ),
    (
        "however, 2-year associate's degree programs also require students to complete general education courses.",
        "2 years",
    ),
    ("Bachelor's degree programs in HVAC take four years to complete", "4 years"),
    ("These 1-year programs teach students the basics of maintaining and repairing climate control systems", "1 years"),
    (
        "program requires a minimum of 62 credit hours for completion, which usually takes five semesters of "
        "full-time study after the programmatic prerequisites are completed.",
        "5 terms; 62.. credits",
    ),
    (
        "Students are typically in the classroom two days per week and in a clinical environment three days per week.",
        "",
    ),
    ("Students will be involved with class or clinic approximately 40 hours per week.", ""),
    (
        "Students are on-site for clinicals or classes 5 days (Monday through Friday) during the 22-month program.",
        "22 months",
    ),
    (
        "Junior (first-year) students attend classes on Mondays and Fridays following the first two weeks of "
        "enrollment.",
        "",
    ),
    ("Each student will be scheduled to have two (1) week breaks each year.", ""),
    ("students attend two days of classroom instruction and three days of clinical instruction.", ""),
    ("Fall (15 weeks + Orientation) | Hours", ""),
    ("Spring (16 weeks) | Hours", ""),
    ("Total Clinical Hours | 2077", ""),
    ("Total Didactic Hours = 676.5", ""),
    (
        "The program offers 2077 hours of clinical experience; the student must complete 85% of these hours "
        "to graduate.",
        "",
    ),
    ("Students spend their first two semesters applying didactic skills in the clinical setting", ""),
    ("Students are assigned to clinic 3 days per week during each semester.", ""),
    ("Credit hours to graduate | 121", "121 credits"),
    (
        "This can be offered at technical schools or two year colleges and usually includes 120 to 150 hours "
        "of course work.",
        "120..150 hours",
    ),
    ("Candidates have three opportunities to pass the exam, with 15 days between each attempt.", ""),
    ("professionals are required to get recertified every two years to maintain their emt certificate.", ""),
    (
        "After completing a two year degree in an emt college program, and passing all state and national requirements",
        "2 years",
    ),
    ("TB shots cannot be older than six months from the start of class", ""),
    ("Proof of a “passing” physical exam- no older than one year", ""),
    ("it is possible to graduate with an associate degree because they may take up two years", "2 years"),
    ("Shorter training programs, on the order of one year, are also available.", "1 years"),
    ("The didactic portion typically involves 120 to 180 instructional hours, covering patient assessment", ""),
    ("Full-time or accelerated programs can be completed in one to three months.", "1..3 months"),
    (
        "an EMT-Paramedic program can take between 12 and 18 months to complete, though some accelerated "
        "programs exist.",
        "12..18 months",
    ),
    ("Paramedic programs are often offered as two-year associate's degree programs.", "2 years"),
    ("Intermediate training includes about 40 hours of classes beyond the EMT-Basic.", ""),
    ("Basic consists of approximately 200 additional hours of EMS courses, including “on the job” training.", ""),
    ("Full-time continuing programs are offered on a thirty-hour per week basis.", ""),
    ("the student would be granted up to 30 semester hours of college credit.", ""),
    ("Do your programs articulate with two and four year institutions?", ""),
    (
        "Western Governors University does grant 30 hours of articulated credit toward a Bachelor’s degree "
        "in Computer Science.",
        "",
    ),
    ("Full-time preparatory classes are scheduled for 30 hours per week.", ""),
    ("does not mean that a student will complete the program in 28 or 44 months.", "28..44 months"),
    ("Certificate programs in court reporting take a year to finish", "1 years"),
    ("most students finish the program in three to five years.", "3..5 years"),
    ("the program can be completed in two years or less.", "..2 years"),
    (
        "The court reporting program at Stenotech Career Institute takes about 2 ½ years or 31.5 months to complete.",
        "2.5 years; 31.5 months",
    ),
    ("a student can complete the program in two years if they attend school fulltime", "2 years"),
    ("might be completed in approximately six to twelve months", "6..12 months"),
    ("the successful completion of a minimum of 24 semester, or equivalent, units in law-related courses", ""),
    (
        "contain at least 18 semester hour credits of legal specialty courses in addition to 18 semester "
        "hours or more of academic general education courses.",
        "",
    ),
    ("Their recommended total program length amounts to 60 semester hours or more.", "60.. credits"),
    ("after previously earning a college degree of two years or higher.", ""),
    ("These are two-year programs offered by community colleges, business schools and some other colleges", "2 years"),
    (
        "Associate programs comprise about 70 semester-hours of which about one half or more will be in "
        "paralegal related studies",
        "70 credits",
    ),
    ("and about 30-60 credit hours of paralegal related courses.", ""),
    ("Bachelor’s programs typically take four years to complete.", "4 years"),
    (
        "comprising only about 20 to 60 semester-hours and sometimes can be completed in as little as six months.",
        "20..60 credits; 6.. months",
    ),
    (
        "the National Paralegal College offers a 7-month online certificate program, and the Center for "
        "Legal Studies offers a 3-month online course.",
        "3 months; 7 months",
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
