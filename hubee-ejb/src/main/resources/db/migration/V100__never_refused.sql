-- Whether the portal offers no refusal; until now a setting of the server, whose default this was.
alter table process add never_refused boolean not null default false;
update process set never_refused = true where code in ('CERTDC', 'CAF-contact', 'ContactsAllocataires-BRSA', 'SNATED');
