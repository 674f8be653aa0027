package fr.hubee.kernel.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/** Work that lasts until this is closed, by the same thread. Callers need not know whether it is traced. */
public final class WorkSpan implements AutoCloseable {
    private final Span span;
    private final Runnable end;

    private WorkSpan(Span span, Runnable end) {
        this.span = span;
        this.end = end;
    }

    /** Returns work that is not traced. */
    static WorkSpan named(String id) {
        return new WorkSpan(Span.getInvalid(), WorkId.bind(id)::close);
    }

    /** @param within the context of work below the span; the root where the span itself is not traced */
    @SuppressWarnings("MustBeClosed") // by what is returned
    static WorkSpan named(String id, Span span, Context within) {
        var bound = WorkId.bind(id);
        var scope = within.makeCurrent();
        return new WorkSpan(span, () -> {
            Tracing.recording().ifPresent(recording -> recording.sum(span));
            scope.close();
            span.end();
            bound.close();
        });
    }

    /**
     * Begins a part of this thread's work: the step of a job, or a chunk of it.
     *
     * @param name one of a few fixed names
     */
    public static WorkSpan part(String name) {
        var span = Tracing.recording().map(recording -> recording.part(name)).orElseGet(Span::getInvalid);
        return span.getSpanContext().isValid() ? below(span) : new WorkSpan(span, () -> {});
    }

    @SuppressWarnings("MustBeClosed") // by what is returned
    private static WorkSpan below(Span span) {
        var scope = span.makeCurrent();
        return new WorkSpan(span, () -> {
            scope.close();
            span.end();
        });
    }

    public WorkSpan with(String attribute, long value) {
        span.setAttribute(attribute, value);
        return this;
    }

    public void failed() {
        span.setStatus(StatusCode.ERROR);
    }

    @Override
    public void close() {
        end.run();
    }
}
