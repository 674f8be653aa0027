package fr.hubee.clients.client;

import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.trace.Turn;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The clients of the API, with their secrets. */
@Dependent
public class ApiClients {
    @PersistenceContext
    EntityManager entities;

    public Optional<ApiClient> find(String clientId) {
        return Optional.ofNullable(entities.find(ApiClient.class, clientId));
    }

    /** Finds a client with all its secrets, in one query. */
    public Optional<ApiClient> findWithSecrets(String clientId) {
        return entities.createQuery(
                        "select c from ApiClient c left join fetch c.secrets where c.clientId = :id", ApiClient.class)
                .setParameter("id", clientId)
                .getResultStream()
                .findFirst();
    }

    /** Locks the row for a change: a concurrent change waits. */
    public ApiClient requireForUpdate(String clientId) {
        var found = entities.find(ApiClient.class, clientId, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw NotFound.of("Client");
        }
        return found;
    }

    /** Serialises changes of this subscription's credentials. */
    public void awaitTurn(UUID subscriptionId) {
        Turn.await(entities, "Credentials " + subscriptionId);
    }

    /** The client that was ever given this secret; another request that sets it waits. */
    Optional<ApiClient> ever(NewSecret secret) {
        Turn.await(entities, "Secret " + secret.hash());
        return entities.createQuery("select s.client from ClientSecret s where s.hash = :hash", ApiClient.class)
                .setParameter("hash", secret.hash())
                .getResultStream()
                .findFirst();
    }

    /** The subscription's current credentials, not revoked ones. */
    public Optional<ApiClient> ofSubscription(UUID subscriptionId) {
        return ofSubscription(subscriptionId, LockModeType.NONE);
    }

    /** Locks the row for a change: a concurrent change waits. */
    public Optional<ApiClient> ofSubscriptionForUpdate(UUID subscriptionId) {
        return ofSubscription(subscriptionId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<ApiClient> ofSubscription(UUID subscriptionId, LockModeType lock) {
        return entities.createQuery(
                        "select c from ApiClient c where c.subscriptionId = :id and c.revokedAt is null",
                        ApiClient.class)
                .setParameter("id", subscriptionId)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** The valid ones that cover a démarche of an organisation without belonging to a subscription, by identifier. */
    public List<ApiClientLine> covering(OrganizationKey organization, String processCode) {
        return entities.createQuery(
                        ApiClientListRepository.SELECT + ApiClientListRepository.FROM + """
                         where c.organization = :organization and c.subscriptionId is null and c.revokedAt is null
                            and function('array_contains', c.processCodes, :code) = true
                        order by c.clientId""", ApiClientLine.class)
                .setParameter("organization", organization)
                .setParameter("code", processCode)
                .getResultList();
    }

    public Optional<LastUse> lastUse(String clientId) {
        return Optional.ofNullable(entities.find(ClientUse.class, clientId)).map(ClientUse::lastUse);
    }

    void add(ApiClient client) {
        entities.persist(client);
    }

    public int removeSecretsEndedBefore(Instant date) {
        return entities.createQuery("delete from ClientSecret s where s.expiresAt < :date")
                .setParameter("date", date)
                .executeUpdate();
    }
}
