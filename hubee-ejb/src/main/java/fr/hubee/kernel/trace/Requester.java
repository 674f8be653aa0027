package fr.hubee.kernel.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/**
 * The request, or other work, that causes some later work.
 *
 * @param id empty without a request
 * @param span invalid where it is not recorded
 */
public record Requester(String id, SpanContext span) {
    /** A timer, which acts without a request. */
    public static final Requester NOBODY = new Requester("", SpanContext.getInvalid());

    /** Returns the work of this thread. */
    public static Requester current() {
        return WorkId.current()
                .map(id -> new Requester(id, Span.current().getSpanContext()))
                .orElse(NOBODY);
    }
}
