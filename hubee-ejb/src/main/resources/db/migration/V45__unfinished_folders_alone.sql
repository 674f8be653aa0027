-- Those that were announced and are not complete: few, and no longer among all that are archived.
set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists folder_unfinished;
create index concurrently folder_unfinished on folder (id) where completed_at is null;
