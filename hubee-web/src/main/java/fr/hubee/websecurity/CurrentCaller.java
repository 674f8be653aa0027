package fr.hubee.websecurity;

import fr.hubee.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Holds the caller of this request, since a record cannot be proxied. */
@RequestScoped
public class CurrentCaller {
    private Caller caller;
    private RuntimeException failure;

    void set(Caller known) {
        caller = known;
    }

    /** Authentication failed with this error. */
    void failed(RuntimeException why) {
        failure = why;
    }

    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    public boolean isKnown() {
        return caller != null;
    }

    /** @throws IllegalStateException when no caller is authenticated: an access check is missing */
    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("no caller is known");
        }
        return caller;
    }
}
