package fr.hubee.clients.client;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
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
    ApiClientStore clients;

    @Inject
    ApiClientChanges changes;

    @Inject
    MergedClientRepository merged;

    /** Secrets and tokens stay valid, for the new subscriber. Does nothing without credentials. */
    public void follow(Caller caller, UUID subscriptionId, OrganizationKey newSubscriber) {
        hold(subscriptionId).ifPresent(client -> changes.move(caller, client, newSubscriber));
    }

    /** Revokes the credentials of a subscription that ends. Does nothing without credentials. */
    public void revokeFor(Caller caller, UUID subscriptionId) {
        hold(subscriptionId).ifPresent(client -> changes.revoke(caller, client));
    }

    /**
     * Records the credentials of a subscription before a merge changes them. Does nothing without credentials.
     *
     * @param revoked whether the merge revokes them
     */
    public void remember(UUID merge, UUID subscriptionId, boolean revoked) {
        hold(subscriptionId).ifPresent(client -> merged.add(merge, subscriptionId, client, revoked));
    }

    /** Locks the credentials before their subscription, as creations do, and returns them; empty when it has none. */
    public Optional<ApiClient> hold(UUID subscriptionId) {
        clients.lock(subscriptionId);
        return clients.ofSubscriptionForUpdate(subscriptionId);
    }

    /** Returns the credentials of a subscription that returns, and whether they follow it; empty when it has none. */
    public Optional<CredentialReturn> previewReturn(UUID merge, UUID subscriptionId) {
        return clients.ofSubscription(subscriptionId).map(client -> merged.outcome(merge, subscriptionId, client));
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

    /** Records which credentials merges have moved or revoked. */
    @Dependent
    static class MergedClientRepository {

        @PersistenceContext
        EntityManager entities;

        void add(UUID merge, UUID subscription, ApiClient client, boolean revoked) {
            entities.createNativeQuery("""
                            insert into merged_client (merge_id, client_id, subscription_id, revoked, proven_since)
                            values (:merge, :client, :subscription, :revoked, :since)""")
                    .setParameter("merge", merge)
                    .setParameter("client", client.clientId())
                    .setParameter("subscription", subscription)
                    .setParameter("revoked", revoked)
                    .setParameter("since", client.newestSecretAt())
                    .executeUpdate();
        }

        CredentialReturn outcome(UUID merge, UUID subscription, ApiClient now) {
            List<?> rows = entities.createNativeQuery("""
                            select client_id, proven_since from merged_client
                            where merge_id = :merge and subscription_id = :subscription""", Object[].class)
                    .setParameter("merge", merge)
                    .setParameter("subscription", subscription)
                    .getResultList();
            var then = rows.isEmpty() ? new Object[2] : (Object[]) rows.get(0);
            return CredentialReturn.of(
                    subscription, now.clientId(), now.newestSecretAt(), (String) then[0], (Instant) then[1]);
        }

        long revoked(UUID merge) {
            var count = entities.createNativeQuery(
                            "select count(*) from merged_client where merge_id = :merge and revoked")
                    .setParameter("merge", merge)
                    .getSingleResult();
            return ((Number) count).longValue();
        }
    }

    /**
     * The return of the credentials of a subscription when its merge is undone.
     *
     * @param follows back with the subscription; otherwise they are revoked, since the successor knows their secrets
     */
    public record CredentialReturn(UUID subscription, String clientId, boolean follows) {

        /**
         * @param formerClient of the subscription at the merge; null for none
         * @param provenSince when its newest secret, key or certificate was added, then and today
         */
        static CredentialReturn of(
                UUID subscription,
                String clientId,
                Instant provenSince,
                String formerClient,
                Instant formerlyProvenSince) {
            boolean same = clientId.equals(formerClient) && provenSince.equals(formerlyProvenSince);
            return new CredentialReturn(subscription, clientId, same);
        }
    }
}
