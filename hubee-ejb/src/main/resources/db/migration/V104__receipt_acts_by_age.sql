-- Finds the rows that are forgotten; entries come in the order of the table, so that a range of it says the oldest and the newest.
set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists receipt_act_by_age;
create index concurrently receipt_act_by_age on receipt_act using brin (entry) with (autosummarize = on);
