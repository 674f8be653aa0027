-- The block that has an entry, also among a block for each minute of some years.
set lock_timeout = '10 min';
drop index concurrently if exists journal_block_by_id;
create index concurrently journal_block_by_id on journal_block (last_id, first_id);
