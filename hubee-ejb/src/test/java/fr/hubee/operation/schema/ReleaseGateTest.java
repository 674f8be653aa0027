package fr.hubee.operation.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.operation.schema.ReleaseGate.RunningNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Checks that a release runs beside the previous one, and beside no other; servers that start together wait for each other. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReleaseGateTest {
    static final Release SECOND = new Release(2, 1);
    static final Release THIRD = new Release(3, 2);
    static final Release FOURTH = new Release(4, 3);

    static EmbeddedDatabase database;
    static OwnSchema schema;

    @TempDir
    static Path folder;

    Connection connection;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = EmbeddedDatabase.temporary(0);
        schema = new OwnSchema(database, folder);
        schema.of(Release.THIS).migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void open() throws SQLException {
        connection = schema.open();
        OwnSchema.change(
                connection,
                "begin; delete from hubee_release; delete from hubee_node; insert into hubee_release values (2, 1)");
    }

    @AfterEach
    void undo() throws SQLException {
        OwnSchema.change(connection, "rollback");
        connection.close();
    }

    private void broughtBy(Release release) throws SQLException {
        OwnSchema.change(
                connection, "insert into hubee_release values (%d, %d)".formatted(release.number(), release.oldest()));
    }

    private void runs(String node, int release) throws SQLException {
        new RunningNode(node, release).say(connection);
    }

    private Optional<String> refusal(Release mine) throws SQLException {
        return new ReleaseGate(connection, mine).refusal("mine");
    }

    @Test
    void theSchemaOfTheNextReleaseIsRead() throws SQLException {
        broughtBy(THIRD);

        assertEquals(Optional.empty(), refusal(SECOND));
    }

    @Test
    void thatOfTheOneAfterIsNot() throws SQLException {
        broughtBy(THIRD);
        broughtBy(FOURTH);

        var refusal = refusal(SECOND).orElseThrow();
        assertTrue(
                refusal.startsWith("The database was brought up to date by release 4, beside which only release 3"),
                refusal);
        assertTrue(refusal.contains("this is release 2. Install release 3 or later"), refusal);
        assertThrows(IllegalStateException.class, () -> new ReleaseGate(connection, SECOND).require("mine"));
    }

    @Test
    void aReleaseDoesNotStartTogetherWithServersOfTheOneBeforeTheLast() throws SQLException {
        runs("one", 2);
        runs("two", 2);
        runs("three", 3);

        assertEquals(Optional.empty(), refusal(THIRD));
        var refusal = refusal(FOURTH).orElseThrow();
        assertTrue(refusal.startsWith("Servers of release 2 still run (one, two): this is release 4"), refusal);
    }

    @Test
    void onceTheyAreStoppedItDoes() throws SQLException {
        runs("one", 2);
        runs("killed", 2);
        runs("mine", 2);
        assertTrue(refusal(FOURTH).isPresent());

        new RunningNode("one", 2).leave(connection);
        OwnSchema.change(
                connection, "update hubee_node set seen_at = seen_at - interval '61 seconds' where node = 'killed'");
        assertEquals(Optional.empty(), refusal(FOURTH));
    }

    @Test
    void aDatabaseFromBeforeReleasesWereCountedIsTaken() throws SQLException {
        OwnSchema.change(connection, "drop table hubee_release; drop table hubee_node");

        assertEquals(Optional.empty(), refusal(SECOND));
    }

    @Test
    void aReleaseIsRecordedWhenItMigrates() throws SQLException {
        OwnSchema.change(connection, "rollback");

        assertEquals("2 1", schema.text("select number || ' ' || oldest from hubee_release"));
    }

    @Test
    void aMigrationThatFailsRecordsNothing() throws Exception {
        var empty = new OwnSchema(database, folder)
                .write("V1__a.sql", "create table hubee_release (number int primary key, oldest int not null)")
                .writeCallback()
                .write("V2__b.sql", "select 1 / 0");

        assertThrows(
                FlywayException.class,
                () -> empty.migration(Duration.ofSeconds(1), 1).migrate());

        assertEquals("0", empty.text("select count(*) from hubee_release"));
    }

    @Test
    void serversThatStartTogetherTakeTurns() throws Exception {
        var lock = MigrationLock.take(schema.owner(), Duration.ofSeconds(1));
        var late = assertThrows(IllegalStateException.class, () -> MigrationLock.take(schema.owner(), Duration.ZERO));
        assertTrue(
                late.getMessage().startsWith("Another server has been bringing the schema up to date"),
                late::getMessage);

        var next = CompletableFuture.supplyAsync(() -> {
            try {
                return MigrationLock.take(schema.owner(), Duration.ofMinutes(1));
            } catch (SQLException failure) {
                throw new CompletionException(failure);
            }
        });
        lock.close();
        next.get(1, TimeUnit.MINUTES).close();
    }

    /** Starts as a server does: takes the migration lock, asks the gate, migrates, and records that it runs. */
    private static CompletableFuture<Boolean> starting(OwnSchema empty, String node, Release release) {
        return CompletableFuture.supplyAsync(() -> {
            try (var lock = MigrationLock.take(empty.owner(), Duration.ofMinutes(2))) {
                if (new ReleaseGate(lock.connection(), release).refusal(node).isPresent()) {
                    return false;
                }
                empty.of(release).migrate();
                new RunningNode(node, release.number()).say(lock.connection());
                return true;
            } catch (SQLException failure) {
                throw new CompletionException(failure);
            }
        });
    }

    private static OwnSchema empty() throws SQLException {
        var empty = new OwnSchema(database, folder);
        empty.change("create schema " + empty.text("select current_setting('search_path')"));
        return empty;
    }

    @Test
    void twoServersBringOneDatabaseUpToDateOnce() throws Exception {
        var empty = empty();
        var one = starting(empty, "one", SECOND);
        var two = starting(empty, "two", THIRD);

        assertTrue(one.get(2, TimeUnit.MINUTES) && two.get(2, TimeUnit.MINUTES));
        assertEquals("1", empty.text("select count(*) from flyway_schema_history where version = '42'"));
    }

    @Test
    void ofTwoReleasesThatAreTwoApartAndStartTogetherOneIsRefused() throws Exception {
        var empty = empty();
        var old = starting(empty, "old", SECOND);
        var young = starting(empty, "young", FOURTH);

        assertNotEquals(old.get(2, TimeUnit.MINUTES), young.get(2, TimeUnit.MINUTES));
        assertEquals("1", empty.text("select count(*) from hubee_release"));
    }

    @Test
    void theClockOfAServerIsComparedWithThatOfTheDatabase() throws SQLException {
        var ahead = ClockDifference.measure(connection, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        var right = ClockDifference.measure(connection, Clock.systemUTC());

        assertTrue(ahead.exceeds(Duration.ofMinutes(59)));
        assertTrue(!ahead.exceeds(Duration.ofMinutes(61)));
        assertTrue(ahead.toString().contains("seconds ahead of that of the database"), ahead::toString);
        assertTrue(!right.exceeds(Duration.ofSeconds(30)), right::toString);
    }
}
