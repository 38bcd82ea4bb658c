-- What was read, when, and what became of it. Doubted runs are listed with their reason; they count for nothing.
insert into sources
select source, title, publisher, licence, licence_url, homepage, cadence_days, about,
    (select max(run) from collected.runs r where r.source = s.source and r.status = 'accepted') as accepted_run,
    (select max(ended_at) from collected.runs r where r.source = s.source and r.status = 'accepted') as accepted_at,
    (select case r.status when 'doubted' then r.reason else '' end from collected.runs r
        where r.source = s.source order by run desc limit 1) as last_doubt
from collected.sources s order by source;

insert into runs
select run, source, started_at, ended_at, status, reason, coalesce(whole, 0), arguments, parser_version, listings, figures, opened, closed,
    pages, not_modified, bytes, notes, fills, monitors
from collected.runs where status != 'running' order by run;

insert into captures
select c.capture, c.run, runs.source, runs.parser_version, c.url, c.method, c.fetched_at, c.http_status, c.sha256, c.kept_sha256, c.bytes, c.media_type
from collected.captures c join runs using (run) order by capture;
create index captures_by_run on captures(run, url);

create temp table read_on as
select url, max(fetched_at) as fetched_at from captures join runs using (run)
where status = 'accepted' group by url;
create index temp.read_on_url on read_on(url);

-- Of several captures of one address in a run, the receipt is the first that was kept.
create temp table receipts as
select run, url, min(capture) as capture, substr(min(fetched_at), 1, 10) as read_on from captures
where kept_sha256 != '' group by run, url;
create unique index temp.receipts_by_run on receipts(run, url);

-- The day on which a source was last read with success before a run that closed some of its rows.
create temp table last_read as
select r.run, substr(r.ended_at, 1, 10) as ended_on, substr(max(p.ended_at), 1, 10) as last_read_on
from runs r join runs p on p.source = r.source and p.status = 'accepted' and p.run < r.run
where r.status = 'accepted' group by r.run;
create unique index temp.last_read_by_run on last_read(run);
