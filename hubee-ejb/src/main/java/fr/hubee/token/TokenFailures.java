package fr.hubee.token;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;

/** Counts refused attempts by client and address: a stranger elsewhere cannot lock a client out. */
@Dependent
class TokenFailures {
    @PersistenceContext
    EntityManager entities;

    Duration retryAfter(String clientId, String address, Instant now) {
        return entities.createQuery(
                        "select f from TokenFailure f where f.id.clientId = :client and f.id.address = :address",
                        TokenFailure.class)
                .setParameter("client", clientId)
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
                .setParameter("client", clientId)
                .setParameter("address", address)
                .setParameter("now", now)
                .executeUpdate();
    }

    void forget(String clientId, String address) {
        entities.createQuery("delete from TokenFailure f where f.id.clientId = :client and f.id.address = :address")
                .setParameter("client", clientId)
                .setParameter("address", address)
                .executeUpdate();
    }

    int forgetBefore(Instant date) {
        return entities.createQuery("delete from TokenFailure f where f.lastAt < :date")
                .setParameter("date", date)
                .executeUpdate();
    }
}
