package fr.hubee.clients.token;

import fr.hubee.kernel.shared.ColumnText;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Counts refused attempts by identifier and address, so that a client cannot be locked out from elsewhere. Unknown identifiers are counted
 * too, so that the answer does not reveal which ones exist.
 */
@Dependent
class TokenFailures {
    /** Attempts without a wait; it doubles after each further one. */
    private static final int FREE = 5;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int LONGEST_NAME = 100;

    @PersistenceContext
    EntityManager entities;

    Duration retryAfter(String clientId, String address, Instant now) {
        List<?> rows = entities.createNativeQuery(
                        "select failures, last_at from token_failure where client_id = :client and address = :address",
                        Object[].class)
                .setParameter("client", kept(clientId))
                .setParameter("address", address)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> waitAfter((Integer) row[0], (Instant) row[1], now))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    void count(String clientId, String address, Instant now) {
        entities.createNativeQuery("""
                        insert into token_failure (client_id, address, failures, last_at)
                        values (:client, :address, 1, :now)
                        on conflict (client_id, address)
                        do update set failures = token_failure.failures + 1, last_at = excluded.last_at""")
                .setParameter("client", kept(clientId))
                .setParameter("address", address)
                .setParameter("now", now)
                .executeUpdate();
    }

    void forget(String clientId, String address) {
        entities.createNativeQuery("delete from token_failure where client_id = :client and address = :address")
                .setParameter("client", kept(clientId))
                .setParameter("address", address)
                .executeUpdate();
    }

    int forgetBefore(Instant date) {
        return entities.createNativeQuery("delete from token_failure where last_at < :date")
                .setParameter("date", date)
                .executeUpdate();
    }

    /** No client has a longer identifier. */
    private static String kept(String clientId) {
        return ColumnText.fit(clientId, LONGEST_NAME);
    }

    /** Returns how long a client must still wait; zero when it may try. */
    static Duration waitAfter(int failures, Instant last, Instant now) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        long seconds = Math.min(1L << Math.min(failures - FREE, 30), LONGEST_WAIT.toSeconds());
        var rest = Duration.between(now, last.plusSeconds(seconds));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** The answer to a client that must still wait. */
    static RateLimit limit(Duration wait) {
        return new RateLimit("failures", FREE, LONGEST_WAIT.toSeconds(), 0, wait, true);
    }
}
