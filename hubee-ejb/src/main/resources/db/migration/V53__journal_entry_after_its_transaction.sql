-- An entry asks for the time once its transaction has a number: what happened before a moment is then of a transaction whose number
-- is below the next one at that moment, by which the sealing of V52 knows what may still come. Nothing else changes since V27.
create or replace procedure append_to_journal(
    action text, actor text, actor_organization text, address text, changes text, organization text, subject text,
    subject_version bigint, tail uuid)
language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    number xid8 := pg_current_xact_id();
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
