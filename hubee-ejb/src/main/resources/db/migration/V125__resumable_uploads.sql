-- Files that arrive in several requests. What each request brings is a part in the store; when all bytes are there, the parts are read in
-- order as one file, and deleted. What nobody continues is deleted after a day.
create table upload (
    id            uuid primary key,
    attachment_id uuid         not null unique references attachment on delete cascade,
    client        varchar(100) not null, -- that began it: nobody else may continue
    digest        varchar(100),
    received      bigint       not null default 0,
    finished      boolean      not null default false,
    heard_at      timestamptz  not null
);
create table upload_part (
    blob_key   varchar(100) primary key,
    upload_id  uuid   not null references upload on delete cascade,
    first_byte bigint not null,
    size       bigint not null,
    sha256     varchar(44) not null,
    unique (upload_id, first_byte)
);
