"""The process that reads pages: what it does when a page kills it, holds it, or breaks a reader."""

import asyncio
import os
import signal

import pytest

from crawler import reading
from crawler.find.look import Seen, Wants, look
from crawler.reading import Reader, Unreadable

PAGE = b"<body><h1>Welding Certificate</h1><a href='/a'>A</a><p>Length: 9 weeks</p><p>Tuition: $900</p></body>"
URL = "https://www.alder.edu/programs/welding"
WANTS = Wants(programs=True)


async def ask(reader, *pages):
    """What becomes of pages that are asked at once."""
    return await asyncio.gather(*(reader.do(look, page, URL, WANTS) for page in pages), return_exceptions=True)


def run(scenario):
    """Run a scenario with a reader that is closed at the end."""

    async def whole():
        reader = Reader()
        try:
            return await scenario(reader)
        finally:
            await reader.close()

    return asyncio.run(whole())


def test_pages_are_read_in_another_process_and_in_order():
    async def scenario(reader):
        seen = await ask(reader, PAGE, b"", PAGE.replace(b"Welding", b"Baking"))
        return seen, reader._process.pid

    (first, empty, last), pid = run(scenario)
    assert pid != os.getpid()
    assert first.page.programs[0].name == "Welding Certificate"
    assert [link.url for link in first.links.links] == ["https://www.alder.edu/a"]
    assert isinstance(empty, Seen)
    assert last.page.programs[0].name == "Baking Certificate"


def test_an_error_of_ours_costs_one_page():
    async def scenario(reader):
        bad = reader.do(look, PAGE, URL, Wants(programs=True, pointed={"price": "p[["}))
        return await asyncio.gather(bad, reader.do(look, PAGE, URL, WANTS), return_exceptions=True)

    failed, read = run(scenario)
    assert isinstance(failed, Unreadable)
    assert "SelectorSyntaxError" in str(failed)
    assert read.page.programs


def test_a_page_that_kills_the_reader_costs_itself_alone():
    async def scenario(reader):
        await ask(reader, PAGE)
        killed = reader._process.pid
        os.kill(killed, signal.SIGSTOP)  # so that the pages wait for it
        asking = asyncio.ensure_future(ask(reader, PAGE, PAGE, PAGE))
        await asyncio.sleep(0)
        os.kill(killed, signal.SIGKILL)
        return await asking, await ask(reader, PAGE)

    (first, *others), later = run(scenario)
    assert isinstance(first, Unreadable)
    assert str(first) == "the reader did not survive it"
    assert all(isinstance(seen, Seen) for seen in [*others, *later])


def test_a_page_that_holds_the_reader_is_given_up(monkeypatch):
    async def scenario(reader):
        await ask(reader, PAGE)
        os.kill(reader._process.pid, signal.SIGSTOP)
        monkeypatch.setattr(reading, "LONGEST", 0.1)
        held = await ask(reader, PAGE)
        monkeypatch.undo()
        return held + await ask(reader, PAGE)

    held, later = run(scenario)
    assert isinstance(held, Unreadable)
    assert isinstance(later, Seen)


@pytest.mark.parametrize("times", [1, 2])
def test_a_reader_that_was_not_needed_is_closed_too(times):
    async def scenario(reader):
        for _ in range(times):
            await reader.close()

    run(scenario)
