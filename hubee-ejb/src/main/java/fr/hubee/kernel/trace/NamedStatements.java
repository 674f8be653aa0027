package fr.hubee.kernel.trace;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Writes the identifier of the request before its statements, where the request is traced: only there, since a different text must be
 * prepared each time.
 */
public class NamedStatements implements StatementInspector {
    private static final long serialVersionUID = 1L;

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
}
