package fr.hubee.subscription;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;

/** As which party of a subscription a person comes: it tells whose subscriptions are hers. */
public enum Standing {
    NATIONAL(null),
    OPERATOR("p.osl"),
    EDITOR("s.editor"),
    SUBSCRIBER("s.subscriber");

    private final String path;

    Standing(String path) {
        this.path = path;
    }

    public static Standing of(Caller caller) {
        if (caller.is(Roles.ADMIN)) {
            return NATIONAL;
        }
        if (caller.is(Roles.BUSINESS)) {
            return OPERATOR;
        }
        return caller.is(Roles.EDITOR) ? EDITOR : SUBSCRIBER;
    }

    /** Of the party that must be the caller's organisation, in a query; null for whoever reaches all. */
    public String path() {
        return path;
    }
}
