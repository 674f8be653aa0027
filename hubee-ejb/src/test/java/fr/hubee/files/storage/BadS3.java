package fr.hubee.files.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A minimal S3 server, on which a store can write and read one object, with faults that a test chooses. */
final class BadS3 implements Closeable {
    static final String BUCKET = "hubee";

    /** Threads that may wait for it. */
    static final int WAITING = 4;

    /** A faulty behaviour. */
    interface Mood {
        /** @return whether the request is answered */
        boolean answers(HttpExchange exchange) throws IOException;
    }

    private static final Mood GOOD = exchange -> false;

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    final AtomicInteger calls = new AtomicInteger();

    /** Number of answers that could not be written to their end. */
    final CountDownLatch brokenOff = new CountDownLatch(1);

    volatile Mood mood = GOOD;

    /** Whether it returns a wrong tag for everything that it receives. */
    volatile boolean otherTags;

    /** Whether it stores other bytes than it receives, of the same length. */
    volatile boolean keepsOther;

    /** Whether it says of each object that it is kept, and keeps none. */
    volatile boolean keepsNothing;

    private final Map<Integer, byte[]> parts = new TreeMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    BadS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    S3Settings settings() {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new S3Settings(
                Optional.of(address), "us-east-1", true, Optional.of("key"), Optional.of("secret"), WAITING);
    }

    static Mood refusing(int status, String code) {
        return exchange -> {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, status, "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
            return true;
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        try (exchange) {
            if (!mood.answers(exchange)) {
                work(exchange);
            }
        } catch (IOException gone) {
            brokenOff.countDown();
            throw gone;
        }
    }

    private void work(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestURI().getPath();
        var query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, name, query);
            case "POST" -> severalParts(exchange, name, query);
            case "DELETE" -> {
                objects.remove(name);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> read(exchange, name);
        }
    }

    private void put(HttpExchange exchange, String name, String query) throws IOException {
        var bytes = received(exchange);
        exchange.getResponseHeaders().add("ETag", tag(otherTags ? new byte[0] : bytes));
        if (keepsOther) {
            bytes[0]++;
        }
        if (query.contains("partNumber=")) {
            parts.put(Integer.valueOf(query.replaceAll(".*partNumber=([0-9]+).*", "$1")), bytes);
        } else {
            keep(name, bytes);
        }
        exchange.sendResponseHeaders(200, -1);
    }

    /** Returns the body without the signatures between the bytes. */
    private static byte[] received(HttpExchange exchange) throws IOException {
        var sent = exchange.getRequestBody().readAllBytes();
        if (!exchange.getRequestHeaders().containsKey("x-amz-decoded-content-length")) {
            return sent;
        }
        var bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < sent.length) {
            int lineEnd = at;
            while (sent[lineEnd] != '\r') {
                lineEnd++;
            }
            var line = new String(sent, at, lineEnd - at, StandardCharsets.US_ASCII);
            int length = Integer.parseInt(line.split(";", 2)[0], 16);
            bytes.write(sent, lineEnd + 2, length);
            at = lineEnd + 2 + length + 2;
        }
        return bytes.toByteArray();
    }

    private void severalParts(HttpExchange exchange, String name, String query) throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (query.startsWith("uploads")) {
            answer(
                    exchange,
                    200,
                    "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>");
            return;
        }
        var whole = new ByteArrayOutputStream();
        for (var part : parts.values()) {
            whole.write(part);
        }
        keep(name, whole.toByteArray());
        answer(exchange, 200, "<CompleteMultipartUploadResult/>");
    }

    private void keep(String name, byte[] bytes) {
        if (!keepsNothing) {
            objects.put(name, bytes);
        }
    }

    private void read(HttpExchange exchange, String name) throws IOException {
        var bytes = objects.get(name);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (name.equals("/" + BUCKET)) {
            exchange.sendResponseHeaders(200, -1);
        } else if (bytes == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            begin(exchange, bytes);
            if (head) {
                exchange.getResponseHeaders().add("Content-Length", "" + bytes.length);
                exchange.sendResponseHeaders(200, -1);
            } else {
                var range = exchange.getRequestHeaders()
                        .getFirst("Range")
                        .replace("bytes=", "")
                        .split("-", 2);
                var some = Arrays.copyOfRange(bytes, Integer.parseInt(range[0]), Integer.parseInt(range[1]) + 1);
                exchange.sendResponseHeaders(206, some.length);
                exchange.getResponseBody().write(some);
            }
        }
    }

    private static void begin(HttpExchange exchange, byte[] bytes) {
        exchange.getResponseHeaders().add("ETag", tag(bytes));
        exchange.getResponseHeaders().add("Last-Modified", "Fri, 27 Nov 2026 06:00:00 GMT");
    }

    /** Begins as it should, then sends byte by byte, until the reader has had enough. */
    boolean drips(HttpExchange exchange) throws IOException {
        var bytes = objects.get(exchange.getRequestURI().getPath());
        if (!exchange.getRequestMethod().equals("GET") || bytes == null) {
            return false;
        }
        begin(exchange, bytes);
        exchange.sendResponseHeaders(206, bytes.length);
        for (byte each : bytes) {
            exchange.getResponseBody().write(each);
            exchange.getResponseBody().flush();
            pause();
        }
        return true;
    }

    /** Never answers until the server is closed. */
    static boolean hangs(HttpExchange exchange) throws IOException {
        try {
            new CountDownLatch(1).await();
            return true;
        } catch (InterruptedException gone) {
            throw new InterruptedIOException();
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException gone) {
            throw new InterruptedIOException();
        }
    }

    private static void answer(HttpExchange exchange, int status, String xml) throws IOException {
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            return '"'
                    + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes))
                    + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
