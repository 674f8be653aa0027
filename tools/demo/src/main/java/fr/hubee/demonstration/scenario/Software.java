package fr.hubee.demonstration.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;

/** The software of one partner, signed in; its requests are printed. */
final class Software {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String name;
    private final String address;
    private final String token;
    private final ScenarioOutput output;

    Software(String name, String address, String token, ScenarioOutput output) {
        this.name = name;
        this.address = address;
        this.token = token;
        this.output = output;
    }

    Reply get(String path) {
        return send("GET", path, "", BodyPublishers.noBody());
    }

    /** @param more pairs of a header's name and its value */
    Reply post(String path, String json, String... more) {
        return sendJson("POST", path, json, more);
    }

    Reply patch(String path, String json) {
        return sendJson("PATCH", path, json);
    }

    Reply delete(String path) {
        return send("DELETE", path, "", BodyPublishers.noBody());
    }

    Reply getPart(String path, String range) {
        return send("GET", path, "", BodyPublishers.noBody(), "Range", range);
    }

    /** Sends the bytes of a file, with a digest. */
    Reply put(String path, DemoFile file, String digest) {
        return send(
                "PUT",
                path,
                "(%d bytes of %s)".formatted(file.bytes().length, file.name()),
                BodyPublishers.ofByteArray(file.bytes()),
                "Content-Type",
                "application/octet-stream",
                "digest",
                digest);
    }

    /**
     * Reads its queue, as it would do on a timer.
     *
     * @return the notification about the case; the queue may contain older ones
     */
    JsonNode poll(String process, String caseId) {
        var reply = get("/notifications?eventDetails=true&maxResult=10000&processCode=" + process);
        for (var waiting : reply.quietly(200)) {
            if (waiting.path("caseId").asText().equals(caseId)) {
                output.gets(
                        200,
                        "[… " + Excerpt.of(waiting, "id", "caseId", "eventId", "eventActionType", "eventStatus")
                                + " …]");
                return waiting;
            }
        }
        throw new UnexpectedAnswer(
                "%nGET /notifications by %s%n  expected: one about case %s%n  found: none".formatted(name, caseId));
    }

    /** Reads the queue, and expects nothing about the case. */
    void pollNothing(String process, String caseId) {
        var reply = get("/notifications?eventDetails=true&maxResult=10000&processCode=" + process);
        for (var waiting : reply.quietly(200)) {
            if (waiting.path("caseId").asText().equals(caseId)) {
                throw new UnexpectedAnswer("%nGET /notifications by %s%n  expected: nothing about case %s%n  found: %s"
                        .formatted(name, caseId, waiting));
            }
        }
        output.gets(200, "[] (nothing about this case)");
    }

    void forget(JsonNode notification) {
        delete("/notifications/" + notification.path("id").asText()).expect(204);
    }

    private Reply sendJson(String method, String path, String json, String... more) {
        var headers = Arrays.copyOf(more, more.length + 2);
        headers[more.length] = "Content-Type";
        headers[more.length + 1] = "application/json";
        return send(method, path, Excerpt.of(parsed(json)), BodyPublishers.ofString(json), headers);
    }

    private Reply send(String method, String path, String shown, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + "/teledossiers/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("applicationName", "HubEE scenario")
                .method(method, body);
        var line = new StringBuilder(method + " " + path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            if (!headers[i].equals("Content-Type")) {
                line.append("  [")
                        .append(headers[i])
                        .append(": ")
                        .append(headers[i + 1])
                        .append(']');
            }
        }
        output.sends(name, line.toString(), shown);
        return send(request.build(), name + ": " + line, output);
    }

    static Reply send(HttpRequest request, String line, ScenarioOutput output) {
        try {
            return new Reply(HTTP.send(request, BodyHandlers.ofByteArray()), line, output);
        } catch (IOException failure) {
            throw new UnexpectedAnswer("%n%s%n  no answer came: %s".formatted(line, failure));
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new UnexpectedAnswer("interrupted");
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return Excerpt.JSON.readTree(json);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }
}
