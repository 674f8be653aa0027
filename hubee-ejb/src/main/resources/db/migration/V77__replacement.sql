-- Who replaces whom while somebody is away, and in which days. A row gives no right by itself: rights are read from it and from both
-- accounts at each request. Two rows of one absent person never overlap: they are written under the lock of her account.
create table replacement (
    id         uuid        primary key,
    absent_id  uuid        not null references account deferrable initially deferred,
    deputy_id  uuid        not null references account deferrable initially deferred,
    first_day  date        not null,
    last_day   date        not null,
    created_at timestamptz not null,
    ended_at   timestamptz, -- before its last day
    check (absent_id <> deputy_id),
    check (last_day >= first_day)
);
create index replacement_by_deputy on replacement (deputy_id, last_day);
create index replacement_by_absent on replacement (absent_id, last_day);
