package fr.hubee.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts are good enough to generate clients from, and say each refusal; examples are sent by a test on the server. */
class OpenApiLintTest {
    private static final Set<String> METHODS = Set.of("get", "head", "put", "post", "patch", "delete");

    private final List<String> missing = new ArrayList<>();
    private JsonNode document;

    private void check(String file) throws IOException {
        try (var yaml = OpenApiLintTest.class.getResourceAsStream("/openapi/" + file)) {
            document = new YAMLMapper().readTree(yaml);
        }
        var identifiers = new HashSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var id = operation.getValue().path("operationId").asText();
                    check(METHODS.contains(operation.getKey()), path.getKey() + " " + operation.getKey());
                    check(id.matches("[a-z][A-Za-z]+") && identifiers.add(id), path.getKey() + " operationId");
                    operation(id, path.getKey(), operation.getValue());
                }));
        document.at("/components/schemas").properties().forEach(each -> schema(each.getKey(), each.getValue()));
    }

    private void check(boolean right, String where) {
        if (!right) {
            missing.add(where);
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(document.at(node.path("$ref").asText().substring(1)))
                : node;
    }

    private void operation(String id, String path, JsonNode operation) {
        var answers = operation.path("responses");
        refusals(path, operation).forEach(status -> check(answers.has(status), id + " " + status));
        content(id + " request", resolved(operation.path("requestBody")));
        answers.properties().forEach(each -> {
            var answer = resolved(each.getValue());
            content(id + " " + each.getKey(), answer);
            check(
                    !Set.of("429", "503", "507").contains(each.getKey())
                            || answer.path("headers").has("Retry-After"),
                    id + " " + each.getKey() + " Retry-After");
        });
        for (var parameter : operation.path("parameters")) {
            var known = resolved(parameter);
            schema(id + "." + known.path("name").asText(), known.path("schema"));
            check(known.has("description"), id + "." + known.path("name").asText() + " description");
        }
    }

    /** Returns the refusals that an operation has in any case. */
    private Stream<String> refusals(String path, JsonNode operation) {
        if (!path.contains("/v1/")) {
            return Stream.of("400", "401", "413", "429", "503");
        }
        var body = resolved(operation.path("requestBody")).path("content");
        return Stream.of(
                        Stream.of("400", "401", "403", "429", "500", "503"),
                        path.contains("{") ? Stream.of("404") : Stream.<String>of(),
                        body.isMissingNode() ? Stream.<String>of() : Stream.of("408", "507"),
                        body.has("application/json") ? Stream.of("413") : Stream.<String>of(),
                        operation.path("parameters").toString().contains("idempotencyKey")
                                ? Stream.of("422")
                                : Stream.<String>of())
                .flatMap(each -> each);
    }

    /** JSON has an example, and the name of its schema. */
    private void content(String where, JsonNode holder) {
        var json = holder.path("content").path("application/json");
        if (!json.isMissingNode()) {
            var schema =
                    json.path("schema").path("items").isMissingNode() ? json.path("schema") : json.at("/schema/items");
            check(schema.has("$ref"), where + " schema");
            check(
                    json.has("example")
                            || json.has("examples")
                            || resolved(schema).has("example"),
                    where + " example");
        }
    }

    private void schema(String where, JsonNode schema) {
        var type = schema.path("type").asText();
        check(!type.equals("integer") || schema.has("format"), where + " format");
        check(!where.endsWith("DateTime") || schema.path("format").asText().equals("date-time"), where + " format");
        check(!type.equals("array") || schema.has("items"), where + " items");
        check(!type.equals("object") || !schema.has("properties") || schema.has("description"), where + " description");
        schema.path("properties").properties().forEach(each -> {
            check(!each.getValue().path("type").asText().equals("object"), where + "." + each.getKey() + " schema");
            schema(where + "." + each.getKey(), each.getValue());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"teledossiers.yaml", "referential.yaml", "feed.yaml", "bench.yaml"})
    void nothingIsMissing(String file) throws IOException {
        check(file);
        assertEquals(List.of(), missing);
    }
}
