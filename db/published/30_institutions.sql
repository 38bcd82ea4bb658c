-- Schools: the last that their registry said of them, closed and merged ones included.
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
    coalesce(a.accreditor, ''), coalesce(a.standing, 'not_checked') as accreditation,
    p.year_price_in_district, p.year_price_in_state, p.year_price_out_of_state, p.credit_price_in_district,
    p.credit_price_in_state, p.credit_price_out_of_state, p.year_books, coalesce(p.year_price_year, '') as year_price_year,
    case when coalesce(p.year_price_in_district, p.year_price_in_state, p.year_price_out_of_state) is not null
        then 'published' else 'not_published' end as year_price_status,
    coalesce(d.value, 'unknown') as delivery, coalesce(d.note, '') as delivery_note,
    r.source, cast(r.year as text) as as_of, r.url
from temp.registry r
left join temp.school_accreditation a using (unitid)
left join temp.institution_prices p using (unitid)
left join temp.institution_figures d on d.unitid = r.unitid and d.kind = 'delivery'
order by r.unitid;
create index institutions_by_state on institutions(state);
