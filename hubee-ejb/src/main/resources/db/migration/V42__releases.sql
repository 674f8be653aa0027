-- Which releases have brought this schema up to date, and which servers run on it: a release that cannot run beside them does not start.
create table hubee_release (
    number int         primary key,
    oldest int         not null, -- the oldest release that may run beside it
    since  timestamptz not null default clock_timestamp()
);

-- Each server says every fifteen seconds that it runs. The time is the database's own.
create table hubee_node (
    node    text        primary key,
    release int         not null,
    seen_at timestamptz not null default clock_timestamp()
);
