package fr.hubee.subscription.overview;

import fr.hubee.security.Caller;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.subscription.SubscriptionHandover;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Moves an organisation's subscriptions to its successor; the calling service checks the permissions. */
@Dependent
public class SubscriptionTransfer {
    @Inject
    SubscriptionLineRepository lines;

    @Inject
    SubscriptionHandover handover;

    /** A dry run of {@link #move}. */
    public SubscriptionTransferPlan preview(OrganizationKey from, OrganizationKey to) {
        return SubscriptionTransferPlan.of(lines.of(from), lines.of(to));
    }

    /** @return what was done, with each subscription's state before */
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
