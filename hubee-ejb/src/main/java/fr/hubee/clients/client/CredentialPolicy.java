package fr.hubee.clients.client;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.SubscriptionDetails;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.Words;

/**
 * Defines who may manage credentials, and when a subscription may have some. The secret of an instructing service is seen, and a public key
 * registered, only by its people and those of its editor, who may read its files anyway.
 */
public final class CredentialPolicy {
    private static final int LONGEST_OVERLAP = 30;

    private CredentialPolicy() {}

    /** Refuses the administrator of the platform, who manages everything else of these credentials. */
    public static void requireOwner(Caller caller, Scope scope) {
        if (!isOwner(caller, scope)) {
            throw new NotAllowed(Words.text("clients.credentials.secretOfService"));
        }
    }

    /** Whether the caller, who manages the client, may also have its secret or register a key. */
    public static boolean isOwner(Caller caller, Scope scope) {
        return scope != Scope.SI || !caller.is(RoleNames.ADMIN);
    }

    /** Lets software reach its own client only, with what this has: organisations count for people. */
    public static void requireOwnSoftware(Caller caller, ApiClient client) {
        if (!caller.is(RoleNames.PERSON) && !client.clientId().equals(caller.name())) {
            throw new NotAllowed().on(client.subject());
        }
    }

    /**
     * Requires the right to manage credentials without a subscription: those of an instructing service are managed by its own people, too.
     */
    public static void requireReach(Caller caller, ApiClient client) {
        boolean own = client.scope() == Scope.SI && client.organization().equals(caller.organization());
        if (!own && !caller.is(RoleNames.ADMIN)) {
            throw new NotAllowed(Words.text("clients.credentials.ofAdministrator"));
        }
    }

    /** Refuses credentials of a refused subscription; a suspended one keeps them, since existing cases can still be handled. */
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

    /** @param days for which the former secret stays valid after a renewal, so that software is changed over without interruption */
    static void requireOverlap(int days) {
        if (days < 0 || days > LONGEST_OVERLAP) {
            throw new InvalidRequest(Words.text("clients.credentials.overlap"));
        }
    }
}
