-- Any fragment of a message, of a comment or of the name of a file is found by its trigrams, as numbers and names are (V48). Texts never
-- change, so the other updates of their rows stay as cheap as they are. That a file was downloaded is a comment with its name: left out.
-- The name of a file is in its index once its bytes have come.
set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists message_by_trigrams;
create index concurrently message_by_trigrams on case_event using gin (search_form(message) public.gin_trgm_ops)
    with (gin_pending_list_limit = 1024) where message is not null;
drop index concurrently if exists comment_by_trigrams;
create index concurrently comment_by_trigrams on case_event using gin (search_form(comment) public.gin_trgm_ops)
    with (gin_pending_list_limit = 1024) where comment is not null and action_type not in ('ATTACH_DL', 'ATTACH_DL_ALL');
drop index concurrently if exists file_name_by_trigrams;
create index concurrently file_name_by_trigrams on attachment using gin (search_form(file_name) public.gin_trgm_ops)
    with (gin_pending_list_limit = 1024) where received_at is not null;
