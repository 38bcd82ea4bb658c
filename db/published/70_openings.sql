-- What a program opens. Each route of a credential that leads through a program makes demands of it; a demand is met (1),
-- refuted (0) or untold (null), and SQL's own logic of three values does the rest: a route is met if all its demands are
-- and refuted if one is. Claims of schools establish nothing here, and rules that nobody checked open and close nothing.
create temp table proofs as
select program_id, accreditor,
    case when listed = standing and standing in ('accredited', 'warning', 'probation', 'show_cause', 'approved') then 1
        when standing in ('ended', 'denied', 'not_listed', 'contradicted') and list_as_of >= date(day, '-1 year') then 0 end
        as proven,
    accreditor || case standing when 'claimed' then ' (claimed by the school, not checked)'
        when 'not_checked' then ' (its list does not tell which award)'
        else ' (' || replace(standing, '_', ' ') || ', list of ' || list_as_of || ')' end as words
from program_accreditations, temp.today;
create index temp.proofs_by_program on proofs(program_id);

create temp table recognized_schools as
select i.unitid, min(i.accreditor) as accreditor from institution_accreditations i
join accreditors a on a.acronym = i.accreditor
where i.listed = i.standing and i.standing in ('accredited', 'warning', 'probation', 'show_cause') and a.recognized_by != ''
group by i.unitid;
create unique index temp.recognized_schools_by_unitid on recognized_schools(unitid);

create temp table demands as
select p.id as program_id, c.credential, r.route, r.confidence, r.as_of, r.person_must_also, r.program_must_also, r.summary,
    r.award as wanted_award, p.award, r.accreditors, r.clock_hours as wanted_hours, p.clock_hours, s.accreditor as recognized_by,
    r.recognized_school,
    case when r.award = '' then 1 when p.award = r.award then 1 when p.award in ('certificate', 'diploma', 'associate') then 0
        end as award_met,
    case when r.accreditors = '' then 1 else (
        select case when max(proven) = 1 then 1
            when count(*) filter (where proven = 0) = 1 + length(r.accreditors) - length(replace(r.accreditors, '|', '')) then 0
            end
        from temp.proofs a where a.program_id = p.id and instr('|' || r.accreditors || '|', '|' || a.accreditor || '|')
    ) end as accreditor_met,
    case when r.recognized_school = '' or s.unitid is not null then 1 end as school_met,
    case when r.clock_hours = '' then 1 else p.clock_hours >= cast(r.clock_hours as real) end as hours_met,
    case when r.program_must_also = '' then 1 end as rest_met
from programs p
join credential_fields c on c.cip = p.cip
join credential_routes r on r.credential = c.credential and r.kind in ('program', 'open')
left join temp.recognized_schools s on s.unitid = p.unitid;

create temp table routes_judged as
select *, award_met and accreditor_met and school_met and hours_met and rest_met as met,
    -- "; " before each finding, cut off where it is published
    case when award_met = 0 then '; it asks for ' || case wanted_award when 'associate' then 'an associate degree'
            else 'a bachelor''s degree' end || ', and this is a ' || replace(award, 'associate', 'program of an associate degree')
        when award_met is null then '; no award is told' else '' end
    || case when accreditors = '' then '' else coalesce('; ' || (
            select group_concat(words, ', ') from (select words from temp.proofs a where a.program_id = d.program_id
                and instr('|' || d.accreditors || '|', '|' || a.accreditor || '|') order by words)),
            '; no list that we read tells of ' || replace(replace(accreditors, '|', ' or '), 'STATE', 'the state''s approval')) end
    || case when recognized_school = '' then '' when school_met then '; the school is accredited by ' || recognized_by
        else '; the school''s accreditor is not established' end
    || case when wanted_hours = '' then '' when hours_met is null then '; no clock hours are told'
        when hours_met then '; ' || cast(clock_hours as integer) || ' clock hours'
        else '; it asks for ' || wanted_hours || ' clock hours, and this has ' || cast(clock_hours as integer) end
    || case when program_must_also = '' then '' else '; not known: ' || program_must_also end
    || case when person_must_also = '' then '' else '; also needed: ' || person_must_also end
    || case when confidence = 'unverified' then '; nobody checked this rule' else '' end as findings
from temp.demands d;
create index temp.routes_judged_by_program on routes_judged(program_id, credential);

create temp table other_routes as
select credential, group_concat(summary, '; ') as other_routes
from (select * from credential_routes where kind not in ('program', 'open') order by credential, route) group by credential;

insert into program_openings
with answers as (
    select j.program_id, j.credential,
        case when max(met and confidence != 'unverified') = 1 then 'opens'
            when c.routes_known = 'all' and count(*) filter (where met = 0) = count(*)
                and min(confidence != 'unverified' and as_of >= date(day, '-1 year')) then 'does_not_open'
            else 'not_established' end as answer,
        min(as_of) as as_of, max(confidence) as confidence,
        min(route) filter (where met and confidence != 'unverified') as first_open
    from temp.routes_judged j join credentials c using (credential), temp.today group by j.program_id, j.credential
)
select a.program_id, a.credential, a.answer,
    -- Of a program that opens it, the first route that does; else all of them.
    (select group_concat(summary || ': ' || coalesce(nullif(substr(findings, 3), ''), 'nothing more is asked of the program'),
            ' | ')
        from (select * from temp.routes_judged j where j.program_id = a.program_id and j.credential = a.credential
            and route = coalesce(a.first_open, route) order by route)),
    coalesce(o.other_routes, ''), a.as_of, a.confidence
from answers a left join temp.other_routes o using (credential) order by a.program_id, a.credential;
create index program_openings_by_credential on program_openings(credential, answer);
