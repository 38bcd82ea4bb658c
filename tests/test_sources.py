"""What every source must be: declared in full, polite, and where its name says."""

from urllib.parse import urlsplit

import pytest
import scrapy

from crawler.base import TableSource
from crawler.run import project_settings, sources

SOURCES = sources()
REAL = sources(demo=False)
FEDERAL = {"us_ipeds", "us_dapip", "us_cip_soc", "us_bls"}
MANNERS = {
    "ROBOTSTXT_OBEY", "DOWNLOAD_DELAY", "CONCURRENT_REQUESTS_PER_DOMAIN", "CONCURRENT_REQUESTS", "USER_AGENT",
    "AUTOTHROTTLE_ENABLED", "DOWNLOADER_MIDDLEWARES", "RETRY_TIMES", "DOWNLOAD_SLOTS", "DEFAULT_REQUEST_HEADERS",
}  # fmt: skip

every_source = pytest.mark.parametrize("spider", SOURCES.values(), ids=SOURCES)


def addresses(spider):
    """Every address that a source declares, patterns included."""
    tables = [pattern for patterns in getattr(spider, "addresses", {}).values() for pattern in patterns]
    pages = [*getattr(spider, "start_urls", ()), getattr(spider, "tuition_page", "")]
    return [address for address in (*tables, *pages, spider.homepage) if address]


def test_the_federal_sources_are_there():
    assert set(REAL) >= FEDERAL


@every_source
def test_file_spider_and_source_have_one_name(spider):
    assert spider.name == spider.__module__.rpartition(".")[2]
    assert spider.__name__ == "".join(part.capitalize() for part in spider.name.split("_"))
    assert spider.__module__ == f"crawler.spiders.{spider.name}"


@every_source
def test_a_source_is_declared_in_full(spider):
    declared = spider().declaration()
    for field in ("source", "title", "publisher", "licence", "homepage"):
        assert getattr(declared, field).strip(), field
    assert 1 <= declared.cadence_days <= 366


@every_source
def test_a_table_source_says_of_itself_what_it_is(spider):
    if issubclass(spider, TableSource):
        assert spider.__doc__ != TableSource.__doc__, "a docstring of its own is what the table `sources` shows"
        assert spider().declaration().about
        assert spider.addresses
        assert spider.optional <= set(spider.addresses)


@every_source
def test_no_source_weakens_its_manners(spider):
    """Neither by settings of its own, nor by attributes that Scrapy reads, nor request by request."""
    assert not MANNERS & set(spider.custom_settings or {})
    for attribute in ("download_delay", "max_concurrent_requests", "user_agent", "handle_httpstatus_list"):
        assert not hasattr(spider, attribute), attribute
    for request in requests(spider):
        assert not {"dont_obey_robotstxt", "download_slot", "proxy", "handle_httpstatus_all"} & set(request.meta)
        assert not request.headers.get("User-Agent")


def requests(spider):
    """The first requests of a source, as it makes them from its declarations."""
    crawler = scrapy.crawler.Crawler(spider, project_settings().copy())
    crawler.settings.set("CAMPUS", "http://127.0.0.1:1")
    one = spider.from_crawler(crawler)
    steps = one.start()
    found = []
    while True:
        try:
            steps.asend(None).send(None)
        except StopIteration as step:
            found.append(step.value)
        except StopAsyncIteration:
            return found


@every_source
def test_a_source_asks_at_the_addresses_that_it_declares(spider):
    asked = requests(spider)
    assert asked
    for request in asked:
        assert callable(request.callback)
        assert callable(request.errback)
        assert {spider.database} == {"demo-collected" if "127.0.0.1" in request.url else "collected"}


@pytest.mark.parametrize("spider", REAL.values(), ids=REAL)
def test_a_real_address_is_secure_and_no_demo(spider):
    assert spider.database == "collected"
    assert not spider.name.startswith("demo_")
    assert {urlsplit(address).scheme for address in addresses(spider)} == {"https"}


@pytest.mark.parametrize("spider", sources(demo=True).values(), ids=sources(demo=True))
def test_an_invented_school_is_marked_and_apart(spider):
    assert spider.database == "demo-collected"
    assert spider.name.startswith("demo_")
    assert "DEMO" in spider().declaration().publisher
    assert not any(urlsplit(address).netloc for address in addresses(spider) if "{campus}" not in address)


def test_the_settings_are_polite():
    settings = project_settings()
    assert settings.getbool("ROBOTSTXT_OBEY")
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    assert settings.getfloat("DOWNLOAD_DELAY") >= 1
    assert settings.getfloat("DOWNLOAD_DELAY_JITTER") == 0, "jitter may halve the delay"
    assert settings.getbool("AUTOTHROTTLE_ENABLED")
    assert settings.getint("RETRY_TIMES") <= 2
    assert 429 not in settings.getlist("RETRY_HTTP_CODES"), "Retry-After is heeded, not retried at once"
    assert not settings.getbool("COOKIES_ENABLED")
    assert not settings.getbool("TELNETCONSOLE_ENABLED")


def test_the_user_agent_says_who_asks_and_where_to_complain():
    agent = project_settings()["USER_AGENT"]
    assert agent.startswith("tuitionary/")
    assert "+http" in agent
    assert "Mozilla" not in agent


def test_robots_and_captures_are_the_first_and_the_last_to_see_a_request():
    middlewares = project_settings().getwithbase("DOWNLOADER_MIDDLEWARES")
    ours = {str(name): order for name, order in middlewares.items() if order is not None}
    assert ours["crawler.robots.ObeyRobots"] < ours["crawler.captures.KeepCaptures"]
    assert not any("robotstxt.RobotsTxtMiddleware" in name for name in ours)
