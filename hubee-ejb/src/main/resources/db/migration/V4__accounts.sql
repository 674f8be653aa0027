-- The people of the portal. The e-mail is the login, in lower case, and never changes; an account is never deleted.

create table account (
    id                uuid           primary key,
    email             varchar(320)   not null unique,
    actor_type        varchar(30)    not null,
    organization_type varchar(20)    not null,
    company_register  varchar(14)    not null,
    branch_code       varchar(10)    not null,
    civility          varchar(10),
    first_name        varchar(255)   not null,
    last_name         varchar(255)   not null,
    function          varchar(255),
    phone_number      varchar(21),
    mobile_number     varchar(21),
    roles             varchar(255)[] not null,
    process_codes     varchar(255)[] not null,
    datapass          boolean        not null default false,
    active            boolean        not null,
    created_at        timestamptz    not null,
    updated_at        timestamptz,
    version           bigint         not null,
    foreign key (organization_type, company_register, branch_code) references organization deferrable initially deferred
);
create index account_by_organization on account (company_register, branch_code, organization_type);
