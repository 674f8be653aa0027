package fr.hubee.portal.desk.home;

import fr.hubee.directory.overview.SubscriptionFilter;
import fr.hubee.directory.overview.SubscriptionOverviewService;
import fr.hubee.directory.overview.SubscriptionSort;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The lines of « À faire » on subscriptions that are not active yet: for those who can act, and for those who wait. */
@RequestScoped
public class SubscriptionLines {
    private static final String AWAITING = "/abonnements?statut=A_VALIDER";

    @Inject
    CurrentCaller currentCaller;

    @Inject
    SubscriptionOverviewService subscriptions;

    /** Returns all lines, also those with zero. */
    List<TodoLine> all() {
        var caller = currentCaller.get();
        if (caller.is(Roles.BUSINESS) || caller.is(Roles.ADMIN)) {
            return List.of(toValidate(caller));
        }
        var lines = new ArrayList<TodoLine>();
        if (caller.is(Roles.MANAGE_SUBSCRIPTIONS)) {
            lines.add(toActivate(caller));
        }
        if (caller.is(Roles.READ_SUBSCRIPTIONS)) {
            lines.add(awaiting(caller));
        }
        return lines;
    }

    private TodoLine toValidate(Caller caller) {
        return TodoLine.of(
                AWAITING,
                count(caller, null, true),
                "1 abonnement attend d’être validé",
                "abonnements attendent d’être validés",
                "Acceptez ou refusez : sans réponse, aucun télédossier n’arrive à cette organisation.");
    }

    private TodoLine toActivate(Caller caller) {
        return TodoLine.of(
                "/abonnements?statut=A_ACTIVER",
                count(caller, SubscriptionStatus.INACTIVE, false),
                "1 abonnement n’est pas encore actif",
                "abonnements ne sont pas encore actifs",
                caller.is(Roles.EDITOR)
                        ? "Choisissez à partir de quel jour le service reçoit ses télédossiers."
                        : "Choisissez comment le service reçoit ses télédossiers, et à partir de quel jour.");
    }

    private TodoLine awaiting(Caller caller) {
        return TodoLine.of(
                AWAITING,
                count(caller, null, true),
                "1 abonnement attend la validation de l’opérateur",
                "abonnements attendent la validation de l’opérateur",
                "Vous n’avez rien à faire : l’opérateur de la démarche accepte ou refuse. L’abonnement pourra ensuite être activé.");
    }

    private long count(Caller caller, SubscriptionStatus status, boolean awaiting) {
        return subscriptions.count(
                caller,
                new SubscriptionFilter(
                        null, null, null, status, awaiting, null, SubscriptionSort.PROCESS, false, 0, 1));
    }
}
