-- Two secrets of one client may be good at once, so that a secret is changed without a gap; a token ends with its own.

create table api_client_secret (
    id          uuid         primary key,
    client_id   varchar(100) not null references api_client on delete cascade deferrable initially deferred,
    secret_hash varchar(255) not null,
    created_at  timestamptz  not null,
    expires_at  timestamptz
);
create index api_client_secret_by_client on api_client_secret (client_id);

insert into api_client_secret (id, client_id, secret_hash, created_at)
    select gen_random_uuid(), client_id, secret_hash, created_at from api_client;

alter table access_token
    add secret_id uuid references api_client_secret on delete cascade deferrable initially deferred;
update access_token set secret_id = s.id from api_client_secret s where s.client_id = access_token.client_id;
set constraints all immediate; -- a table is not altered while checks on its rows are awaited
alter table access_token alter secret_id set not null;

-- The credentials of a subscription are one pair; those that it had before stay, revoked.
alter table api_client
    drop secret_hash,
    add subscription_id uuid references subscription deferrable initially deferred;
create unique index api_client_of_subscription on api_client (subscription_id) where revoked_at is null;

-- When each client was last heard, to the minute: a table of its own, so that it stays small and hinders no change.
create table api_client_use (
    client_id        varchar(100) primary key references api_client on delete cascade deferrable initially deferred,
    used_at          timestamptz  not null,
    address          varchar(45),
    editor_name      varchar(50),
    application_name varchar(50),
    software_version varchar(50)
);
