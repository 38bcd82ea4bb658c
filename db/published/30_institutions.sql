-- Schools: the last that their registry said of them, closed and merged ones included.
create temp table registry as
select * from (
    select *, row_number() over (partition by unitid order by until_run is null desc, since_run desc) as rank
    from collected.institutions
) where rank = 1;
create unique index temp.registry_by_unitid on registry(unitid);

-- A place has the unitids that DAPIP prints, else the one school with its OPEID.
insert into accredited_places
with separate(dapip_id, unitid, rest) as (
    select dapip_id, '', replace(unitids, ' ', '') || ',' from collected.dapip_places where until_run is null
    union all
    select dapip_id, substr(rest, 1, instr(rest, ',') - 1), substr(rest, instr(rest, ',') + 1)
    from separate where rest like '%,%'
),
of_opeid as (
    select opeid, min(unitid) as unitid from temp.registry where length(opeid) = 8 group by opeid having count(*) = 1
)
select p.dapip_id, coalesce(s.unitid, o.unitid),
    case when s.unitid is not null then 'unitid' when o.unitid is not null then 'opeid' else 'no_school' end,
    p.opeid, p.name, p.parent_dapip_id, p.location_type, p.address, p.state, p.zip, p.updated_on
from collected.dapip_places p
left join separate s on s.dapip_id = p.dapip_id and s.unitid != ''
left join of_opeid o on o.opeid = p.opeid
where p.until_run is null order by p.dapip_id, s.unitid;
create index accredited_places_by_unitid on accredited_places(unitid);
create index accredited_places_by_dapip_id on accredited_places(dapip_id);

-- standing: what the record says today. A record with an end date is history, whatever its status says.
insert into accreditations
select a.dapip_id, p.unitid, a.level, coalesce(nullif(a.accreditor, ''), a.agency) as accreditor, a.agency, a.program,
    case when a.ended_on != '' then 'ended' when a.status = 'Accredited' then 'accredited'
        when a.status = 'Preaccredited' then 'candidate' else 'denied' end as standing,
    a.status as printed_status, a.began_on, a.began_flag, a.review_on, a.ended_on, a.agency_id, a.program_id,
    a.sequential_id, a.note, substr(r.fetched_at, 1, 10) as as_of
from collected.accreditations a
left join (select dapip_id, min(unitid) as unitid from accredited_places group by dapip_id) p using (dapip_id)
left join temp.read_on r on r.url = a.url
where a.until_run is null
order by a.dapip_id, a.agency_id, a.program_id, a.sequential_id, a.began_on, a.ended_on, a.review_on;
create index accreditations_by_unitid on accreditations(unitid, level, standing);
create index accreditations_by_accreditor on accreditations(accreditor, level, standing);

insert into accreditation_actions
select dapip_id, coalesce(nullif(accreditor, ''), agency_id) as accreditor, agency_id, program_id, sequential_id,
    action, acted_on, justification, ended_on
from collected.accreditation_actions where until_run is null
order by dapip_id, agency_id, program_id, sequential_id, acted_on, action, justification, ended_on;
create index accreditation_actions_by_dapip_id on accreditation_actions(dapip_id, agency_id, program_id);

create temp table institution_accreditations as
select p.unitid, group_concat(distinct a.accreditor) filter (where a.standing = 'accredited') as accredited,
    group_concat(distinct a.accreditor) filter (where a.standing = 'candidate') as candidate,
    group_concat(distinct a.accreditor) as any_accreditor
from (select distinct dapip_id, unitid from accredited_places where unitid != '') p
join (select * from accreditations where level = 'institutional' order by accreditor) a on a.dapip_id = p.dapip_id
group by p.unitid;
create unique index temp.institution_accreditations_by_unitid on institution_accreditations(unitid);

-- Prices and modes that a school states of itself as a whole; they are nobody's program price.
create temp table institution_figures as
select l.unitid, l.year, f.kind, f.component, f.basis, f.residency, f.value, f.value_min, f.status, f.academic_year, f.note
from collected.listings l join collected.figures f on f.source = l.source and f.listing = l.listing and f.until_run is null
where l.scope = 'institution' and l.until_run is null;
create index temp.institution_figures_by_unitid on institution_figures(unitid);

create temp table institution_prices as
select unitid,
    max(academic_year) as year_price_year,
    max(value_min) filter (where basis = 'year' and component = 'tuition_and_fees' and residency = 'in_district')
        as year_price_in_district,
    max(value_min) filter (where basis = 'year' and component = 'tuition_and_fees' and residency = 'in_state')
        as year_price_in_state,
    max(value_min) filter (where basis = 'year' and component = 'tuition_and_fees' and residency = 'out_of_state')
        as year_price_out_of_state,
    max(value_min) filter (where basis = 'credit' and residency = 'in_district') as credit_price_in_district,
    max(value_min) filter (where basis = 'credit' and residency = 'in_state') as credit_price_in_state,
    max(value_min) filter (where basis = 'credit' and residency = 'out_of_state') as credit_price_out_of_state,
    max(value_min) filter (where basis = 'year' and component = 'books') as year_books
from temp.institution_figures where kind = 'price' group by unitid;
create unique index temp.institution_prices_by_unitid on institution_prices(unitid);

insert into institutions
select r.unitid, r.name, r.aliases, r.address, r.city, r.state, r.zip, r.latitude, r.longitude, r.control, r.sector,
    case when r.until_run is not null then 'not_listed' else r.status end as status, r.closed_on, r.merged_into, r.opeid,
    r.website, r.net_price_calculator,
    coalesce(a.accredited, a.candidate, a.any_accreditor, '') as accreditor,
    case when a.accredited is not null then 'accredited' when a.candidate is not null then 'candidate'
        when a.any_accreditor is not null then 'ended' else 'not_checked' end as accreditation,
    p.year_price_in_district, p.year_price_in_state, p.year_price_out_of_state, p.credit_price_in_district,
    p.credit_price_in_state, p.credit_price_out_of_state, p.year_books, coalesce(p.year_price_year, '') as year_price_year,
    case when coalesce(p.year_price_in_district, p.year_price_in_state, p.year_price_out_of_state) is not null
        then 'published' else 'not_published' end as year_price_status,
    coalesce(d.value, 'unknown') as delivery, coalesce(d.note, '') as delivery_note,
    r.source, cast(r.year as text) as as_of, r.url
from temp.registry r
left join temp.institution_accreditations a using (unitid)
left join temp.institution_prices p using (unitid)
left join temp.institution_figures d on d.unitid = r.unitid and d.kind = 'delivery'
order by r.unitid;
create index institutions_by_state on institutions(state);
