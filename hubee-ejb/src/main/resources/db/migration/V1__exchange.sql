-- The exchange: who takes part, for which démarche, what is exchanged, and what each party still has to read.
--
-- An organisation is named everywhere by its business key (type, company register, branch code), as on the wire.
-- The row of one feature may be inserted before or after that of another in the same transaction: references
-- between features are checked at commit (deferrable initially deferred).

create table organization (
    organization_type varchar(20)  not null,
    company_register  varchar(14)  not null,
    branch_code       varchar(10)  not null,
    name              varchar(100) not null,
    code              varchar(10),
    country           varchar(100),
    postal_code       varchar(100) not null,
    territory         varchar(255) not null,
    email             varchar(320),
    phone_number      varchar(21),
    status            varchar(20)  not null,
    created_at        timestamptz  not null,
    updated_at        timestamptz,
    version           bigint       not null,
    primary key (organization_type, company_register, branch_code)
);

create table process (
    code                    varchar(30)    primary key,
    name                    varchar(100)   not null,
    description             varchar(1000),
    activated               boolean        not null,
    osl_type                varchar(20)    not null,
    osl_company_register    varchar(14)    not null,
    osl_branch_code         varchar(10)    not null,
    attachment_formats      varchar(255)[] not null,
    si_attachment_formats   varchar(255)[] not null,
    attachment_types        varchar(255)[] not null,
    attachment_max_size     bigint         not null,
    file_deletion_status    varchar(15)    not null,
    file_deletion_days      integer        not null,
    archiving_days          integer        not null,
    folder_deletion_days    integer        not null,
    message_to_transmitter  boolean        not null,
    message_with_status     boolean        not null,
    authorized_awaiting     boolean        not null,
    subscription_validation varchar(6)     not null,
    legal_justification     varchar(1000),
    created_at              timestamptz    not null,
    updated_at              timestamptz,
    version                 bigint         not null,
    foreign key (osl_type, osl_company_register, osl_branch_code) references organization deferrable initially deferred
);
create index process_by_osl on process (osl_company_register, osl_branch_code, osl_type);

create table subscription (
    id                     uuid        primary key,
    datapass_id            bigint      not null,
    process_code           varchar(30) not null references process deferrable initially deferred,
    organization_type      varchar(20) not null,
    company_register       varchar(14) not null,
    branch_code            varchar(10) not null,
    access_mode            varchar(7),
    notification_frequency varchar(20) not null,
    email                  varchar(320),
    status                 varchar(20) not null,
    activated_at           timestamptz,
    validated_at           timestamptz,
    rejected_at            timestamptz,
    ended_at               timestamptz,
    rejection_reason       varchar(1000),
    local_administrator    varchar(320) not null,
    created_at             timestamptz not null,
    updated_at             timestamptz,
    version                bigint      not null,
    unique (company_register, branch_code, organization_type, process_code),
    foreign key (organization_type, company_register, branch_code) references organization deferrable initially deferred
);

create table api_client (
    client_id         varchar(100)  primary key,
    secret_hash       varchar(255)  not null,
    scope             varchar(10)   not null,
    organization_type varchar(20)   not null,
    company_register  varchar(14)   not null,
    branch_code       varchar(10)   not null,
    process_codes     varchar(255)[] not null,
    created_at        timestamptz   not null,
    revoked_at        timestamptz,
    version           bigint        not null,
    foreign key (organization_type, company_register, branch_code) references organization deferrable initially deferred
);

create table access_token (
    token_hash varchar(64)  primary key,
    client_id  varchar(100) not null references api_client on delete cascade deferrable initially deferred,
    expires_at timestamptz  not null
);
create index access_token_by_expiry on access_token (expires_at);

-- Refused attempts of one client from one address: they slow the next ones down.
create table token_failure (
    client_id    varchar(100) not null,
    address      varchar(45)  not null,
    failures     integer      not null,
    last_at      timestamptz  not null,
    primary key (client_id, address)
);
create index token_failure_by_date on token_failure (last_at);

create table folder (
    id                        uuid         primary key,
    external_id               varchar(30)  not null,
    process_code              varchar(30)  not null references process deferrable initially deferred,
    osl_type                  varchar(20)  not null,
    osl_company_register      varchar(14)  not null,
    osl_branch_code           varchar(10)  not null,
    status                    varchar(15)  not null,
    status_set_by_transmitter boolean      not null,
    first_name                varchar(255) not null,
    last_name                 varchar(255) not null,
    email                     varchar(320),
    editor_name               varchar(50),
    application_name          varchar(50),
    software_version          varchar(50),
    created_at                timestamptz  not null,
    updated_at                timestamptz,
    completed_at              timestamptz,
    closed_at                 timestamptz,
    version                   bigint       not null
);

create table cases (
    id                 uuid         primary key,
    folder_id          uuid         not null references folder on delete cascade,
    position           integer      not null,
    external_id        varchar(100) not null,
    process_code       varchar(30)  not null,
    organization_type  varchar(20)  not null,
    company_register   varchar(14)  not null,
    branch_code        varchar(10)  not null,
    status             varchar(15)  not null,
    partner_attributes varchar(1024),
    created_at         timestamptz  not null,
    updated_at         timestamptz,
    transmitted_at     timestamptz,
    closed_at          timestamptz,
    version            bigint       not null,
    unique (folder_id, position)
);
-- without the status: a change of status then touches no index
create index cases_by_recipient on cases (company_register, branch_code, organization_type, process_code);

create table case_event (
    id                   uuid         primary key,
    case_id              uuid         not null references cases on delete cascade,
    transmitter_type             varchar(20) not null,
    transmitter_company_register varchar(14) not null,
    transmitter_branch_code      varchar(10) not null,
    action_type          varchar(100) not null,
    author               varchar(255),
    message              varchar(1000),
    comment              varchar(1000),
    notification         boolean      not null,
    status               varchar(12)  not null,
    case_current_status  varchar(15),
    case_new_status      varchar(15),
    partner_attributes   varchar(1024),
    editor_name          varchar(50),
    application_name     varchar(50),
    software_version     varchar(50),
    created_at           timestamptz  not null,
    updated_at           timestamptz
);
create index case_event_by_case on case_event (case_id, created_at, id);

create table attachment (
    id          uuid         primary key,
    folder_id   uuid         references folder on delete cascade,
    event_id    uuid         references case_event on delete cascade,
    position    integer      not null,
    file_name   varchar(255) not null,
    type        varchar(100) not null,
    size        bigint       not null,
    mime_type   varchar(255) not null,
    status      varchar(9)   not null,
    blob_key    varchar(60)  unique,
    sha256      varchar(44),
    received_at timestamptz,
    check ((folder_id is null) <> (event_id is null)),
    check (status <> 'RECEIVED' or (blob_key is not null and sha256 is not null)),
    unique (folder_id, position),
    unique (event_id, position)
);

-- Which case of a folder receives which of its attachments.
create table case_attachment (
    case_id       uuid    not null references cases on delete cascade,
    attachment_id uuid    not null references attachment on delete cascade,
    portal_purged boolean not null default false,
    primary key (case_id, attachment_id)
);
create index case_attachment_by_attachment on case_attachment (attachment_id);

-- The queue of each organisation: a row is what it has not read yet.
create table notification (
    id                           uuid        primary key,
    organization_type            varchar(20) not null,
    company_register             varchar(14) not null,
    branch_code                  varchar(10) not null,
    transmitter_type             varchar(20) not null,
    transmitter_company_register varchar(14) not null,
    transmitter_branch_code      varchar(10) not null,
    process_code                 varchar(30) not null,
    case_id                      uuid        not null references cases on delete cascade deferrable initially deferred,
    event_id                     uuid        references case_event on delete cascade deferrable initially deferred,
    created_at                   timestamptz not null
);
create index notification_by_recipient on notification (company_register, branch_code, organization_type, process_code, id);
create index notification_by_case on notification (case_id);
create index notification_by_event on notification (event_id);

-- What was answered to a request that carries an Idempotency-Key, for a day.
create table idempotent_answer (
    client_id   varchar(100) not null,
    key         varchar(255) not null,
    fingerprint varchar(64)  not null,
    answer      text,
    created_at  timestamptz  not null,
    primary key (client_id, key)
);
create index idempotent_answer_by_date on idempotent_answer (created_at);
