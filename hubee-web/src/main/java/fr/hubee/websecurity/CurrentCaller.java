package fr.hubee.websecurity;

import fr.hubee.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Holds the caller of this request: a record has no proxy of its own. */
@RequestScoped
public class CurrentCaller {
    private Caller caller;
    private RuntimeException failure;

    void set(Caller known) {
        caller = known;
    }

    /** Who it is could not be found out. */
    void failed(RuntimeException why) {
        failure = why;
    }

    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
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
