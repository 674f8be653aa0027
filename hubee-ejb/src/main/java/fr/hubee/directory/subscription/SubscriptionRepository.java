package fr.hubee.directory.subscription;

import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.trace.AdvisoryLock;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Dependent
class SubscriptionRepository {
    private static final String SELECT = """
            select new fr.hubee.directory.subscription.RegisteredSubscription(s.id, s.processCode, s.subscriber, o.name,
                new fr.hubee.directory.subscription.SubscriptionDetails(s.datapassId, s.accessMode, s.notificationFrequency,
                    s.email, s.status, s.activatedAt, s.validatedAt, s.rejectedAt, s.endedAt, s.rejectionReason,
                    s.localAdministrator, s.delegationEmail, s.editor),
                s.createdAt, s.updatedAt)
            from Subscription s join Organization o on o.key = s.subscriber""";

    private static final String KNOWN = """
            select new fr.hubee.directory.subscription.KnownSubscription(s.id, s.status, s.activatedAt, s.accessMode,
                s.notificationFrequency, s.email)
            from Subscription s where s.processCode = :code and s.subscriber = :subscriber""";

    @PersistenceContext
    EntityManager entities;

    Optional<Subscription> find(String processCode, OrganizationKey subscriber) {
        return entities.createQuery(
                        "select s from Subscription s where s.processCode = :code and s.subscriber = :subscriber",
                        Subscription.class)
                .setParameter("code", processCode)
                .setParameter("subscriber", subscriber)
                .getResultStream()
                .findFirst();
    }

    /** Returns the subscription as it is committed, even if this transaction has read it before. */
    Optional<KnownSubscription> known(String processCode, OrganizationKey subscriber) {
        return entities.createQuery(KNOWN, KnownSubscription.class)
                .setParameter("code", processCode)
                .setParameter("subscriber", subscriber)
                .getResultStream()
                .findFirst();
    }

    List<String> codesOf(OrganizationKey subscriber) {
        return entities.createQuery(
                        "select s.processCode from Subscription s where s.subscriber = :subscriber"
                                + " and s.status <> :refused order by s.processCode",
                        String.class)
                .setParameter("subscriber", subscriber)
                .setParameter("refused", SubscriptionStatus.REFUSED)
                .getResultList();
    }

    /** Locks the row for a change: a concurrent change waits. */
    Subscription requireForUpdate(UUID id) {
        return Optional.ofNullable(RowLookup.findLocked(entities, Subscription.class, id))
                .orElseThrow(() -> NotFound.of("Subscription"));
    }

    /** Locks all subscriptions of an organisation for a change. */
    List<Subscription> holdAllOf(OrganizationKey subscriber) {
        return entities.createQuery(
                        "select s from Subscription s where s.subscriber = :subscriber order by s.processCode",
                        Subscription.class)
                .setParameter("subscriber", subscriber)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Locks these for a change, in the same order. */
    List<Subscription> holdAll(Collection<UUID> ids) {
        return entities.createQuery(
                        "select s from Subscription s where s.id in :ids order by s.processCode", Subscription.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Returns the subscriptions whose start day has come, ordered by identifier. */
    List<UUID> beginning(Instant now, UUID after, int maxResult) {
        return entities.createQuery(
                        "select s.id from Subscription s where s.awaitedStart <= :now and s.id > :after order by s.id",
                        UUID.class)
                .setParameter("now", now)
                .setParameter("after", after == null ? UuidV7.BEFORE_ALL : after)
                .setMaxResults(maxResult)
                .getResultList();
    }

    /** Flushes pending changes, which gives a changed subscription its new version. */
    void flush() {
        entities.flush();
    }

    /** Whether the pair is free; called before a creation: a concurrent creation for the same pair waits. */
    boolean isFree(String processCode, OrganizationKey subscriber) {
        lock(processCode, subscriber);
        return find(processCode, subscriber).isEmpty();
    }

    void lock(String processCode, OrganizationKey subscriber) {
        AdvisoryLock.take(entities, "Subscription " + processCode + " " + subscriber);
    }

    void add(Subscription subscription) {
        entities.persist(subscription);
    }

    RegisteredSubscription registered(UUID id) {
        return select(new Conditions().and("s.id = :id", "id", id), "")
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> NotFound.of("Subscription"));
    }

    /** @param covered the démarches of the caller's credentials; null for all */
    Page<RegisteredSubscription> page(Set<String> covered, SubscriptionQuery query) {
        var codes = query.processCodes().isEmpty() ? null : query.processCodes();
        var conditions = new Conditions()
                .and("s.processCode in :covered", "covered", covered)
                .and("s.processCode in :codes", "codes", codes)
                .and("s.status = :status", "status", query.status())
                .and("s.subscriber.companyRegister = :register", "register", query.companyRegister())
                .and("s.datapassId = :datapass", "datapass", query.datapassId())
                .and("lower(s.delegationEmail) = lower(:delegate)", "delegate", query.delegationActorEmail());
        var items = select(conditions, query.order().clause())
                .setFirstResult(query.offset())
                .setMaxResults(query.maxResult())
                .getResultList();
        return new Page<>(items, query.offset(), count(conditions));
    }

    private long count(Conditions conditions) {
        var jpql = "select count(s) from Subscription s" + conditions.where();
        return conditions.bind(entities.createQuery(jpql, Long.class)).getSingleResult();
    }

    private TypedQuery<RegisteredSubscription> select(Conditions conditions, String order) {
        return conditions.bind(entities.createQuery(SELECT + conditions.where() + order, RegisteredSubscription.class));
    }
}
