-- One life cycle, as little as the database can be asked: a transaction ends at each blank line.

-- POST folder
select * from process where code = 'EtatCivil';
select * from organization where company_register = '99000101800011' and branch_code = '99101' and organization_type = 'SI';
select * from subscription where company_register = '99000101800011' and branch_code = '99101' and organization_type = 'SI'
  and process_code = 'EtatCivil';
insert into folder (id, external_id, process_code, osl_type, osl_company_register, osl_branch_code, status,
  status_set_by_transmitter, first_name, last_name, email, created_at, version)
values (:folder, 'B-1', 'EtatCivil', 'OSL', '99000001000019', '00000', 'HUBEE_RECEIVED', false, 'Camille', 'Exemple',
  'camille@usager.example', now(), 0);
insert into cases (id, folder_id, position, external_id, process_code, organization_type, company_register, branch_code, status,
  created_at, version)
values (:case, :folder, 0, 'B-1-01', 'EtatCivil', 'SI', '99000101800011', '99101', 'HUBEE_RECEIVED', now(), 0);
insert into attachment (id, folder_id, position, file_name, type, size, mime_type, status)
values (:file1, :folder, 0, 'demande.xml', 'ActeEtatCivil-XML', 20000, 'application/xml', 'SENT');
insert into attachment (id, folder_id, position, file_name, type, size, mime_type, status)
values (:file2, :folder, 1, 'demande.xml', 'ActeEtatCivil-XML', 20000, 'application/xml', 'SENT');
insert into case_attachment (case_id, attachment_id) values (:case, :file1);
insert into case_attachment (case_id, attachment_id) values (:case, :file2);

-- PUT file 1: announced
select * from folder where id = :folder for update;
select * from attachment where id = :file1 and folder_id = :folder;

-- PUT file 1: received
select * from folder where id = :folder for update;
select * from attachment where id = :file1 and folder_id = :folder;
update attachment set status = 'RECEIVED', blob_key = cast(:file1 as text), received_at = now(),
  sha256 = '0123456789012345678901234567890123456789abc=' where id = :file1;

-- PUT file 2: announced
select * from folder where id = :folder for update;
select * from attachment where id = :file2 and folder_id = :folder;

-- PUT file 2: received
select * from folder where id = :folder for update;
select * from attachment where id = :file2 and folder_id = :folder;
update attachment set status = 'RECEIVED', blob_key = cast(:file2 as text), received_at = now(),
  sha256 = '0123456789012345678901234567890123456789abc=' where id = :file2;

-- PATCH folder complete
select * from folder where id = :folder for update;
select * from cases where folder_id = :folder;
select * from attachment where folder_id = :folder;
update cases set status = 'HUBEE_NOTIFIED', updated_at = now(), version = version + 1 where id = :case;
update folder set status = 'HUBEE_NOTIFIED', updated_at = now(), version = version + 1 where id = :folder;
insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
  transmitter_company_register, transmitter_branch_code, process_code, case_id, event_id, created_at)
values (:notice1, 'SI', '99000101800011', '99101', 'OSL', '99000001000019', '00000', 'EtatCivil', :case, null, now());

-- SI polls
select n.*, e.action_type, e.status from notification n left join case_event e on e.id = n.event_id
where n.company_register = '99000101800011' and n.branch_code = '99101' and n.organization_type = 'SI'
  and n.process_code = 'EtatCivil' order by n.id limit 25;

-- GET case
select * from cases c join folder f on f.id = c.folder_id where c.id = :case;
select * from attachment a join case_attachment l on l.attachment_id = a.id where l.case_id = :case order by a.position;
select * from case_event where case_id = :case order by created_at, id;

-- GET file 1
select * from cases c join folder f on f.id = c.folder_id where c.id = :case;
select * from attachment a join case_attachment l on l.attachment_id = a.id where a.id = :file1 and l.case_id = :case;

-- GET file 2
select * from cases c join folder f on f.id = c.folder_id where c.id = :case;
select * from attachment a join case_attachment l on l.attachment_id = a.id where a.id = :file2 and l.case_id = :case;

-- POST event SENT
select * from folder where id = :folder for update;
select * from cases c join folder f on f.id = c.folder_id where c.id = :case;
select * from process where code = 'EtatCivil';
insert into case_event (id, case_id, transmitter_type, transmitter_company_register, transmitter_branch_code, action_type,
  author, message, notification, status, case_new_status, created_at)
values (:event1, :case, 'SI', '99000101800011', '99101', 'STATUS_UPDATE', 'Service état civil', 'Votre demande est traitée',
  false, 'SENT', 'SENT', now());
update cases set status = 'SENT', updated_at = now(), version = version + 1 where id = :case;
update folder set status = 'SENT', updated_at = now(), version = version + 1 where id = :folder;

-- POST event DONE
select * from folder where id = :folder for update;
select * from cases c join folder f on f.id = c.folder_id where c.id = :case;
select * from process where code = 'EtatCivil';
insert into case_event (id, case_id, transmitter_type, transmitter_company_register, transmitter_branch_code, action_type,
  author, message, notification, status, case_new_status, created_at)
values (:event2, :case, 'SI', '99000101800011', '99101', 'STATUS_UPDATE', 'Service état civil', 'Votre demande est traitée',
  true, 'SENT', 'DONE', now());
update cases set status = 'DONE', updated_at = now(), version = version + 1 where id = :case;
update folder set status = 'DONE', updated_at = now(), version = version + 1 where id = :folder;
insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
  transmitter_company_register, transmitter_branch_code, process_code, case_id, event_id, created_at)
values (:notice2, 'OSL', '99000001000019', '00000', 'SI', '99000101800011', '99101', 'EtatCivil', :case, :event2, now());

-- SI deletes
select * from notification where id = :notice1;
delete from notification where id = :notice1;

-- OSL polls
select n.*, e.action_type, e.status from notification n left join case_event e on e.id = n.event_id
where n.company_register = '99000001000019' and n.branch_code = '00000' and n.organization_type = 'OSL'
  and n.process_code = 'EtatCivil' order by n.id limit 25;

-- GET event
select * from cases c join folder f on f.id = c.folder_id where c.id = :case;
select * from case_event e left join attachment a on a.event_id = e.id where e.id = :event2;

-- PATCH event RECEIVED
select * from folder where id = :folder for update;
select * from cases c join folder f on f.id = c.folder_id where c.id = :case;
select * from case_event e left join attachment a on a.event_id = e.id where e.id = :event2;
update case_event set status = 'RECEIVED', updated_at = now() where id = :event2;
insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
  transmitter_company_register, transmitter_branch_code, process_code, case_id, event_id, created_at)
values (:notice3, 'SI', '99000101800011', '99101', 'OSL', '99000001000019', '00000', 'EtatCivil', :case, :event2, now());

-- PATCH case CLOSED
select * from folder where id = :folder for update;
select * from cases c join folder f on f.id = c.folder_id where c.id = :case;
update cases set status = 'CLOSED', updated_at = now(), version = version + 1 where id = :case;
update folder set status = 'DONE', updated_at = now(), version = version + 1 where id = :folder;

-- PATCH folder CLOSED
select * from folder where id = :folder for update;
update folder set status = 'CLOSED', closed_at = now(), version = version + 1 where id = :folder;

-- OSL deletes
select * from notification where id = :notice2;
delete from notification where id = :notice2;

-- SI polls again
select n.*, e.action_type, e.status from notification n left join case_event e on e.id = n.event_id
where n.company_register = '99000101800011' and n.branch_code = '99101' and n.organization_type = 'SI'
  and n.process_code = 'EtatCivil' order by n.id limit 25;

-- SI deletes receipt
select * from notification where id = :notice3;
delete from notification where id = :notice3;
