"""/career/<slug>: the work and its pay, and what the programs that lead there cost, take and open."""

from datasette.utils.asgi import Request, Response

from db.site import career, frame, places, spread, terms, words
from db.site.directory import Directory
from db.site.links import Shortlist, address

PATH = r"/career/(?P<slug>[^/]+)$"


async def answer(directory: Directory, request: Request) -> Response:
    """The career, everywhere or in one state (`state`); a state that is none is dropped."""
    state = places.state(request.args.get("state") or "")
    found = await directory.read(career.read, request.url_vars["slug"], state, directory.name)
    if found is None:
        return frame.missing(directory, request, "We describe no career of this name.")
    asked = [("career", found.row["career"]), *([("state", state)] if state else [])]
    here = f"/career/{found.row['career']}"
    shortlist = Shortlist.read(request.args)
    costs = [
        Group(found, programs, career.PRICED, award=award, control=control)
        for (award, control), programs in career.groups(found.priced, "award", "control").items()
    ]
    lengths = [
        Group(found, programs, career.TIMED, award=award)
        for (award,), programs in career.groups(found.timed, "award").items()
    ]
    return frame.page(
        directory,
        request,
        "career.html",
        career=found,
        sentence=career.sentence(found.priced),
        costs=costs,
        lengths=lengths,
        cost_picture=picture([group.prices for group in costs], "What programs cost", thousands),
        length_picture=picture([group.months for group in lengths], "How many months programs take", words.number),
        deliveries=career.groups(found.programs, "delivery"),
        cheapest=career.cheapest(found.programs),
        shortest=career.shortest(found.programs),
        states=by_state(found),
        names=places.STATES,
        PRICED=career.PRICED,
        TIMED=career.TIMED,
        here=lambda code: address(here, [*([("state", code)] if code else []), *shortlist.pairs()]),
        search=lambda **filters: address("/search", [*asked, *filters.items(), *shortlist.pairs()]),
        words=words,
        terms=terms,
    )  # fmt: skip


def thousands(amount: float) -> str:
    """25000 -> $25k, as it fits on an axis."""
    return f"${amount / 1000:g}k" if amount >= 1000 else words.money(amount)


class Group:
    """The programs of one kind, and the address of their rows."""

    def __init__(self, found: career.Career, programs: list, which: dict[str, str], **values: str):
        self.programs = programs
        self.rows = found.rows(**values, **which)
        self.schools = len({program["unitid"] for program in programs})
        self.title = words.label(words.AWARDS, values["award"])
        if "control" in values:
            self.title += f" · {words.label(words.CONTROLS, values['control']).lower()}"

    @property
    def prices(self) -> spread.Spread:
        """Their whole prices; of a range the lowest."""
        return self._spread("price_total_min")

    @property
    def months(self) -> spread.Spread:
        """Their months; of a range the shortest."""
        return self._spread("months_min")

    def _spread(self, column: str) -> spread.Spread:
        name = f"{self.title} ({len(self.programs):,})"
        return spread.Spread.of(name, [program[column] for program in self.programs])


def picture(spreads: list[spread.Spread], title: str, say) -> str:
    """The picture, nothing where there is nothing to draw."""
    return spread.picture(spreads, f"{title}; the table below gives the same in numbers", say) if spreads else ""


def by_state(found: career.Career) -> list[dict]:
    """For each state with programs: how many there are, how many of them are priced, from what and with what median."""
    rows = []
    for (code,), programs in career.groups(found.programs, "state").items():
        priced = [program for program in programs if career.is_priced(program)]
        prices = spread.Spread.of(code, [program["price_total_min"] for program in priced]) if priced else None
        rows.append({"code": code, "programs": len(programs), "priced": len(priced), "prices": prices,
                     "online": sum(program["delivery"] == "online" for program in programs)})  # fmt: skip
    return sorted(rows, key=lambda row: places.STATES.get(row["code"], "~"))
