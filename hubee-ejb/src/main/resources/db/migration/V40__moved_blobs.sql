-- Bytes whose file has moved to another store: they are deleted once nobody can be reading them.
create table moved_blob (
    blob_key varchar(60) primary key,
    moved_at timestamptz not null
);
