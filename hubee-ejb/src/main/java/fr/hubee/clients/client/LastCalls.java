package fr.hubee.clients.client;

import java.time.Duration;

/**
 * SQL for the last call of the software of each active subscription in API mode: {@code id} and {@code since}.
 *
 * <p>All credentials that cover the subscription count, its own or others. Credentials that were never used count from their creation; a
 * subscription that has none, from its activation.
 */
public final class LastCalls {
    /** Time without a call after which software counts as silent: it normally calls every few minutes. */
    public static final Duration SILENT = Duration.ofDays(2);

    private static final String SINCE = "coalesce(u.used_at, k.created_at) as since";

    private static final String CLIENTS = "from api_client k left join api_client_use u on u.client_id = k.client_id";

    /** SQL condition that credentials {@code k} of an organisation cover the subscription {@code s}. */
    public static final String COVERS = """
            k.scope = 'SI' and s.company_register = k.company_register and s.branch_code = k.branch_code
                and s.organization_type = k.organization_type and s.process_code = any (k.process_codes)""";

    private static final String BY_SOFTWARE = "s.status = 'ACTIVE' and s.access_mode = 'API'";

    private static final String OF_MANY = """
            select s.id, coalesce(called.since, s.activated_at) as since
            from subscription s
            join process p on p.code = s.process_code
            left join (
                select subscription_id, max(since) as since from (
                    select k.subscription_id, %1$s %2$s where k.revoked_at is null and k.subscription_id is not null
                    union all
                    select s.id, %1$s %2$s join subscription s on %3$s
                    where k.revoked_at is null and k.subscription_id is null) call
                group by subscription_id) called on called.subscription_id = s.id
            where %4$s and %%s""".formatted(SINCE, CLIENTS, COVERS, BY_SOFTWARE);

    private static final String OF_SOME = """
            select s.id, coalesce(max(call.since), s.activated_at) as since
            from subscription s
            join process p on p.code = s.process_code
            left join lateral (
                select %1$s %2$s where k.revoked_at is null and k.subscription_id = s.id
                union all
                select %1$s %2$s where k.revoked_at is null and k.subscription_id is null and %3$s) call on true
            where %4$s and %%s
            group by s.id""".formatted(SINCE, CLIENTS, COVERS, BY_SOFTWARE);

    private static final String USED = """
            select s.id, max(call.used_at) as since
            from subscription s
            join lateral (
                select u.used_at %1$s where k.subscription_id = s.id
                union all
                select u.used_at %1$s where k.subscription_id is null and %2$s) call on true
            where %%s
            group by s.id having max(call.used_at) is not null""".formatted(CLIENTS, COVERS);

    private LastCalls() {}

    /**
     * Returns the SQL for very many subscriptions: each table is read once.
     *
     * @param condition on the subscription {@code s} and its démarche {@code p}
     */
    public static String ofMany(String condition) {
        return OF_MANY.formatted(condition);
    }

    /**
     * Returns the SQL for a few subscriptions: the tables are read by index.
     *
     * @param condition on the subscription {@code s} and its démarche {@code p}
     */
    public static String of(String condition) {
        return OF_SOME.formatted(condition);
    }

    /**
     * Returns the SQL for the last real use of credentials, also of revoked ones and of those of inactive subscriptions; credentials never
     * used are left out.
     *
     * @param condition on the table {@code s}
     */
    public static String used(String condition) {
        return USED.formatted(condition);
    }
}
