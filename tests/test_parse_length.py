"""The reader of lengths, on strings of the kinds that schools print. A new way to print one is a new row."""

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.parse.length import read
from pipelines.parse.values import Context


def totals(words, context=Context()):
    return {(one.value_min, one.value_max, one.unit) for one in read(words, context) if one.kind == "total"}


def expected(spec):
    """ "12-18 months; 900 hours; 54+ credits; <=1 years" as tuples of lower bound, upper bound and unit."""
    found = set()
    for item in filter(None, spec.split("; ")):
        numbers, unit = item.split()
        low, _, high = numbers.partition("-")
        if numbers.startswith("<="):
            found.add((None, Decimal(numbers[2:]), unit))
        elif numbers.endswith("+"):
            found.add((Decimal(numbers[:-1]), None, unit))
        else:
            found.add((Decimal(low), Decimal(high or low), unit))
    return found


PROGRAMS = [
    ("Program Duration | 10 Months", "10 months"),
    ("You must pass every class. The certificate can be completed in 10 months.", "10 months"),
    (
        "Students must earn 38.0 credit hours (560 clock hours). This diploma can be finished in 9 months of study.",
        "38.0 credits; 560 hours; 9 months",
    ),
    ("Phlebotomy Technician (Hours 96)", "96 hours"),
    ("Welding Certificate (Credits 18)", "18 credits"),
    ("Finish in a few as 10 weeks", "10+ weeks"),
    ("The minimum number of semester hours required for a Diploma is thirty (30).", "30+ credits"),
    ("Minimum number of clock hours: 600", "600+ hours"),
    ("The maximum number of credits required for the certificate is 48.", "<=48 credits"),
    ("180 hours of class are required each of the four years of the apprenticeship program.", "4 years"),
    ("Accreditation: ACCSC. Program length: 2 years", "2 years"),
    ("ABHES accreditation: full, 6 years; program length 20 months", "20 months"),
    ("The licensed practical nurse program takes 12 months.", "12 months"),
    ("600 hours | 24 weeks | Diploma", "600 hours; 24 weeks"),
    ("Credits: 45 quarter credits", "45 credits"),
    ("Credits required for graduation: 64", "64 credits"),
    ("Hours: 1000", "1000 hours"),
    ("Instructional hours: 480", "480 hours"),
    ("Contact Hours - 96", "96 hours"),
    ("Dental Assisting Certificate (32 credits)", "32 credits"),
    ("Phlebotomy Technician - 8 weeks, 96 hours", "8 weeks; 96 hours"),
    ("AAS Degree - 65 credit hours - 5 semesters", "65 credits; 5 terms"),
    ("30 cr.", "30 credits"),
    ("Length - 6 to 8 weeks", "6-8 weeks"),
    ("Approx. 11 months", "11 months"),
    ("40 weeks (day) / 60 weeks (evening)", "40 weeks; 60 weeks"),
    ("Full-time: 9 months; Part-time: 15 months", "9 months; 15 months"),
    ("Full-Time 30 weeks Part-Time 50 weeks", "30 weeks; 50 weeks"),
    ("You can finish in as little as 10 weeks.", "10+ weeks"),
    ("Earn your certificate in under six months.", "<=6 months"),
    ("The welding certificate can be completed in one semester of full-time study.", "1 terms"),
    ("The Cosmetology course of study consists of 1,600 clock hours.", "1600 hours"),
    ("The LPN program is a 12-month, full-time program.", "12 months"),
    ("The program is offered in two formats: 6-month accelerated and 12-month part-time.", "6 months; 12 months"),
    ("The diploma requires 36 weeks of full-time attendance.", "36 weeks"),
    ("Certificates require not less than 30 nor more than 59 semester credits", "30-59 credits"),
    ("Technical certificates range from 9 to 16 credit hours", "9-16 credits"),
    ("Program length: 50 weeks / 1,000 hours / 63 credits", "50 weeks; 1000 hours; 63 credits"),
    ("six-month certificate program", "6 months"),
    ("a three term certificate", "3 terms"),
    ("1-year technical diploma", "1 years"),
    ("Length 30 Weeks Tuition $14,995", "30 weeks"),
    ("7 Weeks | 280 Hours | $5,995", "7 weeks; 280 hours"),
    ("Start Date: 9/8/2025 Duration: 26 weeks", "26 weeks"),
    ("Classes Start January 12, 2026; 20 weeks", "20 weeks"),
    ("It is a one-year program (three trimesters).", "1 years; 3 terms"),
    ("The total program is 1,450 hours: 450 hours of classroom and 1,000 hours of clinical", "1450 hours"),
    ("The 8-month program concludes with a six-week externship.", "8 months"),
    ("The Dental Assisting program at our Tampa campus is a 10 month course of study.", "10 months"),
    ("Complete your training in only 14 weeks!", "14 weeks"),
    ("Training length is four weeks full time or ten weekends.", "4 weeks"),
    ("Aesthetician - 750 Hours (6 months)", "750 hours; 6 months"),
    ("Barber Stylist 1200 Hrs. 9-12 months", "1200 hours; 9-12 months"),
    ("Class A CDL - 4 weeks (160 hours)", "4 weeks; 160 hours"),
    ("Class B CDL: 80 hours", "80 hours"),
    ("Refresher course 1 week", "1 weeks"),
    ("Diploma (42-44 credits)", "42-44 credits"),
    ("Certificate of Proficiency: 27 Units", "27 credits"),
    ("Certificate of Achievement requires 18-24 credits", "18-24 credits"),
    ("Total Credit Hours for Certificate: 31", "31 credits"),
    ("Total Semester Hours 62", "62 credits"),
    ("Total Semester Credits: 38-40", "38-40 credits"),
    ("Total: 60 credits", "60 credits"),
    ("(60 credits)", "60 credits"),
    ("Certificate (less than 30 credits)", "<=30 credits"),
    ("Certificate, less than 1 year", "<=1 years"),
    ("One year but less than two years", "1-2 years"),
    ("At least 900 but less than 1,800 clock hours", "900-1800 hours"),
    ("Award of less than 12 weeks", "<=12 weeks"),
    ("The normal program length is 15 months.", "15 months"),
    ("Average completion time is about 6 months", "6 months"),
    ("Self-paced; finish in 4 months or less", "<=4 months"),
    ("6-12 months", "6-12 months"),
    ("4 Semesters (16 months)", "4 terms; 16 months"),
    ("Duration 16 weeks Cost $3,200 Schedule M/W 6-9pm", "16 weeks"),
    ("12 consecutive months", "12 months"),
    ("Three 10-week quarters", "3 terms"),
    ("4-year apprenticeship", "4 years"),
    ("rotation assignments during the 22-month training program will include days and evenings", "22 months"),
    ("Total Credits Required for Degree 51", "51 credits"),
    ("Total Semester hours credit: 43", "43 credits"),
    ("It usually includes 110 to 140 hours of course work.", "110-140 hours"),
    ("After completing a two year degree in an emt college program", "2 years"),
    ("presented within a minimum 119-hour training program", "119+ hours"),
    ("the programs provide 720 hours of massage therapy training", "720 hours"),
    ("Associate degree takes anywhere from 16 months to two years to complete.", "16+ months; <=2 years"),
    ("Fifteen weeks to completion", "15 weeks"),
    ("A 10-day program", "10 days"),
    ("Generally, it takes 12 months to obtain either a diploma or certificate.", "12 months"),
    ("Typical Duration | 6-12 months | 12-24 months |", "6-12 months; 12-24 months"),
    ("Hours: 400 | CEUs: 40", "400 hours"),
    ("Total Quarter Credit Hours: 57.5", "57.5 credits"),
    ("Theory Hours: 180 | Lab Hours: 340 | Externship Hours: 200 | Total Hours: 720", "720 hours"),
    ("Normal Completion Time: 36 weeks (day) 46 weeks (evening)", "36 weeks; 46 weeks"),
    ("one-year (32 credit) certificate", "1 years; 32 credits"),
    ("The four-quarter certificate is 60 credits.", "4 terms; 60 credits"),
    ("Degree total: 63 hours", "63 credits"),
    ("A.A.S. in Welding Technology, 62 hours", "62 credits"),
    ("Time frame: 12 to 15 months", "12-15 months"),
    ("The class is limited to 16 students and runs 5 weeks", "5 weeks"),
    ("720 hours (24 hours/week for 30 weeks)", "720 hours; 30 weeks"),
    ("Students attend Monday-Thursday, 6.5 hours per day for 9 months", "9 months"),
    ("Graduates of the 11-month program earn a technical certificate in surgical technology.", "11 months"),
    ("Fire Academy, 14 weeks, M-F 8-5", "14 weeks"),
    ("13-week Saturday-only dental assisting course", "13 weeks"),
    ("It's designed as a 3-semester program beginning in the fall.", "3 terms"),
    ("Part-time students may take up to six semesters to finish.", "<=6 terms"),
    ("Program Credits 26 / Semesters 2", "26 credits; 2 terms"),
    ("The certificate consists of five courses for a total of 15 credits.", "15 credits"),
    ("The 16-credit certificate prepares students for entry level positions.", "16 credits"),
    ("a 30 credit hour certificate", "30 credits"),
    ("students must earn 93 quarter credits to graduate", "93 credits"),
    ("Students must complete all 47 credits with a grade of C or better.", "47 credits"),
    ("Upon completion of 1,250 hours students may take the state board exam.", "1250 hours"),
    ("To graduate, students must complete 600 hours and pass all tests.", "600 hours"),
    ("Clock Hours: 1500 Weeks (Full-time): 50 Weeks (Part-time): 75", "1500 hours; 50 weeks; 75 weeks"),
    ("Esthetician, 600 hours, 20 weeks full-time (30 hrs/wk)", "600 hours; 20 weeks"),
    ("Cosmetology 1,500 hours $15,900", "1500 hours"),
    ("This course is 1,000 hours, of which 100 are theory", "1000 hours"),
    ("Paramedic class meets every third day for 12 months", "12 months"),
    ("12-week hybrid course with Saturday labs", "12 weeks"),
    ("Truck Driving - 4 weeks", "4 weeks"),
    ("Heating & Air Conditioning, Certificate, 900 contact hours, 10 months", "900 hours; 10 months"),
    ("adult students may enroll in the 600 hour Welding program", "600 hours"),
    ("Become an EMT in one semester", "1 terms"),
    ("This five-semester program includes 1,850 clinical hours.", "5 terms"),
    ("CNA Program. 6 weeks. $1,200.", "6 weeks"),
    ("Home Health Aide: 76 hours; CNA: 90 hours", "76 hours; 90 hours"),
    ("Nursing Assistant (6 credits)", "6 credits"),
    ("Certificate of Applied Science: 30-36 credits", "30-36 credits"),
    ("The A.A.S. requires 72 hours", "72 credits"),
    ("Curriculum length: 5 terms (A.A.S.)", "5 terms"),
    ("Scheduled weeks 43 Maximum weeks 51", "43 weeks"),
    ("The program meets three evenings a week for 10 months.", "10 months"),
    ("M-F 8:30 am to 2:30 pm, 25 weeks", "25 weeks"),
    ("Saturday classes 8am-5pm for 12 weeks", "12 weeks"),
    ("5-year apprenticeship program with 8,000 hours of OJT and 900 hours of classroom", "5 years"),
    ("one semester certificate", "1 terms"),
    ("eighteen months", "18 months"),
    ("Minimum credit hours for graduation: | 44", "44+ credits"),
    ("Program length: | 3 terms | Credits required for graduation: | 41", "3 terms; 41 credits"),
    ("The number of credit hours in the Welding diploma program is 38.", "38 credits"),
    ("The total number of credits in a certificate program is between 16 and 29.", "16-29 credits"),
    ("The programs vary in length from 90 hours to more than 1,200 hours", "90+ hours"),
    ("Programs here run from two semesters to three years", "2+ terms; <=3 years"),
    ("Training can be as short as 5 weeks or as long as 16 weeks.", "5+ weeks; <=16 weeks"),
    ("The program takes a year to complete.", "1 years"),
    ("It lasts for seven quarters.", "7 terms"),
    ("They usually last 15 weeks.", "15 weeks"),
    ("It requires three quarters of study.", "3 terms"),
    ("at least 30 credits, or one year of full-time study", "30+ credits; 1 years"),
    ("The length is five, consecutive semesters (20 months)", "5 terms; 20 months"),
    ("Earned after two years (62 credits) at the college", "2 years; 62 credits"),
    ("The course has 320 hours of theoretical and practical instruction.", "320 hours"),
    ("4-Day Barbering (1,000 hours) | 40 weeks", "1000 hours; 40 weeks"),
    ("a minimum of 61 and a maximum of 63 semester hours of college transfer courses", "61-63 credits"),
    ("if your program requires 33 credits, once you have attempted 49 credits", "33 credits"),
    ("Total Semester Hours Credit in Program: 67", "67 credits"),
    ("Our full- time program is 26 weeks", "26 weeks"),
    ("A.A.S. in Drafting = 62 hours x 150 percent = 93 hours", "62 credits"),
    ("twenty four weeks", "24 weeks"),
    ("1,200 hr program", "1200 hours"),
    ("36-week/900-hour program", "36 weeks; 900 hours"),
    ("Pharmacy Technician (260 hours)", "260 hours"),
    ("EKG Technician | 110 hours | $1,150", "110 hours"),
    ("Small Engine Repair - 420 hours", "420 hours"),
    ("Barber Crossover (350 hours)", "350 hours"),
    ("500-hour Esthetics", "500 hours"),
    ("Nail Technician, evening class: 350 hours", "350 hours"),
    ("Firefighter I - 156 hours", "156 hours"),
    ("Computer Networking: 960 Hours", "960 hours"),
    ("Medical Billing & Coding | 640 hours | 32 weeks", "640 hours; 32 weeks"),
    ("Number of Weeks (Day): 48* Number of Weeks (Evening/Weekend): 72*", "48 weeks; 72 weeks"),
    ("After 9 weeks, they can graduate with a license in hand.", "9 weeks"),
    ("and usually are 6 to 9 weeks", "6-9 weeks"),
    ("Sixty-two credits are needed for the A.S. degree, 32 of which must be in the major", "62 credits"),
    ("Total Credits Required for Bookkeeping Certificate: 33", "33 credits"),
    (
        "The school provides a minimum of 300 hours General, 600 hours Airframe or a combined minimum of 900 hours",
        "900+ hours",
    ),
    ("They are typically longer, ranging from 10 months to 2 years.", "10+ months; <=2 years"),
    ("A dental course ranges from several weeks to two years", "<=2 years"),
    ("complete 1,250 hours of classes and training in the program", "1250 hours"),
    ("Instructor Training (600 hr.) - 4 Day Full Time (32) | 19 | 22", "600 hours"),
    ("a certificate program of more then 36 credits", "36+ credits"),
    ("45 Credit Hours | 67.5 Credit Hours", "45 credits"),
    ("Massage Program | Standard Time 650 Clock Hours | 150% Maximum Time Allowed 975 Clock Hours", "650 hours"),
]


@pytest.mark.parametrize(("words", "lengths"), PROGRAMS)
def test_the_length_of_a_program(words, lengths):
    assert totals(words) == expected(lengths)


CONTEXTS = [
    ("1,080", Context(label="Clock Hours"), "1080 hours"),
    ("1,080", Context(heading="Clock Hours"), "1080 hours"),
    ("44", Context(label="Length (weeks):"), "44 weeks"),
    ("10-14", Context(label="Duration (months)"), "10-14 months"),
    ("Eleven months", Context(label="Program length"), "11 months"),
    ("31", Context(label="Total credits"), "31 credits"),
    ("62 hours", Context(label="Total credit hours"), "62 credits"),
    ("44", Context(label="Program length"), ""),
    ("44 weeks", Context(label="Maximum time frame"), ""),
    ("8 weeks", Context(heading="Externship"), ""),
    ("200", Context(label="Externship hours"), ""),
    ("25", Context(label="Hours per week"), ""),
    ("9:00-5:00", Context(label="Hours"), ""),
    ("$1,080", Context(label="Clock hours"), ""),
    ("700", Context(heading="Barbering (1,000 hours)", label="Clock hours"), "700 hours"),
]


@pytest.mark.parametrize(("words", "context", "lengths"), CONTEXTS)
def test_the_context_gives_unit_and_meaning(words, context, lengths):
    assert totals(words, context) == expected(lengths)


@pytest.mark.parametrize(
    ("words", "calendar", "term"),
    [("5 terms", "quarter", "quarter"), ("5 terms", "", ""), ("5 semesters", "quarter", "semester"),
     ("75 quarter credits", "", "quarter"), ("30 credits", "semester", "")],
)  # fmt: skip
def test_the_type_of_terms_and_credits(words, calendar, term):
    (length,) = read(words, Context(calendar=calendar))
    assert length.term == term


@pytest.mark.parametrize(
    ("words", "paces"),
    [
        ("Day: 38 weeks | Evening: 57 weeks", ["day", "evening"]),
        ("38 weeks (day) / 57 weeks (evening)", ["day", "evening"]),
        ("Full-time 10 months, part-time 16 months", ["full-time", "part-time"]),
        ("a full-time day program of 10 months", ["full-time"]),
        ("A 32-credit weekend program of four semesters", ["", "weekend"]),
        ("4-day week, 10 months", [""]),
        ("Practical Nursing, 46 weeks; part-time 92 weeks", ["", "part-time"]),
        ("The program takes 3 weeks; a weekend class is refreshing", [""]),
    ],
)
def test_the_pace_is_that_printed_beside_it(words, paces):
    assert [one.pace for one in read(words) if one.kind == "total"] == paces


def test_the_printed_words_are_kept():
    assert [one.printed for one in read("The program takes at least 9 months (36–40 weeks).")] == [
        "at least 9 months",
        "36-40 weeks",
    ]
    assert [one.printed for one in read("1,080", Context(label="Clock Hours"))] == ["1,080"]


HOSTILE = ["36 weeks ", "12 ", "hours of ", "one hundred and ", "Clock Hours: ", "3 credits, ", "at least ", "(", "½ ",
           "NUR 101 ", "36-", "two or ", "36 | ", "1,000,", "per week ", "½", "\u00a0", "٣ weeks "]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_text_is_read_in_no_time(piece):
    text = piece * (100_000 // len(piece))
    started = time.perf_counter()
    read(text, Context(heading=text, label=text))
    assert time.perf_counter() - started < 0.5  # some ms; the rest is for slow machines


WORDS = (
    "36 900 1,500 12-18 two one 1/2 hours weeks months credit semester quarter year program externship per a of in "
    "at-least up-to full-time ( ) : | , . - + $ % at least minimum maximum clinical class complete Hours: Weeks:"
)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS.split(" ")), max_size=25).map(" ".join)))
def test_any_text_is_read_and_no_number_is_made_up(text):
    digits = text.replace(",", "")
    for one in read(text):
        assert one.value_min is not None or one.value_max is not None
        for value in (one.value_min, one.value_max):
            known = {Decimal("0.5"), Decimal("1.5"), Decimal("2.5"), Decimal(1), Decimal(2)}
            assert value is None or value in known or value % 1 == Decimal("0.5") or str(value) in digits
