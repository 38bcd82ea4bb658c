-- Several witnesses for one fact are all kept. The headline is that of the first in db/reference/trust.csv; the others
-- stand beside it (`figures.shown` 0), and where one differs beyond db/reference/tolerance.csv the fact is conflicting.
create temp table witness as
select l.program_id, l.source, l.listing, l.part, l.read_on,
    case when julianday(newest.day) - julianday(l.read_on) > t.fresh_days then t.rank_stale else t.rank end as trust
from listings l join trust t using (witness), (select substr(max(fetched_at), 1, 10) as day from temp.read_on) newest
where l.scope = 'program' and l.program_id is not null;
create index temp.witness_by_program on witness(program_id, trust);
create index temp.witness_by_listing on witness(listing, source);

-- for_whom: of one witness's totals, the one for everybody, else for residents of the state, before one for its district.
create temp table stated as
select f.figure, f.program_id, f.source, f.listing, w.trust, f.status, f.value, f.what, f.residency, f.level,
    case f.kind when 'price' then 'price' when 'delivery' then 'delivery' else f.unit end as fact,
    f.value_min, f.value_max, coalesce(f.value_min, f.value_max) as low, coalesce(f.value_max, f.value_min) as high,
    f.academic_year, f.look_again, f.kind != 'price' or f.level != 'at_least' as is_complete,
    case when f.kind != 'price' then 0 when f.residency = 'any' then 0 when f.residency = 'not_stated' then 1
        when f.residency = 'in_state' then 2 when f.residency = 'in_district' then 3 else 4 end as for_whom,
    cast(coalesce(nullif(substr(f.academic_year, 1, 4), ''), strftime('%Y', f.read_on, '-6 months')) as integer) as year
from figures f join temp.witness w on w.source = f.source and w.listing = f.listing
where f.kind = 'price' and f.component = 'total' and f.basis = 'program' and f.status in ('published', 'computed', 'conflicting')
    or f.kind = 'length' and f.component = 'total' and f.unit in ('months', 'hours', 'credits')
        and f.status in ('published', 'computed')
    or f.kind = 'delivery' and f.status not in ('unparsed', 'implied') and f.value != 'unknown';
create index temp.stated_by_fact on stated(program_id, fact);

create temp table chosen as
select * from (
    select program_id, fact, source, listing, trust, for_whom,
        row_number() over (partition by program_id, fact order by trust, for_whom, source, listing) as place
    from temp.stated
) where place = 1;
create unique index temp.chosen_by_fact on chosen(program_id, fact);

create temp table headlines as
select s.* from temp.stated s join temp.chosen c using (program_id, fact, source, listing, for_whom);
create index temp.headlines_by_fact on headlines(program_id, fact);

-- Listings of one source that are one program do not differ but in their mode, and then the program has both. Two totals
-- are compared if they are for the same students
-- and cover the same, as far as that is told.
create temp table disagreements as
select distinct s.figure, s.program_id, s.fact,
    case s.fact when 'delivery' then h.value else h.low || iif(h.high > h.low, ' to ' || h.high, '') end
        || ' of ' || h.source || iif(h.academic_year != '', ', ' || h.academic_year || ',', '') || ' is shown' as said
from temp.headlines h
join temp.stated s on s.program_id = h.program_id and s.fact = h.fact and s.source != h.source
join tolerance t on t.fact = s.fact
where case when s.fact = 'delivery' then s.value != h.value and 'multiple' not in (s.value, h.value)
    else max(s.low - h.high, h.low - s.high)
        > max(t.amount, (t.share + t.share_per_year * abs(s.year - h.year)) * min(s.low, h.low))
    end
    and (s.fact != 'price' or s.is_complete and h.is_complete
        and (s.residency = h.residency or s.residency in ('any', 'not_stated') and h.residency in ('any', 'not_stated'))
        and (s.what = h.what or 'total' in (s.what, h.what) and (s.what || h.what) like '%books%'));
create index temp.disagreements_by_fact on disagreements(program_id, fact);

update figures set shown = 0 where figure in (select figure from temp.stated);
update figures set shown = 1 where figure in (select figure from temp.headlines);
update figures set disagrees = d.said
from (select figure, min(said) as said from temp.disagreements group by figure) d where d.figure = figures.figure;

create temp table conflicts as
select program_id, max(fact = 'price') as price, max(fact in ('months', 'hours', 'credits')) as length,
    max(fact = 'delivery') as delivery
from temp.disagreements group by program_id;
create unique index temp.conflicts_by_id on conflicts(program_id);
