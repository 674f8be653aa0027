-- What everybody was told of a month, once: later months are published beside it, it is never computed again. Null is not published.
create table open_figure (
    month             date        not null,
    process_code      varchar(30) not null,
    pick_ups_measured boolean     not null,
    received          bigint,
    by_person         bigint,
    by_software       bigint,
    finished          bigint,
    refused           bigint,
    half_finished_in  bigint, -- seconds
    primary key (process_code, month)
);

-- The last day of the newest month that is published; null before the first.
alter table counted_days add published_until date;
