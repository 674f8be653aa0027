set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists cases_answered;
create index concurrently cases_answered on cases (company_register, branch_code, organization_type, unseen_since, id)
    where unseen_since is not null;

-- Takes the place of cases_that_wait (V67): what was answered is counted apart, so the index alone still counts the rest.
drop index concurrently if exists cases_unfinished;
create index concurrently cases_unfinished on cases (company_register, branch_code, organization_type, transmitted_at, id)
    include (process_code, unseen_since)
    where (access_mode is null or access_mode <> 'API') and status in ('SENT', 'SI_RECEIVED', 'IN_PROGRESS');
drop index concurrently if exists cases_that_wait;
