package fr.hubee.token.credential;

import fr.hubee.security.Caller;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.token.client.ApiClientChanges;
import fr.hubee.token.client.ApiClients;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Lets credentials follow their subscription, for other features of this module, which answer for who may ask.
 *
 * <p>To be asked before the subscription itself is changed: a pair that is being made is waited for, and not missed.
 */
@Dependent
public class CredentialTransfer {
    @Inject
    ApiClients clients;

    @Inject
    ApiClientChanges changes;

    /** Secrets and tokens stay good, and reach what is the new subscriber's. Nothing happens where there are none. */
    public void follow(Caller caller, UUID subscriptionId, OrganizationKey newSubscriber) {
        clients.awaitTurn(subscriptionId);
        clients.ofSubscriptionForUpdate(subscriptionId)
                .ifPresent(client -> changes.move(caller, client, newSubscriber));
    }

    /** Takes back those of a subscription that ends. Nothing happens where there are none. */
    public void revokeFor(Caller caller, UUID subscriptionId) {
        clients.awaitTurn(subscriptionId);
        clients.ofSubscriptionForUpdate(subscriptionId).ifPresent(client -> changes.revoke(caller, client));
    }
}
