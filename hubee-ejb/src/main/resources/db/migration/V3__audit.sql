-- Who did what, for which organisation, from where, and what changed. Names are kept as text: what they name may be gone.

create table audit_entry (
    id                 uuid         primary key,
    happened_at        timestamptz  not null,
    actor              varchar(320) not null,
    actor_organization varchar(50),
    address            varchar(45),
    action             varchar(40)  not null,
    organization       varchar(50),
    subject            varchar(320),
    subject_version    bigint,
    changes            text         not null
);
create index audit_entry_by_date on audit_entry using brin (happened_at); -- rows lie in the order of their dates
create index audit_entry_by_subject on audit_entry (subject, happened_at);
create index audit_entry_by_organization on audit_entry (organization, happened_at);
create index audit_entry_by_actor on audit_entry (actor, happened_at);

-- What is recorded stays as it is.
create function audit_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the audit journal is append-only';
end
$$;
create trigger audit_entry_stays before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_stays();
