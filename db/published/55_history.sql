-- What was said before: figures that no longer hold, prices through time, programs that are gone, ids that gave way,
-- and what every run changed, field by field. Nothing that was ever published loses its address.
create temp table gone as
select l.*, i.program as program_id, d.last_read_on, d.ended_on
from collected.listings l join collected.identities i using (source, listing) join temp.last_read d on d.run = l.until_run
where l.until_run = (select max(n.until_run) from collected.listings n where n.listing = l.listing and n.source = l.source)
    and not exists (select 1 from collected.listings n
        where n.listing = l.listing and n.source = l.source and n.until_run is null);
create index temp.gone_by_program on gone(program_id);

insert into withdrawn_programs
select g.program_id, coalesce(nullif(g.name, ''), c.title, g.cip), coalesce(s.name, ''), coalesce(s.city, ''),
    coalesce(s.state, ''),
    coalesce((select f.value from collected.figures f where f.source = g.source and f.listing = g.listing
        and f.until_run = g.until_run and f.kind = 'award' and f.status = 'published' order by f.rowid limit 1), 'unknown'),
    coalesce(c.title, 'not established'), nullif(g.cip, ''), g.awlevel, g.last_read_on, g.ended_on,
    coalesce(cast(g.year as text), g.last_read_on),
    (select group_concat(source, ',') from (select distinct source from temp.gone o where o.program_id = g.program_id
        order by source)),
    g.url, g.unitid
from (
    select *, row_number() over (partition by program_id order by until_run desc, scope = 'program' desc, part, listing) as place
    from temp.gone where scope = 'program' and program_id not in (select id from programs)
) g
left join institutions s on s.unitid = g.unitid left join cips c on c.cip = g.cip
where g.place = 1 order by g.program_id;
create index withdrawn_programs_by_unitid on withdrawn_programs(unitid);
create index withdrawn_programs_by_cip on withdrawn_programs(cip);

insert into program_addresses
select * from (
    select m.program, nullif(m.now, ''), iif(m.now = '', 'withdrawn', 'merged'), m.reason, substr(r.ended_at, 1, 10)
    from collected.moved_ids m left join runs r using (run)
    union all
    select id, null, 'withdrawn', 'no source lists it any more', gone_on from withdrawn_programs
) order by 1;

insert into ended_figures
select f.rowid, i.program, coalesce(nullif(i.unitid, ''), nullif(l.unitid, ''), m.unitid), f.kind, f.printed, f.label, f.status, f.value,
    f.value_min, f.value_max, f.unit, f.component, f.basis, f.residency, f.academic_year, f.what, f.level, f.note,
    f.source, f.listing, f.url, c.capture, coalesce(c.read_on, substr(b.ended_at, 1, 10)), d.last_read_on, f.since_run,
    f.until_run
from collected.figures f
join temp.last_read d on d.run = f.until_run
left join collected.listings l on l.source = f.source and l.listing = f.listing
    and l.since_run <= f.since_run and (l.until_run is null or l.until_run > f.since_run)
left join collected.provider_matches m on m.source = f.source and m.provider = l.provider
left join collected.identities i on i.source = f.source and i.listing = f.listing
left join temp.receipts c on c.run = f.since_run and c.url = f.url
left join runs b on b.run = f.since_run
where f.until_run is not null and f.status != 'implied' order by f.rowid;
create index ended_figures_by_program_id on ended_figures(program_id, kind);
create index ended_figures_by_unitid on ended_figures(unitid);

insert into price_history
select * from (
    select f.program_id, f.unitid, f.component, f.basis, f.residency, f.academic_year, f.value_min, f.value_max, f.status,
        f.what, f.printed, coalesce(c.read_on, substr(b.ended_at, 1, 10)) as first_read_on, f.read_on as last_read_on,
        1 as is_current, f.source, f.listing, f.figure
    from figures f left join temp.receipts c on c.run = f.since_run and c.url = f.url left join runs b on b.run = f.since_run
    where f.kind = 'price' and f.status not in ('unparsed', 'not_published') and f.component != 'other'
        and f.basis not in ('month', 'clock_hour') and (f.basis != 'credit' or f.status = 'published')
    union all
    select program_id, unitid, component, basis, residency, academic_year, value_min, value_max, status, what, printed,
        first_read_on, last_read_on, 0, source, listing, figure
    from ended_figures
    where kind = 'price' and status not in ('unparsed', 'not_published') and component != 'other'
        and basis not in ('month', 'clock_hour') and (basis != 'credit' or status = 'published')
) order by program_id, unitid, component, basis, residency, academic_year, first_read_on, figure;
create index price_history_by_program_id on price_history(program_id);
create index price_history_by_unitid on price_history(unitid, basis);

-- Changes: of rows of one key that a run ended and brought, the fields that differ. The first run of a source changes
-- nothing, it begins; that a figure stands in a newer file is no change of the figure.
create temp table turned as
select c.rowid as before_row, o.rowid as after_row, c.until_run as run, c.source, c.listing
from collected.listings c left join collected.listings o
    on o.source = c.source and o.listing = c.listing and o.since_run = c.until_run
where c.until_run in (select run from temp.last_read)
union all
select null, o.rowid, o.since_run, o.source, o.listing from collected.listings o
where o.since_run in (select run from temp.last_read) and not exists (select 1 from collected.listings c
    where c.source = o.source and c.listing = o.listing and c.until_run = o.since_run);
create index temp.turned_by_listing on turned(listing, run, source);

create temp table touched_figures as
select run, source, listing, rtrim(replace(replace(kind || ' ' || component || ' ' || basis || ' ' || residency || ' '
        || case kind when 'length' then unit when 'accreditation' then value else '' end, '  ', ' '), '  ', ' ')) as field,
    ended, iif(kind = 'accreditation', standing, iif(value != '', value, '')
        || coalesce(value_min, '') || iif(value_max is value_min, '', ' to ' || coalesce(value_max, 'open'))
        || iif(unit in ('', 'awlevel'), '', ' ' || unit) || iif(status in ('published', 'computed'), '', ' (' || status || ')')) as says
from (
    select *, until_run as run, 1 as ended from collected.figures where until_run in (select run from temp.last_read)
    union all
    select *, since_run, 0 from collected.figures where since_run in (select run from temp.last_read)
) where status != 'implied';

insert into changes
select t.run, d.ended_on, t.source, t.listing, i.program, nullif(t.unitid, ''), t.field, t.before, t.after
from (
    select t.run, t.source, t.listing, coalesce(o.unitid, c.unitid) as unitid, field.name as field,
        case field.name when 'name' then c.name when 'school' then c.unitid when 'field of study' then c.cip
            when 'award level' then c.awlevel when 'completions' then c.completions when 'campus' then c.campus
            when 'page' then iif(c.part = '', c.url, '') when 'listing' then iif(c.listing is null, '', 'listed') end as before,
        case field.name when 'name' then o.name when 'school' then o.unitid when 'field of study' then o.cip
            when 'award level' then o.awlevel when 'completions' then o.completions when 'campus' then o.campus
            when 'page' then iif(o.part = '', o.url, '') when 'listing' then iif(o.listing is null, 'gone', 'listed') end as after
    from temp.turned t left join collected.listings c on c.rowid = t.before_row
    left join collected.listings o on o.rowid = t.after_row,
    (select 'name' as name union all select 'school' union all select 'field of study' union all select 'award level'
        union all select 'completions' union all select 'campus' union all select 'page' union all select 'listing') field
    where field.name = 'listing' or c.rowid is not null and o.rowid is not null
    union all
    select run, source, listing, (select max(l.unitid) from collected.listings l
            where l.source = f.source and l.listing = f.listing) as unitid, field,
        coalesce(group_concat(says, '; ') filter (where ended), '') as before,
        coalesce(group_concat(says, '; ') filter (where not ended), '') as after
    from (select distinct run, source, listing, field, ended, says from temp.touched_figures order by 1, 2, 3, 4, 5, 6) f
    where not exists (select 1 from temp.turned t where t.listing = f.listing and t.run = f.run and t.source = f.source
        and (t.before_row is null or t.after_row is null))
    group by run, source, listing, field
    union all
    select c.until_run, c.source, '', c.unitid, 'school: ' || field.name,
        case field.name when 'name' then c.name when 'status' then c.status when 'closed on' then c.closed_on
            when 'merged into' then c.merged_into when 'opeid' then c.opeid when 'control' then c.control
            when 'website' then c.website when 'city' then c.city when 'state' then c.state
            when 'listing' then 'listed' end,
        case field.name when 'name' then o.name when 'status' then o.status when 'closed on' then o.closed_on
            when 'merged into' then o.merged_into when 'opeid' then o.opeid when 'control' then o.control
            when 'website' then o.website when 'city' then o.city when 'state' then o.state
            when 'listing' then iif(o.unitid is null, 'gone', 'listed') end
    from collected.institutions c left join collected.institutions o
        on o.source = c.source and o.unitid = c.unitid and o.since_run = c.until_run,
    (select 'name' as name union all select 'status' union all select 'closed on' union all select 'merged into'
        union all select 'opeid' union all select 'control' union all select 'website' union all select 'city'
        union all select 'state' union all select 'listing') field
    where c.until_run in (select run from temp.last_read) and (field.name = 'listing' or o.unitid is not null)
) t join temp.last_read d using (run) left join collected.identities i using (source, listing)
where t.before is not t.after order by t.run, t.source, t.listing, t.unitid, t.field;
create index changes_by_program_id on changes(program_id, run);
create index changes_by_day on changes(changed_on, field);
