package fr.hubee.it.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Calls of the operations of a contract: its examples, of which parts are changed to what its schemas allow just so, or do not allow. */
final class InventedCalls {
    private static final String JSON = "application/json";

    /** Listeners read nothing that is much longer: RawRequestsIT. */
    private static final int LONGEST_PARAMETER = 500;

    /** Every this many parts is another than that of the example. */
    private static final int RARE = 24;

    private static final List<String> STRANGE = List.of(
            "null",
            "true",
            "0",
            "-1",
            "-0.0",
            "0.1",
            "1e400",
            "2147483648",
            "9223372036854775808",
            "9".repeat(1200),
            "NaN",
            "{}",
            "[]",
            "[[]]",
            "[null]",
            "{\"\": {}}",
            "\"\"",
            "\" \"",
            "\"0\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\u202e\ufeff\"",
            "\"\ud83d\ude00\"",
            "\"e\u0301\"",
            "\"'\\\";--%_\"",
            "\"../../x\"",
            "\"<b>&amp;\"",
            "\"2026-02-30T25:61:61.000+00:00\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59.999-18:00\"",
            "\"" + "x".repeat(100_000) + "\"",
            "[".repeat(1200),
            "{\"a\":".repeat(900) + "1" + "}".repeat(900));

    private final JsonNode document;
    private final Random random;
    private final UnaryOperator<String> here;
    private final List<String> identifiers = new ArrayList<>();
    final List<Operation> operations = new ArrayList<>();

    /** @param here puts what is on this hub into an example */
    InventedCalls(String file, Random random, UnaryOperator<String> here) throws IOException {
        var folder =
                Path.of(System.getProperty("hubee.bootstrap"), "../../../../../hubee-web/src/main/resources/openapi");
        document = new YAMLMapper().readTree(folder.resolve(file).toFile());
        this.random = random;
        this.here = here;
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        operations.removeIf(each -> each.path().endsWith("token")); // they have no token: NonsenseIT
    }

    record Operation(String method, String path, JsonNode description) {}

    /** One call; the body has one character for each byte, and is null where there is none. */
    record Call(String method, String address, Map<String, String> headers, String body) {

        byte[] bytes() {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Remembers an identifier of something that these calls have made. */
    void learn(String identifier) {
        identifiers.add(identifier);
    }

    /** Whether a contract names it: for all its operations, or for one. */
    boolean isKnownStatus(int status) {
        var name = String.valueOf(status);
        return document.path("x-refusals").has(name)
                || operations.stream()
                        .anyMatch(each -> each.description().path("responses").has(name));
    }

    Call of(Operation operation) {
        var address = operation.path();
        var query = new ArrayList<String>();
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var each : operation.description().path("parameters")) {
            var parameter = resolved(each);
            var name = parameter.path("name").asText();
            boolean given = parameter.path("required").asBoolean()
                    || (chance(4) && !name.equals("wait")); // which would be half a minute
            switch (parameter.path("in").asText()) {
                case "path" -> address = address.replace("{" + name + "}", encoded(text(parameter)));
                case "query" -> {
                    if (given) {
                        query.add(name + "=" + encoded(text(parameter)));
                    }
                }
                default -> {
                    if (given) {
                        headers.put(name, text(parameter).replaceAll("[^\\x21-\\x7e]", "_"));
                    }
                }
            }
        }
        if (chance(60)) {
            query.add("unknown=%00");
        }
        var content = resolved(operation.description().path("requestBody")).path("content");
        var body = content.has(JSON) ? json(content.path(JSON)) : content.isEmpty() ? null : here.apply("");
        if (body != null) {
            headers.putIfAbsent(
                    "Content-Type",
                    chance(200) ? "text/plain" : content.fieldNames().next());
        }
        return new Call(
                operation.method(), address + (query.isEmpty() ? "" : "?" + String.join("&", query)), headers, body);
    }

    private boolean chance(int every) {
        return random.nextInt(every) == 0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Returns a parameter; an identifier is mostly one of those that these calls have made. */
    private String text(JsonNode parameter) {
        var schema = resolved(parameter.path("schema"));
        if (chance(RARE)) {
            var text = strange(schema).replace("\"", "");
            return text.substring(0, Math.min(text.length(), LONGEST_PARAMETER));
        }
        if (schema.path("format").asText().equals("uuid") && !identifiers.isEmpty() && !chance(RARE)) {
            return any(identifiers);
        }
        return here.apply(example(parameter, schema).asText("1"));
    }

    private JsonNode example(JsonNode... places) {
        for (var place : places) {
            var all = new ArrayList<JsonNode>();
            place.path("examples").forEach(each -> all.add(resolved(each).path("value")));
            all.add(place.path("example"));
            all.removeIf(JsonNode::isMissingNode);
            if (!all.isEmpty()) {
                return any(all);
            }
            if (place.has("enum")) {
                return place.path("enum").path(random.nextInt(place.path("enum").size()));
            }
        }
        return MissingNode.getInstance();
    }

    private String json(JsonNode content) {
        var schema = resolved(content.path("schema"));
        var text = here.apply(written(example(content, schema), schema));
        if (chance(40)) { // not whole, or with something else
            int at = random.nextInt(text.length() + 1);
            text = text.substring(0, at)
                    + any(List.of("", "\u0000", "}", ",", "\\", "/*", "\ufeff", "\""))
                    + (chance(2) ? text.substring(at) : "");
        }
        var charset = chance(60) ? any(List.of("UTF-16", "UTF-32", "ISO-8859-1")) : "UTF-8";
        var bytes = text.getBytes(Charset.forName(charset));
        if (chance(60)) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Writes an example, with some parts that are others. */
    private String written(JsonNode value, JsonNode schema) {
        if (chance(RARE)) {
            return strange(schema);
        }
        if (value.isObject()) {
            var members = new ArrayList<String>();
            var all = new LinkedHashMap<String, JsonNode>();
            value.properties().forEach(each -> all.put(each.getKey(), each.getValue()));
            all.forEach((name, member) -> {
                if (!chance(RARE)) {
                    members.add('"' + name + "\": "
                            + written(member, resolved(schema.path("properties").path(name))));
                }
            });
            if (chance(RARE) && !members.isEmpty()) {
                members.add(any(members)); // twice
            }
            return "{" + String.join(", ", members) + "}";
        }
        if (value.isArray()) {
            var items = new ArrayList<String>();
            value.forEach(each -> items.add(written(each, resolved(schema.path("items")))));
            if (chance(RARE) && !items.isEmpty()) {
                items.add(any(items));
            }
            return "[" + String.join(", ", items) + "]";
        }
        return value.isMissingNode() ? "{}" : value.toString();
    }

    /** Returns what the schema allows just so, or not, or what nobody expects. */
    private String strange(JsonNode schema) {
        int longest = schema.path("maxLength").asInt(0);
        if (longest > 0 && chance(3)) {
            return '"' + any(List.of("a", "é", "1")).repeat(longest + random.nextInt(3) - 1) + '"';
        }
        for (var bound : List.of("minimum", "maximum")) {
            if (schema.has(bound) && chance(3)) {
                return String.valueOf(schema.path(bound).asLong() + random.nextInt(3) - 1);
            }
        }
        if (schema.has("enum") && chance(3)) {
            return any(new ArrayList<>(
                    List.of(schema.path("enum").path(0).toString().toLowerCase(Locale.ROOT), "\"NOBODY\"")));
        }
        return any(STRANGE);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(document.at(node.path("$ref").asText().substring(1)))
                : node;
    }
}
