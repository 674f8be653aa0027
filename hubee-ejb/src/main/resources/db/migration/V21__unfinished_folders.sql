-- What the nightly deletion of folders walks through: what is archived, and what was announced and is not complete.
drop index folder_archived;
create index folder_archived_or_unfinished on folder (id) where archived_at is not null or completed_at is null;
