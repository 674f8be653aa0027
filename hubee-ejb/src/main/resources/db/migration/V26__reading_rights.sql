-- The national administrator's software gets no bytes of télédossiers, unless a second administrator has granted it that, for a time.

-- Who made each client: null for those of the start-up file. The journal remembers those that were made before.
alter table api_client add made_by varchar(320);
update api_client c set made_by = a.actor
from audit_entry a
where c.subscription_id is null and a.subject = c.client_id and a.action = 'CREDENTIALS_CREATED';

create table reading_right (
    id           uuid         primary key,
    client_id    varchar(100) not null references api_client on delete cascade deferrable initially deferred,
    reason       varchar(300) not null,
    days         integer      not null check (days between 1 and 30),
    asked_by     varchar(320) not null,
    asked_at     timestamptz  not null,
    granted_by   varchar(320) check (granted_by <> asked_by),
    granted_at   timestamptz,
    ends_at      timestamptz  check (ends_at <= granted_at + interval '30 days'),
    withdrawn_by varchar(320),
    withdrawn_at timestamptz
);
create index reading_right_by_client on reading_right (client_id, asked_at);
