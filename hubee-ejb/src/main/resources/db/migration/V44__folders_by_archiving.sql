-- Folders whose deletion is due, without a look at all that are archived: they are kept for a year and more.
set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists folder_by_archiving;
create index concurrently folder_by_archiving on folder (archived_at) where archived_at is not null;
