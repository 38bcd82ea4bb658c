-- The tables that are published. What each column means stands in db/site/columns.yml.
create table sources (
    source text primary key, title text, publisher text, licence text, licence_url text, homepage text,
    cadence_days integer, about text, accepted_run integer references runs(run), accepted_at text, last_doubt text
);
create table runs (
    run integer primary key, source text references sources(source), started_at text, ended_at text, status text,
    reason text, whole integer, arguments text, parser_version integer, listings integer, figures integer, opened integer,
    closed integer, pages integer, not_modified integer, bytes integer, notes text, fills text, monitors text
);
create table captures (
    capture integer primary key, run integer references runs(run), source text references sources(source),
    parser_version integer, url text, method text, fetched_at text, http_status integer, sha256 text, kept_sha256 text,
    bytes integer, media_type text
);
create table cips (
    cip text primary key, digits integer, title text, definition text, examples text, year integer
);
create table cip_changes (
    cip2010 text, title2010 text, cip2020 text references cips(cip), title2020 text, action text
);
create table occupations (
    soc text primary key, occupation text, wage_area text, wage_period text, employment integer, annual_p10 numeric,
    annual_p25 numeric, annual_median numeric, annual_p75 numeric, annual_p90 numeric, annual_mean numeric,
    hourly_median numeric, wage_note text, from_year integer, to_year integer, employment_from numeric,
    employment_to numeric, change_percent numeric, openings_per_year numeric, projection_annual_median numeric,
    entry_education text
);
create table cip_occupations (
    cip text references cips(cip), soc text references occupations(soc), occupation text, primary key (cip, soc)
);
create table institutions (
    unitid text primary key, name text, aliases text, address text, city text, state text, zip text, latitude real,
    longitude real, control text, sector text, status text, closed_on text, merged_into text, opeid text, website text,
    net_price_calculator text, accreditor text, accreditation text, year_price_in_district numeric,
    year_price_in_state numeric, year_price_out_of_state numeric, credit_price_in_district numeric,
    credit_price_in_state numeric, credit_price_out_of_state numeric, year_books numeric, year_price_year text,
    year_price_status text, delivery text, delivery_note text, source text references sources(source), as_of text,
    url text
);
create table providers (
    source text references sources(source), provider text, unitid text references institutions(unitid),
    match_method text, match_confidence numeric, name text, printed_unitid text, opeid text, website text, address text,
    city text, state text, zip text, url text, primary key (source, provider)
);
create table accredited_places (
    dapip_id text, unitid text references institutions(unitid), match_method text, opeid text, name text, parent_dapip_id text,
    location_type text, address text, state text, zip text, updated_on text
);
create table accreditations (
    dapip_id text, unitid text references institutions(unitid), level text, accreditor text, agency text, program text,
    standing text, sanction text, sanction_on text, printed_status text, began_on text, began_flag text, review_on text,
    ended_on text, agency_id text, program_id text, sequential_id text, note text, as_of text
);
create table accreditation_actions (
    dapip_id text, accreditor text, agency_id text, program_id text, sequential_id text, action text, effect text,
    acted_on text, justification text, ended_on text
);
create table institution_accreditations (
    unitid text references institutions(unitid), accreditor text, standing text references vocab_standing(standing),
    claimed text, claim_figure integer references figures(figure), claimed_on text, listed text, sanction text,
    sanction_on text, school_match text, dapip_id text, place text, began_on text, review_on text, ended_on text,
    list_as_of text, primary key (unitid, accreditor)
);
create table programs (
    id text primary key, name text, institution text, city text, state text, award text, field text,
    price_total_min numeric, price_total_max numeric, price_status text, price_covers text, months_min numeric,
    months_max numeric, length_status text, delivery text, delivery_status text, institution_accreditor text,
    institution_accreditation text, program_accreditor text, program_accreditation text, control text, as_of text,
    sources text, url text, clock_hours numeric, credits numeric, price_residency text, price_year text,
    price_is_complete integer, price_look_again text, in_person text, award_printed text, awlevel integer,
    cip text references cips(cip), cip_basis text, year_price_in_district numeric, year_price_in_state numeric,
    year_price_out_of_state numeric, year_price_year text, year_price_status text, completions integer,
    campus text, unitid text references institutions(unitid), institution_status text, zip text, latitude real, longitude real
);
create table program_accreditations (
    program_id text references programs(id), accreditor text, standing text references vocab_standing(standing),
    claimed text, claim_figure integer references figures(figure), claimed_on text, listed text, sanction text,
    sanction_on text, school_match text, program_match text, dapip_id text, program text, place text, began_on text,
    review_on text, ended_on text, list_as_of text, primary key (program_id, accreditor)
);
create table program_openings (
    program_id text references programs(id), credential text references credentials(credential), answer text,
    because text, other_routes text, rule_as_of text, rule_confidence text, primary key (program_id, credential)
);
create table listings (
    source text references sources(source), listing text, program_id text references programs(id), match_method text,
    match_confidence numeric, witness text references trust(witness), scope text, part text,
    unitid text references institutions(unitid), provider text, name text, campus text, cip text references cips(cip),
    cip_basis text, awlevel integer, year integer, completions integer, url text, read_on text,
    since_run integer references runs(run), primary key (source, listing)
);
create table figures (
    figure integer primary key, program_id text references programs(id), unitid text references institutions(unitid),
    kind text, printed text, label text, status text, value text, value_min numeric, value_max numeric, unit text,
    component text, basis text, residency text, academic_year text, pace text, what text, includes_books integer,
    level text, standing text, look_again text, note text, source text references sources(source), listing text,
    part text, url text, capture integer references captures(capture), read_on text,
    since_run integer references runs(run), shown integer, disagrees text
);
create table ended_figures (
    figure integer primary key, program_id text, unitid text references institutions(unitid), kind text, printed text,
    label text, status text, value text, value_min numeric, value_max numeric, unit text, component text, basis text,
    residency text, academic_year text, what text, level text, note text, source text references sources(source),
    listing text, url text, capture integer references captures(capture), first_read_on text, last_read_on text,
    since_run integer references runs(run), until_run integer references runs(run)
);
create table price_history (
    program_id text, unitid text references institutions(unitid), component text, basis text, residency text,
    academic_year text, value_min numeric, value_max numeric, status text, what text, printed text, first_read_on text,
    last_read_on text, is_current integer, source text references sources(source), listing text, figure integer
);
create table changes (
    run integer references runs(run), changed_on text, source text references sources(source), listing text,
    program_id text, unitid text references institutions(unitid), field text, before text, after text
);
create table withdrawn_programs (
    id text primary key, name text, institution text, city text, state text, award text, field text,
    cip text references cips(cip), awlevel integer, last_seen_on text, gone_on text, as_of text, sources text, url text,
    unitid text references institutions(unitid)
);
create table program_addresses (
    id text primary key, now text references programs(id), state text, reason text, since text
);
create table career_outlook (
    career text references careers(career), soc text references occupations(soc), occupation text, whose text,
    wage_area text, wage_period text, employment integer, annual_p10 numeric, annual_median numeric, annual_p90 numeric,
    hourly_median numeric, wage_note text, from_year integer, to_year integer, change_percent numeric,
    openings_per_year numeric, projection_annual_median numeric, entry_education text, primary key (career, soc)
);
