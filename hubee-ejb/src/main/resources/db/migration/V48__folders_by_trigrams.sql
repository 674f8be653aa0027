-- The searches of those who see the cases of very many. On folders, whose rows change little: a row of cases changes six times in its
-- life, and each time in all its indexes. What is not complete is not searched. The list of what is not in order yet is short: each search
-- reads all of it.
set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists folder_by_trigrams;
create index concurrently folder_by_trigrams on folder
    using gin (search_form(external_id || ' ' || last_name || ' ' || first_name) public.gin_trgm_ops)
    with (gin_pending_list_limit = 1024) where completed_at is not null;
