package fr.hubee.operation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Checks on a real database that migrations yield to other transactions, and that an interrupted index is made again. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SchemaMigrationTest {
    static final Duration SHORT = Duration.ofMillis(300);
    static final String WAITING = "select count(*) from pg_locks where not granted";
    static final String INDEX = """
            set lock_timeout = '%s';
            drop index concurrently if exists town_by_name;
            create index concurrently town_by_name on town (name);
            """;
    static final String VALID = "select indisvalid from pg_index where indexrelid = to_regclass('town_by_name')";

    static EmbeddedDatabase database;

    @TempDir
    Path folder;

    OwnSchema schema;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = EmbeddedDatabase.temporary(0);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void begin() throws Exception {
        schema = new OwnSchema(database, folder).write("V1__town.sql", "create table town (name text)");
        migrate(1);
    }

    private void migrate(int tries) throws SQLException {
        schema.migration(SHORT, tries).migrate();
    }

    private CompletableFuture<Void> migrating(int tries) {
        return CompletableFuture.runAsync(() -> {
            try {
                migrate(tries);
            } catch (SQLException failure) {
                throw new CompletionException(failure);
            }
        });
    }

    private void awaitWaiting(boolean so) throws SQLException {
        schema.await(WAITING, many -> many.equals("0") != so);
    }

    @Test
    void aMigrationThatWaitsInVainGivesUpAndNamesWhoHoldsTheLock() throws Exception {
        schema.write("V2__mayor.sql", "alter table town add mayor text");

        try (var other = schema.transaction("select count(*) from town")) {
            var refused = assertThrows(IllegalStateException.class, () -> migrate(2));

            assertTrue(
                    refused.getMessage().startsWith("A migration gave up: 2 times it waited 300 ms"),
                    refused::getMessage);
            assertTrue(
                    refused.getMessage().contains("hubee_owner, PostgreSQL JDBC Driver) on town"), refused::getMessage);
            other.rollback();
        }
        migrate(1);
        assertEquals("", schema.text("select mayor from town"));
    }

    @Test
    void itTriesAgainUntilTheOtherEnds() throws Exception {
        schema.write("V2__mayor.sql", "alter table town add mayor text");

        try (var other = schema.transaction("select count(*) from town")) {
            var migrating = migrating(200);
            awaitWaiting(true);
            awaitWaiting(false); // it has given way
            awaitWaiting(true);
            other.rollback();
            migrating.get(1, TimeUnit.MINUTES);
        }
        assertEquals("", schema.text("select mayor from town"));
    }

    @Test
    void anIndexIsMadeWhileALongTransactionAndOthersWrite() throws Exception {
        schema.write("V2__index.sql", INDEX.formatted("1 min"));

        try (var other = schema.transaction("insert into town values ('Valbourg')")) {
            var migrating = migrating(1);
            schema.await(VALID, "f"::equals);
            schema.change("set lock_timeout = '2s'; insert into town values ('Clairmont')");
            assertTrue(!migrating.isDone(), "it waits for the long transaction");
            other.commit();
            migrating.get(1, TimeUnit.MINUTES);
        }
        assertEquals("t", schema.text(VALID));
        assertEquals("2", schema.text("select count(*) from town"));
    }

    @Test
    void theTimeoutOfAnIndexEndsWithIt() throws Exception {
        schema.writeCallback()
                .write("V2__index.sql", INDEX.formatted("1 min"))
                .write("V3__seen.sql", "create table seen as select current_setting('lock_timeout') as patience");

        migrate(1);

        assertEquals("300ms", schema.text("select patience from seen"));
    }

    @Test
    void anIndexThatWaitedInVainIsInvalidAndMadeAgainByTheNextStart() throws Exception {
        schema.write("V2__index.sql", INDEX.formatted("1 s"));

        try (var other = schema.transaction("insert into town values ('Valbourg')")) {
            assertThrows(IllegalStateException.class, () -> migrate(1));
            assertEquals("f", schema.text(VALID));
            other.commit();
        }
        migrate(1);
        assertEquals("t", schema.text(VALID));
    }

    @Test
    void soIsOneWhoseServerDied() throws Exception {
        schema.write("V2__index.sql", INDEX.formatted("1 min"));

        try (var other = schema.transaction("insert into town values ('Valbourg')")) {
            var migrating = migrating(1);
            schema.await(VALID, "f"::equals);
            schema.text("""
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                    where query like 'create index concurrently%'""");
            assertTrue(
                    assertThrows(Exception.class, () -> migrating.get(1, TimeUnit.MINUTES))
                                    .getCause()
                            instanceof FlywayException);
            assertEquals("f", schema.text(VALID));
            other.commit();
        }
        migrate(1);
        assertEquals("t", schema.text(VALID));
    }

    /** The second one runs in no transaction, like an index that is made concurrently. */
    @Test
    void aMigrationTakesLongerThanTheDatabaseIsElseWaitedFor() throws Exception {
        var slow = "create table %s as select 1 as one from pg_sleep(1.5)";
        schema.answering(1)
                .write("V2__slow.sql", slow.formatted("slow"))
                .write("V3__slower.sql", INDEX.formatted("1 min") + "select pg_sleep(1.5);");

        migrate(1);

        assertEquals("3", schema.text("select max(version::int) from flyway_schema_history where success"));
        assertEquals("t", schema.text(VALID));
        assertThrows(SQLException.class, () -> schema.text("select pg_sleep(1.5)"), "all else is not waited for");
    }

    @Test
    void whatTheNextReleaseHasDoneIsLeftAlone() throws Exception {
        schema.write("V2__mayor.sql", "alter table town add mayor text");
        migrate(1);
        Files.delete(folder.resolve("V2__mayor.sql"));

        migrate(1);

        assertEquals("2", schema.text("select max(version::int) from flyway_schema_history"));
    }
}
