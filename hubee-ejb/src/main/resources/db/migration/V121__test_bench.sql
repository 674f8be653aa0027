-- The test bench, on hubs that are not in production: software is tried against scripted partners.
-- bench_run: one scenario that one client runs; what was started together has the same batch, and runs in the order of position.
-- state: WAITING, RUNNING, PASSED or FAILED. The software is what its calls said of it; null until its first one.
create table bench_run (
    id               uuid         primary key,
    batch            uuid         not null,
    position         integer      not null,
    client_id        varchar(100) not null references api_client on delete cascade deferrable initially deferred,
    scenario         varchar(60)  not null,
    role             varchar(10)  not null,
    editor_name      varchar(50),
    application_name varchar(50),
    software_version varchar(50),
    state            varchar(10)  not null,
    began_at         timestamptz  not null,
    ended_at         timestamptz,
    beat_at          timestamptz  not null -- when its node last worked on it
);
create index bench_run_by_client on bench_run (client_id, began_at desc);
create index bench_run_by_batch on bench_run (batch, position);
create unique index bench_run_alone on bench_run (client_id) where state = 'RUNNING';

-- What is expected of the software, or done by its partner, in order. state: WAITING, DONE or FAILED.
create table bench_step (
    run        uuid          not null references bench_run on delete cascade deferrable initially deferred,
    position   integer       not null,
    text       varchar(500)  not null,
    text_en    varchar(500)  not null,
    state      varchar(10)   not null,
    at         timestamptz,
    problem    varchar(1000),
    problem_en varchar(1000),
    primary key (run, position)
);

-- The calls of a software while it runs a scenario, with the identifiers in their path.
create table bench_call (
    id         bigint generated always as identity primary key,
    run        uuid          not null references bench_run on delete cascade deferrable initially deferred,
    began_at   timestamptz   not null,
    ended_at   timestamptz   not null,
    operation  varchar(150)  not null,
    path       varchar(500)  not null,
    subject    uuid, -- the case of a notification, which is gone once it is deleted
    status     smallint      not null,
    message    varchar(500),
    location   varchar(500),
    sent       bigint        not null,
    fault      varchar(20)
);
create index bench_call_by_run on bench_call (run, id);

-- What the hub does to the next calls of the software. left_over: how many times.
create table bench_fault (
    run         uuid        primary key references bench_run on delete cascade deferrable initially deferred,
    kind        varchar(20) not null,
    operation   varchar(150) not null,
    left_over   integer     not null,
    retry_after integer     not null
);
