package fr.hubee.http.body;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** A sender who keeps its reader waiting for next to nothing. */
public class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow() {
        super("Request body is too slow");
    }

    /** Whether that is why something failed. */
    public static boolean isIn(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(TooSlow.class::isInstance);
    }
}
