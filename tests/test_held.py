"""A doubted run that was kept whole, and a maintainer who takes it in."""

import pytest
from conftest import MAIN
from directory import Directory, page
from federal import C_A, IPEDS, SmallMirror, c_a, zipped

from pipelines.held import NoSuchRun, NotAcceptable, accept
from pipelines.staging import AlreadyRunning, hold, staged

PAGES = [page(f"/{n}", name=f"Welding {n}", cip="48.0508", price=1000 + n) for n in range(12)]
GONE = "https://al_alder.example/11"


@pytest.fixture
def shrunk(tmp_path):
    """A directory whose school went from twelve programs to five, which is doubted as run 2."""
    directory = Directory(tmp_path)
    directory.crawl("al_alder", *PAGES)
    outcome = directory.crawl("al_alder", *PAGES[:5])
    assert (outcome.status, outcome.whole) == ("doubted", True)
    return directory


def listings(directory):
    return directory.rows("select count(*) from listings where until_run is null", database="collected")[0][0]


def test_a_doubted_run_counts_for_nothing_until_it_is_accepted(shrunk):
    assert listings(shrunk) == 12
    assert accept(shrunk.collected, 2) == ("al_alder", 0, 21)
    assert listings(shrunk) == 5
    assert not staged(shrunk.collected, 2).exists()
    columns = "status, reason, opened, closed, notes"
    assert shrunk.rows(f"select {columns} from runs where run = 2", database="collected") == [
        ("accepted", "", 0, 21,
         '["accepted by a maintainer although figures: 10 this time, 24 in the last accepted run"]'),
    ]  # fmt: skip
    assert shrunk.crawl("al_alder", *PAGES[:5]).status == "accepted", "what follows is compared with it"


def test_pages_that_failed_are_spared_when_the_run_is_accepted_too(tmp_path):
    directory = Directory(tmp_path)
    directory.crawl("al_alder", *PAGES)
    directory.crawl("al_alder", *PAGES[:5], failed=(GONE,))
    accept(directory.collected, 2)
    kept = directory.rows("select listing from listings where until_run is null", database="collected")
    assert ("/11",) in kept
    assert len(kept) == 6


def not_finished(directory):
    directory.crawl("al_alder", *PAGES[:5], *PAGES[:1])  # one listing twice


@pytest.mark.parametrize(
    ("prepare", "run", "said"),
    [
        (lambda d: None, 1, "run 1 of al_alder is accepted: only a doubted run can be accepted"),
        (lambda d: accept(d.collected, 2), 2, "run 2 of al_alder is accepted: only a doubted run can be accepted"),
        (lambda d: d.crawl("al_alder", *PAGES), 2, "run 3 of al_alder was accepted since: run 2 is out of date"),
        (lambda d: staged(d.collected, 2).unlink(), 2, "the rows of run 2 of al_alder are gone: crawl it again"),
        (not_finished, 3, "run 3 of al_alder is not whole (listings: /0 was read twice in one run): crawl it again"),
        (lambda d: d.crawl("al_alder"), 3, "run 3 of al_alder is not whole (nothing was read: no page or table gave"),
    ],
)
def test_a_run_that_cannot_be_accepted_says_why_and_changes_nothing(shrunk, prepare, run, said):
    prepare(shrunk)
    before = listings(shrunk)
    with pytest.raises(NotAcceptable) as error:
        accept(shrunk.collected, run)
    assert str(error.value).startswith(said)
    assert listings(shrunk) == before


def test_a_run_that_is_not_there(shrunk):
    with pytest.raises(NoSuchRun):
        accept(shrunk.collected, 9)


def test_a_source_that_is_being_crawled_is_left_alone(shrunk):
    with hold(shrunk.collected, "al_alder"), pytest.raises(AlreadyRunning):
        accept(shrunk.collected, 2)
    assert accept(shrunk.collected, 2)[0] == "al_alder"


def test_by_the_command_line(crawled_home):
    home, mirror = crawled_home, object.__new__(SmallMirror)
    mirror.folder = home.folder / "mirror"
    mirror.put(f"{IPEDS}C2022_A.zip", zipped({"c2022_a.csv": c_a(C_A[:2])}))
    crawl = home.crawl("us_ipeds", mirror=mirror)
    assert crawl.returncode == 1
    assert "if that is true: tuitionary accept 5" in crawl.stdout
    accepted = home.run("accept", 5)
    assert (accepted.returncode, accepted.stderr) == (0, "")
    assert accepted.stdout.startswith("us_ipeds: run 5 accepted, 0 rows new, ")
    assert home.run("publish").returncode == 0
    assert home.value("select count(*) from programs") == 2
    assert home.value("select count(*) from withdrawn_programs") == 5
    for run, said in ((5, "only a doubted run can be accepted"), (99, "there is no run 99")):
        wrong = home.run("accept", run, script=MAIN)
        assert wrong.returncode == 1
        assert said in wrong.stderr
        assert len(wrong.stderr.strip().splitlines()) == 1
