package fr.hubee.clients.client;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
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

    @Inject
    MergedClientRepository merged;

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

    /**
     * Records the credentials of a subscription before a merge changes them. Does nothing without credentials.
     *
     * @param revoked whether the merge revokes them
     */
    public void remember(UUID merge, UUID subscriptionId, boolean revoked) {
        clients.awaitTurn(subscriptionId);
        clients.ofSubscriptionForUpdate(subscriptionId)
                .ifPresent(client -> merged.add(merge, subscriptionId, client, revoked));
    }

    /** Locks them before their subscription, as creations do. */
    public void hold(UUID subscriptionId) {
        clients.awaitTurn(subscriptionId);
        clients.ofSubscriptionForUpdate(subscriptionId);
    }

    /** Returns the credentials of a subscription that returns, and whether they follow it; empty when it has none. */
    public Optional<CredentialReturn> previewReturn(UUID merge, UUID subscriptionId) {
        return clients.ofSubscription(subscriptionId).map(client -> merged.fate(merge, subscriptionId, client));
    }

    /** Gives the credentials back to the former subscriber, or revokes them. */
    public void giveBack(Caller caller, CredentialReturn credentials, OrganizationKey from) {
        var client = clients.requireForUpdate(credentials.clientId());
        if (credentials.follows()) {
            changes.move(caller, client, from);
        } else {
            changes.revoke(caller, client);
        }
    }

    /** Returns the number of credentials that a merge revoked: they stay revoked. */
    public long revokedBy(UUID merge) {
        return merged.revoked(merge);
    }
}
