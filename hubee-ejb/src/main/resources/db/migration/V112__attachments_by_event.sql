-- Takes the place of the unique constraint, which has an entry for each file of a folder, too: those are of no event.
set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists attachment_by_event;
create unique index concurrently attachment_by_event on attachment (event_id, position) where event_id is not null;
