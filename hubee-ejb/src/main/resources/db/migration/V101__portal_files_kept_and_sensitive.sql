-- How long the files of a case that arrived in the portal stay while it is not handled (ISO 8601), also as the purge has accepted it, and
-- whether a démarche requires a second factor; until now settings of the server, whose defaults these were.
alter table process add portal_files_kept varchar(20), add sensitive boolean not null default false;
alter table accepted_retention add portal_files_kept varchar(20);
update process set portal_files_kept = 'P2M', sensitive = true where code in ('CERTDC');
update accepted_retention set portal_files_kept = 'P2M' where process_code in ('CERTDC');
