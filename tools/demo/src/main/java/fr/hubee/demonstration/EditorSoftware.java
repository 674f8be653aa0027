package fr.hubee.demonstration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The software of the editor « Ponant Logiciels », which listens on this machine only. It verifies what the hub sends, and prints a line for
 * each event, but for purges: some twenty follow the start. The address of its former server fails.
 */
public final class EditorSoftware implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Path secret;
    private final Consumer<String> printer;

    private EditorSoftware(HttpServer server, Path secret, Consumer<String> printer) {
        this.server = server;
        this.secret = secret;
        this.printer = printer;
    }

    /**
     * @param port 0: any that is free
     * @param secret the file in which the demonstration writes the secret that the portal shows
     */
    public static EditorSoftware start(int port, Path secret, Consumer<String> printer) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var started = new EditorSoftware(HttpServer.create(address, 0), secret, printer);
        started.server.createContext("/hubee", started::receive);
        started.server.createContext(
                "/ancien-serveur", exchange -> answer(exchange, 500, "La base de données ne répond pas."));
        started.server.start();
        return started;
    }

    /** Returns what the demonstration in the server must know of it. */
    public Map<String, String> settings() {
        return Map.of(
                "HUBEE_DEMO_RECEIVER",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "HUBEE_DEMO_SECRET",
                secret.toString());
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            new Webhook(Files.readString(secret)).verify(body, Map.copyOf(exchange.getRequestHeaders()));
        } catch (WebhookVerificationException refused) {
            answer(exchange, 401, "The signature is not that of the hub");
            return;
        }
        var event = JSON.readTree(body);
        var challenge = event.at("/data/challenge").asText();
        if (!event.path("type").asText().startsWith("fr.hubee.case.purge")) {
            printer.accept(
                    challenge.isEmpty() ? line(event) : "Ponant Logiciels proves that it wants to be told of events");
        }
        answer(exchange, 200, challenge);
    }

    private static String line(JsonNode event) {
        return "Ponant Logiciels is told: %s, télédossier %s (%s), %s"
                .formatted(
                        event.path("type").asText(),
                        event.path("subject").asText(),
                        event.at("/data/processCode").asText(),
                        event.path("time").asText());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
