-- Who looks at which case right now: each page that is open says so every few seconds, and what is older is deleted when the next
-- page opens. It is worth nothing after a crash.
create unlogged table case_visit (
    case_id    uuid        not null references cases on delete cascade,
    account_id uuid        not null references account,
    seen_at    timestamptz not null,
    primary key (case_id, account_id)
);
