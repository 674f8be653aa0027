-- The ZIPs that people have made of several cases' files: how far each is, where its bytes are, and what is in it.
create table bundle (
    id          uuid         primary key,
    account_id  uuid         not null references account on delete cascade deferrable initially deferred,
    file_name   varchar(200) not null,
    case_count  integer      not null,
    file_count  integer      not null,
    size        bigint       not null,
    state       varchar(10)  not null,
    bytes_read  bigint       not null,
    attempts    integer      not null,
    heard_at    timestamptz,
    blob_key    varchar(60),
    blob_size   bigint,
    blob_sha256 varchar(44),
    asked_at    timestamptz  not null,
    kept_until  timestamptz  not null,
    reason      varchar(300),
    check (state <> 'READY' or (blob_key is not null and blob_size is not null and blob_sha256 is not null))
);
create index bundle_by_account on bundle (account_id);
-- Copies of files: they are found when a file is purged. Names are not copied.
create table bundle_file (
    bundle_id uuid        not null references bundle on delete cascade,
    position  integer     not null,
    case_id   uuid        not null,
    blob_key  varchar(60) not null,
    primary key (bundle_id, position)
);
create index bundle_file_by_blob on bundle_file (blob_key);
