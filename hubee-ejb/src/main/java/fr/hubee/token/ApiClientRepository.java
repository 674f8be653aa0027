package fr.hubee.token;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

@Dependent
class ApiClientRepository {
    @PersistenceContext
    EntityManager entities;

    Optional<ApiClient> find(String clientId) {
        return Optional.ofNullable(entities.find(ApiClient.class, clientId));
    }

    void add(ApiClient client) {
        entities.persist(client);
    }

    void add(AccessToken token) {
        entities.persist(token);
    }

    /** The client that holds a live token, unless its credentials were revoked. */
    Optional<ApiClient> holderOf(String tokenHash, Instant now) {
        return entities.createQuery("""
                        select c from ApiClient c, AccessToken t
                        where t.tokenHash = :hash and t.clientId = c.clientId
                          and t.expiresAt > :now and c.revokedAt is null""", ApiClient.class)
                .setParameter("hash", tokenHash)
                .setParameter("now", now)
                .getResultStream()
                .findFirst();
    }

    int removeExpired(Instant now) {
        return entities.createQuery("delete from AccessToken t where t.expiresAt < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
