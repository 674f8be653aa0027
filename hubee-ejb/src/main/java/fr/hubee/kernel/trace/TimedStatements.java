package fr.hubee.kernel.trace;

import io.opentelemetry.api.trace.Span;
import org.hibernate.BaseSessionEventListener;

/** Records the time of each statement of a session, if its request is traced. */
public class TimedStatements extends BaseSessionEventListener {
    private static final long serialVersionUID = 1L;

    private transient Span running = Span.getInvalid();

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
