-- contract: nothing since release 1 reads it
-- The log is of this release, too. Events wait for their position in a table of their own, and are rows of the log from then on: none of
-- its rows is ever changed.

-- What happened, until seal_feed moves it. The transaction has its own identifier before it draws a number: seal_feed relies on it.
create table feed_unsealed (
    number            bigint       primary key
        default nextval(case when pg_current_xact_id() is not null then cast('"${flyway:defaultSchema}".feed_number' as regclass) end),
    id                uuid         not null,
    aggregateid       uuid         not null,
    type              varchar(100) not null,
    payload           jsonb        not null,
    occurred_at       timestamptz  not null,
    organization_type varchar(20)  not null,
    company_register  varchar(14)  not null,
    branch_code       varchar(10)  not null,
    process_code      varchar(30)  not null
);
insert into feed_unsealed
select number, id, aggregateid, type, payload, occurred_at, organization_type, company_register, branch_code, process_code
from feed_event where position is null;

alter table feed_event alter aggregatetype set default 'case';
alter table feed_event alter number drop default;
drop function next_feed_number;

-- The cases of the démarche that were closed before were told that they will be purged soon.
alter table accepted_retention add told_until timestamptz;

-- Moves the rows of ended transactions into the log, in the order of their numbers, and tells the position of the newest. One caller works
-- at a time, the others only read. A row becomes visible with its transaction, and gets a position above all given ones: whoever reads in
-- the order of positions misses none. Rows of one case have their numbers in the order of commits, since its transactions wait for
-- one another. Numbers up to the settled one are not searched again: a long transaction that only reads, such as a dump, would keep the
-- index entries of all rows that were moved since. A scan that is switched off looks so dear before PostgreSQL 18 that each call would be compiled.
create or replace function seal_feed() returns bigint language plpgsql
    set search_path = pg_catalog, pg_temp
    set enable_seqscan = off
    set jit = off as $$
declare
    head   record;
    last   bigint;
    fresh  integer;
    sealed integer;
    most   constant integer := 5000;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('"${flyway:defaultSchema}".feed_head', 0)) then
        return (select position from "${flyway:defaultSchema}".feed_head);
    end if;
    select h.*, n.last_value as drawn, pg_snapshot_xmin(pg_current_snapshot()) > h.observed_by as ended into head
    from "${flyway:defaultSchema}".feed_head h, "${flyway:defaultSchema}".feed_number n;
    select max(number), count(*) into last, fresh from (
        select number from "${flyway:defaultSchema}".feed_unsealed where number > head.settled order by number limit most) next;
    if fresh = 0 then
        return head.position;
    end if;
    with moved as (
        delete from "${flyway:defaultSchema}".feed_unsealed where number > head.settled and number <= last returning *)
    insert into "${flyway:defaultSchema}".feed_event (position, number, id, aggregateid, type, payload, occurred_at,
        organization_type, company_register, branch_code, process_code)
    select head.position + row_number() over (order by number), number, id, aggregateid, type, payload, occurred_at,
        organization_type, company_register, branch_code, process_code
    from moved;
    get diagnostics sealed = row_count;
    update "${flyway:defaultSchema}".feed_head set position = position + sealed,
        settled = case when head.ended and fresh < most then head.observed else settled end,
        observed = case when head.ended and fresh < most then head.drawn else observed end,
        observed_by = case when head.ended and fresh < most then pg_current_xact_id() else observed_by end;
    return head.position + sealed;
end
$$;
