package fr.hubee.subscription;

import fr.hubee.process.ProcessDetails;
import fr.hubee.process.ProcessService;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.NotAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Which subscriptions a person reaches: a stranger to one is answered as if it were not hers, whatever it is. */
@Dependent
public class SubscriptionAccess {
    @Inject
    SubscriptionRepository subscriptions;

    @Inject
    ProcessService processes;

    /** For whoever may see it: its subscriber, the editor it names, the operator of its démarche, the administrator. */
    public RegisteredSubscription readable(Caller caller, UUID id) {
        var subscription = subscriptions.registered(id);
        if (!manages(caller, subscription) && !reads(caller, subscription)) {
            throw new NotAllowed();
        }
        return subscription;
    }

    /** For whoever may activate it, suspend it, and hold its credentials. */
    public RegisteredSubscription manageable(Caller caller, UUID id) {
        var subscription = subscriptions.registered(id);
        if (!manages(caller, subscription)) {
            throw new NotAllowed();
        }
        return subscription;
    }

    private static boolean manages(Caller caller, RegisteredSubscription subscription) {
        if (caller.is(Roles.ADMIN)) {
            return true;
        }
        if (!caller.is(Roles.MANAGE_SUBSCRIPTIONS)) {
            return false;
        }
        return caller.is(Roles.EDITOR)
                ? caller.organization().equals(subscription.details().editor())
                : caller.organization().equals(subscription.subscriber());
    }

    private boolean reads(Caller caller, RegisteredSubscription subscription) {
        if (caller.is(Roles.BUSINESS)) {
            var owner = processes.find(subscription.processCode()).map(ProcessDetails::osl);
            return owner.filter(caller.organization()::equals).isPresent();
        }
        return caller.is(Roles.READ_SUBSCRIPTIONS) && caller.organization().equals(subscription.subscriber());
    }
}
