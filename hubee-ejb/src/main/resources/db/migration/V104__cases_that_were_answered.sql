set lock_timeout = '10 min'; -- it waits for the transactions of others, and nobody waits for it
drop index concurrently if exists cases_answered;
create index concurrently cases_answered on cases (company_register, branch_code, organization_type, unseen_since, id)
    where unseen_since is not null;
