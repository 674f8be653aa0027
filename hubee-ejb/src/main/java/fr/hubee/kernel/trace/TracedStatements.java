package fr.hubee.kernel.trace;

import io.opentelemetry.api.trace.Span;
import org.hibernate.BaseSessionEventListener;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Records the time of each statement of a session, if its request is traced, and writes the identifier of the request before it: only there,
 * since a different text must be prepared each time.
 */
public class TracedStatements extends BaseSessionEventListener implements StatementInspector {
    private static final long serialVersionUID = 1L;

    private transient Span running = Span.getInvalid();

    @Override
    public String inspect(String sql) {
        return Tracing.recording().map(recording -> named(recording, sql)).orElse(sql);
    }

    private static String named(Recording recording, String sql) {
        recording.prepared(sql);
        return WorkId.current()
                .filter(WorkId::isHarmless)
                .map(id -> "/* request=" + id + " */ " + sql)
                .orElse(sql);
    }

    @Override
    public void jdbcExecuteStatementStart() {
        running = Tracing.recording().map(Recording::beginStatement).orElseGet(Span::getInvalid);
    }

    @Override
    public void jdbcExecuteStatementEnd() {
        running.end();
    }

    @Override
    public void jdbcExecuteBatchStart() {
        jdbcExecuteStatementStart();
    }

    @Override
    public void jdbcExecuteBatchEnd() {
        jdbcExecuteStatementEnd();
    }
}
