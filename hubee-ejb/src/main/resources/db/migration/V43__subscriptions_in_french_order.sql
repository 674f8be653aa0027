-- The first page of the portal's list of subscriptions, without a sort of them all.
set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists subscription_in_french_order;
create index concurrently subscription_in_french_order on subscription (process_code collate "fr-x-icu", id);
