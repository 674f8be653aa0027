package fr.hubee.http.body;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** A body that is not read to its end: truncated, too large or too slow. */
public final class RefusedBody extends IOException {
    private static final long serialVersionUID = 1L;

    private final BodyRefusal reason;

    RefusedBody(BodyRefusal reason) {
        super(reason.english());
        this.reason = reason;
    }

    /** @param cause why it cannot be read to its end */
    public static RefusedBody incomplete(IOException cause) {
        var refused = new RefusedBody(BodyRefusal.INCOMPLETE);
        refused.initCause(cause);
        return refused;
    }

    BodyRefusal reason() {
        return reason;
    }

    /** Returns the HTTP status. */
    public int status() {
        return reason.status();
    }

    /** Whether a sender that is slower than {@link Pace} allows is among the causes of a failure. */
    public static boolean isTooSlow(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(each -> each instanceof RefusedBody refused && refused.reason == BodyRefusal.TOO_SLOW);
    }
}
