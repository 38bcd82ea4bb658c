"""Which school a source speaks of that does not print its unitid. Never by a name alone, and not at all if two fit.

In order: the unitid, the OPEID, the web host (if several schools share it, with the place), the name with the place.
A place is the state with the ZIP code or the city. What fits two schools, or none, stays without a school.
"""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from sqlite_utils import Database

SAME_PLACE = """
    s.state = p.state and p.state != ''
    and (substr(s.zip, 1, 5) = substr(p.zip, 1, 5) and p.zip != '' or lower(s.city) = lower(p.city) and p.city != '')
"""

WAYS = (
    ("unitid", 1.0, "s.unitid = p.unitid"),
    ("opeid", 0.98, "s.opeid = p.opeid and length(p.opeid) = 8"),
    ("web_host", 0.95, "s.host = p.host and p.host != ''"),
    ("web_host_and_place", 0.95, f"s.host = p.host and p.host != '' and {SAME_PLACE}"),
    ("name_and_place", 0.9, f"p.plain != '' and instr(s.names, '|' || p.plain || '|') and {SAME_PLACE}"),
)
"""How a school is found: method, confidence, and what must hold of one school `s` only and the provider `p`."""

SCHOOLS = """
create temp table schools as
select unitid, opeid, host(website) as host, state, city, zip,
    '|' || plain_name(name) || '|' || plain_names(aliases) || '|' as names
from institutions where until_run is null and status in ('active', 'inactive')
"""

PROVIDERS = """
create temp table unmatched as
select source, provider, unitid, opeid, host(website) as host, state, city, zip, plain_name(name) as plain
from providers where until_run is null
"""

MATCH = """
insert into provider_matches
select p.source, p.provider, min(s.unitid), ?, ? from temp.unmatched p join temp.schools s on {holds}
group by p.source, p.provider having count(*) = 1
"""


def match_providers(db: Database) -> None:
    """Fill `provider_matches` anew from the open rows of `providers` and `institutions`, within a transaction."""
    db.execute("delete from provider_matches")
    if not db.execute("select 1 from providers where until_run is null limit 1").fetchone():
        return
    for function in (host, plain_name, plain_names):
        db.conn.create_function(function.__name__, 1, function, deterministic=True)
    for table, sql in (("schools", SCHOOLS), ("unmatched", PROVIDERS)):
        db.execute(f"drop table if exists temp.{table}")
        db.execute(sql)
    for column in ("unitid", "opeid", "host", "state"):
        db.execute(f"create index temp.schools_by_{column} on schools({column})")
    for method, confidence, holds in WAYS:
        db.execute(MATCH.format(holds=holds), (method, confidence))
        db.execute(
            "delete from temp.unmatched where (source, provider) in (select source, provider from provider_matches)"
        )


def host(address: str) -> str:
    """The web host that an address names, without "www.", lower case; "" if there is none.

    >>> host("HTTPS://www.alder.example/apply?x=1"), host("alder.example/"), host("by e-mail")
    ('alder.example', 'alder.example', '')
    """
    address = (address or "").strip().lower()
    name = urlsplit(address if "//" in address else f"//{address}").netloc.rpartition("@")[2].partition(":")[0]
    return name.removeprefix("www.") if re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", name) else ""


FORMS = re.compile(r"\b(the|inc|incorporated|llc|ltd|corp|co)\b")


@lru_cache(maxsize=65_536)
def plain_name(name: str) -> str:
    """A school's name without case, punctuation, article and legal form: what two printings of it share.

    >>> plain_name("The St. Mary's College & Institute, Inc.")
    'st marys college and institute'
    """
    words = re.findall(r"\w+", (name or "").lower().replace("&", " and ").replace("'", "").replace("’", ""))
    return " ".join(FORMS.sub(" ", " ".join(words)).split())


def plain_names(aliases: str) -> str:
    """The plain names of aliases that stand between bars."""
    return "|".join(filter(None, map(plain_name, (aliases or "").split("|"))))
