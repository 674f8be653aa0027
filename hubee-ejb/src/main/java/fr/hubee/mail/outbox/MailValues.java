package fr.hubee.mail.outbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The values of a template: texts by name, or lists of nested values, over which a template iterates. */
public final class MailValues {
    public static final MailValues NONE = new MailValues(Map.of());

    private final Map<String, Object> values;

    private MailValues(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    public static MailValues of(String name, String value) {
        return NONE.and(name, value);
    }

    public MailValues and(String name, String value) {
        return plus(name, value);
    }

    /** @param several one for each iteration of the template */
    public MailValues and(String name, List<MailValues> several) {
        return plus(name, List.copyOf(several));
    }

    private MailValues plus(String name, Object value) {
        var more = new TreeMap<>(values);
        more.put(name, value);
        return new MailValues(more);
    }

    /** Empty for a list, too. */
    public Optional<String> text(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Returns the values for the template engine. */
    public Map<String, Object> asMap() {
        var map = new TreeMap<String, Object>();
        values.forEach((name, value) -> map.put(
                name,
                value instanceof List<?> several
                        ? several.stream().map(MailValues::asMap).toList()
                        : value));
        return map;
    }

    private static Map<String, Object> asMap(Object value) {
        return ((MailValues) value).asMap();
    }

    public String toJson() {
        return json().toString();
    }

    private JsonObject json() {
        var json = Json.createObjectBuilder();
        values.forEach((name, value) -> {
            if (value instanceof List<?> several) {
                var array = Json.createArrayBuilder();
                several.forEach(each -> array.add(((MailValues) each).json()));
                json.add(name, array);
            } else {
                json.add(name, (String) value);
            }
        });
        return json.build();
    }

    public static MailValues ofJson(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return of(reader.readObject());
        }
    }

    private static MailValues of(JsonObject json) {
        var values = new TreeMap<String, Object>();
        json.forEach((name, value) -> values.put(
                name,
                value instanceof JsonString string
                        ? string.getString()
                        : value.asJsonArray().stream()
                                .map(each -> of(each.asJsonObject()))
                                .toList()));
        return new MailValues(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailValues same && values.equals(same.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names only: a value may be a secret. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
