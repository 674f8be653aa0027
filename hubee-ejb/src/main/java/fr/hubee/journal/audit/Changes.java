package fr.hubee.journal.audit;

import fr.hubee.kernel.shared.OneValue;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The changes of an action, field by field; fields of a nested record are named {@code outer.inner}. */
public record Changes(Map<String, Change> fields) {
    public static final Changes NONE = new Changes(Map.of());

    public Changes {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** Looked up once, and only where something is stored: looking up the provider costs more than writing. */
    private static final class Stored {
        static final JsonBuilderFactory WRITER = Json.createBuilderFactory(Map.of());
        static final JsonReaderFactory READER = Json.createReaderFactory(Map.of());
    }

    /** @param before and after as text; null for nothing */
    public record Change(String before, String after) {}

    /** @param before and after have the same record class; null for what did not exist */
    public static Changes between(Record before, Record after) {
        var old = flat(before);
        var now = flat(after);
        var changed = new TreeMap<String, Change>();
        var names = new TreeMap<>(old);
        names.putAll(now);
        for (var name : names.keySet()) {
            if (!Objects.equals(old.get(name), now.get(name))) {
                changed.put(name, new Change(old.get(name), now.get(name)));
            }
        }
        return new Changes(changed);
    }

    /** A recorded value that did not change, such as a reason or a count. */
    public static Changes of(String name, Object value) {
        return NONE.and(name, value);
    }

    public Changes and(String name, Object value) {
        return and(name, null, value);
    }

    public Changes and(String name, Object before, Object after) {
        var more = new TreeMap<>(fields);
        more.put(name, new Change(text(before), text(after)));
        return new Changes(more);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    private static Map<String, String> flat(Record whole) {
        var fields = new TreeMap<String, String>();
        if (whole != null) {
            flatten("", whole, fields);
        }
        return fields;
    }

    private static void flatten(String prefix, Record whole, Map<String, String> fields) {
        for (var component : whole.getClass().getRecordComponents()) {
            var value = value(component, whole);
            var name = prefix + component.getName();
            if (value instanceof Record part && !(value instanceof OneValue)) {
                flatten(name + ".", part, fields);
            } else if (value != null) {
                fields.put(name, text(value));
            }
        }
    }

    private static Object value(RecordComponent component, Record whole) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true); // the accessors of a package-private record are public but not accessible
            return accessor.invoke(whole);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A set has no order: sorting gives the same text for the same set. */
    private static String text(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Optional<?> maybe) {
            return maybe.map(Changes::text).orElse(null);
        }
        if (value instanceof Collection<?> several) {
            return String.join(
                    ", ", several.stream().map(Changes::text).sorted().toList());
        }
        return value.toString();
    }

    String toJson() {
        var json = Stored.WRITER.createObjectBuilder();
        fields.forEach((name, change) -> {
            var both = Stored.WRITER.createArrayBuilder();
            add(both, change.before());
            add(both, change.after());
            json.add(name, both);
        });
        return json.build().toString();
    }

    private static void add(JsonArrayBuilder array, String text) {
        if (text == null) {
            array.addNull();
        } else {
            array.add(text);
        }
    }

    static Changes ofJson(String json) {
        var fields = new TreeMap<String, Change>();
        try (var reader = Stored.READER.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, both) -> {
                var array = both.asJsonArray();
                fields.put(name, new Change(text(array.get(0)), text(array.get(1))));
            });
        }
        return new Changes(fields);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : null;
    }
}
