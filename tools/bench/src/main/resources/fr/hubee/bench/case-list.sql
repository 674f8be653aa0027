-- What an organisation has received in a year, and as many cases of others; and an agent who is signed in.

create temporary table seed as
select n, gen_random_uuid() as folder, gen_random_uuid() as a_case,
  (array['EtatCivil', 'CERTDC', 'recensementCitoyen', 'depotDossierPACS', 'JeChangeDeCoordonnees'])[1 + n % 5] as process,
  now() - n * interval '150 seconds' as sent_at,
  case when n % 2 = 0 then '99000101800011' else lpad((1 + n % 2000)::text, 14, '7') end as register,
  (array['Martin', 'Bernard', 'Thomas', 'Petit', 'Robert', 'Richard', 'Durand', 'Dubois', 'Moreau', 'Laurent',
    'Simon', 'Michel', 'Lefebvre', 'Leroy', 'Roux', 'David', 'Bertrand', 'Morel', 'Fournier', 'Girard'])[1 + n / 2 % 20]
    || case when n % 3 = 0 then '-' || substr(md5(n::text), 1, 6) else '' end as last_name,
  (array['Camille', 'Ada', 'Grace', 'Jean', 'Marie', 'Louis', 'Emma', 'Hugo'])[1 + n / 7 % 8] as first_name,
  case when n > 1000 then (array['CLOSED', 'CLOSED', 'CLOSED', 'DONE', 'REFUSED'])[1 + n / 11 % 5]
    else (array['SENT', 'SENT', 'SI_RECEIVED', 'IN_PROGRESS', 'ADD_AWAITING'])[1 + n / 2 % 5] end as status
from generate_series(1, 2 * :cases) as n;

insert into folder (id, external_id, process_code, osl_type, osl_company_register, osl_branch_code, status,
  status_set_by_transmitter, first_name, last_name, created_at, updated_at, completed_at, version)
select folder, 'LST-' || lpad(n::text, 9, '0'), process, 'OSL', '99000001000019', '00000', 'CLOSED', false, first_name,
  last_name, sent_at, sent_at, sent_at, 0 from seed order by n desc;

insert into cases (id, folder_id, position, external_id, process_code, organization_type, company_register, branch_code,
  status, access_mode, created_at, updated_at, transmitted_at, version, search_text)
select a_case, folder, 0, 'LST-' || lpad(n::text, 9, '0') || '-01', process, 'SI', register, '99101', status, 'PORTAIL',
  sent_at, sent_at + n % 7 * interval '3 days', sent_at, 0,
  'LST-' || lpad(n::text, 9, '0') || '-01 LST-' || lpad(n::text, 9, '0') || ' ' || search_form(last_name || ' ' || first_name) from seed order by n desc;

insert into account (id, email, actor_type, organization_type, company_register, branch_code, first_name, last_name, roles,
  process_codes, active, created_at, version)
values ('00000000-0000-7000-8000-000000000001', 'agathe@hubee.example', 'AGENT', 'SI', '99000101800011', '99101', 'Agathe',
  'Exemple', '{MANAGE_FOLDERS}',
  '{EtatCivil,CERTDC,recensementCitoyen,depotDossierPACS,JeChangeDeCoordonnees}', true, now(), 0);
insert into person_session (token_hash, account_id, method, opened_at, used_at)
values (encode(sha256('bench'), 'hex'), '00000000-0000-7000-8000-000000000001', 'PASSWORD', now(), now());
