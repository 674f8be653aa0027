package fr.hubee.exchange.receipt;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the changes in an entry of the journal: values before and after, by the names of fields. */
final class ActChanges {
    private static final String SEPARATOR = ", ";

    private final Map<String, Object> fields;

    /** @param json as the journal keeps it */
    ActChanges(String json) {
        try {
            fields = JSONObjectUtils.parse(json);
        } catch (ParseException nonsense) {
            throw new IllegalArgumentException("not the changes of an entry", nonsense);
        }
    }

    String before(String field) {
        return value(field, 0);
    }

    String after(String field) {
        return value(field, 1);
    }

    private String value(String field, int place) {
        return fields.get(field) instanceof List<?> both && both.size() == 2 ? (String) both.get(place) : null;
    }

    Stream<String> several(String field) {
        var text = after(field);
        return text == null || text.isEmpty() ? Stream.of() : Stream.of(text.split(SEPARATOR, -1));
    }

    List<ReceiptFile> files() {
        return several("digests").map(ReceiptFile::parse).toList();
    }
}
