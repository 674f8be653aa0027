-- The journal by months, so that old months can be dropped; and only functions of its owner write to it, and to what was purged.
-- All names are qualified: the application's role may make tables and functions in this schema, and none is to be mistaken for ours.

alter table audit_entry add database_user varchar(63);

alter table audit_entry rename to audit_entry_before;
alter index audit_entry_by_date rename to audit_entry_before_by_date;
alter index audit_entry_by_subject rename to audit_entry_before_by_subject;
alter index audit_entry_by_organization rename to audit_entry_before_by_organization;
alter index audit_entry_by_actor rename to audit_entry_before_by_actor;
alter table audit_entry_before drop constraint audit_entry_pkey;

create table audit_entry (
    id                 uuid         not null,
    happened_at        timestamptz  not null,
    actor              varchar(320) not null,
    actor_organization varchar(50),
    address            varchar(45),
    action             varchar(40)  not null,
    organization       varchar(50),
    subject            varchar(320),
    subject_version    bigint,
    changes            text         not null,
    database_user      varchar(63),
    primary key (id, happened_at)
) partition by range (happened_at);
create index audit_entry_by_date on audit_entry using brin (happened_at);
create index audit_entry_by_subject on audit_entry (subject, happened_at);
create index audit_entry_by_organization on audit_entry (organization, happened_at);
create index audit_entry_by_actor on audit_entry (actor, happened_at);
create trigger audit_entry_stays before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_stays();

-- What was recorded so far becomes one partition where it lies, whatever its size: only one index is made anew.
do $$
begin
    if exists (select from audit_entry_before) then
        execute format(
            'alter table audit_entry attach partition audit_entry_before for values from (minvalue) to (%L)',
            (select greatest(clock_timestamp(), max(happened_at) + interval '1 microsecond') from audit_entry_before));
    else
        drop table audit_entry_before;
    end if;
end
$$;

-- Where a month of the journal ends.
create function journal_end(month regclass) returns timestamptz language sql stable
    set search_path = pg_catalog, pg_temp
    return (select substring(pg_get_expr(c.relpartbound, c.oid) from $re$TO \('([^']+)'\)$re$)::timestamptz
            from pg_class c where c.oid = month);

-- Makes the month of that moment, unless it is there. Neither reading nor writing waits for it.
create function make_journal_month(moment timestamptz) returns void language plpgsql
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC' as $$
declare
    begins timestamptz := date_trunc('month', moment);
    month  text := 'audit_entry_' || to_char(moment, 'YYYY_MM');
    before timestamptz := "${flyway:defaultSchema}".journal_end(to_regclass('"${flyway:defaultSchema}".audit_entry_before'));
begin
    perform pg_advisory_xact_lock(hashtextextended('"${flyway:defaultSchema}".audit_entry', 0));
    if to_regclass('"${flyway:defaultSchema}".' || month) is not null or before >= begins + interval '1 month' then
        return;
    end if;
    execute format('create table "${flyway:defaultSchema}".%I (like "${flyway:defaultSchema}".audit_entry)', month);
    execute format('create trigger audit_entry_stays before update or delete or truncate on "${flyway:defaultSchema}".%I
        for each statement execute function "${flyway:defaultSchema}".audit_entry_stays()', month);
    execute format('alter table "${flyway:defaultSchema}".audit_entry attach partition "${flyway:defaultSchema}".%I
        for values from (%L) to (%L)', month, greatest(begins, before), begins + interval '1 month');
end
$$;

-- Adds an entry, at the database's own time and in the name of whoever is connected. The identifier begins with that time, so that
-- identifiers are in the order of what happened; its tail is the caller's.
create procedure append_to_journal(
    action text, actor text, actor_organization text, address text, changes text, organization text, subject text,
    subject_version bigint, tail uuid)
language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    moment timestamptz := clock_timestamp();
    micros bigint := extract(epoch from moment) * 1000000;
begin
    if to_regclass('"${flyway:defaultSchema}".audit_entry_' || to_char(moment at time zone 'UTC', 'YYYY_MM')) is null then
        perform "${flyway:defaultSchema}".make_journal_month(moment);
    end if;
    insert into "${flyway:defaultSchema}".audit_entry
    values (
        (lpad(to_hex(micros / 1000), 12, '0') || to_hex(28672 + micros % 1000 * 4096 / 1000)
            || substr(replace(tail::text, '-', ''), 17))::uuid,
        moment, actor, actor_organization, address, action, organization, subject, subject_version, changes, session_user);
end
$$;

-- What a month holds: the digest is that of the digests of its days, each that of the digests of its entries, in their order.
create function journal_facts(month regclass, out entries bigint, out first_at timestamptz, out last_at timestamptz, out sha256 text)
language plpgsql stable
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC' as $$
begin
    execute format($query$
        select coalesce(sum(d.entries), 0), min(d.first_at), max(d.last_at),
            encode(sha256(string_agg(d.digest, ''::bytea order by d.day)), 'hex')
        from (select date_trunc('day', happened_at) as day, count(*) as entries, min(happened_at) as first_at,
                max(happened_at) as last_at,
                sha256(string_agg(sha256(convert_to(to_jsonb(e)::text, 'UTF8')), ''::bytea order by id)) as digest
            from %s e group by 1) d$query$, month)
    into entries, first_at, last_at, sha256;
end
$$;

-- Drops the oldest month that ended longer ago than that, and records what it held; null when there is none.
create function drop_journal_month(kept interval) returns text language plpgsql
    set search_path = pg_catalog, pg_temp
    set timezone = 'UTC'
    set lock_timeout = '2s' as $$
declare
    month regclass;
    name  text;
    held  record;
begin
    if kept < interval '1 year' then
        raise exception 'the journal is kept for a year at least';
    end if;
    select p.inhrelid::regclass into month from pg_inherits p
    where p.inhparent = '"${flyway:defaultSchema}".audit_entry'::regclass
        and "${flyway:defaultSchema}".journal_end(p.inhrelid) <= now() - kept
    order by "${flyway:defaultSchema}".journal_end(p.inhrelid) limit 1;
    if month is null then
        return null;
    end if;
    select relname into name from pg_class where oid = month;
    held := "${flyway:defaultSchema}".journal_facts(month);
    execute format('drop table %s', month);
    call "${flyway:defaultSchema}".append_to_journal('JOURNAL_DROPPED', 'hubee', null, null,
        jsonb_build_object('entries', jsonb_build_array(null, held.entries::text),
            'from', jsonb_build_array(null, held.first_at::text), 'to', jsonb_build_array(null, held.last_at::text),
            'kept', jsonb_build_array(null, kept::text), 'sha256', jsonb_build_array(null, held.sha256))::text,
        null, name, null, gen_random_uuid());
    return name;
end
$$;

-- Notes that something was purged; one thing is purged once.
create function note_purged(act text, subject uuid, process_code text, rule text, size bigint, sha256 text) returns integer
language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    noted integer;
begin
    insert into "${flyway:defaultSchema}".purged_item (act, subject, process_code, rule, size, sha256, happened_at)
    values ($1, $2, $3, $4, $5, $6, clock_timestamp()) on conflict do nothing;
    get diagnostics noted = row_count;
    return noted;
end
$$;

-- Puts what was purged under a certificate that does not exist yet, and tells what it holds.
create function certify_purged(code text, act text, rule text, certificate uuid)
    returns table (items bigint, bytes bigint, first_at timestamptz, last_at timestamptz, sha256 text)
language sql security definer
    set search_path = pg_catalog, pg_temp as $$
    update "${flyway:defaultSchema}".purged_item p set certificate = $4
    where p.certificate is null and p.process_code = $1 and p.act = $2 and p.rule = $3
        and not exists (select from "${flyway:defaultSchema}".purged_item o where o.certificate = $4);
    select count(*), coalesce(sum(p.size)::bigint, 0), min(p.happened_at), max(p.happened_at),
        encode(sha256(convert_to(string_agg(p.subject || ' ' || coalesce(p.sha256, ''), chr(10) order by p.subject), 'UTF8')), 'hex')
    from "${flyway:defaultSchema}".purged_item p where p.certificate = $4;
$$;

create function purged_item_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was purged stays told';
end
$$;
create trigger purged_item_stays before delete or truncate on purged_item
    for each statement execute function purged_item_stays();

revoke all on function journal_end, make_journal_month, journal_facts, drop_journal_month, note_purged, certify_purged from public;
revoke all on procedure append_to_journal from public;

-- The months that come next: none has to be made while somebody waits. The hourly job goes on.
select make_journal_month(now() + make_interval(months => ahead)) from generate_series(0, 3) ahead;
