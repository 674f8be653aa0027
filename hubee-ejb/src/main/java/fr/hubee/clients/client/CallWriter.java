package fr.hubee.clients.client;

import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.database.RowByRow;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.ColumnText;
import fr.hubee.kernel.trace.OncePerMinute;
import fr.hubee.kernel.trace.PeriodicTask;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Writes the recent calls once a second, all in one statement, and their numbers more rarely. While the database is away, the newest ones are lost. */
@Startup
@Singleton
@DependsOn("DatabaseMigration") // without its table nothing can be written
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN) // each statement is a transaction
public class CallWriter {
    private static final System.Logger LOG = System.getLogger(CallWriter.class.getName());

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final int AT_ONCE = 2_000;

    private static final int LONGEST_DETAIL = 1000;
    private static final PartnerInfo SILENT = new PartnerInfo(null, null, null);

    /** Skips clients that are gone. */
    private static final String WRITE = """
            insert into api_call (client_id, ended_at, request_id, operation, path, status, reason, message, detail, took, received, sent,
                editor_name, application_name, software_version, missing_files)
            select c.client_id, f.ended_at, f.request_id, f.operation, f.path, f.status, f.reason, f.message, f.detail,
                f.took, f.received, f.sent, f.editor, f.application, f.version, f.missing_files
            from unnest(?::varchar[], ?::timestamptz[], ?::varchar[], ?::varchar[], ?::varchar[], ?::smallint[], ?::varchar[], ?::varchar[], ?::varchar[],
                    ?::integer[], ?::bigint[], ?::bigint[], ?::varchar[], ?::varchar[], ?::varchar[], ?::integer[])
                as f (client_id, ended_at, request_id, operation, path, status, reason, message, detail, took, received, sent, editor, application, version, missing_files)
                join api_client c on c.client_id = f.client_id""";

    private static final Duration PAUSE_OF_COUNTS = Duration.ofSeconds(10);

    private static final String COUNT = """
            insert into api_call_hour (client_id, hour, calls, refused)
            select c.client_id, date_trunc('hour', ?::timestamptz), f.calls, f.refused
            from unnest(?::varchar[], ?::bigint[], ?::bigint[]) as f (client_id, calls, refused)
                join api_client c on c.client_id = f.client_id
            order by c.client_id
            on conflict (client_id, hour) do update
                set calls = api_call_hour.calls + excluded.calls, refused = api_call_hour.refused + excluded.refused""";

    private final OncePerMinute failures = new OncePerMinute();
    private final PeriodicTask rounds = new PeriodicTask(PAUSE, this::round, this::failed);

    private Instant counted = Instant.EPOCH;

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    RecentCalls recent;

    @Inject
    OutageLog outages;

    @Inject
    Clock clock;

    @PostConstruct
    void start() {
        rounds.start(threads);
    }

    @PreDestroy
    void stop() {
        rounds.close();
        counted = Instant.EPOCH;
        round(); // those of the last second
    }

    private void round() {
        for (var calls = recent.take(AT_ONCE); !calls.isEmpty(); calls = recent.take(AT_ONCE)) {
            try {
                RowByRow.write(calls, this::write, this::failed);
            } catch (SQLException failure) {
                failed(failure);
            }
        }
        var now = clock.instant();
        if (Duration.between(counted, now).abs().compareTo(PAUSE_OF_COUNTS) >= 0) {
            counted = now;
            count(now);
        }
    }

    private void count(Instant now) {
        var counts = recent.takeCounted();
        if (counts.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, now.toString());
            statement.setArray(2, texts(connection, counts.keySet().stream()));
            statement.setArray(3, texts(connection, counts.values().stream().map(RecentCalls.Count::calls)));
            statement.setArray(4, texts(connection, counts.values().stream().map(RecentCalls.Count::refused)));
            statement.executeUpdate();
        } catch (SQLException failure) {
            failed(failure);
        }
    }

    private static Array texts(Connection connection, Stream<?> values) throws SQLException {
        return connection.createArrayOf(
                "text",
                values.map(each -> each == null ? null : each.toString()).toArray());
    }

    private void write(List<ApiCall> calls) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(WRITE)) {
            int column = 0;
            for (var value : List.<Function<ApiCall, Object>>of(
                    ApiCall::clientId,
                    ApiCall::endedAt,
                    ApiCall::requestId,
                    ApiCall::operation,
                    ApiCall::path,
                    ApiCall::status,
                    ApiCall::reason,
                    ApiCall::message,
                    CallWriter::detail,
                    ApiCall::took,
                    ApiCall::received,
                    ApiCall::sent,
                    call -> software(call).editorName(),
                    call -> software(call).applicationName(),
                    call -> software(call).softwareVersion(),
                    ApiCall::missingFiles)) {
                column++;
                statement.setArray(column, texts(connection, calls.stream().map(value)));
            }
            statement.executeUpdate();
        }
    }

    private static String detail(ApiCall call) {
        return call.detail() == null ? null : ColumnText.fit(call.detail().text(), LONGEST_DETAIL);
    }

    private static PartnerInfo software(ApiCall call) {
        return call.software() == null ? SILENT : call.software();
    }

    private void failed(Throwable failure) {
        if (!outages.met(failure)) {
            failures.next(clock.instant())
                    .ifPresent(unsaid -> LOG.log(
                            Level.WARNING, "Calls could not be written: {0} ({1} more)", failure.toString(), unsaid));
        }
    }
}
