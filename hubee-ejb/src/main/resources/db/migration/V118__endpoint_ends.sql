-- ends_at: the hub pauses the endpoint then, since its software may be another's by now; null once a person, or the software that has the
-- newest secret, goes on with it. missed_since: when the first event happened that left the log before it arrived; null for none.
alter table webhook_endpoint
    add column ends_at      timestamptz,
    add column missed_since timestamptz;

-- sends: whether webhooks leave. Not after a restore, which may be a drill beside the hub that works; a restore of an older dump adds it.
alter table feed_head add column if not exists sends boolean not null default true;
