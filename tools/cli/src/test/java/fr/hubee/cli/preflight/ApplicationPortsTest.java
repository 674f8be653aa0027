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
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks that the preflight reports ports of the application that are open to everybody. */
class ApplicationPortsTest {
    private static final Path SHIPPED = Path.of("..", "..", "wildfly-config", "target", "server", "standalone");

    private static String say(Map<String, String> settings, InetAddress... outside) throws IOException {
        var said = new ByteArrayOutputStream();
        var findings = new Findings(new PrintStream(said, true, StandardCharsets.UTF_8));
        var environment = new HashMap<>(settings);
        environment.put("JBOSS_BASE_DIR", SHIPPED.toString());
        new ApplicationPorts(
                        ServerConfiguration.read(environment).orElseThrow(), new OutsideAddresses(List.of(outside)))
                .say(findings);
        assertEquals(0, findings.end(), "an operator may choose it");
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutAnAddressTheyAreForThisMachineOnly() throws IOException {
        assertTrue(say(Map.of()).contains("ok         8080 and 8443 listen on this machine only (127.0.0.1)"));
    }

    @Test
    void allAddressesAreReportedWithWhatToDo() throws IOException {
        for (var open : List.of(
                Map.of("JBOSS_BIND_ADDRESS", "0.0.0.0"), Map.of("JAVA_OPTS", "-Xmx1g -Djboss.bind.address=0.0.0.0"))) {
            var said = say(open);
            assertTrue(
                    said.contains("note       8080 and 8443 listen at all addresses of this machine (0.0.0.0)"), said);
            assertTrue(said.contains("set JBOSS_BIND_ADDRESS to the one address that the proxy calls"), said);
        }
    }

    @Test
    void oneAddressIsWellBehindAFirewall() throws IOException {
        assertTrue(
                say(Map.of("JBOSS_BIND_ADDRESS", "192.0.2.1"))
                        .contains(
                                "ok         8080 and 8443 listen at 192.0.2.1: a firewall lets nobody but the proxies reach them"));
    }

    @Test
    void aServerThatWasStartedForAllAddressesIsReportedWhateverIsConfigured() throws IOException {
        try (var open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = "-Djboss.http.port=" + open.getLocalPort();
            var said = say(Map.of("JAVA_OPTS", options), InetAddress.getLoopbackAddress());
            assertTrue(said.contains("answers at 127.0.0.1: the server was started with -b"), said);
            assertFalse(said.contains("  ok "), said);
        }
    }
}
