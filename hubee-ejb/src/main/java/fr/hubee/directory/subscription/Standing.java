package fr.hubee.directory.subscription;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;

/** A person's role towards subscriptions, which determines those that she can access. */
public enum Standing {
    NATIONAL(null),
    OPERATOR("p.details.osl"),
    EDITOR("s.editor"),
    SUBSCRIBER("s.subscriber");

    private final String path;

    Standing(String path) {
        this.path = path;
    }

    public static Standing of(Caller caller) {
        if (caller.is(RoleNames.ADMIN)) {
            return NATIONAL;
        }
        if (caller.is(RoleNames.BUSINESS)) {
            return OPERATOR;
        }
        return caller.is(RoleNames.EDITOR) ? EDITOR : SUBSCRIBER;
    }

    /** The query path of the party that must be the caller's organisation; null without restriction. */
    public String path() {
        return path;
    }
}
