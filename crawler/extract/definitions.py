"""Definition lists: `<dt>Tuition</dt><dd>$9,850</dd>`."""

from __future__ import annotations

from crawler.extract.labels import labelled
from crawler.extract.tree import text_of
from crawler.extract.view import View
from crawler.extract.words import Words

ENTRIES = ("dt", "dd")


def read(view: View) -> list[Words]:
    """The facts in the page's definition lists; a term may have several definitions."""
    found = []
    for definitions in view.body.iter("dl"):
        label = ""
        for entry in definitions.iter(*ENTRIES):
            if entry.tag == "dt":
                label = text_of(entry, without=ENTRIES)
            else:
                found += labelled(label, text_of(entry, without=ENTRIES))
    return found
