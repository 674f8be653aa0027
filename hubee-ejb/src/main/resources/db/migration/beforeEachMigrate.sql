-- Whoever waits for a lock makes all others wait behind it: no migration waits long. The release is recorded with its first migration.
set lock_timeout = '${lock_timeout}';
do $$
begin
    if to_regclass('hubee_release') is not null then
        insert into hubee_release (number, oldest) values (${release}, ${oldest_release}) on conflict do nothing;
    end if;
end
$$;
