package fr.hubee.folder;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;

/** The two sides of a case. The national administrator stands in for the transmitter. */
public enum Party {
    TRANSMITTER,
    RECIPIENT;

    public static Party of(Caller caller) {
        return caller.is(Roles.SI) ? RECIPIENT : TRANSMITTER;
    }
}
