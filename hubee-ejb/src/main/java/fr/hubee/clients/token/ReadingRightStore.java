package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiClient;
import fr.hubee.kernel.security.Caller.Sponsors;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** The reading rights of the national administrator's clients; only the last request counts. */
@Dependent
public class ReadingRightStore {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    void add(ReadingRight right) {
        entities.persist(right);
    }

    Optional<ReadingRight> last(ApiClient client) {
        return entities.createQuery(
                        "select r from ReadingRight r where r.clientId = :client order by r.askedAt desc, r.id desc",
                        ReadingRight.class)
                .setParameter("client", client.clientId())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    boolean isLive(ApiClient client, ReadingRight right) {
        return right.isLive(clock.instant(), client.newestSecretAt());
    }

    public Sponsors sponsors(ApiClient client) {
        return last(client)
                .filter(right -> isLive(client, right))
                .map(right -> new Sponsors(client.madeBy(), right.askedBy(), right.grantedBy()))
                .orElseGet(() -> new Sponsors(client.madeBy(), null, null));
    }
}
