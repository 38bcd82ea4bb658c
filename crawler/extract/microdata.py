"""Microdata (`itemscope`, `itemprop`) in the shape of JSON-LD, so that one reader serves both."""

from __future__ import annotations

from itertools import islice
from typing import Any

from lxml import etree

from crawler.extract.tree import DEEPEST, Element, text_of

_ANY = etree.XPath("boolean(//@itemtype)")
_TOP = etree.XPath("//*[@itemtype][not(@itemprop)]")
_LIMIT = 40
_MOST = 2_000
_WHERE = {"a": "href", "link": "href", "time": "datetime", "data": "value", "img": "src"}


def nodes(root: Element) -> list[dict[str, Any]]:
    """The things that the page marks up, each as a JSON-LD node."""
    return [_node(item) for item in _TOP(root)[:_LIMIT]] if _ANY(root) else []


def _node(item: Element) -> dict[str, Any]:
    """An item and what belongs to it; the items within it are nodes of their own."""
    top: dict[str, Any] = {"@type": item.get("itemtype", "")}
    nodes = {item: top}
    for element in islice(item.iterdescendants(etree.Element), _MOST):
        name = element.get("itemprop")
        if not name:
            continue
        owner = next((a for a in islice(element.iterancestors(), DEEPEST) if a in nodes), item)
        if "itemscope" in element.attrib:
            value: Any = {"@type": element.get("itemtype", "")}
            nodes[element] = value
        else:
            value = element.get("content") or element.get(_WHERE.get(element.tag, "content")) or text_of(element)
        for key in name.split():
            nodes[owner].setdefault(key, []).append(value)
    return top
