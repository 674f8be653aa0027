package fr.hubee.directory.subscription;

import fr.hubee.kernel.database.Invalidation;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PostUpdate;

/** Removes changed subscriptions from the cache of this node; a trigger informs the others. */
class SubscriptionChanges {
    @Inject
    Event<Invalidation> invalidations;

    @PostUpdate
    void changed(Subscription subscription) {
        invalidations.fire(SubscriptionCache.invalidation(subscription.processCode(), subscription.subscriber()));
    }
}
