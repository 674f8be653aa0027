-- As what was purged: a destroyed key is put under the certificate of a run, once. Whoever has a certificate compares its keys with these.
create trigger destroyed_key_unchanged before update on destroyed_key for each row
    when (old.run is not null or new.run is null
        or (old.key_id, old.process_code, old.happened_at) is distinct from (new.key_id, new.process_code, new.happened_at))
    execute function purged_item_stays();
