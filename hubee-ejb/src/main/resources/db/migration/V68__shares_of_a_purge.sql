-- Whose télédossiers were purged, so that each organisation learns its own share: keys of organisations, as the journal has them. Null: the
-- release before has purged it, and nobody knows.
alter table purged_item add recipients text[];

-- As note_purged, with the organisations that had received it.
create function note_purged_of(act text, subject uuid, process_code text, rule text, size bigint, sha256 text, recipients text[])
    returns integer language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    noted integer;
begin
    insert into "${flyway:defaultSchema}".purged_item (act, subject, process_code, rule, size, sha256, happened_at, recipients)
    values ($1, $2, $3, $4, $5, $6, clock_timestamp(), $7) on conflict do nothing;
    get diagnostics noted = row_count;
    return noted;
end
$$;
revoke all on function note_purged_of from public;
