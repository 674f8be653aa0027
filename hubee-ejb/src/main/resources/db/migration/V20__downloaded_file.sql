-- Which file a download in the history was of: the hub's own note, which no partner reads or writes.
-- No foreign key: the history says what was taken whatever becomes of the file.
alter table case_event add column downloaded_id uuid;

update case_event
set downloaded_id = substring(partner_attributes from 7)::uuid, partner_attributes = null
where action_type = 'ATTACH_DL' and application_name = 'Portail'
  and partner_attributes ~ '^piece=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
