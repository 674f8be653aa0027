-- Large tables are vacuumed and analysed after one change in fifty rows, not one in five, which at ten million rows would be two million
-- dead ones; a queue, after a thousand. The months of the journal only grow: what is written is frozen at once, and not read again for that.
alter table folder set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table cases set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table case_event set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table attachment set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table case_attachment set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table notification set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
alter table portal_arrival set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create or replace function make_journal_month(moment timestamptz) returns void language plpgsql
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
    execute format('create table "${flyway:defaultSchema}".%I (like "${flyway:defaultSchema}".audit_entry)
        with (autovacuum_freeze_min_age = 0, autovacuum_vacuum_insert_scale_factor = 0.1)', month);
    execute format('create trigger audit_entry_stays before update or delete or truncate on "${flyway:defaultSchema}".%I
        for each statement execute function "${flyway:defaultSchema}".audit_entry_stays()', month);
    execute format('alter table "${flyway:defaultSchema}".audit_entry attach partition "${flyway:defaultSchema}".%I
        for values from (%L) to (%L)', month, greatest(begins, before), begins + interval '1 month');
end
$$;
