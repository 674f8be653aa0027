package fr.hubee.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.regex.Pattern;

/** A request that is recorded, and the statement that it sends at the moment. */
final class Recording {
    private static final Pattern OPERATION = Pattern.compile("\\w+");
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|into|update)\\s+(?:only\\s+)?([a-z_][a-z_0-9]*)", Pattern.CASE_INSENSITIVE);

    private final Tracer tracer;
    private volatile String statement = "";

    Recording(Tracer tracer) {
        this.tracer = tracer;
    }

    void prepared(String sql) {
        statement = sql;
    }

    Span begin(String name) {
        return tracer.spanBuilder(name).setSpanKind(SpanKind.CLIENT).startSpan();
    }

    /** Its text stays here: it might hold what somebody typed. */
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
