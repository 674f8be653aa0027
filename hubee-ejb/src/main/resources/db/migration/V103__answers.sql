-- What the applicant sent to a service that works in the portal: the last message, the last files, and since when an answer is there
-- that no agent of the service has seen. Older answers are not news.
alter table cases
    add message_at timestamptz,
    add files_at timestamptz,
    add unseen_since timestamptz;

-- When a deposit was sent: its update is later once the other party has read it. Older files are not news.
alter table case_event add sent_at timestamptz;

-- Until when a person has seen the answers of a case: the service's own mark is above.
create table answer_reader (
    case_id    uuid        not null references cases on delete cascade,
    account_id uuid        not null references account on delete cascade,
    seen_at    timestamptz not null,
    primary key (case_id, account_id)
);
