-- What the application's role may do with the tables of their owner. Where both are one role there is nothing to grant, and
-- only the trigger of audit_entry keeps the journal as it is.
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
          and tablename not in ('flyway_schema_history', 'audit_entry')
    loop
        execute format('grant select, insert, update, delete on %I to %I', name, '${application}');
    end loop;
    execute format('grant select, insert on audit_entry to %I', '${application}');
    execute format('grant select on flyway_schema_history to %I', '${application}');
end
$$;
