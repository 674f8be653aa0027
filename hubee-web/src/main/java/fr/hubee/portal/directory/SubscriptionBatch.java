package fr.hubee.portal.directory;

import fr.hubee.directory.subscription.SubscriptionLifeService;
import fr.hubee.directory.subscription.SubscriptionLine;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.portal.field.Elision;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.field.SeveralActs;
import fr.hubee.portal.page.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Decisions of the operator on the subscriptions that are ticked in the list. */
@Named
@RequestScoped
public class SubscriptionBatch extends PersonPage {
    @Inject
    SubscriptionLifeService life;

    @Inject
    SubscriptionOverviewService subscriptions;

    @Inject
    SubscriptionsPage list;

    /** Whether a displayed line waits for her decision, or did when she ticked it. */
    public boolean isNeeded() {
        return isDecider() && (SeveralActs.isSent(request()) || isOneWaiting());
    }

    private boolean isOneWaiting() {
        return list.getTable().getShown().items().stream().anyMatch(SubscriptionLine::awaitsValidation);
    }

    public boolean isDecider() {
        return isNational() || caller().is(RoleNames.BUSINESS);
    }

    public void validate() {
        run((id, version) -> life.validate(caller(), id, version), "est validé : l’organisation peut l’activer");
    }

    public void refuse() {
        run((id, version) -> life.refuse(caller(), id, version, typed("reason")), "est refusé");
    }

    private void run(SeveralActs.OneAct act, String done) {
        if (SeveralActs.run(request(), this::name, act, done)) {
            Pages.goTo(list.getTable().getHere());
        }
    }

    private String name(UUID id) {
        var line = subscriptions.read(caller(), id).line();
        return "L’abonnement " + Elision.ofThe(line.subscriberName()) + " (" + line.processCode() + ")";
    }
}
