package fr.hubee.exchange.status;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationType;

/** The two sides of a case. The national administrator acts as the transmitter. */
public enum Party {
    TRANSMITTER,
    RECIPIENT;

    public static Party of(Caller caller) {
        return caller.is(RoleNames.SI) || isOfAService(caller) ? RECIPIENT : TRANSMITTER;
    }

    /** Whether the caller is a person of an instructing service who may see its télédossiers. */
    private static boolean isOfAService(Caller caller) {
        return caller.is(RoleNames.READ_FOLDERS) && caller.organization().type() == OrganizationType.SI;
    }
}
