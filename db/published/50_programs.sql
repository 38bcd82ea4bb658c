-- One row per program: for each fact the most trusted witness, with its status. A school's own page comes before a
-- federal table, a price for residents of the state before one for its district; of one witness's several values the
-- lowest and the highest are shown.
create temp table witness as
select program_id, source, listing, part, case part when '' then 1 else 3 end as trust from listings
where scope = 'program' and program_id != '';
create index temp.witness_by_program on witness(program_id, trust);

create temp table program_prices as
with totals as (
    select f.*, min(10 * w.trust + for_whom) over (partition by f.program_id) as best, 10 * w.trust + for_whom as trust
    from (
        select *, case residency when 'any' then 0 when 'not_stated' then 1 when 'in_state' then 2
            when 'in_district' then 3 else 4 end as for_whom
        from figures
    ) f join temp.witness w on w.source = f.source and w.listing = f.listing
    where f.kind = 'price' and f.component = 'total' and f.basis = 'program'
        and f.status in ('published', 'computed', 'conflicting')
)
select program_id, min(value_min) as price_total_min, max(coalesce(value_max, value_min)) as price_total_max,
    min(residency) as price_residency, 
    replace(replace(group_concat(distinct replace(coalesce(nullif(what, ''), 'total'), ', ', '+')), ',', ' or '), '+', ', ') as price_covers, max(academic_year) as price_year,
    case when max(status = 'conflicting') then 'conflicting' when max(status = 'computed') then 'computed'
        else 'published' end as price_status,
    min(level != 'at_least') as price_is_complete, max(look_again) as price_look_again
from totals where trust = best group by program_id;
create unique index temp.program_prices_by_id on program_prices(program_id);

create temp table program_price_words as
select f.program_id, max(f.status = 'unparsed') as unparsed from figures f
where f.kind = 'price' and f.program_id != '' group by f.program_id;
create unique index temp.program_price_words_by_id on program_price_words(program_id);

create temp table program_lengths as
with lengths as (
    select f.program_id, f.value_min, f.value_max, f.unit, f.status,
        case f.status when 'implied' then 9 else w.trust end as trust
    from figures f join temp.witness w on w.source = f.source and w.listing = f.listing
    where f.kind = 'length' and f.component = 'total' and f.status in ('published', 'computed', 'implied')
),
ranked as (
    select *, min(trust) over (partition by program_id, unit) as best,
        max(status != 'implied') over (partition by program_id) as is_stated
    from lengths
)
select program_id,
    case when count(*) filter (where unit = 'months' and value_min is null) then null
        else min(value_min) filter (where unit = 'months') end as months_min,
    case when count(*) filter (where unit = 'months' and value_max is null) then null
        else max(value_max) filter (where unit = 'months') end as months_max,
    min(status) filter (where unit = 'months') as months_status,
    case when min(value_min) filter (where unit = 'hours') = max(value_max) filter (where unit = 'hours')
        then min(value_min) filter (where unit = 'hours') end as clock_hours,
    case when min(value_min) filter (where unit = 'credits') = max(value_max) filter (where unit = 'credits')
        then min(value_min) filter (where unit = 'credits') end as credits,
    max(status) filter (where status != 'implied') as stated
-- Beside a length that is stated, were it only in clock hours, the band of the award level is not shown.
from ranked where trust = best and (status != 'implied' or not is_stated) group by program_id;
create unique index temp.program_lengths_by_id on program_lengths(program_id);

create temp table program_modes as
select * from (
    select f.program_id, f.value as delivery, f.what as in_person, f.status,
        row_number() over (partition by f.program_id order by w.trust, f.figure) as rank
    from figures f join temp.witness w on w.source = f.source and w.listing = f.listing
    where f.kind = 'delivery' and f.status != 'unparsed'
) where rank = 1;
create unique index temp.program_modes_by_id on program_modes(program_id);

create temp table program_awards as
select * from (
    select f.program_id, f.value as award, f.what as award_printed,
        row_number() over (partition by f.program_id order by w.trust, f.figure) as rank
    from figures f join temp.witness w on w.source = f.source and w.listing = f.listing
    where f.kind = 'award' and f.status = 'published'
) where rank = 1;
create unique index temp.program_awards_by_id on program_awards(program_id);

create temp table program_levels as
select program_id, cast(max(value_min) as integer) as awlevel from figures
where kind = 'award' and unit = 'awlevel' and program_id != '' group by program_id having min(value_min) = max(value_min);
create unique index temp.program_levels_by_id on program_levels(program_id);

create temp table headline as
select * from (
    select l.*, row_number() over (partition by l.program_id order by w.trust, l.part, l.listing) as rank,
        max(l.cip) over (partition by l.program_id) as any_cip,
        max(l.awlevel) over (partition by l.program_id) as any_awlevel,
        sum(l.completions) over (partition by l.program_id) as all_completions
    from listings l join temp.witness w on w.source = l.source and w.listing = l.listing
) where rank = 1;

create temp table witnesses as
select program_id, group_concat(distinct source) as sources
from (select program_id, source from temp.witness order by program_id, source) group by program_id;
create unique index temp.witnesses_by_id on witnesses(program_id);

insert into programs
select h.program_id, coalesce(nullif(h.name, ''), c.title, h.any_cip), s.name, s.city, s.state,
    coalesce(a.award, 'unknown'), coalesce(c.title, 'not established'),
    p.price_total_min, p.price_total_max,
    coalesce(p.price_status, case when w.unparsed then 'unparsed' end, 'not_published'), coalesce(p.price_covers, ''),
    l.months_min, l.months_max, coalesce(l.stated, l.months_status, 'not_published'),
    coalesce(m.delivery, d.value, 'unknown'),
    coalesce(m.status, nullif(d.status, 'published'), 'not_published'),
    s.accreditor, s.accreditation,
    coalesce(k.accreditor, ''), coalesce(k.standing, 'not_checked'),
    s.control,
    case h.part when '' then substr(r.fetched_at, 1, 10) else cast(h.year as text) end,
    ws.sources, h.url,
    l.clock_hours, l.credits, coalesce(p.price_residency, ''), coalesce(p.price_year, ''), p.price_is_complete,
    coalesce(p.price_look_again, ''), coalesce(m.in_person, ''), coalesce(a.award_printed, ''),
    coalesce(h.any_awlevel, v.awlevel),
    h.any_cip, h.cip_basis,
    s.year_price_in_district, s.year_price_in_state, s.year_price_out_of_state, coalesce(s.year_price_year, ''),
    s.year_price_status, h.all_completions, h.unitid, s.status, s.zip, s.latitude, s.longitude
from temp.headline h
left join institutions s on s.unitid = h.unitid
left join cips c on c.cip = h.any_cip
left join temp.program_prices p using (program_id)
left join temp.program_price_words w using (program_id)
left join temp.program_lengths l using (program_id)
left join temp.program_modes m using (program_id)
left join temp.institution_figures d on d.unitid = h.unitid and d.kind = 'delivery'
left join temp.program_awards a using (program_id)
left join temp.program_levels v using (program_id)
left join temp.program_claims k using (program_id)
left join temp.witnesses ws using (program_id)
left join temp.read_on r on r.url = h.url
order by h.program_id;

create index programs_by_cip on programs(cip, award);
create index programs_by_field on programs(field);
create index programs_by_state on programs(state);
create index programs_by_award on programs(award);
create index programs_by_control on programs(control);
create index programs_by_delivery on programs(delivery);
create index programs_by_price_status on programs(price_status);
create index programs_by_length_status on programs(length_status);
create index programs_by_price on programs(price_total_min);
create index programs_by_months on programs(months_min);
create index programs_by_name on programs(name);
create index programs_by_unitid on programs(unitid);
create index programs_by_accreditation on programs(program_accreditation, institution_accreditation);
