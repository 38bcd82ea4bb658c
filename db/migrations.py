"""The schema of collected.db, change by change (sqlite-utils' own migrations). Released migrations are never edited."""

from sqlite_utils import Database, Migrations

migrations = Migrations("tuitionary")


@migrations()
def m001_sources_runs_captures(db: Database) -> None:
    db.execute(
        """create table sources (
            source text primary key, title text, publisher text, licence text, licence_url text, homepage text,
            cadence_days integer, about text)"""
    )
    db.execute(
        """create table runs (
            run integer primary key, source text not null references sources(source), started_at text not null,
            ended_at text, status text not null check (status in ('running', 'accepted', 'doubted')),
            reason text not null default '', arguments text not null default '{}', parser_version integer not null,
            listings integer, figures integer, opened integer, closed integer,
            pages integer, not_modified integer, bytes integer,
            fills text not null default '{}', notes text not null default '[]')"""
    )
    db.execute("create index runs_by_source on runs(source, status, run)")
    db.execute(
        """create table captures (
            capture integer primary key, run integer not null references runs(run), url text not null, method text,
            fetched_at text not null, http_status integer, sha256 text, kept_sha256 text, bytes integer,
            media_type text, etag text, last_modified text)"""
    )
    db.execute("create index captures_by_url on captures(url, run)")


LIFETIME = "since_run integer not null references runs(run), until_run integer references runs(run)"


@migrations()
def m002_records(db: Database) -> None:
    for sql in (
        """create table institutions (source text, unitid text, name text, year integer, opeid text, aliases text,
            address text, city text, state text, zip text, latitude real, longitude real, control text, sector text,
            website text, net_price_calculator text, status text, closed_on text, merged_into text, url text,
            {lifetime})""",
        """create table listings (source text, listing text, unitid text, name text, part text, scope text, cip text,
            cip_basis text, awlevel integer, year integer, completions integer, url text, {lifetime})""",
        """create table figures (source text, listing text, kind text, printed text, label text, status text,
            value text, value_min numeric, value_max numeric, unit text, component text, basis text, residency text,
            academic_year text, pace text, what text, includes_books integer, level text,
            standing text, look_again text, note text, url text,
            {lifetime})""",
        """create table dapip_places (source text, dapip_id text, name text, opeid text, unitids text,
            parent_dapip_id text, location_type text, address text, state text, zip text, updated_on text, url text,
            {lifetime})""",
        """create table accreditations (source text, dapip_id text, agency_id text, agency text, accreditor text,
            program_id text, program text, sequential_id text, level text, status text, began_on text,
            began_flag text, review_on text, ended_on text, ending_action_id text, note text, url text, {lifetime})""",
        """create table accreditation_actions (source text, dapip_id text, agency_id text, accreditor text,
            program_id text, sequential_id text, action text, acted_on text, justification text, ended_on text,
            url text, {lifetime})""",
        """create table cips (source text, cip text, digits integer, title text, definition text, examples text,
            year integer, url text, {lifetime})""",
        """create table cip_changes (source text, cip2010 text, title2010 text, cip2020 text, title2020 text,
            action text, url text, {lifetime})""",
        """create table cip_occupations (source text, cip text, soc text, occupation text, url text, {lifetime})""",
        """create table wages (source text, soc text, occupation text, soc_level text, area text, period text,
            employment integer, annual_mean real, annual_p10 real, annual_p25 real, annual_median real,
            annual_p75 real, annual_p90 real, hourly_median real, note text, url text, {lifetime})""",
        """create table projections (source text, soc text, occupation text, soc_level text, from_year integer,
            to_year integer, employment_from real, employment_to real, change_percent real, openings_per_year real,
            annual_median real, entry_education text, url text, {lifetime})""",
    ):
        db.execute(sql.format(lifetime=LIFETIME))
    for table, key in (
        ("institutions", "unitid"), ("listings", "listing"), ("figures", "listing"), ("dapip_places", "dapip_id"),
        ("accreditations", "dapip_id"), ("accreditation_actions", "dapip_id"), ("cips", "cip"),
        ("cip_changes", "cip2010, cip2020"), ("cip_occupations", "cip, soc"), ("wages", "soc"),
        ("projections", "soc"),
    ):  # fmt: skip
        db.execute(f"create index {table}_open on {table}({key}, source) where until_run is null")


@migrations()
def m003_identities(db: Database) -> None:
    db.execute(
        """create table identities (
            source text not null, listing text not null, program text, method text not null, confidence real not null,
            primary key (source, listing)) without rowid"""
    )


@migrations()
def m004_providers(db: Database) -> None:
    db.execute(
        f"""create table providers (source text, provider text, name text, unitid text, opeid text, website text,
            address text, city text, state text, zip text, url text, {LIFETIME})"""
    )
    db.execute("create index providers_open on providers(provider, source) where until_run is null")
    for column in ("provider", "campus"):
        db.execute(f"alter table listings add column {column} text not null default ''")
    db.execute("create index listings_by_key on listings(listing, source, until_run)")
    db.execute("create index figures_ended on figures(listing, source, until_run) where until_run is not null")
    db.execute(
        """create table provider_matches (
            source text not null, provider text not null, unitid text not null, method text not null,
            confidence real not null, primary key (source, provider))"""
    )


@migrations()
def m005_runs_that_can_be_accepted(db: Database) -> None:
    db.execute("alter table runs add column whole integer")


@migrations()
def m006_lasting_identities(db: Database) -> None:
    """identities outlive their listings; an id that gave way to another leads there for ever."""
    db.execute("alter table identities add column unitid text not null default ''")
    db.execute("alter table identities add column cip text not null default ''")
    db.execute("alter table identities add column cip_basis text not null default ''")
    db.execute("alter table identities add column since_run integer")
    db.execute("create index identities_by_program on identities(program)")
    db.execute(
        """create table moved_ids (
            program text primary key, now text not null, reason text not null, source text, listing text,
            run integer references runs(run))"""
    )


@migrations()
def m007_monitors(db: Database) -> None:
    db.execute("alter table runs add column monitors text not null default '{}'")
    db.execute(
        """create table told (
            source text primary key, state text not null, why text not null, since text not null)"""
    )
