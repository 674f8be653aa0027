-- The calls of clients, for the people who run their software: the refused ones, and some of the others. It has nothing of a body or a query.
create table api_call (
    id               bigint generated always as identity primary key,
    client_id        varchar(100) not null references api_client on delete cascade deferrable initially deferred,
    ended_at         timestamptz  not null,
    request_id       varchar(64)  not null,
    operation        varchar(150) not null,
    status           smallint     not null,
    reason           varchar(150),
    message          varchar(500),
    took             integer      not null, -- milliseconds
    received         bigint       not null, -- bytes
    sent             bigint       not null,
    editor_name      varchar(50),
    application_name varchar(50),
    software_version varchar(50)
);
create index api_call_by_client on api_call (client_id, ended_at desc, id desc);
create index api_call_by_request on api_call (request_id);
create index api_call_by_end on api_call using brin (ended_at); -- rows come in that order, and are deleted in it
