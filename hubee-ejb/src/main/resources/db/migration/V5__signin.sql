-- How people prove who they are. Of passwords, tokens and codes, only hashes are kept.

-- The newest is the one that counts; the five newest are kept, so that none of them is chosen again.
create table chosen_password (
    id         uuid         primary key,
    account_id uuid         not null references account deferrable initially deferred,
    hash       varchar(255) not null,
    chosen_at  timestamptz  not null
);
create index chosen_password_by_account on chosen_password (account_id, id);

-- Failures are counted by the hash of what was typed as a login: whether it exists makes no difference.
create table sign_in_failure (
    login_hash   varchar(64) primary key,
    failures     integer     not null,
    locks        integer     not null,
    locked_until timestamptz,
    last_at      timestamptz not null
);
create index sign_in_failure_by_date on sign_in_failure (last_at);

-- A sign-in that is not finished: a code is waited for, or a new password.
create table sign_in_step (
    id           uuid        primary key,
    token_hash   varchar(64) not null unique,
    account_id   uuid        not null references account deferrable initially deferred,
    kind         varchar(20) not null,
    tries        integer     not null,
    codes_wanted integer     not null,
    expires_at   timestamptz not null
);
create index sign_in_step_by_account on sign_in_step (account_id);
create index sign_in_step_by_date on sign_in_step (expires_at);

create table sign_in_code (
    id         uuid         primary key,
    step_id    uuid         not null references sign_in_step on delete cascade,
    hash       varchar(255) not null,
    expires_at timestamptz  not null
);
create index sign_in_code_by_step on sign_in_code (step_id);

create table password_link (
    token_hash varchar(64) primary key,
    account_id uuid        not null references account deferrable initially deferred,
    purpose    varchar(20) not null,
    expires_at timestamptz not null
);
create index password_link_by_account on password_link (account_id);
create index password_link_by_date on password_link (expires_at);

-- Who asked for a link lately, by the hash of what was typed.
create table link_request (
    id         uuid        primary key,
    login_hash varchar(64) not null,
    asked_at   timestamptz not null
);
create index link_request_by_login on link_request (login_hash, asked_at);
create index link_request_by_date on link_request (asked_at);

-- The secret is encrypted; it counts once a first code has confirmed it. A step of time is accepted once.
create table totp (
    account_id   uuid        primary key references account deferrable initially deferred,
    secret       text        not null,
    confirmed_at timestamptz,
    last_step    bigint      not null
);

create table federated_identity (
    issuer     varchar(255) not null,
    subject    varchar(255) not null,
    account_id uuid         not null references account deferrable initially deferred,
    email      varchar(320) not null,
    bound_at   timestamptz  not null,
    primary key (issuer, subject),
    unique (issuer, account_id)
);

create table person_session (
    token_hash varchar(64) primary key,
    account_id uuid        not null references account deferrable initially deferred,
    method     varchar(30) not null,
    opened_at  timestamptz not null,
    used_at    timestamptz not null
);
create index person_session_by_account on person_session (account_id);
create index person_session_by_date on person_session (used_at);

create table last_sign_in (
    account_id   uuid        primary key references account deferrable initially deferred,
    signed_in_at timestamptz not null
);
