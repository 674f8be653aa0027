package fr.hubee.cli.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.operation.schema.Release;
import fr.hubee.operation.schema.SchemaMigration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks what {@code hubee preflight} says of a database of the previous release, and that it changes nothing. */
class PreflightTest {
    static EmbeddedDatabase database;

    String said;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = EmbeddedDatabase.temporary(0, Map.of("max_prepared_transactions", "2"));
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    /** Creates the database at the last migration of release 1. */
    @BeforeEach
    void begin() throws SQLException {
        change("drop schema public cascade; create schema public; grant usage, create on schema public to hubee");
        SchemaMigration.configuration(
                        getClass().getClassLoader(),
                        EmbeddedDatabase.USER,
                        Release.THIS,
                        SchemaMigration.LockRetries.USUAL)
                .dataSource(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD)
                .target("41")
                .load()
                .migrate();
    }

    private static void change(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String schema() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select max(version::int) from flyway_schema_history")) {
            rows.next();
            return "V" + rows.getString(1);
        }
    }

    private int run(Clock clock, String... arguments) {
        return run(clock, Duration.ofSeconds(10), arguments);
    }

    private int run(Clock clock, Duration longest, String... arguments) {
        return run(database.environment(), clock, longest, arguments);
    }

    private int run(Map<String, String> settings, String... arguments) {
        return run(settings, Clock.systemUTC(), Duration.ofSeconds(10), arguments);
    }

    private int run(Map<String, String> environment, Clock clock, Duration longest, String... arguments) {
        var out = new ByteArrayOutputStream();
        var settings = new SettingSource(environment::get);
        int status = new SchemaCommand(settings, new PrintStream(out, true, StandardCharsets.UTF_8), clock, longest)
                .start(List.of(arguments));
        said = out.toString(StandardCharsets.UTF_8);
        return status;
    }

    private int run(String... arguments) {
        return run(Clock.systemUTC(), arguments);
    }

    private void assertSaid(String text) {
        assertTrue(said.contains(text), said);
    }

    private static String newest() {
        var names = Path.of("../../hubee-ejb/src/main/resources/db/migration")
                .toFile()
                .list();
        return "V"
                + Stream.of(names)
                        .filter(name -> name.startsWith("V"))
                        .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                        .max()
                        .orElseThrow();
    }

    @Test
    void itSaysWhatComesAndChangesNothing() throws SQLException {
        assertEquals(0, run("preflight"), () -> said);

        assertSaid("it is V41, from before release 2");
        assertSaid("V42 releases");
        assertSaid("it takes writes");
        assertTrue(said.endsWith("Ready.\n"), said);
        assertEquals("V41", schema());
    }

    @Test
    void aDatabaseThatLetsNobodyInIsNamedWithItsSettings() {
        var settings = new HashMap<>(database.environment());
        settings.put("HUBEE_DB_NAME", "elsewhere");

        assertEquals(1, run(settings, "preflight"), () -> said);

        assertSaid("The database\n  NOT READY  ");
        assertSaid("/elsewhere, as hubee_owner: FATAL: database \"elsewhere\" does not exist (HUBEE_DB_HOST, ");
    }

    @Test
    void aClockThatIsOffStandsInTheWay() {
        assertEquals(1, run(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)), "preflight"));
        assertSaid("seconds behind that of the database, more than 30 seconds");
        assertSaid("Not ready: 1 obstacle.");
    }

    @Test
    void soDoesALaterReleaseThanTheNext() throws SQLException {
        run("migrate");
        change("insert into hubee_release values (9, 8)");

        assertEquals(1, run("preflight"));
        assertSaid("NOT READY  The database was brought up to date by release 9");
    }

    @Test
    void soDoesATransactionThatNobodyEnds() throws SQLException {
        change("begin; update process set version = version; prepare transaction 'forgotten'");
        try {
            assertEquals(1, run("preflight"));
            assertSaid("NOT READY  the prepared transaction forgotten is open since");
        } finally {
            change("rollback prepared 'forgotten'");
        }
    }

    @Test
    void soDoesALongTransactionOfTheServers() throws SQLException {
        try (var server =
                DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD)) {
            server.setAutoCommit(false);
            server.createStatement().execute("select count(*) from cases");

            assertEquals(1, run(Clock.systemUTC(), Duration.ZERO, "preflight"));
            assertSaid("(hubee, PostgreSQL JDBC Driver) has had a transaction open since");
            server.rollback();
        }
        assertEquals(0, run("preflight"), () -> said);
    }

    @Test
    void soDoesAMigrationThatWasEdited() throws SQLException {
        change("update flyway_schema_history set checksum = 1 where version = '41'");

        assertEquals(1, run("preflight"));
        assertSaid("Migration checksum mismatch for migration version 41");
    }

    @Test
    void soDoesAnOwnerWhoMayNotBringTheExtensionOfTheSearches() throws SQLException {
        change("revoke create on database hubee from hubee_owner");
        try {
            assertEquals(1, run("preflight"));
            assertSaid(
                    "NOT READY  the role hubee_owner may not bring the extension pg_trgm, by which télédossiers are searched: as a superuser, run « grant create on database hubee to hubee_owner »");
            assertEquals(1, run("migrate"));
            assertSaid("NOT READY  The schema is not migrated: the role hubee_owner may not bring");
            assertEquals("V41", schema());
        } finally {
            change("grant create on database hubee to hubee_owner");
        }
        assertEquals(0, run("migrate"), () -> said);
        change("revoke create on database hubee from hubee_owner");
        try {
            assertEquals(0, run("preflight"), () -> said);
        } finally {
            change("grant create on database hubee to hubee_owner");
        }
    }

    @Test
    void soDoesADatabaseThatDoesNotAnswer() {
        var nowhere = new SettingSource(Map.of("HUBEE_DB_PORT", "1")::get);
        assertEquals(
                1,
                new SchemaCommand(nowhere, System.out, Clock.systemUTC(), Duration.ZERO).start(List.of("preflight")));
    }

    @Test
    void itTriesTheMigrationsOnACopyOnly() throws SQLException {
        assertEquals(2, run("preflight", "--try"));
        assertSaid("say so with --copy");
        assertEquals("V41", schema());

        try (var server = DriverManager.getConnection(
                database.url() + "?ApplicationName=hubee", EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD)) {
            assertEquals(1, run("preflight", "--try", "--copy"));
            assertSaid("Servers of HubEE use this database (1 connections): it is no copy");
            assertFalse(server.isClosed());
        }
        assertEquals("V41", schema());

        assertEquals(0, run("preflight", "--try", "--copy"), () -> said);
        assertSaid("V42 releases: 0.");
        assertEquals(newest(), schema());
    }

    @Test
    void migrateDoesWhatAStartWouldDo() throws SQLException {
        assertEquals(0, run("migrate"), () -> said);

        assertSaid("The schema is " + newest() + ".");
        assertEquals(newest(), schema());
        assertEquals(0, run("migrate"), () -> said);
        assertSaid("Migrations: 0,");
    }

    @Test
    void settingsThatNobodyKnowsAreNamed() {
        var out = new ByteArrayOutputStream();
        var findings = new Findings(new PrintStream(out, true, StandardCharsets.UTF_8));

        SettingFindings.sayUnknown(
                Set.of("HUBEE_KEY", "HUBEE_S3_SECRET_KEY_FILE", "HUBEE_BEHIND_PROXY", "PATH"), findings);

        said = out.toString(StandardCharsets.UTF_8);
        assertSaid("HUBEE_BEHIND_PROXY is not known");
        assertFalse(said.contains("HUBEE_KEY") || said.contains("HUBEE_S3") || said.contains("PATH is"), said);
        assertEquals(0, findings.end());
    }
}
