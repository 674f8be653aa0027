package fr.hubee.clients.client;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.shared.InvalidRequest;

/** Defines when a subscription may have credentials. A suspended one keeps them, since existing cases can still be handled. */
final class CredentialPolicy {

    private CredentialPolicy() {}

    static void requireOpen(SubscriptionDetails subscription) {
        if (subscription.status() == SubscriptionStatus.REFUSED) {
            throw new InvalidRequest(
                    "Cet abonnement est refusé : il n’ouvre droit à aucun identifiant. Faites une nouvelle demande.");
        }
    }

    static void requireApi(SubscriptionDetails subscription) {
        if (subscription.accessMode() == null) {
            throw new InvalidRequest(
                    "Choisissez d’abord la modalité d’accès « API » : elle seule utilise des identifiants.");
        }
        if (subscription.accessMode() != AccessMode.API) {
            throw new InvalidRequest(
                    "Cet abonnement est en modalité « Portail » : passez-le en modalité « API » pour obtenir des identifiants.");
        }
    }
}
