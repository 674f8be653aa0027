-- The acts of before V91, which is committed: none is missed, and nobody waits for these rows. No entry says who sent something to whom
-- that is older than the proofs of the journal (V52).
select note_receipt_act(e.id, e.action, cast(e.subject as uuid), cast(e.changes as jsonb))
from (
    select a.id, a.action, a.subject, a.changes from audit_entry a
    where a.happened_at >= (select min(h.installed_on) - interval '1 day' from flyway_schema_history h where h.version = '52')
        and a.action in ('CASE_TRANSMITTED', 'CASE_READ', 'CASE_STATUS_CHANGED', 'EVENT_RECORDED', 'EVENT_STATUS_CHANGED',
            'EVENT_DELETED', 'ATTACHMENT_READ', 'FOLDER_STATUS_CHANGED', 'FOLDER_DELETED')
        and not exists (select from receipt_act r where r.entry = a.id)
    order by a.id) e;
