package fr.hubee.kernel.database;

import fr.hubee.kernel.database.Invalidation.Subject;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.trace.OncePerMinute;
import fr.hubee.kernel.trace.PeriodicTask;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Receives the announcements of other nodes, on a thread and a connection of its own. After a loss of that connection, one may have been
 * missed: everything is forgotten, and nothing is cached until it listens again.
 */
@Startup
@Singleton
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN) // it has none
public class InvalidationListener {
    private static final System.Logger LOG = System.getLogger(InvalidationListener.class.getName());

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /** Pause before it connects again. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final OncePerMinute losses = new OncePerMinute();
    private final PeriodicTask listening = new PeriodicTask(PAUSE, this::listen, this::lost);

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource database;

    /** The threads of the executor are few, and this one never ends. */
    @Resource
    ManagedThreadFactory threads;

    @Inject
    Event<Invalidation> invalidations;

    @Inject
    InvalidationLease lease;

    @Inject
    Clock clock;

    @PostConstruct
    void start() {
        listening.start(threads);
    }

    @PreDestroy
    void stop() {
        listening.close();
    }

    /** Listens until the connection is lost, or the server stops. */
    private void listen() {
        try (var connection = new ListeningConnection(database.getConnection())) {
            connection.listen();
            while (!listening.isEnded()) {
                prove(connection);
            }
        } catch (SQLException gone) {
            lost(gone);
        } finally {
            lease.end();
            for (var subject : Subject.values()) {
                invalidations.fire(new Invalidation(subject, null));
            }
        }
    }

    private void lost(Throwable reason) {
        losses.next(clock.instant())
                .ifPresent(unsaid -> LOG.log(
                        Level.WARNING,
                        "What other nodes change is not heard now, so nothing is answered from memory: {0} ({1} more)",
                        reason.toString(),
                        unsaid));
    }

    /** Sends a heartbeat, and receives announcements until the next one. */
    private void prove(ListeningConnection connection) throws SQLException {
        var heard = new AtomicBoolean();
        long sent = lease.now();
        connection.beat(sent);
        for (long left = HEARTBEAT.toMillis(); left > 0; left = leftSince(sent)) {
            connection.receive(
                    Math.toIntExact(left),
                    moment -> {
                        lease.renew(moment);
                        heard.set(true);
                    },
                    invalidations::fire);
        }
        if (!heard.get()) {
            throw new SQLException("the heartbeat did not come back: does a pooler share this session?");
        }
    }

    /** Returns the remaining time in milliseconds. */
    private long leftSince(long sent) {
        return TimeUnit.NANOSECONDS.toMillis(HEARTBEAT.toNanos() - (lease.now() - sent));
    }

    /** A connection that receives announcements. It is taken from the pool, and never given back: it would still receive them. */
    private static final class ListeningConnection implements AutoCloseable {
        /** Time limit of the server's answer: it detects a network that drops everything. */
        private static final Duration ANSWER = Duration.ofSeconds(5);

        private final Connection connection;

        /** Channel that no other node listens to. */
        private final String heartbeat = "heartbeat_" + UuidV7.next().toString().replace('-', '_');

        /** @param connection without a transaction */
        ListeningConnection(Connection connection) {
            this.connection = connection;
        }

        void listen() throws SQLException {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(ANSWER.toMillis()));
            var channels = Stream.concat(
                            Stream.of(heartbeat), Stream.of(Subject.values()).map(Subject::channel))
                    .toList();
            try (var statement = connection.createStatement()) {
                for (var channel : channels) {
                    statement.execute("listen " + channel);
                }
            }
        }

        /** Sends a heartbeat; it comes back with the same moment. */
        void beat(long moment) throws SQLException {
            try (var announce = connection.prepareStatement("select pg_notify(?, ?)")) {
                announce.setString(1, heartbeat);
                announce.setString(2, String.valueOf(moment));
                announce.execute();
            }
        }

        /**
         * Passes on the announcements, in the order of the commits; waits for the first one.
         *
         * @param longest positive, in milliseconds
         */
        void receive(int longest, LongConsumer heartbeats, Consumer<Invalidation> changes) throws SQLException {
            for (var each : connection.unwrap(PGConnection.class).getNotifications(longest)) {
                if (each.getName().equals(heartbeat)) {
                    heartbeats.accept(Long.parseLong(each.getParameter()));
                } else {
                    changes.accept(new Invalidation(Subject.ofChannel(each.getName()), each.getParameter()));
                }
            }
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                connection.abort(Runnable::run);
            }
        }
    }
}
