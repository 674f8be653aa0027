set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists cases_that_wait;
create index concurrently cases_that_wait on cases (company_register, branch_code, organization_type, transmitted_at, id)
    include (process_code)
    where (access_mode is null or access_mode <> 'API') and status in ('SENT', 'SI_RECEIVED', 'IN_PROGRESS');
