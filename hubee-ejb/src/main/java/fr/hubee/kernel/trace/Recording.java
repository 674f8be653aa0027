package fr.hubee.kernel.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A traced request or other work, and the statement that it currently sends. */
final class Recording {
    private static final Pattern OPERATION = Pattern.compile("\\w+");
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|into|update)\\s+(?:only\\s+)?([a-z_][a-z_0-9]*)", Pattern.CASE_INSENSITIVE);

    /**
     * Limit of recorded spans of each kind, in the hub's own work: enough for a few seconds of the night in full detail, and the chunks of
     * an hour.
     */
    private static final long MOST_OF_WORK = 1_000;

    private final Tracer tracer;
    private final long most;
    private final AtomicLong parts = new AtomicLong();
    private final AtomicLong calls = new AtomicLong();
    private volatile String statement = "";

    private Recording(Tracer tracer, long most) {
        this.tracer = tracer;
        this.most = most;
    }

    static Recording ofRequest(Tracer tracer) {
        return new Recording(tracer, Long.MAX_VALUE);
    }

    static Recording ofWork(Tracer tracer) {
        return new Recording(tracer, MOST_OF_WORK);
    }

    void prepared(String sql) {
        statement = sql;
    }

    /** Begins a span for a call to another system; an invalid span when there were too many. */
    Span begin(String name) {
        return begin(tracer.spanBuilder(name).setSpanKind(SpanKind.CLIENT), calls);
    }

    Span part(String name) {
        return begin(tracer.spanBuilder(name), parts);
    }

    /** Limits the spans of one kind: work of the night may repeat the same operation a hundred thousand times. */
    private Span begin(SpanBuilder span, AtomicLong wanted) {
        return wanted.incrementAndGet() <= most ? span.startSpan() : Span.getInvalid();
    }

    /** Records on the whole span how many spans are missing below it. */
    void sum(Span whole) {
        long missing = missing(parts) + missing(calls);
        if (missing > 0) {
            whole.setAttribute("hubee.not_recorded", missing);
        }
    }

    private long missing(AtomicLong wanted) {
        return Math.max(0, wanted.get() - most);
    }

    /** Begins a span without the text of the statement, which may contain user input. */
    Span beginStatement() {
        var operation = first(OPERATION, 0);
        var table = first(TABLE, 1);
        return begin((operation + " " + table).strip())
                .setAttribute("db.system.name", "postgresql")
                .setAttribute("db.operation.name", operation)
                .setAttribute("db.collection.name", table);
    }

    private String first(Pattern pattern, int group) {
        var found = pattern.matcher(statement);
        return found.find() ? found.group(group) : "";
    }
}
