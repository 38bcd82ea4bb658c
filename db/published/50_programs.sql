-- One row per program. Each fact is its headline's (45_witnesses.sql); of one witness's several values the lowest and
-- the highest are shown.
create temp table program_prices as
select program_id, min(value_min) as price_total_min, max(coalesce(value_max, value_min)) as price_total_max,
    min(residency) as price_residency,
    replace(replace(group_concat(distinct replace(coalesce(nullif(what, ''), 'total'), ', ', '+')), ',', ' or '), '+', ', ')
        as price_covers,
    max(academic_year) as price_year,
    case when max(status = 'conflicting') then 'conflicting' when max(status = 'computed') then 'computed'
        else 'published' end as price_status,
    min(is_complete) as price_is_complete, max(look_again) as price_look_again
from temp.headlines where fact = 'price' group by program_id;
create unique index temp.program_prices_by_id on program_prices(program_id);

-- Words that were not understood are no silence: "competency-based" is a length, and "call for tuition" a price.
create temp table program_words as
select program_id, max(kind = 'price') as price, max(kind = 'length') as length,
    max(kind = 'price' and status = 'linked_elsewhere') as elsewhere
from figures where status in ('unparsed', 'linked_elsewhere') and program_id is not null group by program_id;
create unique index temp.program_words_by_id on program_words(program_id);

create temp table program_lengths as
select program_id,
    case when count(*) filter (where fact = 'months' and value_min is null) then null
        else min(value_min) filter (where fact = 'months') end as months_min,
    case when count(*) filter (where fact = 'months' and value_max is null) then null
        else max(value_max) filter (where fact = 'months') end as months_max,
    case when min(value_min) filter (where fact = 'hours') = max(value_max) filter (where fact = 'hours')
        then min(value_min) filter (where fact = 'hours') end as clock_hours,
    case when min(value_min) filter (where fact = 'credits') = max(value_max) filter (where fact = 'credits')
        then min(value_min) filter (where fact = 'credits') end as credits,
    max(status) as status
from temp.headlines where fact in ('months', 'hours', 'credits') group by program_id;
-- The band of the award level is shown only where no length is stated, were it only in clock hours.
insert into temp.program_lengths
select f.program_id, min(f.value_min), max(f.value_max), null, null, 'implied' from figures f
where f.kind = 'length' and f.status = 'implied' and f.program_id is not null
    and f.program_id not in (select program_id from temp.program_lengths)
group by f.program_id;
create unique index temp.program_lengths_by_id on program_lengths(program_id);

create temp table program_modes as
select program_id, case when count(distinct value) > 1 then 'multiple' else max(value) end as delivery
from temp.stated join temp.chosen c using (program_id, fact, source)
where fact = 'delivery' and stated.trust = c.trust group by program_id;
create unique index temp.program_modes_by_id on program_modes(program_id);

-- What must be done in person is told even where the mode is not.
create temp table program_presence as
select program_id, max(what) as in_person from figures
where kind = 'delivery' and what != '' and program_id is not null group by program_id;
create unique index temp.program_presence_by_id on program_presence(program_id);

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
select h.program_id, coalesce(nullif(h.name, ''), c.title, h.any_cip, 'not named'), coalesce(s.name, o.name, ''),
    coalesce(s.city, o.city, ''), coalesce(s.state, o.state, ''),
    coalesce(a.award, 'unknown'), coalesce(c.title, 'not established'),
    p.price_total_min, p.price_total_max,
    case when x.price then 'conflicting' when p.price_status is not null then p.price_status
        when w.elsewhere then 'linked_elsewhere' when w.price then 'unparsed' else 'not_published' end,
    coalesce(p.price_covers, ''), l.months_min, l.months_max,
    case when x.length then 'conflicting' else coalesce(l.status, iif(w.length, 'unparsed', 'not_published')) end,
    coalesce(m.delivery, d.value, 'unknown'),
    case when x.delivery then 'conflicting' when m.delivery is not null then 'published'
        else coalesce(nullif(d.status, 'published'), 'not_published') end,
    coalesce(s.accreditor, ''), coalesce(s.accreditation, 'not_checked'),
    coalesce(k.accreditor, ''), coalesce(k.standing, 'not_checked'),
    coalesce(s.control, 'unknown'), coalesce(cast(h.year as text), h.read_on, ''), ws.sources, h.url,
    l.clock_hours, l.credits, coalesce(p.price_residency, ''), coalesce(p.price_year, ''), p.price_is_complete,
    coalesce(p.price_look_again, ''), coalesce(i.in_person, ''), coalesce(a.award_printed, ''),
    coalesce(h.any_awlevel, v.awlevel),
    coalesce(h.cip, h.any_cip), h.cip_basis,
    s.year_price_in_district, s.year_price_in_state, s.year_price_out_of_state, coalesce(s.year_price_year, ''),
    coalesce(s.year_price_status, 'not_published'), h.all_completions, h.campus, h.unitid,
    coalesce(s.status, 'not_listed'), coalesce(s.zip, o.zip, ''), s.latitude, s.longitude
from temp.headline h
left join institutions s on s.unitid = h.unitid
left join providers o on o.source = h.source and o.provider = h.provider
left join cips c on c.cip = coalesce(h.cip, h.any_cip)
left join temp.program_prices p using (program_id)
left join temp.program_words w using (program_id)
left join temp.program_lengths l using (program_id)
left join temp.program_modes m using (program_id)
left join temp.program_presence i using (program_id)
left join temp.conflicts x using (program_id)
left join temp.institution_figures d on d.unitid = h.unitid and d.kind = 'delivery'
left join temp.program_awards a using (program_id)
left join temp.program_levels v using (program_id)
left join temp.program_claims k using (program_id)
left join temp.witnesses ws using (program_id)
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
