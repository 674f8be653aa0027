-- What each organisation received, opened and finished in a month. Nobody but itself reads its rows; others see medians of many.
create table organization_figure (
    organization_type varchar(20) not null,
    company_register  varchar(14) not null,
    branch_code       varchar(10) not null,
    process_code      varchar(30) not null,
    month             date        not null,
    measure           varchar(20) not null,
    bucket            integer     not null,
    cases             bigint      not null,
    primary key (organization_type, company_register, branch_code, process_code, month, measure, bucket)
);
create index organization_figure_by_month on organization_figure (month, process_code);

-- The medians over organisations that receive as much, in the twelve months until this one: never of fewer than five.
create table peer_figure (
    month             date        not null,
    process_code      varchar(30) not null,
    organization_type varchar(20) not null,
    volume            varchar(10) not null,
    measure           varchar(20) not null,
    organizations     integer     not null,
    median            integer     not null, -- a number of télédossiers where they were received, else a bucket
    primary key (process_code, organization_type, volume, measure, month)
);

-- Of the past, only what was not deleted could be counted: it begins today.
alter table counted_days
    add organizations_until date,
    add organizations_since date default current_date, -- null where everything was counted
    add peers_until         date;
