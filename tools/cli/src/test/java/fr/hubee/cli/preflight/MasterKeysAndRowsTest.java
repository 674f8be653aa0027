package fr.hubee.cli.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.encryption.KeySet;
import fr.hubee.files.encryption.MasterKeyFile;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.operation.schema.Release;
import fr.hubee.operation.schema.SchemaMigration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks what {@code hubee preflight} and {@code hubee keys} say of master keys that rows of a database name. */
class MasterKeysAndRowsTest {
    static EmbeddedDatabase database;

    @TempDir
    Path folder;

    final KeySet keys = KeySet.fresh().withAnother();
    final String current = keys.current().name();
    final String second = keys.all().get(1).name();

    Map<String, String> settings;
    String said;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = EmbeddedDatabase.temporary(0);
        SchemaMigration.configuration(
                        MasterKeysAndRowsTest.class.getClassLoader(),
                        EmbeddedDatabase.USER,
                        Release.THIS,
                        SchemaMigration.LockRetries.USUAL)
                .dataSource(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD)
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void begin() throws SQLException, IOException {
        change("delete from data_key");
        settings = new HashMap<>(database.environment());
        settings.put("HUBEE_MASTER_KEY_FILE", file().toString());
        new MasterKeyFile(file()).write(keys);
    }

    Path file() {
        return folder.resolve("keys.json");
    }

    static void change(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void dataKeys(int number, String masterKey) throws SQLException {
        change("insert into data_key select substr(md5(random()::text), 1, 24), gen_random_uuid(), '" + masterKey
                + "', 'wrapped', now() from generate_series(1, " + number + ")");
    }

    int preflight() {
        var out = new ByteArrayOutputStream();
        int status = new SchemaCommand(source(), stream(out), Clock.systemUTC(), Duration.ofSeconds(10))
                .start(List.of("preflight"));
        said = out.toString(StandardCharsets.UTF_8);
        return status;
    }

    int keys(String... words) {
        var out = new ByteArrayOutputStream();
        int status = new KeysCommand(source(), stream(out)).start(List.of(words));
        said = out.toString(StandardCharsets.UTF_8);
        return status;
    }

    SettingSource source() {
        return new SettingSource(settings::get);
    }

    static PrintStream stream(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    void assertSaid(String text) {
        assertTrue(said.contains(text), said);
    }

    @Test
    void theCurrentKeyIsNamedWhereNoneIsMissing() throws SQLException {
        dataKeys(1, second);

        assertEquals(0, preflight(), () -> said);

        assertSaid("ok         the current master key is " + current);
    }

    @Test
    void anotherKeyThanThatOfTheRowsStandsInTheWay() throws SQLException {
        dataKeys(1, "17");

        assertEquals(1, preflight());

        assertSaid("NOT READY  files are encrypted with the master keys 17, which HUBEE_MASTER_KEY does not have");
    }

    @Test
    void soDoesNoKeyAtAllOnceFilesAreEncrypted() throws SQLException {
        settings.remove("HUBEE_MASTER_KEY_FILE");
        assertEquals(0, preflight(), () -> said);
        assertSaid("note       files are not encrypted: HUBEE_MASTER_KEY is not set");

        dataKeys(1, current);

        assertEquals(1, preflight());
        assertSaid("files are encrypted with the master keys " + current);
    }

    @Test
    void soDoesAFileThatCannotBeReadOrThatEverybodyMayRead() throws IOException {
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(1, preflight());
        assertSaid("NOT READY  The setting HUBEE_MASTER_KEY_FILE: ");

        Files.delete(file());
        assertEquals(1, preflight());
        assertSaid("NOT READY  The setting HUBEE_MASTER_KEY_FILE: ");

        settings.remove("HUBEE_MASTER_KEY_FILE");
        settings.put("HUBEE_MASTER_KEY", "no key set");
        assertEquals(1, preflight());
        assertSaid("NOT READY  The setting HUBEE_MASTER_KEY");
    }

    @Test
    void theStatusCountsTheRowsOfEachKey() throws SQLException {
        dataKeys(3, current);
        dataKeys(2, "17");

        assertEquals(0, keys("status"));

        assertEquals("""
                %s: 3 data keys (current)
                %s: 0 data keys, not in use yet: keys use %s, once all servers have this file
                17: 2 data keys, MISSING in this file
                """.formatted(current, second, second), said);
    }

    @Test
    void aFormerKeyThatNoRowUsesMayBeRemoved() throws SQLException {
        keys("use", second);
        dataKeys(3, second);

        assertEquals(0, keys("status"));

        assertEquals("""
                %s: 0 data keys, may be removed
                %s: 3 data keys (current)
                """.formatted(current, second), said);
    }

    @Test
    void aKeyThatRowsNeedIsNotRemoved() throws SQLException {
        dataKeys(1, second);

        assertEquals(1, keys("remove", second));
        assertSaid("REFUSED: data keys are still encrypted with " + second);
        assertEquals(2, new MasterKeyFile(file()).read().all().size());

        change("delete from data_key");
        assertEquals(0, keys("remove", second));
        assertEquals(current + " (current)\n", said);
        assertEquals(1, new MasterKeyFile(file()).read().all().size());
    }
}
