package fr.hubee.directory.subscription;

import fr.hubee.kernel.database.Invalidation;
import fr.hubee.kernel.database.Invalidation.Subject;
import fr.hubee.kernel.database.NodeCache;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PostUpdate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads subscriptions for other features of this module, and whom to notify for them; the calling feature checks the permissions.
 * Subscriptions are remembered, since the exchange needs them for each folder.
 */
@ApplicationScoped
public class SubscriptionLookup {
    private static final String ADDRESSEE = """
            select new fr.hubee.directory.subscription.Addressee(s.id, p.code, p.details.name, o.name, s.notificationFrequency, s.email)
            from Subscription s
            join Process p on p.code = s.processCode
            join Organization o on o.key = s.subscriber""";

    private static final int MOST_LOOKED_AT = 20;

    @PersistenceContext
    EntityManager entities;

    @Inject
    SubscriptionRepository subscriptions;

    @Inject
    NodeCache<KnownSubscription> known;

    @Inject
    Clock clock;

    static Invalidation invalidation(String processCode, OrganizationKey subscriber) {
        return new Invalidation(Subject.SUBSCRIPTION, key(processCode, subscriber));
    }

    private static String key(String processCode, OrganizationKey subscriber) {
        return processCode + " " + subscriber;
    }

    /** Returns a subscription; not for a transaction that changes it. */
    public Optional<KnownSubscription> find(String processCode, OrganizationKey subscriber) {
        return known.read(key(processCode, subscriber), () -> subscriptions.known(processCode, subscriber));
    }

    public boolean isActive(String processCode, OrganizationKey subscriber) {
        var now = clock.instant();
        return find(processCode, subscriber)
                .filter(subscription -> subscription.receivesAt(now))
                .isPresent();
    }

    /** Returns an organisation to which folders of the démarche may be addressed now. */
    public Optional<OrganizationKey> anyRecipient(String processCode) {
        return entities.createQuery("""
                        select s.subscriber from Subscription s where s.processCode = :process and s.status = :active order by s.id""", OrganizationKey.class)
                .setParameter("process", processCode)
                .setParameter("active", SubscriptionStatus.ACTIVE)
                .setMaxResults(MOST_LOOKED_AT)
                .getResultStream()
                .filter(each -> isActive(processCode, each))
                .findFirst();
    }

    /** The organisation's current access mode for the démarche; empty until it has chosen one. */
    public Optional<AccessMode> accessMode(String processCode, OrganizationKey subscriber) {
        return find(processCode, subscriber).map(KnownSubscription::accessMode);
    }

    /** Returns the same from the database: right after the commit of the choice, this node may not have forgotten the former one yet. */
    public Optional<AccessMode> accessModeNow(String processCode, OrganizationKey subscriber) {
        return entities.createQuery("""
                        select s.accessMode from Subscription s
                        where s.processCode = :process and s.subscriber = :subscriber and s.accessMode is not null""", AccessMode.class)
                .setParameter("process", processCode)
                .setParameter("subscriber", subscriber)
                .getResultStream()
                .findFirst();
    }

    public List<Addressee> addressees(Collection<UUID> subscriptions) {
        return entities.createQuery(ADDRESSEE + " where s.id in :ids", Addressee.class)
                .setParameter("ids", subscriptions)
                .getResultList();
    }

    public Optional<Addressee> addressee(UUID subscription) {
        return entities.createQuery(ADDRESSEE + " where s.id = :id", Addressee.class)
                .setParameter("id", subscription)
                .getResultStream()
                .findFirst();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) Invalidation invalidation) {
        if (invalidation.subject() == Subject.SUBSCRIPTION) {
            known.forget(invalidation.key());
        }
    }

    /** Removes changed subscriptions from the cache of this node; a trigger informs the others. */
    static class SubscriptionChanges {
        @Inject
        Event<Invalidation> invalidations;

        @PostUpdate
        void changed(Subscription subscription) {
            invalidations.fire(SubscriptionLookup.invalidation(subscription.processCode(), subscription.subscriber()));
        }
    }
}
