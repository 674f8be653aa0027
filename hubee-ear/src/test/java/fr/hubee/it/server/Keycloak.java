package fr.hubee.it.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A real identity provider in place of ProConnect; its users are in {@code keycloak/agents.json}. */
public final class Keycloak implements Closeable {
    public static final String CLIENT = "hubee";
    public static final String SECRET = "secret-of-the-tests";
    private static final String REALM = "agents";

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns at once: see {@link #awaitReady()}. */
    public static Keycloak launch() throws IOException {
        var home = Path.of(System.getProperty("hubee.keycloak"));
        var realm = home.resolve("data/import/agents.json");
        Files.createDirectories(realm.getParent());
        try (var ours = Keycloak.class.getResourceAsStream("/keycloak/agents.json")) {
            Files.copy(ours, realm, StandardCopyOption.REPLACE_EXISTING);
        }
        int port = TestParts.freePorts(9_000).http();
        var builder = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--db=dev-mem",
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
        builder.environment().remove("JDK_JAVA_OPTIONS"); // Keycloak chooses its garbage collector
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        return new Keycloak(builder.start(), port);
    }

    public void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!answers()) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IllegalStateException("Keycloak does not start: see target/keycloak/*/console.log");
            }
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                    .timeout(Duration.ofSeconds(10));
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException failure) {
            return false;
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/" + REALM;
    }

    /** Changes a user's e-mail address, as her administration might. */
    public void renameMail(String username, String email) throws IOException, InterruptedException {
        var found = admin("/users?exact=true&username=" + username);
        change("/users/" + found.path(0).path("id").asText(), user -> user.put("email", email));
    }

    /** Whether the user info comes as a signed token or as plain JSON. */
    public void signUserInfo(boolean signed) throws IOException, InterruptedException {
        var found = admin("/clients?clientId=" + CLIENT);
        change(
                "/clients/" + found.path(0).path("id").asText(),
                client -> client.withObject("/attributes")
                        .put("user.info.response.signature.alg", signed ? "RS256" : ""));
    }

    private void change(String path, Consumer<ObjectNode> how) throws IOException, InterruptedException {
        var whole = (ObjectNode) admin(path);
        how.accept(whole);
        var answer = http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(whole.toString()))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 204) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private JsonNode admin(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(request(path).build(), BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/admin/realms/" + REALM + path))
                .header("Authorization", "Bearer " + adminToken());
    }

    private String adminToken() throws IOException, InterruptedException {
        var address = "http://127.0.0.1:" + port + "/realms/master/protocol/openid-connect/token";
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=admin&password=admin"));
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body())
                .path("access_token")
                .asText();
    }

    /** The script may have started the server as a separate process. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
