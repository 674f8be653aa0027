package fr.hubee.operation.schema;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Brings the schema to the version of a release. No migration waits long for a lock: it gives up, so that others can continue, and tries
 * again a few times.
 */
public final class SchemaMigration {
    /** @param lockTimeout how long one may wait for a lock, while everybody else waits behind it */
    public record LockRetries(Duration lockTimeout, int tries, Duration pause) {
        public static final LockRetries USUAL = new LockRetries(Duration.ofSeconds(4), 8, Duration.ofSeconds(6));
    }

    private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());
    /** The state of a migration that did not get its lock in time. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource owner;
    private final Flyway flyway;
    private final LockRetries retries;

    public SchemaMigration(DataSource owner, FluentConfiguration configuration, LockRetries retries) {
        this.owner = owner;
        this.retries = retries;
        this.flyway = configuration
                .dataSource(owner)
                .initSql("set lock_timeout = '%d ms'"
                        .formatted(retries.lockTimeout().toMillis()))
                .load();
    }

    /** @param applicationRole gets its rights on the tables */
    public static FluentConfiguration configuration(
            ClassLoader loader, String applicationRole, Release release, LockRetries retries) {
        var configuration = Flyway.configure(loader)
                .locations("classpath:db/migration")
                .placeholders(Map.of(
                        "application",
                        applicationRole,
                        "release",
                        String.valueOf(release.number()),
                        "oldest_release",
                        String.valueOf(release.oldest()),
                        "lock_timeout",
                        retries.lockTimeout().toMillis() + " ms"))
                .baselineOnMigrate(true) // the server's own tables (jobs, timers) may already exist
                .baselineVersion("0")
                .ignoreMigrationPatterns("*:future") // those of the next release: see ReleaseGate
                .callbacks(new UnhurriedMigrations())
                .mixed(true); // an index that is made concurrently says first how long it may wait
        // a lock of a transaction would be waited for by an index that is made concurrently
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration;
    }

    /**
     * @throws IllegalStateException if a right or an extension is missing, or others hold locks for too long; migrations done until then
     *     stay, and work
     */
    public MigrateResult migrate() throws SQLException {
        requireTrigrams();
        for (int tried = 1; ; tried++) {
            try {
                forgetHalves();
                return flyway.migrate();
            } catch (FlywayException failure) {
                if (!isBlocked(failure)) {
                    throw failure;
                }
                var locks = holders();
                if (tried >= retries.tries()) {
                    throw new IllegalStateException(gaveUp(locks), failure);
                }
                LOG.log(Level.WARNING, "A migration waited in vain for a lock, and is tried again: {0}", locks);
                LockSupport.parkNanos(retries.pause().toNanos());
            }
        }
    }

    private void requireTrigrams() throws SQLException {
        try (var connection = owner.getConnection()) {
            var obstacle = TrigramExtension.obstacle(connection);
            if (obstacle.isPresent()) {
                throw new IllegalStateException("The schema is not migrated: " + obstacle.get());
            }
        }
    }

    private String gaveUp(String locks) {
        return "A migration gave up: %d times it waited %d ms for a lock. Nothing is lost, the servers that run go on, and this one does not start. End what holds the lock, or wait for it, and start this server again: %s"
                .formatted(retries.tries(), retries.lockTimeout().toMillis(), locks);
    }

    /**
     * Removes the rows of failed migrations. A migration without a transaction leaves such a row; it begins by removing its own remains,
     * and runs again.
     */
    private void forgetHalves() throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
            if (rows.next() && rows.getBoolean(1)) {
                statement.executeUpdate("delete from flyway_schema_history where not success");
            }
        }
    }

    /** Lets a migration take its time, such as for an index of a large table, on a connection that otherwise has a short time limit. */
    static final class UnhurriedMigrations extends BaseCallback {
        private static final System.Logger LOG = System.getLogger(UnhurriedMigrations.class.getName());

        private int usual;

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE
                    || event == Event.AFTER_EACH_MIGRATE
                    || event == Event.AFTER_EACH_MIGRATE_ERROR;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            var connection = context.getConnection();
            try {
                if (event == Event.BEFORE_EACH_MIGRATE) {
                    usual = connection.getNetworkTimeout();
                    connection.setNetworkTimeout(Runnable::run, 0);
                } else {
                    connection.setNetworkTimeout(Runnable::run, usual); // others take it from the pool next
                }
            } catch (SQLException gone) {
                LOG.log(Level.DEBUG, "The migration itself tells that its connection is lost", gone);
            }
        }
    }

    private static boolean isBlocked(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(cause -> LOCK_NOT_AVAILABLE.equals(cause.getSQLState()));
    }

    /**
     * Returns the sessions that hold locks on tables now, as text: they include those that blocked the migration, unless these have just
     * ended.
     */
    private String holders() throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select format('pid %s (%s, %s) on %s', l.pid, a.usename, a.application_name,
                            string_agg(distinct c.relname, ', ' order by c.relname))
                        from pg_locks l
                        join pg_class c on c.oid = l.relation and c.relkind in ('r', 'p')
                            and c.relnamespace = to_regnamespace(current_schema())
                        join pg_stat_activity a on a.pid = l.pid
                        where l.granted and l.pid <> pg_backend_pid() and a.datname = current_database()
                        group by l.pid, a.usename, a.application_name order by min(a.xact_start) nulls last limit 5""")) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all.isEmpty() ? "nobody holds one now" : String.join("; ", all);
        }
    }
}
