package fr.hubee.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.http.RefusalHelp.Asked;
import fr.hubee.http.RefusalHelp.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes a request of a contract for curl, with the examples of the contract. */
final class CurlRequest {
    private static final String JSON = "application/json";
    private static final String NEXT = " \\\n  ";

    /** Stands in a line that was corrected, until the lines are separated. */
    private static final String MARK = "\uE000";

    private final JsonNode document;
    private final JsonNode operation;
    private final String method;

    private CurlRequest(JsonNode document, JsonNode operation, String method) {
        this.document = document;
        this.operation = operation;
        this.method = method;
    }

    /** Keeps what is made once. */
    private static final class Known {
        static final Map<String, CurlRequest> REQUESTS = all();

        private static Map<String, CurlRequest> all() {
            var all = new TreeMap<String, CurlRequest>();
            Stream.of(Contract.values())
                    .map(Contract::read)
                    .forEach(document -> document.path("paths")
                            .properties()
                            .forEach(path -> path.getValue().properties().forEach(each -> {
                                var method = each.getKey().toUpperCase(Locale.ROOT);
                                all.put(
                                        method + " " + path.getKey(),
                                        new CurlRequest(document, each.getValue(), method));
                            })));
            return all;
        }
    }

    /**
     * Returns the request; empty when no contract has the operation.
     *
     * @param operation method and path, with the names of its parameters
     */
    static Optional<CurlRequest> of(String operation) {
        return Optional.ofNullable(Known.REQUESTS.get(operation));
    }

    /** Returns the scopes of the tokens that the operation takes. */
    Set<String> scopes() {
        var scopes = new TreeSet<String>();
        operation.path("security").forEach(each -> each.path("oauth2").forEach(scope -> scopes.add(scope.asText())));
        return scopes;
    }

    /**
     * Returns the lines of the request.
     *
     * @param path with values, or with the names of parameters that get examples
     * @param option of curl, empty without one
     */
    List<Line> lines(String path, String option, Asked asked) {
        var parts = new ArrayList<String>();
        var address = RefusalHelp.here() + filled(path, asked.values()) + query(asked);
        boolean moved =
                asked.corrected().stream().anyMatch(place -> place.startsWith("path.") || place.startsWith("query."));
        parts.add((moved ? MARK : "") + "curl " + (method.equals("GET") ? "" : "-X " + method + " ") + "\"" + address
                + "\"");
        boolean token = operation.path("security").path(0).has("basic");
        parts.add(token ? "-u \"$CLIENT_ID:$CLIENT_SECRET\"" : "-H \"Authorization: Bearer $TOKEN\"");
        asked.headers()
                .forEach((name, value) -> parts.add((asked.corrected().contains("header." + name) ? MARK : "") + "-H "
                        + quoted(name + ": " + value)));
        var body = resolved(operation.path("requestBody")).path("content");
        if (token) {
            parts.add("-d grant_type=client_credentials");
        } else if (body.has(JSON)) {
            parts.add("-H \"Content-Type: " + JSON + "\"");
            parts.add("-d " + body(body.path(JSON), asked));
        } else if (!body.isEmpty()) {
            parts.add("-H \"Content-Type: " + body.fieldNames().next() + "\"");
            parts.add("--data-binary @file");
        }
        if (!option.isEmpty()) {
            parts.add(option);
        }
        return String.join(NEXT, parts)
                .lines()
                .map(line -> new Line(line.replace(MARK, "") + "\n", line.contains(MARK)))
                .toList();
    }

    /** Returns the path with examples instead of the names of its parameters. */
    private String filled(String path, Map<String, String> values) {
        var filled = path;
        for (var parameter : parameters("path")) {
            var name = "{" + parameter.path("name").asText() + "}";
            filled = filled.replace(name, value(parameter, "path.", values).orElse(name));
        }
        return filled;
    }

    private String query(Asked asked) {
        return parameters("query").stream()
                .filter(each ->
                        asked.corrected().contains("query." + each.path("name").asText()))
                .flatMap(each -> value(each, "query.", asked.values()).stream()
                        .map(value -> each.path("name").asText() + "=" + value))
                .reduce((one, other) -> one + "&" + other)
                .map(all -> "?" + all)
                .orElse("");
    }

    private Optional<String> value(JsonNode parameter, String place, Map<String, String> values) {
        return Optional.ofNullable(values.get(place + parameter.path("name").asText()))
                .or(() -> sample(parameter).map(value -> (value.isArray() ? value.path(0) : value).asText()));
    }

    private List<JsonNode> parameters(String in) {
        var parameters = new ArrayList<JsonNode>();
        operation.path("parameters").forEach(each -> parameters.add(resolved(each)));
        parameters.removeIf(each -> !each.path("in").asText().equals(in));
        return parameters;
    }

    /** Returns a right value of a parameter or of a schema, as far as the contract has one. */
    private Optional<JsonNode> sample(JsonNode described) {
        var schema = resolved(described.path("schema"));
        return Stream.of(described, schema)
                .flatMap(each -> Stream.of(
                        each.path("example"),
                        each.path("default"),
                        each.path("enum").path(0),
                        each.path("minimum")))
                .filter(each -> !each.isMissingNode())
                .findFirst();
    }

    private String body(JsonNode content, Asked asked) {
        var body = example(content, asked.corrected());
        body.ifPresent(value -> asked.values().forEach((place, own) -> put(value, place, own)));
        for (var place : asked.corrected()) {
            if (place.startsWith("body/")) {
                var steps = List.of(place.split("/"));
                body = body.map(value -> marked(value, content.path("schema"), steps.subList(1, steps.size())));
            }
        }
        return body.map(value -> quoted(value.toPrettyString())).orElse("@body.json");
    }

    /** Puts a value into the field that an example has at a place of the body. */
    private static void put(JsonNode example, String place, String value) {
        int last = place.lastIndexOf('/');
        if (last < 0) {
            return;
        }
        var name = place.substring(last + 1);
        var owner = example.at(place.substring("body".length(), last));
        if (owner instanceof ObjectNode fields && fields.path(name).isNumber()) {
            fields.put(name, Long.parseLong(value));
        } else if (owner instanceof ObjectNode fields && fields.has(name)) {
            fields.put(name, value);
        } else if (owner instanceof ArrayNode items && !items.isEmpty()) {
            items.set(0, value);
        }
    }

    /** Marks a field of the body, which is added with a sample if the example lacks it. */
    private JsonNode marked(JsonNode value, JsonNode described, List<String> steps) {
        var schema = resolved(described);
        if (steps.isEmpty() || !value.isContainerNode() || value.isEmpty()) {
            return value;
        }
        var rest = steps.subList(1, steps.size());
        if (value instanceof ArrayNode items) {
            int last = items.size() - 1;
            int index = steps.get(0).matches("\\d{1,4}") ? Math.min(Integer.parseInt(steps.get(0)), last) : last;
            items.set(index, marked(items.get(index), schema.path("items"), rest));
            return items;
        }
        var name = steps.get(0);
        var property = schema.path("properties").path(name);
        boolean last = rest.stream().allMatch(step -> step.matches("\\d+"));
        var marked = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(each -> {
            boolean meant = each.getKey().replace(MARK, "").equals(name);
            marked.set(
                    meant && last ? MARK + name : each.getKey(),
                    meant ? marked(each.getValue(), property, rest) : each.getValue());
        });
        if (last && !marked.has(MARK + name)) {
            sample(property).or(() -> sample(resolved(property))).ifPresent(right -> marked.set(MARK + name, right));
        }
        return marked;
    }

    /** Returns the first example that has a corrected place, or the first of all. */
    private Optional<JsonNode> example(JsonNode content, List<String> corrected) {
        var examples = new ArrayList<>(List.of(content.path("example")));
        content.path("examples").forEach(each -> examples.add(resolved(each).path("value")));
        examples.add(resolved(content.path("schema")).path("example"));
        examples.removeIf(JsonNode::isMissingNode);
        return examples.stream()
                .filter(each -> corrected.stream()
                        .filter(place -> place.startsWith("body/"))
                        .anyMatch(place ->
                                !each.at(place.substring("body".length())).isMissingNode()))
                .findFirst()
                .or(() -> examples.stream().findFirst())
                .map(JsonNode::deepCopy);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
