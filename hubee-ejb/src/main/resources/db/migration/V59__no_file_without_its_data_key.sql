-- The last bytes of a télédossier are purged with its key while new ones arrive that were encrypted with it: they are refused, and
-- sent again. The télédossier is locked by both.
create function data_key_is_there() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $$
begin
    if not exists (select from "${flyway:defaultSchema}".data_key k where k.id = split_part(new.blob_key, '-', 3)) then
        raise exception 'the data key of % was deleted', new.blob_key using errcode = 'serialization_failure';
    end if;
    return new;
end
$$;

create trigger attachment_with_data_key before insert or update of blob_key on attachment
    for each row when (length(split_part(new.blob_key, '-', 3)) = 24) execute function data_key_is_there();
