package fr.hubee.kernel.shared;

import java.time.Duration;

/** The caller has done this as often as it may for now: 429. */
public final class TooManyRequests extends HubeeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRequests(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
