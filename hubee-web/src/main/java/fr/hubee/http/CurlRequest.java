package fr.hubee.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the requests of the contracts for curl, with the examples of the contracts. */
final class CurlRequest {
    private static final String JSON = "application/json";
    private static final String NEXT = " \\\n  ";

    private final JsonNode document;

    private CurlRequest(JsonNode document) {
        this.document = document;
    }

    /** Keeps what is made once. */
    private static final class Known {
        static final Map<String, String> REQUESTS = all();

        private static Map<String, String> all() {
            var all = new TreeMap<String, String>();
            Stream.of(Contract.values()).forEach(contract -> new CurlRequest(contract.read()).addTo(all));
            return all;
        }
    }

    /**
     * Returns the request; empty when no contract has the operation.
     *
     * @param operation method and path, with the names of its parameters
     * @param option of curl, empty without one
     */
    static Optional<String> of(String operation, String option) {
        return Optional.ofNullable(Known.REQUESTS.get(operation))
                .map(request -> option.isEmpty() ? request : request + NEXT + option);
    }

    private void addTo(Map<String, String> all) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(each -> {
                    var method = each.getKey().toUpperCase(Locale.ROOT);
                    all.put(method + " " + path.getKey(), request(method, path.getKey(), each.getValue()));
                }));
    }

    private String request(String method, String path, JsonNode operation) {
        var parts = new ArrayList<String>();
        var address = RefusalHelp.here() + filled(path, operation);
        parts.add("curl " + (method.equals("GET") ? "" : "-X " + method + " ") + "\"" + address + "\"");
        boolean token = operation.path("security").path(0).has("basic");
        parts.add(token ? "-u \"$CLIENT_ID:$CLIENT_SECRET\"" : "-H \"Authorization: Bearer $TOKEN\"");
        var body = resolved(operation.path("requestBody")).path("content");
        if (token) {
            parts.add("-d grant_type=client_credentials");
        } else if (body.has(JSON)) {
            parts.add("-H \"Content-Type: " + JSON + "\"");
            parts.add("-d " + example(body.path(JSON)).map(CurlRequest::quoted).orElse("@body.json"));
        } else if (!body.isEmpty()) {
            parts.add("-H \"Content-Type: " + body.fieldNames().next() + "\"");
            parts.add("--data-binary @file");
        }
        return String.join(NEXT, parts);
    }

    /** Returns the path with examples instead of the names of its parameters. */
    private String filled(String path, JsonNode operation) {
        var filled = path;
        for (var each : operation.path("parameters")) {
            var parameter = resolved(each);
            var value = Stream.of(
                            parameter.path("example"),
                            resolved(parameter.path("schema")).path("example"))
                    .filter(example -> !example.isMissingNode())
                    .findFirst();
            if (value.isPresent()) {
                filled = filled.replace(
                        "{" + parameter.path("name").asText() + "}", value.get().asText());
            }
        }
        return filled;
    }

    private Optional<JsonNode> example(JsonNode content) {
        var examples = new ArrayList<>(List.of(content.path("example")));
        content.path("examples").forEach(each -> examples.add(resolved(each).path("value")));
        examples.add(resolved(content.path("schema")).path("example"));
        return examples.stream().filter(each -> !each.isMissingNode()).findFirst();
    }

    private static String quoted(JsonNode body) {
        return "'" + body.toPrettyString().replace("'", "'\\''") + "'";
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
