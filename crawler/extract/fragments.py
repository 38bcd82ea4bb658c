"""HTML inside data: the texts of JSON-LD and of scripts often hold markup of their own ("<p>9&nbsp;months</p>").

Such fragments are short, broken in every way, and not part of the page's tree: BeautifulSoup reads them. For whole
pages it is too slow (crawler/extract/tree.py).
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from crawler.extract.words import squeeze

_MARKUP = re.compile(r"</?[a-z][^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);", re.I)


def plain(text: str) -> str:
    """The text on one line, without the markup that it may hold; what a script or a style says is left out."""
    if not _MARKUP.search(text) or text.startswith(("http:", "https:")):
        return squeeze(text)
    fragment = BeautifulSoup(text, "html.parser")
    for silent in fragment(["script", "style"]):
        silent.decompose()
    return squeeze(fragment.get_text(" "))
