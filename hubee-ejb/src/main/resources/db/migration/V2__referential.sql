-- What the Referential API tells of a subscription: who administers it, and who acts for its subscriber.

alter table subscription
    add administrator_first_name    varchar(255),
    add administrator_last_name     varchar(255),
    add administrator_function      varchar(255),
    add administrator_phone_number  varchar(21),
    add administrator_mobile_number varchar(21),
    add delegation_email            varchar(320),
    add editor_type                 varchar(20),
    add editor_company_register     varchar(14),
    add editor_branch_code          varchar(10),
    add foreign key (editor_type, editor_company_register, editor_branch_code)
        references organization deferrable initially deferred;

create index subscription_by_process on subscription (process_code, id);
create index subscription_by_datapass on subscription (datapass_id);
