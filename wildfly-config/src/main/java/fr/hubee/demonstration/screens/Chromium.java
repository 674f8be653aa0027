package fr.hubee.demonstration.screens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.launcher.Folders;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A browser without a window, driven by its own protocol (DevTools): nothing else is needed to take a picture. */
final class Chromium implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Process process;
    private final Path profile;
    private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();
    private WebSocket socket;
    private int lastNumber;

    private Chromium(Process process, Path profile) {
        this.process = process;
        this.profile = profile;
    }

    static Chromium start(Path binary) throws IOException, InterruptedException {
        var profile = Files.createTempDirectory("hubee-screens");
        var builder = new ProcessBuilder(
                        binary.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-sync",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--lang=fr",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LANGUAGE", "fr"); // of its own words, such as those of a date that is not typed yet
        var process = builder.start();
        var chromium = new Chromium(process, profile);
        chromium.connect();
        return chromium;
    }

    private void connect() throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var pages = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/json/list"))
                        .build(),
                BodyHandlers.ofString());
        for (var page : JSON.readTree(pages.body())) {
            if (page.path("type").asText().equals("page")) {
                var address = URI.create(page.path("webSocketDebuggerUrl").asText());
                socket = http.newWebSocketBuilder()
                        .buildAsync(address, new Answers())
                        .join();
                return;
            }
        }
        throw new IllegalStateException("The browser shows no page");
    }

    /** It writes its port into a file once it listens. */
    private String port() throws IOException, InterruptedException {
        var file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!Files.exists(file) || Files.size(file) == 0) {
            if (System.nanoTime() > end || process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The browser does not start");
            }
        }
        return Files.readAllLines(file).get(0);
    }

    /** A command of the protocol, and its answer. */
    private JsonNode ask(String method, ObjectNode parameters) {
        var answer = new CompletableFuture<JsonNode>();
        int number = ++lastNumber;
        awaited.put(number, answer);
        var command = JSON.createObjectNode().put("id", number).put("method", method);
        command.set("params", parameters);
        socket.sendText(command.toString(), true).join();
        var told = answer.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
        if (told.has("error")) {
            throw new IllegalStateException(method + ": " + told.path("error"));
        }
        return told.path("result");
    }

    void cookie(String address, String name, String value) {
        ask(
                "Network.setCookie",
                JSON.createObjectNode()
                        .put("url", address)
                        .put("name", name)
                        .put("value", value)
                        .put("httpOnly", true));
    }

    void forgetCookies() {
        ask("Network.clearBrowserCookies", JSON.createObjectNode());
    }

    void look(int width, int height, boolean dark) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        var scheme = JSON.createObjectNode();
        scheme.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", dark ? "dark" : "light");
        ask("Emulation.setEmulatedMedia", scheme);
    }

    /** Returns once the page is there, with all that it loads. */
    void open(String address) {
        ask("Page.navigate", JSON.createObjectNode().put("url", address));
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!script("document.readyState === 'complete' && location.href !== 'about:blank'")
                .asBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(address + " does not load");
            }
        }
    }

    JsonNode script(String text) {
        return ask(
                        "Runtime.evaluate",
                        JSON.createObjectNode().put("expression", text).put("returnByValue", true))
                .path("result")
                .path("value");
    }

    byte[] picture() {
        var told = ask(
                "Page.captureScreenshot",
                JSON.createObjectNode().put("format", "png").put("optimizeForSpeed", false));
        return Base64.getDecoder().decode(told.path("data").asText());
    }

    @Override
    public void close() throws IOException {
        var children = process.descendants().toList();
        process.destroy();
        process.onExit().join();
        children.forEach(child -> child.onExit().join());
        Folders.delete(profile);
    }

    /** What comes back, by the number of its command; what nobody asked for is let go. */
    private final class Answers implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                try {
                    var told = JSON.readTree(message.toString());
                    var asked = awaited.remove(told.path("id").asInt());
                    if (asked != null) {
                        asked.complete(told);
                    }
                } catch (IOException notJson) {
                    throw new IllegalStateException(notJson);
                } finally {
                    message.setLength(0);
                }
            }
            from.request(1);
            return null;
        }
    }
}
