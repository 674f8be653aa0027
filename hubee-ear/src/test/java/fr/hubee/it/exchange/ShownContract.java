package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.hubee.it.world.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A contract with its examples, and what stands for their identifiers in this hub. */
final class ShownContract {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+00:00");

    private final JsonNode document;
    private final Map<String, String> real = new HashMap<>();
    private final Set<String> compared = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();
    final List<Operation> operations = new ArrayList<>();

    ShownContract(String file) throws IOException {
        var folder =
                Path.of(System.getProperty("hubee.bootstrap"), "../../../../../hubee-web/src/main/resources/openapi");
        document = new YAMLMapper().readTree(folder.resolve(file).toFile());
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        operations.removeIf(each -> each.id().contains("Upload")); // no JSON: ResumableUploadsIT compares their texts
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(document.at(node.path("$ref").asText().substring(1)))
                : node;
    }

    Operation operation(String id) {
        return operations.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Says what stands here for a text of the examples. */
    ShownContract means(String shown, String here) {
        real.put(shown, here);
        return this;
    }

    String here(String text) {
        for (var each : real.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return text;
    }

    /** Returns all examples of answers; one that several operations share counts once. */
    Set<String> examples() {
        var all = new TreeSet<String>();
        operations.forEach(operation -> all.addAll(operation.examples().keySet()));
        return all;
    }

    Set<String> compared() {
        return compared;
    }

    /** Returns what answers otherwise than it is shown. */
    String wrong() {
        return String.join("\n", wrong);
    }

    /** Whether they are equal, but for times, which may be null, and for identifiers, which have to be the same wherever the examples have the same. */
    private void compare(String where, JsonNode shown, JsonNode answered) {
        if (shown.isObject() && answered.isObject()) {
            assertEquals(names(shown), names(answered), where);
            shown.properties()
                    .forEach(each ->
                            compare(where + "/" + each.getKey(), each.getValue(), answered.path(each.getKey())));
        } else if (shown.isArray() && answered.isArray()) {
            assertEquals(shown.size(), answered.size(), where);
            for (int i = 0; i < shown.size(); i++) {
                compare(where + "/" + i, shown.path(i), answered.path(i));
            }
        } else if (UUID.matcher(shown.asText()).matches()
                && UUID.matcher(answered.asText()).matches()) {
            assertEquals(real.computeIfAbsent(shown.asText(), id -> answered.asText()), answered.asText(), where);
        } else if (where.endsWith("DateTime") && (shown.isNull() || answered.isNull())) {
            return; // what the story has changed, or not
        } else if (!TIME.matcher(shown.asText()).matches()
                || !TIME.matcher(answered.asText()).matches()) {
            assertEquals(shown.getNodeType(), answered.getNodeType(), where);
            assertEquals(here(shown.asText()), answered.asText(), where);
        }
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** An operation, with its examples. */
    final class Operation {
        private final String method;
        private final String path;
        private final JsonNode described;

        private Operation(String method, String path, JsonNode described) {
            this.method = method;
            this.path = path;
            this.described = described;
        }

        String id() {
            return described.path("operationId").asText();
        }

        String method() {
            return method;
        }

        /** Returns the path with its parameters as they are here; those that nobody knows lead nowhere. */
        String path() {
            return here(path).replaceAll("\\{\\w+}", java.util.UUID.randomUUID().toString());
        }

        /** Returns it with another value of a parameter. */
        String path(String parameter, String value) {
            return here(path.replace("{" + parameter + "}", value));
        }

        /** Whether a request of an example is one of these. */
        boolean isCalled(String method, String path) {
            return method.equals(this.method) && path.matches(this.path.replaceAll("\\{\\w+}", "[^/]+"));
        }

        /** Returns the example of a request, or an empty text where it has no body; the first one, without a name. */
        String request(String name) {
            var content =
                    resolved(described.path("requestBody")).path("content").path("application/json");
            var examples = content.path("examples");
            var example = content.has("example")
                    ? content.path("example")
                    : name == null
                            ? first(examples).path("value")
                            : examples.path(name).path("value");
            if (example.isMissingNode()) {
                example = resolved(content.path("schema")).path("example");
            }
            return here(example.isMissingNode() ? "" : example.toString());
        }

        private JsonNode first(JsonNode examples) {
            return examples.isEmpty()
                    ? examples.path("none")
                    : examples.iterator().next();
        }

        /** Returns the examples of its answers by what identifies each: the name of a shared one, or where it stands. */
        Map<String, JsonNode> examples() {
            var all = new HashMap<String, JsonNode>();
            described.path("responses").properties().forEach(response -> {
                var content = resolved(response.getValue()).path("content").path("application/json");
                var where = id() + " " + response.getKey();
                content.path("examples")
                        .properties()
                        .forEach(each -> all.put(
                                each.getValue().has("$ref") ? each.getKey() : where + " " + each.getKey(),
                                resolved(each.getValue()).path("value")));
                if (content.has("example")) {
                    all.put(where, content.path("example"));
                } else if (!content.isMissingNode() && !content.has("examples")) {
                    all.put(where, ofSchema(content.path("schema")));
                }
            });
            return all;
        }

        private JsonNode ofSchema(JsonNode schema) {
            var single = resolved(schema).path("example");
            return schema.has("items")
                    ? JsonNodeFactory.instance.arrayNode().add(ofSchema(schema.path("items")))
                    : single;
        }

        /** Checks that the answer is this example. */
        Answer requires(int status, String name, Answer answer) {
            try {
                answer.expect(status, id() + (name == null ? "" : " " + name));
                requires(status, name, answer.json());
            } catch (AssertionError failure) {
                wrong.add(failure.getMessage());
            }
            return answer;
        }

        void requires(int status, String name, JsonNode answered) {
            var where = id() + " " + status + (name == null ? "" : " " + name);
            var key = name != null && examples().containsKey(name) ? name : where;
            var shown = examples().get(key);
            if (shown == null) {
                throw new AssertionError("There is no example " + where);
            }
            compare(where, shown, answered);
            compared.add(key);
        }
    }
}
