"""Where a crawl may not be led by the names that pages tell."""

import asyncio
import socket
from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.settings import Settings

from crawler.bounds import KeepWithin, OffLimits
from crawler.find.address import Premises

NAMES = {"catalog.alder.edu": ["93.184.216.34"], "intranet.alder.edu": ["10.1.2.3"],
         "both.alder.edu": ["93.184.216.34", "192.168.0.1"], "six.alder.edu": ["fd00::1"],
         "meta.alder.edu": ["169.254.169.254"], "home.alder.edu": ["127.0.0.1"]}  # fmt: skip


def ask(url: str, monkeypatch, **settings) -> None:
    """Let the middleware see a request of a school whose homepage is www.alder.edu."""
    premises = Premises("https://www.alder.edu/")
    spider = SimpleNamespace(names=premises.names, seconds_left=lambda: 1e9,
                             forbids=lambda url: "" if premises.reaches(url) else "away")  # fmt: skip
    crawler = SimpleNamespace(spider=spider, settings=Settings(settings))

    async def found(host, *_, **__):
        if host not in NAMES:
            raise socket.gaierror
        return [(None, None, None, "", (address, 0)) for address in NAMES[host]]

    async def scenario():
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", found, raising=False)
        if waits := KeepWithin(crawler).process_request(Request(url)):
            await waits

    asyncio.run(scenario())


@pytest.mark.parametrize("host", ["www.alder.edu", "catalog.alder.edu", "unknown.alder.edu"])
def test_public_names_may_be_asked(host, monkeypatch):
    ask(f"https://{host}/programs", monkeypatch)


@pytest.mark.parametrize("host", ["intranet", "both", "six", "meta", "home"])
def test_a_name_of_a_private_network_is_refused(host, monkeypatch):
    with pytest.raises(OffLimits, match=f"{host}.alder.edu is an address of a private network"):
        ask(f"https://{host}.alder.edu/programs", monkeypatch)


@pytest.mark.parametrize("url", ["https://other.edu/", "http://10.1.2.3/", "http://127.0.0.1/", "file:///etc/passwd"])
def test_other_addresses_are_refused(url, monkeypatch):
    with pytest.raises(OffLimits, match="away"):
        ask(url, monkeypatch)


def test_no_name_is_looked_up_where_nobody_is_asked(monkeypatch):
    ask("https://intranet.alder.edu/", monkeypatch, MIRROR="folder")
    ask("https://intranet.alder.edu/", monkeypatch, REREAD=True)
