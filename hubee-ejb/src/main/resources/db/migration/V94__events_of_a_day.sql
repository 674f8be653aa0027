alter table cases
    add events_day date,
    add events_of_transmitter integer not null default 0,
    add events_of_recipient integer not null default 0;
