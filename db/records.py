"""What collected.db holds, one dataclass a table: the vocabulary that spiders, pipelines and publication share.

Every record belongs to a source and holds from the run that first brought it (`since_run`) to the run that no longer
did (`until_run`); those two columns are the store's and stand in no dataclass. Text that is unknown is "", a number
that is unknown is None. Columns are described, once for all tables, in db/site/columns.yml.
"""

from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar


@dataclass(slots=True)
class Record:
    """A row of `table`; `key` names the columns by which two runs recognize the same row."""

    table: ClassVar[str]
    key: ClassVar[tuple[str, ...]]

    source: str


@dataclass(slots=True)
class Institution(Record):
    """A school, keyed by its IPEDS unitid. status: active | closed | merged | inactive."""

    table: ClassVar[str] = "institutions"
    key: ClassVar[tuple[str, ...]] = ("unitid",)

    unitid: str
    name: str
    year: int | None = None
    opeid: str = ""
    aliases: str = ""
    address: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    latitude: float | None = None
    longitude: float | None = None
    control: str = ""
    sector: str = ""
    website: str = ""
    net_price_calculator: str = ""
    status: str = "active"
    closed_on: str = ""
    merged_into: str = ""
    url: str = ""


@dataclass(slots=True)
class Provider(Record):
    """A school as a source that knows no unitid prints it; pipelines/institutions.py finds which school it is.

    provider  the source's own key of the school: its number in a state's list, the web host of a site
    unitid    as printed, where the source prints it
    """

    table: ClassVar[str] = "providers"
    key: ClassVar[tuple[str, ...]] = ("provider",)

    provider: str
    name: str
    unitid: str = ""
    opeid: str = ""
    website: str = ""
    address: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    url: str = ""


@dataclass(slots=True)
class Words:
    """What a page or a table prints of one fact. kind: price | length | award | delivery | accreditation | cip, or
    elsewhere: the words of a link to where the price is said to stand, labelled by its address.

    printed  what stands on the page, where the text puts data of a script into words
    """

    kind: str
    text: str
    label: str = ""
    url: str = ""
    printed: str = ""


@dataclass(slots=True)
class Figure(Record):
    """One stated fact of a listing: its printed words and the value read from them. See db/reference/statuses.csv.

    value holds what is not a number (award, mode, accreditor); value_min and value_max hold numbers in `unit`.
    """

    table: ClassVar[str] = "figures"
    key: ClassVar[tuple[str, ...]] = ("listing",)

    listing: str
    kind: str
    printed: str
    label: str = ""
    status: str = "published"
    value: str = ""
    value_min: float | None = None
    value_max: float | None = None
    unit: str = ""
    component: str = ""
    basis: str = ""
    residency: str = ""
    academic_year: str = ""
    pace: str = ""
    what: str = ""
    includes_books: int | None = None
    level: str = ""
    standing: str = ""
    look_again: str = ""
    note: str = ""
    url: str = ""


@dataclass(slots=True)
class Listing(Record):
    """What one source says about one program (scope "program") or about a whole school (scope "institution").

    key      the source's own key, stable across crawls
    unitid   the school, "" where the source does not know it and names its `provider` instead
    campus   where it is taught, as printed, if the school has several places
    part     the table of the source that it stands in ("C_A"), "" where the source is pages
    public   whether the school is public, None if unknown: half of the meaning of "in-state" sits there
    words    what is printed; pipelines/normalize.py reads `figures` from them
    """

    table: ClassVar[str] = "listings"
    key: ClassVar[tuple[str, ...]] = ("listing",)

    listing: str
    unitid: str
    name: str
    part: str = ""
    scope: str = "program"
    cip: str = ""
    cip_basis: str = ""
    awlevel: int | None = None
    year: int | None = None
    completions: int | None = None
    url: str = ""
    provider: str = ""
    campus: str = ""
    public: bool | None = field(default=None, metadata={"column": False})
    words: list[Words] = field(default_factory=list, metadata={"column": False})
    figures: list[Figure] = field(default_factory=list, metadata={"column": False})


@dataclass(slots=True)
class DapipPlace(Record):
    """An institution, an additional location or a site as DAPIP knows it. No person, phone or e-mail."""

    table: ClassVar[str] = "dapip_places"
    key: ClassVar[tuple[str, ...]] = ("dapip_id",)

    dapip_id: str
    name: str
    opeid: str = ""
    unitids: str = ""
    parent_dapip_id: str = ""
    location_type: str = ""
    address: str = ""
    state: str = ""
    zip: str = ""
    updated_on: str = ""
    url: str = ""


@dataclass(slots=True)
class Accreditation(Record):
    """One DAPIP record. level: institutional | programmatic; a record with `ended_on` is history."""

    table: ClassVar[str] = "accreditations"
    key: ClassVar[tuple[str, ...]] = ("dapip_id",)

    dapip_id: str
    agency_id: str
    agency: str
    accreditor: str
    program_id: str
    program: str
    sequential_id: str
    level: str
    status: str
    began_on: str = ""
    began_flag: str = ""
    review_on: str = ""
    ended_on: str = ""
    ending_action_id: str = ""
    note: str = ""
    url: str = ""


@dataclass(slots=True)
class AccreditationAction(Record):
    """What an agency decided about a place or program, when and why."""

    table: ClassVar[str] = "accreditation_actions"
    key: ClassVar[tuple[str, ...]] = ("dapip_id",)

    dapip_id: str
    agency_id: str
    accreditor: str
    program_id: str
    sequential_id: str
    action: str
    acted_on: str
    justification: str = ""
    ended_on: str = ""
    url: str = ""


@dataclass(slots=True)
class Cip(Record):
    """A field of study: a code of the Classification of Instructional Programs, 2, 4 or 6 digits, as text."""

    table: ClassVar[str] = "cips"
    key: ClassVar[tuple[str, ...]] = ("cip",)

    cip: str
    digits: int
    title: str
    definition: str = ""
    examples: str = ""
    year: int = 2020
    url: str = ""


@dataclass(slots=True)
class CipChange(Record):
    """What became of a CIP 2010 code in CIP 2020."""

    table: ClassVar[str] = "cip_changes"
    key: ClassVar[tuple[str, ...]] = ("cip2010", "cip2020")

    cip2010: str
    title2010: str
    cip2020: str
    title2020: str
    action: str
    url: str = ""


@dataclass(slots=True)
class CipOccupation(Record):
    """A pair of the official CIP 2020 to SOC 2018 crosswalk; many to many, without weights."""

    table: ClassVar[str] = "cip_occupations"
    key: ClassVar[tuple[str, ...]] = ("cip", "soc")

    cip: str
    soc: str
    occupation: str
    url: str = ""


@dataclass(slots=True)
class Wage(Record):
    """What all workers of an occupation earn, national, in whole dollars a year and dollars an hour."""

    table: ClassVar[str] = "wages"
    key: ClassVar[tuple[str, ...]] = ("soc",)

    soc: str
    occupation: str
    soc_level: str
    area: str
    period: str
    employment: int | None = None
    annual_mean: float | None = None
    annual_p10: float | None = None
    annual_p25: float | None = None
    annual_median: float | None = None
    annual_p75: float | None = None
    annual_p90: float | None = None
    hourly_median: float | None = None
    note: str = ""
    url: str = ""


@dataclass(slots=True)
class Projection(Record):
    """How employment in an occupation is projected to change; employment in persons."""

    table: ClassVar[str] = "projections"
    key: ClassVar[tuple[str, ...]] = ("soc",)

    soc: str
    occupation: str
    soc_level: str
    from_year: int
    to_year: int
    employment_from: float | None = None
    employment_to: float | None = None
    change_percent: float | None = None
    openings_per_year: float | None = None
    annual_median: float | None = None
    entry_education: str = ""
    url: str = ""


RECORDS: tuple[type[Record], ...] = (
    Institution, Provider, Listing, Figure, DapipPlace, Accreditation, AccreditationAction,
    Cip, CipChange, CipOccupation, Wage, Projection,
)  # fmt: skip


@cache
def columns(record: type[Record]) -> tuple[str, ...]:
    """The columns of a record's table, in order, without the store's own two."""
    return tuple(f.name for f in fields(record) if f.metadata.get("column", True))


@cache
def as_row(record: type[Record]) -> Any:
    """A fast function from a record of this type to the tuple of its columns."""
    return attrgetter(*columns(record))
