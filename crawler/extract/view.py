"""What every reader of a shape is given: one page, parsed once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from crawler.extract.tree import Line


@dataclass(frozen=True, slots=True)
class View:
    """A page as its readers see it.

    name   the program's name as its heading prints it
    body   the part of the page that speaks for the program
    lines  the same as lines of text, each under its heading
    data   the nodes of its JSON-LD
    """

    name: str
    body: HtmlElement
    lines: tuple[Line, ...]
    data: tuple[dict[str, Any], ...]
