-- Addresses to which the hub sends the events of the log as webhooks, each with its own queue.
-- position: the log is done up to there, but for the rows of webhook_delivery; null before the first proof.
-- salt: its keys are made of it and of HUBEE_KEY; former_salt: those of before a renewal, which sign until former_until.
-- due_at: the next retry, test or proof. rests_until: nothing is sent until then, since it failed several times.
-- lease: the node that sends now; another one may take it over after leased_until.
create table webhook_endpoint (
    id            uuid           primary key,
    client_id     varchar(100)   not null references api_client on delete cascade deferrable initially deferred,
    process_codes varchar(30)[]  not null,
    address       varchar(2000)  not null,
    state         varchar(20)    not null,
    salt          bytea          not null,
    former_salt   bytea,
    former_until  timestamptz,
    position      bigint,
    created_at    timestamptz    not null,
    failures      integer        not null default 0,
    failing_since timestamptz,
    due_at        timestamptz,
    rests_until   timestamptz,
    lease         uuid,
    leased_until  timestamptz
);
create index webhook_endpoint_by_client on webhook_endpoint (client_id);

-- What is not sent as soon as it is read from the log: what failed, what waits behind it for the same case, tests and proofs.
-- case_id, position and occurred_at: of the event; none for a test or a proof. next_at: null once it is given up.
create table webhook_delivery (
    endpoint_id uuid         not null references webhook_endpoint on delete cascade deferrable initially deferred,
    id          uuid         not null,
    type        varchar(100) not null,
    case_id     uuid,
    position    bigint,
    occurred_at timestamptz  not null,
    attempts    integer      not null,
    next_at     timestamptz,
    primary key (endpoint_id, id)
);
create index webhook_delivery_by_case on webhook_delivery (endpoint_id, case_id, position) where next_at is not null;

-- Each attempt, with the beginning of its answer.
create table webhook_attempt (
    endpoint_id uuid         not null references webhook_endpoint on delete cascade deferrable initially deferred,
    event_id    uuid         not null,
    type        varchar(100) not null,
    at          timestamptz  not null,
    status      integer      not null,
    failure     varchar(20),
    took_ms     integer      not null,
    answer      varchar(2048) not null
);
create index webhook_attempt_by_endpoint on webhook_attempt (endpoint_id, at);
create index webhook_attempt_by_time on webhook_attempt (at);
