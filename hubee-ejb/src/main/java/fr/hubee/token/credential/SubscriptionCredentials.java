package fr.hubee.token.credential;

import fr.hubee.security.Caller;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.token.client.ApiClientChanges;
import fr.hubee.token.client.ApiClients;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Transfers or revokes the credentials of a subscription, for other features of this module; the calling feature
 * checks the permissions.
 *
 * <p>To call before the subscription is changed, so that credentials being created concurrently are waited for, not
 * missed.
 */
@Dependent
public class SubscriptionCredentials {
    @Inject
    ApiClients clients;

    @Inject
    ApiClientChanges changes;

    /** Secrets and tokens stay valid, for the new subscriber. Does nothing without credentials. */
    public void follow(Caller caller, UUID subscriptionId, OrganizationKey newSubscriber) {
        clients.awaitTurn(subscriptionId);
        clients.ofSubscriptionForUpdate(subscriptionId)
                .ifPresent(client -> changes.move(caller, client, newSubscriber));
    }

    /** Revokes the credentials of a subscription that ends. Does nothing without credentials. */
    public void revokeFor(Caller caller, UUID subscriptionId) {
        clients.awaitTurn(subscriptionId);
        clients.ofSubscriptionForUpdate(subscriptionId).ifPresent(client -> changes.revoke(caller, client));
    }
}
