package fr.hubee.directory.subscription;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Fires an event on the day of activation. It does not control the start itself: see {@link Subscription#receivesAt}.
 */
@Stateless
@RolesAllowed(Roles.BATCH)
public class SubscriptionStartService {
    @Inject
    SubscriptionRepository subscriptions;

    @Inject
    AuditJournal journal;

    @Inject
    Event<SubscriptionEvent> happened;

    @Inject
    Clock clock;

    /**
     * Returns the subscriptions whose start day has come without an event yet, ordered by identifier.
     *
     * @param after null for the first page
     */
    public List<UUID> beginning(UUID after, int maxResult) {
        return subscriptions.beginning(clock.instant(), after, maxResult);
    }

    /** @return whether an event was fired */
    public boolean begin(UUID id) {
        var subscription = subscriptions.requireForUpdate(id);
        if (!subscription.begin(clock.instant())) {
            return false;
        }
        subscriptions.flush();
        journal.record(Act.by(Caller.HUB, AuditAction.SUBSCRIPTION_STARTED)
                .on(subscription.subscriber(), id)
                .version(subscription.version())
                .with(Changes.told("activatedAt", subscription.details().activatedAt())));
        happened.fire(new SubscriptionEvent.Started(id));
        return true;
    }
}
