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
import jakarta.persistence.PostUpdate;
import java.time.Clock;
import java.util.Optional;

/** Subscriptions as the exchange needs them for each folder; the calling feature checks the permissions. */
@ApplicationScoped
public class SubscriptionCache {
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

    /** Whether the organisation receives the folders of the démarche now. */
    public boolean isActive(String processCode, OrganizationKey subscriber) {
        var now = clock.instant();
        return find(processCode, subscriber)
                .filter(subscription -> subscription.details().receivesAt(now))
                .isPresent();
    }

    /** The organisation's current access mode for the démarche; empty until it has chosen one. */
    public Optional<AccessMode> accessMode(String processCode, OrganizationKey subscriber) {
        return find(processCode, subscriber).map(KnownSubscription::details).map(SubscriptionDetails::accessMode);
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
            invalidations.fire(SubscriptionCache.invalidation(subscription.processCode(), subscription.subscriber()));
        }
    }
}
