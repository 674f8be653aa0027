package fr.hubee.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A hub that answers as a test says: by the call, or in the order of the calls. */
public final class TestHub implements AutoCloseable {
    /** One answer of the hub. */
    public interface Answer {
        void to(HttpExchange call) throws IOException;
    }

    public final Map<String, Answer> answers = new HashMap<>();
    public final Deque<Answer> next = new ArrayDeque<>();
    /** The method and the path of each call, then its body. */
    public final List<String> calls = new ArrayList<>();

    final List<String> tokens = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    final List<String> software = new ArrayList<>();
    Answer token;
    int life = 3600;

    private final AtomicInteger given = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public TestHub() throws IOException {
        token = call -> json(
                        200,
                        "{\"access_token\": \"token-" + given.incrementAndGet() + "\", \"expires_in\": " + life + "}")
                .to(call);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/oauth2/token", call -> {
            note(call);
            token.to(call);
        });
        server.createContext("/", this::answer);
        server.start();
    }

    private void note(HttpExchange call) {
        var headers = call.getRequestHeaders();
        software.add(headers.getFirst("editorName") + " " + headers.getFirst("applicationName") + " "
                + headers.getFirst("softwareVersion"));
    }

    private void answer(HttpExchange call) throws IOException {
        note(call);
        var name = call.getRequestMethod() + " " + call.getRequestURI().getPath();
        tokens.add(call.getRequestHeaders().getFirst("Authorization"));
        keys.add(call.getRequestHeaders().getFirst("Idempotency-Key"));
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add((name + " " + body).strip());
        var answer = answers.get(name);
        (answer == null ? next.remove() : answer).to(call);
    }

    public Hub hub() {
        return hub(Duration.ofSeconds(60));
    }

    Hub hub(Duration longestSilence) {
        var ponant = new Software("Ponant", "Connecteur", "1.0.0");
        return new Hub(HttpClient.newBuilder(), URI.create(address()), "client", "secret", ponant, longestSilence);
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the environment of a program that calls this hub. */
    public Map<String, String> environment() {
        return Map.of(
                "HUB",
                address(),
                "CLIENT_ID",
                "client",
                "CLIENT_SECRET",
                "secret",
                "PYTHONPATH",
                Script.folder("python"),
                "CLIENT",
                Script.folder("php"));
    }

    public static Answer json(int status, String body, String... header) {
        return call -> {
            for (int i = 0; i < header.length; i += 2) {
                call.getResponseHeaders().set(header[i], header[i + 1]);
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
            call.close();
        };
    }

    /** Returns a refusal of the contract. */
    public static Answer refusal(int status, String message, String... header) {
        return json(status, "{\"errors\": [{\"code\": " + status + ", \"message\": \"" + message + "\"}]}", header);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
