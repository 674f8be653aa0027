package fr.hubee.http.body;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** The sender is slower than {@link Pace} allows. */
public class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow() {
        super("Request body is too slow");
    }

    /** Whether it is among the causes of a failure. */
    public static boolean isIn(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(TooSlow.class::isInstance);
    }
}
