package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks {@code hubee preflight} of the delivered server and EAR: without a database it still reports all the rest. */
class PreflightIT {
    @TempDir
    Path blobs;

    @Test
    void preflightReportsWrongSettingsAndUnreachableServices() throws Exception {
        var said = preflight(Map.of(
                "HUBEE_TOKEN_LIFE", "abc",
                "HUBEE_DRAIN_SECONDS", "-1",
                "HUBEE_TRUSTED_PROXIES", "everywhere",
                "HUBEE_BOOTSTRAP", System.getProperty("hubee.server") + "/../../src/main/bootstrap/demarches.json",
                "HUBEE_BLOBS", blobs.toString(),
                "HUBEE_ANTIVIRUS", "off",
                "HUBEE_DB_PORT", "1",
                "HUBEE_SMTP_PORT", System.getProperty("hubee.it.smtp")));

        for (var line : List.of(
                "NOT READY  The setting HUBEE_TOKEN_LIFE cannot be \"abc\"",
                "NOT READY  The setting HUBEE_DRAIN_SECONDS cannot be \"-1\"",
                "NOT READY  The setting HUBEE_TRUSTED_PROXIES cannot be \"everywhere\"",
                "NOT READY  The bootstrap files are not filled in: demarches.json (<SIRET-DILA>,",
                "ok         the antivirus: HUBEE_ANTIVIRUS is off",
                "ok         the relay: 127.0.0.1:" + System.getProperty("hubee.it.smtp") + " answers",
                "ok         the store: " + blobs + " takes files as ",
                "Not ready: 5 obstacles.")) {
            assertTrue(said.contains(line), said);
        }
        assertFalse(said.contains("replace bin/hubee"), said);
        assertTrue(said.endsWith("exit code 1"), said);
        assertEquals(0, blobs.toFile().list().length);
    }

    private static String preflight(Map<String, String> settings) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        System.getProperty("hubee.server") + "/bin/hubee",
                        "preflight",
                        "--ear",
                        System.getProperty("hubee.ear"))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUBEE_"));
        builder.environment().putAll(settings);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "exit code " + process.waitFor();
    }
}
