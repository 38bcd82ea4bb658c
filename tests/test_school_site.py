"""A school crawled by its address alone, without a spider file."""

import sqlite3

import pytest
from click.testing import CliRunner
from conftest import Home
from sqlite_utils import Database

from crawler.cli import main
from crawler.demo import Campus
from crawler.site import NoSuchSchool, address_of, identified, identify_site, is_here, spider_of

SCHOOLS = [
    ("100001", "Alder College", "www.alder.edu/"),
    ("100002", "Birch North", "https://www.birch.edu/north"),
    ("100003", "Birch South", "https://www.birch.edu/south/"),
    ("100004", "Cedar College", "http://cedar.state.edu"),
    ("100005", "State College", "https://state.edu/"),
]


@pytest.fixture
def registry():
    db = Database(sqlite3.connect(":memory:"))
    db["institutions"].insert_all(
        {
            "unitid": unitid,
            "name": name,
            "website": website,
            "status": "active",
            "until_run": None,
            "source": "us_ipeds",
        }
        for unitid, name, website in SCHOOLS
    )
    return db


@pytest.mark.parametrize(
    ("site", "unitid"),
    [
        ("alder.edu", "100001"),
        ("https://www.alder.edu/programs/", "100001"),
        ("https://catalog.alder.edu/", "100001"),
        ("www.birch.edu/north/", "100002"),
        ("https://birch.edu/South", "100003"),
        ("https://cedar.state.edu/", "100004"),
        ("https://nursing.cedar.state.edu/", "100004"),
        ("https://www.state.edu/", "100005"),
        ("https://unknown.edu/", ""),
        ("https://notalder.edu/", ""),
    ],
)
def test_the_school_of_an_address(registry, site, unitid):
    assert identify_site(registry, address_of(site))[0] == unitid


def test_a_host_of_several_schools_is_not_guessed_at(registry):
    with pytest.raises(NoSuchSchool, match=r"2 institutions are at birch.edu: choose one by --unitid \(100002"):
        identify_site(registry, address_of("birch.edu"))


@pytest.mark.parametrize("site", ["", "alder", "file:///etc/passwd", "https://", "ftp://alder.edu", "http://[x"])
def test_what_is_no_address(site, tmp_path):
    result = CliRunner().invoke(main, ["--home", str(tmp_path / "home"), "crawl", "--site", site or " "])
    assert result.exit_code == 1
    assert "is no web address of a school" in result.output
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    "arguments", [["us_bls", "--site", "a.edu"], ["--site", "a.edu", "-a", "x=1"], ["us_bls", "--unitid", "1"]]
)
def test_a_site_stands_alone(arguments):
    assert "name one school, without other sources" in CliRunner().invoke(main, ["crawl", *arguments]).output


def test_a_unitid_is_enough_where_a_registry_gives_the_address(registry, tmp_path):
    known = {"site": "", "unitid": "100002", "institution": ""}
    assert identified(registry, **known) == {
        "site": "https://www.birch.edu/north", "unitid": "100002", "institution": "Birch North",
    }  # fmt: skip
    result = CliRunner().invoke(main, ["--home", str(tmp_path), "crawl", "--unitid", "100002"])
    assert result.exit_code == 1
    assert "no registry that was read gives the address of 100002: give --site too" in result.output


def test_its_source_is_named_after_its_host():
    assert spider_of("https://www.alder.edu/north/").name == "site_www_alder_edu_north"
    spider = spider_of("https://www.alder.edu/", "100001", "Alder College")
    assert (spider.unitid, spider.title, spider.homepage) == ("100001", "Alder College", "https://www.alder.edu/")
    assert is_here("http://localhost:8000/")
    assert is_here("http://[::1]/")
    assert not is_here("https://www.alder.edu/")


# --- over the demo campus --------------------------------------------------------------------------------------------

SITES = """
import sys
from pathlib import Path
from crawler.home import Home
from crawler.run import OFFLINE, run
home = Home(Path(sys.argv[2]))
for outcome in run([home.order_of_site(site) for site in sys.argv[3:]], home.folder, OFFLINE):
    print(outcome.source, outcome.status, outcome.reason)
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory, demo_home):
    """(home of schools crawled by their addresses, {school: its address})."""
    home = Home(tmp_path_factory.mktemp("sites"))
    with Campus() as campus:
        schools = {
            homepage.rstrip("/").rpartition("/")[2]: source
            for source, homepage in demo_home.rows(
                "select source, homepage from sources where source != 'demo_registry'", database="demo-collected.db"
            )
        }
        done = home.run(*(f"{campus.url}/{school}/" for school in schools), script=SITES)
        assert done.returncode == 0, done.stderr
    return home, schools


def test_every_school_is_found_without_a_spider_file(found, demo_home):
    """What a spider file with selectors lists is found from the homepage and the sitemap too."""
    home, schools = found
    for school, source in schools.items():
        declared = {
            name
            for (name,) in demo_home.rows(
                "select name from listings where source = ? and until_run is null", source, database="demo-collected.db"
            )
        }
        listed = {name for (name,) in home.rows("select name from listings where url like ?", f"%/{school}/%")}
        assert declared <= listed, school


def test_a_school_stays_in_its_folder_and_out_of_what_robots_txt_forbids(found):
    home, schools = found
    for source, url in home.rows("select source, url from captures join runs using (run)"):
        school = next(school for school in schools if school.replace("-", "_") in source)
        assert f"/{school}/" in url or url.endswith(("/robots.txt", "/sitemap.xml")), (source, url)
        assert "/admin/" not in url


def test_a_school_that_no_registry_knows_brings_its_own_institution(found):
    home, schools = found
    rows = home.rows("select unitid, name, website from institutions")
    assert len(rows) == len(schools) or len({website for *_, website in rows}) == len(schools)
    assert home.run("publish").returncode == 0
    assert home.value("select count(*) from programs where institution = ''") == 0
    assert home.value("select count(*) from programs") > 20


def test_a_site_is_read_again_without_the_network(found):
    home, schools = found
    before = home.dump("runs", "captures", "sources", "identities")
    reread = home.run("reparse")
    assert reread.returncode == 0, reread.stdout + reread.stderr
    assert reread.stdout.count("0 rows new, 0 ended") == len(schools), reread.stdout
    assert home.dump("runs", "captures", "sources", "identities") == before


def test_a_mirror_holds_a_school_as_well(tmp_path):
    program = "<h1>{} Certificate</h1><p>Length: 9 weeks</p><p>Tuition: ${}</p>"
    pages = {
        "www.alder.edu/index.html": '<nav><a href="/programs/">Programs</a></nav>',
        "www.alder.edu/programs/index.html": '<a href="welding/">W</a><a href="//courses.alder.edu/hvac">HVAC</a>',
        "www.alder.edu/programs/welding/index.html": program.format("Welding", 900),
        "courses.alder.edu/hvac": program.format("HVAC", 800),
    }
    for name, page in pages.items():
        path = tmp_path / "mirror" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><html><body>{page}</body></html>")
    home = Home(tmp_path / "home")
    done = home.run("crawl", "--site", "www.alder.edu", "--mirror", tmp_path / "mirror")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "site_www_alder_edu: accepted, 2 listings" in done.stdout
    assert sorted(home.rows("select listing from listings")) == [("//courses.alder.edu/hvac",), ("/programs/welding/",)]


def test_a_known_school_keeps_its_unitid(small_home, tmp_path):
    import shutil

    home = Home(shutil.copytree(small_home.folder, tmp_path / "home"))
    with Campus() as campus:
        place = f"{campus.url}/red-valley/"
        done = home.run("crawl", "--site", place, "--unitid", "100001")
        assert done.returncode == 0, done.stdout + done.stderr
    assert home.rows("select distinct unitid from listings where source like 'site_%'") == [("100001",)]
    assert not home.rows("select 1 from institutions where source like 'site_%'")
