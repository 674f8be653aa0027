package fr.hubee.subscription;

import fr.hubee.audit.Act;
import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditJournal;
import fr.hubee.audit.Changes;
import fr.hubee.security.Caller;
import fr.hubee.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Hands an organisation's subscriptions over to its successor; who may ask is for the asking service to say. */
@Dependent
public class SubscriptionTransfer {
    @Inject
    SubscriptionRepository subscriptions;

    @Inject
    SubscriptionLineRepository lines;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** What {@link #move} would do. */
    public SubscriptionTransferPlan preview(OrganizationKey from, OrganizationKey to) {
        return SubscriptionTransferPlan.of(lines.of(from), lines.of(to));
    }

    /** @return what it did, with each subscription as it was before */
    public SubscriptionTransferPlan move(Caller caller, OrganizationKey from, OrganizationKey to) {
        var held = subscriptions.holdAllOf(from);
        held.forEach(each -> subscriptions.awaitTurn(each.processCode(), to));
        var plan = preview(from, to);
        var staying = plan.staying().stream().map(SubscriptionLine::id).toList();
        for (var each : held) {
            if (!staying.contains(each.id())) {
                hand(caller, each, to);
            } else if (each.status() != SubscriptionStatus.REFUSED) {
                end(caller, each, to);
            }
        }
        return plan;
    }

    private void hand(Caller caller, Subscription subscription, OrganizationKey to) {
        var from = subscription.subscriber();
        subscription.moveTo(to, clock.instant());
        subscriptions.flush();
        journal.record(Act.by(caller, AuditAction.SUBSCRIPTION_CHANGED)
                .on(to, subscription.id())
                .version(subscription.version())
                .with(Changes.NONE.and("subscriber", from, to)));
    }

    private void end(Caller caller, Subscription subscription, OrganizationKey to) {
        var before = subscription.details();
        subscription.end(clock.instant());
        subscriptions.flush();
        journal.record(Act.by(caller, AuditAction.SUBSCRIPTION_SUSPENDED)
                .on(subscription.subscriber(), subscription.id())
                .version(subscription.version())
                .with(Changes.between(before, subscription.details())
                        .and("reason", "Fusion : l’organisation " + to + " a déjà son abonnement")));
    }
}
