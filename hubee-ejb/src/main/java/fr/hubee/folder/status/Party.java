package fr.hubee.folder.status;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.OrganizationType;

/** The two sides of a case. The national administrator acts as the transmitter. */
public enum Party {
    TRANSMITTER,
    RECIPIENT;

    public static Party of(Caller caller) {
        return caller.is(Roles.SI) || isOfAService(caller) ? RECIPIENT : TRANSMITTER;
    }

    /** Whether the caller is a person of an instructing service who may see its télédossiers. */
    private static boolean isOfAService(Caller caller) {
        return caller.is(Roles.READ_FOLDERS) && caller.organization().type() == OrganizationType.SI;
    }
}
