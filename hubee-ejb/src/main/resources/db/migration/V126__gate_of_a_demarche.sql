-- The types of files that every case of a démarche must have, and the schemas that files must follow: « type sha256 », each with its text in
-- file_schema. A démarche without any costs its deposits no statement.
alter table process add required_types varchar(255)[] not null default '{}', add file_schemas varchar(255)[] not null default '{}';

create table file_schema (
    process_code varchar(30)  not null references process (code) deferrable initially deferred,
    type         varchar(255) not null,
    sha256       varchar(64)     not null,
    content      bytea        not null,
    primary key (process_code, type)
);
