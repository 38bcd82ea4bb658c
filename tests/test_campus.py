"""The demo campus: what its server answers, and that everything on it is marked as invented."""

import csv
import io
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import Request, urlopen
from xml.etree import ElementTree

import pytest
from lxml import html

from crawler.demo import Campus

LISTED = ("red-valley", "lake-prairie", "harbor-point", "northgate", "green-harbor", "copper-ridge", "maple-crossing")
"""Schools whose `programs.html` links to the page of every program; the others must be found or read otherwise."""
SCHOOLS = (*LISTED, "silver-fork", "cedar-basin", "bright-willow", "iron-range", "harvest-plains", "lantern-city")
BROKEN = "/copper-ridge/welding.html"
GONE = "/maple-crossing/medical-transcription.html"
CHANGED = "/red-valley/medical-coding.html"
NO_PRICE = "maple-crossing"


@pytest.fixture(scope="module")
def campus():
    with Campus() as opened:
        yield opened


def fetch(address, method="GET", **headers):
    """(status, headers, body) of an address, whatever the status."""
    try:
        answer = urlopen(Request(address, method=method, headers=headers), timeout=5)
    except HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.headers, answer.read().decode(answer.headers.get_content_charset("cp1252"))


def links(campus, page, css=".programs a"):
    tree = html.fromstring(fetch(campus.url + page)[2])
    return [urljoin(page, link.get("href")) for link in tree.cssselect(css)]


def program_pages(campus, school):
    """The program pages in the school's list, over all its pages."""
    index, found = f"/{school}/programs.html", []
    while index:
        found += links(campus, index)
        index = next(iter(links(campus, index, "a[rel=next]")), None)
    return found


def html_pages(campus):
    return {path: page for path, page in campus.resources.items() if page.type.startswith("text/html")}


def test_a_page_has_type_tag_and_date(campus):
    status, headers, body = fetch(campus.url + "/red-valley/programs.html")
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert len(headers["ETag"]) == 66
    assert headers["Last-Modified"].endswith(" GMT")
    assert int(headers["Content-Length"]) == len(body.encode())


def test_an_unchanged_page_is_not_sent_again(campus):
    address = campus.url + "/red-valley/programs.html"
    tag = fetch(address)[1]["ETag"]
    assert fetch(address, **{"If-None-Match": f'"other", W/{tag}'})[0] == 304
    assert fetch(address, **{"If-None-Match": f'"other", W/{tag}'})[2] == ""
    assert fetch(address, **{"If-None-Match": '"other"'})[0] == 200


def test_head_answers_without_a_body(campus):
    status, headers, body = fetch(campus.url + "/style.css", method="HEAD")
    assert (status, body, headers["Content-Type"]) == (200, "", "text/css; charset=utf-8")
    assert int(headers["Content-Length"]) > 0


@pytest.mark.parametrize("path", ["/nowhere.html", "/red-valley", "/../campus.py", "/%2e%2e/campus.py", "/404.html"])
def test_what_is_not_there_is_a_404_page(campus, path):
    status, headers, body = fetch(campus.url + path)
    assert status == 404
    assert "ETag" not in headers
    assert "DEMO" in body


def test_a_folder_answers_with_its_index_and_a_query_changes_nothing(campus):
    assert fetch(campus.url + "/northgate/")[2] == fetch(campus.url + "/northgate/index.html?from=mail")[2]


def test_an_address_may_hold_a_query(campus):
    page = "/silver-fork/catalog/preview_program.php?catoid={}&poid={}"
    current, archived = (fetch(campus.url + page.format(*ids)) for ids in ((12, 310), (9, 205)))
    assert "[ARCHIVED CATALOG]" in archived[2]
    assert "[ARCHIVED CATALOG]" not in current[2]
    assert fetch(campus.url + page.format(12, 999))[0] == 404


def test_an_old_page_declares_its_own_charset_wrongly_as_old_pages_do(campus):
    page = "/iron-range/cdl-a.html"
    headers, content = fetch(campus.url + page)[1], campus.resources[page].content
    assert headers["Content-Type"] == "text/html"
    assert b"charset=iso-8859-1" in content
    assert "“Long Haul”" in content.decode("cp1252")


def test_the_broken_page_answers_500_in_every_edition(campus):
    assert fetch(campus.url + BROKEN)[0] == 500
    assert "/copper-ridge/welding.broken.html" not in campus.resources


def test_requests_are_kept_in_order():
    with Campus() as campus:
        fetch(campus.url + "/robots.txt?a=1")
        fetch(campus.url + BROKEN, method="HEAD")
        assert campus.requests == [("GET", "/robots.txt?a=1", 200), ("HEAD", BROKEN, 500)]


def test_robots_keep_crawlers_out_of_admin_and_name_the_sitemap(campus):
    body = fetch(campus.url + "/robots.txt")[2]
    assert "Disallow: /*/admin/" in body
    assert f"Sitemap: {campus.url}/sitemap.xml" in body


def test_the_sitemap_lists_every_public_page_that_the_server_has(campus):
    status, headers, body = fetch(campus.url + "/sitemap.xml")
    addresses = [element.text for element in ElementTree.fromstring(body).findall(".//{*}loc")]
    assert (status, headers["Content-Type"]) == (200, "application/xml; charset=utf-8")
    assert addresses == sorted(set(addresses))
    assert {address.removeprefix(campus.url) for address in addresses} == {
        path for path in html_pages(campus) if not path.endswith(("/", "/404.html")) and "/admin/" not in path
    }


def test_the_registry_names_the_schools_at_this_server(campus):
    status, headers, body = fetch(campus.url + "/registry/institutions.csv")
    rows = list(csv.DictReader(io.StringIO(body)))
    assert (status, headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert [row["unitid"] for row in rows] == [f"DEMO{number:02}" for number in range(1, 14)]
    assert [row["website"] for row in rows] == [f"{campus.url}/{school}/" for school in SCHOOLS]
    assert all(row["name"].startswith("DEMO ") for row in rows)
    assert {row["control"] for row in rows} == {"public", "nonprofit", "for_profit"}
    assert all(len(row["zip"]) == 5 for row in rows)
    assert all(24 < float(row["latitude"]) < 49 and -125 < float(row["longitude"]) < -66 for row in rows)
    for address in (value for row in rows for value in (row["website"], row["net_price_calculator_url"]) if value):
        assert fetch(address)[0] == 200


def test_the_second_edition_changes_one_price_of_one_page(campus):
    with Campus(edition=2) as later:
        same = {path for path, page in later.resources.items() if page.content == campus.resources[path].content}
        changed = set(later.resources) - same - {"/robots.txt", "/sitemap.xml", "/registry/institutions.csv"}
        assert changed == {CHANGED}
        assert later.resources.keys() == campus.resources.keys()
        before, after = (fetch(url + CHANGED) for url in (campus.url, later.url))
    assert before[1]["ETag"] != after[1]["ETag"]
    assert before[1]["Last-Modified"] != after[1]["Last-Modified"]
    assert before[2].replace("$11,250", "$11,650") == after[2]


def test_an_unknown_edition_or_a_taken_port_is_an_error(campus):
    with pytest.raises(ValueError, match="edition"):
        Campus(edition=3)
    with pytest.raises(OSError, match="in use"), Campus(port=int(campus.url.rpartition(":")[2])):
        pass


def test_every_page_says_that_it_is_invented(campus):
    for path, page in html_pages(campus).items():
        tree = html.fromstring(page.content)
        assert "DEMO" in tree.findtext(".//title"), path
        assert "invented" in tree.cssselect(".demo-banner")[0].text_content(), path


def test_every_link_is_root_relative_and_leads_somewhere(campus):
    for path, page in html_pages(campus).items():
        for _, _, link, _ in html.fromstring(page.content).iterlinks():
            assert link.startswith(("/", "#")), (path, link)
            address = urljoin(path, link).partition("#")[0]
            assert {address, address.partition("?")[0]} & campus.resources.keys(), (path, link)


@pytest.mark.parametrize("school", LISTED)
def test_the_list_of_programs_links_to_every_program_page(campus, school):
    furniture = {
        f"/{school}/{name}.html"
        for name in ("index", "about", "programs", "programs-2", "tuition", "net-price-calculator", "admin/drafts")
    }
    own = {path for path in html_pages(campus) if path.startswith(f"/{school}/") and path.endswith(".html")}
    listed = program_pages(campus, school)
    assert len(listed) == len(set(listed))
    assert set(listed) == own - furniture


def test_the_lists_have_thirty_programs_one_of_them_unreadable(campus):
    listed = [page for school in LISTED for page in program_pages(campus, school)]
    others = {GONE, "/northgate/health-information-management.html"}  # a soft 404, a bachelor's degree
    assert len(set(listed) - others) == 30
    assert BROKEN in listed


def test_one_school_prints_no_price():
    with Campus() as campus:
        for path in program_pages(campus, NO_PRICE):
            facts = html.fromstring(campus.resources[path].content).cssselect(".facts")
            assert all("$" not in fact.text_content() for fact in facts)
