-- Failures are counted by place too; devices that somebody signed in with are known; a password that was replaced by mail is noted.

-- An address, or a network of them.
create table sign_in_place (
    place         varchar(64) primary key,
    failures      integer     not null,
    waits         integer     not null,
    counted_since timestamptz not null,
    refused_until timestamptz,
    last_at       timestamptz not null
);
create index sign_in_place_by_date on sign_in_place (last_at);

create table known_device (
    token_hash varchar(64) not null,
    account_id uuid        not null references account deferrable initially deferred,
    used_at    timestamptz not null,
    primary key (token_hash, account_id)
);
create index known_device_by_account on known_device (account_id);
create index known_device_by_date on known_device (used_at);

create table password_reset (
    account_id uuid        primary key references account deferrable initially deferred,
    reset_at   timestamptz not null
);
create index password_reset_by_date on password_reset (reset_at);
