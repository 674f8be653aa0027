-- Télédossiers number :from to :to, spread over fourteen months: one in fifty is for a city, the others for 35,000 towns. Each is as old as
-- its fate: unread for a day, being worked on for twenty, then closed, without files, archived, as the rules of the démarches want it.
-- Thirteen entries of the journal each.

create temporary table seed as
select n, gen_random_uuid() as folder, gen_random_uuid() as a_case, now() - age as sent_at, age,
  (array['EtatCivil', 'CERTDC', 'recensementCitoyen', 'depotDossierPACS', 'JeChangeDeCoordonnees'])[1 + n % 5] as process,
  case when n % 50 = 0 then '99000101800011' else (70000000000001 + n::bigint * 7919 % 35000)::text end as register,
  case when n % 50 = 0 then '99101' else '77372' end as branch,
  case when n % 50 = 0 or n::bigint * 7919 % 35000 % 5 >= 3 then 'API' else 'PORTAIL' end as access,
  (array['Martin', 'Bernard', 'Thomas', 'Petit', 'Robert', 'Richard', 'Durand', 'Dubois', 'Moreau', 'Laurent',
    'Simon', 'Michel', 'Lefebvre', 'Leroy', 'Roux', 'David', 'Bertrand', 'Morel', 'Fournier', 'Girard'])[1 + n / 2 % 20]
    || case when n % 3 = 0 then '-' || substr(md5(n::text), 1, 6) else '' end as last_name,
  (array['Camille', 'Ada', 'Grace', 'Zoé', 'Marie', 'Louis', 'Emma', 'Hugo'])[1 + n / 7 % 8] as first_name,
  case when age < interval '1 day' then 'HUBEE_NOTIFIED' when age < interval '5 days' then 'SI_RECEIVED'
    when age < interval '20 days' then 'IN_PROGRESS' when age < interval '79 days' then 'CLOSED' else 'ARCHIVED' end as status,
  age > interval '49 days' or n % 5 = 1 and age > interval '5 days' as erased
from (select n, (('x' || substr(md5('age ' || n), 1, 7))::bit(28)::integer / 268435456.0) * interval '440 days' as age
  from generate_series(:from, :to) as n) aged
order by age desc;

insert into folder (id, external_id, process_code, osl_type, osl_company_register, osl_branch_code, status,
  status_set_by_transmitter, first_name, last_name, created_at, updated_at, completed_at, closed_at, archived_at, version)
select folder, 'VOL-' || lpad(n::text, 9, '0'), process, 'OSL', case process when 'CERTDC' then '99000002800011' else '99000001000019' end,
  '00000', case when status in ('CLOSED', 'ARCHIVED') then status else 'IN_PROGRESS' end, status in ('CLOSED', 'ARCHIVED'), first_name, last_name, sent_at, sent_at,
  sent_at, case when status in ('CLOSED', 'ARCHIVED') then sent_at + interval '20 days' end,
  case when age > interval '79 days' then sent_at + interval '79 days' end, 0 from seed;

insert into cases (id, folder_id, position, external_id, process_code, organization_type, company_register, branch_code,
  status, access_mode, created_at, updated_at, transmitted_at, closed_at, archived_at, version, search_text, sent_since,
  si_received_since, in_progress_since, finished_since, picked_up_by_software_at, picked_up_by_person_at, ended_at, first_outcome)
select a_case, folder, 0, 'VOL-' || lpad(n::text, 9, '0') || '-01', process, 'SI', register, branch, status, access, sent_at,
  sent_at + least(age, interval '20 days'), sent_at, case when status in ('CLOSED', 'ARCHIVED') then sent_at + interval '20 days' end,
  case when age > interval '79 days' then sent_at + interval '79 days' end, 4,
  'VOL-' || lpad(n::text, 9, '0') || '-01 VOL-' || lpad(n::text, 9, '0') || ' ' || search_form(last_name || ' ' || first_name),
  case when status <> 'HUBEE_NOTIFIED' then sent_at + interval '1 day' end,
  case when status <> 'HUBEE_NOTIFIED' then sent_at + interval '1 day' end,
  case when status in ('IN_PROGRESS', 'CLOSED', 'ARCHIVED') then sent_at + interval '5 days' end,
  case when status in ('CLOSED', 'ARCHIVED') then sent_at + interval '18 days' end,
  case when status <> 'HUBEE_NOTIFIED' and access = 'API' then sent_at + interval '1 day' end,
  case when status <> 'HUBEE_NOTIFIED' and access = 'PORTAIL' then sent_at + interval '1 day' end,
  case when status in ('CLOSED', 'ARCHIVED') then sent_at + interval '18 days' end, case when status in ('CLOSED', 'ARCHIVED') then 'DONE' end from seed;

insert into attachment (id, folder_id, position, file_name, type, size, mime_type, status, blob_key, sha256, received_at, purged_at)
select md5('file ' || n || ' ' || f)::uuid, folder, f, 'demande.xml', 'ActeEtatCivil-XML', 20000, 'application/xml', case when erased then 'DELETED' else 'RECEIVED' end,
  case when not erased then 'fs-' || md5('blob ' || n || ' ' || f) end, 'LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=', sent_at,
  case when erased then sent_at + interval '49 days' end
from seed, generate_series(0, 1) as f;
insert into case_attachment (case_id, attachment_id)
select a_case, md5('file ' || n || ' ' || f)::uuid from seed, generate_series(0, 1) as f;

insert into case_event (id, case_id, transmitter_type, transmitter_company_register, transmitter_branch_code, action_type, author,
  notification, status, case_current_status, case_new_status, created_at)
select gen_random_uuid(), a_case, 'SI', register, branch, 'STATUS_UPDATE', 'Mairie', true, 'RECEIVED',
  (array['SENT', 'IN_PROGRESS', 'DONE'])[e], (array['IN_PROGRESS', 'DONE', 'CLOSED'])[e],
  sent_at + e * interval '6 days' from seed, generate_series(1, 3) e where status in ('CLOSED', 'ARCHIVED') or e = 1 and status = 'IN_PROGRESS';

insert into notification (id, organization_type, company_register, branch_code, transmitter_type, transmitter_company_register,
  transmitter_branch_code, process_code, case_id, created_at)
select gen_random_uuid(), 'SI', register, branch, 'OSL', '99000001000019', '00000', process, a_case, sent_at from seed
where status = 'HUBEE_NOTIFIED' and access = 'API';

select make_journal_month(month) from generate_series(date_trunc('month', now()) - interval '16 months', now(), interval '1 month') month;
insert into audit_entry (id, happened_at, actor, actor_organization, address, action, organization, subject, subject_version, changes,
  database_user)
select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n || ' ' || e), 1, 3) || '8'
    || substr(md5(e || ' ' || n), 1, 15))::uuid,
  at, case when e <= 6 then 'demo-dila' when access = 'API' then 'logiciel-' || register else 'mairie' || register || '@commune.example' end,
  case when e <= 6 then 'OSL-99000001000019-00000' else 'SI-' || register || '-' || branch end, '10.1.' || n % 250 || '.' || n % 199,
  (array['FOLDER_CREATED', 'ATTACHMENT_RECEIVED', 'ATTACHMENT_RECEIVED', 'FOLDER_STATUS_CHANGED', 'CASE_STATUS_CHANGED',
    'CASE_STATUS_CHANGED', 'CASE_READ', 'ATTACHMENT_READ', 'ATTACHMENT_READ', 'EVENT_RECORDED', 'CASE_STATUS_CHANGED', 'EVENT_RECORDED',
    'CASE_STATUS_CHANGED'])[e],
  'SI-' || register || '-' || branch, case when e in (1, 4) then folder else a_case end, e,
  case when e = 1 then '{"externalId":[null,"VOL-' || lpad(n::text, 9, '0') || '"],"processCode":[null,"' || process || '"]}'
    else '{"status":["SENT","IN_PROGRESS"],"author":[null,"Mairie"]}' end, 'hubee'
from (select seed.*, e, sent_at + least(e * interval '1 minute' + greatest(e - 7, 0) * interval '1 day', age) as at
  from seed, generate_series(1, 13) e) acts;

insert into case_handler (case_id, account_id, since)
select a_case, '00000000-0000-7000-8000-000000000012', now() from seed where register = '99000101800011' order by n desc limit 1000
on conflict do nothing;
drop table seed;
