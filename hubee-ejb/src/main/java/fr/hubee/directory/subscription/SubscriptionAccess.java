package fr.hubee.directory.subscription;

import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
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

    /** Requires the right to see it: its subscriber, its editor, the operator of its démarche, the national administrator. */
    public RegisteredSubscription readable(Caller caller, UUID id) {
        return require(caller, id, SubscriptionRights::read, Words.text("directory.subscription.notReadable"));
    }

    /** Requires the right to activate it, suspend it, and hold its credentials. */
    public RegisteredSubscription manageable(Caller caller, UUID id) {
        return require(caller, id, SubscriptionRights::manage, Words.text("directory.subscription.notManageable"));
    }

    RegisteredSubscription configurable(Caller caller, UUID id) {
        return require(caller, id, SubscriptionRights::configure, Words.text("directory.subscription.notConfigurable"));
    }

    RegisteredSubscription validatable(Caller caller, UUID id) {
        return require(caller, id, SubscriptionRights::validate, Words.text("directory.subscription.notValidatable"));
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
            case OPERATOR -> Words.text("directory.subscription.ofAnotherOperator");
            case EDITOR -> Words.text("directory.subscription.ofAnotherEditor");
            default -> Words.text("directory.subscription.ofAnother");
        };
    }
}
