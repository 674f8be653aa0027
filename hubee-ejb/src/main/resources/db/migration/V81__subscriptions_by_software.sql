set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists subscription_by_software;
-- silent software, for those who see the subscriptions of a whole démarche
create index concurrently subscription_by_software on subscription (process_code, id) include (activated_at)
    where status = 'ACTIVE' and access_mode = 'API';
