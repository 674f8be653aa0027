package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.it.server.OwnServer;
import fr.hubee.launcher.SelfSigned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Attack: another machine answers in place of the database, with a certificate of another authority. */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class ForeignDatabaseIT {
    @TempDir
    Path folder;

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
