package fr.hubee.directory.subscription;

import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Predicate;

/** Checks which subscriptions a person can access; {@link SubscriptionRights} defines the rules. */
@Dependent
public class SubscriptionAccess {
    @Inject
    SubscriptionRepository subscriptions;

    @Inject
    ProcessService processes;

    /**
     * Requires the right to see it: its subscriber, its editor, the operator of its démarche, the national
     * administrator.
     */
    public RegisteredSubscription readable(Caller caller, UUID id) {
        return require(
                caller, id, SubscriptionRights::read, "Votre compte ne permet pas de consulter les abonnements.");
    }

    /** Requires the right to activate it, suspend it, and hold its credentials. */
    public RegisteredSubscription manageable(Caller caller, UUID id) {
        return require(
                caller,
                id,
                SubscriptionRights::manage,
                "L’activation, la suspension et les identifiants de cet abonnement reviennent à l’organisation abonnée"
                        + " et à son éditeur, avec le rôle « Gestion des abonnements ».");
    }

    /** Requires the right to change its settings. */
    RegisteredSubscription configurable(Caller caller, UUID id) {
        return require(
                caller,
                id,
                SubscriptionRights::configure,
                "Le réglage de cet abonnement revient à l’organisation abonnée, avec le rôle"
                        + " « Gestion des abonnements ».");
    }

    /** Requires the right to accept or refuse it. */
    RegisteredSubscription validatable(Caller caller, UUID id) {
        return require(
                caller,
                id,
                SubscriptionRights::validate,
                "La validation et le refus d’un abonnement reviennent à l’opérateur de la démarche.");
    }

    public SubscriptionRights rights(Caller caller, RegisteredSubscription subscription) {
        return SubscriptionRights.of(caller, party(caller, subscription));
    }

    private RegisteredSubscription require(
            Caller caller, UUID id, Predicate<SubscriptionRights> wanted, String otherwise) {
        var subscription = subscriptions.registered(id);
        if (!wanted.test(rights(caller, subscription))) {
            var party = party(caller, subscription);
            throw new NotAllowed(caller.organization().equals(party) ? otherwise : stranger(caller)).on(id);
        }
        return subscription;
    }

    /** Null when the party does not exist, and for the national administrator, who needs none. */
    private OrganizationKey party(Caller caller, RegisteredSubscription subscription) {
        return switch (Standing.of(caller)) {
            case NATIONAL -> null;
            case OPERATOR ->
                processes
                        .find(subscription.processCode())
                        .map(ProcessDetails::osl)
                        .orElse(null);
            case EDITOR -> subscription.details().editor();
            case SUBSCRIBER -> subscription.subscriber();
        };
    }

    private static String stranger(Caller caller) {
        return switch (Standing.of(caller)) {
            case OPERATOR ->
                "Cet abonnement porte sur une démarche d’un autre opérateur : il n’est pas accessible avec"
                        + " votre compte.";
            case EDITOR ->
                "Cet abonnement ne désigne pas votre organisation comme éditeur : demandez à"
                        + " l’administrateur de l’organisation abonnée de la choisir dans la page de l’abonnement.";
            default -> "Cet abonnement est celui d’une autre organisation : il n’est pas accessible avec votre compte.";
        };
    }
}
