package fr.hubee.cli.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the port without a password is open to this machine only; the preflight reports any other case. */
class ManagementPortTest {
    private static final Path SHIPPED = Path.of("..", "..", "wildfly-config", "target", "server", "standalone");

    @TempDir
    Path folder;

    String say(Path base, String options, InetAddress... outside) throws IOException {
        var said = new ByteArrayOutputStream();
        var findings = new Findings(new PrintStream(said, true, StandardCharsets.UTF_8));
        var environment = Map.of("JBOSS_BASE_DIR", base.toString(), "JAVA_OPTS", options);
        new ManagementPort(ServerConfiguration.read(environment).orElseThrow(), new OutsideAddresses(List.of(outside)))
                .say(findings);
        assertEquals(0, findings.end(), "an operator may choose it");
        return said.toString(StandardCharsets.UTF_8);
    }

    String changed(String from, String to) throws IOException {
        var shipped = Files.readString(SHIPPED.resolve("configuration/standalone.xml"));
        assertTrue(shipped.contains(from), from);
        Files.createDirectories(folder.resolve("configuration"));
        Files.writeString(folder.resolve("configuration/standalone.xml"), shipped.replace(from, to));
        return say(folder, "");
    }

    @Test
    void theServerThatIsShippedListensOnItsMachineOnly() throws IOException {
        assertTrue(say(SHIPPED, "-Djboss.bind.address=0.0.0.0")
                .contains("ok         it listens on this machine only (127.0.0.1)"));
    }

    @Test
    void whoOpensItIsReported() throws IOException {
        var where = "${jboss.bind.address.management:127.0.0.1}";
        assertTrue(say(SHIPPED, "-Xmx1g -Djboss.bind.address.management=0.0.0.0")
                .contains("it is configured for 0.0.0.0"));
        assertTrue(changed(where, "${jboss.bind.address:127.0.0.1}").contains("it listens on this machine only"));
        assertTrue(changed(where, "192.0.2.1").contains("it is configured for 192.0.2.1"));
        assertTrue(changed("<inet-address value=\"" + where + "\"/>", "<any-address/>")
                .contains("it is configured for any-address"));
    }

    /** Checks that the address counts at which the server listens, whatever is configured. */
    @Test
    void whereSomethingAnswersIsReported() throws IOException {
        try (var open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var said = say(
                    SHIPPED, "-Djboss.management.http.port=" + open.getLocalPort(), InetAddress.getLoopbackAddress());
            assertTrue(said.contains("it answers at 127.0.0.1, not on this machine only"), said);
            assertFalse(said.contains("  ok "), said);
        }
    }

    @Test
    void whereThereIsNoServerNothingIsSaid() throws IOException {
        assertEquals(Optional.empty(), ServerConfiguration.read(Map.of("JBOSS_BASE_DIR", folder.toString())));
    }
}
