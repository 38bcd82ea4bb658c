-- The ladder of proof of each program: what its school claims, what the list says, and which of them stands.
-- DAPIP names programs in words of its own; db/reference/dapip_programs.csv says which are certainly which field.
create temp table program_fields as
with awards as (
    select program_id, max(value = 'associate') as associate, max(value in ('certificate', 'diploma')) as below
    from figures where kind = 'award' and status = 'published' and program_id != '' group by program_id
)
select program_id, min(unitid) as unitid, max(cip) as cip,
    case when associate and not below then 'associate' when below and not associate then 'certificate' else '' end as award
from listings left join awards using (program_id)
where scope = 'program' and program_id != '' group by program_id;
create unique index temp.program_fields_by_program on program_fields(program_id);
create index temp.program_fields_by_school on program_fields(unitid, cip);

-- A record proves a program only where it says which: by the award, or because there is only one it can mean.
create temp table listed_programs as
with named as (
    select r.dapip_id, r.accreditor, r.program, r.place, r.began_on, r.review_on, r.ended_on, r.sanction, r.sanction_on,
        case when r.accreditor = 'STATE' and r.listed = 'accredited' then 'approved' else r.listed end as listed,
        r.program_id as dapip_program_id, r.sequential_id, d.cip, d.award
    from temp.records r
    join dapip_programs d on d.accreditor = r.accreditor and (r.program = d.program or r.program like d.program || ' %')
    where r.level = 'programmatic'
),
offered as (
    select p.program_id, p.unitid, p.cip, p.award, count(*) over (partition by p.unitid, p.cip) as offers,
        count(*) over (partition by p.unitid, p.cip, p.award) as offers_of_award,
        sum(p.award = '') over (partition by p.unitid, p.cip) as offers_untold,
        r.sector like '%4-year' as grants_bachelors
    from temp.program_fields p join temp.registry r using (unitid) where p.cip in (select cip from dapip_programs)
)
select o.program_id, n.*, s.school_match, case
    when n.award in ('associate', 'certificate') and o.offers_of_award = 1 and not o.offers_untold then 'award_told'
    when n.award = 'below_bachelors' and o.offers = 1 then 'only_offer'
    when n.award = 'any' and o.offers = 1 and not o.grants_bachelors then 'only_offer'
    else 'award_not_told' end as program_match
from named n
join temp.place_schools s on s.dapip_id = n.dapip_id and s.schools = 1
join offered o on o.unitid = s.unitid and o.cip = n.cip
where (n.award not in ('associate', 'certificate') or o.award in (n.award, ''))
    -- What ended at an additional location says nothing of the school's program.
    and not (s.school_match = 'parent' and n.listed in ('ended', 'denied'));

create index temp.listed_programs_by_program on listed_programs(program_id, accreditor);

insert into program_accreditations
with listed as (
    select * from (
        select p.*, row_number() over (
            partition by p.program_id, p.accreditor
            order by p.program_match = 'award_not_told', v.rank, p.school_match = 'parent', p.ended_on desc,
                p.began_on desc, p.dapip_id, p.dapip_program_id, p.sequential_id) as best
        from temp.listed_programs p join vocab_standing v on v.standing = p.listed
    ) where best = 1
),
claimed as (
    select * from (
        select f.program_id, f.value as accreditor, f.standing as claimed, f.figure as claim_figure, f.read_on as claimed_on,
            row_number() over (partition by f.program_id, f.value order by v.rank, f.figure) as best
        from figures f join vocab_standing v using (standing)
        where f.kind = 'accreditation' and f.level = 'programmatic' and f.status = 'published' and f.program_id != ''
            and f.value not in (select acronym from accreditors where kind != 'accreditor' and acronym != 'STATE')
    ) where best = 1
),
-- An agency is listed in full for a field if the list holds any record of it there, and is silent about the rest. What a
-- school's own accreditation by the same agency covers, the list need not name.
complete as (
    select distinct r.accreditor, d.cip from temp.records r
    join dapip_programs d on d.accreditor = r.accreditor and (r.program = d.program or r.program like d.program || ' %')
    where r.accreditor != 'STATE'
),
missing as (
    select p.program_id, c.accreditor from temp.program_fields p join complete c using (cip)
    where p.unitid in (select unitid from temp.place_schools where school_match != 'parent')
        and not exists (
            select 1 from temp.listed_programs l where l.program_id = p.program_id and l.accreditor = c.accreditor)
        and not exists (
            select 1 from institution_accreditations i where i.unitid = p.unitid and i.accreditor = c.accreditor)
),
fresh as (select list.as_of >= date(today.day, '-1 year') as fresh from temp.list, temp.today),
pairs as (
    select program_id, accreditor from listed union select program_id, accreditor from claimed
    union select program_id, accreditor from missing where (select fresh from fresh)
),
witnessed as (
    select program_id, accreditor, coalesce(c.claimed, '') as claimed, c.claim_figure, c.claimed_on, l.sanction,
        l.sanction_on, l.school_match, l.program_match, l.dapip_id, l.program, l.place, l.began_on, l.review_on, l.ended_on,
        coalesce(l.listed, case when m.program_id is not null then 'not_listed' end, 'not_checked') as listed
    from pairs left join listed l using (program_id, accreditor) left join claimed c using (program_id, accreditor)
    left join missing m using (program_id, accreditor)
)
select program_id, accreditor,
    case when program_match = 'award_not_told' or listed = 'not_checked'
            or listed in ('ended', 'denied', 'not_listed') and claimed != '' and not fresh
        then case claimed when '' then 'not_checked' when 'accredited' then 'claimed' else claimed end
        when claimed = 'accredited' and listed in ('ended', 'denied', 'not_listed') then 'contradicted'
        when listed = 'not_listed' and claimed != '' then claimed
        else listed end as standing,
    claimed, claim_figure, coalesce(claimed_on, ''), listed, coalesce(sanction, ''), coalesce(sanction_on, ''),
    coalesce(school_match, ''), coalesce(program_match, ''), dapip_id, coalesce(program, ''), coalesce(place, ''),
    coalesce(began_on, ''), coalesce(review_on, ''), coalesce(ended_on, ''), list.as_of
from witnessed, fresh, temp.list order by program_id, accreditor;
create index program_accreditations_by_accreditor on program_accreditations(accreditor, standing);

-- One line for each program: its best standing, and all accreditors that give it.
create temp table program_claims as
select program_id, group_concat(nullif(accreditor, ''), ', ') as accreditor, standing from (
    select a.program_id, a.accreditor, a.standing, v.rank, min(v.rank) over (partition by a.program_id) as best
    from program_accreditations a join vocab_standing v using (standing) order by a.program_id, a.accreditor
) where rank = best and standing != 'not_checked' group by program_id;
create unique index temp.program_claims_by_id on program_claims(program_id);
