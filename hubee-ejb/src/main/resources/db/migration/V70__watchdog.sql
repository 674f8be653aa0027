-- After how many working days somebody is told of a télédossier that nobody opened; three and nine where a démarche has no line.
create table watch_delay (
    process_code varchar(30) primary key references process deferrable initially deferred,
    first_days   integer     not null check (first_days between 1 and 60),
    second_days  integer     not null check (second_days between first_days + 1 and 90)
);

-- Who was told of which télédossier, once for each date from which it is counted.
create table case_alert (
    case_id      uuid        not null references cases on delete cascade deferrable initially deferred,
    audience     varchar(20) not null,
    counted_from timestamptz not null,
    told_at      timestamptz not null,
    primary key (case_id, audience, counted_from)
);
