-- What happens to télédossiers, one row for each thing that an organisation follows, for whoever is told of it: the feed, webhooks, Debezium
-- (its columns are those of the outbox event router). Rows are never changed, but for their position, and are dropped by weeks.

create sequence feed_number;

-- The next number. The transaction has its own identifier before it draws one: seal_feed relies on it.
create function next_feed_number() returns bigint language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
begin
    perform pg_current_xact_id();
    return nextval('"${flyway:defaultSchema}".feed_number');
end
$$;

create table feed_event (
    id                uuid         not null,
    aggregatetype     varchar(20)  not null,
    aggregateid       uuid         not null,
    type              varchar(100) not null,
    payload           jsonb        not null,
    occurred_at       timestamptz  not null,
    organization_type varchar(20)  not null,
    company_register  varchar(14)  not null,
    branch_code       varchar(10)  not null,
    process_code      varchar(30)  not null,
    number            bigint       not null default next_feed_number(),
    position          bigint,
    primary key (id, occurred_at)
) partition by range (occurred_at);
create index feed_event_by_organization on feed_event (company_register, branch_code, organization_type, position);
create index feed_event_by_position on feed_event (position, number);
create table feed_event_default partition of feed_event default; -- nothing fails where a week is missing

-- The end of the log: one row.
-- position: of the newest row that has one; dropped: of the newest row that is gone with its week.
-- epoch: another one after a restore, since the positions of rows that were lost are given again.
-- settled: each row up to this number has its position. observed: so will each up to this one, as soon as all transactions up to
-- observed_by have ended.
create table feed_head (
    alone       boolean primary key default true check (alone),
    position    bigint  not null default 0,
    dropped     bigint  not null default 0,
    epoch       uuid    not null default gen_random_uuid(),
    settled     bigint  not null default 0,
    observed    bigint  not null default 0,
    observed_by xid8    not null default '0'
);
insert into feed_head values (default);

-- Gives the rows of ended transactions their positions, in the order of their numbers, and tells the position of the newest. One caller works
-- at a time, the others only read. A row becomes visible with its transaction, and gets a position above all given ones: whoever reads in
-- the order of positions misses none. Rows of one case have their numbers in the order of commits, since its transactions wait for
-- one another. Rows up to the settled number are not searched again: a long transaction that only reads, such as a dump, would keep the
-- index entries of all rows that got a position since.
create function seal_feed() returns bigint language plpgsql
    set search_path = pg_catalog, pg_temp
    set enable_seqscan = off as $$
declare
    head   "${flyway:defaultSchema}".feed_head;
    fresh  record;
    drawn  bigint;
    ended  boolean;
    sealed integer := 0;
    most   constant integer := 5000;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('"${flyway:defaultSchema}".feed_head', 0)) then
        return (select position from "${flyway:defaultSchema}".feed_head);
    end if;
    select * into head from "${flyway:defaultSchema}".feed_head;
    select last_value into drawn from "${flyway:defaultSchema}".feed_number;
    ended := pg_snapshot_xmin(pg_current_snapshot()) > head.observed_by;
    for fresh in
        select id, occurred_at from "${flyway:defaultSchema}".feed_event
        where position is null and number > head.settled
        order by number limit most
    loop
        sealed := sealed + 1;
        update "${flyway:defaultSchema}".feed_event e set position = head.position + sealed
        where e.id = fresh.id and e.occurred_at = fresh.occurred_at;
    end loop;
    if sealed > 0 then
        head.position := head.position + sealed;
        if ended and sealed < most then
            head.settled := head.observed;
            head.observed := drawn;
            head.observed_by := pg_current_xact_id();
        end if;
        update "${flyway:defaultSchema}".feed_head
        set position = head.position, settled = head.settled, observed = head.observed, observed_by = head.observed_by;
    end if;
    return head.position;
end
$$;

-- Makes the week of that moment, unless it is there or has rows already. Nobody who writes waits for it: a table is made apart, then attached.
create function make_feed_week(moment timestamptz) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set lock_timeout = '2s' as $$
declare
    begins timestamptz := date_trunc('week', moment);
    ends   timestamptz := begins + interval '1 week';
    week   text := 'feed_event_' || to_char(begins, 'YYYY_MM_DD');
begin
    perform pg_advisory_xact_lock(hashtextextended('"${flyway:defaultSchema}".feed_event', 0));
    if to_regclass('"${flyway:defaultSchema}".' || week) is null and not exists (
            select from "${flyway:defaultSchema}".feed_event_default where occurred_at >= begins and occurred_at < ends) then
        execute format('create table "${flyway:defaultSchema}".%I (like "${flyway:defaultSchema}".feed_event including all)', week);
        execute format('alter table "${flyway:defaultSchema}".feed_event attach partition "${flyway:defaultSchema}".%I
            for values from (%L) to (%L)', week, begins, ends);
    end if;
end
$$;

-- Drops the weeks that ended before that moment, and remembers up to which position rows are gone. No row gets its position meanwhile. Who
-- writes waits for a dump that reads the log a fifth of a second at most: then the week is left for the next hour.
create function drop_feed_weeks(moment timestamptz) returns integer language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set lock_timeout = '200ms' as $$
declare
    week    text;
    newest  bigint;
    weeks   integer := 0;
begin
    perform pg_advisory_xact_lock(hashtextextended('"${flyway:defaultSchema}".feed_head', 0));
    for week in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = '"${flyway:defaultSchema}".feed_event'::regclass and c.relname like 'feed\_event\_2%'
            and c.relname <= 'feed_event_' || to_char(moment - interval '1 week', 'YYYY_MM_DD')
        order by c.relname
    loop
        execute format('select max(position) from "${flyway:defaultSchema}".%I', week) into newest;
        begin
            execute format('drop table "${flyway:defaultSchema}".%I', week);
        exception when lock_not_available then
            return weeks;
        end;
        update "${flyway:defaultSchema}".feed_head set dropped = greatest(dropped, newest);
        weeks := weeks + 1;
    end loop;
    with gone as (
        delete from "${flyway:defaultSchema}".feed_event_default where occurred_at < moment returning position)
    update "${flyway:defaultSchema}".feed_head set dropped = greatest(dropped, (select max(position) from gone));
    return weeks;
end
$$;

revoke all on function make_feed_week, drop_feed_weeks from public;

-- This week and those that come next. The hourly job goes on.
select make_feed_week(now() + make_interval(weeks => ahead)) from generate_series(0, 4) ahead;
