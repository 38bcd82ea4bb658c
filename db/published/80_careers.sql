-- Careers: what the occupations of each career pay and how they are projected to change. Wages are of all workers of an
-- occupation, never of the graduates of a program; each keeps its area and period. Groups of occupations are none.
-- Where BLS publishes an occupation only together with its neighbours, those figures are shown and said to be that.
insert into career_outlook
select c.career, c.soc, o.occupation, case when o.soc = c.soc then 'all workers of the occupation'
        else 'all workers of the occupations that BLS counts together as ' || o.soc end,
    o.wage_area, o.wage_period, o.employment, o.annual_p10, o.annual_median, o.annual_p90, o.hourly_median, o.wage_note,
    o.from_year, o.to_year, o.change_percent, o.openings_per_year, o.projection_annual_median, o.entry_education
from career_occupations c
join occupations o on o.soc = coalesce((select soc from occupations where soc = c.soc), substr(c.soc, 1, 6) || '0')
order by c.career, c.soc;

create index career_fields_by_cip on career_fields(cip);
create index career_fields_by_career on career_fields(career);
create index credential_fields_by_cip on credential_fields(cip);
