-- The list of the portal. What is searched stands beside the case, so that an index answers alone: number, then name.

alter table cases add search_text varchar(240) not null default '';
update cases c set search_text = left(upper(concat_ws(' ', c.external_id, f.external_id, f.last_name, f.first_name)), 240)
from folder f where f.id = c.folder_id;

-- Each branch of a page, a démarche and a status, is read in order from one of these. A change of status now touches every
-- index of the table: see ADR 0065 for what that costs.
drop index cases_by_recipient;
create index cases_by_transmission
    on cases (company_register, branch_code, organization_type, process_code, status, transmitted_at, id)
    include (search_text);
create index cases_by_change
    on cases (company_register, branch_code, organization_type, process_code, status, updated_at, id);
-- for those who see the cases of a démarche whoever receives them
create index cases_by_process on cases (process_code, status, transmitted_at, id) include (search_text);
