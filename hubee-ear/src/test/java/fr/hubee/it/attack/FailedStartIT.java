package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.server.OwnServer;
import fr.hubee.launcher.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A careless deployer: the web module does not start, when the timers of the others do. */
class FailedStartIT {

    @Test
    void aStartThatFailsLeavesNoTimerAwake() throws Exception {
        try (var own = OwnServer.prepare("failed-start", "512m").set("HUBEE_BOOTSTRAP", "/nowhere/at-all.json");
                var server = own.launch()) {
            assertThrows(IllegalStateException.class, server::awaitReady);
            awaitUndone(server);
            var sql = own.sql();
            var undone = sql.text("select now()");

            // timers look for something to do every five seconds
            sql.awaitAtLeast(
                    1, "select count(*) where now() > timestamptz '%s' + interval '6 seconds'".formatted(undone));
            assertEquals(0, sql.number("""
                    select count(*) from pg_stat_activity where application_name = 'hubee' and query_start > '%s'""".formatted(undone)));
        }
    }

    /** Its timers would go on, though each may be held up for a while. */
    private static void awaitUndone(ServerProcess server) throws IOException {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!Files.readString(server.log(), StandardCharsets.ISO_8859_1).contains("Stopped deployment hubee.ear")) {
            assertTrue(Instant.now().isBefore(deadline), "what has started goes on");
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
