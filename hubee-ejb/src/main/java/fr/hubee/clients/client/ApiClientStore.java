package fr.hubee.clients.client;

import fr.hubee.clients.client.ApiClientLine.LastUse;
import fr.hubee.clients.client.ApiClientService.RefusedSecret;
import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.trace.AdvisoryLock;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The clients of the API, with their secrets. */
@Dependent
public class ApiClientStore {
    private static final String FROM = """
             from ApiClient c join Organization o on o.key = c.organization
                left join ClientUse u on u.clientId = c.clientId""";

    private static final String SELECT = """
            select new fr.hubee.clients.client.ApiClientLine(c.clientId, c.scope, c.organization, o.name, c.processCodes,
                c.subscriptionId, c.createdAt, c.revokedAt, c.callsPerSecond, u.usedAt, u.address, u.software)""";

    @PersistenceContext
    EntityManager entities;

    public Optional<ApiClient> find(String clientId) {
        return Optional.ofNullable(RowLookup.find(entities, ApiClient.class, clientId));
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
        var found = RowLookup.findLocked(entities, ApiClient.class, clientId);
        if (found == null) {
            throw NotFound.of("Client");
        }
        return found;
    }

    /** Serialises changes of this subscription's credentials. */
    public void lock(UUID subscriptionId) {
        AdvisoryLock.take(entities, "Credentials " + subscriptionId);
    }

    /** The client that was ever given this secret; another request that sets it waits. */
    Optional<ApiClient> ever(NewSecret secret) {
        AdvisoryLock.take(entities, "Secret " + secret.hash());
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
        return entities.createQuery(SELECT + FROM + """
                         where c.organization = :organization and c.subscriptionId is null and c.revokedAt is null
                            and function('array_contains', c.processCodes, :code) = true
                        order by c.clientId""", ApiClientLine.class)
                .setParameter("organization", organization)
                .setParameter("code", processCode)
                .getResultList();
    }

    public Optional<LastUse> lastUse(String clientId) {
        return Optional.ofNullable(RowLookup.find(entities, ClientUse.class, clientId))
                .map(ClientUse::lastUse);
    }

    void add(ApiClient client) {
        entities.persist(client);
    }

    public int removeSecretsEndedBefore(Instant date) {
        return entities.createQuery("delete from ClientSecret s where s.expiresAt < :date")
                .setParameter("date", date)
                .executeUpdate();
    }

    /** Returns a page of all clients. */
    Page<ApiClientLine> page(ApiClientQuery query) {
        var conditions = conditions(query);
        var jpql = SELECT + FROM + conditions.where() + query.order();
        var items = conditions
                .bind(entities.createQuery(jpql, ApiClientLine.class))
                .setFirstResult(query.offset())
                .setMaxResults(query.maxResult())
                .getResultList();
        var count = conditions.bind(entities.createQuery("select count(c)" + FROM + conditions.where(), Long.class));
        return new Page<>(items, query.offset(), count.getSingleResult());
    }

    /** Returns the addresses whose secret was refused after their last right one, the last refusal first. */
    List<RefusedSecret> refusedSecrets(String clientId, int most) {
        List<?> rows = entities.createNativeQuery("""
                        select address, failures, last_at from token_failure where client_id = :id order by last_at desc""", Object[].class)
                .setParameter("id", clientId)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new RefusedSecret((String) row[0], (Integer) row[1], (Instant) row[2]))
                .toList();
    }

    public Optional<ApiClientLine> findLine(String clientId) {
        var conditions = new Conditions().and("c.clientId = :id", "id", clientId);
        return conditions
                .bind(entities.createQuery(SELECT + FROM + conditions.where(), ApiClientLine.class))
                .getResultStream()
                .findFirst();
    }

    private static Conditions conditions(ApiClientQuery query) {
        return new Conditions()
                .and("c.scope = :scope", "scope", query.scope())
                .and("c.organization = :organization", "organization", query.organization())
                .and("(locate(:text, lower(c.clientId)) > 0 or locate(:text, lower(o.name)) > 0)", "text", text(query))
                .and("case when c.revokedAt is null then false else true end = :revoked", "revoked", query.revoked())
                .and("coalesce(u.usedAt, c.createdAt) < :idle", "idle", query.idleSince());
    }

    private static String text(ApiClientQuery query) {
        return query.text() == null ? null : query.text().strip().toLowerCase(Locale.FRENCH);
    }
}
