package fr.hubee.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.chaos.History.Answered;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** The software of a partner, which repeats what was not answered, as good software does. */
final class Software {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String API = "/teledossiers/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration REPEATS = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final HttpClient http;
    private final URI hub;
    private final String credentials;
    private final History history;
    private volatile String token;

    /** @param secret of the demonstration */
    Software(HttpClient http, URI hub, String clientId, String secret, History history) {
        this.http = http;
        this.hub = hub;
        var pair = clientId + ":" + secret;
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        this.history = history;
    }

    /** @param response null when none came */
    record Answer(HttpResponse<byte[]> response) {
        /** Returns the status of HTTP; 0 when no answer came. */
        int status() {
            return response == null ? 0 : response.statusCode();
        }

        byte[] body() {
            return response.body();
        }

        Optional<String> header(String name) {
            return response == null ? Optional.empty() : response.headers().firstValue(name);
        }

        JsonNode json() {
            return parsed(new String(body(), StandardCharsets.UTF_8));
        }

        Outcome outcome() {
            return Outcome.of(status());
        }

        private boolean isForGood() {
            return outcome() != Outcome.UNKNOWN && status() != 429 && status() != 401;
        }
    }

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException invalid) {
            throw new IllegalStateException(json, invalid);
        }
    }

    private interface Attempt {
        HttpRequest.Builder request() throws InterruptedException;
    }

    /** Returns the answer to one attempt. */
    Answer get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    /**
     * Repeats until it is answered for good, or for a minute and a half: with the same key, so that it is done once.
     *
     * @param key null for a request that may be repeated anyway
     */
    Answer repeat(String method, String path, String json, String key) throws InterruptedException {
        return repeat(() -> {
            var request =
                    request(path).header("Content-Type", "application/json").method(method, body(json));
            return key == null ? request : request.header("Idempotency-Key", key);
        });
    }

    private static HttpRequest.BodyPublisher body(String json) {
        return json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
    }

    /**
     * Opens a stream of events.
     *
     * @param last identifier of the last message that was read
     */
    Optional<InputStream> stream(String path, Optional<String> last) throws InterruptedException {
        var request = request(path).header("Accept", "text/event-stream");
        last.ifPresent(id -> request.header("Last-Event-ID", id));
        try {
            var answer = http.send(request.build(), BodyHandlers.ofInputStream());
            note("GET " + path, answer, System.nanoTime());
            if (answer.statusCode() == 200) {
                return Optional.of(answer.body());
            }
            answer.body().close();
        } catch (IOException gone) {
            // it is opened again
        }
        return Optional.empty();
    }

    /** Sends a file, and repeats like the others. */
    Answer upload(String path, byte[] bytes) throws InterruptedException {
        return repeat(() -> request(path)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    /**
     * Sends a file in pieces (tus), and goes on from where it got to.
     *
     * @param piece how many bytes are in one
     */
    Answer resume(String path, byte[] bytes, int piece) throws InterruptedException {
        var begun = repeat(
                () -> tus(path).header("Upload-Length", "" + bytes.length).POST(BodyPublishers.noBody()));
        if (begun.status() == 405) {
            return upload(path, bytes); // the release before takes it in one piece only
        }
        var place =
                begun.header("Location").map(location -> URI.create(location).getPath());
        for (int offset = 0; place.isPresent() && offset < bytes.length; ) {
            int from = offset;
            var answer = send(tus(place.get())
                    .header("Upload-Offset", "" + from)
                    .header("Content-Type", "application/offset+octet-stream")
                    .method("PATCH", BodyPublishers.ofByteArray(bytes, from, Math.min(piece, bytes.length - from))));
            if (answer.status() != 204) {
                answer = repeat(() -> tus(place.get()).method("HEAD", BodyPublishers.noBody()));
            }
            if (answer.outcome() != Outcome.DONE) {
                return upload(path, bytes); // it is over, or the last piece arrived and its answer did not
            }
            offset = Integer.parseInt(answer.header("Upload-Offset").orElse("0"));
        }
        return begun;
    }

    private HttpRequest.Builder tus(String path) throws InterruptedException {
        return request(path).header("Tus-Resumable", "1.0.0");
    }

    private Answer repeat(Attempt attempt) throws InterruptedException {
        long end = System.nanoTime() + REPEATS.toNanos();
        var answer = send(attempt.request());
        while (!answer.isForGood() && System.nanoTime() < end) {
            Thread.sleep(PAUSE.toMillis());
            answer = send(attempt.request());
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) throws InterruptedException {
        var place = path.matches("/(teledossiers|feed|referential|.well-known)/.*") ? path : API + path;
        return HttpRequest.newBuilder(hub.resolve(place))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token());
    }

    private String token() throws InterruptedException {
        while (token == null) {
            var answer = send(HttpRequest.newBuilder(hub.resolve("/oauth2/token"))
                    .timeout(PATIENCE)
                    .header("Authorization", credentials)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials")));
            if (answer.status() == 200) {
                token = answer.json().path("access_token").asText();
            } else {
                Thread.sleep(PAUSE.toMillis());
            }
        }
        return token;
    }

    private Answer send(HttpRequest.Builder builder) throws InterruptedException {
        var request = builder.build();
        var name = request.method() + " " + request.uri().getPath().replaceAll("[0-9a-f-]{36}", "…");
        long begin = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            note(name, answer, begin);
            return new Answer(answer);
        } catch (IOException gone) {
            history.note(new Answered(name, 0, false, begin, Outcome.since(begin)));
            return new Answer(null);
        }
    }

    private void note(String name, HttpResponse<?> answer, long begin) {
        history.note(new Answered(
                name,
                answer.statusCode(),
                answer.headers().firstValue("Retry-After").isPresent(),
                begin,
                Outcome.since(begin)));
        if (answer.statusCode() == 401) {
            token = null;
        }
    }
}
