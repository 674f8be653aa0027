-- From when an account's idle time is counted when it is younger than the last sign-in: its last reactivation.
create table account_activation (
    account_id   uuid        primary key references account deferrable initially deferred,
    activated_at timestamptz not null
);

-- What a person was reminded of, once for each date from which it is counted.
create table reminder (
    account_id   uuid        not null references account deferrable initially deferred,
    kind         varchar(20) not null,
    counted_from timestamptz not null,
    sent_at      timestamptz not null,
    primary key (account_id, kind, counted_from)
);
create index reminder_by_date on reminder (sent_at);

-- An activation chosen for a later day, until that day has come.
alter table subscription add column awaited_start timestamptz;
create index subscription_by_awaited_start on subscription (awaited_start) where awaited_start is not null;
update subscription set awaited_start = activated_at where status = 'ACTIVE' and activated_at > now();
