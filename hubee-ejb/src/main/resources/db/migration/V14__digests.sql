-- What arrived for a subscription whose administration is told once or twice a day; gone once it was told.

create table digest_item (
    id              uuid        primary key,
    subscription_id uuid        not null references subscription on delete cascade deferrable initially deferred,
    case_id         uuid        not null,
    novelty         varchar(10) not null,
    happened_at     timestamptz not null
);
create index digest_item_by_subscription on digest_item (subscription_id, happened_at);

-- The last slot that each subscription was told of: one mail for each.
create table digest_sent (
    subscription_id uuid        primary key references subscription on delete cascade deferrable initially deferred,
    slot            timestamptz not null
);
