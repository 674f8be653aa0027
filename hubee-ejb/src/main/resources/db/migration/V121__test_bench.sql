-- The test bench, on hubs that are not in production: software is tried against scripted partners.
-- bench_run: one scenario that one client runs; what was started together has the same batch, and runs in the order of position.
-- state: WAITING, RUNNING, PASSED or FAILED. The software is what its calls said of it; null until its first one.
-- beat_at: when its node last worked on it.
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
    beat_at          timestamptz  not null
);
create index bench_run_by_client on bench_run (client_id, began_at desc);
create index bench_run_by_batch on bench_run (batch, position);
create unique index bench_run_alone on bench_run (client_id) where state = 'RUNNING';
create index bench_run_awaited on bench_run (state) where state in ('WAITING', 'RUNNING');

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
-- subject: the case of a notification, which is gone once it is deleted. spoiled: the bench answered instead of the hub.
create table bench_call (
    id       bigint generated always as identity primary key,
    run      uuid         not null references bench_run on delete cascade deferrable initially deferred,
    began_at timestamptz  not null,
    ended_at timestamptz  not null,
    method   varchar(10)  not null,
    path     varchar(500) not null,
    subject  uuid,
    status   smallint     not null,
    sent     bigint       not null,
    message  varchar(500),
    spoiled  boolean      not null,
    retry_after integer   not null
);
create index bench_call_by_run on bench_call (run, ended_at);

-- What the bench answers to the next calls of a software: a status, a token that has expired, or a cut connection.
create table bench_fault (
    run         uuid        primary key references bench_run on delete cascade deferrable initially deferred,
    kind        varchar(10) not null,
    act         varchar(20),
    status      smallint    not null,
    message     varchar(500) not null,
    retry_after integer     not null,
    times_left  integer     not null
);
