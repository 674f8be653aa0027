-- The row of V91, for less: in one function, and without a query where the entry names its folder, as nearly all do. The function with
-- four parameters is of no use any more after V92; the next release may drop it.
create or replace function note_receipt_act() returns trigger language plpgsql as $$
declare
    facts      jsonb := new.changes::jsonb;
    its_folder uuid;
    its_case   uuid;
    its_read   uuid;
begin
    if facts -> 'sender' ->> 1 is null then
        return null;
    end if;
    if new.action in ('FOLDER_STATUS_CHANGED', 'FOLDER_DELETED') then
        its_folder := new.subject::uuid;
    else
        its_folder := (facts -> 'folder' ->> 1)::uuid;
        its_case := coalesce((facts -> 'case' ->> 1)::uuid, new.subject::uuid);
        if its_folder is null then
            its_folder := coalesce(
                (select c.folder_id from "${flyway:defaultSchema}".cases c where c.id = its_case),
                (select a.folder_id from "${flyway:defaultSchema}".receipt_act a where a.case_id = its_case order by a.entry limit 1));
        end if;
        if new.action in ('CASE_READ', 'ATTACHMENT_READ') then
            its_read := new.subject::uuid;
            if exists (select from "${flyway:defaultSchema}".receipt_act a
                    where a.case_id = its_case and a.read_id = its_read and a.entry < new.id) then
                return null;
            end if;
        end if;
    end if;
    insert into "${flyway:defaultSchema}".receipt_act (entry, folder_id, case_id, read_id)
    values (new.id, its_folder, its_case, its_read);
    return null;
end
$$;
