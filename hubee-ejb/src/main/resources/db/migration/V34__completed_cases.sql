-- When the applicant completed a case, until somebody of its service has seen it: the list shows these first.

alter table cases add completed_at timestamptz;
update cases c set completed_at = (
    select max(e.created_at) from case_event e
    where e.case_id = c.id and e.status <> 'IN_PROGRESS' and e.action_type in ('ATTACH_DEPOSIT', 'SENDING_MESSAGE')
        and e.case_new_status in ('HUBEE_COMPLETED', 'HUBEE_NOTIFIED'))
where c.status in ('HUBEE_COMPLETED', 'HUBEE_NOTIFIED', 'SENT');

-- they are few, and for a short time: so few that who sees those of all services may read the whole of it
create index cases_completed
    on cases (company_register, branch_code, organization_type, process_code, status, transmitted_at, id)
    where completed_at is not null;
