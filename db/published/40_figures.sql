-- What each source says, and every figure with its receipt: words, page, day, capture, run.
insert into listings
select l.source, l.listing, i.program as program_id, coalesce(i.method, '') as match_method,
    i.confidence as match_confidence,
    case when l.part = '' then 'school' when l.source like 'us!_%' escape '!' then 'federal' else 'state' end as witness,
    l.scope, l.part, coalesce(nullif(i.unitid, ''), nullif(l.unitid, ''), m.unitid) as unitid, l.provider, l.name, l.campus,
    coalesce(nullif(i.cip, ''), nullif(l.cip, '')) as cip, coalesce(nullif(i.cip_basis, ''), l.cip_basis) as cip_basis,
    l.awlevel, l.year, l.completions, l.url, substr(r.fetched_at, 1, 10) as read_on, l.since_run
from collected.listings l
left join collected.identities i using (source, listing)
left join collected.provider_matches m using (source, provider)
left join temp.read_on r on r.url = l.url
where l.until_run is null order by l.source, l.listing;
create index listings_by_program_id on listings(program_id);
create index listings_by_unitid on listings(unitid, cip);
create index listings_by_part on listings(part);

insert into figures
select f.rowid as figure, l.program_id, l.unitid, f.kind, f.printed, f.label, f.status, f.value, f.value_min, f.value_max,
    f.unit, f.component, f.basis, f.residency, f.academic_year, f.pace, f.what, f.includes_books, f.level, f.standing,
    f.look_again, f.note, f.source, f.listing, l.part, f.url, c.capture, substr(r.fetched_at, 1, 10) as read_on,
    f.since_run, null as shown, '' as disagrees
from collected.figures f
join listings l using (source, listing)
left join temp.receipts c on c.run = f.since_run and c.url = f.url
left join temp.read_on r on r.url = f.url
where f.until_run is null order by f.rowid;
create index figures_by_program_id on figures(program_id, kind);
create index figures_by_listing on figures(listing, source);
create index figures_by_kind on figures(kind, status, part);
create index figures_by_unitid on figures(unitid);
