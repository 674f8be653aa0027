-- The columns that people do without in the list of télédossiers.
create table hidden_column (
    account_id uuid          primary key references account on delete cascade deferrable initially deferred,
    names      varchar(20)[] not null
);
