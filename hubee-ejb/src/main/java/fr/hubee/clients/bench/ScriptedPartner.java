package fr.hubee.clients.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.kernel.shared.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.DigestInputStream;
import java.time.Duration;

/** A party of the exchange that calls the API of this node, as software does. */
final class ScriptedPartner {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(9);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI hub = BenchSettings.ownAddress();
    private final String token;

    ScriptedPartner(String token) {
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
        return call(request(path).GET());
    }

    void delete(String path) throws Refused, InterruptedException {
        call(request(path).DELETE());
    }

    /** @param body is sent as JSON */
    JsonNode send(String method, String path, Object body) throws Refused, InterruptedException {
        var json = BodyPublishers.ofString(text(body));
        return call(request(path).header("Content-Type", "application/json").method(method, json));
    }

    /** Sends a file that is made while it leaves. */
    void put(String path, GeneratedFile file) throws Refused, InterruptedException {
        var body = BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(file.pieces()), file.size());
        call(request(path).header("Content-Type", "application/octet-stream").PUT(body));
    }

    /** Returns an object as JSON. */
    static String text(Object body) {
        return JSON.valueToTree(body).toString();
    }

    private static JsonNode call(HttpRequest.Builder wanted) throws Refused, InterruptedException {
        var request = wanted.build();
        var what = request.method() + " " + request.uri().getPath();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new Refused(what, answer.statusCode(), answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new Refused(what, 0, failure.toString());
        }
    }

    /** Reads a file to its end, and returns whether it has the size and the digest that the hub announced. */
    boolean isWhole(String path, long size) throws Refused, InterruptedException {
        var sha256 = Sha256.fresh();
        try {
            var answer = HTTP.send(request(path).build(), BodyHandlers.ofInputStream());
            try (var bytes = new DigestInputStream(answer.body(), sha256)) {
                return bytes.transferTo(OutputStream.nullOutputStream()) == size
                        && answer.statusCode() == 200
                        && answer.headers().firstValue("digest").orElse("").equals(Sha256.text(sha256));
            }
        } catch (IOException failure) {
            throw new Refused("GET " + path, 0, failure.toString());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.resolve(path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token)
                .header("editorName", "HubEE")
                .header("applicationName", BenchWatch.PARTNER);
    }
}
