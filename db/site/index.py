"""The programs as columns in memory, so that a page with all its counts costs milliseconds.

Counting eight facets over a million rows takes SQLite half a second; numpy counts the same in a hundredth of it. The
published file never changes while it is served, so its columns are read once. Names, words and addresses stay in the
file: only what is filtered, counted or sorted by is here, some 80 bytes a program.
"""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from db.site.facet import Choice, Codes, Facet

FACETS = {
    "award": "award",
    "delivery": "case when delivery = 'online' and in_person = '' then 'never' else delivery end",
    "school_accreditation": "institution_accreditation",
    "program_accreditation": "program_accreditation",
    "control": "control",
    "state": "coalesce(nullif(state, ''), 'unknown')",
    "cip": "coalesce(cip, '')",
}
"""Facet -> what a program's value is in SQL. `never` is online with no part that must be done in person."""

GROUPS = {"delivery": {"online": ("never", "online")}}
"""Options that take several values: who asks for online may be asked to an exam; who can never go to campus may not."""

NUMBERS = {
    "total": "iif(price_is_complete and coalesce(price_look_again, '') = '', price_total_max, null)",
    "year_in": "year_price_in_state",
    "year_out": "year_price_out_of_state",
    "months": "months_max",
}
"""Of a range the highest counts: what passes a ceiling certainly costs or lasts no more. A total that is only "at
least", or far from what such programs cost, passes none."""

RESIDENCY = "case when price_residency = 'not_stated' and control != 'public' then 'any' else price_residency end"
"""A private school has one price; a public one that does not say for whom its price is has told nobody's."""

PLACE = "latitude || ' ' || longitude"

OUT_OF_STATE = """
select p.rowid, max(coalesce(f.value_max, f.value_min)) from figures f join programs p on p.id = f.program_id
where f.kind = 'price' and f.component = 'total' and f.basis = 'program' and f.residency = 'out_of_state'
    and f.status in ('published', 'computed') and f.level != 'at_least' and f.look_again = ''
    and exists (
        select 1 from figures h where h.program_id = f.program_id and h.source = f.source and h.listing = f.listing
            and h.kind = 'price' and h.shown
    )
group by p.rowid
"""
"""Of the witness whose total is shown; the table of programs has room for one residency only."""

OPENINGS = """
select p.rowid, group_concat(o.credential, '|') from program_openings o join programs p on p.id = o.program_id
where o.answer = 'opens' group by p.rowid
"""

PRICES = (0, 2_500, 5_000, 10_000, 15_000, 20_000, 30_000)
MONTHS = (3, 6, 9, 12, 18, 24)
CEILINGS = {"price": PRICES, "months": MONTHS}
EARTH_MILES = 3958.8
CHUNK = 50_000

Columns = dict[str, np.ndarray]
"""Name -> a value for each program."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for. A filter that is None or empty does not filter."""

    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # facet -> options, any of which will do
    fields: tuple[str, ...] = ()  # CIP codes that the words name, any of which will do
    rowids: np.ndarray | None = None  # of the programs that the words occur in
    near: tuple[float, float] | None = None  # latitude, longitude
    within: float = 50  # miles of there
    ceilings: Mapping[str, float] = field(default_factory=dict)  # price, months -> at most so much
    unknown: frozenset[str] = frozenset()  # price, months: also, or without a ceiling only, where it is unknown
    per_year: bool = False  # the price is the school's for a year, not the program's
    resident: str = ""  # the state of which the student is a resident
    sort: str = "name"
    first: int = 0
    size: int = 20

    def bounds(self, name: str) -> list[float]:
        """The ceilings to count: the usual ones and the one that is set."""
        return sorted({*CEILINGS[name], self.ceilings.get(name, CEILINGS[name][0])})


@dataclass(frozen=True)
class Found:
    """The programs of one page, and the counts of every option among those that pass all other filters."""

    total: int
    schools: int
    rowids: list[int]
    prices: list[float | None]  # what was compared; None where it is unknown
    miles: list[float | None]
    counts: dict[str, dict[str, int]]  # facet -> option -> programs; of price and months by ceiling and "unknown"
    dropping: dict[str, int]  # filter -> programs without it; only of filters that are set
    left_out: dict[str, int]  # filter -> programs that only miss it because the value is unknown


class Index:
    """The columns of one published database. `find` is the only question."""

    def __init__(self, db: sqlite3.Connection, fields: Mapping[str, Mapping[str, tuple[str, ...]]]):
        """Read the columns. `fields`: facet -> option -> the CIP codes that it takes, as of careers."""
        facets = {name: Codes() for name in (*FACETS, "unitid", "residency", "implied", "place")}
        numbers = {name: array("d") for name in NUMBERS}
        rowids, names = array("q"), Codes()
        told = (*FACETS.values(), "coalesce(unitid, '')", RESIDENCY, "length_status = 'implied'", PLACE)
        cursor = db.execute(f"select rowid, name, {', '.join((*told, *NUMBERS.values()))} from programs order by rowid")
        while chunk := cursor.fetchmany(CHUNK):
            of_rows, of_names, *columns = zip(*chunk, strict=True)
            rowids.extend(of_rows)
            names.add(of_names)
            for codes, column in zip(facets.values(), columns, strict=False):
                codes.add(column)
            for column, values in zip(numbers.values(), columns[len(facets) :], strict=True):
                column.extend(np.nan if value is None else value for value in values)
        self._rowids = np.array(rowids)
        self._name_order = names.ranks()
        of = {name: codes.done() for name, codes in facets.items()}
        self._choices = {name: Choice(of[name], GROUPS.get(name, {})) for name in FACETS}
        self._choices |= {name: Choice(of["cip"], options, by_value=False) for name, options in fields.items()}
        self._choices["opens"] = self._openings(db)
        self._school, self._place = of["unitid"], of["place"]
        points = [(np.nan, np.nan) if place is None else place.split() for place in self._place.values]
        self._points = np.radians(np.array(points, float).reshape(-1, 2))
        self._numbers = {name: np.array(column) for name, column in numbers.items()}
        self._totals(db, of["residency"])
        # What is stated comes before what only a band implies.
        self._months_order = self._numbers["months"] + 10_000 * of["implied"].table({1})

    def _openings(self, db: sqlite3.Connection) -> Choice:
        """Which exams each program certainly opens: one value for each set of them."""
        opened = dict(db.execute(OPENINGS))
        codes = Codes()
        codes.add(opened.get(rowid, "unknown") for rowid in self._rowids.tolist())
        facet, sets = codes.done(), defaultdict(list)
        for value in facet.values:
            for exam in value.split("|"):
                sets[exam].append(value)
        return Choice(facet, {exam: tuple(values) for exam, values in sets.items()}, by_value=False)

    def _totals(self, db: sqlite3.Connection, residency: Facet) -> None:
        """The price from start to finish for residents of the school's state, and for all others."""
        total, numbers = self._numbers["total"], self._numbers
        everybody = residency.table({"any"})
        numbers["total_in"] = np.where(everybody | residency.table({"in_state"}), total, np.nan)
        numbers["total_out"] = np.where(everybody | residency.table({"out_of_state"}), total, np.nan)
        for rowid, amount in db.execute(OUT_OF_STATE):
            numbers["total_out"][np.searchsorted(self._rowids, rowid)] = amount

    def __len__(self) -> int:
        return len(self._rowids)

    def options(self, facet: str) -> Iterable[str]:
        """All options of a facet, in no order."""
        return self._choices[facet].options

    def find(self, wanted: Wanted) -> Found:
        """The page of programs that pass every filter, in order, and the counts beside them."""
        amounts = {"price": self._price(wanted), "months": self._numbers["months"]}
        miles = self._miles(wanted.near) if wanted.near else None
        passes = self._passes(wanted, amounts, miles)
        misses = np.zeros(len(self), np.uint8)
        for passed in passes.values():
            misses += ~passed
        rows = np.flatnonzero(misses == 0)
        one_short = np.flatnonzero(misses == 1) if passes else rows[:0]
        lacking = {name: one_short[~passed[one_short]] for name, passed in passes.items()}

        def others(name: str) -> np.ndarray:
            return np.concatenate((rows, lacking[name])) if name in lacking else rows

        page = self._sorted(rows, wanted, amounts, miles)
        return Found(
            total=len(rows),
            schools=int(np.count_nonzero(self._school.counted(rows))),
            rowids=self._rowids[page].tolist(),
            prices=known(amounts["price"][page]),
            miles=known(miles[page]) if miles is not None else [None] * len(page),
            counts={name: choice.counts(others(name)) for name, choice in self._choices.items()}
            | {name: ceilings(amounts[name][others(name)], wanted.bounds(name)) for name in CEILINGS},
            dropping={name: len(rows) + len(short) for name, short in lacking.items()},
            left_out={name: self._untold(name, short, amounts) for name, short in lacking.items()},
        )

    def _price(self, wanted: Wanted) -> np.ndarray:
        if not wanted.per_year and not wanted.resident:
            return self._numbers["total"]
        kind = "year" if wanted.per_year else "total"
        if not wanted.resident:
            return self._numbers["year_in"]
        at_home = self._choices["state"].passes([wanted.resident])
        return np.where(at_home, self._numbers[f"{kind}_in"], self._numbers[f"{kind}_out"])

    def _miles(self, near: tuple[float, float]) -> np.ndarray:
        """Great-circle distance of every program, NaN where its place is unknown."""
        here, there = np.radians(near), self._points
        half = np.sin((there[:, 0] - here[0]) / 2) ** 2
        half += np.cos(there[:, 0]) * np.cos(here[0]) * np.sin((there[:, 1] - here[1]) / 2) ** 2
        return (2 * EARTH_MILES * np.arcsin(np.sqrt(half)))[self._place.codes]

    def _passes(self, wanted: Wanted, amounts: Columns, miles: np.ndarray | None) -> Columns:
        """Filter that is set -> for each program, whether it passes."""
        passes = {name: self._choices[name].passes(chosen) for name, chosen in wanted.choices.items()}
        if wanted.fields:
            passes["what"] = self._choices["cip"].passes(wanted.fields)
        if wanted.rowids is not None:
            passes["what"] = np.zeros(len(self), bool)
            passes["what"][np.searchsorted(self._rowids, wanted.rowids)] = True
        if miles is not None:
            passes["where"] = miles <= wanted.within
        for name, amount in amounts.items():
            ceiling = wanted.ceilings.get(name)
            if ceiling is not None:
                passes[name] = amount <= ceiling
            if name in wanted.unknown:
                passes[name] = np.isnan(amount) | passes.get(name, np.False_)
        return passes

    def _sorted(self, rows: np.ndarray, wanted: Wanted, amounts: Columns, miles: np.ndarray | None):
        """The rows of the page: by what was asked, unknown last, then by name."""
        last, names = wanted.first + wanted.size, self._name_order
        if wanted.sort == "name" or (wanted.sort == "distance" and miles is None):
            return first(rows, [names], last)[wanted.first :]
        amounts = amounts | {"distance": miles, "months": self._months_order}
        key = amounts[wanted.sort]
        told = ~np.isnan(key[rows])
        page = first(rows[told], [key, names], last)
        if len(page) < last:
            page = np.concatenate((page, first(rows[~told], [names], last - len(page))))
        return page[wanted.first :]

    def _untold(self, name: str, rows: np.ndarray, amounts: Columns) -> int:
        """How many of these rows have no value for this filter."""
        if name in amounts:
            return int(np.count_nonzero(np.isnan(amounts[name][rows])))
        if name in self._choices:
            return self._choices[name].counts(rows).get("unknown", 0)
        return int(np.count_nonzero(np.isnan(self._points[self._place.codes[rows], 0]))) if name == "where" else 0


def first(rows: np.ndarray, keys: list[np.ndarray], number: int) -> np.ndarray:
    """The first of these rows by these keys, in order."""
    if number < len(rows):
        ordered = keys[0][rows]
        rows = rows[ordered <= np.partition(ordered, number - 1)[number - 1]]
    return rows[np.lexsort([key[rows] for key in reversed(keys)])][:number]


def ceilings(amounts: np.ndarray, bounds: list[float]) -> dict[str, int]:
    """{bound: how many are at most that, ..., "unknown": how many are not known}"""
    told = amounts[~np.isnan(amounts)]
    under = {str(bound): int(np.count_nonzero(told <= bound)) for bound in bounds}
    return under | {"unknown": len(amounts) - len(told)}


def known(amounts: np.ndarray) -> list[float | None]:
    """Numbers, and None for those that are not known."""
    return [None if np.isnan(amount) else float(amount) for amount in amounts]
