package fr.hubee.clients.client;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.Words;

/**
 * Defines who may see a new secret or register a public key: for an instructing service, only its people and those of its editor, who may
 * read its files anyway.
 */
public final class SecretPolicy {
    private static final String ASK = Words.text("clients.credentials.secretOfService");

    private SecretPolicy() {}

    /** Refuses the administrator of the platform, who manages everything else of these credentials. */
    public static void requireOwner(Caller caller, Scope scope) {
        if (!isOwner(caller, scope)) {
            throw new NotAllowed(ASK);
        }
    }

    /** Whether the caller, who manages the client, may also have its secret or register a key. */
    public static boolean isOwner(Caller caller, Scope scope) {
        return scope != Scope.SI || !caller.is(Roles.ADMIN);
    }

    /**
     * Requires the right to manage credentials without a subscription: those of an instructing service are managed by its own people, too.
     */
    public static void requireReach(Caller caller, ApiClient client) {
        boolean own = client.scope() == Scope.SI && client.organization().equals(caller.organization());
        if (!own && !caller.is(Roles.ADMIN)) {
            throw new NotAllowed(Words.text("clients.credentials.ofAdministrator"));
        }
    }
}
