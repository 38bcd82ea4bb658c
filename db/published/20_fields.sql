-- Fields of study and the occupations that they lead to.
insert into cips
select cip, digits, title, definition, examples, year from collected.cips where until_run is null order by cip;

insert into cip_changes
select cip2010, title2010, cip2020, title2020, action from collected.cip_changes
where until_run is null order by cip2010, cip2020;

-- Occupation groups are left out: they are no occupations, and nobody earns their median.
insert into occupations
with codes as (
    select soc, occupation from collected.wages where until_run is null and soc_level = 'detailed'
    union
    select soc, occupation from collected.projections where until_run is null and soc_level = 'detailed'
        and soc not in (select soc from collected.wages where until_run is null and soc_level = 'detailed')
)
select c.soc, c.occupation, w.area as wage_area, w.period as wage_period, w.employment, w.annual_p10, w.annual_p25,
    w.annual_median, w.annual_p75, w.annual_p90, w.annual_mean, w.hourly_median, w.note as wage_note,
    p.from_year, p.to_year, p.employment_from, p.employment_to, p.change_percent, p.openings_per_year,
    p.annual_median as projection_annual_median, p.entry_education
from codes c
left join collected.wages w on w.soc = c.soc and w.until_run is null and w.soc_level = 'detailed'
left join collected.projections p on p.soc = c.soc and p.until_run is null and p.soc_level = 'detailed'
order by c.soc;

insert into cip_occupations
select cip, soc, occupation from collected.cip_occupations where until_run is null order by cip, soc;
create index cip_occupations_by_soc on cip_occupations(soc);
