package fr.hubee.mail.outbox;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of a template.
 *
 * @param asMap texts by name, or lists of nested values, over which a template iterates
 */
public record MailValues(Map<String, Object> asMap) {
    public static final MailValues NONE = new MailValues(Map.of());

    public MailValues {
        asMap = Collections.unmodifiableMap(new TreeMap<>(asMap));
    }

    /** Looked up once, and only where something is stored: looking up the provider costs more than writing. */
    private static final class Stored {
        static final JsonBuilderFactory WRITER = Json.createBuilderFactory(Map.of());
        static final JsonReaderFactory READER = Json.createReaderFactory(Map.of());
    }

    public static MailValues of(String name, String value) {
        return NONE.and(name, value);
    }

    public MailValues and(String name, String value) {
        return plus(name, value);
    }

    /** @param several one for each iteration of the template */
    public MailValues and(String name, List<MailValues> several) {
        return plus(name, several.stream().map(MailValues::asMap).toList());
    }

    private MailValues plus(String name, Object value) {
        var more = new TreeMap<>(asMap);
        more.put(name, value);
        return new MailValues(more);
    }

    /** Empty for a list, too. */
    public Optional<String> text(String name) {
        return asMap.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public String toJson() {
        return Stored.WRITER.createObjectBuilder(asMap).build().toString();
    }

    public static MailValues ofJson(String text) {
        try (var reader = Stored.READER.createReader(new StringReader(text))) {
            return of(reader.readObject());
        }
    }

    static MailValues of(JsonObject json) {
        var values = new TreeMap<String, Object>();
        json.forEach((name, value) -> values.put(
                name,
                value instanceof JsonString string
                        ? string.getString()
                        : value.asJsonArray().stream()
                                .map(each -> of(each.asJsonObject()).asMap())
                                .toList()));
        return new MailValues(values);
    }

    /** The names only: a value may be a secret. */
    @Override
    public String toString() {
        return asMap.keySet().toString();
    }
}
