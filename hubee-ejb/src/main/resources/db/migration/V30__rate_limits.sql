-- What a client is held to, in calls a second: null for what the server's setting says.
alter table api_client add calls_per_second integer check (calls_per_second > 0);

-- Which clients keep which node busy: nodes tell each other once a second, and a crash may forget it.
create unlogged table busy_client (
    client_id varchar(100) not null,
    node      uuid         not null,
    calls     integer      not null,
    told_at   timestamptz  not null,
    primary key (client_id, node)
);
