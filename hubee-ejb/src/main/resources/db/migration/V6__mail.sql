-- The outbox: what is to be written to people, posted in the transaction of what causes it. No secret is in it: links and
-- codes are made when the mail leaves.

create table mail (
    id              uuid         primary key,
    message_id      varchar(320) not null,
    recipient       varchar(320) not null,
    template        varchar(40)  not null,
    template_values text         not null,
    account_id      uuid         references account deferrable initially deferred,
    sign_in_id      uuid,
    state           varchar(20)  not null,
    created_at      timestamptz  not null,
    useless_at      timestamptz,
    try_until       timestamptz  not null,
    attempts        integer      not null,
    next_attempt_at timestamptz  not null,
    ended_at        timestamptz,
    last_error      varchar(300)
);
-- Senders take what is soon useless first.
create index mail_waiting on mail (useless_at, next_attempt_at) where state = 'WAITING';
create index mail_ended on mail (ended_at) where state <> 'WAITING';
create index mail_by_state on mail (state, created_at);
create index mail_by_date on mail (created_at, id);
create index mail_by_recipient on mail (recipient, created_at);
