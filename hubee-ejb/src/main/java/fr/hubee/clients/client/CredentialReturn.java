package fr.hubee.clients.client;

import java.time.Instant;
import java.util.UUID;

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
            UUID subscription, String clientId, Instant provenSince, String formerClient, Instant formerlyProvenSince) {
        boolean same = clientId.equals(formerClient) && provenSince.equals(formerlyProvenSince);
        return new CredentialReturn(subscription, clientId, same);
    }
}
