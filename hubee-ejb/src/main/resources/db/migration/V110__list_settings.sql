-- What else people choose for their list of télédossiers: lines that are close to each other, and the filters with which it opens.
alter table hidden_column
    add compact boolean not null default false,
    add query   varchar(2000);
