-- Which editor was told that somebody reads what waits for its software: once for each silence of a subscription.
create table rescue_notice (
    subscription_id uuid        not null references subscription on delete cascade deferrable initially deferred,
    silent_since    timestamptz not null,
    told_at         timestamptz not null,
    primary key (subscription_id, silent_since)
);
