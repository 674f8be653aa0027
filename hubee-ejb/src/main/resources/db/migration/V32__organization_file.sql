-- The file of organisations that a person has checked: any node imports it. Once it is imported, only the report is left.
create table organization_file (
    owner     varchar(320) primary key,
    id        uuid         not null,
    file_name varchar(200) not null,
    content   bytea,
    report    text,
    kept_at   timestamptz  not null,
    check (content is not null or report is not null)
);
