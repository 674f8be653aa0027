package fr.hubee.cli.preflight;

import fr.hubee.cli.ExitCode;
import fr.hubee.kernel.settings.Probe;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingsCheck;
import fr.hubee.kernel.shared.SystemClock;
import fr.hubee.operation.schema.MigrationLock;
import fr.hubee.operation.schema.Release;
import fr.hubee.operation.schema.ReleaseGate;
import fr.hubee.operation.schema.SchemaMigration;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.api.FlywayException;

/** The commands of {@code bin/hubee} on the schema: {@code preflight} only checks, {@code migrate} changes it. */
public final class SchemaCommand {
    /** Strong references: otherwise the loggers, with their level, could be garbage-collected. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("org.postgresql"));

    private static final Duration LOCK_TIMEOUT = Duration.ofHours(1);
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(10);
    private static final Duration LONGEST_PROBE = Duration.ofSeconds(15);

    private final DatabaseAddress address;
    private final SettingSource settings;
    private final PrintStream out;
    private final Clock clock;
    private final Duration longestTransaction;
    private final Iterable<SettingsCheck> checks;
    private final Iterable<Probe> probes;

    /** Looks at the database only. */
    SchemaCommand(SettingSource settings, PrintStream out, Clock clock, Duration longestTransaction) {
        this(settings, out, clock, longestTransaction, List.of(), List.of());
    }

    SchemaCommand(
            SettingSource settings,
            PrintStream out,
            Clock clock,
            Duration longestTransaction,
            Iterable<SettingsCheck> checks,
            Iterable<Probe> probes) {
        this.address = new DatabaseAddress(settings);
        this.settings = settings;
        this.out = out;
        this.clock = clock;
        this.longestTransaction = longestTransaction;
        this.checks = checks;
        this.probes = probes;
    }

    public static int run(List<String> arguments) {
        QUIET.forEach(log -> log.setLevel(Level.SEVERE));
        return new SchemaCommand(
                        SettingSource.ofThisServer(),
                        System.out,
                        SystemClock.get(),
                        LONGEST_TRANSACTION,
                        ServiceLoader.load(SettingsCheck.class),
                        ServiceLoader.load(Probe.class))
                .start(arguments);
    }

    int start(List<String> arguments) {
        try {
            var options = Set.copyOf(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
            var command = arguments.isEmpty() ? "" : arguments.get(0);
            if (command.equals("preflight") && options.isEmpty()) {
                return inspect().end();
            } else if (command.equals("preflight") && options.equals(Set.of("--try", "--copy"))) {
                return tryOut();
            } else if (command.equals("migrate") && options.isEmpty()) {
                return migrate();
            }
            out.println(
                    options.contains("--try")
                            ? "--try changes the database: it is for a copy only, say so with --copy."
                            : "Usage: preflight [--try --copy] | migrate");
            return ExitCode.NOT_UNDERSTOOD;
        } catch (SQLException | IOException | FlywayException | IllegalStateException failure) {
            out.println("NOT READY  " + first(failure));
            return ExitCode.BAD;
        }
    }

    /** Flyway's messages have many lines; the cause is in the first ones. */
    private static String first(Exception failed) {
        return String.valueOf(failed.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .limit(6)
                .reduce((a, b) -> a + "\n           " + b)
                .orElse(failed.toString());
    }

    private Findings inspect() throws IOException {
        var findings = new Findings(out);
        out.println("Release " + Release.THIS.number() + " of HubEE, for the database " + address);
        SettingFindings.say(checks, settings, System.getenv().keySet(), findings);
        new Surroundings(probes, settings, findings, LONGEST_PROBE).say();
        var configuration = ServerConfiguration.read(System.getenv());
        if (configuration.isPresent()) {
            var outside = OutsideAddresses.ofThisMachine();
            new ApplicationPorts(configuration.get(), outside).say(findings);
            new ManagementPort(configuration.get(), outside).say(findings);
        }
        try {
            lookAtDatabase(findings);
        } catch (SQLException | FlywayException | IllegalStateException failure) {
            findings.obstacle(first(failure));
        }
        return findings;
    }

    private void lookAtDatabase(Findings findings) throws SQLException {
        try (var connection = connect(findings)) {
            connection.setReadOnly(true);
            new DatabaseFacts(connection, findings).say();
            new ComingMigrations(connection, address, findings).say();
            new Obstacles(connection, address, findings, settings, clock, longestTransaction).say();
            new MasterKeyFindings(connection, settings, findings).say();
        }
    }

    private Connection connect(Findings findings) throws SQLException {
        try {
            return address.readOnly().getConnection();
        } catch (SQLException refused) {
            findings.title("The database");
            throw new SQLException(
                    "%s, as %s: %s (HUBEE_DB_HOST, HUBEE_DB_PORT, HUBEE_DB_NAME, HUBEE_DB_OWNER and HUBEE_DB_OWNER_PASSWORD, or without them HUBEE_DB_USER and HUBEE_DB_PASSWORD)"
                            .formatted(address, address.ownerRole(), refused.getMessage()),
                    refused);
        }
    }

    /** On a copy: migrates as a start would, and prints the time of each migration. */
    private int tryOut() throws SQLException {
        try (var connection = address.readOnly().getConnection()) {
            var users = DatabaseFacts.sessionsOfServers(connection);
            if (users > 0) {
                throw new IllegalStateException(
                        "Servers of HubEE use this database (%d connections): it is no copy. Nothing was tried"
                                .formatted(users));
            }
        }
        return migrate();
    }

    /** Migrates as a start would, without its time limits; servers of the previous release continue meanwhile. */
    private int migrate() throws SQLException {
        var owner = address.owner();
        try (var lock = MigrationLock.take(owner, LOCK_TIMEOUT)) {
            new ReleaseGate(lock.connection(), Release.THIS).require("");
            var retries = SchemaMigration.LockRetries.USUAL;
            var configuration = SchemaMigration.configuration(
                    Thread.currentThread().getContextClassLoader(), address.applicationRole(), Release.THIS, retries);
            long start = System.nanoTime();
            var result = new SchemaMigration(owner, configuration, retries).migrate();
            for (var each : result.migrations) {
                out.printf("V%s %s: %.1f s%n", each.version, each.description, each.executionTime / 1000.0);
            }
            out.printf(
                    "Migrations: %d, in %.1f s with what follows them. The schema is V%s.%n",
                    result.migrationsExecuted,
                    (System.nanoTime() - start) / 1e9,
                    result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion);
            return ExitCode.GOOD;
        }
    }
}
