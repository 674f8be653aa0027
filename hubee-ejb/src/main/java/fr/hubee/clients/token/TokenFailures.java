package fr.hubee.clients.token;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts refused attempts by identifier and address, so that a client cannot be locked out from elsewhere. Unknown identifiers are counted
 * too, so that the answer does not reveal which ones exist.
 */
@Dependent
class TokenFailures {
    private static final int LONGEST = 100;

    @PersistenceContext
    EntityManager entities;

    Duration retryAfter(String clientId, String address, Instant now) {
        return entities.createQuery(
                        "select f from TokenFailure f where f.id.clientId = :client and f.id.address = :address",
                        TokenFailure.class)
                .setParameter("client", kept(clientId))
                .setParameter("address", address)
                .getResultStream()
                .findFirst()
                .map(known -> FailurePolicy.waitAfter(known.failures(), known.lastAt(), now))
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
        entities.createQuery("delete from TokenFailure f where f.id.clientId = :client and f.id.address = :address")
                .setParameter("client", kept(clientId))
                .setParameter("address", address)
                .executeUpdate();
    }

    int forgetBefore(Instant date) {
        return entities.createQuery("delete from TokenFailure f where f.lastAt < :date")
                .setParameter("date", date)
                .executeUpdate();
    }

    /** No client has a longer identifier. */
    private static String kept(String clientId) {
        return clientId.length() > LONGEST ? clientId.substring(0, LONGEST) : clientId;
    }
}
