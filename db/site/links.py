"""What pages share of an address: the shortlist and clean queries."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

MOST = 4
"""Programs that fit beside each other on a screen."""

PROGRAM_ID = re.compile(r"[\w.~:-]{1,200}")


@dataclass(frozen=True)
class Shortlist:
    """The programs that the visitor compares, kept in the address as `id=…` and nowhere else."""

    ids: tuple[str, ...] = ()

    @classmethod
    def read(cls, args) -> "Shortlist":
        """From the arguments of a request; what cannot be an id is dropped, and so is a fifth one."""
        given = dict.fromkeys(id for id in args.getlist("id") if PROGRAM_ID.fullmatch(id))
        return cls(tuple(given)[:MOST])

    def __contains__(self, id: str) -> bool:
        return id in self.ids

    @property
    def is_full(self) -> bool:
        """Whether no more fit."""
        return len(self.ids) == MOST

    def pairs(self) -> list[tuple[str, str]]:
        """What to put into a query so that the shortlist goes on."""
        return [("id", id) for id in self.ids]

    def with_(self, id: str) -> "Shortlist":
        """This and one more, if it fits."""
        return Shortlist(tuple(dict.fromkeys((*self.ids, id)))[:MOST])

    def without(self, id: str) -> "Shortlist":
        """This but one."""
        return Shortlist(tuple(other for other in self.ids if other != id))

    def link(self, path: str) -> str:
        """A page with this shortlist: `{{ shortlist.link("/compare") }}`."""
        return address(path, self.pairs())


def address(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """A path with a query, without a question mark if there is nothing to ask."""
    query = urlencode(list(pairs))
    return f"{path}?{query}" if query else path
