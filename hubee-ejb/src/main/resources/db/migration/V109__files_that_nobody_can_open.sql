set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists attachment_unreadable;
create index concurrently attachment_unreadable on attachment (id) where status in ('PENDING', 'CORRUPTED', 'REJECTED');
