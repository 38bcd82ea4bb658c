"""How long reading a page takes, beside lxml parsing it and answering six XPaths, in the same run.

    python benchmarks/extract.py FOLDER

FOLDER holds saved pages (*.html, at any depth). Full reading is bytes in, figures out: the tree, the words, their
values. The peer is what a scraper made for one site does: parse, then six XPaths. Every page is read as in a crawl: in
turn, with what earlier pages left in the caches, which are emptied before each round.
"""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from lxml import html

from crawler.extract import labels, names, tree
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
    labels.kind_of,
    names.names_program,
    names.has_subject,
    names.is_other_page,
    normalize.read,
    tree._standing,
)


def peer(page: bytes) -> None:
    """lxml alone."""
    root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    for path in XPATHS:
        root.xpath(path)


def extract(page: bytes) -> None:
    """The words of the page."""
    read_page(page, "")


def full(page: bytes) -> None:
    """The figures of the page."""
    listings(read_page(page, ""))


def fastest(read: Callable[[bytes], None], pages: list[bytes]) -> list[float]:
    """Seconds for each page: the best of some rounds, as the others measure the machine's other work."""
    best = [float("inf")] * len(pages)
    for _ in range(ROUNDS):
        for cache in (*CACHED, normalize.read):
            cache.cache_clear()
        for place, page in enumerate(pages):
            start = perf_counter()
            read(page)
            best[place] = min(best[place], perf_counter() - start)
    return best


def main(folder: str) -> None:
    """Prints the median of the ratios page by page, their quartiles, and the medians in ms."""
    pages = [path.read_bytes() for path in sorted(Path(folder).rglob("*.html"))]
    pages = [page for page in pages if tree.parse(page) is not None]
    gc.disable()
    alone = fastest(peer, pages)
    for read in (extract, full):
        took = fastest(read, pages)
        ratios = [one / other for one, other in zip(took, alone, strict=True)]
        low, _, high = quantiles(ratios, n=4)
        print(
            f"{read.__name__:8} {len(pages)} pages: median ratio {median(ratios):.2f} (half: {low:.2f} to {high:.2f}); "
            f"{1e3 * median(took):.2f} ms, lxml alone {1e3 * median(alone):.2f} ms"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
