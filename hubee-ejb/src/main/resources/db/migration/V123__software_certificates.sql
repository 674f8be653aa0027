-- Certificates of software: it has passed the test bench of a hub. They are signed; a démarche may require one.
-- The software is what its calls said of it; jws is the certificate as its editor has it.
create table software_certificate (
    id                uuid         primary key,
    profile           varchar(10)  not null,
    organization_type varchar(20)  not null,
    company_register  varchar(14)  not null,
    branch_code       varchar(10)  not null,
    editor_name       varchar(50),
    application_name  varchar(50)  not null,
    software_version  varchar(50)  not null,
    major_version     integer      not null,
    issued_at         timestamptz  not null,
    expires_at        timestamptz  not null,
    jws               varchar(4000) not null,
    revoked_at        timestamptz,
    revocation_reason varchar(1000),
    foreign key (organization_type, company_register, branch_code) references organization deferrable initially deferred
);
create index software_certificate_by_organization
    on software_certificate (organization_type, company_register, branch_code, profile);

-- Whether a subscription whose service works with software may only start with a certified one.
alter table process add certified_software boolean not null default false;
