package fr.hubee.kernel.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/**
 * The request, or other work, that causes some later work.
 *
 * @param id empty without a request
 * @param span invalid where it is not recorded
 */
public record Asker(String id, SpanContext span) {
    /** A timer, which acts without a request. */
    public static final Asker NOBODY = new Asker("", SpanContext.getInvalid());

    /** Returns the work of this thread. */
    public static Asker current() {
        return WorkId.current()
                .map(id -> new Asker(id, Span.current().getSpanContext()))
                .orElse(NOBODY);
    }
}
