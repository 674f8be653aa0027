-- Which person handles a case in the portal, for her colleagues: it gives no right, locks nothing, and is deleted with the case.
create table case_handler (
    case_id    uuid        primary key references cases on delete cascade deferrable initially deferred,
    account_id uuid        not null references account deferrable initially deferred,
    since      timestamptz not null
);
create index case_handler_by_account on case_handler (account_id);
