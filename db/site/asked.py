"""The search that an address asks for, and the addresses of the searches beside it. Pure.

Everything is in the address. A default is never written there, what is not understood is dropped and never guessed, and
the same search has the same address whichever way it was reached.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import quote_plus, urlencode

from db.site.links import Shortlist, address
from db.site.places import STATES, point, state

PATH = "/search"
WITHIN = (10, 25, 50, 100, 250)
NEAR = 50
SORTS = {"price": "Price", "months": "Length", "distance": "Distance", "name": "Name"}
CEILINGS = {"price": 1_000_000, "months": 120}  # the highest that is believed
CHOICES = ("career", "cip", "award", "delivery", "school_accreditation", "program_accreditation", "opens", "control",
           "state")  # fmt: skip
PAGES = 500
LONGEST = 100

Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    """One search."""

    what: str = ""
    literally: bool = False  # the words as they are, not what they may mean
    where: str = ""  # a ZIP code or City, ST; a state is a choice
    within: int = NEAR
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ceilings: Mapping[str, int] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()  # of price, months: those that are not known too
    per_year: bool = False
    resident: str = ""
    sort: str = ""  # "" is distance where there is a place, else price
    page: int = 1
    shortlist: Shortlist = field(default_factory=Shortlist)

    @classmethod
    def read(cls, args, options: Mapping[str, Collection[str]]) -> "Asked":
        """From the arguments of a request. `options`: facet -> what may be chosen; anything else is dropped."""
        given = {name: tuple(dict.fromkeys(one.strip() for one in args.getlist(name))) for name in args}
        what, where = text(given, "what"), text(given, "where")
        choices = {name: chosen(given, name, options.get(name, ())) for name in CHOICES}
        if what and not where and "words" not in given:
            what, where, online = said(what)
            if online and not choices["delivery"]:
                choices["delivery"] = ("online",)
        if code := state(where):
            where, choices["state"] = "", tuple(dict.fromkeys((*choices["state"], code)))
        return cls(
            what=what,
            literally=bool(what) and "1" in given.get("words", ()),
            where=where,
            within=number(given, "within", among=WITHIN) or NEAR if where else NEAR,
            choices={name: options for name, options in choices.items() if options},
            ceilings={name: at_most for name in CEILINGS if (at_most := ceiling(given, name)) is not None},
            unknown=frozenset(name for name in CEILINGS if "unknown" in given.get(name, ())),
            per_year="year" in given.get("per", ()),
            resident=next((code for code in given.get("resident", ()) if code in STATES), ""),
            sort=next((sort for sort in given.get("sort", ()) if sort in SORTS), ""),
            page=min(number(given, "page") or 1, PAGES),
            shortlist=Shortlist.read(args),
        ).without_defaults()

    def without_defaults(self) -> "Asked":
        """The same search with nothing said that goes without saying."""
        default = "distance" if self.where else "price"
        idle = self.sort == default or (self.sort == "distance" and not self.where)
        return replace(self, sort="" if idle else self.sort)

    @property
    def order(self) -> str:
        """By what the results are sorted."""
        return self.sort or ("distance" if self.where else "price")

    @cached_property
    def pairs(self) -> Pairs:
        """The query of this search's address."""
        pairs: Pairs = [("what", self.what)] if self.what else []
        pairs += [("words", "1")] if self.literally else []
        pairs += [("where", self.where)] if self.where else []
        pairs += [("within", str(self.within))] if self.within != NEAR else []
        pairs += [(name, option) for name in CHOICES for option in sorted(self.choices.get(name, ()))]
        for name in CEILINGS:
            pairs += [(name, str(self.ceilings[name]))] if name in self.ceilings else []
            pairs += [(name, "unknown")] if name in self.unknown else []
        pairs += [("per", "year")] if self.per_year else []
        pairs += [("resident", self.resident)] if self.resident else []
        pairs += [("sort", self.sort)] if self.sort else []
        pairs += [("page", str(self.page))] if self.page > 1 else []
        return pairs + self.shortlist.pairs()

    @property
    def link(self) -> str:
        """The address of this search."""
        return address(PATH, self.pairs)

    @property
    def bare(self) -> "Asked":
        """The same search for everybody: from its first page on, in its usual order, without a shortlist."""
        return replace(self, page=1, sort="", shortlist=Shortlist())

    def at_format(self, format: str) -> str:
        """The address of this search for machines, "json" or "atom"."""
        return address(f"{PATH}.{format}", self.bare.pairs)

    def kept(self, *without: str) -> Pairs:
        """The query without these parameters, and from its first page on."""
        return [pair for pair in self.pairs if pair[0] not in without and pair[0] != "page"]

    def dropping(self, name: str) -> "Asked":
        """The search without a filter."""
        start = replace(self, page=1)
        if name == "what":
            start = replace(start, what="", literally=False)
        elif name == "where":
            start = replace(start, where="", within=NEAR)
        elif name in CEILINGS:
            rest = {other: at_most for other, at_most in self.ceilings.items() if other != name}
            start = replace(start, ceilings=rest, unknown=self.unknown - {name})
        else:
            start = replace(start, choices={other: chosen for other, chosen in self.choices.items() if other != name})
        return start.without_defaults()

    def links(self, name: str) -> Callable[[str], str]:
        """Option -> the address of the search with that option too, or without it if it is chosen.

        A ceiling takes the place of another one.
        """
        now, rest = self.values(name), [urlencode(self.kept(name))] if self.kept(name) else []

        def link(option: str) -> str:
            if option in now:
                then = [value for value in now if value != option]
            elif name in CEILINGS and option != "unknown":
                then = [option, *(value for value in now if value == "unknown")]
            else:
                then = [*now, option]
            query = "&".join((*rest, *(f"{name}={quote_plus(value)}" for value in then)))
            return f"{PATH}?{query}" if query else PATH

        return link

    def values(self, name: str) -> list[str]:
        """What is chosen under this name."""
        return [value for other, value in self.pairs if other == name]

    def sorted_by(self, sort: str) -> "Asked":
        """The search in another order."""
        return replace(self, page=1, sort=sort).without_defaults()

    def at(self, page: int) -> "Asked":
        """Another page of it."""
        return replace(self, page=page)

    def comparing(self, shortlist: Shortlist) -> "Asked":
        """The same page with another shortlist."""
        return replace(self, shortlist=shortlist)

    @property
    def filters(self) -> list[str]:
        """The filters that are set, by name."""
        set_by = {"what": self.what, "where": self.where, **self.choices}
        return [name for name, is_set in set_by.items() if is_set] + [
            name for name in CEILINGS if name in self.ceilings or name in self.unknown
        ]


Given = Mapping[str, tuple[str, ...]]


def text(given: Given, name: str) -> str:
    """The first text given under this name, in one line and not endless."""
    return " ".join(next(iter(given.get(name, ())), "").split())[:LONGEST].strip()


def chosen(given: Given, name: str, options: Collection[str]) -> tuple[str, ...]:
    """The options given that exist."""
    return tuple(option for option in given.get(name, ()) if option in options)


def number(given: Given, name: str, among: Collection[int] = ()) -> int | None:
    """The first whole number given under this name, one of these if there are any; None if none is."""
    told = (int(value) for value in given.get(name, ()) if re.fullmatch(r"[0-9]{1,6}", value))
    return next((value for value in told if not among or value in among), None)


def ceiling(given: Given, name: str) -> int | None:
    """The amount meant by 9000, $9,000 or 9000.00; None if there is none or it is beyond belief."""
    for value in given.get(name, ()):
        if whole := re.fullmatch(r"\$?\s*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\.[0-9]{1,2})?", value):
            amount = int(whole[1].replace(",", ""))
            return amount if amount <= CEILINGS[name] else None
    return None


SAID_PLACE = re.compile(r"(?i)\b(?:in|near|around|close to)\s+(?P<place>\S.*)$")
SAID_ZIP = re.compile(r"\b(?P<place>\d{5})$")
SAID_ONLINE = re.compile(r"(?i)\bonline\b")


def said(what: str) -> tuple[str, str, bool]:
    """(what, where, whether online) of one line: "phlebotomy online near 85201" -> phlebotomy, 85201, True"""
    online = bool(SAID_ONLINE.search(what))
    rest = " ".join(SAID_ONLINE.sub(" ", what).split())
    for form in (SAID_PLACE, SAID_ZIP):
        if (found := form.search(rest)) and (state(found["place"]) or point(found["place"])):
            return rest[: found.start()].strip(" ,"), found["place"], online
    return rest, "", online
