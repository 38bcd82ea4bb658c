"""The lengths of programs as catalogs and guides print them: what is the program's, and nothing else."""

import pytest

from pipelines.parse.length import read

PAGES = [
    ("Clock Hours ………………… 1,290", "1290 hours"),
    ("Program Length ........... 16 Months", "16 months"),
    ("ASHP-accredited technician programs take between 8 months and 2 years to complete.", "..2 years; 8.. months"),
    ("a two-year accredited program", "2 years"),
    ("It can take a year or two at one of the line schools", "1..2 years"),
    ("The Tucson school charges $8,100 for 650 hours of instruction.", "650 hours"),
    ("If you attend full time, the program takes 9 months", "9 months"),
    ("After three years the students will have fulfilled the 2,000-hour requirement", "3 years"),
    ("The one-year Practical Nurse (LPN) certificate", "1 years"),
    ("Day Class 9 am - 3:30 pm, Monday - Friday 3 weeks", "3 weeks"),
    (
        "Students must be available at least 20 hours per week for the classroom portion and are required to "
        "work up to 40 hours per week for the externship period",
        "",
    ),
    ("The Phlebotomy course takes place over six weeks with a mix of evening lectures and weekend skills", "6 weeks"),
    ("In week 3 or 4, you will be scheduled one Saturday or Sunday for your Skills Lab.", ""),
    ("You must complete 40 hours of clinical shifts, along with a minimum number of several procedures.", ""),
    ("Under normal circumstances, it takes four to six weeks to complete your clinical shifts.", ""),
    (
        "all students are required to have at least forty hours of didactic training set forth by the state "
        "of California.",
        "",
    ),
    ("Students may miss a maximum of one four hour lecture or portion thereof for sessions that are eight hours.", ""),
    ("students are expected to complete no less than 40 hours in the clinical environment.", ""),
    ("56 total clock hours (theory and lab skills)", "56 hours"),
    ("3 days a week on Monday and Wednesday for 4 hours", ""),
    ("Saturday mornings for 6.5 hours from 8:30am-3:00pm", ""),
    ("Weekend only sessions meet 1 weekend day a week for 7 hours for 8 sessions", ""),
    ("The Phlebotomy Technician program is a 6-month non-credit certificate program offered twice a year", "6 months"),
    ("Complete 100 hours of clinical practicum, achieving a minimum of 100 successful supervised blood draws.", ""),
    (
        "must complete a curriculum that consists of at least 2,000 hours of theoretical and practical training.",
        "2000.. hours",
    ),
    ("A school shall teach a minimum of 185 hours of theoretical instruction, including five hours in state law", ""),
    ("the following minimum number of practical operations, during the 2,000 hours of training.", ""),
    (
        "Training lasts for two years consisting of no less than 4,000 hours of on-the-job training with a "
        "minimum of 288 hours of classroom instruction.",
        "2 years",
    ),
    ("CLOCK HOURS: 1,200", "1200 hours"),
    ("BA101 HAIR STRUCTURE AND CHEMISTRY (50 Hours/50 Services)", ""),
    ("BA 106 HIV/AIDS EDUCATION, FLORIDA LAWS AND RULES (150 Hours)", ""),
    ("Clock Hours: 400 | Program Length in Months: 4 months", "4 months; 400 hours"),
    ("Day & Evening Classes*: 16 Weeks", "16 weeks"),
    (
        "This 400-hour course is designed for the applicant who has completed the California 1600 clock hour "
        "Cosmetology Course",
        "400 hours",
    ),
    ("This course includes 40 hours of theory instruction and 320 hours of practical training.", ""),
    ("The instructor, depending on the students needs, will assign an additional 40 hours of theory instruction.", ""),
    (
        "The curriculum for students enrolled in the Barber Crossover program consists of six hundred (600) "
        "clock hours of technical instruction and practical operations",
        "600 hours",
    ),
    (
        "Requires as a prerequisite to graduation a course of instruction and practice of not fewer than "
        "five hundred fifty (550) hours for licensed cosmetologists",
        "",
    ),
    ("of not more than eight (8) hours in any one (1) day, five (5) days a week", ""),
    ("within a period of not fewer than nine (9) months from the date of enrollment.", ""),
    (
        "The required course of instruction in the practical phases of barbering shall cover no less than 90 "
        "hours, including training.",
        "",
    ),
    ("HIV102 HIV/AIDS EXAM (2 Hours)", ""),
    ("BA101 LIFE & STUDY SKILLS (15 Hours)", ""),
    ("General Professional Information | Theory Work 100 Clock Hours | Practical Work 0 Clock Hours", ""),
    ("Total Barbering Program TOTAL HOURS-2,400", "2400 hours"),
    ("These programs can often be completed in as little as 6 months to 1 year.", "..1 years; 6.. months"),
    ("An associate’s degree in paralegal studies usually takes around 2 years to complete.", "2 years"),
    ("a bachelor’s degree in paralegal studies typically takes 4 years to complete.", "4 years"),
    (
        "Most online veterinary certificate programs take anywhere from 6 months to 2 years to complete.",
        "..2 years; 6.. months",
    ),
    ("is a diploma earned by completing a two-year program of study in basic areas of the law.", "2 years"),
    ("Full-time status is typically defined as taking at least 12 credit hours at any given time.", ""),
    (
        "A person might need to earn approximately 90 quarter hours, or log around 2700 clock hours, of "
        "class time in order to graduate",
        "2700 hours; 90 credits",
    ),
    ("another talks about a 400-hour externship.", ""),
    ("This typically consists of four consecutive semesters, not including summer or winter breaks.", "4 terms"),
    ("this is the most common path and typically takes 2 years to complete for a full-time student.", "2 years"),
    ("The 2-year associate’s degree is the industry standard", "2 years"),
    (
        "The New York state-approved APN program encompasses 1,100 hours of classroom and clinical study and practice.",
        "1100 hours",
    ),
    ("January – April (first four months), Monday through Thursday, 3 – 7 p.m.", ""),
    ("May – June of the following year (14 months), Monday and Wednesday, 3 – 7 p.m.", ""),
    (
        "In just 10 months, BOCES’ Practical Nursing program prepares you for the New York State Licensing Exam",
        "10 months",
    ),
    ("Earn your Practical Nursing Certification in 10 Months.", "10 months"),
    ("With a focused, 10-month program structure, you can complete training and start working faster", "10 months"),
    ("Over the course of 10 months, you’ll learn the fundamentals of patient care", "10 months"),
    ("Our 10-month program results in NYS certification that is transferable to most states", "10 months"),
    ("This course is a total of 1260 clock hours in length.", "1260 hours"),
    ("A comprehensive, intensive two-day NCLEX-PN exam review is offered at the conclusion of the course.", ""),
    ("*The pre-admission process takes four months so plan early to reserve your seat!", ""),
    ("Ulster BOCES Practical Nursing program is 1,200 hours of classroom and clinical instruction.", "1200 hours"),
    (
        "The entire program consists of 1,350 clock hours and may be taken on a full-time or a part-time basis.",
        "1350 hours",
    ),
    ("Takes 13 months to complete.", "13 months"),
    (
        "Our programs last anywhere from 30 days to a year–considerably shorter than a two-year associate’s "
        "degree or a four-year bachelor’s degree.",
        "..1 years; 30.. days",
    ),
    ("getting a four-year college degree might be more doable than you think.", ""),
    ("They've been around for 50 years.", ""),
    ("there really is opportunity for folks in a year or less to get labor market demanded skills", ""),
    ("often earn up to $65,000 within two years.", ""),
    ("students have 12 months, starting when they enroll, to complete the program.", ""),
    (
        "The Culinary Arts fundamental program takes an average 4-6 months and the Pastry Arts fundamental "
        "program takes approximately 3-4 months to complete, spending 5-10 hours per week.",
        "3..4 months; 4..6 months",
    ),
    ("complete it at their own pace within the 12 month timeframe.", ""),
    ("with a minimum of 15 hours per week over a 13 month period required.", "13 months"),
    (
        "There is also a mandatory 150 hour externship in the last block that is mandatory to graduate from "
        "the program.",
        "",
    ),
    ("The externship requires students to dedicate a minimum of 25 hours per week.", ""),
    (
        "Diploma and certificate programs are offered through community colleges, technical and trade "
        "schools and generally are 8 to 10 weeks.",
        "8..10 weeks",
    ),
    ("Associate degrees in culinary arts are 2-year programs teaching the basics of culinary education", "2 years"),
    ("Most programs last four years.", "4 years"),
    ("Most culinary schools offer two-year associate in science degree programs in culinary arts.", "2 years"),
    (
        "The programs usually culminate in a 12- to 18-week externship performed in a school-approved "
        "restaurant or hotel.",
        "",
    ),
    ("The classes last approximately three weeks each, and most classes pick up where a previous class left off.", ""),
    ("Some schools offer four-year bachelor of professional studies programs in culinary arts.", "4 years"),
    ("good for getting basic abilities in jobs at the starting level (6-12 months).", ""),
    ("associate’s and bachelor’s degrees take significantly more time (2-4 years).", ""),
    ("They usually last about 6 to 12 months, concentrating on providing the vital abilities", "6..12 months"),
    ("A two-year program is the most common degree among culinary professionals.", "2 years"),
    ("Program Length & Availability | 4 Semesters", "4 terms"),
    ("Basic Skills – Total of 8 Hours", ""),
    ("Program-Specific Core – Total of 44 Hours", ""),
    ("Total Credit Hours: 52", "52 credits"),
    (
        "An associate's degree in culinary arts will normally take a student between 15 months and two years "
        "to complete with full time study.",
        "..2 years; 15.. months",
    ),
    (
        "This degree usually consists of 18 months of course work and a semester of paid or unpaid externship work.",
        "18 months",
    ),
    ("Degrees completing a food service management major typically consist of almost four years of coursework.", ""),
    (
        "Students are required to complete at least 225 hours of actual time in the hospitals during the "
        "second and third semesters, and 300 hours during the final semester.",
        "",
    ),
    ("Students work 12-hour shifts in the hospital", ""),
    ("The first two semesters students work 19-20 shifts during 15 weeks", ""),
    ("I needed to budget 700+ hours for in-person clinicals", ""),
    ("Time to complete: Typically two years.", "2 years"),
    ("These programs typically require two years of full-time study to complete.", "2 years"),
    ("If you’re not able to complete a course, it will delay your respiratory therapy education by one year.", ""),
    (
        "Most programs can be completed in 4-8 weeks if attended full-time, or 6-12 weeks if attended part-time.",
        "4..8 weeks; 6..12 weeks",
    ),
    ("many require you to have the driver’s license for a minimum of 9 months.", ""),
    (
        "If your current physical was performed within 3 months of the course start date, a new physical may "
        "not be required.",
        "",
    ),
    ("that offers a course at least 160 hours long", "160.. hours"),
    ("along with a certificate verifying that you attended a course that was at least 160 hours.", "160.. hours"),
    ("The requirements include the 120 formal hours of training and the 480 required fieldwork hours.", ""),
    ("One-year plan for full-time students (see below)", "1 years"),
    ("One-and-a-half-year plan for 3/4 time students (see below)", "1.5 years"),
    ("Two-year plan for part-time students", "2 years"),
    ("Education Fieldwork Hours | 100 Hours", ""),
    (
        "The Early Childhood Development program is designed to offer a one-year curriculum for students "
        "interested in entering the childcare field",
        "1 years",
    ),
    ("Early Childhood Education Certificate: 24 Credit Hours", "24 credits"),
    ("Physical within 6 months", ""),
    (
        "focused on understanding the development of children from birth to 3 years of age through hands on "
        "practical fieldwork",
        "",
    ),
    ("MINIMUM CREDITS NEEDED FOR CERTIFICATE – 20", "20.. credits"),
    ("Minimum Program Length: 32 academic weeks; 2 terms; 28 credits", "2 terms; 28 credits; 32.. weeks"),
    ("Any positive CBI check within the last seven (7) years will result in the student being dismissed", ""),
    ("Total Credits: 28", "28 credits"),
    ("having 120 hours of child care training and 480 contact hours with children before taking the CDA exam", ""),
    ("is comprised of four courses and can be completed in one or two semesters.", "1..2 terms"),
    ("Minimum Credits: 12", "12.. credits"),
    (
        "minimum of 200 hours of internship that may be completed in two semesters (approximately 114 hours "
        "in both fall and spring semesters)",
        "",
    ),
    (
        "New sterile processors will be eligible for the CRCST certification examination after 400 hours of "
        "professional employment.",
        "",
    ),
    ("For nearly five decades, Urban scholars have conducted research", ""),
    ("this program usually lasts between 18 months to 2 years.", "..2 years; 18.. months"),
    ("Length Of Study: 40-week training program, including 150 hours of required online labs.", "40 weeks"),
    ("available at many 2-year colleges.", ""),
    ("students can anticipate studying as much as 2-3 hours for every credit hour each week", ""),
    ("for example in a 3 credit hour class, plan to set aside 6 to 9 hours a week for study.", ""),
    ("Clinical assignments range from 3 hours to 9 hours, one to two days a week.", ""),
    ("Credit Hours: 41 | Contact Hours: 58", "41 credits"),
    ("Credit Hours: 41 | Contact Hours: 1,020", "1020 hours; 41 credits"),
    ("Occupational Curriculum (38 Credit Hours)", ""),
    ("Students who come in the evening need 3-4 months longer.", ""),
    ("TOTAL CREDITS: | 2.5", ""),
    ("TOTAL CREDITS: | 32", "32 credits"),
    ("one week long training class per academic year", ""),
    ("Welding Technology, A.A.S. 60/61 credits", "60..61 credits"),
    ("Total Semester Hours 14 16 n/a 26 17", ""),
    ("Total Clock Hours 720 24 weeks", "24 weeks; 720 hours"),
    (
        "During the final 5 weeks of the Surgical Technology program there will be approximately 500 hours "
        "of working in the health care environment.",
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
