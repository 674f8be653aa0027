package fr.hubee.it.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The software of a partner, with the credentials of the demonstration. */
public final class Partner {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Map<String, Partner> KNOWN = new ConcurrentHashMap<>();

    /** The clients that copies were made of, by copy. */
    private static final Map<String, String> ORIGINALS = new ConcurrentHashMap<>();

    private final HttpClient http;
    private final String base;
    private final String api;
    private final String token;
    private final Map<String, String> headers;

    private Partner(HttpClient http, String base, String api, String token, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.api = api;
        this.token = token;
        this.headers = headers;
    }

    /** Returns the software with this client identifier, on the server of the in-container tests. */
    public static Partner of(String clientId) {
        return KNOWN.computeIfAbsent(clientId, id -> signIn(address(), id));
    }

    public static String address() {
        return "http://127.0.0.1:" + System.getProperty("hubee.it.http");
    }

    /** Returns the HTTPS address of the same server, whose certificate is not trusted. */
    public static String tlsAddress() {
        return "https://127.0.0.1:" + tlsPort();
    }

    /** Returns the port of HTTPS, at a constant distance from that of HTTP. */
    public static int tlsPort() {
        return Integer.getInteger("hubee.it.http") - 8080 + 8443;
    }

    /** Returns the same software on another server. */
    public static Partner signIn(String address, String clientId) {
        return signIn(HTTP, address, clientId);
    }

    /** @param http a client that reaches that server */
    public static Partner signIn(HttpClient http, String address, String clientId) {
        var answer = send(http, askingToken(address, clientId, secret(clientId), "grant_type=client_credentials"));
        return withToken(http, address, answer.field("access_token"));
    }

    public static Partner withToken(String address, String token) {
        return withToken(HTTP, address, token);
    }

    private static Partner withToken(HttpClient http, String address, String token) {
        return new Partner(http, address, "/teledossiers/v1", token, Map.of());
    }

    /** Returns the software that has this answer with a token, on the server of the in-container tests. */
    public static Partner holding(Answer token) {
        return withToken(address(), token.field("access_token"));
    }

    /** Requests a token of the server of the in-container tests. */
    public static Answer askToken(String clientId, String secret) {
        return askToken(address(), clientId, secret, "grant_type=client_credentials");
    }

    /** Returns a new token of a client of the demonstration. */
    public static String newToken(String clientId) {
        return askToken(clientId, secret(clientId)).expect(200).field("access_token");
    }

    /** Requests a token with a form body. */
    public static Answer askToken(String address, String clientId, String secret, String form) {
        return send(askingToken(address, clientId, secret, form));
    }

    private static HttpRequest.Builder askingToken(String address, String clientId, String secret, String form) {
        return HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                .header("Authorization", basic(clientId, secret))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    public static String basic(String clientId, String secret) {
        var text = clientId + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Creates a client with all that a known one has, its secret included: its calls are its own. */
    public static String copyOf(String clientId) {
        var copy = clientId + "-" + UUID.randomUUID();
        var row = "(jsonb_populate_record(c, jsonb_build_object('client_id', ?))).*";
        Database.change(
                "insert into api_client select " + row + " from api_client c where client_id = ?", copy, clientId);
        Database.change(
                "insert into api_client_secret select "
                        + row.replace("'client_id'", "'id', gen_random_uuid(), 'client_id'")
                        + " from api_client_secret c where client_id = ?",
                copy,
                clientId);
        ORIGINALS.put(copy, clientId);
        return copy;
    }

    public static String secret(String clientId) {
        var known = ORIGINALS.getOrDefault(clientId, clientId);
        for (var client : demonstration().path("clients")) {
            if (client.path("clientId").asText().equals(known)) {
                return client.path("clientSecret").asText();
            }
        }
        throw new IllegalArgumentException(clientId);
    }

    private static JsonNode demonstration() {
        try {
            var file = Path.of(System.getProperty("hubee.bootstrap"), "demo.json");
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    /** Returns the same software, which sends one more header. */
    public Partner with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Partner(http, base, api, token, Map.copyOf(more));
    }

    /** Returns the same software with the same token, for another server. */
    public Partner at(String address) {
        return new Partner(http, address, api, token, headers);
    }

    /** Returns the same software, for the Referential API. */
    public Partner atReferential() {
        return new Partner(http, base, "/referential/v1", token, headers);
    }

    /** Returns the same software, for the feed and its webhooks. */
    public Partner atFeed() {
        return new Partner(http, base, "/feed/v1", token, headers);
    }

    /** Returns the same software, for the test bench. */
    public Partner atBench() {
        return new Partner(http, base, "/bench/v1", token, headers);
    }

    /** Returns the same software, for what belongs to no API. */
    public Partner atRoot() {
        return new Partner(http, base, "", token, headers);
    }

    public Answer get(String path) {
        return send(http, request(path).GET());
    }

    /** Returns the answer as a stream, for what is too large for memory. */
    public HttpResponse<InputStream> stream(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
    }

    public Answer post(String path, String json) {
        return send(http, json(path).POST(BodyPublishers.ofString(json)));
    }

    public Answer patch(String path, String json) {
        return send(http, json(path).method("PATCH", BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json) {
        return send(http, json(path).PUT(BodyPublishers.ofString(json)));
    }

    public Answer upload(String path, byte[] bytes) {
        return upload(path, BodyPublishers.ofByteArray(bytes));
    }

    public Answer upload(String path, BodyPublisher bytes) {
        return send(
                http,
                request(path).header("Content-Type", "application/octet-stream").PUT(bytes));
    }

    public Answer delete(String path) {
        return send(http, request(path).DELETE());
    }

    /** Returns the notification about one case, or null; the queue is shared by all tests. */
    public JsonNode notificationOf(String caseId) {
        for (var notification :
                get("/notifications?maxResult=10000&eventDetails=true").json()) {
            if (notification.path("caseId").asText().equals(caseId)) {
                return notification;
            }
        }
        return null;
    }

    /** Takes a notification out of its queue. */
    public Answer acknowledge(JsonNode notification) {
        return delete("/notifications/" + notification.path("id").asText());
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + api + path))
                .timeout(Duration.ofMinutes(3))
                .header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        return request;
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    /** Returns a request without credentials to the server of the in-container tests. */
    public static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    /** Returns the same that sends a form. */
    public static HttpRequest.Builder form(String path, String form) {
        return to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    public static Answer send(HttpRequest.Builder request) {
        return send(HTTP, request);
    }

    private static Answer send(HttpClient http, HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }
}
