"""A school's general price of a credit: tables whose rows are residencies, on a page that says they hold for all.

    All programs are charged by the credit.
    | Residency    | Tuition per credit | Technology fee per credit |
    | In-district  | $120.00            | $6.00                     |

Such a table is believed only where nothing on its page says otherwise: one row or column that is no residency (a
program, a campus, a course online) shows that prices differ, and then none is general.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from crawler.extract.labels import MONEY, beside
from crawler.extract.tables import Grid, grids
from crawler.extract.tree import text_of
from crawler.extract.words import Words, phrases, squeeze, words

_CREDIT = re.compile(r"(?:\b(?:per|a|each|by the|every)|/) ?(?:semester |quarter )?(?:credits?|cr|units?)\b", re.I)
_FOR_ALL = re.compile(
    r"\b(?:all|every|each|any) (?:of (?:our|its|the) )?(?:(?:credit|academic|certificate|diploma|associate|degree|and"
    r"|our|college|other)[\s-]+)*(?:programs?|courses?|classes|majors?)\b",
    re.I,
)
_CHARGED = phrases("tuition, charge*, rate, rates, cost*, per credit, by the credit, price*, pay")
_EXCEPTION = phrases("""
    except*, exclud*, other than, unless, not all, vary, varies, differ*, depending, require*, higher, additional
    surcharge*, non credit, noncredit""")
_RESIDENCY = re.compile(
    r"\b(?:in|out)[- ](?:of[- ])?(?:district|state|county)\b|\b(?:non[- ]?)?residents?\b|\bresidency\b", re.I
)
_STATES = """
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, idaho
    illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota
    mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina
    north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas
    utah, vermont, virginia, washington, west virginia, wisconsin, wyoming"""
# All that the label of a general rate may say; another word names a program, a place or a kind of course.
_KNOWN = phrases(
    f"""{_STATES}, tuition, fee, fees, and, technology, required, mandatory, student, students, activity, general
    per, a, each, by, the, semester, quarter, credit, credits, hour, hours, unit, units, cr, rate, rates, cost, costs
    price, charge, charges, amount, total, for, of, all, our, programs, courses, classes, district, county, state
    residency, resident, residents, non, nonresident, nonresidents, in, out, us, u.s., citizens, residence, status
    type, standard, basic, base, full, part, time, academic, year, fall, spring, schedule, college, international"""
)
_FROM_ABROAD = re.compile(r"(?:non-?)?international(?: students?)?", re.I)  # of whom nothing else is known
_BLOCKS = ("p", "li", "caption", "h1", "h2", "h3", "h4", "td", "dd", "div")
_NUMBER = re.compile(r"[\d/–-]+")
_PUNCTUATION = re.compile(r"[^\w]+")


def read_rates(body: Element) -> tuple[Words, ...]:
    """The general prices of a credit of a tuition page, labelled by residency and column; () in any doubt."""
    tables = grids(body)
    if not any(_says_for_all(text_of(block)) for block in body.iter(*_BLOCKS) if not len(block) or block.tag != "div"):
        return ()
    cells = [cell for grid in tables for cell in _cells(grid)]
    if any(not _is_general(label) for label, _ in cells):
        return ()
    cells = [(label, text) for label, text in cells if not _FROM_ABROAD.fullmatch(label.partition(",")[0])]
    # A total beside its parts would count them twice.
    parts = [(label, text) for label, text in cells if not re.search(r"\btotal\b", label, re.I)]
    return tuple(dict.fromkeys(words("price", label, text) for label, text in parts or cells))


def _says_for_all(line: str) -> bool:
    return any(
        bool(_FOR_ALL.search(sentence) and _CHARGED.search(sentence)) and not _EXCEPTION.search(sentence)
        for sentence in re.split(r"(?<=[.!?;])\s+", line)
    )


def _cells(grid: Grid) -> Iterator[tuple[str, str]]:
    """(label, text) of each cell with money that is charged by the credit; the table's caption tells where no cell
    and no column does."""
    about = next(filter(_CREDIT.search, (grid.section, grid.caption)), "")
    for name, *values in grid.rows:
        columns = grid.header[1:] if len(grid.header) == len(values) + 1 else [""] * len(values)
        for column, value in zip(columns, values, strict=True):
            label = beside(squeeze(name), squeeze(column))
            if MONEY.search(value) and _CREDIT.search(f"{label} {value} {about}"):
                yield label if _CREDIT.search(f"{label} {value}") else beside(about, label), squeeze(value)


def _is_general(label: str) -> bool:
    """Whether a label speaks of tuition or fees by residency, and of nothing else."""
    unknown = _PUNCTUATION.sub("", _NUMBER.sub("", _KNOWN.sub("", _RESIDENCY.sub("", label))))
    return not unknown
