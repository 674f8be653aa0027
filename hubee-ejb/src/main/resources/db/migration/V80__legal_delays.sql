-- How many days after its arrival a télédossier must be handled by law, as WatchDelay bounds it; null where no law says so.
alter table watch_delay add column legal_days integer;
