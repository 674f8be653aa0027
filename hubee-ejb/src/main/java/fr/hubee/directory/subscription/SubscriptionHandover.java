package fr.hubee.directory.subscription;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.database.Invalidation;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Changes of one subscription in a merger of organisations; the calling service checks the permissions. */
@Dependent
public class SubscriptionHandover {
    @Inject
    SubscriptionRepository subscriptions;

    @Inject
    AuditJournal journal;

    @Inject
    Event<Invalidation> invalidations;

    @Inject
    Clock clock;

    /**
     * Locks the subscriptions of an organisation until the end of the transaction, and prevents new ones of its
     * successor for the same démarches.
     *
     * @return their identifiers, in the order of their démarches
     */
    public List<UUID> hold(OrganizationKey from, OrganizationKey to) {
        var held = subscriptions.holdAllOf(from);
        held.forEach(each -> subscriptions.awaitTurn(each.processCode(), to));
        return held.stream().map(Subscription::id).toList();
    }

    /** The same for some of them, which may be the successor's, before they return. */
    public void hold(Collection<UUID> ids, OrganizationKey from) {
        subscriptions.holdAll(ids).forEach(each -> subscriptions.awaitTurn(each.processCode(), from));
    }

    /** Transfers it to the successor, or back. */
    public void move(Caller caller, UUID id, OrganizationKey to) {
        var subscription = subscriptions.requireForUpdate(id);
        var from = subscription.subscriber();
        subscription.moveTo(to, clock.instant());
        subscriptions.flush();
        invalidations.fire(SubscriptionLookup.invalidation(subscription.processCode(), from));
        invalidations.fire(SubscriptionLookup.invalidation(subscription.processCode(), to));
        journal.record(Act.by(caller, AuditAction.SUBSCRIPTION_CHANGED)
                .on(to, id)
                .version(subscription.version())
                .with(Changes.NONE.and("subscriber", from, to)));
    }

    /** Suspends it, since the successor has its own; a refused one stays unchanged. */
    public void end(Caller caller, UUID id, OrganizationKey to) {
        var subscription = subscriptions.requireForUpdate(id);
        if (subscription.status() == SubscriptionStatus.REFUSED) {
            return;
        }
        var before = subscription.details();
        subscription.end(clock.instant());
        subscriptions.flush();
        journal.record(Act.by(caller, AuditAction.SUBSCRIPTION_SUSPENDED)
                .on(subscription.subscriber(), id)
                .version(subscription.version())
                .with(Changes.between(before, subscription.details())
                        .and("reason", Words.text("directory.subscription.merged", to))));
    }

    /** Restores the state that the subscription had before the merger that ended it. */
    public void resume(Caller caller, UUID id, SubscriptionStatus former, Instant formerEnd) {
        var subscription = subscriptions.requireForUpdate(id);
        var before = subscription.details();
        subscription.resume(former, formerEnd, clock.instant());
        subscriptions.flush();
        journal.record(Act.by(caller, AuditAction.SUBSCRIPTION_CHANGED)
                .on(subscription.subscriber(), id)
                .version(subscription.version())
                .with(Changes.between(before, subscription.details())
                        .and("reason", Words.text("directory.subscription.mergeUndone"))));
    }
}
