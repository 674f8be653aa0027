package fr.hubee.clients.client;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;

/** Defines when a subscription may have credentials. A suspended one keeps them, since existing cases can still be handled. */
final class CredentialPolicy {

    private CredentialPolicy() {}

    static void requireOpen(SubscriptionDetails subscription) {
        if (subscription.status() == SubscriptionStatus.REFUSED) {
            throw new InvalidRequest(Words.text("clients.credentials.refused"));
        }
    }

    static void requireApi(SubscriptionDetails subscription) {
        if (subscription.accessMode() == null) {
            throw new InvalidRequest(Words.text("clients.credentials.noAccessMode"));
        }
        if (subscription.accessMode() != AccessMode.API) {
            throw new InvalidRequest(Words.text("clients.credentials.portal"));
        }
    }
}
