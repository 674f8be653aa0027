-- The keys that files are encrypted with, each itself encrypted with a master key that is not in the database. Deleting a row makes
-- its files unreadable wherever there are copies of them: backups of this table live shorter than others, and apart from them
-- (docs/operations.md). So nothing refers to it: what is restored is not of one moment.
create table data_key (
    id         varchar(24)  primary key,
    owner_id   uuid         not null unique, -- a télédossier, or the ZIP of a person
    master_key varchar(100) not null,
    wrapped    text         not null,
    created_at timestamptz  not null
);

-- Since when each master key is used.
create table master_key (
    name  varchar(100) primary key,
    since timestamptz  not null
);
