package fr.hubee.subscription;

import fr.hubee.security.Roles;
import fr.hubee.shared.OrganizationKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** The subscriptions of organisations to démarches. */
@Stateless
public class SubscriptionService {
    @Inject
    SubscriptionRepository subscriptions;

    @Inject
    Clock clock;

    /** Adds the subscription, unless the pair has one: what was changed since stays as it is. */
    @RolesAllowed(Roles.BATCH)
    public void addIfAbsent(String processCode, OrganizationKey subscriber, SubscriptionDetails details) {
        if (!exists(processCode, subscriber)) {
            subscriptions.add(new Subscription(processCode, subscriber, details, clock.instant()));
        }
    }

    /** Whether the organisation has subscribed to the démarche, in whatever state. */
    @RolesAllowed({Roles.ADMIN, Roles.BATCH})
    public boolean exists(String processCode, OrganizationKey subscriber) {
        return subscriptions.find(processCode, subscriber).isPresent();
    }

    /** Whether the organisation receives the folders of the démarche now. */
    @RolesAllowed({Roles.OSL, Roles.ADMIN})
    public boolean isActive(String processCode, OrganizationKey subscriber) {
        return subscriptions
                .find(processCode, subscriber)
                .map(Subscription::isActive)
                .orElse(false);
    }
}
