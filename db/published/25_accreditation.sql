-- Who accredits which school, as DAPIP lists it and as schools claim it. Schools are found by their numbers, never by name.
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

insert into accreditation_actions
select dapip_id, coalesce(nullif(accreditor, ''), agency_id) as accreditor, agency_id, program_id, sequential_id,
    action, coalesce(v.effect, 'not_checked'), acted_on, justification, ended_on
from collected.accreditation_actions left join vocab_action v using (action) where until_run is null
order by dapip_id, agency_id, program_id, sequential_id, acted_on, action, justification, ended_on;
create index accreditation_actions_by_dapip_id on accreditation_actions(dapip_id, agency_id, program_id);

-- The list prints no date of its own: it is as old as the newest action in it.
create temp table list as select coalesce(max(acted_on), '') as as_of from accreditation_actions;

-- The data's own today, so that publication does not depend on the clock.
create temp table today as select coalesce(substr(max(fetched_at), 1, 10), '') as day from captures;

-- A sanction holds until it ends or a later action lifts it; of two actions on one day the harsher counts. An action that
-- vocab_action does not know leaves the record unproven until somebody says there what it does.
create temp table sanctions as
select dapip_id, agency_id, program_id, sequential_id, effect as sanction, acted_on as sanction_on
from (
    select a.*, row_number() over (
        partition by a.dapip_id, a.agency_id, a.program_id, a.sequential_id
        order by a.acted_on desc, coalesce(v.severity, 9) desc, a.action) as rank
    from accreditation_actions a left join vocab_action v using (action)
    where a.effect != 'none' and a.ended_on = ''
) where rank = 1 and effect != 'restored';
create unique index temp.sanctions_by_record on sanctions(dapip_id, agency_id, program_id, sequential_id);

-- standing: what the record alone says. A record with an end date is history, whatever its status says.
insert into accreditations
select a.dapip_id, p.unitid, a.level, coalesce(nullif(a.accreditor, ''), a.agency) as accreditor, a.agency, a.program,
    case when a.ended_on != '' then 'ended' when a.status = 'Accredited' then 'accredited'
        when a.status = 'Preaccredited' then 'candidate' else 'denied' end as standing,
    coalesce(s.sanction, ''), coalesce(s.sanction_on, ''), a.status as printed_status, a.began_on, a.began_flag,
    a.review_on, a.ended_on, a.agency_id, a.program_id, a.sequential_id, a.note, substr(r.fetched_at, 1, 10) as as_of
from collected.accreditations a
left join (select dapip_id, min(unitid) as unitid from accredited_places group by dapip_id) p using (dapip_id)
left join temp.sanctions s using (dapip_id, agency_id, program_id, sequential_id)
left join temp.read_on r on r.url = a.url
where a.until_run is null
order by a.dapip_id, a.agency_id, a.program_id, a.sequential_id, a.began_on, a.ended_on, a.review_on;
create index accreditations_by_unitid on accreditations(unitid, level, standing);
create index accreditations_by_accreditor on accreditations(accreditor, level, standing);

-- The school of each place: its own, else that of the institution that it belongs to. A place of several schools is each
-- one's for the school as a whole, and nobody's for a program.
create temp table place_schools as
with own as (
    select dapip_id, unitid, match_method as school_match from accredited_places where unitid is not null
),
parents as (select dapip_id, min(unitid) as unitid from own group by dapip_id having count(*) = 1)
select *, count(*) over (partition by dapip_id) as schools from (
    select * from own
    union all
    select p.dapip_id, s.unitid, 'parent' from accredited_places p join parents s on s.dapip_id = p.parent_dapip_id
    where p.dapip_id not in (select dapip_id from own)
);
create index temp.place_schools_by_place on place_schools(dapip_id);

-- Every record with its rung on the ladder of proof: no record that ended, by its date or by an action, is `accredited`.
create temp table records as
select a.*, p.name as place, case when a.standing in ('ended', 'denied') then a.standing
    when a.sanction in ('ended', 'denied') then a.sanction
    when a.standing = 'accredited' and a.sanction != '' then a.sanction
    else a.standing end as listed
from accreditations a join (select dapip_id, min(name) as name from accredited_places group by dapip_id) p using (dapip_id);
create index temp.records_by_level on records(level);

insert into institution_accreditations
with listed as (
    select * from (
        select s.unitid, r.accreditor, r.listed, r.sanction, r.sanction_on, s.school_match, r.dapip_id, r.place, r.began_on,
            r.review_on, r.ended_on, row_number() over (
                partition by s.unitid, r.accreditor
                order by v.rank, s.school_match = 'parent', r.ended_on desc, r.began_on desc, r.dapip_id) as best
        from temp.records r join temp.place_schools s using (dapip_id) join vocab_standing v on v.standing = r.listed
        -- What an additional location holds of its own says nothing of the school.
        where r.level = 'institutional' and s.school_match != 'parent'
    ) where best = 1
),
claimed as (
    select * from (
        select l.unitid, f.value as accreditor, f.standing as claimed, f.rowid as claim_figure,
            substr(r.fetched_at, 1, 10) as claimed_on,
            row_number() over (partition by l.unitid, f.value order by v.rank, f.rowid) as best
        from collected.figures f
        join collected.listings l on l.source = f.source and l.listing = f.listing and l.until_run is null
        join vocab_standing v using (standing)
        left join temp.read_on r on r.url = f.url
        where f.until_run is null and f.kind = 'accreditation' and f.level = 'institutional' and f.status = 'published'
            and f.value in (select acronym from accreditors where kind = 'accreditor')
    ) where best = 1
),
-- An agency whose institutions the list holds is listed in full; a school that it does not find by number is not checked.
complete as (select distinct accreditor from accreditations where level = 'institutional'),
known as (select distinct unitid from temp.place_schools where school_match != 'parent'),
pairs as (select unitid, accreditor from listed union select unitid, accreditor from claimed)
select pairs.unitid, pairs.accreditor,
    case when c.claimed = 'accredited' and l.listed in ('ended', 'denied') or c.claimed = 'accredited' and l.listed is null
            and accreditor in complete and unitid in known
        then case when list.as_of >= date(today.day, '-1 year') then 'contradicted' else 'claimed' end
        when l.listed is not null then l.listed when c.claimed = 'accredited' then 'claimed' else c.claimed end as standing,
    coalesce(c.claimed, ''), c.claim_figure, coalesce(c.claimed_on, ''),
    coalesce(l.listed, case when accreditor in complete and unitid in known then 'not_listed' else 'not_checked' end),
    coalesce(l.sanction, ''), coalesce(l.sanction_on, ''), coalesce(l.school_match, ''), l.dapip_id,
    coalesce(l.place, ''), coalesce(l.began_on, ''), coalesce(l.review_on, ''), coalesce(l.ended_on, ''), list.as_of
from pairs join temp.registry using (unitid) left join listed l using (unitid, accreditor) left join claimed c using (unitid, accreditor), temp.list, temp.today
order by unitid, accreditor;
create index institution_accreditations_by_accreditor on institution_accreditations(accreditor, standing);

-- One line for each school: its best standing, and all accreditors that give it.
create temp table school_accreditation as
select unitid, group_concat(accreditor, ', ') as accreditor, standing from (
    select a.unitid, a.accreditor, a.standing, v.rank, min(v.rank) over (partition by a.unitid) as best
    from institution_accreditations a join vocab_standing v using (standing) order by a.unitid, a.accreditor
) where rank = best group by unitid;
create unique index temp.school_accreditation_by_unitid on school_accreditation(unitid);
