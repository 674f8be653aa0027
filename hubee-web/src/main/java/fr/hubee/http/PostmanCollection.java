package fr.hubee.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.settings.SettingSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Writes the contracts as a collection of Postman (format 2.1): each operation is a request with the examples of its contract, and a test
 * that its answer has a status of the contract. The request for a token keeps it for the others.
 */
public final class PostmanCollection {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String FORMAT = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String KEEP_TOKEN =
            "if (pm.response.code === 200) pm.collectionVariables.set(\"token\", pm.response.json().access_token);";

    private final ObjectNode collection = JSON.objectNode();
    /** The variables of the paths, with examples. */
    private final Map<String, String> variables = new TreeMap<>();

    private PostmanCollection() {
        collection
                .putObject("info")
                .put("name", "HubEE")
                .put("description", "Fill in clientId and clientSecret, and send « Get an access token » first.")
                .put("schema", FORMAT);
        collection.set("auth", auth("bearer", Map.of("token", "{{token}}")));
    }

    /** Returns the collection, whose requests go to this hub. */
    public static String text() {
        return Known.TEXT;
    }

    private static final class Known {
        private static final String TEXT = new PostmanCollection().of(Contract.values());
    }

    private String of(Contract... contracts) {
        var groups = collection.putArray("item");
        Stream.of(contracts).forEach(contract -> add(groups, contract.read()));
        var list = collection.putArray("variable");
        var here = new PublicAddress(SettingSource.ofThisServer()).uri().toString();
        variable(list, "baseUrl", here);
        Stream.of("clientId", "clientSecret", "token").forEach(name -> variable(list, name, ""));
        variables.forEach((name, example) -> variable(list, name, example));
        return collection.toPrettyString();
    }

    private static void variable(ArrayNode list, String name, String value) {
        list.addObject().put("key", name).put("value", value);
    }

    private void add(ArrayNode groups, JsonNode document) {
        for (var tag : document.path("tags")) {
            var name = tag.path("name").asText();
            var group = groups.addObject()
                    .put("name", document.at("/info/title").asText() + ": " + name)
                    .put("description", tag.path("description").asText());
            var requests = group.putArray("item");
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(each ->
                                    each.getValue().at("/tags/0").asText().equals(name))
                            .forEach(each -> requests.add(
                                    new PostmanRequest(document, path.getKey(), each.getKey(), each.getValue())
                                            .item())));
        }
    }

    private static ObjectNode auth(String type, Map<String, String> values) {
        var auth = JSON.objectNode().put("type", type);
        var list = auth.putArray(type);
        new TreeMap<>(values)
                .forEach((key, value) ->
                        list.addObject().put("key", key).put("value", value).put("type", "string"));
        return auth;
    }

    private final class PostmanRequest {
        private final JsonNode document;
        private final String path;
        private final String method;
        private final JsonNode operation;

        PostmanRequest(JsonNode document, String path, String method, JsonNode operation) {
            this.document = document;
            this.path = path;
            this.method = method.toUpperCase(Locale.ROOT);
            this.operation = operation;
        }

        ObjectNode item() {
            boolean token = operation.path("security").path(0).has("basic");
            var item = JSON.objectNode().put("name", operation.path("summary").asText());
            var test = item.putArray("event").addObject().put("listen", "test").putObject("script");
            var lines = test.put("type", "text/javascript").putArray("exec");
            var statuses = operation.path("responses").properties().stream()
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            lines.add("pm.test(\"A status of the contract\", () => pm.expect(pm.response.code).to.be.oneOf([" + statuses
                    + "]));");
            if (token) {
                lines.add(KEEP_TOKEN);
            }
            var request = item.putObject("request").put("method", method);
            request.put("description", operation.path("description").asText());
            if (token) {
                request.set("auth", auth("basic", Map.of("username", "{{clientId}}", "password", "{{clientSecret}}")));
            }
            var headers = request.putArray("header");
            parameters("header")
                    .forEach(each -> field(headers, each, !each.path("required").asBoolean()));
            request.set("url", url());
            body(request, headers, resolved(operation.path("requestBody")).path("content"));
            return item;
        }

        private ObjectNode url() {
            var raw = "{{baseUrl}}" + path.replaceAll("\\{(\\w+)}", ":$1");
            var url = JSON.objectNode().put("raw", raw);
            url.putArray("host").add("{{baseUrl}}");
            var steps = url.putArray("path");
            Stream.of(path.substring(1).split("/")).forEach(step -> steps.add(step.replaceAll("\\{(\\w+)}", ":$1")));
            var query = url.putArray("query");
            parameters("query")
                    .forEach(each -> field(query, each, !each.path("required").asBoolean()));
            var places = url.putArray("variable");
            parameters("path").forEach(each -> {
                var name = each.path("name").asText();
                var sample = sample(each);
                var same = variables.computeIfAbsent(name, first -> sample).equals(sample);
                places.addObject()
                        .put("key", name)
                        .put("value", same ? "{{" + name + "}}" : sample)
                        .put("description", each.path("description").asText());
            });
            return url;
        }

        private void field(ArrayNode list, JsonNode parameter, boolean disabled) {
            list.addObject()
                    .put("key", parameter.path("name").asText())
                    .put("value", sample(parameter))
                    .put("description", parameter.path("description").asText())
                    .put("disabled", disabled);
        }

        private void body(ObjectNode request, ArrayNode headers, JsonNode content) {
            if (content.has(FORM)) {
                var fields = request.putObject("body").put("mode", "urlencoded").putArray("urlencoded");
                fields.addObject().put("key", "grant_type").put("value", "client_credentials");
            } else if (!content.isEmpty()) {
                var type = content.fieldNames().next();
                headers.addObject().put("key", "Content-Type").put("value", type);
                var body = request.putObject("body");
                if (type.endsWith("json")) {
                    body.put("mode", "raw").put("raw", example(content.path(type)));
                    body.putObject("options").putObject("raw").put("language", "json");
                } else {
                    body.put("mode", "file").putObject("file");
                }
            }
        }

        private String example(JsonNode content) {
            var examples = new ArrayList<>(List.of(content.path("example")));
            content.path("examples").forEach(each -> examples.add(resolved(each).path("value")));
            examples.add(resolved(content.path("schema")).path("example"));
            return examples.stream()
                    .filter(each -> !each.isMissingNode())
                    .findFirst()
                    .map(JsonNode::toPrettyString)
                    .orElse("{}");
        }

        private Stream<JsonNode> parameters(String in) {
            return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                    .map(this::resolved)
                    .filter(each -> each.path("in").asText().equals(in));
        }

        /** Returns a right value of a parameter, as far as the contract has one. */
        private String sample(JsonNode parameter) {
            var schema = resolved(parameter.path("schema"));
            return Stream.of(
                            parameter.path("example"),
                            schema.path("example"),
                            schema.path("default"),
                            schema.at("/enum/0"))
                    .map(value -> value.isArray() ? value.path(0) : value)
                    .filter(JsonNode::isValueNode)
                    .findFirst()
                    .map(JsonNode::asText)
                    .orElse(schema.path("format").asText().equals("uuid") ? new UUID(0, 0).toString() : "");
        }

        private JsonNode resolved(JsonNode node) {
            var reference = node.path("$ref").asText("");
            return reference.isEmpty() ? node : document.at(reference.substring(1));
        }
    }
}
