-- One life cycle with the guarantees that HubEE gives: the journal by its procedure, the mail, the columns that indexes hold; and with the
-- fewest round trips: one ends with a semicolon at the end of a line, a transaction at each blank line.

-- POST folder
with f as (insert into folder (id, external_id, process_code, osl_type, osl_company_register, osl_branch_code, status,
    status_set_by_transmitter, first_name, last_name, email, created_at, version)
  values (:folder, 'B-1', 'EtatCivil', 'OSL', '99000001000019', '00000', 'HUBEE_RECEIVED', false, 'Camille', 'Exemple',
    'camille@usager.example', now(), 0)),
c as (insert into cases (id, folder_id, position, external_id, process_code, organization_type, company_register, branch_code, status,
    search_text, created_at, version)
  values (:case, :folder, 0, 'B-1-01', 'EtatCivil', 'SI', '99000101800011', '99101', 'HUBEE_RECEIVED', 'B 1 01 B 1 EXEMPLE CAMILLE', now(), 0)),
a as (insert into attachment (id, folder_id, position, file_name, type, size, mime_type, status)
  values (:file1, :folder, 0, 'demande.xml', 'ActeEtatCivil-XML', 20000, 'application/xml', 'PENDING'),
         (:file2, :folder, 1, 'demande.pdf', 'ActeEtatCivil-PDF', 20000, 'application/pdf', 'PENDING'))
insert into case_attachment (case_id, attachment_id) values (:case, :file1), (:case, :file2)
; call append_to_journal('FOLDER_CREATED', 'demo-dila', 'OSL-99000001000019-00000', '127.0.0.1',
  '{"cases":[null,"1"],"externalId":[null,"B-1"],"processCode":[null,"EtatCivil"]}', 'OSL-99000001000019-00000', cast(:folder as text), null, :tail);

-- PUT file 1: may she?
select f.*, a.* from folder f join attachment a on a.folder_id = f.id where f.id = :folder and a.id = :file1;

-- PUT file 1: received
select f.*, a.* from folder f join attachment a on a.folder_id = f.id where f.id = :folder and a.id = :file1 for no key update;
update attachment set status = 'RECEIVED', blob_key = cast(:file1 as text), received_at = now(),
  sha256 = '0123456789012345678901234567890123456789abc=' where id = :file1
; call append_to_journal('ATTACHMENT_RECEIVED', 'demo-dila', 'OSL-99000001000019-00000', '127.0.0.1',
  '{"type":[null,"ActeEtatCivil-XML"]}', 'OSL-99000001000019-00000', cast(:file1 as text), null, :tail);

-- PUT file 2: may she?
select f.*, a.* from folder f join attachment a on a.folder_id = f.id where f.id = :folder and a.id = :file2;

-- PUT file 2: received
select f.*, a.* from folder f join attachment a on a.folder_id = f.id where f.id = :folder and a.id = :file2 for no key update;
update attachment set status = 'RECEIVED', blob_key = cast(:file2 as text), received_at = now(),
  sha256 = '0123456789012345678901234567890123456789abc=' where id = :file2
; call append_to_journal('ATTACHMENT_RECEIVED', 'demo-dila', 'OSL-99000001000019-00000', '127.0.0.1',
  '{"type":[null,"ActeEtatCivil-PDF"]}', 'OSL-99000001000019-00000', cast(:file2 as text), null, :tail);

-- PATCH folder complete
select f.*, c.*, a.* from folder f join cases c on c.folder_id = f.id join case_attachment l on l.case_id = c.id
  join attachment a on a.id = l.attachment_id where f.id = :folder order by c.position, a.position for no key update of f, c;
with c as (update cases set status = 'HUBEE_NOTIFIED', access_mode = 'API', transmitted_at = now(), updated_at = now(), version = version + 1
    where id = :case),
f as (update folder set status = 'HUBEE_NOTIFIED', completed_at = now(), updated_at = now(), version = version + 1 where id = :folder),
m as (insert into mail (id, message_id, recipient, template, template_values, state, created_at, try_until, attempts, next_attempt_at)
  values (gen_random_uuid(), '<' || cast(:folder as text) || '@hubee.example>', 'etat-civil@valbourg-sur-orne.example', 'CASE_NEW',
    '{"process":"Etat civil","organization":"Valbourg","number":"B-1-01"}', 'WAITING', now(), now() + interval '2 days', 0, now()))
insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
  transmitter_company_register, transmitter_branch_code, process_code, case_id, event_id, created_at)
values (:notice1, 'SI', '99000101800011', '99101', 'OSL', '99000001000019', '00000', 'EtatCivil', :case, null, now())
; call append_to_journal('CASE_TRANSMITTED', 'demo-dila', 'OSL-99000001000019-00000', '127.0.0.1',
  '{"digests":[null,"0193:0123456789012345678901234567890123456789abc=, 0194:0123456789012345678901234567890123456789abc="],"externalId":[null,"B-1-01"],"folder":[null,"' || cast(:folder as text) || '"],"processCode":[null,"EtatCivil"],"recipients":[null,"SI-99000101800011-99101"],"sender":[null,"OSL-99000001000019-00000"]}',
  'SI-99000101800011-99101', cast(:case as text), null, :tail)
; call append_to_journal('FOLDER_STATUS_CHANGED', 'demo-dila', 'OSL-99000001000019-00000', '127.0.0.1',
  '{"externalId":[null,"B-1"],"processCode":[null,"EtatCivil"],"recipients":[null,"SI-99000101800011-99101"],"sender":[null,"OSL-99000001000019-00000"],"status":["HUBEE_RECEIVED","HUBEE_NOTIFIED"]}',
  'OSL-99000001000019-00000', cast(:folder as text), null, :tail);

-- SI polls
select n.*, e.action_type, e.status from notification n left join case_event e on e.id = n.event_id
where n.company_register = '99000101800011' and n.branch_code = '99101' and n.organization_type = 'SI'
  and n.process_code = 'EtatCivil' order by n.id limit 25;

-- GET case
select c.*, f.*, a.*, e.* from cases c join folder f on f.id = c.folder_id left join case_attachment l on l.case_id = c.id
  left join attachment a on a.id = l.attachment_id left join case_event e on e.case_id = c.id where c.id = :case order by a.position;
call append_to_journal('CASE_READ', 'demo-valbourg-etatcivil', 'SI-99000101800011-99101', '127.0.0.1',
  '{"externalId":[null,"B-1-01"],"processCode":[null,"EtatCivil"],"recipients":[null,"SI-99000101800011-99101"],"sender":[null,"OSL-99000001000019-00000"]}',
  'SI-99000101800011-99101', cast(:case as text), null, :tail);

-- GET file 1
select c.*, f.*, a.* from attachment a join case_attachment l on l.attachment_id = a.id join cases c on c.id = l.case_id
  join folder f on f.id = c.folder_id where a.id = :file1 and c.id = :case;
call append_to_journal('ATTACHMENT_READ', 'demo-valbourg-etatcivil', 'SI-99000101800011-99101', '127.0.0.1',
  '{"case":[null,"' || cast(:case as text) || '"],"digests":[null,"0193:0123456789012345678901234567890123456789abc="],"processCode":[null,"EtatCivil"],"type":[null,"ActeEtatCivil-XML"]}',
  'SI-99000101800011-99101', cast(:file1 as text), null, :tail);

-- GET file 2
select c.*, f.*, a.* from attachment a join case_attachment l on l.attachment_id = a.id join cases c on c.id = l.case_id
  join folder f on f.id = c.folder_id where a.id = :file2 and c.id = :case;
call append_to_journal('ATTACHMENT_READ', 'demo-valbourg-etatcivil', 'SI-99000101800011-99101', '127.0.0.1',
  '{"case":[null,"' || cast(:case as text) || '"],"digests":[null,"0194:0123456789012345678901234567890123456789abc="],"processCode":[null,"EtatCivil"],"type":[null,"ActeEtatCivil-PDF"]}',
  'SI-99000101800011-99101', cast(:file2 as text), null, :tail);

-- POST event SENT
select f.*, c.* from folder f join cases c on c.folder_id = f.id where f.id = (select folder_id from cases where id = :case) for no key update;
with e as (insert into case_event (id, case_id, transmitter_type, transmitter_company_register, transmitter_branch_code, action_type,
    author, message, notification, status, case_new_status, created_at)
  values (:event1, :case, 'SI', '99000101800011', '99101', 'STATUS_UPDATE', 'Service état civil', 'Votre demande est traitée',
    false, 'SENT', 'SENT', now())),
f as (update folder set status = 'SENT', updated_at = now(), version = version + 1 where id = :folder)
update cases set status = 'SENT', updated_at = now(), sent_since = now(), picked_up_by_software_at = now(), version = version + 1 where id = :case
; call append_to_journal('EVENT_RECORDED', 'demo-valbourg-etatcivil', 'SI-99000101800011-99101', '127.0.0.1',
  '{"actionType":[null,"STATUS_UPDATE"],"event":[null,"' || cast(:event1 as text) || '"],"externalId":[null,"B-1-01"],"processCode":[null,"EtatCivil"],"recipients":[null,"OSL-99000001000019-00000"],"sender":[null,"SI-99000101800011-99101"],"status":["HUBEE_NOTIFIED","SENT"]}',
  'SI-99000101800011-99101', cast(:case as text), null, :tail);

-- POST event DONE
select f.*, c.* from folder f join cases c on c.folder_id = f.id where f.id = (select folder_id from cases where id = :case) for no key update;
with e as (insert into case_event (id, case_id, transmitter_type, transmitter_company_register, transmitter_branch_code, action_type,
    author, message, notification, status, case_new_status, created_at)
  values (:event2, :case, 'SI', '99000101800011', '99101', 'STATUS_UPDATE', 'Service état civil', 'Votre demande est traitée',
    true, 'SENT', 'DONE', now())),
f as (update folder set status = 'DONE', updated_at = now(), version = version + 1 where id = :folder),
c as (update cases set status = 'DONE', updated_at = now(), finished_since = now(), ended_at = now(), first_outcome = 'DONE',
    version = version + 1 where id = :case)
insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
  transmitter_company_register, transmitter_branch_code, process_code, case_id, event_id, created_at)
values (:notice2, 'OSL', '99000001000019', '00000', 'SI', '99000101800011', '99101', 'EtatCivil', :case, :event2, now())
; call append_to_journal('EVENT_RECORDED', 'demo-valbourg-etatcivil', 'SI-99000101800011-99101', '127.0.0.1',
  '{"actionType":[null,"STATUS_UPDATE"],"event":[null,"' || cast(:event2 as text) || '"],"externalId":[null,"B-1-01"],"processCode":[null,"EtatCivil"],"recipients":[null,"OSL-99000001000019-00000"],"sender":[null,"SI-99000101800011-99101"],"status":["SENT","DONE"]}',
  'SI-99000101800011-99101', cast(:case as text), null, :tail);

-- SI deletes
delete from notification where id = :notice1 and organization_type = 'SI' and company_register = '99000101800011' and branch_code = '99101'
  and process_code = 'EtatCivil'
; call append_to_journal('NOTIFICATION_DELETED', 'demo-valbourg-etatcivil', 'SI-99000101800011-99101', '127.0.0.1', '{}',
  'SI-99000101800011-99101', cast(:notice1 as text), null, :tail);

-- OSL polls
select n.*, e.action_type, e.status from notification n left join case_event e on e.id = n.event_id
where n.company_register = '99000001000019' and n.branch_code = '00000' and n.organization_type = 'OSL'
  and n.process_code = 'EtatCivil' order by n.id limit 25;

-- GET event
select c.*, f.*, e.*, a.* from case_event e join cases c on c.id = e.case_id join folder f on f.id = c.folder_id
  left join attachment a on a.event_id = e.id where e.id = :event2 and c.id = :case;

-- PATCH event RECEIVED
select f.*, c.*, e.* from folder f join cases c on c.folder_id = f.id join case_event e on e.case_id = c.id
  where e.id = :event2 and c.id = :case for no key update of f, c;
with e as (update case_event set status = 'RECEIVED', updated_at = now() where id = :event2)
insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
  transmitter_company_register, transmitter_branch_code, process_code, case_id, event_id, created_at)
values (:notice3, 'SI', '99000101800011', '99101', 'OSL', '99000001000019', '00000', 'EtatCivil', :case, :event2, now())
; call append_to_journal('EVENT_STATUS_CHANGED', 'demo-dila', 'OSL-99000001000019-00000', '127.0.0.1',
  '{"actionType":[null,"STATUS_UPDATE"],"event":[null,"' || cast(:event2 as text) || '"],"eventStatus":["SENT","RECEIVED"],"externalId":[null,"B-1-01"],"processCode":[null,"EtatCivil"]}',
  'SI-99000101800011-99101', cast(:case as text), null, :tail);

-- PATCH case CLOSED
select f.*, c.* from folder f join cases c on c.folder_id = f.id where f.id = (select folder_id from cases where id = :case) for no key update;
with f as (update folder set updated_at = now(), version = version + 1 where id = :folder)
update cases set status = 'CLOSED', updated_at = now(), closed_at = now(), version = version + 1 where id = :case
; call append_to_journal('CASE_STATUS_CHANGED', 'demo-dila', 'OSL-99000001000019-00000', '127.0.0.1',
  '{"externalId":[null,"B-1-01"],"processCode":[null,"EtatCivil"],"recipients":[null,"SI-99000101800011-99101"],"sender":[null,"OSL-99000001000019-00000"],"status":["DONE","CLOSED"]}',
  'SI-99000101800011-99101', cast(:case as text), null, :tail);

-- PATCH folder CLOSED
select f.*, c.* from folder f join cases c on c.folder_id = f.id where f.id = :folder for no key update of f;
update folder set status = 'CLOSED', status_set_by_transmitter = true, updated_at = now(), closed_at = now(), version = version + 1 where id = :folder
; call append_to_journal('FOLDER_STATUS_CHANGED', 'demo-dila', 'OSL-99000001000019-00000', '127.0.0.1',
  '{"externalId":[null,"B-1"],"processCode":[null,"EtatCivil"],"recipients":[null,"SI-99000101800011-99101"],"sender":[null,"OSL-99000001000019-00000"],"status":["DONE","CLOSED"]}',
  'OSL-99000001000019-00000', cast(:folder as text), null, :tail);

-- OSL deletes
delete from notification where id = :notice2 and organization_type = 'OSL' and company_register = '99000001000019' and branch_code = '00000'
  and process_code = 'EtatCivil'
; call append_to_journal('NOTIFICATION_DELETED', 'demo-dila', 'OSL-99000001000019-00000', '127.0.0.1', '{}',
  'OSL-99000001000019-00000', cast(:notice2 as text), null, :tail);

-- SI polls again
select n.*, e.action_type, e.status from notification n left join case_event e on e.id = n.event_id
where n.company_register = '99000101800011' and n.branch_code = '99101' and n.organization_type = 'SI'
  and n.process_code = 'EtatCivil' order by n.id limit 25;

-- SI deletes receipt
delete from notification where id = :notice3 and organization_type = 'SI' and company_register = '99000101800011' and branch_code = '99101'
  and process_code = 'EtatCivil'
; call append_to_journal('NOTIFICATION_DELETED', 'demo-valbourg-etatcivil', 'SI-99000101800011-99101', '127.0.0.1', '{}',
  'SI-99000101800011-99101', cast(:notice3 as text), null, :tail);
