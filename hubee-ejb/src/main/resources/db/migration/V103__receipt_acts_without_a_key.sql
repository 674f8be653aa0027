-- A row of receipt_act is written with each act of the exchange, and its primary key was a third of what that costs. No two rows have
-- the same entry, since an entry is written once; who reads finds them by case or folder. What is forgotten, the oldest rows, is found by
-- V104. Names are qualified: see V27.
-- contract: nothing since release 1 reads it
alter table receipt_act drop constraint receipt_act_pkey;

-- As in V91, but in the order of the table, which is nearly that of entries.
create or replace function forget_receipt_acts(most int) returns bigint language sql
    set search_path = pg_catalog, pg_temp as $$
    with gone as (
        delete from "${flyway:defaultSchema}".receipt_act where ctid = any (array(
            select a.ctid from "${flyway:defaultSchema}".receipt_act a
            where a.entry < "${flyway:defaultSchema}".journal_id_at((
                select min(coalesce(substring(pg_get_expr(c.relpartbound, c.oid) from $re$FROM \('([^']+)'\)$re$)::timestamptz, 'epoch'))
                from pg_inherits p join pg_class c on c.oid = p.inhrelid
                where p.inhparent = '"${flyway:defaultSchema}".audit_entry'::regclass))
            limit most))
        returning 1)
    select count(*) from gone;
$$;
