package fr.hubee.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.hubee.launcher.S3Mock;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A store in S3 that can refuse, be full, or say that it has kept what it has thrown away. */
final class FickleStore implements Closeable {
    static final String BUCKET = "hubee";

    /** The answers that it gives. */
    enum Mood {
        HONEST,
        REFUSING,
        FULL,
        LYING
    }

    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection", "content-length", "date", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    private final S3Mock mock;
    private final HttpServer front;
    private final HttpClient behind = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Mood mood = Mood.HONEST;

    private FickleStore(S3Mock mock) throws IOException {
        this.mock = mock;
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        front.setExecutor(threads);
        front.createContext("/", this::serve);
        front.start();
    }

    /** @param jar the program of S3Mock */
    static FickleStore start(Path jar) throws IOException, InterruptedException {
        return new FickleStore(S3Mock.start(jar, BUCKET));
    }

    int port() {
        return front.getAddress().getPort();
    }

    long pid() {
        return mock.pid();
    }

    void feel(Mood now) {
        mood = now;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var sent = exchange.getRequestBody().readAllBytes();
            switch (mood) {
                case REFUSING -> refuse(exchange, 503, "SlowDown");
                case FULL -> answerUnlessFull(exchange, sent);
                case LYING -> answerOrLie(exchange, sent);
                default -> pass(exchange, sent);
            }
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void answerUnlessFull(HttpExchange exchange, byte[] sent) throws IOException, InterruptedException {
        if (isPut(exchange)) {
            refuse(exchange, 507, "XMinioStorageFull");
        } else {
            pass(exchange, sent);
        }
    }

    /** Says, of what it throws away, what an honest store would. */
    private void answerOrLie(HttpExchange exchange, byte[] sent) throws IOException, InterruptedException {
        if (isPut(exchange)) {
            exchange.getResponseHeaders().add("ETag", '"' + md5(content(exchange, sent)) + '"');
            exchange.sendResponseHeaders(200, -1);
        } else {
            pass(exchange, sent);
        }
    }

    private static boolean isPut(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("PUT");
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        var said = ("<Error><Code>" + code + "</Code><Message>no</Message></Error>").getBytes(StandardCharsets.UTF_8);
        answer(exchange, status, said);
    }

    private void pass(HttpExchange exchange, byte[] sent) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + mock.port() + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(sent));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        var answered = behind.send(request.build(), BodyHandlers.ofByteArray());
        answered.headers().map().forEach((name, values) -> {
            if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        if (exchange.getRequestMethod().equals("HEAD")) {
            answered.headers()
                    .firstValue("Content-Length")
                    .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
        }
        answer(exchange, answered.statusCode(), answered.body());
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Returns what is to be kept: without the signatures that may stand between its parts. */
    private static byte[] content(HttpExchange exchange, byte[] sent) {
        if (!exchange.getRequestHeaders().containsKey("x-amz-decoded-content-length")) {
            return sent;
        }
        var bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < sent.length) {
            int end = at;
            while (sent[end] != '\r') {
                end++;
            }
            var line = new String(sent, at, end - at, StandardCharsets.US_ASCII);
            int length = Integer.parseInt(line.split(";", 2)[0], 16);
            bytes.write(sent, end + 2, length);
            at = length == 0 ? sent.length : end + 2 + length + 2;
        }
        return bytes.toByteArray();
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        front.stop(0);
        threads.shutdownNow();
        mock.close();
    }
}
