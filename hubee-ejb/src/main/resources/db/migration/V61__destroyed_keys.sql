-- Keys of encryption that were destroyed with what they opened, for the certificates of deletion: their names, never the keys.
create table destroyed_key (
    key_id       varchar(100) primary key,
    process_code varchar(30)  not null,
    happened_at  timestamptz  not null default clock_timestamp(),
    run          uuid
);
create index destroyed_key_uncertified on destroyed_key (process_code) where run is null;
create index destroyed_key_by_run on destroyed_key (run, key_id) where run is not null;

-- Notes that a key was destroyed; once.
create function note_destroyed_key(key_id text, process_code text) returns integer language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    noted integer;
begin
    insert into "${flyway:defaultSchema}".destroyed_key (key_id, process_code) values ($1, $2) on conflict do nothing;
    get diagnostics noted = row_count;
    return noted;
end
$$;

-- Puts the keys of a démarche that were destroyed since the last one under the certificate of a run, and tells how many they are, and
-- the digest of their names, sorted, in lines.
create function certify_destroyed_keys(code text, run uuid) returns table (keys bigint, sha256 text)
language sql security definer
    set search_path = pg_catalog, pg_temp as $$
    update "${flyway:defaultSchema}".destroyed_key k set run = $2 where k.run is null and k.process_code = $1
        and not exists (select from "${flyway:defaultSchema}".destroyed_key o where o.run = $2);
    select count(*), encode(sha256(convert_to(coalesce(string_agg(k.key_id, chr(10) order by k.key_id collate "C"), ''), 'UTF8')), 'hex')
    from "${flyway:defaultSchema}".destroyed_key k where k.run = $2;
$$;

create trigger destroyed_key_stays before delete or truncate on destroyed_key
    for each statement execute function purged_item_stays();

revoke all on function note_destroyed_key, certify_destroyed_keys from public;
