package fr.hubee.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.hubee.chaos.History.Delivered;
import fr.hubee.chaos.History.Endpoint;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The software of a town that is sent webhooks. A bad one sometimes hangs, fails, closes early, or is slow. */
final class Receiver implements Closeable {
    private static final long HANGS_MS = 20_000;
    private static final long SLOW_MS = 3_000;

    private final Endpoint endpoint;
    private final History history;
    private final Random random;
    private final HttpServer server;
    private final ExecutorService threads;
    private volatile byte[] secret;

    private Receiver(Endpoint endpoint, History history, long seed) throws IOException {
        this.endpoint = endpoint;
        this.history = history;
        this.random = new Random(seed);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.threads = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "receiver");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    /** Returns when it is registered, and has proved that it wants the events. */
    static Receiver start(Software software, Endpoint endpoint, History history, long seed)
            throws IOException, InterruptedException {
        history.note(endpoint);
        var receiver = new Receiver(endpoint, history, seed);
        var made = software.repeat("POST", "/feed/v1/endpoints", receiver.address(), null)
                .json();
        receiver.secret =
                Base64.getDecoder().decode(made.path("secret").asText().replaceFirst("whsec_", ""));
        var place = "/feed/v1/endpoints/" + made.path("id").asText();
        software.repeat("POST", place + "/proof", null, null);
        while (!software.get(place).json().path("state").asText().equals("ACTIVE")) {
            Thread.sleep(100);
        }
        return receiver;
    }

    private String address() {
        return "{\"address\": \"http://127.0.0.1:%d/\"}"
                .formatted(server.getAddress().getPort());
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var event = Software.parsed(body);
            var challenge = event.at("/data/challenge").asText();
            if (!challenge.isEmpty()) {
                answer(exchange, 200, challenge);
            } else if (endpoint.good() || accepts(exchange)) {
                history.note(
                        endpoint,
                        new Delivered(
                                event.path("subject").asText(), event.path("id").asText(), isSigned(exchange, body)));
                answer(exchange, 204, "");
            }
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns false where it has not taken the event. */
    private boolean accepts(HttpExchange exchange) throws IOException, InterruptedException {
        switch (dice()) {
            case 0 -> answer(exchange, 500, "");
            case 1 -> Thread.sleep(HANGS_MS);
            case 2 -> {
                return false; // and closes
            }
            case 3 -> {
                Thread.sleep(SLOW_MS);
                return true;
            }
            default -> {
                return true;
            }
        }
        return false;
    }

    private synchronized int dice() {
        return random.nextInt(20);
    }

    /** Checks the signature, as Standard Webhooks says. */
    private boolean isSigned(HttpExchange exchange, String body) {
        var headers = exchange.getRequestHeaders();
        var signed = headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + "." + body;
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var wanted =
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            for (var each : headers.getFirst("webhook-signature").split(" ", -1)) {
                if (MessageDigest.isEqual(
                        wanted.getBytes(StandardCharsets.UTF_8), each.getBytes(StandardCharsets.UTF_8))) {
                    return true;
                }
            }
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
