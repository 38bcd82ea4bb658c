"""Saved pages, one for each shape, and the JSON beside each: what `tuitionary read --jsonl` must say of it.

    python tests/test_pages.py

writes the JSON of pages that have none; read it before it is committed.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from crawler.extract.page import read_page
from crawler.read import answer

SHAPES = Path(__file__).parent / "pages" / "shapes"


def reading(page: Path) -> dict[str, Any]:
    """What a page reads as, without the rules that decided."""
    said = answer(page.name, read_page(page.read_bytes(), f"https://school.test/{page.name}"))
    return json.loads(json.dumps(said), object_hook=lambda figure: {k: v for k, v in figure.items() if k != "why"})


@pytest.mark.parametrize("page", sorted(SHAPES.glob("*.html")), ids=lambda page: page.stem)
def test_page(page):
    assert reading(page) == json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))


def test_every_printed_word_stands_on_its_page():
    for page in SHAPES.glob("*.html"):
        html = " ".join(page.read_text(encoding="utf-8").replace("&amp;", "&").split())
        for program in reading(page)["programs"]:
            figures = [*program["lengths"], *program["prices"], *program["accreditations"]]
            figures += [one for one in (program["award"], program["delivery"]) if one["value"] != "unknown"]
            for figure in figures:
                assert len(figure["printed"]) <= 300
                assert all(part in html for part in figure["printed"].split(" … ")), (page.name, figure["printed"])


if __name__ == "__main__":
    for path in SHAPES.glob("*.html"):
        if not path.with_suffix(".json").exists():
            text = json.dumps(reading(path), indent=1, ensure_ascii=False) + "\n"
            path.with_suffix(".json").write_text(text, encoding="utf-8")
