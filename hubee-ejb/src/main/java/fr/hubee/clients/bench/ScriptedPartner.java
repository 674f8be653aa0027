package fr.hubee.clients.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A party of the exchange that calls the API of this node, as software does. */
final class ScriptedPartner {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(9);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI hub;
    private final String token;

    ScriptedPartner(URI hub, String token) {
        this.hub = hub;
        this.token = token;
    }

    /** The hub refused an act of the partner: the scenario cannot go on. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String what, int status, String answer) {
            super(what + ": " + status + " " + answer);
        }
    }

    JsonNode get(String path) throws Refused, InterruptedException {
        return json(send(request(path).GET(), path));
    }

    JsonNode post(String path, JsonNode body) throws Refused, InterruptedException {
        return json(send(with(path, body, "POST"), path));
    }

    void patch(String path, JsonNode body) throws Refused, InterruptedException {
        send(with(path, body, "PATCH"), path);
    }

    void delete(String path) throws Refused, InterruptedException {
        send(request(path).DELETE(), path);
    }

    /** Sends a file that is made while it leaves. */
    void put(String path, Supplier<InputStream> bytes, long length) throws Refused, InterruptedException {
        BodyPublisher body = length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(bytes), length);
        send(request(path).header("Content-Type", "application/octet-stream").PUT(body), path);
    }

    /** Reads a file to its end, and returns its digest as the hub announced it; empty when the bytes are others. */
    Optional<String> digest(String path, long size) throws Refused, InterruptedException {
        try {
            var answer = HTTP.send(request(path).GET().build(), BodyHandlers.ofInputStream());
            try (var bytes = answer.body()) {
                var read = GeneratedFile.read(bytes);
                var announced = answer.headers().firstValue("digest").orElse("");
                return answer.statusCode() == 200
                                && read.size() == size
                                && read.sha256().equals(announced)
                        ? Optional.of(announced)
                        : Optional.empty();
            }
        } catch (IOException failure) {
            throw new Refused("GET " + path, 0, failure.toString());
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder wanted, String path)
            throws Refused, InterruptedException {
        var request = wanted.build();
        var what = request.method() + " " + path;
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new Refused(what, answer.statusCode(), answer.body());
            }
            return answer;
        } catch (IOException failure) {
            throw new Refused(what, 0, failure.toString());
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws Refused {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException invalid) {
            throw new Refused(answer.uri().getPath(), answer.statusCode(), answer.body());
        }
    }

    private HttpRequest.Builder with(String path, JsonNode body, String method) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.resolve(path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token)
                .header("editorName", "HubEE")
                .header("applicationName", BenchWatch.PARTNER);
    }
}
