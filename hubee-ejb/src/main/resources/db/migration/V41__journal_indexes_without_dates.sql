-- The journal is read by its newest identifiers, never by date and subject together: without the date, equal keys share one entry of an
-- index, which is then a third as large.
drop index audit_entry_by_subject;
drop index audit_entry_by_organization;
drop index audit_entry_by_actor;
create index audit_entry_by_subject on audit_entry (subject);
create index audit_entry_by_organization on audit_entry (organization);
create index audit_entry_by_actor on audit_entry (actor);
