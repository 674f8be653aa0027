set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists subscription_inactive;
create index concurrently subscription_inactive on subscription (process_code, id) where status = 'INACTIVE';
