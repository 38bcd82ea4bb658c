-- How schools are known elsewhere; which school it is stands in collected.provider_matches with its method.
insert into providers
select p.source, p.provider, m.unitid, coalesce(m.method, 'no_school'), coalesce(m.confidence, 0), p.name, p.unitid,
    p.opeid, p.website, p.address, p.city, p.state, p.zip, p.url
from collected.providers p left join collected.provider_matches m using (source, provider)
where p.until_run is null order by p.source, p.provider;
create index providers_by_unitid on providers(unitid);
