package fr.hubee.http.body;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** A body that is not read to its end: truncated, too large or too slow. */
public final class RefusedBody extends IOException {
    private static final long serialVersionUID = 1L;

    private final BodyRefusal refusal;

    RefusedBody(BodyRefusal refusal) {
        super(refusal.english());
        this.refusal = refusal;
    }

    /** @param cause why it cannot be read to its end */
    public static RefusedBody incomplete(IOException cause) {
        var refused = new RefusedBody(BodyRefusal.INCOMPLETE);
        refused.initCause(cause);
        return refused;
    }

    BodyRefusal refusal() {
        return refusal;
    }

    /** Returns the reason that explains it to an engineer. */
    public String reason() {
        return refusal.reason();
    }

    /** Returns the HTTP status. */
    public int status() {
        return refusal.status();
    }

    /** Whether a sender that is slower than {@link Pace} allows is among the causes of a failure. */
    public static boolean isTooSlow(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(each -> each instanceof RefusedBody refused && refused.refusal == BodyRefusal.TOO_SLOW);
    }
}
