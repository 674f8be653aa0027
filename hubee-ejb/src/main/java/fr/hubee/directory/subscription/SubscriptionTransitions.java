package fr.hubee.directory.subscription;

import static fr.hubee.directory.subscription.SubscriptionStatus.ACTIVE;
import static fr.hubee.directory.subscription.SubscriptionStatus.INACTIVE;
import static fr.hubee.directory.subscription.SubscriptionStatus.REFUSED;
import static fr.hubee.directory.subscription.SubscriptionStatus.SUSPENDED;

import java.util.Map;
import java.util.Set;

/** The allowed status changes of a subscription, one line per initial status. An unchanged status is always allowed. */
final class SubscriptionTransitions {
    static final Set<SubscriptionStatus> FIRST = Set.of(INACTIVE, REFUSED);

    private static final Map<SubscriptionStatus, Set<SubscriptionStatus>> TABLE = Map.of(
            INACTIVE, Set.of(ACTIVE, REFUSED),
            ACTIVE, Set.of(SUSPENDED),
            SUSPENDED, Set.of(ACTIVE),
            REFUSED, Set.of(INACTIVE)); // requested again and accepted: there is one per démarche and subscriber

    private SubscriptionTransitions() {}

    static boolean allow(SubscriptionStatus from, SubscriptionStatus to) {
        return from == to || TABLE.get(from).contains(to);
    }
}
