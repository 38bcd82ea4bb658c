"""How long reading a page takes, beside lxml parsing it and answering six XPaths, in the same run.

    python benchmarks/extract.py FOLDER

FOLDER holds saved pages (*.html, at any depth). Full reading is bytes in, figures out: the tree, the words, their
values. The peer is what a scraper made for one site does: parse, then six XPaths. Every page is read as in a crawl: in
turn, with what earlier pages left in the caches, which are emptied before each round.
"""

import gc
import sys
from math import inf
from pathlib import Path
from statistics import median, quantiles
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from lxml import html

from crawler.extract import hints, labels, names, outline, tree
from crawler.extract.page import read_page
from crawler.read import listings
from pipelines import normalize

XPATHS = (
    "//title/text()",
    "//h1//text()",
    "//table//tr",
    "//*[contains(text(), '$')]",
    "//a[contains(@href, 'tuition')]/@href",
    "//script[@type='application/ld+json']/text()",
)
ROUNDS = 7
CACHED = (
    labels._kind_of,
    hints._of,
    names.names_program,
    names.has_subject,
    names.is_other_page,
    normalize.read,
    names.may_name_program,
    tree._standing,
    outline._is_elsewhere,
)


def peer(page: bytes) -> None:
    """lxml alone."""
    root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    for path in XPATHS:
        root.xpath(path)


def measure(pages: list[bytes]) -> list[tuple[float, float, float]]:
    """Seconds of the peer, of finding the words, and of both words and values, for each page.

    The best of some rounds each, for the machine has other work; the three of a page are measured one after the other.
    """
    best = [(inf, inf, inf)] * len(pages)
    for _ in range(ROUNDS):
        for cache in CACHED:
            cache.cache_clear()
        for place, page in enumerate(pages):
            start = process_time()
            peer(page)
            alone = process_time()
            words = read_page(page, "")
            found = process_time()
            listings(words)
            took = (alone - start, found - alone, process_time() - alone)
            best[place] = tuple(map(min, best[place], took))
    return best


def main(folder: str) -> None:
    """Prints the median of the ratios page by page, their quartiles, and the median times."""
    pages = [path.read_bytes() for path in sorted(Path(folder).rglob("*.html"))]
    pages = [page for page in pages if tree.parse(page) is not None]
    gc.disable()
    seconds = measure(pages)
    print(f"{len(pages)} pages, lxml alone {1e3 * median(alone for alone, _, _ in seconds):.2f} ms (median)")
    for what, place in (("words", 1), ("figures", 2)):
        ratios = [one[place] / one[0] for one in seconds]
        low, middle, high = quantiles(ratios, n=4)
        print(f"{what:8} {middle:.2f} times lxml alone (median of ratios; half of the pages: {low:.2f} to {high:.2f})")


if __name__ == "__main__":
    main(*sys.argv[1:])
