package fr.hubee.websecurity;

import fr.hubee.security.Caller;
import jakarta.enterprise.context.RequestScoped;

/** Holds the caller of this request: a record has no proxy of its own. */
@RequestScoped
public class CurrentCaller {
    private Caller caller;

    void set(Caller known) {
        caller = known;
    }

    public boolean isKnown() {
        return caller != null;
    }

    /** @throws IllegalStateException when nobody was let in: a door was left open */
    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("no caller is known");
        }
        return caller;
    }
}
