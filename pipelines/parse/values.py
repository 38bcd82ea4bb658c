"""What the readers of this folder take and give: the context of words, and the typed values read from them."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around the words. Half of a figure's meaning sits there; everything may be unknown.

    heading   the heading above, or the header of the table's column
    label     the label beside the value ("Tuition:", the row's first cell)
    public    whether the school is public, None if unknown
    calendar  semester | quarter | trimester, "" if unknown
    """

    heading: str = ""
    label: str = ""
    public: bool | None = None
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class Length:
    """A stated duration. An exact value has equal bounds; an open end is None.

    unit  hours | credits | days | weeks | months | terms | years (hours are clock hours, never credit hours)
    kind  total (the program's, or the award's) | component (anything else that lasts), named by `what`
    term  semester | quarter | trimester where the unit is terms, or the type of the credits, else ""
    pace  full-time | part-time | day | evening | weekend | accelerated … only if printed next to the value, else ""
    why   the rule that decided, for people
    """

    value_min: Decimal | None
    value_max: Decimal | None
    unit: str
    kind: str = "total"
    pace: str = ""
    what: str = ""
    term: str = ""
    printed: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Price:
    """A stated amount of US dollars, exact. An exact value has equal bounds; an open end is None.

    basis      program | year | term | credit | clock_hour | course | month | one_time | hour (wages only)
    component  tuition | fees | tuition_and_fees | books | supplies | total | other, the last named by `what`
    residency  in_district | in_state | out_of_state | any (nothing is said)
    includes_books  True or False only if the words say so
    academic_year   "2026-27" if the words say so, else ""
    """

    amount_min: Decimal | None
    amount_max: Decimal | None
    basis: str
    component: str
    residency: str = "any"
    includes_books: bool | None = None
    what: str = ""
    pace: str = ""
    academic_year: str = ""
    printed: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """What the student gets. value: certificate | diploma | associate | other | multiple | unknown.

    subtype  the printed type ("AAS", "Certificate of Completion"), any_of the offers if value is multiple
    """

    value: str
    subtype: str = ""
    any_of: tuple[str, ...] = ()
    printed: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where the student must be. value: online | hybrid | in_person | multiple | unknown.

    in_person  what must be done in person, as said (labs, clinical, externship, exam, orientation …)
    """

    value: str
    in_person: tuple[str, ...] = ()
    printed: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Accreditation:
    """Who vouches for whom. accreditor is canonical (db/reference/accreditors.csv), or STATE with `agency` named.

    level   institutional | programmatic
    status  accredited | candidate | seeking | approved | none
    """

    accreditor: str
    level: str
    status: str
    agency: str = ""
    condition: str = ""
    printed: str = ""
    why: str = ""
