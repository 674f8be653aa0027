-- Files that are served although the antivirus has not looked into them, or not again: each hour it is asked.
set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists attachment_unscanned;
create index concurrently attachment_unscanned on attachment (scan_missed_at nulls first, id)
    where status = 'RECEIVED' and blob_key is not null and (scanned_at is null or scan_missed_at is not null);
