package fr.hubee.clients.client;

import fr.hubee.directory.subscription.SubscriptionAccess;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Checks which clients a person follows: those of subscriptions that she may read, and others that she may manage. */
@Dependent
public class ClientReach {
    @Inject
    ApiClientStore clients;

    @Inject
    SubscriptionAccess subscriptions;

    public ApiClient require(Caller caller, String clientId) {
        var client = clients.find(clientId).orElseThrow(() -> NotFound.of("Client"));
        client.subscription()
                .ifPresentOrElse(
                        subscription -> subscriptions.readable(caller, subscription), () -> requireOwn(caller, client));
        return client;
    }

    /** Lets the business administrators of an operator see its own software, whose secrets they do not manage. */
    private static void requireOwn(Caller caller, ApiClient client) {
        boolean own = caller.is(RoleNames.BUSINESS) && client.organization().equals(caller.organization());
        if (!own) {
            CredentialPolicy.requireReach(caller, client);
        }
    }
}
