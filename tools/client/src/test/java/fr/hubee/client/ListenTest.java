package fr.hubee.client;

import static fr.hubee.client.TestHub.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command hubee-listen, between a hub and the software of an engineer. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ListenTest {
    private static final String FEED = "GET /feed/v1/events";

    /** The events of the feed, by pages. */
    private final BlockingQueue<String> pages = new LinkedBlockingQueue<>();

    /** The queries of the calls to the feed. */
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    private final AtomicInteger cursor = new AtomicInteger();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    /** The statuses that the software answers before 200. */
    private final Deque<Integer> statuses = new ArrayDeque<>();

    private TestHub hub;
    private HttpServer software;
    private Process listen;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        Script.require("python3");
        hub = new TestHub();
        hub.answers.put(FEED, this::feed);
        software = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        software.createContext("/hubee", this::receive);
        software.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (listen != null) {
            listen.destroy();
            listen.waitFor();
        }
        hub.close();
        software.stop(0);
    }

    private void feed(HttpExchange call) throws IOException {
        var query = call.getRequestURI().getQuery();
        asked.add(query);
        try {
            var page = query.contains("wait=0") && pages.isEmpty() ? "" : pages.take();
            var next = "</feed/v1/events?cursor=" + cursor.incrementAndGet() + "&"
                    + query.replaceFirst("cursor=\\d+&", "") + ">";
            json(200, "[" + page + "]", "Link", next + "; rel=\"next\"").to(call);
        } catch (InterruptedException gone) {
            call.close();
        }
    }

    private void receive(HttpExchange call) throws IOException {
        var secret = Files.readString(folder.resolve("hubee-listen/secret"));
        try {
            var event = new Webhooks(secret).read(call.getRequestBody().readAllBytes(), call.getRequestHeaders());
            int status = statuses.isEmpty() ? 200 : statuses.remove();
            told.add(event.id() + " " + status);
            json(status, "").to(call);
        } catch (WebhookVerificationException refused) {
            told.add("forged");
            json(401, "").to(call);
        }
    }

    private static String event(int number) {
        return "{\"id\": \"" + number
                + "\", \"type\": \"fr.hubee.case.received.v1\", \"subject\": \"été\", \"data\": {}}";
    }

    private void listen(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("python3", "-B", Script.folder("python") + "/hubee-listen"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(hub.environment());
        listen = builder.redirectOutput(said().toFile()).start();
    }

    private Path said() {
        return folder.resolve("said");
    }

    private String address() {
        return "http://localhost:" + software.getAddress().getPort() + "/hubee";
    }

    private String next() throws InterruptedException, IOException {
        var next = told.poll(30, TimeUnit.SECONDS);
        assertTrue(next != null, Files.readString(said()));
        return next;
    }

    @Test
    void whatHappensFromNowOnIsForwardedSignedUntilItIsTaken() throws Exception {
        pages.add(event(1));
        listen(address());
        assertEquals("limit=100&wait=0", asked.take());
        assertEquals("cursor=1&limit=100&wait=0", asked.take());
        assertEquals("cursor=2&limit=100&wait=25", asked.take());
        statuses.add(503);
        pages.add(event(2) + "," + event(3));
        assertEquals("2 503", next());
        assertEquals("2 200", next());
        assertEquals("3 200", next());
    }

    @Test
    void theNextStartGoesOnWhereTheFormerOneStopped() throws Exception {
        pages.add(event(1));
        listen("--all", address());
        assertEquals("1 200", next());
        assertEquals("limit=100&wait=25", asked.take());
        assertEquals("cursor=1&limit=100&wait=25", asked.take());
        listen.destroy();
        listen.waitFor();
        listen(address());
        assertEquals("cursor=1&limit=100&wait=25", asked.take());
    }

    @Test
    void eventsLeaveThisMachineNowhere() throws Exception {
        listen("http://software.example/hubee");
        assertEquals(2, listen.waitFor());
        assertTrue(Files.readString(said()).contains("no address of this machine"), Files.readString(said()));
        assertEquals(List.of(), hub.calls);
    }
}
