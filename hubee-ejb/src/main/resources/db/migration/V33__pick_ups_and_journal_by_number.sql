-- The journal is searched by the number of a télédossier, also of those that are deleted: only the journal still knows them.
create index audit_entry_by_number on audit_entry ((substring(changes from '"externalId":[[]null,"([^"]*)"')), happened_at)
    where substring(changes from '"externalId":[[]null,"([^"]*)"') is not null;
