-- What jobs did and are to do. Whoever runs one holds its row: the row says so every few seconds, by the database's own time,
-- and another node takes over from one that has fallen silent.

create table job_run (
    id               uuid         primary key,
    job              varchar(40)  not null,
    state            varchar(20)  not null,
    cause            varchar(20)  not null,
    asked_by         varchar(320),
    asked_at         timestamptz  not null,
    slot             timestamptz,
    parameters       text         not null,
    restarts         uuid,
    attempt          integer      not null,
    node             varchar(100),
    execution_id     bigint,
    work_began_at    timestamptz,
    started_at       timestamptz,
    ended_at         timestamptz,
    done             bigint       not null,
    skipped          bigint       not null,
    failed           bigint       not null,
    stop_wanted      boolean      not null,
    note             varchar(300),
    heard_at         timestamptz
);
-- One at a time, whatever happens.
create unique index job_run_active on job_run (job) where state in ('WAITING', 'RUNNING');
create index job_run_by_job on job_run (job, id);

-- What could not be done, and is tried again by the next run.
create table job_failure (
    job        varchar(40)  not null,
    item       varchar(320) not null,
    reason     varchar(300) not null,
    first_at   timestamptz  not null,
    last_at    timestamptz  not null,
    attempts   integer      not null,
    primary key (job, item)
);
