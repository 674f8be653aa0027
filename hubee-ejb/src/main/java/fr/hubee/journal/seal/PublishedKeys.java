package fr.hubee.journal.seal;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

/** Public keys as JSON. */
final class PublishedKeys {
    private PublishedKeys() {}

    static List<Map<String, Object>> objects(List<String> keys) {
        return keys.stream().map(PublishedKeys::object).toList();
    }

    private static Map<String, Object> object(String key) {
        try {
            return JSONObjectUtils.parse(key);
        } catch (ParseException nonsense) {
            throw new IllegalStateException(nonsense);
        }
    }

    /** A JSON Web Key Set. */
    static String set(List<String> keys) {
        return JSONObjectUtils.toJSONString(Map.of("keys", objects(keys)));
    }
}
