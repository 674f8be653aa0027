package fr.hubee.exchange.feed;

import fr.hubee.kernel.shared.Labelled;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The outcome of one attempt to send a webhook.
 *
 * @param status of HTTP; 0 without an answer
 * @param failure why there was none; null with one
 * @param sent the moment of its {@code webhook-timestamp}
 * @param text the beginning of the answer
 * @param retryAfter the wait that the receiver asked for; null if it did not
 */
record WebhookAnswer(int status, Failure failure, Instant sent, Duration took, String text, Duration retryAfter) {
    private static final int GONE = 410;

    /** Says why there was no answer, in few words: callers must not explore our networks by it. */
    enum Failure implements Labelled {
        ADDRESS_REFUSED,
        UNREACHABLE,
        TLS,
        TIMEOUT
    }

    boolean succeeded() {
        return status / 100 == 2;
    }

    /** Returns whether it is this text and nothing else, or {@code {"challenge": "<text>"}}: one that repeats each request is none. */
    boolean is(String challenge) {
        var answer = text.strip();
        return answer.equals(challenge) || answer.replaceAll("\\s", "").equals("{\"challenge\":\"" + challenge + "\"}");
    }

    /** Returns the class of its status, or why there was none, in few words: for the metrics. */
    String outcome() {
        return failure == null ? status / 100 + "xx" : failure.name().toLowerCase(Locale.ROOT);
    }

    boolean gone() {
        return status == GONE;
    }
}
