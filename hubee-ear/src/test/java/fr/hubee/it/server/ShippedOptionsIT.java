package fr.hubee.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The server starts with exactly the shipped Java options: the options of the tests would hide a missing one. */
class ShippedOptionsIT {
    private static final Pattern OPTIONS = Pattern.compile("JAVA_OPTS=\"?([^\"]+)\"");

    /** Exit codes of a normal stop: by itself, or by the signal. */
    private static final Set<Integer> CLEAN = Set.of(0, 143);

    @Test
    void theHubStartsAndStopsWithTheOptionsOfTheUnit() throws Exception {
        assertStartsAndStops("systemd/hubee.service");
    }

    @Test
    void theHubStartsAndStopsWithTheOptionsOfTheContainer() throws Exception {
        assertStartsAndStops("container/Containerfile");
    }

    private static void assertStartsAndStops(String file) throws Exception {
        try (var own = OwnServer.prepare("shipped", "not said here");
                var server = own.startByScript(options(file))) {
            Partner.signIn(own.address(), "demo-dila");
            assertEquals(200, health(own), () -> "what it says of itself is in " + server.log());

            server.stop();

            assertTrue(CLEAN.contains(server.waitFor()), () -> "ended with " + server.log());
        }
    }

    /** Only the health check reports a configuration that was not fully applied. */
    private static int health(OwnServer own) throws Exception {
        var request = HttpRequest.newBuilder(own.health()).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String options(String file) throws IOException {
        var text =
                Files.readString(Path.of(System.getProperty("hubee.bootstrap")).resolveSibling(file));
        var options = OPTIONS.matcher(text);
        assertTrue(options.find(), file);
        return options.group(1);
    }
}
