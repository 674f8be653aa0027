package fr.hubee.operation.schema;

import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.trace.OncePerMinute;
import fr.hubee.kernel.trace.PeriodicTask;
import fr.hubee.operation.schema.ReleaseGate.RunningNode;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Migrates the schema to the version of this release, before anything uses it; or refuses to start, if this release must not run on
 * this database now, or if the clock of this server is wrong.
 *
 * <p>The tables belong to the role of a data source that only this class uses; the application's role has only the
 * privileges that it needs on each table.
 */
@Startup
@Singleton
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {
    /** Time limit for the turn: the server itself waits five minutes for its start. */
    private static final Duration LOCK_TIMEOUT = Duration.ofMinutes(4);

    @Resource(lookup = "java:jboss/datasources/HubeeSchemaDS")
    DataSource owner;

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource application;

    @Inject
    NodePresence presence;

    @Inject
    ServerClock clock;

    @PostConstruct
    void migrate() {
        try (var lock = MigrationLock.take(owner, LOCK_TIMEOUT)) {
            clock.require(lock.connection());
            new ReleaseGate(lock.connection(), Release.THIS).require(presence.node());
            var retries = SchemaMigration.LockRetries.USUAL;
            var configuration = SchemaMigration.configuration(
                    getClass().getClassLoader(), applicationRole(), Release.THIS, retries);
            new SchemaMigration(owner, configuration, retries).migrate();
            presence.begin(); // whoever comes next sees it
        } catch (SQLException failure) {
            throw new IllegalStateException("The database does not answer", failure);
        }
    }

    @PreDestroy
    void leave() {
        presence.end();
    }

    private String applicationRole() throws SQLException {
        try (var connection = application.getConnection()) {
            return connection.getMetaData().getUserName();
        }
    }

    /** Records in the database that this server runs, and its release, until it stops; and checks the clock meanwhile. */
    @ApplicationScoped
    static class NodePresence {
        private static final System.Logger LOG = System.getLogger(NodePresence.class.getName());

        @Resource(lookup = "java:jboss/datasources/HubeeDS")
        DataSource application;

        @Resource
        ManagedThreadFactory threads;

        @Inject
        DatabaseSettings settings;

        @Inject
        ServerClock clock;

        @Inject
        OutageLog outages;

        private PeriodicTask saying;

        String node() {
            return settings.node();
        }

        private RunningNode mine() {
            return new RunningNode(node(), Release.THIS.number());
        }

        void begin() throws SQLException {
            say();
            saying = new PeriodicTask(RunningNode.EVERY, this::sayAgain, this::failed);
            saying.start(threads);
        }

        private void say() throws SQLException {
            try (var connection = application.getConnection()) {
                mine().say(connection);
                clock.warning(connection).ifPresent(text -> LOG.log(Level.WARNING, text));
            }
        }

        private void sayAgain() {
            try {
                say();
            } catch (SQLException gone) {
                failed(gone);
            }
        }

        private void failed(Throwable failure) {
            if (!outages.met(failure)) {
                LOG.log(Level.WARNING, "This server could not say that it runs: {0}", failure.toString());
            }
        }

        void end() {
            if (saying == null) {
                return; // it has not started
            }
            saying.close();
            try (var connection = application.getConnection()) {
                mine().leave(connection);
            } catch (SQLException gone) {
                LOG.log(Level.DEBUG, "It is gone from the list a minute later", gone);
            }
        }
    }

    /**
     * Checks the clock of each server: with different clocks, tokens, sessions and jobs of one would be expired for another. A server whose
     * clock differs from that of the database does not start; a running one logs it, and continues: the database's clock may be the wrong one.
     */
    @Dependent
    static class ServerClock {
        private final OncePerMinute said = new OncePerMinute();

        private final Clock clock;
        private final DatabaseSettings settings;

        @Inject
        ServerClock(Clock clock, DatabaseSettings settings) {
            this.clock = clock;
            this.settings = settings;
        }

        /** @throws IllegalStateException if it is wrong */
        void require(Connection connection) throws SQLException {
            var difference = ClockDifference.measure(connection, clock);
            if (difference.exceeds(settings.clockTolerance())) {
                throw new IllegalStateException(difference
                        + ": this server does not start with a difference of more than %d seconds. Synchronise the clocks of all machines (chronyc tracking), then start it again"
                                .formatted(settings.clockTolerance().toSeconds()));
            }
        }

        /** Returns the warning to log: once a minute, as long as the clock is wrong. */
        Optional<String> warning(Connection connection) throws SQLException {
            var difference = ClockDifference.measure(connection, clock);
            if (!difference.exceeds(settings.clockTolerance())) {
                said.over();
                return Optional.empty();
            }
            return said.next(clock.instant()).isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "HUBEE-CLOCK-OFF " + difference
                                    + ": what one server makes may be expired for another. Synchronise the clocks of all machines");
        }
    }
}
