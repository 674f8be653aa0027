-- Files that are not encrypted: where they shall be, the job that encrypts them looks for them each hour.
set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists attachment_as_it_is;
create index concurrently attachment_as_it_is on attachment (id) where blob_key is not null and length(split_part(blob_key, '-', 3)) <> 24;
