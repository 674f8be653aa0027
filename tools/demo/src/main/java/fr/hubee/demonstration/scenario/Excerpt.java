package fr.hubee.demonstration.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Pattern;

/** The relevant part of a JSON. */
final class Excerpt {
    static final ObjectMapper JSON = new ObjectMapper();

    /** Consecutive identifiers start with the same digits: their end distinguishes them. */
    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{6}([0-9a-f]{6})");

    private Excerpt() {}

    static String shortened(String text) {
        return IDENTIFIER.matcher(text).replaceAll("…$1");
    }

    /**
     * The JSON, reduced to some fields.
     *
     * @param fields such as {@code cases.recipient.branchCode}; those of an array are those of each of its items
     */
    static String of(JsonNode json, String... fields) {
        var picked = json;
        if (fields.length > 0) {
            picked = json.isArray() ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
            for (var field : fields) {
                picked = with(picked, json, field);
            }
        }
        return picked.toString()
                .replace("\",\"", "\", \"")
                .replace(",\"", ", \"")
                .replace("\":", "\": ");
    }

    /** Adds a field of a JSON to the fields picked so far. */
    private static JsonNode with(JsonNode picked, JsonNode json, String field) {
        if (json.isArray()) {
            var items = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < json.size(); i++) {
                var item = picked.has(i) ? picked.get(i) : JsonNodeFactory.instance.objectNode();
                items.add(with(item, json.get(i), field));
            }
            return items;
        }
        var object = JsonNodeFactory.instance.objectNode();
        picked.properties().forEach(known -> object.set(known.getKey(), known.getValue()));
        int dot = field.indexOf('.');
        if (dot < 0) {
            return object.set(field, json.path(field));
        }
        var name = field.substring(0, dot);
        var inner = object.has(name) ? object.get(name) : JsonNodeFactory.instance.objectNode();
        return object.set(name, with(inner, json.path(name), field.substring(dot + 1)));
    }
}
