"""The words of prices: what names a part of a price, its basis, its residency, and what is no price at all.

Tables only. Phrases are in lower case, hyphens are spaces, plurals are folded when read; the longest phrase wins, and
of equal phrases the first in the order in which price_cues reads the tables.
"""

COMPONENTS = {
    "tuition": """tuition, tuition fee, tuition cost, tuition rate, tuition price, tuition charge, cost of tuition,
        price of tuition, instructional fee, instruction fee, instructional cost, program charge, maintenance fee,
        matriculation, tution, tuiton, tuiton fee, tuition and enrollment, tuition and registration""",
    "fees": """insurance fee, accident insurance fee, university service, university service fee, university fee,
        financial aid fee, student financial aid fee, student service and program charge, life experience, prior
        learning, experiential learning, capital outlay, health service, student service, student activity, campus
        service, additional course fee, additional program fee, additional class fee, tuition related fee, course
        related fee, misc, miscellaneous, miscellaneous expense, incidental, consolidated, student life, student
        activity fee, program of instruction fee, capital improvement, transportation fee, parking and transportation
        fee""",
    "tuition_and_fees": """tuition with fee, tuition including fee, tuition inclusive of fee, tuition with all fee,
        tuition including all fee""",
    "books": """book, textbook, text book, text, ebook, e book, book fee, textbook fee, book cost, textbook cost,
        course book, book charge, book package, courseware, access code, access card, workbook, course manual,
        student manual, training manual, study guide, book bundle, textbook bundle, digital book, etext, e text""",
    "supplies": """supply, kit, tool, material, equipment, uniform, scrub, supply fee, kit fee, tool kit, toolkit,
        tool fee, uniform fee, material fee, equipment fee, supply kit, student kit, lab kit, laptop, a computer,
        tablet, stethoscope, table, shoe, boot, smock, lab coat, instrument, consumable, learning material, course
        material, attire, footwear, linen, massage table, safety glass, hand tool, technology package, tech package,
        polo shirt, lab jacket, safety gear, gear, glove, goggle, helmet, loupe, calculator, ipad, chromebook,
        mannequin, manikin, instrument kit""",
}
"""Parts of a price by the words that name them. A bare "fee" or "fees" and "lab fee" and the like are read by rule."""

EXTRA_COSTS = """program specific cost, program specific expense, additional item total, additional item, additional
    cost, additional expense, additional charge, other cost, other expense, other charge, extra cost, extra expense,
    out of pocket expense, additional out of pocket expense, additional out of pocket cost, other program cost,
    additional program cost, related cost, non refundable cost, nonrefundable cost, non refundable charge, incidental
    cost, clinical cost, administrative cost, miscellaneous cost, optional cost"""
"""Costs beside tuition: fees, unless the words go on to say which ("other costs include a lab coat")."""

SURCHARGE_FEES = """surcharge, supplemental, supplemental fee, differential, differential fee, online fee, distance
    learning fee"""
"""Fees that are rates by nature: without a basis nobody knows how often they are paid."""

COURSE_FEES = "program fee, course fee, class fee, credit course fee, training fee, workshop fee"
"""The tuition of a short course; where tuition is printed as well, or in the plural, a fee beside it."""

TOTALS = """total, total cost, total price, total charge, total expense, total program cost, total direct cost,
    total course cost, total investment, grand total, program total, all inclusive, all in, overall cost, total package,
    in total, all told"""

COSTS = """cost, costing, price, priced, pricing, investment, charge, charged, charging, expense, program
    cost, course cost, class cost, training cost, program price, course price, package price"""
"""Words that say "this is a price" without saying of what: a price per credit is tuition, of a program its total."""

FULL_PRICES = """payment in full, paid in full, pay in full, paying in full, pay upfront in full, full payment,
    early bird, cash price, cash special, self pay price"""
"""A price of the whole, though the words speak of paying."""

RATE = "rate"
"""Tuition, but hardly ever of a whole program where nobody says per what."""

LINE_ITEMS = {
    "registration_fee": "registration, registration fee, registering, to register",
    "enrollment_fee": "enrollment fee, enrolment fee",
    "application_fee": """application fee, to apply, admission fee, admission application fee, processing fee,
        application processing fee, administrative fee, administration fee, admin fee""",
    "exam_fee": """exam, examination, test, testing, exam fee, test fee, testing fee, examination fee, assessment fee,
        certification fee, certification exam, certification test, certification testing, nclex, teas, accuplacer, hesi,
        nremt, ptcb, board exam, national exam, state exam, state board, state board exam, state board review, entrance
        exam, prometric, national registry, exam voucher, certification voucher, testing voucher, credentialing exam,
        skill test, written test, cdl test, road test, licensing exam, licensure exam, practical exam, written exam,
        clinical exam, competency exam, placement test, placement exam, credit by exam, credit by examination, challenge
        exam, proficiency exam, review course, exam review, online review, on line review, review class, state test,
        licensing examination, board examination, testing service""",
    "license_fee": """license fee, licensing fee, licensure fee, license application fee, license application,
        licensing, licensure, state license, state registration, state registration fee, permit, permit fee,
        registry, registry fee, fee to, cdl permit, renewal fee, renewal, license renewal""",
    "screening_fee": """background, background check, criminal background check, drug screen, drug screening, drug
        test, drug testing, fingerprint, fingerprinting, live scan, livescan, physical exam, physical examination,
        immunization, vaccination, vaccine, titer, tb test, tb testing, tb skin test, ppd, ppd testing, health
        screening, criminal record check, criminal record, child abuse clearance, clearance, medical exam, dot
        physical, hepatitis, flu shot, flu vaccine, background review, background screening, finger printing, tdap,
        varicella, mmr, covid""",
    "cpr_fee": """cpr, bls, cpr class, cpr certification, cpr training, cpr card, bls certification, first aid""",
    "insurance": """insurance, insurance fee, liability insurance, malpractice insurance, malpractice, liability""",
    "audit_fee": "audit, audit fee, auditing, auditing fee",
    "graduation_fee": """graduation, graduation fee, cap and gown, school pin, pinning, diploma fee, commencement
        fee""",
    "transcript_fee": """transcript, transcript fee, transcript evaluation, duplicate diploma, duplicate certificate""",
    "id_card": """id card, id card fee, student id, id badge, name badge, name tag, name pin, badge, photo id, patch,
        uniform patch""",
    "shipping": "shipping, shipping and handling, s / h, postage",
    "sales_tax": "sales tax, sales tax on, tax on",
    "service_fee": """convenience fee, payment plan fee, payment plan enrollment fee, deferment fee, loan fee""",
    "parking": "parking, parking fee, parking permit, parking decal",
    "membership": """membership, membership fee, membership due, association due, student membership, due to the
        association""",
    "strf": """strf, strf fee, student tuition recovery fund, tuition recovery fund, student tuition recovery fund
        fee""",
    "one_time_fee": "one time fee, nonrefundable fee, non refundable fee, orientation fee",
    "equivalent": "subtotal, sub total",
}
"""What a student may have to pay that is no price of study: one line of a list beside tuition, by its `what`."""

FLOWS = {
    "wage": """salary, wage, earning, earner, income, starting pay, pay rate, rate of pay, pay range, pay scale,
        payscale, hourly pay, annual pay, median pay, average pay, base pay, entry level pay, top pay, make up to,
        make between, make an average, can make, could make, earn, earn an average, earn a median, compensation,
        paycheck, take home, fetch, bonus, sign on bonus, get paid, minimum wage, paid an hourly, annually after
        graduation, job pay""",
    "scholarship": """scholarship, grant, financial aid, aid, pell, pell grant, gi bill, voucher, assistance, stipend,
        tuition assistance, tuition reimbursement, reimbursement, reimburse, reimbursed, sponsorship, wioa, award of,
        awarded, awarding, forgiveness, benefit of, toward tuition, towards tuition, toward your tuition, toward the
        cost, towards the cost, toward other, towards other, toward their tuition, covered by, paid by, paid for by,
        tax credit, allowance, fellowship, bursary, gift, may receive, can receive, will receive, could receive,
        receive up, will award, award up, be awarded, will provide up, pay up""",
    "discount": """group rate, discount, discounted by, saving, coupon, rebate, tuition credit, promo, price break""",
    "waiver": "waive, waived, waiver, waiving, tuition waiver, forgiven, exempt, exempted, exemption",
    "deposit": """deposit, tuition deposit, seat deposit, acceptance fee, seat fee, reservation fee, reservation,
        confirmation fee, holding fee, hold your, hold a, reserve your, reserve a, secure your, commitment fee,
        security deposit, advance payment""",
    "down_payment": "down payment, downpayment, initial payment, money down",
    "installment": """pay upon enrollment, payable upon enrollment, payment, installment, instalment, payment plan,
        payment option, financing, finance charge, financed, payment period, half of, half, halve, weekly, per week, a
        week, each week, biweekly, bi weekly, monthly payment, tuition payment, at the beginning of each, at the start
        of each, day of class, first day of class, test day, first class day, orientation day, first month, last month,
        due date, pay as you go, as you go, easy payment, layaway, equal payment""",
    "balance": "balance, remaining, remainder, remaining balance, balance of, balance due",
    "penalty": """a fine, fine of, late fee, delinquent, delinquent fee, delinquency, late payment, late registration,
        late payment fee, penalty, returned check, return check, return check fee, returned check fee, nsf, nsf fee,
        bounced check, bad check, insufficient fund, reinstatement, reinstatement fee, re entry, reentry, re entry fee,
        re enrollment, reenrollment, cancellation, cancellation fee, cancel, withdrawal, withdrawal fee, withdraw,
        transfer fee, transfer out, termination, termination fee, overtime, over time, extra instruction, extra
        instructional, extra instructional charge, extra hour, additional hour, each additional, replacement,
        replacement fee, lost, retake, retest, makeup hour, make up hour, make up class, make up fee, makeup fee, make
        up session, makeup session, made up at, beyond the contract, beyond contract, past the contract,
        past the contracted, beyond the contracted, at an extra, over contract, over contract fee,
        drop fee, add drop, change fee, change of schedule, schedule change, collection, dispute, forfeit, damage,
        damaged, not returned, make up time, makeup time, missed hour, change of program, program change, change of
        status, change of major, no show, returned payment, late enrollment, rescheduling fee, reschedule, re enroll,
        returned to the college, check returned, rejected payment, rejected web payment, invalid check, invalid check
        fee, dishonored check, dishonored check fee, stop payment fee, each occurrence, per occurrence, payment received
        after, re registration, dropped for""",
    "refund": "refund, refunded, refunding, will retain, may retain",
    "increase": """increase, increased, increasing, hike, raise, raised, raising, rise, rose, rising, risen, jump,
        jumped, go up, going up, went up, gone up, up from, will go from, would go from, goes from, went from,
        decrease, decreased, drop, dropped, reduce, reduced, reduction, down from, price change, lower tuition, lower
        the tuition, lowered, lowering, climb, climbed, bump, boost, hiked, hiking tuition, upped, cut to, cut from,
        cut by, be cut, adjustment, additional increase""",
    "funding": """settlement, lawsuit, fined, district spend, state spend, county spend, college spend, funding, funded
        by, per pupil, per fte, appropriation, state budget, annual budget, budget of, endowment, donation, donate,
        donated, donor, revenue, state fund, investment in, invested, million, tuition funding, taxpayer, fundraising,
        profit""",
    "loan": """loan, debt, borrow, borrowed, apr, interest, lender, repay, repayment, average debt, median debt""",
    "net_price": """net price, average net price, out of pocket, after aid, after grant, after financial aid""",
    "continuing_education": "ceu, continuing education unit",
    "cost_of_attendance": """living off campus, living at home, living with parent, on campus living, off
        campus living, direct cost, indirect cost, cost of attendance, total cost of attendance, estimated cost of
        attendance, coa, cost of attending, student budget, estimated budget, total budget, budget for, expense
        budget""",
    "room_board": """room :, board :, room / board, room rental, room charge, room fee, room cost, board plan, day
        plan, room and board, housing, dorm, dormitory, meal, meal plan, food and housing, living expense, living
        cost, rent, residence hall, resident hall, residential hall, residence life, living on campus, single room,
        double room, room rate, housing and food, lodging, apartment""",
    "transportation": """transportation, travel expense, mileage, commuting, transportation cost, travel cost""",
    "personal": """misc / personal, miscellaneous / personal, personal expense, personal cost, personal need,
        childcare, dependent care, daycare, day care program, day care center, child care center, childcare center""",
    "not_to_the_school": "non institutional charge, non institutional, noninstitutional charge",
    "previous_price": """than the current, formerly, previously, year ago, last year, prior year, previous year, used to
        be, used to cost, old price, regular price, reg price, regularly priced, original price, originally, list price,
        retail, previous price, compared to, compared with, until last fall, until last spring, until last summer, until
        last year, until this fall, until now, had been""",
    "fee_cap": """maximum per, max per, not to exceed, maximum of, maximum charge, maximum fee, capped at, cap of, no
        maximum, with a maximum of, to a maximum of""",
    "fee_exempt": "income under, income below, household income, family income, salary of the",
    "comparison": """comparable program, comparable course, comparable school, similar program, other school, other
        college, private school, private college, national average, state average, competitor, elsewhere, average
        school, four year university, four year college, university, some school, many school, most school, some
        college, many college, most college, some program, many program, most program, many community college, most
        community college, some community college, 4 year state college, 4 year college, 4 year university, 4 year
        school, in the united states, anywhere from, anywhere between, find school, average cost of a, average cost for
        a, average price of a""",
    "example": "example, for example, for instance, if tuition, if the tuition, hypothetical",
    "accreditation_cost": """school shall pay, school must pay, institution shall pay, institution must pay, each
        school shall, school owner, on site visit, onsite visit, site visit, accreditation fee, accreditation cost,
        sustaining fee, self study, candidacy fee, annual sustaining fee, initial accreditation, reaccreditation,
        surety bond, bond, school license, institutional member, school membership""",
}
"""Money that moves around a program but is not its price: said anywhere in a clause, it rules the amount."""

BESIDE = {
    "installment": """level i, level ii, level iii, level 1, level 2, level 3, phase i, phase ii, phase iii, phase 1,
        phase 2, phase 3, part i, part ii, part 1, part 2, payment 1, payment 2, payment 3""",
    "room_board": "room, board, hall, tower, loft, occupancy, townhouse",
    "value": "value, valued, worth, value of, valued at",
    "wage": "making, earned, earning, make",
    "discount": "off, save, saved, saving",
    "increase": "more, up",
    "down_payment": "down",
    "penalty": "late, lost",
    "refund": "less",
    "previous_price": "was, were, usually, normally, regularly, reg, regular, have been",
    "application_fee": "application",
    "registration_fee": "enrollment",
    "screening_fee": "physical",
    "graduation_fee": "pin",
    "shipping": "handling",
    "sales_tax": "tax",
    "fee_cap": "maximum, max, cap",
    "fee_floor": "minimum, min",
}
"""The same for words that mean something else elsewhere: they count only right beside the amount."""

ASIDES = """who earn, financial aid available, financial aid is available, aid available, aid is available, scholarship
    available, payment plan available, payment plan are available, financing available, financing is available, less
    than, no less than, earn a, earn your, earn their, earn the, earn college, earn credit, earn up, earning a, earning
    your, earning college, first aid kit, break down, cut off, physical therapy, physical therapist, physical education,
    heavy equipment, equipment operator, equipment operation, tool and die, machine tool, supply chain, driver s
    license, driver license, commercial driver, late start, financial aid office, living room, food service, testing
    center, test prep, exam prep, test preparation, exam preparation, material handling, up and down, and up, up to, add
    up to, adding up to, state of the art, drop in, interest in, personal training, personal trainer, personal care,
    insurance coding, insurance billing, billing and insurance, weekly class, weekly course, half time, half day, pay
    off, sign off, book keeping, refund policy, kick off, take off, price list, cost list, cost sheet, payment method,
    tax preparation, income tax, real estate license, no charge, no additional fee, no other fee, no hidden fee, no
    hidden cost, no additional cost, no extra cost, no extra fee, no fee, at no cost, free of charge, no cost,
    additional information, in the field, travel agent, or more, hazardous material, re entry student, reentry student,
    transfer student, returning student, expense type, fee type, cost type, type of fee, type of expense, kit included,
    book included, may change, subject to change, is subject to change, a computer programming, a computer science, a
    computer course, a computer class, a computer program, a computer network, a computer networking, a computer
    support, a computer information, a computer technician, a computer repair, a computer aided, room temperature"""
"""Phrases that would be misread word by word, and say nothing about money."""

WEAK_DUE = """due, upfront, up front, upon registration, at registration, upon enrollment, at enrollment, at
    signing, upon signing, on the first day, prior to class, before class, to start, to enroll, to begin, first week,
    prior to the beginning, at the beginning, at the start, prior to each, before each"""
"""Said of an amount that nothing else names: a part payment."""

INCLUDES = {
    True: """w /, include, included, including, inclusive of, cover, covering, which cover, come with, bundled with,
        includes all, all inclusive of""",
    False: """not include, not including, not included, not cover, exclude, excluding, exclusive of, excluded, does
        not include, do not include, does not cover, not inclusive of, without, sold separately, additional to, in
        addition to, plus cost of""",
}

INCLUDED_IN = """included in, include in, is part of, applied to, applied toward, credited to, credited toward,
    deducted from"""
"""What follows is the whole, a clause of its own."""

SURCHARGES = """in addition, in addition to regular, in addition to the regular, in addition to tuition, in addition to
    the tuition, additional, extra, add, added, on top of"""
"""Beside an amount that nothing else names: it comes on top of a price, so it is a fee."""

PROGRAM_NOUNS = """program course class training certificate diploma certification degree hour week month day
    technician technology tech assistant assisting nursing nurse aide welding cosmetology barber barbering esthetic
    aesthetic esthetician massage phlebotomy cdl emt paramedic hvac electrical plumbing medical dental academy
    bootcamp workshop cna lpn coding billing manicuring nail hygienist radiography sonography paralegal"""
"""Words that let a bare amount be taken for the price of a whole program."""

SMALL_WORDS = """starting start approximate a an the of for per is are was were be to or and plu then now only just
    about approximately approx est estimated around at between by from with there they you your it this that which will
    has have pay student study must required additional another equivalent equal tuition but also day evening either all
    other total up non refundable nonrefundable current currently ~ * " ' . _"""
"""What may lead to an amount without naming it."""

MODES = """adult online hybrid campus in person traditional spring fall winter summer cohort total program course"""
"""What may lead to an amount that a heading names: who studies, how and when."""

BETWEEN_LABELS = """the all any required mandatory related general applicable other course student college campu
    program of fee estimated approximate average standard lab clinical class"""
"""What may stand between labels that belong together: "tuition and all required fees"."""

ANY_FEE = """a an the of for per is are and or with plu in this that our your their it its no any all such only
    total annual monthly hourly yearly flat full estimated approximate current following by on charge regular
    standard"""
"""Before "fee", these do not name one."""

RANGES = frozenset(["range", "ranging", "ranged", "vary", "varying"])
"""Before "from $30 to $100": these two are the ends of one range, even where prices change."""

ABBREVIATIONS = """jan feb mar apr aug sept sep oct nov dec approx est hrs hr cr min max no incl wk mo yr vs st sem
    misc reg u s a ins prep dept avg"""
"""A point after these ends no sentence."""
