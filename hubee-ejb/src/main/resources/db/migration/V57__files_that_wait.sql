set lock_timeout = '10 min';
drop index concurrently if exists attachment_waiting;
create index concurrently attachment_waiting on attachment (id) where status = 'PENDING' and blob_key is not null;
