package fr.hubee.operation.schema;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Brings the schema to the version of a release. No migration waits long for a lock: it gives up, so that others can continue, and tries
 * again a few times.
 */
public final class SchemaMigration {
    /** @param lockTimeout how long one may wait for a lock, while everybody else waits behind it */
    public record Patience(Duration lockTimeout, int tries, Duration pause) {
        public static final Patience USUAL = new Patience(Duration.ofSeconds(4), 8, Duration.ofSeconds(6));
    }

    private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());

    private final DataSource owner;
    private final Flyway flyway;
    private final Patience patience;

    public SchemaMigration(DataSource owner, FluentConfiguration configuration, Patience patience) {
        this.owner = owner;
        this.patience = patience;
        this.flyway = configuration
                .dataSource(owner)
                .initSql("set lock_timeout = '%d ms'"
                        .formatted(patience.lockTimeout().toMillis()))
                .load();
    }

    /** @param applicationRole gets its rights on the tables */
    public static FluentConfiguration configuration(
            ClassLoader loader, String applicationRole, Release release, Patience patience) {
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
                        patience.lockTimeout().toMillis() + " ms"))
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
            } catch (FlywayException failed) {
                var blocked = BlockedMigration.from(failed);
                if (blocked.isEmpty()) {
                    throw failed;
                }
                var locks = tellLocks();
                if (tried >= patience.tries()) {
                    throw new IllegalStateException(gaveUp(locks), failed);
                }
                LOG.log(Level.WARNING, "A migration waited in vain for a lock, and is tried again: {0}", locks);
                LockSupport.parkNanos(patience.pause().toNanos());
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
                .formatted(patience.tries(), patience.lockTimeout().toMillis(), locks);
    }

    private String tellLocks() throws SQLException {
        try (var connection = owner.getConnection()) {
            return BlockedMigration.holders(connection);
        }
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
}
