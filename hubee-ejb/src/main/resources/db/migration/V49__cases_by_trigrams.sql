-- The few cases whose number does not tell their folder's: nearly none, so that the index is nearly empty.
set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists cases_by_trigrams;
create index concurrently cases_by_trigrams on cases using gin (search_form(search_text) public.gin_trgm_ops)
    where own_number(external_id, search_text);
