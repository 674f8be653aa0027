-- What each merge of two organisations moved, for thirty days: so long it can be undone. Then the rows are deleted.
create table organization_merge (
    id                           uuid         primary key,
    predecessor_type             varchar(20)  not null,
    predecessor_company_register varchar(14)  not null,
    predecessor_branch_code      varchar(10)  not null,
    successor_type               varchar(20)  not null,
    successor_company_register   varchar(14)  not null,
    successor_branch_code        varchar(10)  not null,
    former_status                varchar(20)  not null,
    cases                        bigint       not null,
    notifications                bigint       not null,
    subscriptions_moved          integer      not null,
    subscriptions_ended          integer      not null,
    credentials_moved            integer      not null,
    credentials_revoked          integer      not null,
    accounts                     bigint       not null,
    merged_at                    timestamptz  not null,
    merged_by                    varchar(320) not null,
    undone_at                    timestamptz,
    undone_by                    varchar(320)
);
create index organization_merge_by_date on organization_merge (merged_at);

-- A télédossier that is deleted leaves nothing here. The versions say what has changed since.
create table merged_case (
    merge_id uuid   not null references organization_merge on delete cascade,
    case_id  uuid   not null references cases on delete cascade,
    version  bigint not null,
    primary key (merge_id, case_id)
);
create index merged_case_by_case on merged_case (case_id);

-- Those that moved, and those that ended, with their status before.
create table merged_subscription (
    merge_id        uuid        not null references organization_merge on delete cascade,
    subscription_id uuid        not null references subscription on delete cascade,
    moved           boolean     not null,
    status          varchar(20) not null,
    ended_at        timestamptz,
    version         bigint      not null,
    primary key (merge_id, subscription_id)
);
create index merged_subscription_by_subscription on merged_subscription (subscription_id);

-- proven_since: what is added to the credentials later is known to the successor only.
create table merged_client (
    merge_id        uuid         not null references organization_merge on delete cascade,
    client_id       varchar(100) not null references api_client on delete cascade,
    subscription_id uuid         not null,
    revoked         boolean      not null,
    proven_since    timestamptz  not null,
    primary key (merge_id, client_id)
);
create index merged_client_by_client on merged_client (client_id);

create table merged_account (
    merge_id   uuid   not null references organization_merge on delete cascade,
    account_id uuid   not null references account on delete cascade,
    version    bigint not null,
    primary key (merge_id, account_id)
);
create index merged_account_by_account on merged_account (account_id);
