-- How many calls each client made in an hour, and how many were refused: api_call has only the first ones that succeeded.
create table api_call_hour (
    client_id varchar(100) not null references api_client on delete cascade deferrable initially deferred,
    hour      timestamptz  not null,
    calls     bigint       not null,
    refused   bigint       not null,
    primary key (client_id, hour)
);
create index api_call_hour_by_hour on api_call_hour (hour);
