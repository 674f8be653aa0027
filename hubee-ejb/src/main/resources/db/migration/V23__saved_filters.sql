-- The filters that people keep for themselves in the list of télédossiers.
create table saved_filter (
    id         uuid          primary key,
    account_id uuid          not null references account on delete cascade deferrable initially deferred,
    name       varchar(40)   not null,
    query      varchar(2000) not null,
    created_at timestamptz   not null,
    unique (account_id, name)
);
