-- Clients that prove who they are with a key of their own, and tokens that serve the holder of a certificate alone.
alter table api_client
    add secrets_refused      boolean not null default false,
    add certificate_required boolean not null default false,
    add proofs_changed_at    timestamptz; -- null while secrets alone prove who it is

create table api_client_key (
    id         uuid         primary key,
    client_id  varchar(100) not null references api_client on delete cascade deferrable initially deferred,
    kid        varchar(255) not null,
    thumbprint varchar(43)  not null, -- RFC 7638
    jwk        text         not null,
    created_at timestamptz  not null,
    unique (client_id, kid)
);

create table api_client_certificate (
    id         uuid         primary key,
    client_id  varchar(100) not null references api_client on delete cascade deferrable initially deferred,
    thumbprint varchar(43)  not null, -- x5t#S256 of RFC 8705
    subject    varchar(500) not null,
    expires_at timestamptz  not null,
    created_at timestamptz  not null,
    unique (client_id, thumbprint)
);

-- The assertions that served: none serves twice, on whichever node.
create table client_assertion (
    client_id      varchar(100) not null references api_client on delete cascade deferrable initially deferred,
    assertion_hash varchar(64)  not null,
    good_until     timestamptz  not null,
    primary key (client_id, assertion_hash)
);
create index client_assertion_by_end on client_assertion (good_until);

-- A token is given for a secret or for a key, and ends with it; it ends with its certificate too.
alter table access_token
    alter secret_id drop not null,
    add key_id         uuid references api_client_key on delete cascade deferrable initially deferred,
    add certificate_id uuid references api_client_certificate on delete cascade deferrable initially deferred,
    add check (num_nonnulls(secret_id, key_id) = 1);
create index access_token_by_key on access_token (key_id) where key_id is not null;
create index access_token_by_certificate on access_token (certificate_id) where certificate_id is not null;
