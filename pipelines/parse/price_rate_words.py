"""The words of rates: per what a price is, for whom, and at which pace. Tables only, as in price_words."""

RATES_ALONE = "annually, per annum"
"""A basis that the words after an amount say without "per"."""

UNITS = {
    "credit": """credit, credit hour, cr, cr hr, cr hour, credit hr, crhr, semester hour, semester credit, sch, semester
        credit hour, semester hr, sem hr, sem hour, sem credit hour, sem credit, quarter credit, quarter hour, quarter
        credit hour, billing hour, billable hour, unit, semester unit, quarter unit, credit unit, hour credit, credit
        fee hour, ch, sh, eligible credit, academic credit""",
    "clock_hour": """clock hour, contact hour, total contact hour, clock hr, clk hr, contact hr, hr of instruction, hr
        of training, instructional hour, hour of instruction, hour of training, lecture hour, training hour, student
        contact hour, scheduled hour""",
    "hour": "hour, hr, hrs",
    "term": """semester, sem, term, quarter, qtr, session, trimester, module, payment period, academic term, fall
        semester, spring semester, summer semester, summer session, academic semester, academic quarter""",
    "year": """year, yr, academic year, school year, annum, calendar year, award year, program year""",
    "month": "month, mo",
    "week": "week, wk, day",
    "course": """course, class, 3 credit course, 3 credit class, three credit course, single course""",
    "program": """program, student, person, participant, full program, entire program, complete program, whole
        program""",
}
"""What follows "per", "/", "each", "every", and "a" after an amount."""

UNIT_ADJECTIVES = """didactic clinic earned billable clinical lab laboratory lecture nursing undergraduate college
    online enrolled registered regular individual single approved required attempted noncredit advanced professional
    lower upper level baccalaureate vocational technical transfer class total applicable academic and -"""
"""What may stand between "per" and its unit."""

UNIT_SIZES = "hr hour credit cr week day month unit"
"""What a counted unit may be as large as: "per 12-hr semester", "per 3-credit course"."""

BASES = {
    "year": """annual, yearly, first year, second year, third year, freshman year, sophomore year, for the year, for the
        academic year, for the entire year, for an entire year, for a full year, academic year, school year, for one
        year, for the school year, full year, year one, year two, year 1, year 2, 1st year, 2nd year, 3rd year""",
    "term": """period of attendance, fall / spring, fall or spring, first semester, second semester, third semester,
        fourth semester, fall semester, spring semester, summer semester, for the semester, for one semester, for a
        semester, for the term, for the quarter, first quarter, second quarter, third quarter, fourth quarter, 1st
        semester, 2nd semester, 3rd semester, 4th semester, 1st quarter, 2nd quarter, fall quarter, winter quarter,
        spring quarter, semester i, semester ii, semester iii, semester 1, semester 2, semester 3, term 1, term 2, term
        3, quarter 1, quarter 2, full semester, one semester, hour semester, credit semester, credit hour semester,
        unit semester, hour term, credit term, hour quarter, credit quarter, unit quarter, first term, second term,
        third term, fall term, spring term, summer term""",
    "month": "monthly",
    "hour": "hourly, hourly rate, hourly tuition",
    "credit": """credit rate, credit cost, credit tuition, credit hour rate, credit hour tuition, credit hour cost,
        for one credit hour, for one credit, a credit hour will cost, one credit hour will cost""",
    "course": """credit course, credit class, unit course, unit class, credit hour course, credit hour class, for one
        course, for each course, for each class""",
    "program": """for the program, for the entire program, for the full program, for the whole program, entire
        program, for the course, for the class, full program, complete program, whole program, for the complete
        program""",
}
"""A basis said without "per"."""

COSTS_OF_A_TERM = """semester total, semester rate, semester cost, semester price, quarter cost, quarterly cost,
    quarterly rate, term cost, semester tuition, quarterly tuition, quarter tuition, term tuition"""
"""The same, where the words say as well that it is a price."""

RESIDENCY = {
    "in_district": """in district, indistrict, in county, in city, in service area, in parish, county
        resident, district resident, service area resident, sponsoring district, sponsored district, city resident, nyc
        resident, new york city resident, tax district resident, local resident, resident of the district, resident of
        the county, resident of the college district, member district, within the district, within district, in taxing
        district, taxing district, live in the district, living in the district, live in the county, living in the
        county, in district resident, in county resident, in district student, in county student, in county
        residency""",
    "in_state": """texan, non sponsored, nonsponsored, in state, out district, out county, outside of the county,
        live outside, instate, resident of the state, state resident, out of district, out of county, out of parish,
        out of service area, other county, other pa county, out of city, in state resident, in state student, out of
        district resident, out of county resident, out of district student, out of county student, non district, non
        district resident, other state resident, other county resident, out of county residency, non county, outside
        the district, outside of district, outside the county, resident student, out of district in state, in state
        out of district, in state residency, nys resident, other nys resident, pa resident, nj resident, ca resident,
        tx resident, fl resident, il resident, in commonwealth, out of tax paying district, out of taxing district,
        outside the taxing district, non sponsoring district, nonsponsoring district""",
    "out_of_state": """out of state, outofstate, non resident, nonresident, international, foreign, international
        student, out of state resident, out of state student, non state resident, out of country, out of state
        residency, resident of other state, resident of another state, other state, out of state and international,
        f 1 student, non resident student, nonresident student, non residential student, nonresidential student,
        non residential tuition""",
    "resident": "resident, resident of",
}
"""Who the price is for. A bare "resident" is in-state unless it ends a phrase that has said more."""

STATES = """alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia,
    hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan,
    minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york,
    new york state, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south
    carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming"""

PACES = {
    "full-time": "full time, fulltime",
    "part-time": "part time, parttime, less than full time",
    "day": """day program, day class, daytime, day student, day track, day option, day course, day session, weekday""",
    "evening": "evening, night, night class, evening class, evening program, evening student",
    "weekend": "weekend, weekend class, weekend program",
    "accelerated": "accelerated, short track, fast track",
}
