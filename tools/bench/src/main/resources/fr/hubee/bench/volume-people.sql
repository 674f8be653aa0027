-- 35,000 towns, each subscribed to five démarches, an editor whose software 4,000 of them use; and six people: two of a town, of a city,
-- of an operator of démarches, of the editor, and of the operator of the hub.

insert into organization (organization_type, company_register, branch_code, name, postal_code, territory, status, created_at, version)
select 'SI', lpad((70000000000000 + n)::text, 14, '0'), '77372', 'Commune ' || n, '77135', 'Pontcarré', 'Actif', now(), 0
from generate_series(1, 35000) n;
insert into organization (organization_type, company_register, branch_code, name, postal_code, territory, status, created_at, version)
values ('EDT', '99000700000012', '00000', 'Logiciels des communes', '77135', 'Pontcarré', 'Actif', now(), 0);

insert into subscription (id, datapass_id, process_code, organization_type, company_register, branch_code, access_mode,
    notification_frequency, email, status, activated_at, local_administrator, created_at, version)
select gen_random_uuid(), n * 10 + p, (array['EtatCivil', 'CERTDC', 'recensementCitoyen', 'depotDossierPACS',
        'JeChangeDeCoordonnees'])[p], 'SI', lpad((70000000000000 + n)::text, 14, '0'), '77372',
    case when n % 5 < 3 then 'PORTAIL' else 'API' end, 'DAILY', 'mairie' || n || '@commune.example', 'ACTIVE',
    now() - interval '500 days', 'ada@commune.example', now() - interval '500 days', 0
from generate_series(1, 35000) n, generate_series(1, 5) p;
update subscription set editor_type = 'EDT', editor_company_register = '99000700000012', editor_branch_code = '00000'
where access_mode = 'API' and datapass_id <= 100005;

insert into account (id, email, actor_type, organization_type, company_register, branch_code, first_name, last_name, roles,
    process_codes, active, created_at, version)
values
  ('00000000-0000-7000-8000-000000000011', 'secretaire@commune.example', 'AGENT', 'SI', '70000000000041', '77372', 'Agathe', 'Exemple',
    '{MANAGE_FOLDERS}', '{EtatCivil,CERTDC,recensementCitoyen,depotDossierPACS,JeChangeDeCoordonnees}', true, now(), 0),
  ('00000000-0000-7000-8000-000000000012', 'ville@commune.example', 'AGENT', 'SI', '99000101800011', '99101', 'Grace', 'Exemple',
    '{MANAGE_FOLDERS}', '{EtatCivil,CERTDC,recensementCitoyen,depotDossierPACS,JeChangeDeCoordonnees}', true, now(), 0),
  ('00000000-0000-7000-8000-000000000014', 'maire@commune.example', 'LOCAL_ADMINISTRATOR', 'SI', '70000000000041', '77372', 'Ada', 'Exemple',
    '{MANAGE_FOLDERS,MANAGE_USERS,MANAGE_SUBSCRIPTIONS}', '{}', true, now(), 0),
  ('00000000-0000-7000-8000-000000000015', 'bureau@operateur.example', 'BUSINESS_ADMINISTRATOR', 'OSL', '99000001000019', '00000', 'Zoé',
    'Exemple', '{}', '{}', true, now(), 0),
  ('00000000-0000-7000-8000-000000000016', 'editeur@logiciels.example', 'EDITOR', 'EDT', '99000700000012', '00000', 'Margaret', 'Exemple',
    '{READ_SUBSCRIPTIONS,MANAGE_SUBSCRIPTIONS}', '{}', true, now(), 0),
  ('00000000-0000-7000-8000-000000000013', 'exploitation@hubee.example', 'NATIONAL_ADMINISTRATOR', 'ADMIN', '99000900300015', '00000',
    'Hedy', 'Exemple', '{READ_FOLDERS,MANAGE_FOLDERS,READ_USERS,MANAGE_USERS,READ_SUBSCRIPTIONS,MANAGE_SUBSCRIPTIONS}', '{}', true, now(), 0);
insert into person_session (token_hash, account_id, method, opened_at, used_at, second_factor_at)
select encode(sha256(convert_to(split_part(email, '@', 1), 'UTF8')), 'hex'), id, 'PASSWORD_AND_MAIL_CODE', now(), now(), now()
from account where email in ('secretaire@commune.example', 'ville@commune.example', 'maire@commune.example', 'bureau@operateur.example',
  'editeur@logiciels.example', 'exploitation@hubee.example');
