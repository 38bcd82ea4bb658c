"""Which listings of one school are one program, and which offer of the government's list it is. Pure.

Listings of one source are one program if award, field and subject are the same and nothing known of campus, delivery,
track, price or length tells them apart. Listings of two sources are one program if besides award and field the subject
is the same, or each source has only one program of that award and field. A program is an offer of IPEDS if the school
reports exactly one offer of its field and level, and no other program lays claim to it. Otherwise it has an id of its
own: two rows for one program are a nuisance, one row for two programs is a wrong price.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipelines.titles import WEAK, Title, read_title

BASES = ("corrected", "printed", "ipeds_completions", "mapped_by_title", "unknown", "")
SUB_DEGREE = {"certificate": "certificate", "diploma": "certificate", "associate": "associate"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A field and level in which the school reports awards: its program's id, CIP, title of the CIP and award level."""

    program: str
    cip: str
    title: str
    awlevel: int

    @property
    def award(self) -> str:
        return "associate" if self.awlevel == 3 else "certificate"


@dataclass(frozen=True, slots=True)
class Said:
    """What a listing says of its program; "" and None are unknown.

    award      certificate | diploma | associate, "" if unknown or several
    awlevel    from a number printed in its own unit, or as the source reports it
    price      all it says of the price of study, as text: two that differ are different prices
    length     the same of the program's length
    before     the program that this listing was known by
    was        the program that this listing was known by and speaks of no longer
    """

    source: str
    listing: str
    name: str
    unitid: str = ""
    cip: str = ""
    cip_basis: str = ""
    award: str = ""
    awlevel: int | None = None
    campus: str = ""
    delivery: str = ""
    paces: str = ""
    price: str = ""
    length: str = ""
    before: str = ""
    was: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.source, self.listing

    @property
    def title(self) -> Title:
        return read_title(self.name)

    @property
    def variant(self) -> tuple[str, str, frozenset[str]]:
        """Campus, delivery and track."""
        title = self.title
        tracks = title.tracks | frozenset(filter(None, self.paces.split("|")))
        return self.campus.lower() or title.campus, self.delivery, tracks


@dataclass(frozen=True, slots=True)
class Match:
    """The program of a listing, how it was found, and its field; `program` is "" where it needs an id of its own."""

    program: str
    method: str
    confidence: float
    cip: str
    cip_basis: str


@dataclass
class Program:
    """Listings that are one program; the best of them names its field."""

    listings: list[Said]

    @property
    def award(self) -> str:
        return next((SUB_DEGREE[said.award] for said in self.listings if said.award in SUB_DEGREE), "")

    @property
    def awlevel(self) -> int | None:
        return next((said.awlevel for said in self.listings if said.awlevel), None)

    @property
    def sources(self) -> set[str]:
        return {said.source for said in self.listings}

    @property
    def field(self) -> tuple[str, str]:
        """CIP and its basis."""
        best = min(self.listings, key=lambda said: BASES.index(said.cip_basis))
        return best.cip, best.cip_basis

    @property
    def before(self) -> list[str]:
        """The programs that its listings were known by."""
        return list(dict.fromkeys(said.before for said in self.listings if said.before))


def programs_of_a_school(listings: Iterable[Said], offers: Sequence[Offer]) -> list[tuple[Program, Match]]:
    """The programs that the listings of one school speak of, each with the offer that it is, if it is one."""
    placed = [in_its_field(said, offers) for said in sorted(listings, key=lambda said: said.key)]
    programs = across_sources(within_sources(placed))
    claims: dict[str, list[Program]] = defaultdict(list)
    fitting = {id(program): fitting_offers(program, offers) for program in programs}
    for program in programs:
        for offer in fitting[id(program)]:
            claims[offer.program].append(program)
    return [(program, matched(program, fitting[id(program)], claims)) for program in programs]


def in_its_field(said: Said, offers: Sequence[Offer]) -> Said:
    """The listing with its CIP: as printed, else one that the school reports at this level, else as its title suggests.

    What only a title suggests stays marked as a suggestion.
    """
    if said.cip_basis in ("corrected", "printed") or not said.name:
        return said
    at_level = [offer for offer in offers if fits(said.award, said.awlevel, offer)]
    if said.cip and any(offer.cip == said.cip for offer in at_level):
        return replace(said, cip_basis="ipeds_completions")
    if not said.cip and (cip := titled(said, at_level)):
        return replace(said, cip=cip, cip_basis="ipeds_completions")
    return said


def titled(said: Said, offers: Sequence[Offer]) -> str:
    """The one CIP of these offers whose title holds all words of the listing's, of which there are two or more."""
    words = said.title.subject
    found = {
        offer.cip
        for offer in offers
        if (whole := read_title(offer.title).subject) and (words == whole or (len(words) > 1 and words < whole))
    }
    return found.pop() if len(found) == 1 else ""


def fits(award: str, awlevel: int | None, offer: Offer) -> bool:
    """Whether an offer is of this award, and of this level if it is known."""
    return SUB_DEGREE.get(award) == offer.award and awlevel in (None, offer.awlevel)


def fitting_offers(program: Program, offers: Sequence[Offer]) -> list[Offer]:
    """The offers of a program's field, award and level."""
    return [offer for offer in offers if offer.cip == program.field[0] and fits(program.award, program.awlevel, offer)]


def within_sources(listings: Sequence[Said]) -> list[Program]:
    """Listings of one source, as programs."""
    found: dict[tuple, list[Program]] = defaultdict(list)
    for said in listings:
        same = found[said.source, said.award, said.cip, said.title.subject]
        joined = [program for program in same if all(one_offering(said, other) for other in program.listings)]
        if len(joined) == 1:
            joined[0].listings.append(said)
        else:
            same.append(Program([said]))
    return [program for programs in found.values() for program in programs]


def one_offering(one: Said, other: Said) -> bool:
    """Whether two listings of one award, field and subject are one offering, as far as one source tells."""
    if one.awlevel and other.awlevel and one.awlevel != other.awlevel:
        return False
    if one.variant == other.variant:
        return agree(one.price, other.price) and agree(one.length, other.length)
    return (one.price, one.length) == (other.price, other.length) and any((one.price, one.length))


def agree(one: str, other: str) -> bool:
    """Whether two printed facts do not differ; unknown differs from nothing."""
    return not one or not other or one == other


def across_sources(programs: Sequence[Program]) -> list[Program]:
    """Programs of several sources, joined where they are the same."""
    of_a_kind = Counter(kind for program in programs for kind in kinds(program))
    sole = {id(program) for program in programs if all(of_a_kind[kind] == 1 for kind in kinds(program))}
    found: list[Program] = []
    for program in sorted(programs, key=lambda program: program.listings[0].key):
        same = nearest(
            program, [other for other in found if same_program(program, other, {id(program), id(other)} <= sole)]
        )
        if len(same) == 1:
            same[0].listings.extend(program.listings)
        else:
            found.append(program)
    return found


def nearest(program: Program, others: list[Program]) -> list[Program]:
    """Of several programs that may be the same, those of the same title, tracks, price and length, in this order."""
    said = program.listings[0]
    for alike in (
        lambda other: other.title.subject == said.title.subject,
        lambda other: other.variant[2] == said.variant[2],
        lambda other: other.price == said.price != "",
        lambda other: other.length == said.length != "",
    ):
        others = [other for other in others if alike(other.listings[0])] or others
    return others


def kinds(program: Program) -> list[tuple[str, str, str]]:
    """Source, award and field of a program."""
    return [(source, program.award, program.field[0]) for source in sorted(program.sources)]


def same_program(one: Program, other: Program, sole: bool) -> bool:
    """Whether programs of different sources are the same; `sole` if each is its source's only one of its kind."""
    if one.sources & other.sources:
        return False
    facts = ((one.award, other.award), (one.awlevel, other.awlevel), (one.field[0], other.field[0]))
    if any(a and b and a != b for a, b in facts):
        return False
    if any(apart(a, b) for a in one.listings for b in other.listings):
        return False
    (award, other_award), _, (cip, other_cip) = facts
    if one.listings[0].title.subject - WEAK == other.listings[0].title.subject - WEAK:
        return bool((award and other_award) or (cip and other_cip))
    return sole and bool(award and other_award and cip and other_cip)


def apart(one: Said, other: Said) -> bool:
    """Whether two witnesses speak of different offerings: campus, delivery or track differ, and price or length too."""
    differ = any(a and b and a != b for a, b in zip(one.variant, other.variant, strict=True))
    return differ and not (agree(one.price, other.price) and agree(one.length, other.length))


def matched(program: Program, fitting: Sequence[Offer], claims: dict[str, list[Program]]) -> Match:
    """The offer that a program is: the only one that fits and that nobody else claims, else the one it was before."""
    cip, basis = program.field
    sure = 0.95 if basis in ("corrected", "printed") else 0.85
    if len(fitting) == 1 and claims[fitting[0].program] == [program]:
        return Match(fitting[0].program, "only_offer_of_field_and_award", sure, cip, basis)
    for offer in fitting:
        holders = [rival for rival in claims[offer.program] if offer.program in rival.before]
        if holders and holders[0] is program:
            return Match(offer.program, "offer_as_before", sure, cip, basis)
    return Match("", "offer_of_several_programs" if len(fitting) == 1 else "own_listing", 1.0, cip, basis)
