package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.journal.seal.StampTable.StampRound;
import fr.hubee.launcher.OwnAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;

/** Checks that the first head of each hour is stamped once, in order, and later if the authority was unavailable. */
class StampRoundTest {
    @RegisterExtension
    static SealedJournal journal = new SealedJournal();

    static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    final List<String> asked = new ArrayList<>();
    Stamp stamp;

    @BeforeEach
    void commitEachStatement() throws SQLException, IOException {
        journal.connection.setAutoCommit(true);
        stamp = MadeStamp.by(OwnAuthority.good(), "anything".getBytes(StandardCharsets.US_ASCII));
    }

    void head(String name, Instant at) throws SQLException {
        try (var insert =
                journal.connection.prepareStatement("insert into journal_head (size, at, jws) values (?, ?, ?)")) {
            insert.setLong(1, at.getEpochSecond());
            insert.setTimestamp(2, Timestamp.from(at));
            insert.setString(3, name);
            insert.executeUpdate();
        }
    }

    int run() throws SQLException, IOException {
        return new StampRound(journal.connection, this::answer).run();
    }

    Stamp answer(byte[] content) {
        asked.add(new String(content, StandardCharsets.US_ASCII));
        return stamp;
    }

    @Test
    void atFirstItIsTheNewestHeadThenTheFirstOfEachHour() throws Exception {
        head("before", NOON.minusSeconds(7200));
        head("newest", NOON);
        assertEquals(1, run());
        head("same hour", NOON.plusSeconds(60));
        assertEquals(0, run());
        head("first of one", NOON.plusSeconds(3600));
        head("second of one", NOON.plusSeconds(3660));
        head("first of five", NOON.plusSeconds(5 * 3600 + 120));

        assertEquals(2, run());
        assertEquals(0, run());
        assertEquals(List.of("newest", "first of one", "first of five"), asked);
    }

    @Test
    void whatWasNotStampedIsAskedForAgainInItsOrder() throws Exception {
        head("one", NOON);
        var failed = assertThrows(
                IOException.class,
                () -> new StampRound(journal.connection, content -> {
                            throw new IOException("it refuses: status 2, systemFailure");
                        })
                        .run());
        assertEquals(
                "The head of 2026-11-27T12:00:00Z is not stamped: it refuses: status 2, systemFailure",
                failed.getMessage());
        head("two", NOON.plusSeconds(1));

        assertEquals(1, run());
        assertEquals(List.of("two"), asked, "the newest one, since none was stamped yet");
        head("three", NOON.plusSeconds(3600));
        head("four", NOON.plusSeconds(7200));
        assertEquals(2, run());
        assertEquals(List.of("two", "three", "four"), asked);
    }

    @Test
    void oneNodeAsksAtATime() throws Exception {
        head("one", NOON);
        try (var other = journal.another()) {
            other.setAutoCommit(true);
            assertEquals(1, new StampRound(other, this::answerWhileAnotherTries).run());
        }
        assertEquals(0, run());
        assertEquals(List.of("one"), asked);
    }

    /** Returns the answer, while another node tries: it must not ask. */
    Stamp answerWhileAnotherTries(byte[] content) throws IOException {
        try {
            assertEquals(0, run());
        } catch (SQLException impossible) {
            throw new IOException(impossible);
        }
        return answer(content);
    }

    @Test
    void onlyTheirOwnerAddsStampsAndTheyStay() throws Exception {
        head("one", NOON);
        run();
        for (var change : List.of("delete from journal_stamp", "update journal_stamp set token = ''")) {
            var refused = assertThrows(SQLException.class, () -> SealedJournal.run(journal.connection, change));
            assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
        }
    }

    @Test
    void anAuthorityIsNeverAskedInsideOfATransaction() throws Exception {
        head("one", NOON);
        new StampRound(journal.connection, content -> {
                    try {
                        assertEquals("idle", stateOfTheConnection());
                    } catch (SQLException impossible) {
                        throw new IOException(impossible);
                    }
                    return stamp;
                })
                .run();
    }

    String stateOfTheConnection() throws SQLException {
        int process = journal.connection.unwrap(PGConnection.class).getBackendPID();
        try (var other = journal.another();
                var select = other.createStatement();
                var row = select.executeQuery("select state from pg_stat_activity where pid = " + process)) {
            row.next();
            return row.getString(1);
        }
    }
}
