package fr.hubee.demonstration.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The hub's answer; printed once the scenario has stated what it expects. */
final class Reply {
    private final HttpResponse<byte[]> response;
    private final String request;
    private final ScenarioOutput output;

    Reply(HttpResponse<byte[]> response, String request, ScenarioOutput output) {
        this.response = response;
        this.request = request;
        this.output = output;
    }

    /** Prints the answer, or some of its fields. */
    JsonNode expect(int status, String... fields) {
        requireStatus(status);
        var json = json();
        output.gets(status, json.isMissingNode() ? "" : Excerpt.of(json, fields));
        return json;
    }

    /** Expects an error with a text of the contract. */
    void expectError(int status, String text) {
        expect(status);
        require("the message", text, json().at("/errors/0/message").asText());
    }

    /** Expects bytes, and checks the digest that the hub sends. */
    byte[] expectBytes(int status) {
        requireStatus(status);
        output.gets(
                status,
                response.body().length + " bytes; digest: " + header("digest")
                        + (status == 206 ? "; Content-Range: " + header("Content-Range") : "") + "; "
                        + header("Content-Disposition"));
        return response.body();
    }

    /** Does not print the answer. */
    JsonNode quietly(int status) {
        requireStatus(status);
        return json();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private void requireStatus(int status) {
        if (response.statusCode() != status) {
            output.gets(response.statusCode(), text());
            require("the status", String.valueOf(status), String.valueOf(response.statusCode()));
        }
    }

    private void require(String what, String expected, String found) {
        if (!expected.equals(found)) {
            throw new UnexpectedAnswer(
                    "%n%s%n  %s expected: %s%n  found: %s".formatted(request, what, expected, found));
        }
    }

    private String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private JsonNode json() {
        try {
            return response.body().length == 0 ? MissingNode.getInstance() : Excerpt.JSON.readTree(response.body());
        } catch (IOException invalid) {
            throw new UnexpectedAnswer("%n%s%n  JSON expected%n  found: %s".formatted(request, text()));
        }
    }
}
