-- Which entries of the journal give receipts: a row for each act of which its entry says who sent something to whom, found by its
-- case or folder in the order of what happened. The database writes it with the entry, whichever release writes that, from its JSON
-- and not from its text. All that a receipt says is in the entry. Names are qualified: see V27.
create table receipt_act (
    entry     uuid primary key, -- identifiers of entries are in the order of what happened
    folder_id uuid,
    case_id   uuid, -- null for what was done to the folder
    read_id   uuid  -- the case or the file that was read for the first time; null for other acts
);
create index receipt_act_by_case on receipt_act (case_id, entry) where case_id is not null;
create index receipt_act_by_folder on receipt_act (folder_id, entry);
create index receipt_act_by_reading on receipt_act (case_id, read_id) where read_id is not null;

-- Only functions of its owner write to it: afterMigrate grants reading.
create trigger receipt_act_stays before update or truncate on receipt_act
    for each statement execute function journal_proof_stays();

-- Of readings, the first one of each case and file gives a receipt. Two at once may both be noted: whoever reads takes the first one.
create function note_receipt_act(entry uuid, action text, subject uuid, told jsonb) returns boolean language plpgsql
    set plan_cache_mode = force_generic_plan as $$ -- planning it each time would cost more than the row
declare
    its_folder uuid := case when action in ('FOLDER_STATUS_CHANGED', 'FOLDER_DELETED') then subject else (told -> 'folder' ->> 1)::uuid end;
    its_case   uuid := case when action in ('FOLDER_STATUS_CHANGED', 'FOLDER_DELETED') then null
        else coalesce((told -> 'case' ->> 1)::uuid, subject) end;
    its_read   uuid := case when action in ('CASE_READ', 'ATTACHMENT_READ') then subject end;
begin
    if told -> 'sender' ->> 1 is null then
        return false;
    end if;
    insert into "${flyway:defaultSchema}".receipt_act (entry, folder_id, case_id, read_id)
    select note_receipt_act.entry,
        coalesce(its_folder,
            (select c.folder_id from "${flyway:defaultSchema}".cases c where c.id = its_case),
            (select a.folder_id from "${flyway:defaultSchema}".receipt_act a where a.case_id = its_case order by a.entry limit 1)),
        its_case, its_read
    where its_read is null or not exists (select from "${flyway:defaultSchema}".receipt_act a
        where a.case_id = its_case and a.read_id = its_read and a.entry < note_receipt_act.entry);
    return found;
end
$$;

-- It runs with the search path of append_to_journal.
create function note_receipt_act() returns trigger language plpgsql as $$
declare
    noted boolean := "${flyway:defaultSchema}".note_receipt_act(new.id, new.action, new.subject::uuid, new.changes::jsonb);
begin
    return null;
end
$$;

create trigger audit_entry_receipt after insert on audit_entry for each row
    when (new.action in ('CASE_TRANSMITTED', 'CASE_READ', 'CASE_STATUS_CHANGED', 'EVENT_RECORDED', 'EVENT_STATUS_CHANGED',
        'EVENT_DELETED', 'ATTACHMENT_READ', 'FOLDER_STATUS_CHANGED', 'FOLDER_DELETED'))
    execute function note_receipt_act();

-- Forgets what is older than the oldest month that is left of the journal, some rows at a time.
create function forget_receipt_acts(most int) returns bigint language sql
    set search_path = pg_catalog, pg_temp as $$
    with gone as (
        delete from "${flyway:defaultSchema}".receipt_act where entry in (
            select a.entry from "${flyway:defaultSchema}".receipt_act a
            where a.entry < "${flyway:defaultSchema}".journal_id_at((
                select min(coalesce(substring(pg_get_expr(c.relpartbound, c.oid) from $re$FROM \('([^']+)'\)$re$)::timestamptz, 'epoch'))
                from pg_inherits p join pg_class c on c.oid = p.inhrelid
                where p.inhparent = '"${flyway:defaultSchema}".audit_entry'::regclass))
            order by a.entry limit most)
        returning 1)
    select count(*) from gone;
$$;

revoke all on function note_receipt_act(uuid, text, uuid, jsonb), note_receipt_act(), forget_receipt_acts from public;
