package fr.hubee.subscription.overview;

import fr.hubee.security.Caller;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.subscription.SubscriptionHandover;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Hands an organisation's subscriptions over to its successor; who may ask is for the asking service to say. */
@Dependent
public class SubscriptionTransfer {
    @Inject
    SubscriptionLineRepository lines;

    @Inject
    SubscriptionHandover handover;

    /** What {@link #move} would do. */
    public SubscriptionTransferPlan preview(OrganizationKey from, OrganizationKey to) {
        return SubscriptionTransferPlan.of(lines.of(from), lines.of(to));
    }

    /** @return what it did, with each subscription as it was before */
    public SubscriptionTransferPlan move(Caller caller, OrganizationKey from, OrganizationKey to) {
        var held = handover.hold(from, to);
        var plan = preview(from, to);
        var staying = plan.staying().stream().map(SubscriptionLine::id).toList();
        for (var id : held) {
            if (staying.contains(id)) {
                handover.end(caller, id, to);
            } else {
                handover.move(caller, id, to);
            }
        }
        return plan;
    }
}
