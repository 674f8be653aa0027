package fr.hubee.clients.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.database.Transactions;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BenchWatchTest {
    private final Table table = new Table();
    private final BenchWatch watch = new BenchWatch();

    @SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
    BenchWatchTest() {
        watch.bench = table;
        watch.transactions = new Transactions();
        watch.clock = Clock.systemUTC();
    }

    /** Refuses a call as the database does. */
    private static final class Table extends BenchRepository {
        private final List<String> paths = new ArrayList<>();
        private String refused = "";
        private String state = "22001";

        @Override
        void see(SeenCall call) {
            if (call.path().equals(refused)) {
                throw new PersistenceException(new SQLException("refused", state));
            }
            paths.add(call.path());
        }
    }

    private static SeenCall call(String method, String path) {
        return new SeenCall(
                UUID.randomUUID(), Instant.EPOCH, Instant.EPOCH, method, path, null, 404, 0, null, false, 0);
    }

    @Test
    void aCallThatTheDatabaseRefusesForItsContentStopsNoOtherOne() {
        table.refused = "/refused";
        watch.note(call("GET", "/refused"));
        watch.note(call("GET", "/next"));

        watch.write();

        assertEquals(List.of("/next"), table.paths);
        assertTrue(watch.isIdle());
    }

    @Test
    void whileTheDatabaseIsAwayCallsWait() {
        table.refused = "/first";
        table.state = "08006";
        watch.note(call("GET", "/first"));
        assertThrows(PersistenceException.class, watch::write);
        assertFalse(watch.isIdle());

        table.refused = "";
        watch.write();

        assertEquals(List.of("/first"), table.paths);
        assertTrue(watch.isIdle());
    }

    @Test
    void noMoreCallsWaitThanTheMemoryHasRoomFor() {
        for (int each = 0; each < 10_001; each++) {
            watch.note(call("GET", "/" + each));
        }

        watch.write();

        assertEquals(10_000, table.paths.size());
        assertEquals("/0", table.paths.get(0));
    }

    @Test
    void theMethodAndThePathOfACallFitTheirColumns() {
        var call = call("A-METHOD-OF-ITS-OWN", "/cases/\0" + "x".repeat(600));

        assertEquals("A-METHOD-O", call.method());
        assertEquals("/cases/\uFFFD" + "x".repeat(492), call.path());
    }
}
