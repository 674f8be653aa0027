-- What each day of the public status page counts, against the objectives; all nodes add their share.
create table status_day (
    day    date primary key,
    calls  bigint not null,
    failed bigint not null,
    timed  bigint not null,
    slow   bigint not null,
    shown  bigint not null,
    late   bigint not null
);

-- Maintenance that the national administrator has announced.
create table maintenance (
    id           uuid primary key,
    starts_at    timestamptz  not null,
    ends_at      timestamptz  not null,
    text         varchar(500) not null,
    announced_at timestamptz  not null
);
