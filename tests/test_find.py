"""Which addresses a crawl of a school asks, in which order, and when it ends."""

import pytest

from crawler.find.address import Premises, canonical, is_file, is_paging, same_page, trap
from crawler.find.frontier import MOST_FURTHER_PAGES, MOST_OF_A_SHAPE, Frontier, Role
from crawler.find.look import Wants, look
from crawler.find.platforms import PLATFORMS, path_of, platform_of
from crawler.find.score import PAGE, lists_programs, score, tells_costs

SITE = "https://www.alder.edu"


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("HTTP://WWW.Alder.edu:80/Programs#top", "http://www.alder.edu/Programs"),
        ("https://www.alder.edu", "https://www.alder.edu/"),
        ("https://www.alder.edu//a/../b/./c", "https://www.alder.edu/b/c"),
        ("https://www.alder.edu/p?b=2&a=1&utm_source=x&fbclid=y", "https://www.alder.edu/p?a=1&b=2"),
        ("https://www.alder.edu/p;jsessionid=0A1B?x=1", "https://www.alder.edu/p?x=1"),
        ("https://www.alder.edu/(S(abc123))/p.aspx", "https://www.alder.edu/p.aspx"),
        ("https://www.alder.edu/p?PHPSESSID=12&id=7", "https://www.alder.edu/p?id=7"),
        ("https://alder.edu:8443/", "https://alder.edu:8443/"),
        ("https://www.alder.edu/a b", "https://www.alder.edu/a%20b"),
        ("ftp://alder.edu/", ""),
        ("file:///etc/passwd", ""),
        ("https://user:word@alder.edu/", ""),
        ("http://[broken/", ""),
        ("https://alder.edu:port/", ""),
        ("", ""),
    ],
)
def test_an_address_has_one_form(url, form):
    assert canonical(url) == form


def test_a_product_says_which_parameters_matter():
    kept = frozenset(("catoid", "poid"))
    assert canonical(f"{SITE}/preview_program.php?catoid=1&poid=2&returnto=3&print", kept).endswith("?catoid=1&poid=2")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://alder.edu/a/", "https://www.alder.edu/a"),
        ("https://alder.edu/a/index.html", "https://alder.edu/a"),
        ("https://alder.edu/Default.aspx", "https://alder.edu/"),
    ],
)
def test_addresses_of_one_page(one, other):
    assert same_page(one) == same_page(other)


@pytest.mark.parametrize(
    "url",
    [
        "/search?q=welding", "/programs?keyword=a", "/programs?f[0]=area:1", "/programs?filter_area=2",
        "/a?date=2026-11-25",
        "/events/2026/11/25/", "/programs/2026-11", "/programs/11/2026", "/a?month=11&year=2026", "/p?action=login",
        "/blog?replytocom=12", "/a/b/a/b/a/b", "/a?x=1&y=2&z=3&w=4", "/" + "a" * 500, "/1/2/3/4/5/6/7/8/9/10/11",
    ],
)  # fmt: skip
def test_endless_addresses_are_known(url):
    assert trap(SITE + url)


@pytest.mark.parametrize(
    "url",
    ["/programs/welding", "/program.php?id=12", "/preview_program.php?catoid=12&poid=310", "/catalog/2026-2027/hvac"],
)
def test_addresses_of_programs_are_no_traps(url):
    assert not trap(SITE + url)


def test_files_and_further_pages_are_known():
    assert is_file(f"{SITE}/catalog.PDF?x=1")
    assert is_file(f"{SITE}/a/logo.png")
    assert not is_file(f"{SITE}/program.php?file=a.pdf")
    assert not is_file(f"{SITE}/a.b/welding")
    assert is_paging(f"{SITE}/programs?page=2")
    assert is_paging(f"{SITE}/programs/page/3/")
    assert not is_paging(f"{SITE}/programs?id=2")


@pytest.mark.parametrize(
    ("homepage", "url", "may"),
    [
        (SITE + "/", "https://catalog.alder.edu/programs", True),
        (SITE + "/", "http://alder.edu/programs", True),
        (SITE + "/", "https://www.alder.edu.evil.example/", False),
        (SITE + "/", "https://otheralder.edu/", False),
        (SITE + "/", "https://www.alder.edu:8443/", False),
        (SITE + "/", "https://user@www.alder.edu/", False),
        (SITE + "/", "file:///etc/passwd", False),
        (SITE + "/", "http://10.0.0.1/", False),
        (SITE + "/home", "https://www.alder.edu/programs", True),
        (SITE + "/north/", "https://www.alder.edu/north/programs", True),
        (SITE + "/north/", "https://www.alder.edu/south/programs", False),
        (SITE + "/north/", "https://catalog.alder.edu/", False),
        ("https://alder.state.edu/", "https://www.state.edu/", False),
        ("https://alder.k12.ca.us/", "https://birch.k12.ca.us/", False),
        ("https://alder.wordpress.com/", "https://birch.wordpress.com/", False),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/programs", True),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8001/", False),
        ("http://127.0.0.1:8000/", "http://localhost:8000/", False),
        ("http://127.0.0.1:8000/", "http://2130706433:8000/", False),
        ("http://127.0.0.1/", "http://127.0.0.2/", False),
    ],
)
def test_where_a_school_may_be_asked(homepage, url, may):
    assert Premises(homepage).holds(url) == may


def test_declared_pages_may_be_asked_wherever_they_lie():
    premises = Premises(f"{SITE}/north/", ["https://catalog.example.com/alder/", f"{SITE}/all-programs"])
    assert premises.holds("https://catalog.example.com/anything")
    assert premises.holds(f"{SITE}/all-programs")
    assert not premises.holds(f"{SITE}/south")
    assert premises.names("catalog.example.com")
    assert not premises.names("intranet.alder.edu")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/programs/welding", "Welding"),
        ("/academics/programs-of-study/", "Programs"),
        ("/degrees-certificates", "Degrees & Certificates"),
        ("/medicalAssistant.html", "MA"),
        ("/x/17", "Phlebotomy Technician"),
        ("/continuing-education/courses/", ""),
        ("/programs/sports-medicine", "Sports Medicine"),
        ("/career-training/", "Career Training"),
    ],
)
def test_what_promises_programs(path, text):
    assert score(SITE + path, text) >= PAGE


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/news/2026/new-welding-program", "New program"),
        ("/events/", "Events"),
        ("/graduate/programs", "Graduate programs"),
        ("/programs/mba", "MBA"),
        ("/programs/nursing-bsn", "Bachelor of Science in Nursing"),
        ("/athletics", "Athletics"),
        ("/library/", "Library"),
        ("/apply/", "Apply now"),
        ("/alumni/giving", "Give"),
        ("/about/people/jane", "Jane"),
        ("/login?x=1", "Student login"),
    ],
)
def test_what_is_not_followed(path, text):
    assert score(SITE + path, text) is None


def test_hosts_speak_too():
    assert score("https://athletics.alder.edu/programs", "Programs") is None
    assert score("https://catalog.alder.edu/x", "Certificate") > score(f"{SITE}/x", "x")


def test_a_program_named_by_nothing_is_vouched_for_by_its_list():
    assert score(f"{SITE}/quilting", "Quilting") < PAGE
    assert score(f"{SITE}/quilting", "Quilting", listed_among_programs=True) >= PAGE
    assert lists_programs(f"{SITE}/programs/", "")
    assert not lists_programs(f"{SITE}/programs/welding", "Welding")


@pytest.mark.parametrize(
    ("path", "text", "tells"),
    [
        ("/tuition-and-fees", "", True),
        ("/a", "Tuition & Fees", True),
        ("/ge/51.0801-Gedt.html", "Disclosure", True),
        ("/net-price-calculator", "", True),
        ("/program-costs.pdf", "Costs", True),
        ("/tuition-reimbursement", "Tuition assistance", False),
        ("/refunds", "Tuition refund policy", False),
        ("/graduate-tuition", "Graduate tuition", False),
        ("/programs/cost-accounting", "Cost Accounting", False),
        ("/programs", "Programs", False),
    ],
)
def test_what_leads_to_costs(path, text, tells):
    assert tells_costs(SITE + path, text) == tells


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (b'<title>X - Acalog ACMS&#8482;</title><img src="/wp-content/a.png">', "Acalog"),
        (b'<script src="/js/courseleaf.js"></script>', "CourseLeaf"),
        (b'<link href="/wp-content/themes/a.css">', "WordPress"),
        (b'<link href="/sites/default/files/a.css">', "Drupal"),
        (b'<meta name="generator" content="Finalsite">', "Finalsite"),
        (b"<p>a page</p>", ""),
    ],
)
def test_products_are_known_by_their_marks(page, name):
    assert platform_of(page).name == name


@pytest.mark.parametrize(
    ("product", "address", "is_program", "never"),
    [
        ("Acalog", "/preview_program.php?catoid=12&poid=310", True, False),
        ("Acalog", "/preview_course_nopop.php?catoid=12&coid=3", False, True),
        ("Acalog", "/content.php?catoid=12&navoid=500", False, False),
        ("CourseLeaf", "/search/?P=WELD%20101", False, True),
        ("CourseLeaf", "/archive/2022-23/programs/welding/", False, True),
        ("CourseLeaf", "/programs/welding-certificate/", False, False),
        ("WordPress", "/wp-json/wp/v2/pages", False, True),
        ("WordPress", "/programs/welding/feed/", False, True),
        ("WordPress", "/programs/welding/", False, False),
    ],
)
def test_products_keep_programs_where_they_keep_them(product, address, is_program, never):
    (platform,) = (platform for platform in PLATFORMS if platform.name == product)
    path = path_of(SITE + address)
    assert bool(platform.programs.search(path)) == is_program
    assert bool(platform.never.search(path)) == never


# --- frontier --------------------------------------------------------------------------------------------------------


def drain(frontier):
    found = []
    while lead := frontier.pop():
        found.append(lead.url.removeprefix(SITE))
    return found


def test_the_best_comes_first_and_each_page_once():
    frontier = Frontier(100, 5)
    frontier.add(f"{SITE}/a", Role.PAGE, 1)
    frontier.add(f"{SITE}/b", Role.PAGE, 7, 3)
    frontier.add(f"{SITE}/b/", Role.PAGE, 2, 1)
    frontier.add(f"{SITE}/a", Role.PAGE, 9)
    frontier.add(f"{SITE}/tuition", Role.COST)
    assert drain(frontier) == ["/tuition", "/a", "/b"]
    assert not frontier.add(f"{SITE}/a", Role.PAGE, 99), "asked already"


def test_a_crawl_is_bounded_in_pages_and_depth():
    frontier = Frontier(3, 2)
    for number in range(5):
        frontier.add(f"{SITE}/p{number}", Role.PAGE, number)
    frontier.add(f"{SITE}/deep", Role.PAGE, 9, depth=3)
    assert drain(frontier) == ["/p4", "/p3", "/p2"]
    assert frontier.left_out == {"more than 3 pages": 2, "more than 2 links from the start": 1}


@pytest.mark.parametrize(
    ("pattern", "most"),
    [
        ("/list?page={}", MOST_FURTHER_PAGES),
        ("/list/page/{}/", MOST_FURTHER_PAGES),
        ("/node/{}", MOST_OF_A_SHAPE),
        ("/program.php?id={}", MOST_OF_A_SHAPE),
        ("/program.php?name=p{}", MOST_OF_A_SHAPE),
        ("/programs/welding-{}", 1_000),
    ],
)
def test_endless_lists_end(pattern, most):
    frontier = Frontier(10_000, 5)
    for number in range(1_000):
        frontier.add(SITE + pattern.format(number), Role.PAGE, 3)
    assert len(drain(frontier)) == most


def test_the_program_pages_of_a_product_are_no_endless_list():
    frontier = Frontier(10_000, 5)
    for number in range(1_000):
        frontier.add(f"{SITE}/preview_program.php?poid={number}", Role.PAGE, 9, counts=False)
    assert len(drain(frontier)) == 1_000


# --- looking at a page -----------------------------------------------------------------------------------------------


def test_a_choice_among_catalogs_is_no_archived_catalog():
    menu = "<select><option>2019 [ARCHIVED CATALOG]</option><option selected>2026</option></select>"
    menu += "<a>[ARCHIVED CATALOG]</a>"
    assert not look(f"<body>{menu}<h1>Welding</h1></body>".encode(), SITE, Wants()).is_archived
    chosen = menu.replace("<option>", "<option selected>")
    assert look(f"<body>{chosen}<h1>Welding</h1></body>".encode(), SITE, Wants()).is_archived
    assert look(b"<body><p>2019 Catalog [ARCHIVED CATALOG]</p></body>", SITE, Wants()).is_archived


def test_what_a_source_points_to_takes_the_place_of_what_is_found():
    page = b"<body><h1>Apply now</h1><h2 class=n>Welding</h2><p>Tuition: $900</p><p class=c>Tuition $4,150</p>"
    page += b"<p>Length: 9 weeks</p>"
    seen = look(page, SITE, Wants(programs=True, pointed={"name": ".n", "price": ".c"}))
    (program,) = seen.page.programs
    assert program.name == "Welding"
    assert {(word.kind, word.text) for word in program.words} >= {("price", "Tuition $4,150"), ("length", "9 weeks")}
    assert not any("$900" in word.text for word in program.words)
