package fr.hubee.exchange.feed;

/** Queries for what waits in the log, and for the endpoints of webhooks, for the metrics: ages are in seconds, null when nothing waits. */
public final class FeedAge {
    /** Age of the oldest event that has no position yet, and so is not told to anybody. */
    public static final String UNSEALED = """
            select cast(extract(epoch from cast(:now as timestamptz) - min(occurred_at)) as double precision)
            from feed_unsealed where number > (select settled from feed_head)""";

    /**
     * Age of the oldest event that an active endpoint has not accepted, and of the oldest one that no node sends although its endpoint takes
     * events. Of the log only the newest events are read, in a range with two ends: with a single one the planner would read them all.
     */
    public static final String UNDELIVERED = """
            select cast(extract(epoch from cast(:now as timestamptz) - least(kept.since, fresh.since)) as double precision),
                cast(extract(epoch from cast(:now as timestamptz) - fresh.unsent) as double precision)
            from (
                select min(d.occurred_at) as since from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
                where e.state = 'ACTIVE' and d.position is not null and d.next_at is not null) kept,
            (
                select min(f.occurred_at) as since, min(f.occurred_at) filter (
                    where coalesce(greatest(e.leased_until, e.rests_until), '-infinity') < clock_timestamp()) as unsent
                from webhook_endpoint e join api_client c on c.client_id = e.client_id
                join feed_event f on f.process_code = any (e.process_codes) and
            """ + WebhookQueue.OF_CLIENT + """
                 where e.state = 'ACTIVE' and f.position > e.position
                    and f.position > (select position - 20000 from feed_head) and f.position <= (select position from feed_head) and
            """ + WebhookQueue.HAS_PROOF + ") fresh";

    /** Number of endpoints by state; {@code FAILING} are those active ones that fail again and again. */
    public static final String ENDPOINTS =
            "select case when state = 'ACTIVE' and failures >= " + WebhookEndpoint.BREAKS_AFTER
                    + " then 'FAILING' else state end, count(*) from webhook_endpoint group by 1";

    private FeedAge() {}
}
