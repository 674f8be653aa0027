-- A release without a migration is recorded, too.
do $$
begin
    if to_regclass('hubee_release') is not null then
        insert into hubee_release (number, oldest) values (${release}, ${oldest_release}) on conflict do nothing;
    end if;
end
$$;

-- What the application's role may do with the tables of their owner. The journal, its proofs and what was purged it only reads:
-- functions of their owner add to them. Where both are one role there is nothing to grant, and only the triggers keep the journal as it is.
do $$
declare
    name text;
begin
    if current_user = '${application}' then
        return;
    end if;
    for name in
        select tablename from pg_tables
        where schemaname = current_schema() and tableowner = current_user
    loop
        if name in ('flyway_schema_history', 'hubee_release', 'purged_item', 'destroyed_key', 'receipt_act') or starts_with(name, 'audit_entry')
            or starts_with(name, 'journal_') then
            execute format('revoke all on %I from %I', name, '${application}');
            if not starts_with(name, 'audit_entry_') then
                execute format('grant select on %I to %I', name, '${application}');
            end if;
        else
            execute format('grant select, insert, update, delete on %I to %I', name, '${application}');
        end if;
    end loop;
    execute format('grant execute on procedure append_to_journal to %I', '${application}');
    execute format('grant execute on function note_purged, certify_purged to %I', '${application}');
    if to_regproc('note_purged_of') is not null then
        execute format('grant execute on function note_purged_of to %I', '${application}');
    end if;
    if to_regclass('destroyed_key') is not null then
        execute format('grant execute on function note_destroyed_key, certify_destroyed_keys to %I', '${application}');
    end if;
    if to_regclass('feed_event') is not null then
        execute format('grant execute on function make_feed_week, drop_feed_weeks to %I', '${application}');
        execute format('grant usage, select on sequence feed_number to %I', '${application}');
    end if;
    if to_regclass('journal_block') is not null then
        execute format('grant execute on function journal_text, journal_entry_bytes to %I', '${application}');
    end if;
end
$$;
