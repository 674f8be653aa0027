package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.server.OwnServer;
import fr.hubee.launcher.SelfSigned;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes of a deployer, or a foreign database: the server does not start, and leaves no timer awake. */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class FailedStartIT {
    @TempDir
    Path folder;

    // Mistakes of a deployer: the web module does not start, although the timers of the others do; or a server is in
    // another time zone.

    @Test
    void aServerWhoseClockIsAnHourOffDoesNotStart() throws Exception {
        try (var own = OwnServer.prepareWithClock("wrong-clock", "512m").set("hubee.it.clock.tolerance", "PT30S")) {
            own.clock().move(Duration.ofHours(1));
            try (var server = own.launch()) {
                var failed = assertThrows(IllegalStateException.class, server::awaitReady);

                var log = Files.readString(server.log(), StandardCharsets.ISO_8859_1);
                assertTrue(
                        log.contains("seconds ahead of that of the database: this server does not start"),
                        failed::getMessage);
                assertEquals("null", String.valueOf(own.sql().text("select to_regclass('flyway_schema_history')")));
            }
        }
    }

    @Test
    void aStartThatFailsLeavesNoTimerAwake() throws Exception {
        try (var own = OwnServer.prepare("failed-start", "512m").set("HUBEE_BOOTSTRAP", "/nowhere/at-all.json");
                var server = own.launch()) {
            assertThrows(IllegalStateException.class, server::awaitReady);
            var failed = own.sql().text("select now()");

            // timers would look for something to do every five seconds
            own.sql().awaitAtLeast(1, """
                    select count(*) where now() > timestamptz '%s' + interval '11 seconds' and not exists (
                        select 1 from pg_stat_activity
                        where application_name = 'hubee' and query_start > now() - interval '11 seconds')""".formatted(failed));
            assertFalse(
                    Files.readString(server.log(), StandardCharsets.ISO_8859_1).contains("timer ["));
        }
    }

    // Attack: another machine answers in place of the database, with a certificate of another authority.

    @Test
    void theHubDoesNotStartOnADatabaseThatItsAuthorityDoesNotKnow() throws Exception {
        var certificate = folder.resolve("foreign.pem");
        var key = folder.resolve("foreign.key");
        SelfSigned.make(folder, "foreign", "EC").write(certificate, key, 1);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        var known = folder.resolve("known.pem");
        SelfSigned.make(folder, "known", "EC").write(known, folder.resolve("known.key"), 1);
        var line = Map.of("ssl", "on", "ssl_cert_file", certificate.toString(), "ssl_key_file", key.toString());

        try (var own = OwnServer.prepare("foreign-database", "512m", line)
                .set("HUBEE_DB_SSLMODE", "verify-full")
                .set("HUBEE_DB_SSLROOTCERT", known.toString())) {
            assertThrows(IllegalStateException.class, own::start);
            assertEquals(
                    0,
                    own.sql().number("select count(*) from pg_tables where tablename = 'account'"),
                    "it was written to");
        }
    }
}
