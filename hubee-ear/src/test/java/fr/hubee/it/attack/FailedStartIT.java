package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.it.server.OwnServer;
import org.junit.jupiter.api.Test;

/** A careless deployer: the web module does not start, when the timers of the others do. */
class FailedStartIT {

    @Test
    void aStartThatFailsLeavesNoTimerAwake() throws Exception {
        try (var own = OwnServer.prepare("failed-start", "512m").set("HUBEE_BOOTSTRAP", "/nowhere/at-all.json");
                var server = own.launch()) {
            assertThrows(IllegalStateException.class, server::awaitReady);
            var sql = own.sql();
            sql.awaitAtLeast(1, "select count(*) from flyway_schema_history");
            var failed = sql.text("select now() + interval '1 second'"); // what is ending may end

            // timers look for something to do every five seconds
            sql.awaitAtLeast(
                    1, "select count(*) where now() > timestamptz '%s' + interval '8 seconds'".formatted(failed));
            assertEquals(0, sql.number("""
                    select count(*) from pg_stat_activity where application_name = 'hubee' and query_start > '%s'""".formatted(failed)));
        }
    }
}
